// The search box of every page: names answer as one types, once the box has been entered. Enter leads to `/search/`.
(function () {
  "use strict";

  const here = document.currentScript.src;
  const form = document.querySelector("form.box");
  if (!form) { return; }

  const SHOWN = 6;
  const field = form.elements.q;
  const list = document.createElement("ul");
  let names = [];

  /** Load one of the scripts beside this one. */
  function script(name) {
    return new Promise((settle, refuse) => {
      const element = document.createElement("script");
      element.src = new URL(name, here).href;
      element.onload = settle;
      element.onerror = refuse;
      document.head.append(element);
    });
  }

  /** What `search/names.js` says, ready to be compared: `spelt` are the words of each name, the record's own first. */
  function read(value) {
    const { link, words } = window.dateline;
    return ["actor", "location", "topic", "page"].flatMap((kind) => value[kind].map(([id, name, others, note]) => {
      const folder = value.folders[kind];
      return { href: link(folder ? `${folder}/${id}/` : `${id}/`), name, others, note, spelt: [name, ...others].map(words) };
    }));
  }

  /** How near a record's nearest name is: 0 the same, 1 or 2 it or another name begins so, 3 it sounds so; null for none. */
  function nearness({ spelt }, asked) {
    const begins = (name) => asked.every((word) => name.some((other) => other.startsWith(word)));
    const same = (name) => name.length === asked.length && begins(name) && asked.every((word) => name.includes(word));
    if (spelt.some(same)) { return 0; }
    const at = spelt.findIndex(begins);
    if (at >= 0) { return at === 0 ? 1 : 2; }
    const { sound } = window.dateline;
    const heard = asked.map(sound);
    const sounds = (name) => heard.every((one) => name.some((word) => sound(word) === one));
    return heard.every((one) => one.length > 1) && spelt.some(sounds) ? 3 : null;
  }

  function answer() {
    const asked = window.dateline?.words ? window.dateline.words(field.value) : [];
    const found = asked.length ? names.map((record) => ({ record, near: nearness(record, asked) })).filter(({ near }) => near !== null) : [];
    found.sort((one, other) => one.near - other.near || one.record.name.length - other.record.name.length);
    list.replaceChildren(...found.slice(0, SHOWN).map(({ record }) => line(record)));
    list.hidden = !found.length;
  }

  function line({ href, name, note }) {
    const item = document.createElement("li");
    const anchor = document.createElement("a");
    anchor.href = href;
    anchor.append(Object.assign(document.createElement("bdi"), { textContent: name }), " ", Object.assign(document.createElement("span"), { className: "note", textContent: note }));
    item.append(anchor);
    return item;
  }

  /** Arrows lead from the field through the names and back; Escape puts them away. */
  function steer(event) {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !list.hidden) { field.focus(); list.hidden = true; }
    if (!step || list.hidden || (at < 0 && step < 0)) { return; }
    event.preventDefault();
    (links[at + step] ?? (step < 0 ? field : links.at(-1))).focus();
  }

  async function begin() {
    if (!window.dateline) { await script("loading.js"); }
    if (!window.dateline.fold) { await script("fold.js"); }
    names = read(await window.dateline.load("search/names.js"));
    answer();
  }

  list.hidden = true;
  list.setAttribute("aria-label", field.getAttribute("aria-label"));
  form.append(list);
  field.autocomplete = "off";
  field.addEventListener("focus", () => begin().catch(() => { names = []; }), { once: true });
  field.addEventListener("input", answer);
  form.addEventListener("keydown", steer);
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) { list.hidden = true; } });
  form.addEventListener("focusin", () => { if (document.activeElement === field && list.hidden) { answer(); } });
})();
