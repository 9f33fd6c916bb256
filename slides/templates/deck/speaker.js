"use strict";

// The window for the speaker: it hears from the deck what is on screen, keeps the
// time, and sends the keys pressed here to the deck. It believes only the window that
// opened it, and only if that knows the deck's pass.
const $ = (id) => document.getElementById(id);
const passes = { ...document.documentElement.dataset }; // of the view and of the deck
let port = null; // through which the deck is talked to
let slides = []; // heading, notes, question and planned seconds of each
let starts = []; // s; when each slide begins by the plan
let index = null; // of the slide on screen

// --- Time ----------------------------------------------------------------------------

let since = null; // when the watch was started; null while it stands
let before = 0; // ms counted until it last stood
let origin = 0; // s of the plan at which the count began

const elapsed = () => (before + (since === null ? 0 : Date.now() - since)) / 1000;

function clockTime(seconds) {
  const whole = Math.round(Math.abs(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n) => String(n).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

function run(on) {
  before = elapsed() * 1000;
  since = on ? Date.now() : null;
  $("run").textContent = on ? "Pause" : "Start";
  tick();
}

// Counts anew from the slide that is shown, as if the plan had just reached it.
function reset() {
  before = 0;
  if (since !== null) since = Date.now();
  origin = starts[index] ?? 0;
  tick();
}

// How many seconds the speaker is ahead (above 0) or behind (below) of the plan.
function lead() {
  const now = origin + elapsed();
  const end = starts[index] + (slides[index]?.seconds ?? 0);
  return now < starts[index] ? starts[index] - now : Math.min(0, end - now);
}

function tick() {
  const style = { hour: "2-digit", minute: "2-digit" };
  $("clock").textContent = new Date().toLocaleTimeString([], style);
  $("elapsed").textContent = clockTime(elapsed());
  if (index === null) return;
  const total = starts.at(-1) + slides.at(-1).seconds - origin;
  $("total").textContent = clockTime(total);
  const begin = starts[index] - origin;
  $("planned").textContent = `${clockTime(begin)}–${clockTime(begin + slides[index].seconds)}`;
  const begun = since !== null || before > 0;
  const seconds = Math.round(lead());
  const state = !begun ? "" : seconds > 0 ? "ahead" : seconds < 0 ? "behind" : "on-time";
  $("pace").className = state;
  $("pace").textContent = !begun ? "not started"
    : seconds ? `${clockTime(seconds)} ${state}` : "on time";
}

// --- What the deck tells -------------------------------------------------------------

const made = new Map(); // element → address made for it, to be given up

function fill(element, source) {
  if (made.has(element)) URL.revokeObjectURL(made.get(element));
  made.delete(element);
  if (!source) return element.removeAttribute("src");
  const isBlob = source instanceof Blob;
  element.src = isBlob ? URL.createObjectURL(source) : source;
  if (isBlob) made.set(element, element.src);
}

function introduce(message) {
  document.title = `Speaker view: ${message.title}`;
  slides = message.slides;
  let time = 0;
  starts = slides.map(({ seconds }) => (time += seconds) - seconds);
}

function show(message) {
  const moved = index !== null && message.index !== index;
  index = message.index;
  const slide = slides[index];
  // The title is not counted, nor is there time planned for it.
  $("place").textContent = index ? `Slide ${index} of ${slides.length - 1}` : "Title";
  $("heading").textContent = slide.heading;
  $("question").hidden = !slide.question;
  $("question").textContent = slide.question ?? "";
  $("notes").replaceChildren(...slide.notes.map((sentence) => {
    const line = document.createElement("p");
    line.textContent = sentence;
    return line;
  }));
  const next = slides[index + 1];
  $("next-heading").textContent = next ? `Next: ${next.heading}` : "This is the last slide";
  fill($("opening"), message.opening);
  fill($("next"), message.next);
  $("video").loop = message.loop;
  fill($("video"), message.video);
  // The talk begins when the speaker first goes on.
  if (moved && since === null && before === 0) run(true);
  tick();
}

function follow({ time, playing }) {
  const video = $("video");
  const reach = () => {
    video.currentTime = time;
    if (playing) video.play().catch(() => {});
    else video.pause();
  };
  if (video.readyState > 0) reach();
  else video.addEventListener("loadedmetadata", reach, { once: true });
}

function hear({ data }) {
  if (data.slides) introduce(data);
  if (data.index !== undefined && slides.length) show(data);
  if (data.time !== undefined) follow(data);
}

addEventListener("message", ({ data, source, ports }) => {
  if (source !== opener || data?.lecture !== passes.deck || !ports[0]) return;
  port?.close(); // of a deck that has been loaded anew since
  port = ports[0];
  port.onmessage = hear;
});

// Asks for a port; again and again, since the deck may be loaded anew at any time.
function greet() {
  opener?.postMessage({ speaker: passes.view }, self.origin === "null" ? "*" : self.origin);
}

// --- What the speaker does -----------------------------------------------------------

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.closest?.("button") && [" ", "Enter"].includes(event.key)) return;
  if (event.key === "F5") return event.preventDefault(); // would close this view
  const { key, code, shiftKey } = event;
  port?.postMessage({ key, code, shiftKey });
  if ([" ", "PageDown", "PageUp"].includes(event.key)) event.preventDefault();
});

let size = 26; // px, of the notes
function resize(by) {
  size = Math.max(16, Math.min(60, size + by));
  document.documentElement.style.setProperty("--size", `${size}px`);
}

const buttons = {
  run: () => run(since === null),
  reset,
  smaller: () => resize(-2),
  larger: () => resize(2),
};
for (const [id, act] of Object.entries(buttons)) {
  $(id).addEventListener("click", (event) => {
    act();
    if (event.detail > 0) $(id).blur(); // after a click, Space goes on again
  });
}
setInterval(tick, 250);
setInterval(greet, 1000);
greet();
tick();
