"use strict";

// The deck's side of the speaker view: opens its window and tells it what is shown.
// Pages opened as files may not reach each other but by messages, and any page may send
// those. So view and deck know each other by a pass each, made anew at every opening;
// who shows the right one gets a port, through which all else goes.
const speaker = (() => {
  const KEY = "lecture-speaker"; // remembers the passes while the deck is loaded anew
  const target = self.origin === "null" ? "*" : self.origin; // that of files cannot be named
  let passes = recall();
  let view = null; // the window
  let port = null; // to what is written into it
  let shown = null; // the slide it was last told

  // Gives the passes of before a reload. After another page was here it may know them,
  // or have put them there: then they count no more.
  function recall() {
    try {
      const [{ type }] = performance.getEntriesByType("navigation");
      if (type === "reload") return JSON.parse(sessionStorage.getItem(KEY));
      sessionStorage.removeItem(KEY);
    } catch {} // a private window remembers nothing
    return null;
  }

  function renewPasses() {
    const pass = () => crypto.getRandomValues(new Uint32Array(4)).join("-");
    passes = { view: pass(), deck: pass() };
    try {
      sessionStorage.setItem(KEY, JSON.stringify(passes));
    } catch {} // then a reload ends the view
  }

  function write(page) {
    const { view: own, deck } = passes;
    page.open();
    page.write(speakerPage.replace("<html", `<html data-view="${own}" data-deck="${deck}"`));
    page.head.append(document.querySelector(".face").cloneNode(true));
    page.close();
  }

  function open() {
    if (view && !view.closed) return view.focus();
    // Without a name, which another page could have given to a window of its own.
    view = window.open("", "", "popup,width=1240,height=780");
    port = null;
    renewPasses();
    try {
      write(view.document);
    } catch { // there is no window, or the deck stands in a frame that may not reach it
      view?.close();
      view = null;
      notice.say("The browser did not open the window of the speaker view: allow this page to, then press s.");
    }
  }

  const send = (message) => port?.postMessage(message);

  // Tells about all slides once; the notes and the plan are text.
  function introduce() {
    send({
      title: document.title,
      slides: stage.slides.map((slide) => ({
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
    const index = stage.slides.indexOf(shown);
    const next = stage.slides[index + 1];
    send({
      index,
      video: media.source(`${shown.id}.mp4`),
      loop: "loop" in shown.dataset,
      opening: media.source(stage.openingPicture(shown)),
      next: next && media.source(`${next.id}.jpg`),
    });
    play();
  }

  // Tells where the video is, and whether it moves.
  function play() {
    send({ time: stage.video?.currentTime ?? 0, playing: stage.isPlaying });
  }

  // The view greets every second, so that a deck loaded anew finds it again.
  addEventListener("message", ({ data, source }) => {
    if (port || !passes || data?.speaker !== passes.view) return;
    if (view ? source !== view : source?.opener !== window) return;
    view = source;
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data }) => keys.press(keys.name(data));
    view.postMessage({ lecture: passes.deck }, target, [channel.port2]);
    introduce();
    show();
  });
  stage.events.addEventListener("change", play);

  return { open, show };
})();
