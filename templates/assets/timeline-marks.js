// What the time axis draws, worked out without a page: ticks of the calendar, lanes, and marks that do not touch.
(function () {
  "use strict";

  const { civil, dayOf } = window.dateline.days;

  /** Months in a step of the axis, widest last; smaller steps are days. */
  const STEPS = [
    { days: 1 }, { days: 7 }, { months: 1 }, { months: 3 }, { months: 12 }, { months: 24 }, { months: 60 },
    { months: 120 }, { months: 300 }, { months: 600 }, { months: 1200 }, { months: 6000 }, { months: 12000 },
  ];
  const MONTH = 30.44;
  /** 1 January 1970 was a Thursday; weeks begin on Monday. */
  const MONDAY = 4;

  /**
   * @typedef {object} Event an event as the axis knows it
   * @property {string} id
   * @property {string} title
   * @property {?number} first civil day since 1 January 1970
   * @property {?number} last null while it has no end
   * @property {number} at where its mark stands: its day, or the middle of the days it may have been
   * @property {number} shape 0 a day, 1 a span, 2 not known to the day, 4 a span with unsure ends
   * @property {number} rank 0 key, 1 major, 2 minor
   */

  /**
   * Ticks between two days that stand `room` days apart at least.
   * @returns {{drawn: {day: number, kind: "day"|"month"}[], years: boolean}} years: all are first days of years
   */
  function ticks(from, to, room) {
    const step = STEPS.find((one) => (one.days ?? one.months * MONTH) >= room) ?? STEPS.at(-1);
    const drawn = step.days ? ticksOfDays(from, to, step.days) : ticksOfMonths(from, to, step.months);
    return { drawn, years: step.months >= 12 };
  }

  function ticksOfDays(from, to, days) {
    const found = [];
    const first = days === 1 ? Math.ceil(from) : Math.ceil((from - MONDAY) / 7) * 7 + MONDAY;
    for (let day = first; day <= to; day += days) { found.push({ day, kind: "day" }); }
    return found;
  }

  function ticksOfMonths(from, to, months) {
    const [year, month] = civil(Math.floor(from));
    const found = [];
    for (let at = Math.floor((year * 12 + month) / months) * months; ; at += months) {
      const day = dayOf(Math.floor(at / 12), ((at % 12) + 12) % 12);
      if (day > to) { return found; }
      if (day >= from) { found.push({ day, kind: "month" }); }
    }
  }

  /**
   * Events by lane: the most frequent values of one of their lists, then all others. An event may stand in several.
   * @param {Event[]} events @param {function(Event): number[]} values @param {number} most
   * @returns {{value: number, events: Event[]}[]} value -1: the others
   */
  function lanes(events, values, most) {
    const counts = new Map();
    for (const event of events) { for (const value of values(event)) { counts.set(value, (counts.get(value) ?? 0) + 1); } }
    const chosen = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, most).map(([value]) => value);
    const found = new Map([...chosen, -1].map((value) => [value, []]));
    for (const event of events) {
      const mine = values(event).filter((value) => found.has(value));
      for (const value of mine.length ? mine : [-1]) { found.get(value).push(event); }
    }
    return [...found].map(([value, inLane]) => ({ value, events: inLane })).filter((lane) => lane.events.length);
  }

  /**
   * Marks of a lane, of which none is nearer than `reach` to the next: single events, or clusters of several.
   * @param {Event[]} events by `at` @param {number} from first day seen @param {number} to @param {number} scale pixels a day
   * @returns {{x: number, events: Event[], key: boolean}[]}
   */
  function marks(events, from, to, scale, reach) {
    const found = [];
    let mark = null;
    for (let at = firstAt(events, from - reach / scale); at < events.length && events[at].at <= to + reach / scale; at += 1) {
      const event = events[at];
      const x = (event.at - from) * scale;
      if (mark === null || x - mark.start >= reach) {
        mark = { start: x, x, events: [], key: false };
        found.push(mark);
      }
      mark.events.push(event);
      mark.x += (x - mark.x) / mark.events.length;
      mark.key ||= event.rank === 0;
    }
    return found;
  }

  /** The first of sorted events that stands at a day or after it. */
  function firstAt(events, day) {
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (events[middle].at < day) { low = middle + 1; } else { high = middle; }
    }
    return low;
  }

  /**
   * Rows in which things that have a width do not touch: for each the first row with room, -1 where none has any.
   * @param {{x0: number, x1: number}[]} things in the order in which they choose
   */
  function rows(things, most, gap) {
    const taken = Array.from({ length: most }, () => []);
    return things.map(({ x0, x1 }) => {
      const row = taken.findIndex((spans) => spans.every(([from, to]) => x1 + gap <= from || x0 >= to + gap));
      if (row >= 0) { taken[row].push([x0, x1]); }
      return row;
    });
  }

  Object.assign(window.dateline, { axis: { ticks, lanes, marks, rows } });
})();
