// Keeps pages on this device, and the area and the job, each only when its button is pressed. One button wipes it all.
// Nothing typed is kept: the worker fetches a page again by its address, and area and job are codes with their names.
(() => {
  "use strict";
  const template = document.getElementById("device");
  if (!template) return;
  const KNOWN = "area-and-job";
  const path = location.pathname, able = "serviceWorker" in navigator && "caches" in self && path !== "/ask";
  const wanted = path === "/" ? "/urgent" : path; // the first page offers urgent help, not itself
  const copied = document.documentElement.dataset.kept; // the day, where this page is a copy
  const listed = document.getElementById("kept-pages"), plain = !copied && !listed;
  const section = template.content.firstElementChild.cloneNode(true), said = section.querySelector("[role=status]");
  const { codes, names } = section.dataset, changed = new Map();

  function known() {
    try { return /^[\w-]{4} /.test(localStorage[KNOWN]) ? localStorage[KNOWN] : ""; } catch { return ""; }
  }

  // Puts what is remembered into the links of a page that begins a talk. On others the position says what was chosen.
  function fill() {
    changed.forEach((before, [element, name]) => element.setAttribute(name, before));
    changed.clear();
    if (!known() || !plain || location.search || /^\/(at|found|browse|ask)/.test(path)) return;
    const [role, area] = known().match(/../g);
    for (const element of document.querySelectorAll("[href*='/at/1'], [href*='after=1'], [name=after]")) {
      const name = element.href ? "href" : "value", before = element.getAttribute(name);
      changed.set([element, name], before);
      element.setAttribute(name, before.replace(/(^|\/at\/|after=)1(..)(..)/, (_, start, its, there) =>
        `${start}1${its === "--" ? role : its}${there === "--" ? area : there}`));
    }
  }

  async function draw() {
    fill();
    const copy = able && await caches.match(wanted), any = able && await caches.has("kept"), mine = known();
    const chose = codes !== "----" && !mine.startsWith(codes);
    const shown = {
      title: plain, copied: copied && !listed, kept: plain && copy, keep: plain && able && !copy,
      list: any && !listed, wipe: any || mine, remember: plain && chose, known: mine && (plain || listed),
    };
    const { children } = template.content.firstElementChild.cloneNode(true);
    section.replaceChildren(...[...children].slice(0, -1), said);
    for (const part of section.querySelectorAll("[data-if]")) if (!shown[part.dataset.if]) part.remove();
    for (const part of section.querySelectorAll("[data-says]"))
      part.textContent = part.dataset.says.replace("{day}", copied || (copy && copy.headers.get("x-kept")))
        .replace("{what}", mine.slice(5));
    section.hidden = !section.querySelector("button") && !said.textContent;
    document.dispatchEvent(new Event("drawn"));
  }

  async function wipe() {
    try { localStorage.removeItem(KNOWN); } catch { /* what may not be used holds nothing */ }
    if (!able) return;
    const empty = async () => { for (const name of await caches.keys()) await caches.delete(name); };
    await empty();
    for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
    await empty(); // of what the worker may have put there meanwhile
  }

  function blank() { // a copy that is wiped does not stay on the screen either
    const heading = document.createElement("h1");
    heading.textContent = said.dataset.wipe;
    heading.tabIndex = -1;
    document.querySelector("main").replaceChildren(heading);
    heading.focus();
  }

  const actions = {
    async keep() {
      await navigator.serviceWorker.register("/worker.js");
      const worker = (await navigator.serviceWorker.ready).active, { port1, port2 } = new MessageChannel();
      const answer = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
      worker.postMessage(wanted, [port2]);
      if (!await answer) throw Error();
    },
    remember: () => { localStorage[KNOWN] = `${codes} ${names}`; },
    forget: () => localStorage.removeItem(KNOWN),
    wipe: async () => { await wipe(); if (copied && !listed) blank(); },
  };
  section.addEventListener("click", async ({ target: { dataset } }) => {
    if (!actions[dataset.do]) return;
    section.inert = true; // one thing at a time
    try {
      await actions[dataset.do]();
      said.textContent = said.dataset[dataset.do];
    } catch {
      if (able && !await caches.has("kept") && !known()) await wipe(); // nothing is half kept
      said.textContent = said.dataset.failed;
    }
    if (!section.isConnected) return;
    await draw();
    section.inert = false;
    said.focus();
  });
  addEventListener("pageshow", async ({ persisted }) => { // the way back leads to no copy that was wiped
    if (persisted && copied && !await caches.has("kept")) blank();
  });

  section.hidden = true; // where a browser lets nothing be kept, it is never drawn
  if (copied) document.querySelectorAll("form.ask, .feedback").forEach((part) => part.remove()); // it could not be sent
  if (plain) document.querySelector("main").append(section);
  else if (listed) listed.before(section);
  else document.querySelector("h1").after(section);
  draw().catch(() => {});
})();
