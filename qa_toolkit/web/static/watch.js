// The stopwatch on the page: one big button for what comes next, and the times noted so far.

import { nextPresses, shown } from "./stopwatch.js";

const byId = (id) => document.getElementById(id);
const RUNNING = {
  start: "Running: waiting for the first answer.",
  answered: "Running.",
  hold: "On hold.",
  resumed: "Running.",
  end: "Ended. Check the times below.",
};

/** Of a time that the clock leaves out where it is put forward. */
function neverShown(typed, instead) {
  const clock = (text) => text.slice(11, 16);
  return (
    `The clock there never showed ${clock(typed)}: it was put forward then. ` +
    `By a clock that was, it is ${clock(instead)}.`
  );
}

/** The moment that a time follows: of two in an hour that the clock shows twice, it is behind it. */
function lastBefore(marks, one) {
  const known = marks.includes(one) ? marks.slice(0, marks.indexOf(one)) : marks;
  const earlier = known.filter(({ mark }) => mark !== "end").map(({ at }) => Date.parse(at));
  return Math.max(...earlier, -Infinity);
}

/**
 * Draw it from the record; `changed` is called after each press, correction and undo.
 *
 * clock: of this phone · there: the clock of the place, by which times are shown and typed.
 */
export function watch(form, clock, there, record, changed) {
  const presses = byId("presses");
  const words = presses.dataset;

  function press(mark) {
    record().log.marks.push({ mark, at: there.noted(clock.now()) });
    changed();
    draw();
    presses.querySelector("button")?.focus({ preventScroll: true });
  }

  function button(mark, index) {
    const found = document.createElement("button");
    found.type = "button";
    found.className = index ? "button" : "button main";
    found.dataset.mark = mark;
    found.textContent = words[mark];
    found.addEventListener("click", () => press(mark));
    return found;
  }

  /** A time to be corrected by hand, or typed in where it was noted on paper. */
  function line(one, id) {
    const item = document.createElement("li");
    const label = document.createElement("label");
    const field = document.createElement("input");
    const wrong = document.createElement("p");
    label.htmlFor = field.id = id;
    label.textContent = words[one.mark];
    field.type = "datetime-local";
    field.step = "1";
    field.value = one.at && there.shown(Date.parse(one.at));
    wrong.className = "finding wrong";
    wrong.id = `${id}-wrong`;
    wrong.setAttribute("role", "alert");
    field.setAttribute("aria-describedby", wrong.id);
    let isTouched = false;
    field.addEventListener("change", () => {
      const meant = there.meant(field.value);
      wrong.textContent = meant?.instead ? neverShown(field.value, meant.instead) : "";
      if (wrong.textContent) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      const { marks } = record().log;
      const isEmptied = !field.value && !field.validity.badInput && marks.includes(one);
      if (!meant?.moments && !isEmptied) return;
      isTouched = true;
      if (isEmptied) {
        marks.splice(marks.indexOf(one), 1);
        return changed();
      }
      const before = lastBefore(marks, one);
      if (!marks.includes(one)) marks.push(one);
      one.at = there.noted(meant.moments.find((at) => at >= before) ?? meant.moments[0]);
      changed();
    });
    // not before: a list that is drawn anew would take the field from under the fingers
    field.addEventListener("blur", () => {
      if (!isTouched) return;
      isTouched = false;
      record().log.marks.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      changed();
      setTimeout(draw);
    });
    item.append(label, field, wrong);
    return item;
  }

  function tick() {
    const { marks } = record().log;
    const start = marks.find((one) => one.mark === "start");
    const end = marks.findLast((one) => one.mark === "end");
    const until = end ? Date.parse(end.at) : clock.now();
    byId("elapsed").textContent = start ? shown((until - Date.parse(start.at)) / 1000) : "0:00";
  }

  function draw() {
    const { marks } = record().log;
    const last = marks[marks.length - 1]?.mark;
    const focused = document.activeElement?.id;
    presses.replaceChildren(...nextPresses(marks, form.marks).map(button));
    byId("marks").replaceChildren(...marks.map((one, index) => line(one, `mark-${index}`)));
    const open = form.required_marks.filter((mark) => !marks.some((one) => one.mark === mark));
    const holds = ["hold", "resumed"].filter((mark) => form.marks.includes(mark));
    const missing = (mark) => open.includes(mark);
    const byHand = [...["start", "answered"].filter(missing), ...holds, ...["end"].filter(missing)];
    byId("typed").replaceChildren(...byHand.map((mark) => line({ mark, at: "" }, `typed-${mark}`)));
    byId("by-hand").hidden = !byHand.length;
    if (focused && document.activeElement?.id !== focused) byId(focused)?.focus();
    byId("undo").hidden = !marks.length;
    byId("running").textContent = last ? RUNNING[last] : words.first;
    if (clock.wasSetBack) byId("running").append(" The phone's clock was set back: check the times.");
    byId("clock-there").hidden = there.offset(clock.now()) === -new Date(clock.now()).getTimezoneOffset();
    byId("f-times").classList.toggle("running", Boolean(last) && last !== "end");
    tick();
  }

  byId("undo").addEventListener("click", () => {
    record().log.marks.pop();
    changed();
    draw();
  });
  setInterval(tick, 1000);
  draw();
  return draw;
}
