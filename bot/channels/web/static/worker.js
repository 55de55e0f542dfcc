// Keeps pages for when there is no signal. Only a press of "Keep" registers it (keep.js), and one press removes it again.
// The line above names what is kept with every page: the list of what is kept, urgent help, the danger cards, the files.
const CACHE = "kept";
const PATIENCE = 5000; // milliseconds that a page which is kept may take to come from the network

async function stored(address, answer) {
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name); // of what travelled
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  headers.set("x-kept", day);
  const text = (await answer.text()).replace("<html ", `<html data-kept="${day}" `);
  return [address, new Response(text, { headers })];
}

async function fetched(address) { // "?keep": nobody reads the page now, so it is not counted
  const answer = await fetch(address.includes("?") ? address : `${address}?keep`, { cache: "no-cache" });
  if (!answer.ok) throw Error();
  return stored(address, answer);
}

const all = (addresses) => Promise.all([...new Set(addresses)].map(fetched));

async function put(copies, pressed = false) { // once all is wiped, only a press begins again
  if (!pressed && !await caches.has(CACHE)) return;
  const cache = await caches.open(CACHE);
  for (const [address, answer] of copies) await cache.put(address, answer);
}

// What stands for an address: its own copy, or that of the same danger card or of urgent help, wherever they were opened.
async function copyOf(path) {
  const [step] = path.match(/(?<=^\/at\/.*)(c[\w-]{4}|u----)$/) || [];
  return await caches.match(path) || (step && await caches.match(step === "u----" ? "/urgent" : `/at/1----u----${step}`));
}

async function shown(event, { pathname, search }) {
  const copy = await copyOf(pathname);
  const late = new Promise((_, reject) => copy && setTimeout(reject, PATIENCE));
  try {
    const answer = await Promise.race([fetch(event.request), late]);
    const own = !search && answer.ok && event.request.method === "GET" && await caches.match(pathname);
    if (own) event.waitUntil(stored(pathname, answer.clone()).then((copy) => put([copy])));
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
