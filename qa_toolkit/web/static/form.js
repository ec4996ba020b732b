// The fields of the form and the log, kept alike in both directions.

import { asked, needsComment } from "./conditions.js";
import { readNumber } from "./numbers.js";
import { asAnswer, measured } from "./stopwatch.js";

const byId = (id) => document.getElementById(id);
const named = (name) => [...document.querySelectorAll(`[name="${CSS.escape(name)}"]`)];

/** Put a log into the fields. */
export function fill(form, record) {
  const { log } = record;
  for (const name of ["staff", "staff_description", "location", "reference", "narrative"]) {
    byId(name).value = log[name];
  }
  for (const { id } of form.sections) byId(`k-${id}`).value = log.comments[id] ?? "";
  for (const question of form.questions) {
    fillQuestion(question, log.answers[question.id], record.raw[question.id]);
    const comment = byId(`c-${question.id}`);
    if (comment) comment.value = log.noted[question.id] ?? "";
  }
}

function fillQuestion(question, answer, raw) {
  const isNone = Array.isArray(answer) && !answer.length;
  const given = (Array.isArray(answer) ? answer : [answer ?? null]).map(String);
  for (const field of named(`q:${question.id}`)) {
    if (field.type === "radio" || field.type === "checkbox") {
      field.checked = field.value === "" ? isNone : given.includes(field.value);
    } else if (question.type === "number") {
      field.value = typeof answer === "number" ? (raw ?? String(answer)) : (raw ?? "");
    } else {
      field.value = answer ?? "";
    }
  }
}

/** Take what a field says into the record; gives the place that changed. */
export function take(form, record, field) {
  const { log } = record;
  const [, kind, id] = /^(?:([qck]):)?(.+)$/s.exec(field.name);
  if (kind === "c") log.noted[id] = field.value;
  else if (kind === "k") log.comments[id] = field.value;
  else if (kind === "q") takeAnswer(form.questions.find((one) => one.id === id), record, field);
  else log[id] = field.value;
  return id === "staff_description" ? "staff" : id;
}

function takeAnswer(question, record, field) {
  const answer = answerIn(question, record, field);
  delete record.timed[question.id];
  if (answer === null) delete record.log.answers[question.id];
  else record.log.answers[question.id] = answer;
}

function answerIn(question, record, field) {
  const fields = named(`q:${question.id}`);
  switch (question.type) {
    case "scale":
      return field.value === "na" ? "na" : Number(field.value);
    case "multi_choice":
      return severalIn(fields, field);
    case "number":
      return typedIn(question, record, fields, field);
    default:
      return field.value || null;
  }
}

/** "None of these" and "N/A" stand alone. */
function severalIn(fields, pressed) {
  const isAlone = (one) => one.value === "" || one.value === "na";
  for (const one of fields) {
    if (pressed.checked && one !== pressed && (isAlone(pressed) || isAlone(one))) one.checked = false;
  }
  const chosen = fields.filter((one) => one.checked).map((one) => one.value);
  if (chosen.includes("na")) return "na";
  if (chosen.includes("")) return [];
  return chosen.length ? chosen : null;
}

function typedIn(question, record, fields, field) {
  const typed = fields.find((one) => one.type === "text");
  const other = fields.find((one) => one.type === "checkbox");
  if (field === typed && other) other.checked = false;
  if (field === other && other.checked) typed.value = "";
  record.raw[question.id] = typed.value;
  return other?.checked ? "na" : (readNumber(typed.value, question.unit).number ?? null);
}

/** Answer from the stopwatch what it can answer and nobody has answered otherwise. */
export function takeTimes(form, record) {
  const times = measured(record.log.marks);
  for (const question of form.questions) {
    const { id, measure } = question;
    const isFree = record.log.answers[id] === undefined || record.timed[id];
    if (!measure || !isFree) continue;
    if (times[measure] === undefined || times[measure] < 0) {
      if (record.timed[id]) delete record.log.answers[id];
      delete record.timed[id];
    } else {
      record.log.answers[id] = asAnswer(times[measure], question.unit);
      record.timed[id] = true;
    }
    delete record.raw[id];
    fillQuestion(question, record.log.answers[id]);
  }
}

/** Show what is asked, the comments that are needed, and where numbers come from. */
export function show(form, record) {
  const isAsked = new Set(asked(form, record.log.answers));
  for (const question of form.questions) {
    const box = byId(`q-${question.id}`);
    box.hidden = !isAsked.has(question.id);
    showComment(question, record, box);
    const note = byId(`m-${question.id}`);
    if (note) note.textContent = noteOf(question, record);
  }
  for (const group of document.querySelectorAll(".group")) {
    group.hidden = [...group.querySelectorAll("[data-question]")].every((one) => one.hidden);
  }
  for (const { id } of form.sections) {
    const section = byId(`s-${id}`);
    const isEmpty = [...section.querySelectorAll(".group")].every((one) => one.hidden);
    section.hidden = isEmpty && !record.log.comments[id]?.trim();
  }
}

function noteOf(question, record) {
  if (record.timed[question.id]) return "from the stopwatch";
  const typed = record.raw[question.id]?.trim();
  return (typed && readNumber(typed, question.unit).wrong) || "";
}

function showComment(question, record, box) {
  const comment = box.querySelector(".comment");
  if (!comment) return;
  const field = comment.querySelector("textarea");
  const isNeeded = needsComment(question, record.log.answers[question.id]);
  const isOpen = isNeeded || Boolean(field.value) || comment.dataset.opened === "yes";
  comment.hidden = !isOpen;
  box.querySelector(".add-comment").hidden = isOpen;
  box.querySelector(".needed").hidden = !isNeeded;
  field.required = isNeeded;
  const isMissing = isNeeded && !field.value.trim() && document.activeElement !== field;
  if (isMissing) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}
