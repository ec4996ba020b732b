// The clock of the place where a shop is held: moments as it shows them, and what is meant by them.

import { atOffset } from "./stopwatch.js";

const DAY_MS = 86_400_000;
/** In which shops are held; a year that is still being typed lies outside. */
const [FIRST_YEAR, LAST_YEAR] = ["2000", "2199"];
const PARTS = {
  year: "numeric", month: "2-digit", day: "2-digit",
  hour: "2-digit", minute: "2-digit", second: "2-digit",
};

function formatter(zone) {
  try {
    return new Intl.DateTimeFormat("en-GB-u-nu-latn", { ...PARTS, hourCycle: "h23", timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat("en-GB-u-nu-latn", { ...PARTS, hourCycle: "h23" }); // a zone of tomorrow
  }
}

/** The clock of a time zone, by its name such as `Europe/Berlin`. */
export function clockOf(zone) {
  const format = formatter(zone);

  /** What it shows, to the second: `2026-11-10T14:05:30`. */
  function shown(moment) {
    const at = Object.fromEntries(format.formatToParts(moment).map((one) => [one.type, one.value]));
    return `${at.year.padStart(4, "0")}-${at.month}-${at.day}T${at.hour}:${at.minute}:${at.second}`;
  }

  /** Minutes from UTC. */
  function offset(moment) {
    return Math.round((Date.parse(`${shown(moment)}Z`) - Math.floor(moment / 1000) * 1000) / 60_000);
  }

  /** A moment as logs hold it. */
  const noted = (moment) => atOffset(moment, offset(moment));

  /**
   * What somebody means who typed what the clock showed: `{ moments }`, two in an hour that it
   * showed twice; `{ instead }`, what it showed then, of an hour that it left out; null of no time.
   */
  function meant(text) {
    const full = text.length === 16 ? `${text}:00` : text.slice(0, 19);
    const hands = Date.parse(`${full}Z`);
    const isTime = !Number.isNaN(hands) && new Date(hands).toISOString() === `${full}.000Z`;
    if (!isTime || full < FIRST_YEAR || full.slice(0, 4) > LAST_YEAR) return null;
    const tried = [-DAY_MS, DAY_MS].map((away) => hands - offset(hands + away) * 60_000);
    const moments = [...new Set(tried)].filter((one) => shown(one) === full).sort((a, b) => a - b);
    return moments.length ? { moments } : { instead: shown(tried[0]) };
  }

  return { shown, offset, noted, meant };
}
