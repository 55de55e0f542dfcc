// Keeps pages for when there is no signal. Only a press of "Keep" registers it (keep.js), and one press removes it again.
// The line above names what is kept with every page: the list of what is kept, urgent help, the danger cards, the files.
const CACHE = "kept";
const PATIENCE = 5000; // milliseconds that a page which is kept may take to come from the network

const today = () => new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

// A page is asked for in a form, so that no log on the way shows which. A file is the same for everybody.
const ask = (fields, more) => fetch("/kept", { method: "POST", body: new URLSearchParams(fields), ...more });

async function fetched(address) { // "keep": nobody reads the page now, so it is not counted, and its links are as they are
  const answer = await (address.includes("?") ? fetch(address, { cache: "no-cache" }) : ask({ address, keep: "yes" }));
  if (!answer.ok) throw Error();
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name); // of what travelled
  headers.set("x-kept", today());
  const text = (await answer.text()).replace("<html ", `<html data-kept="${today()}" `);
  return [address, new Response(text, { headers })];
}

const all = (addresses) => Promise.all([...new Set(addresses)].map(fetched));

async function put(copies, pressed = false) { // once all is wiped, only a press begins again
  if (!pressed && !await caches.has(CACHE)) return;
  const cache = await caches.open(CACHE);
  for (const [address, answer] of copies) await cache.put(address, answer);
}

// The page that was opened, and anything from another day: so no copy is out of date for long.
async function renew(opened) {
  const cache = await caches.has(CACHE) && await caches.open(CACHE);
  for (const { url } of cache ? await cache.keys() : []) {
    const { pathname, search } = new URL(url), copy = await cache.match(url);
    if (search || (pathname !== opened && copy?.headers.get("x-kept") === today())) continue;
    await fetched(pathname).then((fresh) => put([fresh]), () => {}); // otherwise another time
  }
}

// What is shown for an address: its own copy, or that of the same danger card or urgent help, wherever it was opened.
async function copyOf(opened) {
  // Without what a link adds to a position: which words it was drawn from, and what its press means.
  const path = opened.replace(/^(\/at\/1.{4}(W.{4})?)X.{4}/, "$1").replace(/^(\/at\/.*)q[\w-]{4}$/, "$1");
  const [, step] = path.match(/^\/at\/.*(c[\w-]{4}|u----)$/) || [];
  return await caches.match(opened) || await caches.match(path) || (step && await caches.match(step === "u----" ? "/urgent" : `/at/1----u----${step}`));
}

async function shown(event, { pathname, search }) {
  const copy = await copyOf(pathname);
  const late = new Promise((_, reject) => copy && setTimeout(reject, PATIENCE));
  try {
    const plain = /^\/(at|found|browse|go|card)\//.test(pathname) || /[?&]after=/.test(search); // as copies have them
    const sent = { redirect: "manual" }; // to its sealed address
    const answer = await Promise.race([plain ? ask({ address: pathname + search }, sent) : fetch(event.request), late]);
    event.waitUntil(answer.clone().text().then((text) => renew((text.match(/ data-address="([^"?]*)/) || [])[1])));
    return answer;
  } catch {
    return copy || await caches.match("/kept") || Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (address.origin !== location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(shown(event, address));
  else if (WITH_EVERY_PAGE.includes(address.pathname + address.search))
    event.respondWith(caches.match(event.request).then((file) => file || fetch(event.request)));
});
self.addEventListener("message", (event) => {
  const tell = (kept) => event.ports[0].postMessage(kept);
  event.waitUntil(all([...WITH_EVERY_PAGE, event.data]).then((copies) => put(copies, true)).then(() => tell(true), () => tell(false)));
});
self.addEventListener("install", (event) => { // a later version: the guidance or the files have changed
  event.waitUntil(caches.has(CACHE).then((kept) => kept && all(WITH_EVERY_PAGE).then(put)).then(() => self.skipWaiting()));
});
