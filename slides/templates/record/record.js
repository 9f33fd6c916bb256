"use strict";
const $ = (id) => document.getElementById(id);
const SHORTEST = 0.5; // s; what is shorter was a slip of the finger
const BITS = 256000; // a second: more than a voice needs
const WANTED = { // as it is spoken: what helps telephones harms a voice
  echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1,
};
const REFUSED = {
  NotAllowedError: "the browser may not use the microphone: allow it beside the address, then press Record",
  NotFoundError: "no microphone is found: plug one in, then press Record",
  NotReadableError: "another program uses the microphone: close it, then press Record",
};
let lines = []; // what is read, with what is known of each take
let at = 0; // the line that is shown
let microphone = null; // its stream
let meter = null; // what listens to it
let running = null; // { recorder, parts, begun, kept } while something is recorded
let saving = false;

const say = (text, wrong = false) => {
  $("status").textContent = text;
  $("status").classList.toggle("wrong", wrong);
};
const clock = (seconds) => {
  const tenths = Math.floor(10 * seconds);
  const rest = String(Math.floor(tenths / 10) % 60).padStart(2, "0");
  return `${Math.floor(tenths / 600)}:${rest}.${tenths % 10}`;
};

function mark(line) {
  if (line.problem) return "!";
  return line.take === null ? "○" : "✓";
}

function state(line) {
  if (line.problem) return "to be read again";
  return line.take === null ? "no take" : `${line.take.toFixed(1)} s`;
}

function show(n) {
  at = Math.max(0, Math.min(lines.length - 1, n));
  const line = lines[at];
  document.title = `${line.chapter}/${line.beat}`;
  $("name").textContent = `${line.chapter}/${line.beat}`;
  const done = lines.filter((one) => one.take !== null && !one.problem).length;
  $("place").textContent = `beat ${at + 1} of ${lines.length}; ${done} recorded`;
  $("words").replaceChildren(...line.words.flatMap(([word, isSpoken]) => {
    const part = document.createElement("span");
    part.textContent = word;
    part.className = isSpoken ? "" : "unsaid";
    return [part, " "];
  }));
  $("picture").hidden = !line.has_picture;
  if (line.has_picture) {
    $("picture").src = `picture/${at}`;
    $("picture").alt = `How the beat ${line.beat} ends`;
  }
  $("unseen").hidden = line.has_picture;
  $("remedy").textContent = `lecture build ${line.chapter}`;
  $("film").textContent = line.film ? `${line.film.toFixed(1)} s in the silent film` : "";
  tell();
  $("words").scrollIntoView({ block: "nearest" });
}

function tell() {
  const line = lines[at];
  $("problem").hidden = !line.problem;
  $("problem").textContent = line.problem;
  $("time").textContent = clock(line.take ?? 0);
  $("back").disabled = at === 0 && !running;
  $("next").disabled = at === lines.length - 1 && !running;
  $("again").disabled = !running;
  $("play").disabled = line.take === null || Boolean(running);
  document.body.classList.toggle("recording", Boolean(running));
  $("record").firstChild.textContent = running ? "Stop " : "Record ";
  const list = $("beats");
  while (list.children.length < lines.length) addBeat(list);
  lines.forEach((one, n) => {
    const button = list.children[n].firstChild;
    button.textContent = `${mark(one)} ${one.chapter}/${one.beat}: ${state(one)}`;
    if (n === at) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  });
}

function addBeat(list) {
  const n = list.children.length;
  const button = document.createElement("button");
  button.type = "button";
  button.addEventListener("click", () => { if (!running) show(n); });
  const item = document.createElement("li");
  item.append(button);
  list.append(item);
}

async function listen() {
  if (microphone?.active) return true;
  try {
    microphone = await navigator.mediaDevices.getUserMedia({ audio: WANTED });
  } catch (error) {
    say(REFUSED[error.name] ?? `the microphone cannot be used: ${error.message}`, true);
    return false;
  }
  microphone.getAudioTracks()[0].addEventListener("ended", () => {
    if (running) stop(false);
    say("the microphone is gone: plug it in, then press Record", true);
  });
  const sound = new AudioContext();
  meter = sound.createAnalyser();
  sound.createMediaStreamSource(microphone).connect(meter);
  document.addEventListener("pointerdown", () => sound.resume(), { once: true });
  document.addEventListener("keydown", () => sound.resume(), { once: true });
  return true;
}

