// Suggests pages while a question is typed. All of it is worked out here: nothing is sent, and nothing is stored.
(() => {
  "use strict";
  const MOST = matchMedia("(max-width: 33.99rem)").matches ? 3 : 6; // beside a phone's keyboard, three and the button fit
  const TOO_MANY = 12; // that fit equally well: the words are not specific enough yet
  const LONGEST = 40; // characters: what is longer is a question
  const field = document.getElementById("question");

  const list = document.createElement("ul"), status = document.createElement("p"), whole = document.createElement("p");
  const sheet = document.styleSheets[0];
  let pages = null, shown = [], active = -1, asked = false, timer = 0;

  // Written here, because only who types needs it: the list, and all that was typed once it is wider than its line.
  for (const rule of [
    "#suggestions { margin-top: .75rem; border: 1px solid var(--edge); border-radius: .375rem; background: var(--paper) }",
    "#suggestions li { min-height: 2.75rem; padding: .5rem .75rem; cursor: pointer }",
    "#suggestions li + li { border-top: 1px solid var(--line) }",
    "#suggestions li:hover { background: var(--wash) }",
    "#suggestions [aria-selected=true] { background: var(--link); color: var(--paper); outline: 3px solid var(--ring); outline-offset: -3px }",
    "#whole { max-height: 9rem; padding: .5rem .75rem 0; overflow: auto; overflow-wrap: anywhere; color: var(--quiet); font-size: var(--small) }",
  ]) sheet.insertRule(rule, sheet.cssRules.length);
  list.id = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  status.className = "unseen";
  status.setAttribute("role", "status");
  whole.id = "whole";
  whole.hidden = true;
  whole.setAttribute("aria-hidden", "true"); // a screen reader reads the field
  field.after(whole, list, status); // above the button: below it, a phone's keyboard would cover the list
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);

  const words = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f'’.]/g, "").toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);

  // 0 where a name begins with what is typed, 1 where it has words that begin so, 2 where it has none.
  const grade = (name, typed) =>
    (name.join(" ") + " ").startsWith(typed.join(" ")) ? 0
      : typed.every((word) => name.some((other) => other.startsWith(word))) ? 1 : 2;

  function fitting(text) {
    const typed = words(text);
    if (text.length > LONGEST || typed.join("").length < 2) return [];
    const graded = pages
      .map((page) => ({ page, title: grade(page.names[0], typed), any: Math.min(...page.names.map((n) => grade(n, typed))) }))
      .filter(({ any }) => any < 2)
      .sort((one, other) => one.any - other.any || one.title - other.title);
    const alike = graded.filter(({ any, title }) => any === graded[0].any && title === graded[0].title);
    return alike.length > TOO_MANY ? [] : graded.slice(0, MOST).map(({ page }) => page);
  }

  function choose(place) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = place;
    const option = list.children[active];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", option.id);
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  function show(found) {
    choose(-1);
    shown = found;
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", !list.hidden);
    list.replaceChildren(...found.map((page, place) => {
      const option = document.createElement("li");
      option.id = `suggestion-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = page.title;
      return option;
    }));
    clearTimeout(timer); // said once the typing pauses
    timer = setTimeout(() => {
      status.textContent = found.length ? self.suggestWords.count.replace("{count}", found.length) : "";
    }, 600);
  }

  function open(page) {
    const step = document.createElement("input"); // posted, with the job and the area, so that no address names the page
    Object.assign(step, { type: "hidden", name: "step", value: page.step });
    field.form.append(step);
    field.value = "";
    show([]);
    field.form.submit();
    step.remove(); // people who come back ask a question again
  }

  function update() {
    if (pages) show(fitting(field.value));
    whole.hidden = field.scrollWidth <= field.clientWidth;
    whole.textContent = field.value;
  }

  // Several lines, such as an e-mail, stay lines: they have a box of their own, and no list.
  function paste(event) {
    const pasted = event.clipboardData.getData("text").trim();
    if (!pasted.includes("\n")) return;
    event.preventDefault();
    const lines = document.createElement("textarea"), { value, selectionStart, selectionEnd } = field;
    for (const { name, value } of field.attributes) if (!/^role|^aria-[ace]/.test(name)) lines.setAttribute(name, value);
    lines.rows = 6;
    lines.value = value;
    lines.setRangeText(pasted, selectionStart, selectionEnd, "end");
    show([]);
    whole.remove();
    field.replaceWith(lines);
    lines.focus();
  }

  function load() {
    if (asked) return;
    asked = true;
    const data = document.createElement("script");
    data.src = field.form.dataset.from;
    data.onload = () => {
      list.setAttribute("aria-label", self.suggestWords.label);
      pages = self.suggestions.map(([title, step, said]) => ({ title, step, names: [title, ...said.split("|")].map(words) }));
      update();
    };
    document.head.append(data);
  }

  field.addEventListener("focus", load);
  field.addEventListener("input", update);
  field.addEventListener("blur", () => show([]));
  field.addEventListener("paste", paste);
  field.addEventListener("keydown", (event) => {
    const down = event.key === "ArrowDown";
    if (event.isComposing || event.altKey && !down || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (list.hidden && down) update(); // after Escape it opens again
    if (list.hidden) return;
    if (down) { if (!event.altKey) choose((active + 1) % shown.length); }
    else if (event.key === "ArrowUp") choose(active < 0 ? shown.length - 1 : active - 1);
    else if (event.key === "Enter" && active >= 0) open(shown[active]);
    else if (event.key === "Escape") show([]);
    else return;
    event.preventDefault();
  });
  // The field keeps the focus, and what is pressed does not move from under the finger as the list goes.
  for (const each of [list, ...field.form.querySelectorAll("button, fieldset")]) each.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) open(shown[[...list.children].indexOf(option)]);
  });
  if (document.activeElement === field) load();
})();
