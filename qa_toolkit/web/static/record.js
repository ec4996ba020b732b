// What the phone keeps of a shop: written at once with every change, before anything is sent.

import { emptyLog } from "./log.js";

const NAME = (shop) => `qa-shop:${shop}`;
const REPLACED = (shop) => `qa-shop-replaced:${shop}`;

/**
 * log: what was noted · raw: numbers as they were typed · timed: answers taken from the stopwatch ·
 * base: revision of the server's draft it was made from · unsure: logs that were sent and of which
 * nobody knows whether they arrived · dirty: whether there is anything to send · at: last change.
 */
export function emptyRecord() {
  return { log: emptyLog(), raw: {}, timed: {}, base: 0, unsure: [], dirty: false, at: null };
}

export function loadRecord(shop) {
  return keptRecord(shop) ?? emptyRecord();
}

/** The record as it lies on the phone; null where there is none, or it cannot be read. */
export function keptRecord(shop) {
  try {
    const text = localStorage.getItem(NAME(shop));
    return text && { ...emptyRecord(), ...JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Whether it could be kept; a phone that is full or forbids it cannot. */
export function keepRecord(shop, record) {
  try {
    localStorage.setItem(NAME(shop), JSON.stringify(record));
    return true;
  } catch {
    return false;
  }
}

export function removeRecord(shop) {
  try {
    localStorage.removeItem(NAME(shop));
    localStorage.removeItem(REPLACED(shop));
  } catch {
    // a browser that keeps nothing has nothing to remove
  }
}

/** Keep the file of a version that the server's took the place of. */
export function keepReplaced(shop, file) {
  try {
    localStorage.setItem(REPLACED(shop), JSON.stringify(file));
  } catch {
    // it was offered as a file as well
  }
}

export function loadReplaced(shop) {
  try {
    return JSON.parse(localStorage.getItem(REPLACED(shop)) ?? "null");
  } catch {
    return null;
  }
}

/** Whether this was asked less than ten seconds ago: a page does not reload for ever. */
export function wasJustReloaded() {
  try {
    const last = Number(sessionStorage.getItem("qa-shop-reloaded") ?? 0);
    sessionStorage.setItem("qa-shop-reloaded", String(Date.now()));
    return Date.now() - last < 10_000;
  } catch {
    return false; // neither does such a browser keep the page that would ask again
  }
}

/** Call back when another tab of this phone changed the record. */
export function onOtherTab(shop, changed) {
  addEventListener("storage", (event) => {
    if (event.key === NAME(shop) && event.newValue) changed(loadRecord(shop));
  });
}

/** Hand a log to the person as a file. */
export function download(name, content) {
  const link = document.createElement("a");
  const text = `${JSON.stringify(content, null, 2)}\n`;
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
