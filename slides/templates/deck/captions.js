"use strict";

// The words of the slide at the foot of the window, below the picture.
const captions = (() => {
  const box = document.querySelector(".captions");
  const button = document.querySelector(".captions-button");
  const KEY = "lecture-captions"; // remembers the choice, where the browser lets us

  function show(slide) {
    box.textContent = slide.querySelector(".say")?.textContent ?? "";
  }

  function set(on) {
    box.hidden = !on;
    button.setAttribute("aria-pressed", String(on));
    try {
      localStorage.setItem(KEY, on ? "on" : "off");
    } catch {} // a private window remembers nothing
  }

  try {
    set(localStorage.getItem(KEY) === "on");
  } catch {}
  return { show, toggle: () => set(box.hidden) };
})();
