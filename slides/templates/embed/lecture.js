// Clips of the lecture: one row of buttons, loops that begin when seen, numbers on hover,
// colours of the site. Without this script the browser's own controls play the clips.
// A page may load it more than once.
(() => {
  "use strict";
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const clock = (s) => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, "0")}`;
  const make = (tag, settings, ...children) => {
    const made = Object.assign(document.createElement(tag), settings);
    made.append(...children);
    return made;
  };

  // --- Dark or light: what the site says of itself, else what the system prefers.
  const ATTRIBUTE = /^(?!.*(dark|light))(.*-)?(theme|mode|scheme|appearance|skin)$/i;
  const SAID = /(?:^|[\s_:-])(dark|light)(?:$|[\s_-])/i;
  const CLASS = /(?:^|\s)(?:(?:theme|mode|is|color-scheme)-{1,2})?(dark|light)(?:-(?:theme|mode|scheme))?(?:\s|$)/i;
  const turns = []; // what colours each clip anew
  const turning = new WeakSet(); // videos that are loaded anew meanwhile
  let painted, prefers = system.matches, repainted = false;

  function stated() {
    for (const element of [document.body, document.documentElement]) {
      for (const { name, value } of element.attributes) {
        const form = name === "class" ? CLASS : ATTRIBUTE.test(name) ? SAID : null;
        const said = form && form.exec(value);
        if (said) return said[1].toLowerCase() === "dark";
      }
      const [scheme, other] = getComputedStyle(element).colorScheme.match(/dark|light/g) || [];
      if (scheme && !other) return scheme === "dark";
    }
    return null;
  }
  function isPaintedDark() {
    for (const element of [document.body, document.documentElement]) {
      const [r, g, b, alpha = 1] = getComputedStyle(element).backgroundColor.match(/[\d.]+/g) || [];
      if (b !== undefined && alpha > 0.5) return 0.3 * r + 0.6 * g + 0.1 * b < 110;
    }
    return null;
  }
  function isDark() {
    const now = isPaintedDark();
    // A page that changes its paper while the system does not has a button for it.
    if (painted === !now && now !== null && prefers === system.matches) repainted = true;
    painted = now;
    prefers = system.matches;
    return stated() ?? (repainted && now !== null ? now : now || prefers);
  }
  function recolour() {
    const dark = isDark();
    for (const turn of turns) turn(dark);
  }

  // Themes change the address of an image, put it off, or lay a link around it.
  function repair(clip) {
    for (const name of ["src", "srcset"]) {
      for (const late of clip.querySelectorAll(`[data-${name}]`)) {
        late[name] = late.dataset[name];
        late.removeAttribute(`data-${name}`);
      }
    }
    const image = clip.querySelector("img"), link = image.closest("a");
    if (clip.contains(link)) link.replaceWith(image);
    const address = clip.querySelector("picture source:not([media])").srcset.replace(/\.avif$/, ".jpg");
    return (dark) => {
      const wanted = dark ? address.replace(/-light(\.\w+)$/, "-dark$1") : address;
      if ((image.getAttribute("src") || "").replace(/#.*/, "") !== wanted) image.src = wanted;
    };
  }
  function colours(clip, video, told) {
    const show = repair(clip);
    show(false);
    const dark = [...clip.querySelectorAll("source[media]")]; // none if there is one theme
    if (!dark.length) return;
    let shown = system.matches, place = null;

    function reload() {
      // What plays goes on in the other colours; its last picture bridges the gap.
      place = place || {
        time: video.currentTime, goes: !video.paused, rate: video.playbackRate, words: video.textTracks[0].mode,
      };
      if (!place.time && !place.goes) {
        place = null;
        return video.load();
      }
      const bridge = make("canvas", { width: video.videoWidth, height: video.videoHeight });
      bridge.getContext("2d").drawImage(video, 0, 0);
      video.after(bridge);
      const done = () => {
        bridge.remove();
        if (!place && turning.delete(video)) told();
      };
      turning.add(video);
      for (const event of ["seeked", "error"]) video.addEventListener(event, done, { once: true });
      setTimeout(() => {
        place = null;
        done();
      }, 20000);
      video.preload = "auto";
      video.load();
      video.addEventListener("loadedmetadata", () => {
        if (!place) return;
        video.currentTime = place.time;
        video.playbackRate = place.rate;
        video.textTracks[0].mode = place.words;
        if (place.goes) video.play().catch(() => {});
        place = null;
      }, { once: true });
    }
    turns.push((now) => {
      clip.classList.toggle("lecture-dark", now);
      clip.classList.toggle("lecture-light", !now);
      for (const source of dark) source.media = now ? "all" : "not all";
      show(now);
      if (now !== shown) reload();
      shown = now;
    });
    turns[turns.length - 1](isDark());
  }

  // --- Words and numbers, which open on demand.
  function words(span) {
    const text = make("p", { id: span.id }, ...span.childNodes);
    span.replaceWith(make("details", { className: "lecture-words" }, make("summary", {}, span.dataset.label), text));
  }
  function numbers(link) {
    const told = JSON.parse(link.dataset.numbers);
    const row = (cells, tag, settings) => make("tr", {}, ...cells.map((cell) => make(tag, settings, cell)));
    const rows = told.rows.map(([text, value, path]) => row([text, value, make("code", {}, path)], "td", {}));
    const table = make("table", {}, make("thead", {}, row(told.head, "th", { scope: "col" })), make("tbody", {}, ...rows));
    const about = make("p", {}, `${told.about} `, make("a", { href: link.href }, told.file), ".");
    const panel = make("div", { className: "lecture-panel", tabIndex: 0 }, about, table);
    panel.setAttribute("role", "region");
    panel.setAttribute("aria-label", told.label);
    const summary = make("summary", {}, link.textContent);
    const details = make("details", { className: "lecture-numbers" }, summary, panel);
    link.replaceWith(details);
    let hovered = false; // open only as long as the pointer rests on it
    details.addEventListener("toggle", () => {
      if (details.open && !hovered) panel.scrollIntoView({ block: "nearest" });
    });
    details.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse" && !details.open) hovered = details.open = true;
    });
    details.addEventListener("pointerleave", () => {
      if (hovered) hovered = details.open = false;
    });
    summary.addEventListener("click", (event) => {
      if (hovered) event.preventDefault();
      hovered = false;
    });
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      hovered = details.open = false;
      summary.focus();
    });
  }

  // --- The clip's name on its page: one of its own, found also by its short form.
  function name(clip) {
    for (let n = 2, id = clip.id; document.getElementById(clip.id) !== clip; n++) {
      clip.id = `${id}-${n}`;
    }
    clip.querySelector(".lecture-words").id = `${clip.id}-words`;
    clip.querySelector("video").setAttribute("aria-describedby", `${clip.id}-words`);
    clip.querySelector(".lecture-link").href = `#${clip.id}`;
    const short = `clip-${clip.dataset.clip.replace("/", "-")}`;
    if (document.getElementById(short)) return;
    clip.before(make("span", { id: short, className: "lecture-short" }));
    if (location.hash === `#${short}`) location.replace(location.hash);
  }

  function setUp(clip) {
    const find = (what) => clip.querySelector(what);
    const video = find("video"), toggle = find(".lecture-toggle"), seek = find(".lecture-seek");
    const captions = find(".lecture-captions"), track = video.textTracks[0];
    let own = true; // whether a loop may begin and stop by itself: until the reader decides

    const play = () => video.play().catch(() => {});
    const press = () => {
      own = false;
      if (video.paused) play(); else video.pause();
    };
    const show = () => {
      if (turning.has(video)) return;
      clip.classList.toggle("lecture-playing", !video.paused);
      toggle.setAttribute("aria-label", video.paused ? "Play" : "Pause");
    };
    const tell = () => {
      if (turning.has(video)) return;
      const end = video.duration || Number(seek.max);
      seek.max = end;
      seek.value = video.currentTime;
      seek.setAttribute("aria-valuetext", `${Math.round(video.currentTime)} of ${Math.round(end)} seconds`);
      find(".lecture-time").textContent = clock(video.currentTime || end);
    };

    clip.classList.add("lecture-ready");
    name(clip);
    video.controls = false;
    find(".lecture-bar").hidden = false;
    words(find(".lecture-words"));
    if (find(".lecture-numbers")) numbers(find(".lecture-numbers"));
    colours(clip, video, () => { show(); tell(); });
    tell();
    toggle.addEventListener("click", press);
    video.addEventListener("click", press);
    video.addEventListener("play", () => {
      for (const other of document.querySelectorAll(".lecture-clip video")) {
        if (other !== video) other.pause();
      }
      show();
    });
    for (const event of ["pause", "emptied"]) video.addEventListener(event, show);
    for (const event of ["timeupdate", "durationchange", "seeked"]) video.addEventListener(event, tell);
    seek.addEventListener("input", () => {
      own = false;
      video.currentTime = seek.value;
    });
    captions.addEventListener("click", () => {
      track.mode = track.mode === "showing" ? "hidden" : "showing";
      captions.setAttribute("aria-pressed", track.mode === "showing");
    });
    const full = find(".lecture-full");
    // Telephones know it of videos alone; a page in a frame may be denied it.
    if (!(document.fullscreenEnabled && video.requestFullscreen) && !video.webkitEnterFullscreen) full.remove();
    full.addEventListener("click", () => {
      if (video.requestFullscreen) video.requestFullscreen().catch(() => {});
      else video.webkitEnterFullscreen();
    });
    video.addEventListener("fullscreenchange", () => {
      video.controls = document.fullscreenElement === video;
    });
    if (video.loop && "IntersectionObserver" in window) {
      const saving = navigator.connection && navigator.connection.saveData;
      new IntersectionObserver(([seen]) => {
        if (!own) return;
        if (seen.isIntersecting && !calm.matches && !saving) play();
        else video.pause();
      }, { threshold: 0.6 }).observe(find(".lecture-frame"));
      calm.addEventListener("change", () => own && video.pause());
    }
  }

  function look() {
    for (const clip of document.querySelectorAll(".lecture-clip:not(.lecture-ready)")) setUp(clip);
  }
  look();
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true }); // pages that load more
  const themes = new MutationObserver(recolour);
  for (const element of [document.documentElement, document.body]) themes.observe(element, { attributes: true });
  themes.observe(document.head, { attributes: true, childList: true, subtree: true });
  document.addEventListener("load", (event) => event.target.sheet && recolour(), true);
  document.addEventListener("transitionend", (event) => event.target.contains(document.body) && recolour(), true);
  system.addEventListener("change", recolour);
})();
