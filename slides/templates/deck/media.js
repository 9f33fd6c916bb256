"use strict";

// Videos and pictures by name, ready to be shown: as blobs where the page holds them,
// as addresses where they lie beside it.
const media = (() => {
  const sources = new Map(); // name → Blob or address
  const addresses = new Map(); // name → what <img> and <video> take as src
  const waiting = new Map(); // name → those who want it as soon as it is there

  function blob(dataAddress) {
    const comma = dataAddress.indexOf(",");
    const kind = dataAddress.slice("data:".length, dataAddress.indexOf(";"));
    const text = dataAddress.slice(comma + 1);
    const bytes = Uint8Array.fromBase64
      ? Uint8Array.fromBase64(text)
      : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return new Blob([bytes], { type: kind });
  }

  // Takes what the script just before the calling one holds, and frees its text.
  function take() {
    const caller = document.currentScript;
    const script = caller.previousElementSibling;
    const { name } = script.dataset;
    const text = script.textContent;
    script.remove();
    caller.remove();
    if (text.startsWith("data:")) {
      sources.set(name, blob(text));
      addresses.set(name, URL.createObjectURL(sources.get(name)));
    } else {
      sources.set(name, new URL(text, document.baseURI).href);
      addresses.set(name, sources.get(name));
    }
    for (const resolve of waiting.get(name) ?? []) resolve(addresses.get(name));
    waiting.delete(name);
  }

  // Gives the address as soon as it is there.
  function address(name) {
    if (addresses.has(name)) return Promise.resolve(addresses.get(name));
    return new Promise((resolve) => {
      waiting.set(name, [...(waiting.get(name) ?? []), resolve]);
    });
  }

  return { take, address, source: (name) => sources.get(name) };
})();
