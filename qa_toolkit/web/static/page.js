// The page on which a shop is logged: every change is kept on the phone at once, then sent.

import { showConflict } from "./conflict.js";
import { removeFiles } from "./files.js";
import { showClock, showFindings, showReasons, showRemarks } from "./findings.js";
import { fill, show, take, takeTimes } from "./form.js";
import { differences, fromServer, onTopOf, toFile, toServer } from "./log.js";
import { missing, progress, wordCount } from "./missing.js";
import { keepPages } from "./offline.js";
import { clearTold, followLinks, listInto, tellLength } from "./places.js";
import { proof } from "./proof.js";
import * as records from "./record.js";
import { saySaved } from "./saved.js";
import { ask } from "./server.js";
import { steadyClock } from "./stopwatch.js";
import { sender } from "./sync.js";
import { clockOf } from "./there.js";
import { watch } from "./watch.js";

const byId = (id) => document.getElementById(id);
const facts = JSON.parse(byId("facts").textContent);
const { form } = facts;
const there = clockOf(facts.zone);
// another project's shop may have the same id: the secret link tells them apart
const place = location.pathname;
const shop = { form, record: records.loadRecord(place), keep, outbox: null };
let isKept = true;
let hasBegun = false;

function keep() {
  isKept = records.keepRecord(place, shop.record);
}

function changed() {
  shop.record.dirty = true;
  shop.record.at = new Date().toISOString();
  keep();
  render();
  if (hasBegun) sending.changed();
  else status("waiting");
}

function render() {
  const { log } = shop.record;
  show(form, shop.record);
  const { asked: wanted, answered } = progress(form, log);
  byId("progress").textContent = `${answered} of ${wanted} answered`;
  byId("words").textContent = `${wordCount(log.narrative)} words`;
  const open = missing(form, log, proofs.waiting());
  byId("missing").hidden = !open.length;
  byId("complete").hidden = Boolean(open.length);
  listInto(byId("missing").querySelector("ul"), open);
  byId("replaced").hidden = records.loadReplaced(place) === null;
}

function redraw() {
  fill(form, shop.record);
  drawWatch();
  void proofs.draw().then(render);
  render();
}

function status(what, why) {
  saySaved(shop.record, isKept, what, why);
}

// two versions

function adopt(state) {
  shop.record = {
    ...records.emptyRecord(),
    log: state.log ? fromServer(state.log) : records.emptyRecord().log,
    base: state.revision,
  };
  keep();
  redraw();
}

/** A phone that had nothing yet: what was noted while the server was asked comes on top. */
function addTo(state) {
  const log = onTopOf(fromServer(state.log), shop.record.log);
  const changes = differences(form, toServer(form, log), state.log);
  if (changes.some(({ mine, theirs }) => mine && theirs)) return; // somebody has to choose
  shop.record.log = log;
  shop.record.base = state.revision;
  keep();
  redraw();
}

function conflict(said) {
  const { revision } = said.state;
  showConflict(form, shop.record, said, {
    takeTheirs() {
      const file = toFile(form, facts.shop, shop.record.log);
      records.keepReplaced(place, file);
      records.download(`${facts.shop}-mine.json`, file);
      adopt(said.state);
      void sending.resolved(revision);
    },
    sendMine: () => void sending.resolved(revision),
    there,
  });
}

/** The shop takes no notes any more: its page says why. */
function closed() {
  if (!records.wasJustReloaded()) location.reload();
}

// handing in

async function submit() {
  const button = byId("submit");
  if (button.ariaDisabled === "true") return;
  button.ariaDisabled = "true"; // a button that is disabled would drop the keyboard
  byId("submit-words").textContent = "Handing in…";
  const answer = await sending.submit();
  button.ariaDisabled = null;
  byId("submit-words").textContent = "";
  if (answer === null) {
    byId("submit-words").textContent =
      "Not confirmed: the server cannot be reached, or something above has to be settled first. " +
      "What you noted stays on this phone. Submit again when there is a network.";
  } else if (answer.status === 200 && answer.document.open) {
    shop.record.base = answer.document.revision;
    keep();
    showFindings(answer.document.findings);
  } else if (answer.status === 200) {
    records.removeRecord(place);
    await removeFiles(place);
    location.reload();
  } else if (answer.status === 409) {
    sending.differs(answer.document);
  } else {
    const { message = "The link no longer opens the shop", hint = "" } = answer.document;
    byId("submit-words").textContent = `Not handed in: ${message}. ${hint}`;
  }
}

// the start

const sending = sender(shop, { status, conflict, closed, clock: showClock, remarks: showRemarks });
const proofs = proof(place, facts.most_bytes, () => shop.record, changed);
const clock = steadyClock();
shop.outbox = proofs.outbox;
const drawWatch = watch(form, clock, there, () => shop.record, () => {
  takeTimes(form, shop.record);
  changed();
});

function noted(event) {
  if (!event.target.name) return;
  const where = take(form, shop.record, event.target);
  clearTold({ where });
  tellLength(event.target, where);
  changed();
}

async function begin() {
  status("saved");
  redraw();
  document.querySelector(".brief").open = !shop.record.log.marks.length;
  if (shop.record.dirty) status("waiting");
  const wasEmpty = !shop.record.at;
  try {
    const { status: code, document: state } = await ask("state");
    if (code !== 200) return void sending.send();
    showReasons(state.reasons);
    if (!state.open) return closed();
    if (!shop.record.dirty && (state.revision !== shop.record.base || !shop.record.at)) adopt(state);
    else if (wasEmpty && state.log) addTo(state);
  } catch {
    status("unreachable");
  } finally {
    hasBegun = true;
  }
  return void sending.retry();
}

byId("form").addEventListener("input", noted);
byId("form").addEventListener("focusout", () => show(form, shop.record));
byId("form").addEventListener("click", (event) => {
  const add = event.target.closest(".add-comment");
  if (!add) return;
  const comment = add.parentElement.querySelector(".comment");
  comment.dataset.opened = "yes";
  show(form, shop.record);
  comment.querySelector("textarea").focus();
});
byId("submit").addEventListener("click", () => void submit());
byId("copy").addEventListener("click", () => {
  records.download(`${facts.shop}.json`, toFile(form, facts.shop, shop.record.log));
});
byId("replaced").addEventListener("click", () => {
  records.download(`${facts.shop}-mine.json`, records.loadReplaced(place));
});
addEventListener("online", () => void sending.retry());
addEventListener("offline", () => shop.record.dirty && status("unreachable"));
addEventListener("pagehide", () => void sending.send({ keepalive: true }));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") return void sending.send({ keepalive: true });
  awake();
  return void sending.retry();
});
function goOnFrom(record) {
  shop.record = record;
  redraw();
}

/** A page that slept was not told what was noted in another tab meanwhile. */
function awake() {
  const kept = isKept && records.keptRecord(place);
  if (kept && JSON.stringify(kept) !== JSON.stringify(shop.record)) goOnFrom(kept);
}

records.onOtherTab(place, goOnFrom);
for (const name of ["focus", "pageshow"]) addEventListener(name, awake);
followLinks();
void begin();
void keepPages(["", "brief"]);
