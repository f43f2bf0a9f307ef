// What the time axis looks like, on a canvas: years and days above, then lanes with dots, bars and titles.
(function () {
  "use strict";

  const { ticks, marks, rows } = window.dateline.axis;
  const { civil } = window.dateline.days;
  const { written } = window.dateline;

  const HEAD = 46;
  /** Pixels between two marks at least. */
  const REACH = 15;
  const ROW = 18;
  const LANE = 74;
  const ALONE = 264;
  const ALONE_NARROW = 210;
  const NARROW = 600;
  /** Room below the line of a lane, for spans. */
  const FOOT = 34;
  /** Dots of the single lane stand above the line, which would strike through their titles. */
  const RISE = 13;
  const SPAN_ROWS = 3;
  const SPANS = 220;
  /** Events that get titles; with more there is no room. */
  const TITLED = 160;
  /** Pixels of the longest title, tried one after the other. */
  const TITLES = [280, 200, 130];
  /** Pixels of a title below which it says nothing. */
  const LEGIBLE = 84;
  const FONTS = { "": "13.5px", bold: "600 13.5px", small: "600 11px" };

  /** A canvas in a view. `spots` are the places of what was drawn last, for a pointer to find. */
  class Drawing {
    constructor(view, canvas, months) {
      Object.assign(this, { view, canvas, months, spots: [] });
      this.pen = canvas.getContext("2d");
      this.forget();
    }

    /** Forget how wide words are: other fonts have come. */
    forget() {
      this.widths = new Map();
      this.family = getComputedStyle(this.view).fontFamily;
    }

    /** Draw the stretch and the lanes of an axis. */
    draw({ from, to, lanes, lit }) {
      Object.assign(this, { from, to, lit, width: this.view.clientWidth });
      this.scale = this.width / (to - from);
      this.single = lanes.length < 2;
      const lane = this.single ? (this.width < NARROW ? ALONE_NARROW : ALONE) : LANE;
      const height = HEAD + lane * Math.max(1, lanes.length);
      this.clear(height);
      this.drawTicks(height);
      lanes.forEach((one, number) => this.drawLane(one, HEAD + number * lane, lane));
    }

    clear(height) {
      const ratio = window.devicePixelRatio || 1;
      const [wide, high] = [Math.round(this.width * ratio), Math.round(height * ratio)];
      if (this.canvas.width !== wide || this.canvas.height !== high) {
        Object.assign(this.canvas, { width: wide, height: high });
        this.canvas.style.blockSize = `${height}px`;
      }
      const style = getComputedStyle(this.view);
      this.ink = Object.fromEntries(["paper", "sheet", "ink", "soft", "rule", "line", "accent"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
      this.pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      this.pen.clearRect(0, 0, this.width, height);
      this.spots = [];
    }

    drawTicks(height) {
      const { drawn, years } = ticks(this.from, this.to, 58 / this.scale);
      if (!years) { this.drawHeads(drawn[0]?.kind === "day" ? "month" : "year"); }
      for (const { day, kind } of drawn) {
        const x = Math.round((day - this.from) * this.scale) + 0.5;
        this.line(x, 24, x, height, this.ink.rule);
        const [year, month, date] = civil(day);
        const words = kind === "day" ? written(date) : years ? written(year) : this.months[month];
        if (x + 4 + this.measure(words, "") < this.width) { this.text(words, x + 4, 40, this.ink.soft, ""); }
      }
    }

    /** The upper line: what the ticks below are part of. The first stands at the edge for as long as there is room. */
    drawHeads(kind) {
      const found = ticks(this.from, this.to, Math.max(70 / this.scale, kind === "month" ? 28 : 360)).drawn;
      const heads = [{ day: this.from, x: 0 }, ...found.map(({ day }) => ({ day, x: (day - this.from) * this.scale }))];
      heads.forEach((head, number) => {
        const [year, month] = civil(Math.floor(head.day + 0.001));
        const words = kind === "month" ? `${this.months[month]} ${written(year)}` : written(year);
        const until = heads[number + 1]?.x ?? this.width;
        if (until - head.x > this.measure(words, "bold") + 8) { this.text(words, head.x + 4, 18, this.ink.ink, "bold"); }
      });
    }

    drawLane(lane, top, height) {
      const base = top + height - FOOT;
      if (!this.single) { this.line(0, top + 0.5, this.width, top + 0.5, this.ink.rule); }
      this.line(0, base + 0.5, this.width, base + 0.5, this.ink.line);
      this.drawSpans(lane.spans, base);
      const seen = marks(lane.events, this.from, this.to, this.scale, REACH);
      const many = this.single ? Math.floor((height - FOOT - RISE) / ROW) : 1;
      const highest = Math.max(0, ...seen.map((mark) => mark.events.length));
      if (highest > many && this.single) {
        this.drawBars(seen, base, height - FOOT - 24, highest);
      } else if (this.single) {
        this.drawSwarm(seen, base, many);
      } else {
        this.drawLine(seen, base, this.drawLabel(lane, top));
      }
    }

    /** The name of a lane, and how wide it stands. */
    drawLabel(lane, top) {
      const words = `${lane.label} · ${lane.events.length}`;
      this.text(words, 4, top + 15, this.ink.soft, "");
      return this.measure(words, "") + 12;
    }

    /** Crowds as bars, as high as they are many, the part of key events in the accent; the number above. */
    drawBars(seen, base, room, highest) {
      const { pen, ink } = this;
      for (const { x, events } of seen) {
        const height = Math.max(4, (room * events.length) / highest);
        const keys = events.filter((event) => event.rank === 0).length;
        pen.fillStyle = events.some((event) => event.id === this.lit) ? ink.ink : ink.line;
        pen.fillRect(x - REACH / 2 + 1, base - height, REACH - 3, height);
        const share = keys && Math.max(3, (height * keys) / events.length);
        pen.fillStyle = ink.accent;
        pen.fillRect(x - REACH / 2 + 1, base - share, REACH - 3, share);
        const number = written(events.length);
        if (this.measure(number, "small") < REACH) { this.text(number, x - 0.5 - this.measure(number, "small") / 2, base - height - 5, ink.soft, "small"); }
        this.spots.push({ x0: x - REACH / 2, x1: x + REACH / 2, y0: base - height - 16, y1: base + 4, events });
      }
    }

    /** Each event at the lowest height that has room for its dot and its title; where there is not that much room, in stacks. */
    drawSwarm(seen, base, many) {
      const events = seen.flatMap((mark) => mark.events);
      const dots = this.spread(events, many) ?? this.stack(seen, many);
      for (const dot of dots) { dot.y = base - RISE - dot.row * ROW; }
      for (const { x, y } of dots) { if (y < base - RISE) { this.line(Math.round(x) + 0.5, y, Math.round(x) + 0.5, base, this.ink.rule); } }
      for (const { x, y, events: [event], until } of dots) { this.drawTitle(event, x + 10, y + 4, until - x - 10); }
      for (const dot of dots) { this.drawDot(dot); }
    }

    /** Dots with room for all titles, shorter ones if need be, key events lowest; null if there is not so much room. */
    spread(events, many) {
      if (events.length > TITLED) { return null; }
      const order = [...events].sort((one, other) => one.rank - other.rank || one.at - other.at);
      for (const longest of TITLES) {
        const dots = order.map((event) => this.titled(event, longest));
        const found = rows(dots, many, 0);
        if (!found.includes(-1)) { return dots.map((dot, number) => ({ ...dot, row: found[number] })); }
      }
      return null;
    }

    titled(event, longest) {
      const x = (event.at - this.from) * this.scale;
      const until = x > -4 ? Math.min(x + 10 + Math.min(longest, this.titleWidth(event)), this.width) : x;
      return { x, until, x0: x - 9, x1: Math.max(x + 9, until), events: [event], key: event.rank === 0 };
    }

    /** Dots of one time above each other; titles as far as the next dot of their height. */
    stack(seen, many) {
      const heights = Array.from({ length: many }, () => []);
      for (const { x, events } of seen) {
        const stacked = [...events].sort((one, other) => one.rank - other.rank || one.at - other.at);
        stacked.forEach((event, row) => heights[row].push({ x, row, events: [event], key: event.rank === 0 }));
      }
      return heights.flatMap((dots) => dots.map((dot, number) => {
        const room = (dots[number + 1]?.x ?? this.width + 10) - 12;
        return { ...dot, until: Math.min(room, dot.x + 10 + this.titleWidth(dot.events[0])) };
      }));
    }

    titleWidth(event) {
      return Math.min(this.measure(event.title, event.rank ? "" : "bold"), this.width < NARROW ? 170 : 280);
    }

    drawTitle(event, x, y, width) {
      const weight = event.rank ? "" : "bold";
      const room = Math.min(width, this.width - x);
      if (room < Math.min(LEGIBLE, this.titleWidth(event))) { return; }
      this.text(this.fitted(event.title, room, weight), x, y, this.colourOf(event), weight, true);
      this.spots.push({ x0: x, x1: x + room, y0: y - 12, y1: y + 4, events: [event] });
    }

    /** A narrow lane: dots on the line, a number for several, titles above single ones where there is room. */
    drawLine(seen, base, taken) {
      const places = [[0, taken], ...seen.filter((mark) => mark.events.length > 1).map(({ x }) => [x - 9, x + 9])];
      const alone = seen.filter((mark) => mark.events.length === 1 && mark.x > -4);
      for (const { x, events: [event] } of alone.sort((one, other) => one.events[0].rank - other.events[0].rank || one.x - other.x)) {
        const start = x - 4;
        const room = Math.min(this.width, ...places.map(([from]) => from).filter((from) => from > x)) - start - 8;
        const width = Math.min(this.titleWidth(event), room);
        const covered = places.some(([from, to]) => from <= start && to > start - 6);
        if (covered || width < Math.min(LEGIBLE, this.titleWidth(event))) { continue; }
        places.push([start, start + width]);
        this.drawTitle(event, start, base - 12, width);
      }
      for (const mark of seen) { this.drawDot({ ...mark, y: base }); }
    }

    colourOf(event) {
      return event.id === this.lit ? this.ink.accent : event.rank === 2 ? this.ink.soft : this.ink.ink;
    }

    /** Filled for a key event, smaller for a minor one, dashed where the day is not sure; a number for several. */
    drawDot({ x, y, events, key }) {
      const { pen, ink } = this;
      const [event] = events;
      const many = events.length > 1;
      const lit = events.some((one) => one.id === this.lit);
      const radius = many ? Math.min(15, 7 + Math.log2(events.length)) : event.rank === 2 ? 3.5 : 5.5;
      pen.beginPath();
      pen.arc(x, y, radius, 0, 2 * Math.PI);
      pen.fillStyle = many ? ink.sheet : key || lit ? ink.accent : ink.paper;
      pen.fill();
      pen.lineWidth = lit ? 3 : 1.6;
      pen.strokeStyle = key || lit ? ink.accent : many || event.rank === 2 ? ink.line : ink.ink;
      pen.setLineDash(!many && event.shape >= 2 ? [2.5, 2] : []);
      pen.stroke();
      pen.setLineDash([]);
      if (many) { this.text(written(events.length), x - this.measure(written(events.length), "small") / 2, y + 4, ink.ink, "small"); }
      this.spots.unshift({ x0: x - radius - 3, x1: x + radius + 3, y0: y - radius - 3, y1: y + radius + 3, events });
    }

    /** Bars below the line from first to last day, as many as there is room for; dashed where an end is not sure. */
    drawSpans(spans, base) {
      const bars = [];
      for (const event of spans) {
        const x0 = Math.max(-9, (event.first - this.from) * this.scale);
        const x1 = Math.min(this.width + 9, ((event.last ?? Infinity) + 1 - this.from) * this.scale);
        if (x1 > 0 && x0 < this.width && x1 - x0 > 7 && bars.length < SPANS) { bars.push({ event, x0, x1 }); }
      }
      rows(bars, SPAN_ROWS, 3).forEach((row, number) => { if (row >= 0) { this.drawSpan(bars[number], base + 10 + row * 7); } });
    }

    drawSpan({ event, x0, x1 }, y) {
      const lit = event.id === this.lit;
      this.pen.setLineDash(event.shape === 1 ? [] : [5, 3]);
      this.line(x0, y, x1, y, lit || event.rank === 0 ? this.ink.accent : this.ink.line, lit ? 5 : 3);
      this.pen.setLineDash([]);
      this.spots.push({ x0, x1, y0: y - 4, y1: y + 4, events: [event] });
    }

    line(x0, y0, x1, y1, colour, width = 1) {
      const { pen } = this;
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.beginPath();
      pen.moveTo(x0, y0);
      pen.lineTo(x1, y1);
      pen.stroke();
    }

    /** Words; with a `halo`, lines behind them do not cross them. */
    text(words, x, y, colour, weight, halo = false) {
      this.pen.font = `${FONTS[weight]} ${this.family}`;
      if (halo) {
        Object.assign(this.pen, { strokeStyle: this.ink.paper, lineWidth: 4, lineJoin: "round" });
        this.pen.strokeText(words, x, y);
      }
      this.pen.fillStyle = colour;
      this.pen.fillText(words, x, y);
    }

    measure(words, weight) {
      const key = weight + words;
      if (!this.widths.has(key)) {
        this.pen.font = `${FONTS[weight]} ${this.family}`;
        this.widths.set(key, this.pen.measureText(words).width);
      }
      return this.widths.get(key);
    }

    /** Words cut to a width. */
    fitted(words, width, weight) {
      const full = this.measure(words, weight);
      if (full <= width) { return words; }
      let kept = Math.floor((words.length * width) / full);
      while (kept > 1 && this.measure(`${words.slice(0, kept)}…`, weight) > width) { kept -= 1; }
      return `${words.slice(0, kept).trimEnd()}…`;
    }
  }

  window.dateline.Drawing = Drawing;
})();
