"use strict";
// Comfort only: asks before what was typed is lost, says that it is saving, and goes to the list of faults.
(() => {
  const form = document.querySelector("form.edit");
  let typed = document.querySelector(".unsaved") !== null;
  form?.addEventListener("input", () => (typed = true));
  const buttons = [...(form?.querySelectorAll(".buttons button") ?? [])];
  const names = buttons.map((button) => button.textContent);

  function saving(pressed) {
    buttons.forEach((button, place) => {
      button.disabled = Boolean(pressed);
      button.textContent = button === pressed ? "Saving…" : names[place];
    });
    document.getElementById("saving").textContent = pressed ? "Saving. This takes some seconds." : "";
  }

  if (form) {
    form.elements.live.disabled = false; // a save need not wait until the preview shows it, as that reloads by itself
    addEventListener("pageshow", () => saving(null)); // after going back, as it was
  }
  form?.addEventListener("submit", (event) => {
    typed = false;
    setTimeout(saving, 0, event.submitter ?? buttons[0]); // a button that is disabled now would not be sent
  });
  addEventListener("beforeunload", (event) => typed && event.preventDefault());
  document.querySelector(".error-summary")?.focus();
})();
