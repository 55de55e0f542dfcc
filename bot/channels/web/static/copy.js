// Adds a button that copies the note above it. Without this script a press on the note selects all of it.
(() => {
  const { copy, copied } = document.currentScript.dataset;
  if (!navigator.clipboard) return; // a page without https
  for (const note of document.querySelectorAll(".record")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () =>
      navigator.clipboard.writeText(note.textContent.trim()).then(() => (button.textContent = copied), () => {}));
    note.after(button);
  }
})();
