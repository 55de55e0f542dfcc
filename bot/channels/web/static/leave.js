// Leaves at once: blanks the page, then puts the weather in its place, so that Back does not return to it.
// Shift pressed three times within a second and a half does the same. Without this script the link is a plain link.
(() => {
  const link = document.querySelector("a.leave");
  if (!link) return;
  const leave = (event) => {
    if (event) event.preventDefault();
    document.documentElement.hidden = true;
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
  // A page that a browser kept whole is fetched again, and never shown as it was left.
  addEventListener("pageshow", (event) => {
    if (event.persisted && document.documentElement.hidden) location.replace(link.href);
  });
})();
