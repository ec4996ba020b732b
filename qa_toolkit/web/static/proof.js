// Files: taken by the camera or chosen, kept on the phone, and listed with where they are.

import { addFile, changeFile, isOnPhone, removeFile, sizeWords, waitingFiles } from "./files.js";

const byId = (id) => document.getElementById(id);

/** place: of the page · mostBytes: by kind · record: gives the record · changed: after any change. */
export function proof(place, mostBytes, record, changed) {
  let waiting = [];

  function problem(text) {
    byId("file-problem").textContent = text;
    byId("file-problem").hidden = !text;
  }

  async function add(kind, files) {
    problem("");
    for (const file of files) {
      if (file.size > mostBytes[kind]) {
        problem(`${file.name} is larger than ${sizeWords(mostBytes[kind])}.`);
      } else if (!file.size) {
        problem(`${file.name} is empty.`);
      } else {
        try {
          await addFile(place, kind, file);
        } catch {
          problem(`${file.name} cannot be read.`);
        }
      }
    }
    await draw();
    changed();
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
    button.addEventListener("click", () => void remove());
    item.append(words, button);
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
      ...waiting.map((one) => {
        return line(one.name, `${one.kind}, ${sizeWords(one.size)}`, stateOf(one), async () => {
          await removeFile(one.id);
          await draw();
          changed();
        });
      }),
    );
  }

  for (const field of document.querySelectorAll("#f-evidence input[type=file]")) {
    field.addEventListener("change", async () => {
      const files = [...field.files];
      await add(field.dataset.kind ?? byId("file-kind").value, files);
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
