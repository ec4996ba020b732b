// Two versions of a shop: shown side by side, and one of them chosen.

import { differences, toServer } from "./log.js";
import { sentence } from "./places.js";

const byId = (id) => document.getElementById(id);

/** Show what differs from the server's; one of the two is called with what was chosen. */
export function showConflict(form, record, { message = "", state }, { takeTheirs, sendMine, there }) {
  const mine = there.shown(Date.parse(record.at)).replace("T", " ").slice(0, 16);
  const words = [message, `yours was last changed at ${mine}`].filter(Boolean);
  byId("conflict-words").textContent = words.map((one) => `${sentence(one)}.`).join(" ");
  const found = differences(form, toServer(form, record.log), state.log, there);
  byId("conflict-differences").replaceChildren(...found.map(oneDifference));
  const chosen = (act) => () => {
    byId("conflict").hidden = true;
    byId("title").focus(); // the button has gone, and the keyboard with it
    act();
  };
  byId("take-theirs").onclick = chosen(takeTheirs);
  byId("send-mine").onclick = chosen(sendMine);
  byId("conflict").hidden = false;
  byId("conflict").scrollIntoView({ block: "start" });
  byId("conflict").focus({ preventScroll: true });
}

function oneDifference({ label, mine, theirs }) {
  const list = document.createElement("dl");
  const put = (tag, text) => {
    const element = document.createElement(tag);
    element.textContent = text;
    list.append(element);
  };
  const title = document.createElement("h3");
  title.textContent = label;
  put("dt", "Here");
  put("dd", mine || "nothing");
  put("dt", "On the server");
  put("dd", theirs || "nothing");
  const box = document.createElement("div");
  box.append(title, list);
  return box;
}
