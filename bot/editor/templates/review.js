"use strict";
const form = document.querySelector("form");
const answers = form.querySelector("#answers");
const told = form.querySelector("#told");

function written() {
  const from = form.querySelector("#from").value.trim();
  const lines = [form.dataset.head, from ? "From: " + from : "From: not said"];
  lines.push("Every word without a comment is right: " + (form.querySelector("#agree").checked ? "yes" : "not said"));
  for (const box of form.querySelectorAll("textarea[data-place]")) {
    const comment = box.value.trim();
    if (comment) {
      lines.push("", box.dataset.place, "  shown: " + box.dataset.words, "  comment: " + comment.replace(/\n/g, "\n    "));
    }
  }
  return lines.join("\n") + "\n";
}

function say(words) {
  told.textContent = words;
}

form.addEventListener("input", () => { answers.value = written(); });
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("#copy").addEventListener("click", async () => {
  answers.select();
  try {
    await navigator.clipboard.writeText(answers.value);
  } catch {
    document.execCommand("copy"); // a page that was opened from a file may not have the other way
  }
  say("Copied. Paste it into an e-mail.");
});
form.querySelector("#save").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([answers.value], { type: "text/plain" }));
  link.download = form.dataset.file;
  link.click();
  say("Saved as " + form.dataset.file + ".");
});
answers.value = written();
