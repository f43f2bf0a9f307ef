// The time axis: which stretch of time is shown, and how it comes to be another one.
// It only shows; what it shows is said by the list beside it.
(function () {
  "use strict";

  const { Drawing, steer } = window.dateline;

  /** Days of the shortest stretch. */
  const SHORTEST = 3.5;
  const GLIDE = 180;

  /** The axis in an element that holds a canvas. `seen()` is called when another stretch is shown. */
  class Axis {
    constructor(view, { months, seen, chosen, hovered }) {
      Object.assign(this, { view, seen, chosen, hovered });
      this.canvas = view.querySelector("canvas");
      this.drawing = new Drawing(view, this.canvas, months);
      this.lanes = [];
      this.all = [0, 1];
      [this.from, this.to] = this.all;
      this.lit = "";
      this.waiting = 0;
      this.still = matchMedia("(prefers-reduced-motion: reduce)");
      new ResizeObserver(() => this.ask()).observe(view);
      new MutationObserver(() => this.ask()).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.ask());
      document.fonts.ready.then(() => { this.drawing.forget(); this.ask(); });
      steer(this);
    }

    /** Show other lanes: `{label, events, spans}`, events by the day of their marks. */
    show(lanes) {
      this.lanes = lanes;
      this.ask();
    }

    /** The whole stretch of time that there is. */
    set whole([from, to]) {
      this.all = widened(from, to);
    }

    get width() { return this.view.clientWidth; }
    get scale() { return this.width / (this.to - this.from); }

    /** Show a stretch, as far as there is one. */
    go(from, to) {
      const length = Math.min(Math.max(to - from, SHORTEST), this.all[1] - this.all[0]);
      const middle = (from + to) / 2;
      this.from = Math.min(Math.max(middle - length / 2, this.all[0]), this.all[1] - length);
      this.to = this.from + length;
      this.ask();
      this.seen();
    }

    /** The same in a few steps, so that one sees where it went; at once for readers who want no motion. */
    glide(from, to) {
      if (this.still.matches) { this.go(from, to); return; }
      const [oldFrom, oldTo, start] = [this.from, this.to, performance.now()];
      const token = (this.gliding = {});
      const step = (now) => {
        if (this.gliding !== token) { return; }
        const share = Math.min(1, Math.max(0, now - start) / GLIDE);
        const eased = share * (2 - share);
        this.go(oldFrom + (from - oldFrom) * eased, oldTo + (to - oldTo) * eased);
        if (share < 1) { requestAnimationFrame(step); }
      };
      requestAnimationFrame(step);
    }

    /** Make the stretch `factor` times as long, the day under `x` staying where it is. */
    zoom(factor, x = this.width / 2, move = this.go) {
      const day = this.from + x / this.scale;
      move.call(this, day - (day - this.from) * factor, day + (this.to - day) * factor);
    }

    /** Move by a share of the stretch. */
    pan(share, move = this.go) {
      const days = (this.to - this.from) * share;
      move.call(this, this.from + days, this.to + days);
    }

    /** Mark an event that the list points to. */
    light(id) {
      if (this.lit !== id) { this.lit = id; this.ask(); }
    }

    /** What is drawn at a point of the canvas. */
    spotAt(x, y) {
      return this.drawing.spots.find((spot) => x >= spot.x0 && x <= spot.x1 && y >= spot.y0 && y <= spot.y1);
    }

    /** Draw once before the next frame. */
    ask() {
      this.waiting ||= requestAnimationFrame(() => { this.waiting = 0; this.drawing.draw(this); });
    }
  }

  /** A stretch with some air at both ends. */
  function widened(from, to) {
    const margin = Math.max(1, (to - from) * 0.02);
    return [from - margin, to + margin];
  }

  Object.assign(window.dateline, { Axis, widened });
})();
