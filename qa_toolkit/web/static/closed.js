// The page of a shop that takes no notes: clears the phone, but for what was never sent.

import { removeFiles, waitingFiles } from "./files.js";
import { forgetPage, keepPages } from "./offline.js";
import { download, loadRecord, removeRecord } from "./record.js";

const place = location.pathname;
const left = document.getElementById("left");

async function clear() {
  removeRecord(place);
  await removeFiles(place);
  left.hidden = true;
}

async function start() {
  const record = loadRecord(place);
  const files = await waitingFiles(place);
  if (!record.dirty && !files.length) {
    await clear();
  } else {
    left.hidden = false;
    document.getElementById("left-save").addEventListener("click", () => {
      download("not-sent.json", record.log);
      for (const file of files) save(file);
    });
    document.getElementById("left-remove").addEventListener("click", () => void clear());
  }
  await forgetPage("brief");
  await keepPages([""]);
}

function save(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file.content]));
  link.download = file.name;
  link.click();
}

void start();
