"use strict";

// The voice: what is said at a slide, beside its motion. It is off until somebody turns
// it on. Then the stage plays with it, and slides go on by themselves when all is said
// and shown; at a question they wait.
const voice = (() => {
  const root = document.querySelector(".reveal");
  const button = document.querySelector(".voice-button");
  const KEY = "lecture-voice"; // remembers the choice, where the browser lets us
  const REST = 800; // ms from the last word to the next slide
  let isOn = false;
  let sound = null; // <audio> of the slide on stage; the title has none
  let turn = 0; // counts changes of slide: late answers to an earlier one are dropped
  let timer = null; // runs between the last word and the next slide
  let awaits = false; // whether the motion rests until a word is said

  const tell = () => stage.events.dispatchEvent(new Event("change"));
  const isPlaying = () => stage.isPlaying || timer !== null || Boolean(sound && !sound.paused);

  // Shows a slide with its words, unless it rests at its end.
  async function show(slide, atEnd = false) {
    const mine = (turn += 1);
    hush();
    sound = slide.querySelector("audio");
    const speaks = isOn && sound && !atEnd;
    if (speaks) captions.say(cuesOf(sound)[0]?.text); // at once, so that nothing jumps
    await stage.show(slide, atEnd);
    if (speaks && isOn && mine === turn) speak();
  }

  // Ends what is being said, and gives up what it was played from.
  function hush() {
    clearTimeout(timer);
    timer = null;
    awaits = false;
    root.classList.remove("unheard");
    if (!sound?.hasAttribute("src")) return;
    sound.pause();
    sound.removeAttribute("src");
    sound.load();
  }

  // Says the words, from where they were paused or from the first.
  async function speak() {
    const [mine, here] = [turn, sound];
    const address = await media.address(`${stage.current.id}.m4a`);
    if (!isOn || mine !== turn) return;
    root.classList.remove("unheard");
    if (!here.hasAttribute("src")) here.src = address;
    await here.play().catch((error) => mine === turn && refused(error));
  }

  // Sound may start only after a key or a click on the page; a pause or the next slide
  // ends what had not begun yet, and is no fault.
  function refused({ name }) {
    if (name === "NotAllowedError") {
      stage.video.pause();
      root.classList.add("unheard"); // shows the play button
      tell();
    } else if (name !== "AbortError") {
      notice.say("This browser cannot play the sound of this slide.");
    }
  }

  // Pauses both, goes on with what is not over, or plays both again.
  function toggle() {
    if (!isOn || !sound) return stage.toggle();
    const { video } = stage;
    if (isPlaying()) {
      clearTimeout(timer);
      timer = null;
      video.pause();
      sound.pause();
      return tell();
    }
    const again = video.ended && (sound.ended || !sound.hasAttribute("src"));
    if (again || !(video.ended || awaits)) video.play().catch(() => {});
    if (again || !sound.ended) speak();
  }

  // Lets what moves at a word rest until it is said.
  function keepPace() {
    if (!sound?.dataset.rests) return; // the slide has been left
    const { video } = stage;
    const next = JSON.parse(sound.dataset.rests).find(([, word]) => sound.currentTime < word);
    const rests = next !== undefined && video.currentTime >= next[0];
    if (rests) video.pause();
    else if (awaits) video.play().catch(() => {});
    awaits = rests;
    if (!sound.paused) requestAnimationFrame(keepPace);
  }

  // Goes on by itself when all is said and shown, and no dialog or map is open.
  function goOn() {
    const { current, video, slides } = stage;
    if (!isOn || !sound?.ended || timer !== null) return;
    const stays = "question" in current.dataset || current === slides.at(-1);
    if (stays) return captions.show(current); // all of its words
    if (!video.loop && !video.ended) return;
    const isLate = video.loop && !video.paused; // it runs through once at least
    const wait = isLate ? 1000 * (video.duration - sound.duration) : 0;
    timer = setTimeout(() => {
      timer = null;
      if (Reveal.isOverview() || dialogs.isOpen) goOn();
      else Reveal.next();
      tell();
    }, Math.max(REST, wait));
  }

  // Returns the cues of a sound, which show in the captions while it plays.
  function cuesOf(audio) {
    if (!audio.textTracks.length) {
      const track = audio.addTextTrack("metadata");
      track.mode = "hidden"; // its cues are told, and shown by us
      for (const cue of JSON.parse(audio.dataset.cues)) track.addCue(new VTTCue(...cue));
      track.addEventListener("cuechange", () => {
        if (isOn && track.activeCues.length) captions.say(track.activeCues[0].text);
      });
      for (const name of ["play", "pause"]) audio.addEventListener(name, tell);
      audio.addEventListener("ended", goOn);
      if (audio.dataset.rests && !stage.calm) audio.addEventListener("play", keepPace);
    }
    return audio.textTracks[0].cues;
  }

  function set(on) {
    isOn = on;
    button.setAttribute("aria-pressed", String(on));
  }

  // Turns the voice on, which begins the slide anew, or off.
  function change() {
    set(!isOn);
    try {
      localStorage.setItem(KEY, isOn ? "on" : "off");
    } catch {} // a private window remembers nothing
    if (isOn) {
      if (button.dataset.credit) notice.say(button.dataset.credit);
      show(stage.current);
    } else {
      hush();
      captions.show(stage.current);
      tell();
    }
  }

  root.querySelector(".stage").addEventListener("ended", goOn, true); // of any video
  try {
    set(localStorage.getItem(KEY) === "on"); // read alone: the last choice may yet come
  } catch {}
  return { show, toggle, change, get isPlaying() { return isPlaying(); } };
})();
