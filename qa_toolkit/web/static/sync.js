// Sending: what was noted goes to the server when there is a network, and is never overwritten.

import { isSame, toServer } from "./log.js";
import { ask, Unreachable } from "./server.js";
import { withOffset } from "./stopwatch.js";

const AFTER_CHANGE_MS = 800;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;
const MOST_UNSURE = 5;
const KEEPALIVE_BYTES = 60_000;

/**
 * Send a shop's record, one request at a time.
 *
 * shop: { form, record, keep(), outbox } · told: { status(what, why), conflict(said),
 * closed(state), clock(note), remarks(findings) } · outbox: { next(), sent(file, attachment),
 * refused(file, why) }.
 *
 * Status is one of saved, waiting, sending, unreachable, refused, conflict, gone.
 */
export function sender(shop, told) {
  let timer = 0;
  let busy = null;
  let wait_ms = FIRST_RETRY_MS;
  let stopped = "";

  const body = (log) =>
    JSON.stringify({
      form: shop.form.hash,
      revision: shop.record.base,
      clock: withOffset(Date.now()),
      log,
    });

  function later(milliseconds) {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), milliseconds);
  }

  /** Remember what is sent: an answer that is lost must not look like somebody else's draft. */
  function remember(log) {
    const unsure = shop.record.unsure.filter((one) => !isSame(shop.form, log, one));
    shop.record.unsure = [...unsure, log].slice(-MOST_UNSURE);
    shop.keep();
  }

  function agreed(state, log) {
    shop.record.base = state.revision;
    shop.record.unsure = [];
    // here or in another tab, somebody may have gone on since it was sent
    const present = JSON.stringify(toServer(shop.form, shop.record.log));
    if (present === JSON.stringify(log)) shop.record.dirty = false;
    shop.keep();
    told.clock(state.clock);
    told.remarks(state.findings);
  }

  /** Another draft is on the server: ours after all, closed, or somebody's. */
  function differs(said) {
    const { state } = said;
    if (!state.open) return told.closed(state);
    const mine = [...shop.record.unsure, toServer(shop.form, shop.record.log)];
    if (state.log === null || mine.some((one) => isSame(shop.form, one, state.log))) {
      shop.record.base = state.revision;
      shop.record.unsure = [];
      shop.keep();
      return later(0);
    }
    stopped = "conflict";
    told.status("conflict");
    return told.conflict(said);
  }

  async function sendLog(keepalive) {
    if (!shop.record.dirty || stopped) return undefined;
    told.status("sending");
    const log = toServer(shop.form, shop.record.log);
    const text = body(log);
    remember(log);
    const short = keepalive && new Blob([text]).size < KEEPALIVE_BYTES;
    const answer = await ask("draft", { method: "PUT", body: text, keepalive: short });
    if (answer.status === 200) return agreed(answer.document, log);
    return refused(answer);
  }

  function refused({ status, document }) {
    if (status === 409) return differs(document);
    stopped = status === 404 ? "gone" : "refused";
    told.status(stopped, [document.message, document.hint].filter(Boolean).join(": "));
    return undefined;
  }

  async function sendFile(file) {
    const path = `files/${file.kind}?name=${encodeURIComponent(file.name)}`;
    const headers = { "Content-Type": "application/octet-stream", "X-SHA256": file.sha256 };
    const { status, document } = await ask(path, { method: "POST", body: file.content, headers });
    if (status === 200) return shop.outbox.sent(file, document.attachment);
    if (status === 404) return refused({ status, document });
    return shop.outbox.refused(file, [document.message, document.hint].filter(Boolean).join(": "));
  }

  async function work(keepalive) {
    // first what is small and dear: a large file may take minutes, or not come through at all
    await sendLog(keepalive);
    for (let file = await shop.outbox.next(); file && !stopped; file = await shop.outbox.next()) {
      told.status("sending");
      await sendFile(file);
      await sendLog(false);
    }
    if (!stopped) {
      wait_ms = FIRST_RETRY_MS;
      if (shop.record.dirty) later(0);
      else told.status("saved");
    }
  }

  async function send({ keepalive = false } = {}) {
    clearTimeout(timer);
    if (busy) return busy;
    if (stopped) return undefined;
    busy = alone(() => work(keepalive))
      .catch((error) => {
        if (!(error instanceof Unreachable)) throw error;
        told.status("unreachable");
        later(wait_ms * (0.8 + 0.4 * Math.random()));
        wait_ms = Math.min(wait_ms * 2, LAST_RETRY_MS);
      })
      .finally(() => {
        busy = null;
      });
    return busy;
  }

  return {
    send,
    /** Something was noted: it is kept already, and sent in a moment. */
    changed() {
      if (stopped === "refused") stopped = "";
      if (stopped) return;
      told.status("waiting");
      later(AFTER_CHANGE_MS);
    },
    /** There may be a network again. */
    retry() {
      if (stopped === "gone") stopped = "";
      wait_ms = FIRST_RETRY_MS;
      return send();
    },
    differs,
    /** After a conflict: go on from the server's revision, with or without anything to send. */
    resolved(revision) {
      stopped = "";
      shop.record.base = revision;
      shop.record.unsure = [];
      shop.keep();
      return send();
    },
    /** Hand in; gives the answer, or null where the server cannot be reached. */
    async submit() {
      await send();
      if (stopped || shop.record.dirty || (await shop.outbox.next())) return null;
      try {
        return await ask("submit", {
          method: "POST",
          body: body(toServer(shop.form, shop.record.log)),
        });
      } catch {
        told.status("unreachable");
        return null;
      }
    },
  };
}

/** One tab of a phone sends at a time. */
function alone(act) {
  if (!navigator.locks) return act();
  return navigator.locks.request(`qa-shop ${location.pathname}`, act);
}
