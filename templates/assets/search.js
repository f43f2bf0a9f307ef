// The page `/search/`: as one types, names answer first, then titles; texts once the reader pauses or asks.
(function () {
  "use strict";

  const { Search, load, link, make, worded, written, later, keepInAddress, words } = window.dateline;

  const SHOWN = 8;
  const MORE = 100;
  /** Files of texts that are loaded without being asked for; a larger site asks first. */
  const UNASKED = 4;
  const NAMES = new Set(["actor", "location", "topic", "page"]);
  const FILTERS = ["kind", "month", "actor", "place"];

  const form = document.querySelector("[data-search]");
  const field = form.elements.q;
  const results = document.querySelector("[data-results]");
  const search = new Search();
  /** How many of each section are shown. */
  const shown = new Map();
  let texts = [];
  let textsAsked = false;

  /** Take the query and the filters from the page's address. */
  function readAddress() {
    const asked = new URLSearchParams(location.search);
    field.value = asked.get("q") ?? "";
    for (const name of FILTERS) { choose(form.elements[name], asked.get(name) ?? ""); }
  }

  /** Choose an option, also one that is yet to come. */
  function choose(select, value) {
    select.dataset.wanted = value;
    select.value = value;
    if (select.selectedIndex < 0) { select.value = ""; }
  }

  function writeAddress() {
    keepInAddress({ q: field.value.trim(), ...Object.fromEntries(FILTERS.map((name) => [name, wanted(name)])) });
  }

  /** A filter's value; what the address asked for holds until the options have come. */
  function wanted(name) {
    const select = form.elements[name];
    return select.value || select.dataset.wanted || "";
  }

  /** Fill the choices of a filter. */
  function offer(name, options) {
    const select = form.elements[name];
    for (const [value, label] of options) {
      const option = make("option", "", label);
      option.value = value;
      select.append(option);
    }
    choose(select, select.dataset.wanted ?? "");
  }

  /** Whoever and wherever an event or a report names, by name. */
  function offerNames(name, kind, of) {
    const used = new Set();
    for (const doc of [...search.lists.event, ...search.lists.article]) { for (const place of of(doc)) { used.add(place); } }
    const docs = [...used].map((place) => search.lists[kind][place]);
    offer(name, docs.map((doc) => [slug(doc), doc.name]).sort((one, other) => one[1].localeCompare(other[1])));
  }

  function slug(doc) {
    return doc.id.split("/").at(-2);
  }

  /** What the filters let through. */
  function filter() {
    const [kind, month, actor, place] = FILTERS.map(wanted);
    const who = placeIn("actor", actor);
    const where = placeIn("location", place);
    return (doc) =>
      (!kind || kind === doc.kind || (kind === "names" && NAMES.has(doc.kind)))
      && (!month || doc.month === Number(month)) && (!actor || doc.actors.has(who)) && (!place || doc.places.has(where));
  }

  function placeIn(kind, id) {
    return id ? search.lists[kind].findIndex((doc) => slug(doc) === id) : -1;
  }

  /** Ask all three indexes and show what they find. */
  function answer() {
    const query = field.value;
    const fits = filter();
    const titles = words(query).length || FILTERS.some(wanted) ? search.findTitles(query, fits) : [];
    const found = {
      names: search.findNames(query, fits),
      events: titles.filter((doc) => doc.kind === "event"),
      reports: titles.filter((doc) => doc.kind === "article"),
    };
    const before = new Set(Object.values(found).flat());
    found.texts = search.findTexts(query, fits).filter((doc) => !before.has(doc));
    let total = 0;
    for (const [name, docs] of Object.entries(found)) { total += docs.length; show(name, docs, query); }
    say(total, query);
  }

  function say(total, query) {
    const asked = Boolean(words(query).length) || FILTERS.some(wanted);
    results.hidden = !asked;
    document.querySelector("[data-lists]").hidden = asked && total > 0;
    document.querySelector("[data-more]").hidden = textsAsked || !words(query).length || !texts.length;
    form.querySelector("[data-status]").textContent = !asked ? "" : total
      ? worded(form.dataset.found, { total }) : worded(form.dataset.none, { query: query.trim() });
  }

  /** One section of the results. */
  function show(name, docs, query) {
    const section = results.querySelector(`[data-section="${name}"]`);
    const many = shown.get(name) ?? SHOWN;
    section.hidden = docs.length === 0;
    section.querySelector(".count").textContent = written(docs.length);
    section.querySelector("ol").replaceChildren(...docs.slice(0, many).map((doc) => line(doc, query, name === "texts")));
    const more = section.querySelector("button");
    more.hidden = docs.length <= many;
    more.onclick = () => { shown.set(name, many + MORE); answer(); section.querySelectorAll("li a")[many]?.focus(); };
  }

  /** One result. */
  function line(doc, query, withText) {
    const item = make("li");
    const anchor = make("a");
    anchor.href = link(doc.id);
    anchor.append(make("bdi", "", doc.name));
    item.append(anchor, " ");
    if (doc.grade) { item.append(make("span", "chip", doc.grade), " "); }
    item.append(make("span", "note", [kindWord(doc), ...where(doc)].filter(Boolean).join(" · ")));
    const other = withText ? "" : alsoCalled(doc, query);
    if (other) { item.append(make("span", "note", " · "), make("bdi", "other", other)); }
    if (withText) { item.append(quoted(search.excerpt(doc.id, query))); }
    return item;
  }

  function kindWord(doc) {
    const kind = { topic: form.dataset.topic, page: form.dataset.page, article: form.dataset.report }[doc.kind];
    return [kind, doc.note].filter(Boolean).join(" · ");
  }

  /** The name of an event's first place. */
  function where(doc) {
    const [place] = doc.kind === "event" ? doc.places : [];
    return place === undefined ? [] : [search.lists.location[place].name];
  }

  /** The other name by which a record was found, if it is not its own. */
  function alsoCalled(doc, query) {
    const asked = words(query);
    const has = (name) => { const spelt = words(name); return asked.every((word) => spelt.some((other) => other.startsWith(word))); };
    return has(doc.name) ? "" : doc.others.find(has) ?? "";
  }

  function quoted([before, found, after]) {
    const text = make("p");
    text.dir = "auto";
    text.append(before, make("mark", "", found), after);
    return text;
  }

  /** Load the files of texts, answering anew as each comes. */
  async function readTexts() {
    if (textsAsked) { return; }
    textsAsked = true;
    for (const address of texts) {
      await search.addTexts(await load(address));
      answer();
    }
  }

  const soonTexts = later(() => { if (texts.length <= UNASKED && words(field.value).length) { readTexts(); } }, 300);
  const soonAddress = later(writeAddress, 300);

  function changed() {
    shown.clear();
    answer();
    soonAddress();
    soonTexts();
  }

  /** Arrows lead from the field through the results; Escape leads back. */
  function steer(event) {
    const links = [...results.querySelectorAll("section:not([hidden]) li a")];
    const at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const within = event.target === field || at >= 0;
    if (event.key === "Escape" && at >= 0) { field.focus(); }
    if (!within || !step || (at < 0 && step < 0)) { return; }
    event.preventDefault();
    (links[at + step] ?? (step < 0 ? field : links.at(-1)))?.focus();
  }

  /** Begin: the names, then the titles. */
  async function begin() {
    const status = form.querySelector("[data-status]");
    document.querySelector("[data-without]").hidden = true;
    form.hidden = false;
    readAddress();
    if (!field.value) { field.focus(); }
    if (field.value) { status.textContent = form.dataset.waiting; }
    form.addEventListener("submit", (event) => { event.preventDefault(); answer(); writeAddress(); readTexts(); });
    form.addEventListener("reset", () => setTimeout(() => { for (const name of FILTERS) { choose(form.elements[name], ""); } field.value = ""; changed(); field.focus(); }));
    form.addEventListener("input", (event) => { if (event.target.dataset.wanted !== undefined) { event.target.dataset.wanted = ""; } changed(); });
    document.addEventListener("keydown", steer);
    document.querySelector("[data-more] button").addEventListener("click", () => { field.focus(); readTexts(); });
    const names = await load("search/names.js");
    texts = names.texts;
    search.addNames(names);
    answer();
    await search.addTitles(await load("search/titles.js"));
    offer("month", search.months.map(([month, label]) => [String(month), label]));
    offerNames("actor", "actor", (doc) => doc.actors);
    offerNames("place", "location", (doc) => doc.places);
    form.querySelector("[data-filters]").hidden = false;
    answer();
    soonTexts();
  }

  begin().catch(() => { form.querySelector("[data-status]").textContent = form.dataset.failed; });
})();
