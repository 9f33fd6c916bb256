"use strict";
const $ = (id) => document.getElementById(id);
const element = (name, ...inside) => {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
};
let facts = null; // of the still that is shown
let wanted = ""; // name of its file
let told = ""; // name of the file of its facts
let clicked = { at: "", turn: 0 };

const events = new EventSource("events");
events.onmessage = (event) => show(JSON.parse(event.data));
events.onerror = () => {
  $("status").textContent = "lecture watch has ended; start it again, and this page goes on";
};

function show(state) {
  const beat = state.beats[state.look];
  document.title = `${state.chapter}/${beat.name}`;
  $("beat").textContent = `/${beat.name}`;
  $("status").textContent = status(state, beat);
  showError(state.error);
  $("still").classList.toggle("old", !beat.is_current && !state.error);
  showStill(beat);
  tellFacts(beat);
  showClip(beat);
  showBeats(state);
}

function status(state, beat) {
  if (state.error) return "the last good picture stays";
  if (!beat.is_current) return "drawing";
  const from = beat.since ? `from ${beat.since}` : "from the start";
  const rest = state.busy ? "; other beats follow" : "";
  return `drawn ${from} in ${beat.seconds.toFixed(2)} s${rest}`;
}

function showError(error) {
  $("error").hidden = !error;
  if (!error) return;
  $("place").textContent = [error.file, error.line].filter(Boolean).join(":");
  $("why").textContent = error.why;
  $("traceback").textContent = error.traceback;
  $("traceback").parentElement.hidden = !error.traceback;
}

async function showStill(beat) {
  if (beat.still && beat.still !== wanted) {
    wanted = beat.still;
    const next = new Image();
    next.src = beat.still;
    await next.decode().catch(() => {}); // the one before stays until this is there
    if (wanted !== beat.still) return;
    $("picture").src = beat.still;
    $("picture").alt = `How the beat ${beat.name} ends`;
    $("picture").hidden = false;
    $("box").hidden = true;
  } else if (!beat.still) {
    wanted = "";
    $("picture").hidden = true;
  }
}

async function tellFacts(beat) {
  if (!beat.facts || beat.facts === told) return;
  told = beat.facts;
  const answer = await fetch(beat.facts);
  const found = answer.ok ? await answer.json() : null;
  if (told !== beat.facts) return; // newer ones were asked for meanwhile
  if (found) showFacts(found);
  else told = "";
}

function showClip(beat) {
  const clip = $("clip");
  clip.hidden = !beat.clip;
  clip.classList.toggle("old", !beat.is_filmed);
  if (beat.clip && clip.getAttribute("src") !== beat.clip) clip.src = beat.clip;
}

function showFacts(found) {
  facts = found;
  $("title").textContent = found.title;
  $("words").textContent = found.say;
  const [motion, hold] = found.seconds;
  $("length").textContent = `${motion.toFixed(1)} s of motion, ${hold.toFixed(1)} s to read`;
  $("faults").className = found.faults.length ? "" : "none";
  $("faults").replaceChildren(
    ...found.faults.map((fault) => element("li", `${fault.what}: ${fault.problem}`)),
    ...(found.faults.length ? [] : [element("li", "none")]),
  );
  $("numbers").replaceChildren(
    ...found.numbers.map((number) => {
      const value = number.value ?? `array of ${number.shape.join(" × ")}`;
      const cells = [number.text, element("code", number.path), String(value)];
      return element("tr", ...cells.map((cell) => element("td", cell)));
    }),
  );
  $("things").replaceChildren(
    ...found.things.map((thing) => {
      const button = element("button", thing.name);
      button.type = "button";
      button.addEventListener("click", () => showSource(thing));
      return element("li", button);
    }),
  );
}

function showBeats(state) {
  const list = $("beats");
  while (list.children.length > state.beats.length) list.lastChild.remove();
  state.beats.forEach((beat, n) => {
    const button = list.children[n]?.firstChild ?? addBeat(list, n);
    const [picture, name] = button.children;
    if (beat.still && picture.getAttribute("src") !== beat.still) picture.src = beat.still;
    name.textContent = beat.name;
    button.classList.toggle("old", !beat.is_current);
    button.toggleAttribute("aria-current", n === state.look);
  });
}

function addBeat(list, n) {
  const picture = element("img");
  picture.alt = "";
  const button = element("button", picture, element("span"));
  button.type = "button";
  button.addEventListener("click", () => fetch(`look/${n}`, { method: "POST" }));
  list.append(element("li", button));
  return button;
}

const area = ([left, top, right, bottom]) => (right - left) * (bottom - top);

$("picture").addEventListener("click", (event) => {
  const frame = $("picture").getBoundingClientRect();
  const x = (event.clientX - frame.left) / frame.width;
  const y = (event.clientY - frame.top) / frame.height;
  const near = 0.006; // lines are thin
  const hit = (facts?.things ?? [])
    .filter(({ box: [left, top, right, bottom] }) =>
      left - near < x && x < right + near && top - near < y && y < bottom + near)
    .sort((one, other) => area(one.box) - area(other.box));
  const at = hit.map((thing) => thing.box).join();
  clicked = { at, turn: clicked.at === at ? clicked.turn + 1 : 0 };
  if (hit.length) showSource(hit[clicked.turn % hit.length]);
});

async function showSource(thing) {
  const [name, offset] = thing.origin;
  const query = new URLSearchParams({ function: name, offset });
  const answer = await fetch(`line?${query}`);
  const [left, top, right, bottom] = thing.box.map((side) => `${100 * side}%`);
  const box = $("box");
  Object.assign(box.style, {
    left, top, width: `calc(${right} - ${left})`, height: `calc(${bottom} - ${top})`,
  });
  box.hidden = false;
  const line = answer.ok ? await answer.json() : null;
  $("source").replaceChildren(
    `${thing.name}: `,
    element("code", line ? `${line.file}:${line.line}` : "a line that is gone"),
    " ",
    element("code", line ? line.text : ""),
  );
}
