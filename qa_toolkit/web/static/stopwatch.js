// The stopwatch: presses with their moments, and what they say in seconds.

const NEXT = {
  "": ["start"],
  start: ["answered", "end"],
  answered: ["end", "hold"],
  hold: ["resumed", "end"],
  resumed: ["end", "hold"],
  end: [],
};
const SET_BACK_MS = 2000;

/**
 * A clock that does not run backwards while the page is open.
 *
 * The wall clock is taken as long as it goes forward: a phone that slept has stopped its ticks, and
 * the wall clock is right. Where it was set back, the ticks carry on from before.
 */
export function steadyClock(wall = () => Date.now(), ticks = () => performance.now()) {
  let known = { wall: wall(), ticks: ticks() };
  const clock = {
    wasSetBack: false,
    now() {
      const steady = known.wall + (ticks() - known.ticks);
      const said = wall();
      if (said < steady - SET_BACK_MS) {
        clock.wasSetBack = true;
        return Math.round(steady);
      }
      known = { wall: Math.max(said, known.wall), ticks: ticks() };
      return Math.round(known.wall);
    },
  };
  return clock;
}

/** A moment as logs hold it: the time of this phone with its offset from UTC. */
export function withOffset(milliseconds) {
  return atOffset(milliseconds, -new Date(milliseconds).getTimezoneOffset());
}

/** The same by a clock that is so many minutes ahead of UTC. */
export function atOffset(milliseconds, offset) {
  const local = new Date(milliseconds + offset * 60_000).toISOString().slice(0, 23);
  const two = (number) => String(number).padStart(2, "0");
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The presses that may come next, the likeliest first. */
export function nextPresses(marks, formMarks) {
  const last = marks.length ? marks[marks.length - 1].mark : "";
  return NEXT[last].filter((mark) => formMarks.includes(mark));
}

/** What the presses say, in seconds; only what they can say. As measured_s of the domain. */
export function measured(marks) {
  const known = marks
    .map((one) => ({ mark: one.mark, at: Date.parse(one.at) }))
    .sort((a, b) => a.at - b.at);
  const first = {};
  const last = {};
  let held = 0;
  let since = null;
  for (const one of known) {
    first[one.mark] ??= one.at;
    last[one.mark] = one.at;
    if (one.mark === "hold" && since === null) since = one.at;
    else if ((one.mark === "resumed" || one.mark === "end") && since !== null) {
      held += one.at - since;
      since = null;
    }
  }
  const found = {};
  if (first.start !== undefined && first.answered !== undefined) {
    found.wait = (first.answered - first.start) / 1000;
  }
  if (last.end !== undefined && since === null) {
    found.hold = held / 1000;
    if (first.start !== undefined) found.duration = (last.end - first.start) / 1000;
  }
  return found;
}

/** A measured time as the answer to a question: whole seconds, or minutes to a tenth. */
export function asAnswer(seconds, unit) {
  return unit === "minutes" ? Math.round(seconds / 6) / 10 : Math.round(seconds);
}

/** `4:05`, or `1:04:05`. */
export function shown(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (number) => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
