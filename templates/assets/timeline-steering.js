// How an axis is moved: arrows, plus and minus; the wheel; a finger along it, two fingers apart.
(function () {
  "use strict";

  const STEP = 0.15;
  const CLOSER = 0.6;
  /** Pixels that a finger may stray and still have tapped. */
  const TAP = 5;

  const KEYS = {
    ArrowLeft: (axis) => axis.pan(-STEP, axis.glide),
    ArrowRight: (axis) => axis.pan(STEP, axis.glide),
    PageUp: (axis) => axis.pan(-0.9, axis.glide),
    PageDown: (axis) => axis.pan(0.9, axis.glide),
    Home: (axis) => axis.glide(axis.all[0], axis.all[0] + axis.to - axis.from),
    End: (axis) => axis.glide(axis.all[1] - axis.to + axis.from, axis.all[1]),
    "+": (axis) => axis.zoom(CLOSER, undefined, axis.glide),
    "=": (axis) => axis.zoom(CLOSER, undefined, axis.glide),
    "-": (axis) => axis.zoom(1 / CLOSER, undefined, axis.glide),
    0: (axis) => axis.glide(...axis.all),
  };

  /** Listen for everything that moves the axis. */
  function steer(axis) {
    const { view } = axis;
    const fingers = new Map();
    let strayed = 0;

    view.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) { return; }
      event.preventDefault();
      KEYS[event.key](axis);
    });

    view.addEventListener("wheel", (event) => {
      const turned = wheel(event, axis);
      if (turned) { event.preventDefault(); }
    }, { passive: false });

    view.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) { return; }
      if (fingers.size === 0) { strayed = 0; }
      fingers.set(event.pointerId, event);
      axis.gliding = null;
    });

    view.addEventListener("pointermove", (event) => {
      const before = fingers.get(event.pointerId);
      if (!before) { hover(axis, event); return; }
      strayed += Math.abs(event.clientX - before.clientX);
      if (strayed > TAP && !view.hasPointerCapture(event.pointerId)) { view.setPointerCapture(event.pointerId); }
      if (fingers.size === 1) { axis.pan((before.clientX - event.clientX) / axis.width); }
      if (fingers.size === 2) { pinch(axis, before, event, [...fingers.values()].find((finger) => finger.pointerId !== event.pointerId)); }
      fingers.set(event.pointerId, event);
    });

    view.addEventListener("pointerup", (event) => {
      const alone = fingers.size === 1;
      if (fingers.delete(event.pointerId) && alone && strayed <= TAP) { tap(axis, event); }
    });
    view.addEventListener("pointercancel", (event) => fingers.delete(event.pointerId));
    view.addEventListener("pointerleave", () => axis.hovered(null));
  }

  /** The wheel zooms with Ctrl (a pinch on a trackpad is the same), or once the axis has been entered; sideways it moves. */
  function wheel(event, axis) {
    const unit = event.deltaMode === 1 ? 16 : 1;
    if (event.ctrlKey || event.metaKey || (document.activeElement === axis.view && Math.abs(event.deltaY) > Math.abs(event.deltaX) && !event.shiftKey)) {
      const speed = event.ctrlKey ? 0.01 : 0.0025;
      axis.zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY * unit)) * speed), event.clientX - left(axis));
      return true;
    }
    const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
    if (Math.abs(sideways) > (event.shiftKey ? 0 : Math.abs(event.deltaY))) {
      axis.pan((sideways * unit) / axis.width);
      return true;
    }
    return false;
  }

  /** One of two fingers moved: the days under both stay under them. */
  function pinch(axis, before, now, other) {
    const origin = left(axis);
    const [x, old, still] = [now.clientX - origin, before.clientX - origin, other.clientX - origin];
    if (Math.abs(x - still) < 20 || Math.abs(old - still) < 20) { return; }
    axis.zoom(Math.abs(old - still) / Math.abs(x - still), still);
  }

  function left(axis) {
    return axis.view.getBoundingClientRect().left;
  }

  function spot(axis, event) {
    const frame = axis.canvas.getBoundingClientRect();
    return axis.spotAt(event.clientX - frame.left, event.clientY - frame.top);
  }

  /** An event is shown in the list; several are looked at more closely. */
  function tap(axis, event) {
    const found = spot(axis, event);
    if (!found) { return; }
    const days = found.events.map((one) => one.at);
    const [first, last] = [Math.min(...days), Math.max(...days)];
    if (found.events.length > 1 && last - first > 0) {
      const margin = Math.max(1, (last - first) * 0.2);
      axis.glide(first - margin, last + margin);
    } else {
      axis.chosen(found.events[0]);
    }
  }

  function hover(axis, event) {
    const found = event.pointerType === "mouse" ? spot(axis, event) : undefined;
    axis.view.classList.toggle("has-target", Boolean(found));
    axis.hovered(found ?? null);
  }

  window.dateline.steer = steer;
})();
