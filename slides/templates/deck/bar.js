"use strict";

// The buttons at the foot: they do what keys do, and fade while nobody points at them.
const bar = (() => {
  const root = document.querySelector(".bar");
  const REST = 3000; // ms without a movement after which they fade
  let timer;

  function wake() {
    root.classList.remove("idle");
    clearTimeout(timer);
    timer = setTimeout(() => root.classList.add("idle"), REST);
  }

  for (const name of ["pointermove", "pointerdown", "focusin"]) addEventListener(name, wake);
  wake();
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-press]");
    if (!button) return;
    keys.press(button.dataset.press, false);
    if (event.detail > 0) button.blur(); // after a click, Space goes on again
  });
})();
