// Lights up all that belongs to a statement while one looks at it; the pages work without this.
"use strict";
(() => {
  const lit = (ids, on) => {
    for (const id of ids)
      for (const piece of document.querySelectorAll(`[data-s~="${CSS.escape(id)}"]`)) piece.classList.toggle("lit", on);
  };
  const ids = (text) => (text || "").split(" ").filter(Boolean);
  for (const handle of document.querySelectorAll(".handle")) {
    const chain = ids(handle.dataset.chain);
    for (const [event, on] of [["mouseenter", true], ["focus", true], ["mouseleave", false], ["blur", false]])
      handle.addEventListener(event, () => lit(chain, on));
    handle.addEventListener("keydown", (event) => { if (event.key === "Escape") handle.blur(); });
  }
  for (const piece of document.querySelectorAll("span[data-s]")) {
    const own = ids(piece.dataset.s);
    piece.addEventListener("mouseenter", () => lit(own, true));
    piece.addEventListener("mouseleave", () => lit(own, false));
  }
})();
