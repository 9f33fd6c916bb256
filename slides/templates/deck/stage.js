"use strict";

// Where the videos play. The one on top is seen; its neighbours wait beneath it, the
// next at its first frame, the previous at its last, so that each step is a change of
// layers between two painted frames, and nothing flashes.
const stage = (() => {
  const root = document.querySelector(".stage");
  const still = root.querySelector(".still"); // stands in until a video has a frame
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const players = new Map(); // slide's id → <video>
  const events = new EventTarget(); // tells "change" when motion starts or rests
  let slides = []; // all slides, in order
  let current = null; // the slide on stage
  let turn = 0; // counts changes of slide: late answers to an earlier one are dropped

  const told = (target, name) =>
    new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  // Resolves when a frame that a video is about to show is painted.
  function nextPaint(video) {
    const sought = new Promise((resolve) => {
      for (const name of ["loadeddata", "seeked"]) {
        video.addEventListener(name, resolve, { once: true });
      }
    });
    const patience = sought.then(() => pause(150)); // a window out of sight paints nothing
    if (!video.requestVideoFrameCallback) return patience;
    const painted = new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    return Promise.race([painted, patience]);
  }

  // Returns the video of a slide, loading its first frame.
  function player(slide) {
    if (players.has(slide.id)) return players.get(slide.id);
    const video = document.createElement("video");
    Object.assign(video, { muted: true, playsInline: true, preload: "auto" });
    video.loop = "loop" in slide.dataset;
    video.ready = Promise.all([told(video, "loadeddata"), nextPaint(video)]).then(() => {
      video.isReady = true;
    });
    for (const name of ["play", "pause", "ended"]) video.addEventListener(name, tell);
    media.address(`${slide.id}.mp4`).then((address) => (video.src = address));
    root.append(video);
    players.set(slide.id, video);
    return video;
  }

  const moves = (slide) => "motion" in slide.dataset; // all but the title do
  const tell = () => events.dispatchEvent(new Event("change"));

  // Tells whether a video shows its first or last frame.
  function isCued(video, atEnd) {
    const time = atEnd ? video.duration : 0;
    return video.isReady && !video.seeking && Math.abs(video.currentTime - time) < 0.001;
  }

  // Brings a video to its first or last frame; resolves when that frame is painted.
  async function cue(video, atEnd) {
    await video.ready;
    // Put away while its first frame was awaited, it is empty: without end or frames.
    if (video.readyState === 0 || isCued(video, atEnd)) return;
    const painted = nextPaint(video);
    const sought = told(video, "seeked");
    video.currentTime = atEnd ? video.duration : 0;
    await Promise.all([sought, painted]);
  }

  // Returns the name of the picture with which a slide's video begins or ends, if it
  // has one.
  function picture(slide, atEnd) {
    if (atEnd) return `${slide.id}.jpg`;
    const before = slides[slides.indexOf(slide) - 1];
    const opens = slide.dataset.opens ?? before?.id;
    return opens && `${opens}.jpg`;
  }

  // Shows a slide's picture until its video is ready, if it is not.
  async function showStill(slide, atEnd, mine) {
    const address = await media.address(picture(slide, atEnd));
    const image = new Image();
    image.src = address;
    await image.decode().catch(() => {});
    if (mine !== turn || players.get(slide.id)?.classList.contains("top")) return;
    still.src = address;
    raise(still);
  }

  function raise(element) {
    for (const layer of root.children) layer.classList.toggle("top", layer === element);
  }

  // Shows a slide: from its first frame, or resting at its last.
  async function show(slide, atEnd = false) {
    const mine = (turn += 1);
    const resting = atEnd || calm.matches;
    players.get(current?.id)?.pause();
    current = slide;
    if (!moves(slide)) {
      raise(still); // beneath the words
      tell();
      return prepareNeighbours(slide);
    }
    const video = player(slide);
    if (!isCued(video, resting)) {
      showStill(slide, resting, mine);
      await cue(video, resting);
      if (mine !== turn) return;
    }
    raise(video);
    if (!resting) await video.play().catch(() => {}); // else the play button shows
    tell();
    if (mine === turn) prepareNeighbours(slide);
  }

  // Keeps only the videos one step away, each at the frame that a step would show.
  function prepareNeighbours(slide) {
    const index = slides.indexOf(slide);
    const near = slides.slice(Math.max(0, index - 1), index + 2);
    for (const [id, video] of players) {
      if (near.some((one) => one.id === id)) continue;
      video.removeAttribute("src");
      video.load();
      video.remove();
      players.delete(id);
    }
    for (const one of near.filter(moves)) {
      if (one !== slide) cue(player(one), slides.indexOf(one) < index || calm.matches);
    }
  }

  // Pauses, goes on, or plays again what has ended.
  function toggle() {
    const video = players.get(current?.id);
    if (!video) return;
    if (video.paused || video.ended) video.play().catch(() => {});
    else video.pause();
  }

  return {
    show,
    toggle,
    events,
    set slides(all) { slides = all; },
    get slides() { return slides; },
    get current() { return current; },
    get isPlaying() {
      const video = players.get(current?.id);
      return Boolean(video) && !video.paused && !video.ended;
    },
    get video() { return players.get(current?.id); },
    get calm() { return calm.matches; },
    openingPicture: (slide) => picture(slide, false),
  };
})();
