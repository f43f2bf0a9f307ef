// `/map/` for readers with scripts: a map that can be moved, time and filters kept in the address, and a list in step.
(function () {
  "use strict";

  const { Pane, load, link, make, worded, written, later, keepInAddress, fold } = window.dateline;
  const { readDay, writeDay, civil } = window.dateline.days;
  const { known } = window.dateline;

  const PAGE = 100;
  const BARS = 60;
  /** Steps of the time slider: days, or as many of them as make this many steps. */
  const STEPS = 400;
  const RANKS = ["key", "major", "minor"];
  const GRADES = ["confirmed", "reported", "disputed", "retracted"];
  const CHOICES = ["actor", "place", "topic", "grade", "rank"];

  const atlas = document.querySelector("[data-atlas]");
  const frame = atlas.querySelector("[data-map]");
  const form = atlas.querySelector("form");
  const list = atlas.querySelector("[data-list]");
  const words = atlas.dataset;
  const story = { events: [], lists: {}, numbers: {}, months: [], first: 0, last: 0, step: 1 };
  let marks = [];
  let pane;
  let chosen = [];
  let rows = PAGE;

  /** Take in the files; `states` are those of the evening that was asked for, and leave out what was not known then. */
  function read(timeline, map, states) {
    for (const name of ["place", "actor", "topic"]) {
      story.lists[name] = timeline[name];
      story.numbers[name] = new Map(timeline[name].map(([id], number) => [id, number]));
    }
    story.months = timeline.months;
    story.events = timeline.event.map(([id, title, first, last, when, , rank, grade, place, actor, topic], number) => ({
      id, title, first: first ?? last, last, when, rank, grade, place, actor, topic, marks: map.event[number],
    }));
    const begins = story.events.map((event) => event.first).filter((day) => day !== null).sort((one, other) => one - other);
    story.last = story.events.reduce((last, event) => Math.max(last, event.last ?? event.first ?? last), begins[0]);
    story.first = start(begins, story.last);
    story.step = Math.max(1, Math.ceil((story.last - story.first + 1) / STEPS));
    if (states) {
      story.events = story.events.filter(({ id }) => states.has(id)).map((event) => ({ ...event, grade: states.get(event.id).status }));
    }
  }

  /** Where the slider begins: at the first event, or after a few early ones that would leave it empty for long. */
  function start(begins, last) {
    const early = begins[Math.floor(begins.length * 0.02)];
    return early - begins[0] > (last - begins[0]) * 0.3 ? early : begins[0];
  }

  function offer(name) {
    const used = new Set(story.events.flatMap((event) => (name === "place" ? around(event.place) : event[name])));
    const options = [...used].map((number) => story.lists[name][number]).sort((one, other) => one[1].localeCompare(other[1]));
    form.elements[name].append(...options.map(([id, label]) => new Option(label, id)));
  }

  /** Places, and everything that they are part of. */
  function around(places) {
    const found = new Set();
    for (let place of places) {
      while (place >= 0 && !found.has(place)) {
        found.add(place);
        place = story.lists.place[place][2];
      }
    }
    return [...found];
  }

  /** What the filters let through, whenever it was. */
  function filtered() {
    const wanted = Object.fromEntries(CHOICES.map((name) => [name, form.elements[name].value]));
    const [actor, place, topic] = ["actor", "place", "topic"].map((name) => (wanted[name] ? story.numbers[name].get(wanted[name]) : -1));
    const text = fold(form.elements.q.value);
    return story.events.filter((event) =>
      (!wanted.actor || event.actor.includes(actor))
      && (!wanted.place || around(event.place).includes(place))
      && (!wanted.topic || event.topic.includes(topic))
      && (!wanted.grade || GRADES[event.grade] === wanted.grade)
      && (!wanted.rank || event.rank <= RANKS.indexOf(wanted.rank))
      && (!text || (event.folded ??= fold(event.title)).includes(text)));
  }

  /** First and last day of the slider; at its beginning it lets through what was earlier, too. */
  function span() {
    const [from, to] = ["from", "to"].map((name) => Number(form.elements[name].value));
    return [story.first + from * story.step, Math.min(story.last, story.first + (to + 1) * story.step - 1)];
  }

  function isAll([from, to]) {
    return from <= story.first && to >= story.last;
  }

  /** Everything anew: marks, bars, list, address. */
  function refilter() {
    const days = span();
    const before = filtered();
    const all = isAll(days);
    chosen = all ? before : before.filter((event) => event.first !== null && event.first <= days[1] && ((event.last ?? Infinity) >= days[0] || days[0] <= story.first));
    const counts = marks.map(() => 0);
    for (const event of chosen) { for (const mark of event.marks) { counts[mark] += 1; } }
    const place = form.elements.place.value;
    pane?.show(counts, marks.findIndex((mark) => mark.id === place));
    bars(before, days);
    for (const name of ["from", "to"]) { form.elements[name].setAttribute("aria-valuetext", dayWords(days[name === "from" ? 0 : 1])); }
    form.querySelector("[data-span]").textContent = worded(words.span, { from: dayWords(days[0]), to: dayWords(days[1]) });
    rows = PAGE;
    relist();
    soonAddress();
  }

  /** How many events there are at each time; those outside the slider are pale. */
  function bars(events, [from, to]) {
    const whole = story.last - story.first + 1;
    const counts = Array(BARS).fill(0);
    for (const event of events) {
      if (event.first !== null) { counts[Math.max(0, Math.floor((event.first - story.first) / whole * BARS))] += 1; }
    }
    const most = Math.max(1, ...counts);
    const pieces = counts.map((count, at) => {
      const day = story.first + (at + 0.5) / BARS * whole;
      const height = count ? Math.max(1, count / most * 20) : 0;
      return `<rect x="${at * 100 / BARS}" y="${20 - height}" width="${80 / BARS}" height="${height}"${day < from || day > to + 1 ? ' class="is-out"' : ""}/>`;
    });
    form.querySelector("[data-bars]").innerHTML = pieces.join("");
  }

  function dayWords(day) {
    const [year, month, date] = civil(day);
    return written(`${date} ${story.months[month]} ${year}`);
  }

  function counted(count) {
    return count === 1 ? words.one : worded(words.many, { count });
  }

  /** What a mark says of itself. */
  function markWords(number) {
    const mark = marks[number];
    return worded(mark.path ? words.area : mark.known === "district" ? words.district : words.mark, { name: mark.name, count: counted(pane.counts[number]) });
  }

  function relist() {
    atlas.querySelector("[data-count]").textContent = worded(words.shown, { shown: chosen.length, total: story.events.length });
    const cards = make("ol", "cards");
    cards.append(...chosen.slice(0, rows).map(card));
    list.replaceChildren(cards);
    if (chosen.length > rows) { list.append(more()); }
  }

  function card(event) {
    const made = make("li", `card is-${RANKS[event.rank]}`);
    const body = make("div");
    const anchor = make("a", "card-title");
    anchor.href = known.keep(link(`events/${event.id}/`));
    anchor.append(make("bdi", "", event.title));
    body.append(anchor);
    const grade = GRADES[event.grade];
    if (grade !== "confirmed") { body.append(" ", make("span", `chip is-${grade}`, form.elements.grade.querySelector(`[value="${grade}"]`).textContent)); }
    const where = make("span", "card-place", event.marks.length ? "" : words.nowhere);
    where.append(...event.marks.slice(0, 3).flatMap((mark, at) => [at ? words.comma ?? ", " : "", make("bdi", "", marks[mark].name)]));
    body.append(" ", where);
    made.append(make("span", "card-date", event.when), body);
    for (const name of ["mouseenter", "focusin"]) { made.addEventListener(name, () => pane?.light(event.marks)); }
    for (const name of ["mouseleave", "focusout"]) { made.addEventListener(name, () => pane?.light([])); }
    return made;
  }

  function more() {
    const button = make("button", "more", words.more);
    button.type = "button";
    button.onclick = () => {
      const before = rows;
      rows += PAGE;
      relist();
      list.querySelectorAll(".card-title")[before]?.focus();
    };
    return button;
  }

  /** A mark was chosen: the list is of that place; once more, and it is of all again. */
  function choose(number) {
    const { id } = marks[number];
    form.elements.place.value = form.elements.place.value === id ? "" : id;
    refilter();
  }

  /** Cards of a mark that the pointer is at. */
  function hover(number) {
    [...list.querySelectorAll(".card")].forEach((made, at) => made.classList.toggle("is-lit", chosen[at].marks.includes(number)));
  }

  /** The box around marks: those in the region, or all. */
  function boxOf(found) {
    const xs = found.map((mark) => mark.x);
    const ys = found.map((mark) => mark.y);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  }

  function home() {
    const [, x, y, width, height] = pane.map.sheet.at(-1);
    const near = marks.filter((mark) => mark.known !== "area" && mark.x > x && mark.x < x + width && mark.y > y && mark.y < y + height);
    pane.fit(boxOf(near.length ? near : marks));
  }

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    form.elements.q.value = asked.get("q") ?? "";
    for (const name of CHOICES) {
      form.elements[name].value = asked.get(name) ?? "";
      if (form.elements[name].selectedIndex < 0) { form.elements[name].value = ""; }
    }
    const most = Math.floor((story.last - story.first) / story.step);
    const at = (day, otherwise) => (Number.isNaN(day) ? otherwise : Math.max(0, Math.min(most, Math.floor((day - story.first) / story.step))));
    for (const [name, otherwise] of [["from", 0], ["to", most]]) {
      form.elements[name].max = String(most);
      form.elements[name].value = String(at(readDay(asked.get(name)), otherwise));
      form.elements[name].defaultValue = String(otherwise);
      form.elements[name].value = String(at(readDay(asked.get(name)), otherwise));
    }
  }

  function writeAddress() {
    const days = span();
    const [from, to] = isAll(days) ? ["", ""] : days.map(writeDay);
    keepInAddress({ from, to, q: form.elements.q.value.trim(), ...Object.fromEntries(CHOICES.map((name) => [name, form.elements[name].value])) });
  }

  const soonAddress = later(writeAddress, 350);

  /** The ends of the slider do not pass each other. */
  function slide(event) {
    const { from, to } = form.elements;
    if (event.target === from && Number(from.value) > Number(to.value)) { from.value = to.value; }
    if (event.target === to && Number(to.value) < Number(from.value)) { to.value = from.value; }
    refilter();
  }

  /** Small screens show the choices when one is made, or when they are asked for. */
  function unfold() {
    const wide = matchMedia("(min-width: 44rem)");
    const open = () => { form.querySelector("details").open = wide.matches || CHOICES.some((name) => form.elements[name].value) || Boolean(form.elements.q.value); };
    wide.addEventListener("change", open);
    open();
  }

  async function begin() {
    const [timeline, map, states] = await Promise.all([load("timeline/events.js"), load("map/places.js"), known.then]);
    if (!timeline.event.length) { return; }
    read(timeline, map, states);
    marks = map.mark.map(([id, name, known, x, y, path]) => ({ id, name, known, x, y, path }));
    ["actor", "place", "topic"].forEach(offer);
    readAddress();
    form.hidden = false;
    unfold();
    atlas.classList.add("is-live");
    atlas.querySelector("[data-count]").hidden = false;
    atlas.querySelector("[data-heading]").textContent = words.events;
    if (frame && marks.length) {
      frame.tabIndex = 0;
      for (const [name, value] of [["role", "application"], ["aria-roledescription", words.pane], ["aria-label", words.paneLabel], ["aria-describedby", "atlas-keys"]]) { frame.setAttribute(name, value); }
      atlas.querySelector("[data-moves]").hidden = false;
      atlas.querySelector("[data-keys]").hidden = false;
      pane = new Pane(frame, { ...map, mark: marks }, { choose, hover, words: markWords, home: () => home() });
      home();
      window.dateline.shownMap = pane;
      atlas.querySelector("[data-moves]").addEventListener("click", (event) => {
        const moves = { closer: () => pane.zoom(1.6), wider: () => pane.zoom(1 / 1.6), home, all: () => pane.fit(boxOf(marks)) };
        moves[event.target.closest("[data-move]")?.dataset.move]?.();
      });
    }
    refilter();
    form.addEventListener("input", slide);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(refilter));
  }

  begin().catch(() => { form.hidden = true; });
})();
