"use strict";
// Comfort only: asks before what was typed is lost, and goes to the list of faults.
(() => {
  const form = document.querySelector("form.edit");
  let typed = document.querySelector(".unsaved") !== null;
  form?.addEventListener("input", () => (typed = true));
  form?.addEventListener("submit", () => (typed = false));
  addEventListener("beforeunload", (event) => typed && event.preventDefault());
  document.querySelector(".error-summary")?.focus();
})();
