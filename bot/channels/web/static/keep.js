// Keeps pages on this device, and the area and the job, each only when its button is pressed. One button wipes it all.
// Nothing typed is kept: the worker fetches a page again by its address, and area and job are codes with their names.
// The page holds its own address, because the one in the browser is sealed. Without one, nothing can be kept.
(() => {
  "use strict";
  const template = document.getElementById("device");
  if (!template?.dataset.address) return;
  const KNOWN = "area-and-job";
  const [path, search] = template.dataset.address.split("?");
  const able = "serviceWorker" in navigator && "caches" in self && path !== "/ask";
  const wanted = path === "/" ? "/urgent" : path; // the first page offers urgent help, not itself
  const copied = document.documentElement.dataset.kept; // the day, where this page is a copy
  const listed = document.getElementById("kept-pages"), plain = !copied && !listed;
  const { codes, names } = template.dataset;
  const offered = new DOMParser().parseFromString(OFFERED, "text/html").body.firstElementChild; // written above
  for (const button of offered.querySelectorAll("button"))
    button.textContent = (wanted === "/urgent" && button.dataset.urgent || button.textContent).replace("{what}", names);
  const section = offered.cloneNode(true), said = section.querySelector("[role=status]");
  const styled = document.querySelector(`link[href="${STYLE}"]`) || new Promise((done) => {
    const link = document.createElement("link");
    document.head.append(Object.assign(link, { rel: "stylesheet", href: STYLE, onload: done, onerror: done }));
  });
  const field = document.querySelector("[name=after]"), asks = field?.defaultValue;

  function known() {
    try { return /^[\w-]{4} /.test(localStorage[KNOWN]) ? localStorage[KNOWN] : ""; } catch { return ""; }
  }

  // On a page that begins a talk, a link takes what is remembered along, in a form: no log sees it, and addresses are
  // sealed. So does the box to ask in. On other pages the position says what was chosen.
  const begins = plain && !search && !/^\/(at|found|browse|go|ask)/.test(path);
  const filled = (position) => position.replace(/^1(..)(..)/, (_, role, area) =>
    `1${role === "--" ? known().slice(0, 2) : role}${area === "--" ? known().slice(2, 4) : area}`);

  function take(event) {
    const link = event.target.closest("a[href^='/to/']");
    if (!link || !known() || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action: "/kept", hidden: true });
    for (const [name, value] of Object.entries({ address: link.getAttribute("href"), as: known().slice(0, 4) })) {
      const part = document.createElement("input");
      Object.assign(part, { name, value });
      form.append(part);
    }
    document.body.append(form);
    form.submit();
    form.remove();
  }

  async function draw() {
    if (begins && field) field.setAttribute("value", known() ? filled(asks) : asks);
    const copy = able && await caches.match(wanted), any = able && await caches.has("kept"), mine = known();
    const chose = codes !== "----" && !mine.startsWith(codes);
    const shown = {
      title: plain, copied: copied && !listed, kept: plain && copy, keep: plain && able && !copy,
      list: any && !listed, wipe: any || mine, remember: plain && chose, known: mine && (plain || listed),
    };
    const { children } = offered.cloneNode(true);
    section.replaceChildren(...[...children].slice(0, -1), said);
    for (const part of section.querySelectorAll("[data-if]")) if (!shown[part.dataset.if]) part.remove();
    for (const part of section.querySelectorAll("[data-says]"))
      part.textContent = part.dataset.says.replace("{day}", copied || (copy && copy.headers.get("x-kept")))
        .replace("{what}", mine.slice(5));
    await styled;
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

  function blank() { // a wiped copy does not stay on the screen either
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
  addEventListener("pageshow", async ({ persisted }) => { // Back never leads to a copy that was wiped
    if (persisted && copied && !await caches.has("kept")) blank();
  });

  if (begins) document.addEventListener("click", take);
  section.hidden = true; // never shown where a browser cannot keep anything
  if (copied) document.querySelectorAll("form, .feedback").forEach((part) => part.remove()); // it could not be sent
  if (plain) document.querySelector("main").append(section);
  else if (listed) listed.before(section);
  else document.querySelector("h1").after(section);
  draw().catch(() => {});
})();
