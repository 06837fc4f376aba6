// Turns the words that are selected in the text into offsets in code points; the forms work without this.
"use strict";
(() => {
  let taken = "";
  const at = (node, offset) => {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (!piece) return null;
    const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : "";
    return Number(piece.dataset.at) + [...before].length;
  };
  const ends = (range) => {
    let end = at(range.endContainer, range.endOffset);
    if (range.endOffset === 0 && range.endContainer.nodeType === Node.TEXT_NODE) end = at(range.endContainer, 0);
    return [at(range.startContainer, range.startOffset), end];
  };
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const [start, end] = ends(selection.getRangeAt(0));
    if (start !== null && end !== null && start < end) taken = `${start}-${end}`;
  });
  for (const button of document.querySelectorAll("button.take"))
    button.addEventListener("click", () => {
      const field = document.getElementById(button.dataset.for);
      if (taken) field.value = taken;
      field.focus();
    });
})();
