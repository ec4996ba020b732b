// The page on which a shop is logged: every change is kept on the phone at once, then sent.

import { removeFiles } from "./files.js";
import { fill, show, take, takeTimes } from "./form.js";
import { differences, fromServer, toFile, toServer } from "./log.js";
import { missing, progress, wordCount } from "./missing.js";
import { keepPages } from "./offline.js";
import { clearTold, followLinks, isBusy, listInto, sentence, tell } from "./places.js";
import { proof } from "./proof.js";
import * as records from "./record.js";
import { ask } from "./server.js";
import { steadyClock } from "./stopwatch.js";
import { sender } from "./sync.js";
import { watch } from "./watch.js";

const byId = (id) => document.getElementById(id);
const facts = JSON.parse(byId("facts").textContent);
const { form } = facts;
// another project's shop may have the same id: the secret link tells them apart
const place = location.pathname;
const shop = { form, record: records.loadRecord(place), keep, outbox: null };
let isKept = true;

function keep() {
  isKept = records.keepRecord(place, shop.record);
}

function changed() {
  shop.record.dirty = true;
  shop.record.at = new Date().toISOString();
  keep();
  render();
  sending.changed();
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

// what is said about where the notes are

const SAID = {
  saved: (at) => `Saved on the server at ${at}.`,
  waiting: (at) => `Saved on this phone at ${at}. Sending in a moment…`,
  sending: (at) => `Saved on this phone at ${at}. Sending…`,
  unreachable: (at) => {
    const why = navigator.onLine ? "the server does not answer" : "no network";
    return `Saved on this phone at ${at}. Not sent yet: ${why}.`;
  },
  refused: (at, why) => `Saved on this phone at ${at}. The server does not take it: ${why}`,
  conflict: () => "Saved on this phone. Changed elsewhere, too: please choose below.",
  gone: () => "Saved on this phone. This link no longer opens the shop: save a copy below.",
};

function status(what, why = "") {
  const isFresh = !shop.record.at && what === "saved";
  const fresh = shop.record.base ? "This is what the server has." : "Nothing noted yet.";
  const at = new Date(shop.record.at ?? Date.now()).toLocaleTimeString([], {
    hour: "2-digit",
    minute: "2-digit",
  });
  const words = isFresh ? fresh : SAID[what](at, why);
  const full = "This phone cannot keep your notes: its storage is full or forbidden. Stay on this page.";
  const said = isKept || what === "saved" ? words : full;
  const kind = isKept ? what : "refused";
  byId("saved").textContent = said;
  byId("saved").dataset.status = kind;
  speak(kind, said);
}

/** Told to those who listen: trouble, and its end; not every save. */
function speak(kind, said) {
  if (kind === "waiting" || kind === "sending") return;
  const spoken = byId("spoken");
  const was = spoken.dataset.status ?? "saved";
  if (kind !== was) spoken.textContent = said;
  spoken.dataset.status = kind;
}

function showState(state) {
  byId("returned").hidden = !state.reasons.length;
  byId("reasons").replaceChildren(
    ...state.reasons.map(({ why, by, at }) => {
      const item = document.createElement("li");
      item.textContent = `${why} (${by}, ${at})`;
      return item;
    }),
  );
}

/** What can be said of what was just noted; not of the place where somebody is still writing. */
function showRemarks(findings) {
  clearTold({ kind: "remark" });
  const told = new Set([...document.querySelectorAll(".finding span")].map((one) => one.dataset.where));
  for (const one of findings) {
    if (!told.has(one.where) && !isBusy(one.where)) tell(one, "remark");
  }
}

function showClock(note) {
  byId("clock").hidden = !note;
  if (byId("clock").textContent !== note) byId("clock").textContent = note;
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

function conflict({ message = "", state }) {
  const mine = toServer(form, shop.record.log);
  const words = [message, `Yours was last changed ${new Date(shop.record.at).toLocaleString()}.`];
  byId("conflict-words").textContent = words.filter(Boolean).join(" ");
  byId("conflict-differences").replaceChildren(
    ...differences(form, mine, state.log).map(({ label, mine: here, theirs }) => {
      const list = document.createElement("dl");
      const put = (tag, text) => {
        const element = document.createElement(tag);
        element.textContent = text;
        list.append(element);
      };
      const title = document.createElement("h3");
      title.textContent = label;
      put("dt", "Here");
      put("dd", here || "nothing");
      put("dt", "On the server");
      put("dd", theirs || "nothing");
      const box = document.createElement("div");
      box.append(title, list);
      return box;
    }),
  );
  byId("take-theirs").onclick = () => {
    const file = toFile(form, facts.shop, shop.record.log);
    records.keepReplaced(place, file);
    records.download(`${facts.shop}-mine.json`, file);
    byId("conflict").hidden = true;
    adopt(state);
    void sending.resolved(state.revision);
  };
  byId("send-mine").onclick = () => {
    byId("conflict").hidden = true;
    void sending.resolved(state.revision);
  };
  byId("conflict").hidden = false;
  byId("conflict").scrollIntoView({ block: "start" });
  byId("conflict").focus({ preventScroll: true });
}

/** The shop takes no notes any more: its page says why. */
function closed() {
  const last = Number(sessionStorage.getItem("qa-shop-reloaded") ?? 0);
  if (Date.now() - last < 10_000) return;
  sessionStorage.setItem("qa-shop-reloaded", String(Date.now()));
  location.reload();
}

// handing in

function showFindings(findings) {
  clearTold({});
  const errors = findings.filter((one) => one.severity === "error");
  for (const one of findings) tell(one, "check");
  const sorted = [...errors, ...findings.filter((one) => !errors.includes(one))];
  const entries = sorted.map((one) => ({ where: one.where, words: sentence(one.message) }));
  listInto(byId("errors").querySelector("ul"), entries);
  byId("errors").hidden = false;
  byId("errors").scrollIntoView({ block: "start" });
  byId("errors").focus({ preventScroll: true });
}

async function submit() {
  const button = byId("submit");
  button.disabled = true;
  byId("submit-words").textContent = "Handing in…";
  const answer = await sending.submit();
  button.disabled = false;
  byId("submit-words").textContent = "";
  if (answer === null) {
    byId("submit-words").textContent =
      "Not handed in: the server cannot be reached, or something above has to be settled first. " +
      "What you noted stays on this phone. Try again when there is a network.";
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
const drawWatch = watch(form, clock, () => shop.record, () => {
  takeTimes(form, shop.record);
  changed();
});

function noted(event) {
  if (!event.target.name) return;
  clearTold({ where: take(form, shop.record, event.target) });
  changed();
}

async function begin() {
  status("saved");
  redraw();
  document.querySelector(".brief").open = !shop.record.log.marks.length;
  if (shop.record.dirty) status("waiting");
  try {
    const { status: code, document: state } = await ask("state");
    if (code !== 200) return void sending.send();
    showState(state);
    if (!state.open) return closed();
    if (!shop.record.dirty && (state.revision !== shop.record.base || !shop.record.at)) adopt(state);
  } catch {
    status("unreachable");
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
  if (document.visibilityState === "hidden") void sending.send({ keepalive: true });
  else void sending.retry();
});
records.onOtherTab(place, (record) => {
  shop.record = record;
  redraw();
});
followLinks();
void begin();
void keepPages(["", "brief"]);
