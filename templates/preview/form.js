// A form comes alive. Everything here is comfort: without scripts every button sends the form, and the server answers.
import { enlivenPickers } from "./picker.js";
import { enlivenRows } from "./rows.js";
import { enlivenTexts } from "./texts.js";

const form = document.getElementById("form");
const busy = document.createElement("span");
let dirty = "changed" in form.dataset;

function enliven(root) {
  enlivenPickers(root);
  enlivenTexts(root, form);
}

// Where the server says that one should go on: to the field, or to the first one in it.
function goOn() {
  const place = form.dataset.focus && document.getElementById(form.dataset.focus);
  if (!place) { return; }
  for (let box = place.closest("details"); box; box = box.parentElement.closest("details")) { box.open = true; }
  const inner = place.matches("input, select, textarea") ? place : place.querySelector("input:not([type=hidden]), select, textarea");
  (inner || place).focus();
  place.scrollIntoView({ block: "center" });
}

// A link to a field leads into it.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#f-']");
  if (!link) { return; }
  event.preventDefault();
  form.dataset.focus = link.getAttribute("href").slice(1);
  goOn();
});

document.documentElement.classList.add("is-alive");
busy.className = "busy";
busy.setAttribute("role", "status");
form.querySelector(".bar").append(busy);
enliven(form);
enlivenRows(form, enliven);
goOn();

form.addEventListener("input", () => { dirty = true; });
form.addEventListener("change", () => { dirty = true; });
form.addEventListener("submit", (event) => {
  dirty = false;
  if (/^(save|draft|check)/.test(event.submitter ? event.submitter.value : "")) {
    busy.textContent = "Looking through the whole site…";
  }
});
addEventListener("pageshow", () => { busy.textContent = ""; });
addEventListener("beforeunload", (event) => { if (dirty) { event.preventDefault(); } });
