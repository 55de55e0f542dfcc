// Leaves at once: blanks the page, then puts the weather in its place, so that Back does not return to it.
// Shift pressed three times within a second and a half does the same. Without this script the link is a plain link.
(() => {
  const page = document.documentElement, link = document.querySelector("a.leave");
  if (!link) return;
  const leave = (event) => {
    event?.preventDefault();
    page.hidden = true;
    document.title = "";
    location.replace(link.href);
  };
  link.addEventListener("click", leave);
  let pressed = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") pressed = [];
    else if (!event.repeat && (pressed = [...pressed, event.timeStamp].slice(-3)).length === 3)
      if (pressed[2] - pressed[0] < 1500) leave();
  });
  // A page that a browser kept complete is fetched again, and never shown as it was left.
  addEventListener("pageshow", (event) => {
    if (event.persisted && page.hidden) location.replace(link.href);
  });
})();
// Two scripts are fetched when they are needed: suggest.js when somebody goes to the box for a question, and keep.js
// when this device holds something, or the foot of the page comes near.
(() => {
  const own = document.currentScript.src;
  const load = (src) => document.head.append(Object.assign(document.createElement("script"), { src }));
  const device = document.querySelector("template[data-address]"), keep = () => load(device.dataset.from);
  const holds = () => {
    try { return navigator.serviceWorker?.controller || document.documentElement.dataset.kept || localStorage.length; }
    catch { return false; }
  };
  const { saveData, effectiveType } = navigator.connection ?? {}; // no suggestions for people who pay for each kilobyte
  const field = document.getElementById("question"), typed = field?.value, focused = field === document.activeElement;
  if (field?.form.dataset.from && !saveData && !/2g/.test(effectiveType)) {
    // A list to choose from belongs to a combobox, and no textarea may be one (ARIA in HTML).
    field.outerHTML = field.outerHTML.replace("<textarea", '<input role="combobox" aria-expanded="false"');
    const box = document.getElementById("question");
    box.value = typed;
    box.addEventListener("focus", () => load(own.replace("leave", "suggest")), { once: true });
    if (focused) box.focus();
  }
  if (!device || document.getElementById("kept-pages")) return;
  if (holds()) return keep();
  const near = new IntersectionObserver(([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    near.disconnect();
    keep();
  }, { rootMargin: "200px" });
  near.observe(document.querySelector("footer"));
})();
