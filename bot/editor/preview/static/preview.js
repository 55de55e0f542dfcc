"use strict";
// Reloads the page after each save, keeping what is typed, what is open and the scroll position.
(() => {
  let change = document.currentScript.dataset.change;
  let left = false;
  let before = 0; // the scroll position before faults were shown
  const find = (id, within = document) => within.getElementById(id);

  function asked() {
    const again = find("again");
    if (!again) return fetch(location.href);
    return fetch(again.action, { method: "POST", body: new URLSearchParams(new FormData(again)) });
  }

  function spot(element) {
    if (!element) return "";
    if (element.id) return `#${CSS.escape(element.id)}`;
    if (element.matches("details[id] > summary")) return `#${CSS.escape(element.parentNode.id)} > summary`;
    return element.hasAttribute("href") ? `a[href="${CSS.escape(element.getAttribute("href"))}"]` : "";
  }

  function top(fresh) {
    const [had, has] = [document, fresh].map((page) => Boolean(find("preview-faults", page)));
    if (has && !had) before = scrollY;
    return has && !had ? 0 : had && !has ? before : scrollY;
  }

  function unfold(fresh) {
    for (const one of document.querySelectorAll("details[id]")) {
      const other = find(one.id, fresh);
      if (other) other.open = one.open || (one.id === "preview-day" && other.open);
    }
  }

  function put(fresh) {
    const [old, beside, told] = [find("question"), document.querySelector(".beside"), find("preview-told")];
    const [focused, read, aside] = [spot(document.activeElement), top(fresh), beside ? beside.scrollTop : 0];
    const marked = old && [old.selectionStart, old.selectionEnd];
    unfold(fresh);
    document.title = fresh.title;
    document.body.replaceWith(fresh.body);
    const box = find("question");
    if (old && box) {
      box.value = old.value;
      box.setSelectionRange(...marked);
    }
    if (focused) document.querySelector(focused)?.focus({ preventScroll: true });
    document.querySelector(".beside")?.scrollTo(0, aside);
    scrollTo(0, read);
    if (!told) return;
    find("preview-told")?.replaceWith(told);
    told.textContent = `Reloaded at ${new Date().toLocaleTimeString("en-GB")}.`;
  }

  async function show() {
    const answer = await asked();
    put(new DOMParser().parseFromString(await answer.text(), "text/html"));
    if (answer.redirected) history.replaceState(null, "", answer.url);
  }

  async function look() {
    const answer = await fetch(`/preview/change?seen=${change}`);
    if (answer.status === 200) {
      change = await answer.text();
      await show();
    } else if (answer.status !== 204) {
      throw new Error(String(answer.status));
    }
  }

  async function watch() {
    for (;;) {
      try {
        await look();
      } catch {
        const told = find("preview-told");
        if (told && !left) told.textContent = "The preview has stopped. Start it again to continue.";
        await new Promise((done) => setTimeout(done, 1000));
      }
    }
  }

  addEventListener("pagehide", () => (left = true));
  addEventListener("pageshow", () => (left = false));
  addEventListener("DOMContentLoaded", watch);
})();
