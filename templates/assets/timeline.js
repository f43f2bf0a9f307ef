// `/timeline/` for readers with scripts: the time axis, filters kept in the address, and a list that is always in step.
(function () {
  "use strict";

  const { Axis, widened, load, link, make, worded, later, keepInAddress, fold } = window.dateline;
  const { lanes } = window.dateline.axis;
  const { readDay, writeDay, civil } = window.dateline.days;

  const MOST_LANES = 8;
  const PAGE = 100;
  const SHAPES = ["point", "span", "unsure", "", "span"];
  const RANKS = ["key", "major", "minor"];
  const GRADES = ["confirmed", "reported", "disputed", "retracted"];
  const CHOICES = ["lanes", "actor", "place", "topic", "grade", "rank"];

  const section = document.querySelector("[data-timeline]");
  const form = section.querySelector("form");
  const written = document.querySelector("[data-written]");
  const list = document.querySelector("[data-list]");
  const words = section.dataset;
  /** @type {{events: object[], lists: Object<string, [string, string, number?][]>, numbers: Object<string, Map<string, number>>}} */
  const story = { events: [], lists: {}, numbers: {} };
  /** The states of a past evening by event, none for an event of which nothing was known then; undefined today. */
  let known;
  let chosen = [];
  let rows = PAGE;
  /** The stretch that is shown at first, and that the address need not name. */
  let home = [0, 0];
  let axis;

  /** Take in the file of events. */
  function read(value) {
    for (const name of ["place", "actor", "topic"]) {
      story.lists[name] = value[name];
      story.numbers[name] = new Map(value[name].map(([id], number) => [id, number]));
    }
    story.events = value.event.map(([id, title, first, last, when, shape, rank, grade, place, actor, topic]) => {
      const start = first ?? last;
      const at = start === null ? NaN : shape === 2 && last !== null ? (start + last + 1) / 2 : start + 0.5;
      return { id, title, first: start, last, when, shape, rank, grade, place, actor, topic, at };
    });
  }

  /** Fill the choices of a filter with those that some event has, by name. */
  function offer(name) {
    const used = new Set(story.events.flatMap((event) => (name === "place" ? around(event.place) : event[name])));
    const options = [...used].map((number) => story.lists[name][number]).sort((one, other) => one[1].localeCompare(other[1]));
    for (const [id, label] of options) {
      const option = make("option", "", label);
      option.value = id;
      form.elements[name].append(option);
    }
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

  /** What the filters let through, in the order of time. */
  function filtered() {
    const wanted = Object.fromEntries(CHOICES.map((name) => [name, form.elements[name].value]));
    const [actor, place, topic] = ["actor", "place", "topic"].map((name) => (wanted[name] ? story.numbers[name].get(wanted[name]) : undefined));
    const text = fold(form.elements.q.value);
    return story.events.filter((event) =>
      (!wanted.actor || event.actor.includes(actor))
      && (!wanted.place || around(event.place).includes(place))
      && (!wanted.topic || event.topic.includes(topic))
      && (!wanted.grade || GRADES[gradeOf(event)] === wanted.grade)
      && (!wanted.rank || event.rank <= RANKS.indexOf(wanted.rank))
      && (!text || (event.folded ??= fold(event.title)).includes(text)));
  }

  /** The grade of an event: today's, or that of the evening. */
  function gradeOf(event) {
    return known?.get(event.id)?.status ?? event.grade;
  }

  /** Lanes of what the filters let through; events without any day are in the list alone. */
  function laid(events) {
    const dated = events.filter((event) => !Number.isNaN(event.at)).sort((one, other) => one.at - other.at);
    const by = form.elements.lanes.value;
    const found = by ? lanes(dated, (event) => event[by], MOST_LANES) : [{ value: -1, events: dated }];
    return found.map(({ value, events: inLane }) => ({
      label: by ? (value < 0 ? words.others : story.lists[by][value][1]) : "",
      events: inLane,
      spans: inLane.filter((event) => event.last === null || event.last > event.first),
    }));
  }

  /** The events of the list: those whose days touch the stretch that is shown. */
  function inStretch() {
    const { from, to } = axis;
    const whole = from <= axis.all[0] && to >= axis.all[1];
    return whole ? chosen : chosen.filter((event) => event.first !== null && event.first < to && (event.last ?? Infinity) + 1 > from);
  }

  /** Everything anew: lanes, list, address. */
  function refilter() {
    chosen = filtered();
    axis.show(laid(chosen));
    rows = PAGE;
    relist();
    soonAddress();
  }

  function relist() {
    const events = inStretch();
    section.querySelector("[data-shown]").textContent = worded(words.shown, {
      shown: events.length, total: story.events.length, from: dayWords(axis.from), to: dayWords(axis.to - 1),
    });
    const days = [];
    for (const event of events.slice(0, rows)) {
      if (days.at(-1)?.when !== event.when) { days.push({ when: event.when, event, cards: [] }); }
      days.at(-1).cards.push(card(event));
    }
    list.replaceChildren(...days.map(daySection));
    if (events.length > rows) { list.append(more()); }
  }

  function dayWords(day) {
    const [year, month, date] = civil(Math.floor(day));
    return window.dateline.written(`${date} ${story.months[month]} ${year}`);
  }

  function daySection({ when, event, cards }) {
    const section = make("section", "day");
    const heading = make("h2", "day-date");
    const spine = make("ol", "spine");
    heading.append(event.shape === 0 ? anchor(`timeline/${writeDay(event.first).replaceAll("-", "/")}/`, when) : when);
    spine.append(...cards);
    section.append(heading, spine);
    return section;
  }

  function anchor(address, label, className) {
    const made = make("a", className);
    made.href = window.dateline.known.keep(link(address));
    made.append(make("bdi", "", label));
    return made;
  }

  function card(event) {
    const made = make("li", `card is-${SHAPES[event.shape]} is-${RANKS[event.rank]}`);
    made.dataset.event = event.id;
    made.append(anchor(`events/${event.id}/`, event.title, "card-title"));
    const grade = GRADES[gradeOf(event)];
    if (grade !== "confirmed") {
      made.append(" ", make("span", `chip is-${grade}`, form.elements.grade.querySelector(`[value="${grade}"]`).textContent));
    }
    const [place] = event.place;
    if (place !== undefined) {
      const where = make("span", "card-place");
      where.append(make("bdi", "", story.lists.place[place][1]));
      made.append(" ", where);
    }
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

  /** An event of the axis is looked for in the list. */
  function choose(event) {
    const at = inStretch().indexOf(event);
    if (at >= rows) { rows = at + PAGE; relist(); }
    const found = list.querySelector(`[data-event="${CSS.escape(event.id)}"] .card-title`);
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: "center", behavior: axis.still.matches ? "auto" : "smooth" });
  }

  /** What the pointer is at, in a few words. */
  function hover(spot) {
    const tip = section.querySelector("[data-tip]");
    tip.hidden = spot === null;
    tip.setAttribute("aria-hidden", "true");
    axis.light(spot?.events.length === 1 ? spot.events[0].id : "");
    if (spot === null) { return; }
    const [event] = spot.events;
    const last = spot.events.at(-1);
    tip.replaceChildren(make("strong", "", spot.events.length === 1 ? event.when : worded(words.several, { count: spot.events.length, from: event.when, to: last.when })),
      ...(spot.events.length === 1 ? [make("span", "", event.title)] : spot.events.slice(0, 4).map((one) => make("span", "", one.title))));
    const middle = (Math.max(0, spot.x0) + Math.min(axis.width, spot.x1)) / 2;
    tip.style.insetInlineStart = "auto";
    tip.style.left = `${Math.max(0, Math.min(middle - tip.offsetWidth / 2, axis.width - tip.offsetWidth))}px`;
    tip.style.top = `${spot.y1 + 8}px`;
  }

  /** The list points to the axis. */
  function light(event) {
    axis.light(event.target.closest?.("[data-event]")?.dataset.event ?? "");
  }

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    form.elements.q.value = asked.get("q") ?? "";
    for (const name of CHOICES) {
      form.elements[name].value = asked.get(name) ?? "";
      if (form.elements[name].selectedIndex < 0) { form.elements[name].value = ""; }
    }
    const [from, to] = [readDay(asked.get("from")), readDay(asked.get("to"))];
    return to >= from ? [from, to + 1] : gist();
  }

  /** The shortest stretch that holds nearly all events, if it is much shorter than the whole; else the whole. */
  function gist() {
    const days = story.events.map((event) => event.at).filter((day) => !Number.isNaN(day)).sort((one, other) => one - other);
    const held = Math.ceil(days.length * 0.95);
    let best = axis.all;
    for (let at = 0; at + held <= days.length; at += 1) {
      const stretch = widened(days[at], days[at + held - 1]);
      if (stretch[1] - stretch[0] < best[1] - best[0]) { best = stretch; }
    }
    return best[1] - best[0] < (axis.all[1] - axis.all[0]) * 0.6 ? best : axis.all;
  }

  function writeAddress() {
    const [from, to] = home[0] === axis.from && home[1] === axis.to ? ["", ""] : [writeDay(Math.round(axis.from)), writeDay(Math.round(axis.to) - 1)];
    keepInAddress({
      from, to, q: form.elements.q.value.trim(),
      ...Object.fromEntries(CHOICES.map((name) => [name, form.elements[name].value])),
    });
  }

  const soonAddress = later(writeAddress, 350);
  const soonList = later(relist, 90);

  /** The buttons beside the axis. */
  function press(event) {
    const moves = {
      earlier: () => axis.pan(-0.5, axis.glide), later: () => axis.pan(0.5, axis.glide),
      closer: () => axis.zoom(0.5, undefined, axis.glide), wider: () => axis.zoom(2, undefined, axis.glide), all: () => axis.glide(...axis.all),
    };
    moves[event.target.closest("[data-move]")?.dataset.move]?.();
  }

  /** Small screens show the choices when one is made, or when they are asked for. */
  function unfold() {
    const wide = matchMedia("(min-width: 44rem)");
    const open = () => { form.querySelector("details").open = wide.matches || CHOICES.some((name) => form.elements[name].value) || Boolean(form.elements.q.value); };
    wide.addEventListener("change", open);
    open();
  }

  async function begin() {
    const value = await load("timeline/events.js");
    read(value);
    story.months = value.months;
    known = await window.dateline.known.then;
    if (known) { story.events = story.events.filter((event) => known.has(event.id)); }
    const days = story.events.filter((event) => event.first !== null);
    if (!days.length) { return; }
    ["actor", "place", "topic"].forEach(offer);
    section.hidden = false;
    written.hidden = true;
    axis = new Axis(section.querySelector("[data-axis]"), { months: value.months, chosen: choose, hovered: hover, seen: () => { rows = PAGE; soonList(); soonAddress(); } });
    window.dateline.shownAxis = axis;
    axis.whole = [days[0].first, days.reduce((last, event) => Math.max(last, event.last ?? event.first), -Infinity) + 1];
    axis.go(...gist());
    home = [axis.from, axis.to];
    axis.go(...readAddress());
    unfold();
    refilter();
    form.addEventListener("input", refilter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(refilter));
    section.querySelector("[data-moves]").addEventListener("click", press);
    for (const name of ["mouseover", "focusin"]) { list.addEventListener(name, light); }
    for (const name of ["mouseleave", "focusout"]) { list.addEventListener(name, () => axis.light("")); }
  }

  begin().catch(() => { section.hidden = true; written.hidden = false; });
})();
