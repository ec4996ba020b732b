// The line on top: where the notes are, in words.

const byId = (id) => document.getElementById(id);
const FULL =
  "This phone cannot keep your notes: its storage is full or forbidden. Stay on this page.";
const SAID = {
  saved: (at) => `Saved on the server at ${at}.`,
  waiting: (at) => `Saved on this phone at ${at}. Sending…`,
  sending: (at) => `Saved on this phone at ${at}. Sending…`,
  unreachable: (at) => {
    const why = navigator.onLine ? "the server does not answer" : "no network";
    return `Saved on this phone at ${at}. Not sent yet: ${why}.`;
  },
  refused: (at, why) => `Saved on this phone at ${at}. The server does not take it: ${why}`,
  conflict: () => "Saved on this phone. Changed elsewhere, too: please choose below.",
  gone: () => "Saved on this phone. This link no longer opens the shop: save a copy below.",
};

/** Say where a record is; `isKept` is whether the phone could keep it. */
export function saySaved(record, isKept, what, why = "") {
  const isFresh = !record.at && what === "saved";
  const fresh = record.base ? "This is what the server has." : "Nothing noted yet.";
  const at = new Date(record.at ?? Date.now()).toLocaleTimeString([], {
    hour: "2-digit",
    minute: "2-digit",
  });
  const words = isFresh ? fresh : SAID[what](at, why);
  const said = isKept || what === "saved" ? words : FULL;
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
