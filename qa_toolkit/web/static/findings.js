// What the server says of a log: reasons of a return, remarks while it is filled in, findings.

import { clearTold, isBusy, listInto, sentence, tell } from "./places.js";

const byId = (id) => document.getElementById(id);

/** Why the shop came back. */
export function showReasons(reasons) {
  byId("returned").hidden = !reasons.length;
  byId("reasons").replaceChildren(
    ...reasons.map(({ why, by, at }) => {
      const item = document.createElement("li");
      item.textContent = `${why} (${by}, ${at})`;
      return item;
    }),
  );
}

/** What can be said of what was just noted; not of the place where somebody is still writing. */
export function showRemarks(findings) {
  clearTold({ kind: "remark" });
  const told = new Set([...document.querySelectorAll(".finding span")].map((one) => one.dataset.where));
  for (const one of findings) {
    if (!told.has(one.where) && !isBusy(one.where)) tell(one, "remark");
  }
}

/** How far the phone's clock is off. */
export function showClock(note) {
  byId("clock").hidden = !note;
  if (byId("clock").textContent !== note) byId("clock").textContent = note;
}

/** What keeps a log from being handed in: listed on top, and at each place. */
export function showFindings(findings) {
  clearTold({});
  for (const one of findings) tell(one, "check");
  const entries = (some) => some.map((one) => ({ where: one.where, words: sentence(one.message) }));
  const isError = (one) => one.severity === "error";
  const others = findings.filter((one) => !isError(one));
  listInto(byId("errors-list"), entries(findings.filter(isError)));
  listInto(byId("remarks-list"), entries(others));
  byId("remarks").hidden = !others.length;
  byId("errors").hidden = false;
  byId("errors").scrollIntoView({ block: "start" });
  byId("errors").focus({ preventScroll: true });
}
