// Rows of lists: one more, one less, another order. The focus stays with what was moved, and each step is said.

const MOST = 1000;

export function enlivenRows(form, enliven) {
  const status = document.createElement("p");
  status.className = "hidden";
  status.setAttribute("role", "status");
  form.append(status);

  function rowsOf(list) { return list.querySelector(":scope > .rows"); }
  function first(row) { return row.querySelector("input:not([type=hidden]), select, textarea"); }
  function say(words) { status.textContent = words; }

  function fresh(list) {
    const taken = new Set([...rowsOf(list).children].map((row) => row.dataset.label));
    for (let number = 0; number < MOST; number += 1) {
      if (!taken.has("n" + number) && !list.querySelector("[name^='" + list.dataset.list + ".n" + number + ".'], [name='" + list.dataset.list + ".n" + number + "']")) {
        return "n" + number;
      }
    }
    return "n" + MOST;
  }
  function addRow(list) {
    const spare = list.querySelector(":scope > template");
    const label = fresh(list);
    const holder = document.createElement("template");
    holder.innerHTML = spare.innerHTML.replaceAll(spare.dataset.spare, label);
    const row = holder.content.querySelector("li");
    row.dataset.label = label;
    rowsOf(list).append(row);
    enliven(row);
    enlivenLists(row);
    number(list);
    return row;
  }
  // What rows are called follows their order.
  function number(list) {
    [...rowsOf(list).children].forEach((row, at) => {
      const was = row.dataset.noun;
      const now = list.dataset.noun + " " + (at + 1);
      row.dataset.noun = now;
      for (const element of row.querySelectorAll(":scope > [aria-label], :scope > .movers > *, :scope > * > .head > .movers > *")) {
        element.setAttribute("aria-label", element.getAttribute("aria-label").replace(was, now));
      }
      for (const element of row.querySelectorAll(":scope > * > .head > .title, :scope > label")) { element.textContent = now; }
    });
  }
  function named(list, row) { return list.dataset.noun + " " + ([...rowsOf(list).children].indexOf(row) + 1); }

  const deeds = {
    add(list) {
      const row = addRow(list);
      first(row).focus();
      say(named(list, row) + " added");
    },
    remove(list, row) {
      const next = row.nextElementSibling || row.previousElementSibling;
      const gone = named(list, row);
      row.remove();
      number(list);
      const place = next
        ? next.querySelector("[data-deed=remove]:not(.row .row *)") || next.querySelector("[data-deed=remove]")
        : list.querySelector(":scope > .add, :scope > .adder input");
      place.focus();
      say(gone + " removed");
    },
    up(list, row) { move(list, row, row.previousElementSibling, "before"); },
    down(list, row) { move(list, row, row.nextElementSibling, "after"); },
  };
  function move(list, row, other, way) {
    if (!other) { say("It stands there already"); return; }
    const held = document.activeElement;
    other[way](row);
    number(list);
    held.focus();
    say("Now " + named(list, row) + " of " + rowsOf(list).children.length);
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-deed]");
    if (!button) { return; }
    event.preventDefault();
    deeds[button.dataset.deed](button.closest("[data-list]"), button.closest(".row"));
    form.dispatchEvent(new Event("change"));
  });

  function enlivenLists(root) {
    for (const list of root.querySelectorAll("[data-list]")) {
      list.addEventListener("pick", (event) => {
        event.stopPropagation();
        const record = event.detail;
        const held = [...rowsOf(list).querySelectorAll(":scope > .row > input[type=hidden]")].some((one) => one.value === record.id);
        if (held) { say(record.label + " is there already"); return; }
        const row = addRow(list);
        row.querySelector(".label").textContent = record.label;
        row.querySelector("code").textContent = record.id;
        row.querySelector("input[type=hidden]").value = record.id;
      });
    }
  }
  enlivenLists(form);
}
