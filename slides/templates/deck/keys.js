"use strict";

// Every key of the deck and what it does.
const keys = (() => {
  const overview = () => Reveal.isOverview();

  // In the overview arrows move over the map; elsewhere all go one step on or back.
  const step = (move, way) => () => (overview() ? Reveal[way]() : Reveal[move]());

  function visit(slide) {
    const { h, v } = Reveal.getIndices(slide);
    Reveal.slide(h, v);
  }

  async function fullScreen() {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await document.documentElement.requestFullscreen();
    } catch {
      notice.say("This browser cannot show this page on the full screen.");
    }
  }

  // Keys as the browser names them and what they run; what the help says of them, and
  // whether they also work from the speaker view, as all must that a clicker sends.
  const table = [
    { keys: ["ArrowRight"], run: step("next", "right"), remote: true },
    { keys: ["ArrowDown"], run: step("next", "down"), remote: true },
    { keys: ["PageDown", " ", "n"], run: () => Reveal.next(), remote: true,
      names: ["→", "↓", "PageDown", "Space"], does: "go on" },
    { keys: ["ArrowLeft"], run: step("prev", "left"), remote: true },
    { keys: ["ArrowUp"], run: step("prev", "up"), remote: true },
    { keys: ["PageUp", "Shift "], run: () => Reveal.prev(), remote: true,
      names: ["←", "↑", "PageUp"], does: "go back: how the slide before ended" },
    { keys: ["Home"], run: () => visit(Reveal.getSlides()[0]), remote: true,
      names: ["Home"], does: "first slide" },
    { keys: ["End"], run: () => visit(Reveal.getSlides().at(-1)), remote: true,
      names: ["End"], does: "last slide" },
    { keys: ["p"], run: () => {{ player }}.toggle(), remote: true,
      names: ["p"], does: "pause, or play again" },
    { keys: [".", "b"], run: () => Reveal.togglePause(), remote: true,
      names: ["b", "."], does: "black screen" },
    { keys: ["c"], run: () => captions.toggle(), remote: true,
      names: ["c"], does: "captions" },
{% if player == "voice" %}
    { keys: ["a"], run: () => voice.change(), remote: true,
      names: ["a"], does: "voice: words are spoken, slides go on by themselves" },
{% endif %}
    { keys: ["m"], run: () => dialogs.openMenu(stage.current),
      names: ["m"], does: "chapters" },
    { keys: ["Escape", "o"], run: () => Reveal.toggleOverview(),
      names: ["Esc", "o"], does: "map of all slides" },
    { keys: ["Enter"], run: () => overview() && Reveal.toggleOverview() },
    { keys: ["f"], run: fullScreen, names: ["f"], does: "full screen" },
    { keys: ["s"], run: () => speaker.open(),
      names: ["s"], does: "speaker view: notes, clock, next slide" },
    { keys: ["?"], run: () => dialogs.openHelp(), names: ["?"], does: "these keys" },
  ];
  const actions = new Map(table.flatMap((entry) => entry.keys.map((key) => [key, entry])));

  // What a key would give on an English keyboard, by its place: where the letters are
  // Greek or Russian, ours are found there.
  function atPlace({ code, shiftKey }) {
    if (code === "Slash" && shiftKey) return "?";
    return code === "Period" ? "." : code?.replace("Key", "").toLowerCase();
  }

  // Returns the name of a pressed key in the table, if it is there: its letter counts
  // before its place.
  function name(event) {
    if (event.key === " " && event.shiftKey) return "Shift ";
    const names = [event.key, event.key?.toLowerCase(), atPlace(event)];
    return names.find((one) => actions.has(one));
  }

  // Does what a key does. On a black screen every key first brings the slide back.
  function press(key, isRemote = true) {
    const action = actions.get(key);
    if (!action || (isRemote && !action.remote)) return false;
    if (Reveal.isPaused() && !action.keys.includes("b")) Reveal.togglePause(false);
    action.run();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.defaultPrevented || dialogs.isOpen) return; // a dialog's own key
    // A button that has the focus takes these keys itself.
    if (target.closest?.("button, a") && [" ", "Enter"].includes(key)) return;
    if (press(name(event), false)) event.preventDefault();
  });

  dialogs.listKeys(table.filter((entry) => entry.names));
  return { press, name };
})();
