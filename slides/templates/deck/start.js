"use strict";

// Starts reveal.js, which knows the order of the slides, their addresses, the map and
// the black screen; what is seen of a slide is up to the stage.
{
  const root = document.querySelector(".reveal");
  const still = document.querySelector(".still");
  const slides = [...root.querySelectorAll(".slides section section")];

  // Shows the slide at which reveal.js has arrived; one step back rests at its end.
  function arrive(slide) {
    if (Reveal.isOverview() || slide === stage.current) return;
    for (const stack of root.querySelectorAll(".stack")) {
      stack.removeAttribute("data-previous-indexv"); // chapters begin at their beginning
    }
    const isBack = slides.indexOf(slide) === slides.indexOf(stage.current) - 1;
    const { motion, loop } = slide.dataset;
    root.classList.toggle("still-life", stage.calm && motion !== undefined);
    root.classList.toggle("long", motion > 5 || loop !== undefined);
    captions.show(slide);
    {{ player }}.show(slide, isBack);
    speaker.show(slide);
  }

  for (const picture of root.querySelectorAll(".ending")) {
    const { id } = picture.closest("section");
    media.address(`${id}.jpg`).then((address) => (picture.src = address));
  }
  stage.slides = slides;
  stage.events.addEventListener("change", () => {
    root.classList.toggle("playing", {{ player }}.isPlaying);
  });

  // Leads from the name that a slide had once to the one that it has now.
  function follow() {
    const [old] = location.hash.replace(/^#\/?/, "").split("/");
    if (!Object.hasOwn(renamed, old)) return;
    console.warn(`#/${old} is now #/${renamed[old]}: write that`);
    history.replaceState(null, "", `#/${renamed[old]}`);
  }
  follow();
  window.addEventListener("hashchange", follow); // before reveal.js looks there

  let wasPlaying = false; // when the screen went black
  Reveal.on("paused", () => {
    wasPlaying = {{ player }}.isPlaying;
    if (wasPlaying) {{ player }}.toggle();
  });
  Reveal.on("resumed", () => wasPlaying && {{ player }}.toggle());
  Reveal.on("overviewhidden", ({ currentSlide }) => arrive(currentSlide));
  Reveal.on("slidechanged", ({ currentSlide }) => arrive(currentSlide));

  Reveal.initialize({
    width: Number(still.getAttribute("width")),
    height: Number(still.getAttribute("height")),
    margin: 0,
    minScale: 0.05,
    maxScale: 20,
    center: false,
    hash: true,
    navigationMode: "linear",
    scrollActivationWidth: null,
    transition: "none",
    backgroundTransition: "none",
    postMessage: false, // or any page that frames this one could write into it
    postMessageEvents: false,
    controls: false, // the bar has buttons of one kind
    keyboard: false, // keys.js knows them all
    help: false,
  }).then(() => {
    root.removeAttribute("role"); // not an application: a document to be read
    arrive(Reveal.getCurrentSlide());
  });
}
