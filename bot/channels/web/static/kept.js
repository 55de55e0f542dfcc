// Lists what is kept on this device, each with the day it was fetched; drawn again whenever the offers are (keep.js).
document.addEventListener("drawn", async () => {
  "use strict";
  const parts = [...document.querySelectorAll("#kept-pages section")], rows = parts.map(() => []);
  const cache = self.caches && await caches.has("kept") && await caches.open("kept");
  for (const request of cache ? await cache.keys() : []) {
    const answer = await cache.match(request), path = new URL(request.url).pathname;
    const title = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("h1");
    if (!title || path === "/kept") continue;
    const row = document.createElement("li"), link = document.createElement("a"), day = document.createElement("p");
    link.href = path;
    link.textContent = title.textContent;
    day.textContent = answer.headers.get("x-kept");
    row.append(link, day);
    rows[Number(/^\/(urgent$|at\/1----u----c)/.test(path))].push(row);
  }
  for (const [number, part] of parts.entries()) {
    part.hidden = !rows[number].length;
    part.querySelector("ul").replaceChildren(...rows[number]);
  }
  document.getElementById("kept-none").hidden = rows.flat().length > 0;
});
