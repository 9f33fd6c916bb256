// Clips of the lecture: one row of buttons, loops that begin when seen, numbers on hover.
// Without this script the browser's own controls play the clips.
(() => {
  "use strict";
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const clips = document.querySelectorAll(".lecture-clip:not(.lecture-ready)");
  const clock = (s) => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, "0")}`;

  for (const clip of clips) {
    const find = (name) => clip.querySelector(name);
    const video = find("video"), toggle = find(".lecture-toggle"), seek = find(".lecture-seek");
    const captions = find(".lecture-captions"), track = video.textTracks[0];
    let own = true; // whether a loop may begin and stop by itself: until the reader decides

    const play = () => video.play().catch(() => {});
    const press = () => {
      own = false;
      if (video.paused) play(); else video.pause();
    };
    const show = () => {
      clip.classList.toggle("lecture-playing", !video.paused);
      toggle.setAttribute("aria-label", video.paused ? "Play" : "Pause");
    };
    const tell = () => {
      const end = video.duration || Number(seek.max);
      seek.max = end;
      seek.value = video.currentTime;
      seek.setAttribute("aria-valuetext", `${Math.round(video.currentTime)} of ${Math.round(end)} seconds`);
      find(".lecture-time").textContent = clock(video.currentTime || end);
    };

    video.controls = false;
    find(".lecture-bar").hidden = false;
    clip.classList.add("lecture-ready");
    toggle.addEventListener("click", press);
    video.addEventListener("click", press);
    video.addEventListener("play", () => {
      for (const other of document.querySelectorAll(".lecture-clip video")) {
        if (other !== video) other.pause();
      }
      show();
    });
    video.addEventListener("pause", show);
    for (const event of ["timeupdate", "durationchange", "seeked"]) video.addEventListener(event, tell);
    seek.addEventListener("input", () => {
      own = false;
      video.currentTime = seek.value;
    });
    captions.addEventListener("click", () => {
      track.mode = track.mode === "showing" ? "hidden" : "showing";
      captions.setAttribute("aria-pressed", track.mode === "showing");
    });
    find(".lecture-full").addEventListener("click", () => {
      if (video.requestFullscreen) video.requestFullscreen();
      else video.webkitEnterFullscreen();
    });
    video.addEventListener("fullscreenchange", () => {
      video.controls = document.fullscreenElement === video;
    });
    // The browser chooses the colours once; choose again when the reader's preference turns.
    dark.addEventListener("change", () => {
      video.load();
      show();
    });
    if (video.loop && "IntersectionObserver" in window) {
      const saving = navigator.connection && navigator.connection.saveData;
      new IntersectionObserver(([seen]) => {
        if (!own) return;
        if (seen.isIntersecting && !calm.matches && !saving) play();
        else video.pause();
      }, { threshold: 0.6 }).observe(clip.querySelector(".lecture-frame"));
      calm.addEventListener("change", () => own && video.pause());
    }

    const numbers = find(".lecture-numbers");
    if (!numbers) continue;
    let hovered = false; // open only as long as the pointer rests on it
    numbers.addEventListener("toggle", () => {
      if (numbers.open && !hovered) numbers.lastElementChild.scrollIntoView({ block: "nearest" });
    });
    numbers.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse" && !numbers.open) hovered = numbers.open = true;
    });
    numbers.addEventListener("pointerleave", () => {
      if (hovered) hovered = numbers.open = false;
    });
    numbers.firstElementChild.addEventListener("click", (event) => {
      if (hovered) event.preventDefault();
      hovered = false;
    });
    numbers.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      hovered = numbers.open = false;
      numbers.firstElementChild.focus();
    });
  }
})();
