// Files: taken by the camera or chosen, kept on the phone, and listed with where they are.

import { addFile, changeFile, isOnPhone, removeFile, sizeWords, waitingFiles } from "./files.js";

const byId = (id) => document.getElementById(id);

/** place: of the page · mostBytes: by kind · record: gives the record · changed: after any change. */
export function proof(place, mostBytes, record, changed) {
  let waiting = [];
  let notTaken = [];

  /** What is wrong with files that were just chosen, and that the server refused some. */
  function showProblems() {
    const refused = waiting.filter((one) => one.problem);
    const words = refused.map((one) => `${one.name} was not taken: the list below says why.`);
    const text = [...notTaken, ...words].join(" ");
    if (byId("file-problem").textContent !== text) byId("file-problem").textContent = text;
    byId("file-problem").hidden = !text;
  }

  /** What keeps a file from being taken; empty where it was. */
  async function takenOr(kind, file) {
    if (file.size > mostBytes[kind]) {
      return `${file.name} is larger than ${sizeWords(mostBytes[kind])}.`;
    }
    if (!file.size) return `${file.name} is empty.`;
    try {
      await addFile(place, kind, file);
      return "";
    } catch {
      return `${file.name} cannot be read.`;
    }
  }

  /** Take files; gives the names of those that were. */
  async function add(kind, files) {
    const taken = [];
    notTaken = [];
    for (const file of files) {
      const wrong = await takenOr(kind, file);
      if (wrong) notTaken.push(wrong);
      else taken.push(file.name);
    }
    await draw();
    changed();
    return taken;
  }

  function line(name, facts, state, remove) {
    const item = document.createElement("li");
    const words = document.createElement("span");
    const button = document.createElement("button");
    words.textContent = `${name} · ${facts} · ${state}`;
    button.type = "button";
    button.className = "link";
    button.textContent = "Remove";
    button.setAttribute("aria-label", `Remove ${name}`);
    button.addEventListener("click", async () => {
      await remove();
      for (const said of document.querySelectorAll(".added")) said.textContent = "";
      byId("files").focus(); // the button has gone, and the keyboard with it
    });
    item.append(words, button);
    return item;
  }

  function waitingLine(one) {
    const item = line(one.name, `${one.kind}, ${sizeWords(one.size)}`, stateOf(one), async () => {
      await removeFile(one.id);
      await draw();
      changed();
    });
    if (one.problem) item.className = "bad";
    return item;
  }

  function stateOf(file) {
    if (file.problem) return `not taken: ${file.problem}`;
    if (isOnPhone(file)) return "on this phone, not sent yet";
    return "not sent yet, and this phone cannot keep it: stay on this page until it is sent";
  }

  async function draw() {
    waiting = await waitingFiles(place);
    const { log } = record();
    byId("files").replaceChildren(
      ...log.attachments.map((one) =>
        line(one.name, `${one.kind}, ${sizeWords(one.size)}`, "sent", () => {
          record().log.attachments = record().log.attachments.filter((other) => other !== one);
          changed();
          return draw();
        }),
      ),
      ...waiting.map(waitingLine),
    );
    showProblems();
  }

  for (const field of document.querySelectorAll("#f-evidence input[type=file]")) {
    field.addEventListener("change", async () => {
      const files = [...field.files];
      const said = field.parentElement.querySelector(".added");
      said.textContent = files.length ? "One moment…" : "";
      const taken = await add(field.dataset.kind ?? byId("file-kind").value, files);
      said.textContent = taken.length ? `Added, see the list below: ${taken.join(", ")}` : "";
      field.value = "";
    });
  }

  return {
    draw,
    waiting: () => waiting.filter((one) => !one.problem),
    outbox: {
      next: async () => (await waitingFiles(place)).find((one) => !one.problem),
      async sent(file, attachment) {
        const { log } = record();
        const isKnown = log.attachments.some(
          (one) => one.hash === attachment.hash && one.kind === attachment.kind,
        );
        // first into the log, then out of the outbox: a phone that dies in between sends it twice
        if (!isKnown) log.attachments.push(attachment);
        changed();
        await removeFile(file.id);
        await draw();
      },
      async refused(file, why) {
        await changeFile({ ...file, problem: why });
        await draw();
      },
    },
  };
}