function look() {
  if (meter) {
    const wave = new Float32Array(meter.fftSize);
    meter.getFloatTimeDomainData(wave);
    const peak = wave.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    $("level").value = Math.max(-60, 20 * Math.log10(peak || 1e-9));
    if (running && peak > 0.99) say("too loud: less gain, or farther away", true);
  }
  if (running) $("time").textContent = clock(length());
  requestAnimationFrame(look);
}

const length = () => (performance.now() - running.begun) / 1000;

async function start() {
  if (running || saving || !lines.length || !(await listen()) || running) return;
  $("take").pause();
  const recorder = new MediaRecorder(microphone, { audioBitsPerSecond: BITS });
  const mine = { recorder, parts: [], begun: performance.now(), line: at, isKept: false };
  recorder.addEventListener("dataavailable", (event) => mine.parts.push(event.data));
  recorder.addEventListener("stop", () => { if (mine.isKept) keep(mine); });
  recorder.start();
  running = mine;
  say("speak");
  tell();
}

function stop(isKept) {
  if (!running) return;
  const isShort = length() < SHORTEST;
  running.isKept = isKept && !isShort;
  const { recorder } = running;
  running = null;
  if (recorder.state !== "inactive") recorder.stop();
  if (isKept) say(isShort ? "too short: nothing is kept" : "keeping", isShort);
  else say("thrown away");
  saving = isKept && !isShort;
  tell();
}

async function keep({ recorder, parts, line }) {
  const body = new Blob(parts, { type: recorder.mimeType });
  let told = { error: "lecture record has ended: start it again; this take is lost" };
  try {
    const answer = await fetch(`take/${line}`, { method: "PUT", body });
    told = answer.ok ? await answer.json() : { error: `it was refused (${answer.status})` };
  } catch { /* the words above tell it */ }
  saving = false;
  if (told.error) say(`not kept: ${told.error}`, true);
  else {
    lines[line] = told;
    const poor = told.warnings.map((why) => `; it ${why}`).join("");
    say(`kept ${told.beat}: ${told.take.toFixed(1)} s${poor}`, Boolean(poor));
  }
  if (line === at) tell();
  else show(at);
}

function restart() {
  if (!running) return;
  stop(false);
  start();
}

function step(by) {
  if (running && by < 0) restart();
  else {
    if (running) stop(true);
    show(at + by);
  }
}

function play() {
  if (running || lines[at].take === null) return;
  $("take").src = `take/${at}?${Date.now()}`;
  $("take").play().catch((error) => say(`cannot be played: ${error.message}`, true));
}

const toggle = () => (running ? stop(true) : start());
const KEYS = {
  " ": toggle, r: restart, p: play, Escape: () => stop(false),
  ArrowRight: () => step(1), PageDown: () => step(1),
  ArrowLeft: () => step(-1), PageUp: () => step(-1),
};
document.addEventListener("keydown", (event) => {
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  const isOwn = event.key === " " && event.target.closest("button:not(#record), summary");
  if (!act || isOwn || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (!event.repeat && lines.length) act();
});
document.addEventListener("keyup", (event) => { // the button itself would start it again
  if (event.key === " " && event.target.id === "record") event.preventDefault();
});
$("record").addEventListener("click", toggle);
$("again").addEventListener("click", restart);
$("play").addEventListener("click", play);
$("back").addEventListener("click", () => step(-1));
$("next").addEventListener("click", () => step(1));
document.addEventListener("click", (event) => { // by hand: space is for the take again
  if (event.detail && event.target.closest("button")) $("words").focus({ preventScroll: true });
});
addEventListener("beforeunload", (event) => { if (running || saving) event.preventDefault(); });

async function begin() {
  const answer = await fetch("script.json").catch(() => null);
  if (!answer?.ok) {
    say("lecture record has ended: start it again, and open its new address", true);
    return;
  }
  lines = await answer.json();
  show(Math.max(0, lines.findIndex((line) => line.take === null || line.problem)));
  look();
  if (await listen()) say("ready: press space and speak");
}
begin();
