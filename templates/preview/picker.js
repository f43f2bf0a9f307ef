// Records picked by name, in any script: a combobox with a list (WAI-ARIA Authoring Practices, Combobox Pattern).
// The input shows the name; what is sent is the id, or the words as typed while nothing is picked.

const PAUSE = 120;
let count = 0;

export function enlivenPickers(root) {
  for (const box of root.querySelectorAll(".picker")) {
    if (!box.closest("template") && !box.dataset.alive) { enlivenPicker(box); }
  }
}

function make(tag, name, words) {
  const made = document.createElement(tag);
  if (name) { made.className = name; }
  if (words) { made.textContent = words; }
  return made;
}

// `picked(record)` hears of a choice and gives true where it has taken it over.
export function enlivenPicker(box, picked = null) {
  box.dataset.alive = "";
  const input = box.querySelector("input[type=text]");
  const adds = Boolean(box.closest(".adder")) || picked !== null;
  const list = make("ul", "options");
  const status = make("span", "hidden");
  const chosen = make("span", "chosen");
  const sent = document.createElement("input");
  let options = [];
  let active = -1;
  let waiting = 0;
  let asked = null;

  list.id = "options-" + (count += 1);
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Records");
  list.hidden = true;
  status.setAttribute("role", "status");
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    input.setAttribute(name, value);
  }
  input.placeholder = "Search by name or id";
  if (!adds) {
    sent.type = "hidden";
    sent.name = input.name;
    sent.value = input.value;
    input.removeAttribute("name");
    if (box.dataset.picked) {
      chosen.textContent = input.value;
      input.value = box.dataset.picked;
    }
    input.after(sent, chosen);
  }
  box.append(list, status);

  function close() {
    clearTimeout(waiting);
    if (asked) { asked.abort(); }
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function activate(at) {
    active = options.length ? (at + options.length) % options.length : -1;
    options.forEach((one, number) => one.row.setAttribute("aria-selected", String(number === active)));
    if (active < 0) { return; }
    input.setAttribute("aria-activedescendant", options[active].row.id);
    options[active].row.scrollIntoView({ block: "nearest" });
  }
  function option(name, lines, act) {
    const row = make("li", name);
    row.id = list.id + "-" + options.length;
    row.setAttribute("role", "option");
    row.dir = "auto";
    row.append(lines[0]);
    if (lines[1]) { row.append(make("small", "", lines[1])); }
    row.addEventListener("mousedown", (event) => event.preventDefault()); // the input keeps the focus
    row.addEventListener("click", act);
    options.push({ row: row, act: act });
    list.append(row);
  }
  function show(records) {
    const words = input.value.trim();
    options = [];
    list.replaceChildren();
    for (const one of records) {
      const also = one.by ? "also “" + one.by + "”" : "";
      option("", [one.label, [one.id, one.note, also].filter(Boolean).join(" · ")], () => pick(one));
    }
    const exact = records.some((one) => one.label.toLowerCase() === words.toLowerCase() || one.id === words);
    if (words && !exact && "free" in box.dataset) {
      option("making", ["Use “" + words + "”"], () => pick({ id: words, label: words }));
    }
    for (const button of box.querySelectorAll(".make")) {
      const named = words && !exact ? " “" + words + "”" : "";
      option("making", [button.textContent.replace("…", "") + named + "…"], () => begin(button));
    }
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = records.length ? records.length + (records.length === 1 ? " record" : " records") : "No record is called so";
    activate(words && options.length ? 0 : -1);
    if (!words) { input.removeAttribute("aria-activedescendant"); }
  }
  function pick(record) {
    close();
    if (adds) {
      input.value = "";
      (picked || add)(record);
    } else {
      input.value = record.label;
      sent.value = record.id;
      chosen.textContent = record.label === record.id ? "" : record.id;
    }
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  function add(record) {
    box.closest("[data-list]").dispatchEvent(new CustomEvent("pick", { detail: record }));
    status.textContent = record.label + " added";
  }
  // What was typed goes along, as the name of what is to be made.
  function begin(button) {
    close();
    button.form.requestSubmit(button);
  }
  function ask() {
    if (asked) { asked.abort(); }
    asked = new AbortController();
    const query = new URLSearchParams({ kinds: box.dataset.kinds, words: input.value.trim() });
    fetch("/_dateline/edit/records?" + query, { signal: asked.signal })
      .then((answer) => answer.json())
      .then((found) => { if (document.activeElement === input) { show(found.records); } })
      .catch(() => { /* asked anew, or the preview has ended */ });
  }
  function open() {
    clearTimeout(waiting);
    ask();
  }

  input.addEventListener("input", () => {
    if (!adds) {
      sent.value = input.value.trim();
      chosen.textContent = "";
    }
    clearTimeout(waiting);
    if (input.value.trim()) { waiting = setTimeout(ask, PAUSE); } else { close(); }
  });
  input.addEventListener("blur", close);
  input.addEventListener("click", () => { if (list.hidden && adds) { open(); } });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) { return; }
    const isOpen = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) { open(); } else { activate(event.key === "ArrowDown" ? active + 1 : (active < 0 ? 0 : active) - 1); }
    } else if (event.key === "Enter") {
      event.preventDefault(); // the form is sent by its buttons
      if (isOpen && active >= 0) { options[active].act(); }
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
    }
  });
}
