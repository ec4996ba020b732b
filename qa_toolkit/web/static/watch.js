// The stopwatch on the page: one big button for what comes next, and the times noted so far.

import { nextPresses, shown, withOffset } from "./stopwatch.js";

const byId = (id) => document.getElementById(id);
const RUNNING = {
  start: "Running: waiting for the first answer.",
  answered: "Running.",
  hold: "On hold.",
  resumed: "Running.",
  end: "Ended. Check the times below.",
};

/** Draw it from the record; `changed` is called after each press, correction and undo. */
export function watch(form, clock, record, changed) {
  const presses = byId("presses");
  const words = presses.dataset;

  function press(mark) {
    record().log.marks.push({ mark, at: withOffset(clock.now()) });
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
    label.htmlFor = field.id = id;
    label.textContent = words[one.mark];
    field.type = "datetime-local";
    field.step = "1";
    field.value = one.at.slice(0, 19);
    let isTouched = false;
    field.addEventListener("change", () => {
      const moment = new Date(field.value);
      if (Number.isNaN(moment.getTime())) return;
      const { marks } = record().log;
      if (!marks.includes(one)) marks.push(one);
      one.at = withOffset(moment.getTime());
      isTouched = true;
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
    item.append(label, field);
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
    byId("typed").replaceChildren(...open.map((mark) => line({ mark, at: "" }, `typed-${mark}`)));
    byId("by-hand").hidden = !open.length;
    if (focused && document.activeElement?.id !== focused) byId(focused)?.focus();
    byId("undo").hidden = !marks.length;
    byId("running").textContent = last ? RUNNING[last] : words.first;
    if (clock.wasSetBack) byId("running").append(" The phone's clock was set back: check the times.");
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
