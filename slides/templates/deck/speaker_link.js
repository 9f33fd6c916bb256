"use strict";

// The deck's side of the speaker view: opens its window and tells it what is shown.
// They talk by messages alone, since pages opened as files may not reach each other.
const speaker = (() => {
  let view = null; // the window
  let shown = null; // the slide it was last told

  function open() {
    view = window.open("", "lecture-speaker", "popup,width=1240,height=780");
    if (!view) {
      alert("The browser did not open the window of the speaker view: allow it to.");
      return;
    }
    view.document.open();
    view.document.write(speakerPage);
    view.document.close();
  }

  function send(message) {
    if (view && !view.closed) view.postMessage({ lecture: true, ...message }, "*");
  }

  // Tells about all slides once; the notes, the plan and the pictures are text.
  function introduce() {
    send({
      title: document.title,
      tone: document.documentElement.className,
      slides: [...document.querySelectorAll(".slides section section")].map((slide) => ({
        heading: slide.querySelector("h2").textContent,
        notes: [...slide.querySelectorAll(".notes p:not(.question)")].map((p) => p.textContent),
        question: slide.querySelector(".notes .question")?.textContent,
        seconds: Number(slide.dataset.timing),
      })),
    });
  }

  // Tells which slide is on stage.
  function show(slide) {
    if (slide) shown = slide;
    if (!shown) return;
    const all = [...document.querySelectorAll(".slides section section")];
    const index = all.indexOf(shown);
    send({
      index,
      video: media.source(`${shown.id}.mp4`),
      loop: "loop" in shown.dataset,
      opening: media.source(stage.openingPicture(shown)),
      next: index + 1 < all.length ? media.source(`${all[index + 1].id}.jpg`) : undefined,
    });
    play();
  }

  // Tells where the video is, and whether it moves.
  function play() {
    send({ time: stage.video?.currentTime ?? 0, playing: stage.isPlaying });
  }

  // The window says hello every second, so that a deck loaded anew finds it again.
  let greeted = null;
  addEventListener("message", (event) => {
    if (event.data?.speaker !== true || event.source.opener !== window) return;
    view = event.source;
    if (event.data.key) keys.press(event.data.key);
    if (event.data.hello && greeted !== event.data.hello) {
      greeted = event.data.hello;
      introduce();
      show();
    }
  });
  stage.events.addEventListener("change", play);

  return { open, show };
})();
