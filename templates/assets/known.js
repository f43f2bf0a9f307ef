// "As known on": the evening that the page's address asks for (`?known=2014-08-25`). Events not reported by then
// disappear, grades and figures step back; `reported/states.js` says how all of them stood.
(function () {
  "use strict";

  const { load, link, make, worded, written, root } = window.dateline;
  const { readDay, writeDay, civil } = window.dateline.days;

  const day = readDay(new URLSearchParams(location.search).get("known"));
  const EVENT = /events\/([^/?#]+)\/(?:index\.html)?(?:[?#]|$)/;
  const ARTICLE = /articles\/([^/?#]+)\/(?:index\.html)?(?:[?#]|$)/;
  /** Pages that the evening stays with from link to link. */
  const KEEPING = /^(?:(?:timeline\/|events\/|map\/).*)?(?:index\.html)?$/;

  /**
   * @typedef {object} State an event on an evening
   * @property {number} status place in the list of grades
   * @property {Set<string>} articles reports out by then
   * @property {number} independent
   * @property {{title: string, figure: string, words: string}[]} figures `title` as the table of the event's page has it
   * @property {number} day when it came to stand so
   * @property {boolean} last whether it stands so today
   */

  /**
   * How all events stood on an evening.
   * @param {object} value of `reported/states.js` @param {number} evening
   * @returns {Map<string, State>} without those that no report spoke of by then
   */
  function statesOn(value, evening) {
    const found = new Map();
    for (const [id, states] of Object.entries(value.event)) {
      const past = states.filter(([since]) => since <= evening);
      if (past.length) { found.set(id, stateOf(value, past, past.length === states.length)); }
    }
    return found;
  }

  function stateOf(value, past, last) {
    const [since, status, , independent] = past.at(-1);
    const figures = past.findLast((state) => state[4] !== 0)[4];
    return {
      status, independent, last, day: since,
      articles: new Set(past.flatMap((state) => state[2]).map((number) => value.articles[number])),
      figures: figures.map((figure) => figureOf(...figure.slice(0, 4).map((word) => value.words[word]))),
    };
  }

  function figureOf(measure, group, scope, figure) {
    return { title: `${group}: ${measure} ${scope}`.trim(), figure, words: `${group}: ${figure} ${measure}` };
  }

  /** A link that stays with the evening, if there is one and the page knows evenings. */
  function keep(href) {
    const address = new URL(href, location.href);
    const within = address.href.startsWith(root.href) ? address.pathname.slice(root.pathname.length) : null;
    if (Number.isNaN(day) || within === null || !KEEPING.test(within)) { return href; }
    address.searchParams.set("known", writeDay(day));
    return address.href;
  }

  function dayWords(value, number) {
    const [year, month, date] = civil(number);
    return written(`${date} ${value.months[month]} ${year}`);
  }

  /** The page at another evening, or today. */
  function at(evening) {
    const address = new URL(location.href);
    if (evening === null) { address.searchParams.delete("known"); } else { address.searchParams.set("known", writeDay(evening)); }
    return address.href;
  }

  /** The control: a date leads to its evening, none to today; a date that is being typed waits for Enter or for the end. */
  function offer() {
    const form = document.querySelector("[data-known]");
    if (!form) { return; }
    const field = form.elements.known;
    const shown = Number.isNaN(day) ? "" : writeDay(day);
    const go = () => { if (field.value !== shown && field.validity.valid) { location.assign(at(field.value ? readDay(field.value) : null)); } };
    let typing = false;
    field.value = shown;
    form.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
    field.addEventListener("keydown", (event) => { typing = event.key !== "Enter"; });
    field.addEventListener("pointerdown", () => { typing = false; });
    field.addEventListener("change", () => { if (!typing) { go(); } });
    field.addEventListener("blur", go);
  }

  /** What the whole page is, said above it. */
  function announce(value, hidden) {
    const says = value.says;
    const notice = make("div", "notice known-notice");
    notice.setAttribute("role", "status");
    notice.append(make("p", "", ""), make("p", "note", says.kept));
    notice.firstChild.append(make("strong", "", worded(says.then, { day: dayWords(value, day) })), hidden ? ` ${worded(says.hidden, { count: hidden })}` : "");
    const ways = make("p", "known-ways");
    const reported = `reported/${writeDay(day)}/`;
    for (const [words, href] of [
      [says.before, at(day - 1)], [says.after, at(day + 1)],
      ...(value.days.includes(day) ? [[says.day, link(reported)]] : []), [says.today, at(null)],
    ]) {
      const way = make("a", "", words);
      way.href = href;
      ways.append(way, " ");
    }
    notice.append(ways);
    document.querySelector("#main").prepend(notice);
  }

  /** Lists: what was not known disappears, the rest shows the grade of the evening. */
  function stepBackLists(value, states) {
    const gone = new Set();
    for (const anchor of document.querySelectorAll("#main li a[href], #main a.step[href]")) {
      const [, id] = EVENT.exec(anchor.getAttribute("href")) ?? [];
      const line = anchor.closest("li, a.step");
      if (!id || !value.event[id]) { continue; }
      if (!states.has(id)) {
        line.hidden = true;
        gone.add(id);
      } else if (line.matches(".card")) {
        stepBackCard(line, states.get(id), value);
      }
    }
    for (const list of document.querySelectorAll("#main .day, #main .relations h3, #main section")) {
      const lines = list.matches("h3") ? list.nextElementSibling?.children ?? [] : list.querySelectorAll("li");
      if (lines.length && [...lines].every((line) => line.hidden)) { list.hidden = true; }
    }
    return gone.size;
  }

  function stepBackCard(card, state, value) {
    card.querySelector(".chip.is-confirmed, .chip.is-reported, .chip.is-disputed, .chip.is-retracted")?.remove();
    const [slug, label] = value.grades[state.status];
    if (slug !== "confirmed") { card.querySelector(".card-title").after(" ", make("span", `chip is-${slug}`, label)); }
    const summary = card.querySelector("p");
    if (!summary || state.last) { return; }
    summary.textContent = state.figures.map(({ words }) => words).join("; ");
    summary.hidden = summary.textContent === "";
  }

  /** An event's own page. */
  function stepBackEvent(id, value, states) {
    const record = document.querySelector(".record");
    const state = states.get(id);
    if (!state) {
      record.replaceChildren(record.querySelector("h1"), make("p", "lede", value.says.unknown));
      return;
    }
    const [slug, label, definition] = value.grades[state.status];
    const grade = record.querySelector(".grade");
    grade.className = `grade is-${slug}`;
    grade.querySelector("summary").textContent = label;
    grade.querySelector("p").firstChild.textContent = `${definition} `;
    stepBackFigures(record, state, value);
    for (const line of record.querySelectorAll(".sources tbody tr, .statement, .figures tbody tr")) {
      line.hidden = !restsOn(line, state.articles);
    }
    unstrike(record);
    hideEmpty(record);
    record.querySelector(".sources .count").textContent = worded(value.says.sources, { reports: state.articles.size, independent: state.independent });
    if (!state.last) {
      for (const later of record.querySelectorAll("[data-now]")) { later.hidden = true; }
      record.querySelector(".grade-line").after(make("p", "note", value.says.later));
    }
    markState(record, state.day);
  }

  /** Whether a row or statement names a report that was out. */
  function restsOn(line, articles) {
    return [...line.querySelectorAll("a[href]")].some((anchor) => articles.has(ARTICLE.exec(anchor.getAttribute("href"))?.[1]));
  }

  /** Each table tells the figure of the evening; what nobody had said disappears. */
  function stepBackFigures(record, state, value) {
    for (const table of record.querySelectorAll(".figures .table-wrap")) {
      const scope = table.querySelector("caption .scope")?.dataset.scope ?? "";
      const title = `${table.querySelector(".measure").textContent.trim()} ${scope}`.trim();
      const known = state.figures.find((figure) => figure.title === title);
      table.hidden = !known;
      if (known) { table.querySelector("strong").textContent = worded(value.says.figure, known); }
    }
  }

  /** A figure that its claimant revised later stood until then. */
  function unstrike(record) {
    for (const row of record.querySelectorAll(".figures tr.is-superseded:not([hidden])")) {
      const who = row.querySelector("th").textContent;
      let later = row.nextElementSibling;
      while (later && (later.hidden || later.querySelector("th").textContent !== who)) { later = later.nextElementSibling; }
      if (later) { continue; }
      row.classList.remove("is-superseded");
      row.querySelector("s")?.replaceWith(row.querySelector("s").textContent);
    }
  }

  function hideEmpty(record) {
    for (const section of record.querySelectorAll("section")) {
      const parts = section.querySelectorAll(".table-wrap, .statement");
      if (parts.length && [...parts].every((part) => part.hidden)) { section.hidden = true; }
    }
  }

  /** The strip of states: which one it is. */
  function markState(record, since) {
    for (const step of record.querySelectorAll(".states .strip > li")) {
      const then = readDay(step.querySelector("time")?.getAttribute("datetime"));
      step.classList.toggle("is-then", then === since);
      step.classList.toggle("is-after", then > since);
      if (then === since) { step.setAttribute("aria-current", "date"); }
    }
  }

  /** The page as known on the evening. @returns {Promise<Map<string, State>>} */
  async function stepBack() {
    const value = await load("reported/states.js");
    const states = statesOn(value, day);
    const [, id] = EVENT.exec(location.pathname) ?? [];
    document.documentElement.dataset.knownOn = writeDay(day);
    if (id && value.event[id]) { stepBackEvent(id, value, states); }
    const hidden = stepBackLists(value, states);
    if (!id) { for (const later of document.querySelectorAll("[data-now]")) { later.hidden = true; } }
    for (const anchor of document.querySelectorAll("a[href]:not(svg a)")) { anchor.href = keep(anchor.href); }
    announce(value, hidden);
    return states;
  }

  /** What was asked for did not come: say whose page this is. */
  function confess() {
    const notice = make("p", "notice known-notice", document.querySelector("[data-known]")?.dataset.known);
    notice.setAttribute("role", "alert");
    document.querySelector("#main").prepend(notice);
  }

  offer();
  window.dateline.known = { day, keep, statesOn, then: Number.isNaN(day) ? Promise.resolve(undefined) : stepBack().catch(confess) };
})();
