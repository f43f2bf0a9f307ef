// Civil days: numbers that count from 1 January 1970, as the generator's do, whatever the reader's time zone.
(function () {
  "use strict";

  const DAY = 86_400_000;

  /** Year, month (0 to 11) and day of a civil day. */
  function civil(day) {
    const date = new Date(day * DAY);
    return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  }

  /** The civil day of a date; months beyond the year's run over. */
  function dayOf(year, month, day = 1) {
    const date = new Date(0);
    date.setUTCFullYear(year, month, day);
    return Math.round(date.getTime() / DAY);
  }

  /** `2014-08-25` as a civil day; NaN for anything else. */
  function readDay(text) {
    const found = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(text ?? "");
    if (!found) { return NaN; }
    const day = dayOf(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
    return writeDay(day) === text ? day : NaN;
  }

  /** A civil day as `2014-08-25`. */
  function writeDay(day) {
    const [year, month, date] = civil(Math.floor(day));
    const padded = String(Math.abs(year)).padStart(4, "0");
    return `${year < 0 ? "-" : ""}${padded}-${String(month + 1).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  }

  window.dateline.days = { civil, dayOf, readDay, writeDay };
})();
