// Texts that mean something: dates and figures in words, the id that a title gives, the account as it will look.
import { enlivenPicker } from "./picker.js";

const PAUSE = 200;
const KINDS = "event actor location article topic page";

function after(input, act) {
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(act, PAUSE);
  });
}

function ask(address, query) {
  return fetch(address + "?" + new URLSearchParams(query)).then((answer) => answer.json());
}

export function enlivenTexts(root, form) {
  for (const input of root.querySelectorAll("[data-means]")) { enlivenMeaning(input); }
  for (const text of root.querySelectorAll("[data-prose]")) { enlivenProse(text, form); }
  const suggested = root.querySelector("#suggested-id");
  if (suggested) { enlivenId(suggested, form); }
}

function enlivenMeaning(input) {
  const means = document.getElementById(input.id + "-means");
  const isFound = input.hasAttribute("aria-invalid"); // then what is wrong stands below already
  function tell(found, first) {
    const wrong = first && isFound ? "" : found.wrong || "";
    means.classList.toggle("is-wrong", Boolean(wrong));
    means.textContent = found.words || wrong;
    if (!found.better) { return; }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Write " + found.better;
    button.addEventListener("click", () => {
      input.value = found.better;
      input.focus();
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    means.append(button);
  }
  function look(first) {
    const text = input.value;
    ask("/_dateline/edit/meaning", { sort: input.dataset.means, text: text })
      .then((found) => { if (input.value === text) { tell(found, first); } })
      .catch(() => { /* the preview has ended */ });
  }
  after(input, () => look(false));
  if (input.value) { look(true); }
}

function enlivenId(suggested, form) {
  const title = form.elements.title || form.elements.name;
  function look() {
    const text = title.value.trim();
    if (!text) { suggested.textContent = ""; return; }
    ask("/_dateline/edit/id", { title: text }).then((found) => {
      suggested.textContent = ": ";
      suggested.append(Object.assign(document.createElement("code"), { textContent: found.id }));
    }).catch(() => { /* the preview has ended */ });
  }
  after(title, look);
  look();
}

function enlivenProse(text, form) {
  const account = text.closest(".account");
  const side = document.createElement("div");
  const head = document.createElement("p");
  const shown = document.createElement("div");
  const faults = document.createElement("div");
  head.className = "shown-head";
  head.id = text.id + "-shown-head";
  head.textContent = "How it will look";
  shown.className = "shown";
  shown.tabIndex = 0;
  shown.setAttribute("role", "region");
  shown.setAttribute("aria-labelledby", head.id);
  faults.className = "shown-faults";
  faults.setAttribute("role", "status");
  side.append(head, shown, faults);
  account.classList.add("is-two");
  account.append(side);
  text.before(mentioner(text));

  function look() {
    const written = text.value;
    const date = form.elements.date || form.elements.published;
    const body = new URLSearchParams({ _seal: form.elements._seal.value, text: written, date: date ? date.value : "" });
    fetch("/_dateline/edit/prose", { method: "POST", body: body })
      .then((answer) => answer.json())
      .then((found) => {
        if (text.value !== written) { return; }
        shown.innerHTML = found.html; // the renderer's own, in which every text is escaped
        for (const link of shown.querySelectorAll("a[href]")) { link.target = "_blank"; link.rel = "noopener"; }
        faults.replaceChildren(...found.faults.map((one) => Object.assign(document.createElement("p"), { textContent: one })));
      })
      .catch(() => { /* the preview has ended */ });
  }
  after(text, look);
  look();
}

// A record is mentioned where the cursor stands; selected words stay what readers see.
function mentioner(text) {
  const box = document.createElement("div");
  const label = document.createElement("label");
  const picker = document.createElement("div");
  const input = document.createElement("input");
  box.className = "mention";
  picker.className = "picker";
  picker.dataset.kinds = KINDS;
  input.type = "text";
  input.id = text.id + "-mention";
  input.autocomplete = "off";
  input.dir = "auto";
  label.htmlFor = input.id;
  label.textContent = "Mention a record here";
  picker.append(input);
  box.append(label, picker);
  enlivenPicker(picker, (record) => {
    const words = text.value.slice(text.selectionStart, text.selectionEnd);
    text.setRangeText("[[" + record.id + "|" + (words || record.label) + "]]", text.selectionStart, text.selectionEnd, "end");
    text.focus();
    text.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return box;
}
