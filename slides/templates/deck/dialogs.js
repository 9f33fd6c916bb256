"use strict";

// What opens over the slides: the menu of chapters and the list of keys.
const dialogs = (() => {
  const menu = document.querySelector(".menu");
  const help = document.querySelector(".help");
  const links = [...menu.querySelectorAll("a")];

  function expand(chapter, open) {
    const button = chapter.querySelector("button");
    button.setAttribute("aria-expanded", String(open));
    chapter.querySelector("ol").hidden = !open;
  }

  // Opens the menu at a slide, its chapter unfolded.
  function openMenu(slide) {
    for (const link of links) link.removeAttribute("aria-current");
    const address = `#/${slide.id}`;
    const own = links.findLast((link) => link.getAttribute("href") === address);
    own?.setAttribute("aria-current", "true"); // the title belongs to no chapter
    for (const chapter of menu.querySelectorAll(".part")) {
      expand(chapter, chapter.contains(own));
    }
    menu.showModal();
    (own ?? links[0]).focus();
    (own ?? links[0]).scrollIntoView({ block: "center" });
  }

  const shown = () => links.filter((link) => link.getClientRects().length);

  // Moves among the links as in a tree: right unfolds a chapter, left folds it.
  function move(event) {
    const link = document.activeElement;
    const chapter = link.closest(".part");
    const list = shown();
    const place = list.indexOf(link);
    const last = list.length - 1;
    const steps = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: last };
    if (event.key in steps) {
      list[Math.max(0, Math.min(steps[event.key], last))].focus();
    } else if (chapter && event.key === "ArrowRight") {
      expand(chapter, true);
    } else if (chapter && event.key === "ArrowLeft") {
      chapter.querySelector("a").focus();
      expand(chapter, false);
    } else if (keys.name(event) === "m") {
      menu.close();
    } else {
      return;
    }
    event.preventDefault();
  }

  menu.addEventListener("keydown", move);
  menu.addEventListener("click", (event) => {
    const button = event.target.closest("button[aria-expanded]");
    if (button) {
      const open = button.getAttribute("aria-expanded") === "true";
      expand(button.closest("li"), !open);
    } else if (event.target.closest("a")) {
      menu.close();
    }
  });
  for (const dialog of [menu, help]) {
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close(); // beside its contents
    });
  }
  help.addEventListener("keydown", (event) => {
    if (keys.name(event) !== "?") return;
    help.close();
    event.preventDefault();
  });

  // Lists keys: their names and what they do.
  function listKeys(entries) {
    for (const { names, does } of entries) {
      const term = document.createElement("dt");
      for (const name of names) {
        const key = document.createElement("kbd");
        key.textContent = name;
        term.append(key, " ");
      }
      const description = document.createElement("dd");
      description.textContent = does;
      help.querySelector("dl").append(term, description);
    }
  }

  return {
    openMenu,
    listKeys,
    openHelp: () => help.showModal(),
    get isOpen() { return menu.open || help.open; },
  };
})();
