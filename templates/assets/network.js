// `/network/` for readers with scripts: one actor and those around it, and ties from so many shared events on. Picture and
// table are in step. The pointer on a dot shows what a choice would.
(function () {
  "use strict";

  const section = document.querySelector("[data-network]");
  if (!section) { return; }
  const form = section.querySelector("form");
  const net = section.querySelector(".net");
  const { digits } = document.documentElement.dataset;
  const output = form.querySelector("output");
  const ends = (element) => element.dataset.ends.split(" ");
  const lines = [...net.querySelectorAll("[data-ends]")];
  const ties = lines.filter((line) => line.dataset.events);
  const dots = [...net.querySelectorAll("[data-dot]")];
  const rows = [...section.querySelectorAll("tr[data-ends]")];

  /** Leave what is tied to one actor as it is, and make the rest pale. */
  function light(actor) {
    const near = new Set([actor]);
    for (const line of lines) {
      const [one, other] = ends(line);
      if (!line.classList.contains("is-out") && (one === actor || other === actor)) { near.add(one).add(other); }
    }
    net.classList.toggle("has-choice", actor !== "");
    for (const dot of dots) { dot.classList.toggle("is-far", !near.has(dot.dataset.dot)); }
    for (const line of lines) { line.classList.toggle("is-far", !ends(line).includes(actor)); }
  }

  function choose() {
    const actor = form.elements.actor.value;
    const least = Number(form.elements.least.value);
    output.textContent = digits ? String(least).replace(/\d/g, (digit) => digits[digit]) : String(least);
    for (const tie of ties) { tie.classList.toggle("is-out", Number(tie.dataset.events) < least); }
    for (const row of rows) {
      row.classList.toggle("is-out", Number(row.dataset.events) < least || (actor !== "" && !ends(row).includes(actor)));
    }
    light(actor);
  }

  for (const dot of dots) {
    dot.addEventListener("pointerenter", () => light(dot.dataset.dot));
    dot.addEventListener("pointerleave", () => light(form.elements.actor.value));
  }
  form.addEventListener("input", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  choose();
})();
