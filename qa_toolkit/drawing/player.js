"use strict";
// plays the recording from a turn or a place on the timeline, and marks the turn that is heard
const audio = document.querySelector("audio");
const lanes = document.querySelector(".lanes");
const head = document.querySelector(".head");
const turns = [...document.querySelectorAll(".turn[data-s]")];
const duration = lanes ? Number(lanes.dataset.duration) : 0;

for (const button of document.querySelectorAll("button[data-at]")) button.disabled = false;

function play(seconds) {
  audio.currentTime = seconds;
  audio.play().catch(() => {});
}

document.addEventListener("click", (event) => {
  const jump = event.target.closest("button[data-at]");
  if (jump) play(Number(jump.dataset.at));
});
if (lanes) {
  lanes.addEventListener("click", (event) => {
    const box = event.target.closest("svg")?.getBoundingClientRect();
    if (box && box.width) play((event.clientX - box.left) / box.width * duration);
  });
}
audio.addEventListener("timeupdate", () => {
  const now = audio.currentTime;
  for (const turn of turns) {
    const heard = !audio.paused && Number(turn.dataset.s) <= now && now < Number(turn.dataset.e);
    turn.classList.toggle("now", heard);
  }
  if (head && duration) {
    head.hidden = false;
    head.style.left = `${Math.min(100, now / duration * 100)}%`;
  }
});
audio.addEventListener("error", () => {
  document.querySelector(".no-sound").hidden = false;
}, true);
