"use strict";

// The words of the slide at the foot of the window, below the picture.
const captions = (() => {
  const box = document.querySelector(".captions");
  const button = document.querySelector(".captions-button");
  const KEY = "lecture-captions"; // remembers the choice, where the browser lets us

  function show(slide) {
    box.textContent = slide.querySelector(".say")?.textContent ?? "";
  }

{% if player == "voice" %}
  // Shows what is being said.
  function say(words) {
    box.textContent = words;
  }

{% endif %}
  function set(on) {
    box.hidden = !on;
    button.setAttribute("aria-pressed", String(on));
  }

  function toggle() {
    set(box.hidden);
    try {
      localStorage.setItem(KEY, box.hidden ? "off" : "on");
    } catch {} // a private window remembers nothing
  }

  try {
    set(localStorage.getItem(KEY) === "on"); // read alone: the last choice may yet come
  } catch {}
  return { show, toggle{{ ", say" if player == "voice" }} };
})();
