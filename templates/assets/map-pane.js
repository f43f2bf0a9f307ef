// A map that can be moved: sheets of the base map, areas and rings over them, by keys, wheel, mouse and fingers.
(function () {
  "use strict";

  const STEP = 0.2;
  const CLOSER = 1.5;
  /** Pixels to a unit of the plane, about 1.1 km, at the closest. */
  const CLOSEST = 60;
  /** Pixels that a finger may stray and still have tapped. */
  const TAP = 5;
  const LABELS = 40;
  const LETTER = 6.8;
  /** Where a number looks for room: so many pixels from the middle of its area, that way. */
  const ROOM = [0, 12, 20, 28, 38, 50, 64];
  const WAYS = [[0, 1], [1, 0], [-1, 0], [0, -1], [0.7, 0.7], [-0.7, 0.7], [0.7, -0.7], [-0.7, -0.7]];

  function draw(name, attributes, parent) {
    const element = document.createElementNS(document.querySelector("[data-map] svg").namespaceURI, name);
    set(element, attributes);
    parent?.append(element);
    return element;
  }

  function set(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) { element.setAttribute(name, value); }
  }

  /**
   * @typedef {object} Mark
   * @property {string} name
   * @property {string} known `site`, `town`, `district` or `area`
   * @property {number} x in the plane of the base map
   * @property {number} y
   * @property {string} [path] the outline of an area
   */
  class Pane {
    /**
     * @param {HTMLElement} frame @param {{sheet: Array, label: Array, mark: Mark[]}} map
     * @param {{choose: function(number): void, hover: function(number): void, words: function(number): string}} hooks
     */
    constructor(frame, map, hooks) {
      this.frame = frame;
      this.map = map;
      this.hooks = hooks;
      this.svg = frame.querySelector("svg");
      this.counts = map.mark.map(() => 0);
      this.current = 0;
      this.build();
      this.steer();
      new ResizeObserver(() => { this.size(); this.redraw(); }).observe(frame);
      this.size();
    }

    build() {
      this.svg.replaceChildren();
      for (const name of ["aria-hidden", "focusable", "width", "height"]) { this.svg.removeAttribute(name); }
      this.sheets = this.map.sheet.map(([address, x, y, width, height]) => ({
        x, y, width, height, image: draw("image", { href: new URL(address, window.dateline.shared).href, preserveAspectRatio: "none" }, this.svg),
      }));
      this.areas = draw("g", {}, this.svg);
      this.words = draw("g", { "aria-hidden": "true" }, this.svg);
      this.rings = draw("g", {}, this.svg);
      this.marks = this.map.mark.map((mark, number) => this.mark(mark, number));
    }

    /** What is drawn of a place: an area's outline with a square for its number, or a ring. */
    mark(mark, number) {
      const area = mark.path ? draw("path", { class: "map-area", d: mark.path }, this.areas) : null;
      const group = draw("g", { class: `atlas-mark is-${mark.known}`, role: "button", tabindex: "-1" }, this.rings);
      const shape = area ? draw("rect", {}, group) : draw("circle", {}, group);
      if (mark.known === "district") { this.rings.prepend(group); }
      const count = draw("text", { "text-anchor": "middle", dy: "0.35em", "aria-hidden": "true" }, group);
      group.addEventListener("click", () => { if (this.strayed <= TAP) { this.hooks.choose(number); } });
      group.addEventListener("focus", () => { this.current = number; this.rove(); this.hooks.hover(number); });
      group.addEventListener("blur", () => this.hooks.hover(-1));
      group.addEventListener("pointerenter", () => this.hooks.hover(number));
      group.addEventListener("pointerleave", () => this.hooks.hover(-1));
      group.addEventListener("keydown", (event) => this.onMark(event, number));
      return { ...mark, number, area, group, shape, count, radius: 0, shown: false, aside: [0, 0] };
    }

    /** How many events there are at each mark now, and which is chosen. */
    show(counts, chosen) {
      this.counts = counts;
      for (const mark of this.marks) {
        const events = counts[mark.number];
        mark.shown = events > 0;
        mark.group.toggleAttribute("hidden", !mark.shown);
        mark.group.style.display = mark.shown ? "" : "none";
        mark.radius = Math.min(4 + Math.sqrt(events) * 1.8, 16) + (mark.known === "district" ? 5 : 0);
        set(mark.group, { "aria-label": this.hooks.words(mark.number), "aria-pressed": String(mark.number === chosen) });
        if (mark.area) {
          mark.area.style.display = mark.shown ? "" : "none";
          const half = mark.radius = Math.max(mark.radius, 9);
          set(mark.shape, { x: -half, y: -half, width: 2 * half, height: 2 * half, rx: 2 });
        } else {
          set(mark.shape, { r: mark.radius });
        }
        mark.count.textContent = mark.area || (mark.radius > 8.5 && mark.known !== "district") ? window.dateline.written(events) : "";
      }
      if (!this.marks[this.current]?.shown) { this.current = this.marks.findIndex((mark) => mark.shown); }
      this.rove();
      this.settled = 0;
      this.redraw();
    }

    /** Marks that an event of the list points to. */
    light(numbers) {
      for (const mark of this.marks) { mark.group.classList.toggle("is-lit", numbers.includes(mark.number)); mark.area?.classList.toggle("is-lit", numbers.includes(mark.number)); }
    }

    /** One mark is in the order of the tab key; arrows lead to the others. */
    rove() {
      this.marks.forEach((mark, number) => set(mark.group, { tabindex: number === this.current ? "0" : "-1" }));
    }

    size() {
      const { width, height } = this.frame.getBoundingClientRect();
      const middle = this.view && [this.view.x + this.width / this.view.scale / 2, this.view.y + this.height / this.view.scale / 2];
      this.width = Math.max(1, width);
      this.height = Math.max(1, height);
      set(this.svg, { viewBox: `0 0 ${this.width} ${this.height}` });
      if (middle) { this.look(...middle, this.view.scale); }
    }

    /** Look at a place of the plane. */
    look(x, y, scale) {
      const [, left, top, across, down] = this.map.sheet[0];
      const least = Math.max(this.width / across, this.height / down);
      const bounded = Math.max(least, Math.min(CLOSEST, scale));
      const [wide, high] = [this.width / bounded, this.height / bounded];
      this.view = {
        x: Math.max(left, Math.min(left + across - wide, x - wide / 2)),
        y: Math.max(top, Math.min(top + down - high, y - high / 2)),
        scale: bounded,
      };
    }

    /** Show a box of the plane with a little room around it, and none beyond the finest sheet where that can be helped. */
    fit([left, top, right, bottom]) {
      const sheet = this.sheets.at(-1);
      const within = left >= sheet.x && right <= sheet.x + sheet.width && top >= sheet.y && bottom <= sheet.y + sheet.height;
      const most = Math.min(this.width / Math.max(right - left, 60), this.height / Math.max(bottom - top, 60));
      const scale = within ? Math.min(most * 0.96, Math.max(most * 0.88, this.width / sheet.width, this.height / sheet.height)) : most * 0.88;
      this.look((left + right) / 2, (top + bottom) / 2, scale);
      const [wide, high] = [this.width / this.view.scale, this.height / this.view.scale];
      if (within) {
        if (wide <= sheet.width) { this.view.x = Math.max(sheet.x, Math.min(sheet.x + sheet.width - wide, this.view.x)); }
        if (high <= sheet.height) { this.view.y = Math.max(sheet.y, Math.min(sheet.y + sheet.height - high, this.view.y)); }
      }
      this.redraw();
    }

    /** Numbers of areas give way to rings, and to each other. It hangs on the scale alone, so it is found once for each. */
    settle() {
      const { scale } = this.view;
      if (this.settled === scale) { return; }
      this.settled = scale;
      const shown = this.marks.filter((mark) => mark.shown);
      const taken = shown.filter((mark) => !mark.area).map((mark) => [mark.x * scale, mark.y * scale, mark.radius]);
      const areas = shown.filter((mark) => mark.area).sort((one, other) => this.counts[other.number] - this.counts[one.number]);
      for (const mark of areas) {
        const places = ROOM.flatMap((far) => (far ? WAYS : WAYS.slice(0, 1)).map(([right, down]) => [right * far, down * far]));
        const [x, y] = [mark.x * scale, mark.y * scale];
        const free = ([dx, dy]) => taken.every(([tx, ty, radius]) => Math.max(Math.abs(x + dx - tx), Math.abs(y + dy - ty)) > radius + mark.radius + 1);
        mark.aside = places.find(free) ?? [0, 0];
        taken.push([x + mark.aside[0], y + mark.aside[1], mark.radius]);
      }
    }

    /** Move by parts of the pane. */
    pan(x, y) {
      const { scale } = this.view;
      this.look(this.view.x + (0.5 + x) * this.width / scale, this.view.y + (0.5 + y) * this.height / scale, scale);
      this.redraw();
    }

    /** Come closer by a factor; what is at a point of the pane stays there. */
    zoom(factor, px = this.width / 2, py = this.height / 2) {
      const before = this.view;
      const [x, y] = [before.x + px / before.scale, before.y + py / before.scale];
      const [, , , across, down] = this.map.sheet[0];
      const scale = Math.max(this.width / across, this.height / down, Math.min(CLOSEST, before.scale * factor));
      this.look(x + (this.width / 2 - px) / scale, y + (this.height / 2 - py) / scale, scale);
      this.redraw();
    }

    redraw() {
      if (!this.view || this.waiting) { return; }
      this.waiting = requestAnimationFrame(() => { this.waiting = 0; this.paint(); });
    }

    paint() {
      const { x, y, scale } = this.view;
      for (const sheet of this.sheets) {
        set(sheet.image, { x: (sheet.x - x) * scale, y: (sheet.y - y) * scale, width: sheet.width * scale, height: sheet.height * scale });
      }
      set(this.areas, { transform: `matrix(${scale} 0 0 ${scale} ${-x * scale} ${-y * scale})` });
      this.settle();
      for (const mark of this.marks) {
        if (!mark.shown) { continue; }
        mark.at = [(mark.x - x) * scale + mark.aside[0], (mark.y - y) * scale + mark.aside[1]];
        set(mark.group, { transform: `translate(${mark.at[0].toFixed(1)} ${mark.at[1].toFixed(1)})` });
      }
      this.letter();
    }

    /** Names beside marks, the most important first, none over another. */
    letter() {
      const taken = [];
      const texts = [];
      const free = (box) => box[0] >= 0 && box[2] <= this.width && box[1] >= 0 && box[3] <= this.height
        && !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
      const write = (text, x, y, middle, kind) => {
        const long = text.length * LETTER;
        const left = middle ? x - long / 2 : x;
        const box = [left, y - 11, left + long, y + 4];
        if (texts.length >= LABELS || !free(box)) { return false; }
        taken.push(box);
        texts.push([text, x, y, middle, kind]);
        return true;
      };
      const seen = this.marks.filter((mark) => mark.shown && mark.at[0] > 0 && mark.at[0] < this.width && mark.at[1] > 0 && mark.at[1] < this.height);
      for (const { at, radius } of seen) { taken.push([at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius]); }
      for (const mark of [...seen].sort((one, other) => this.counts[other.number] - this.counts[one.number])) {
        if (texts.some(([text, , , , kind]) => text === mark.name && kind === "part")) { continue; }
        const [x, y] = mark.at;
        const reach = mark.radius + 3;
        const long = mark.name.length * LETTER;
        void (write(mark.name, x + reach, y + 4, false, "part") || write(mark.name, x - reach - long, y + 4, false, "part") || write(mark.name, x, y + reach + 10, true, "part"));
      }
      const { x, y, scale } = this.view;
      for (const [name, px, py] of this.map.label) { write(name, (px - x) * scale, (py - y) * scale, true, "country"); }
      this.words.replaceChildren(...texts.map(([text, tx, ty, middle, kind]) => {
        const made = draw("text", { class: `is-${kind}`, x: tx.toFixed(1), y: ty.toFixed(1), ...(middle ? { "text-anchor": "middle" } : {}) });
        made.textContent = text;
        return made;
      }));
    }

    /** Keys on the map itself. */
    onPane(event) {
      const moves = {
        ArrowLeft: () => this.pan(-STEP, 0), ArrowRight: () => this.pan(STEP, 0), ArrowUp: () => this.pan(0, -STEP), ArrowDown: () => this.pan(0, STEP),
        "+": () => this.zoom(CLOSER), "=": () => this.zoom(CLOSER), "-": () => this.zoom(1 / CLOSER), 0: () => this.hooks.home(),
      };
      if (event.ctrlKey || event.metaKey || event.altKey || !moves[event.key]) { return; }
      event.preventDefault();
      moves[event.key]();
    }

    /** Keys on a mark: arrows lead to the nearest one that way. */
    onMark(event, number) {
      const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        event.stopPropagation();
        this.hooks.choose(number);
      }
      if (!ways[event.key] || event.ctrlKey || event.metaKey || event.altKey) { return; }
      event.preventDefault();
      event.stopPropagation();
      const next = this.nearest(this.marks[number], ways[event.key]);
      if (next) { this.bring(next); next.group.focus({ preventScroll: true }); }
    }

    nearest(from, [right, down]) {
      let best = null;
      let least = Infinity;
      for (const mark of this.marks) {
        const [dx, dy] = [mark.x - from.x, mark.y - from.y];
        const ahead = dx * right + dy * down;
        const aside = Math.abs(dx * down) + Math.abs(dy * right);
        if (mark.shown && mark !== from && ahead > 0 && ahead + 2 * aside < least) { best = mark; least = ahead + 2 * aside; }
      }
      return best;
    }

    /** Move just so far that a mark is well inside. */
    bring(mark) {
      const { x, y, scale } = this.view;
      const [px, py] = [(mark.x - x) * scale, (mark.y - y) * scale];
      if (px < 30 || py < 30 || px > this.width - 30 || py > this.height - 30) { this.look(mark.x, mark.y, scale); this.redraw(); }
    }

    steer() {
      const { frame } = this;
      const fingers = new Map();
      this.strayed = 0;
      frame.addEventListener("keydown", (event) => this.onPane(event));
      frame.addEventListener("wheel", (event) => {
        if (!event.ctrlKey && !event.metaKey && document.activeElement !== frame) { return; }
        event.preventDefault();
        const turned = Math.max(-60, Math.min(60, event.deltaY * (event.deltaMode === 1 ? 16 : 1)));
        this.zoom(Math.exp(-turned * 0.01), ...this.spot(event));
      }, { passive: false });
      frame.addEventListener("pointerdown", (event) => {
        if (event.button !== 0) { return; }
        if (fingers.size === 0) { this.strayed = 0; }
        fingers.set(event.pointerId, event);
      });
      frame.addEventListener("pointermove", (event) => {
        const before = fingers.get(event.pointerId);
        if (!before) { return; }
        const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
        this.strayed += Math.abs(dx) + Math.abs(dy);
        if (this.strayed > TAP && !frame.hasPointerCapture(event.pointerId)) { frame.setPointerCapture(event.pointerId); }
        if (fingers.size === 1 && event.pointerType !== "touch") { this.pan(-dx / this.width, -dy / this.height); }
        if (fingers.size === 2) {
          this.pan(-dx / 2 / this.width, -dy / 2 / this.height);
          this.pinch(before, event, [...fingers.values()].find((finger) => finger.pointerId !== event.pointerId));
        }
        fingers.set(event.pointerId, event);
      });
      for (const name of ["pointerup", "pointercancel"]) { frame.addEventListener(name, (event) => fingers.delete(event.pointerId)); }
    }

    spot(event) {
      const { left, top } = this.frame.getBoundingClientRect();
      return [event.clientX - left, event.clientY - top];
    }

    /** One of two fingers moved. */
    pinch(before, now, other) {
      const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      if (apart(before) < 20) { return; }
      const [x, y] = this.spot(now);
      const [ox, oy] = this.spot(other);
      this.zoom(apart(now) / apart(before), (x + ox) / 2, (y + oy) / 2);
    }
  }

  window.dateline.Pane = Pane;
})();
