// Helps where there is script; every page is whole without it.
"use strict";

// The text in force on a day: jumps to the period that the day lies in.
for (const form of document.querySelectorAll(".on-day")) {
  const [day, output] = [form.querySelector("input"), form.querySelector("output")];
  const periods = [...document.querySelectorAll("[data-from]")];
  day.type = "date";
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = periods.find(({ dataset: { from, to } }) =>
      from <= day.value && (!to || day.value <= to));
    output.textContent = found ? "" : output.dataset.none;
    if (found) {
      location.hash = found.id;
      found.querySelector("a").focus();
    }
  });
}

// The permanent link of a heading is copied too, where that is allowed.
const heard = document.createElement("p");
heard.className = "said";
heard.setAttribute("role", "status");
heard.setAttribute("data-interface", "");
document.body.append(heard);
document.addEventListener("click", async ({ target }) => {
  if (!target.matches(".permalink") || !navigator.clipboard) return;
  try {
    await navigator.clipboard.writeText(target.href);
  } catch {
    return;
  }
  heard.textContent = target.dataset.copied;
  setTimeout(() => { heard.textContent = ""; }, 4000);
});

// The contents mark where the reader is.
const links = new Map([...document.querySelectorAll(".contents a")]
  .map((link) => [link.getAttribute("href").slice(1), link]));
if (links.size) {
  const mark = () => {
    const above = [...links.keys()].filter((id) =>
      document.getElementById(id).getBoundingClientRect().top < innerHeight / 4);
    for (const [id, link] of links) link.classList.toggle("here", id === above.at(-1));
  };
  let waits = false;
  document.addEventListener("scroll", () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; mark(); });
  }, { passive: true });
  mark();
}
