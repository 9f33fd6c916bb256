"use strict";

// One sentence at the foot of the window, about what the browser would not do.
const notice = (() => {
  const box = document.querySelector(".notice");
  const STAYS = 8000; // ms
  let timer;

  function say(sentence) {
    box.textContent = sentence;
    box.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => (box.hidden = true), STAYS);
  }

  return { say };
})();
