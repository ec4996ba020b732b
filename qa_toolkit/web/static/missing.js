// What a log still lacks, as far as the phone can tell; the server checks all of it.

import { asked, needsComment } from "./conditions.js";

const MARK_WORDS = { start: "Press Start", answered: "Press when somebody answers", end: "Press End" };

const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;

/** How many words the server finds: contractions and joined words are one, a dash alone is none. */
export function wordCount(text) {
  return (text.replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'").match(WORD) ?? []).length;
}

/** Places of the form with what is missing there: `where` as findings name it, and words. */
export function missing(form, log, waiting = []) {
  const found = [];
  const add = (where, words) => found.push({ where, words });
  for (const mark of form.required_marks) {
    if (!log.marks.some((one) => one.mark === mark)) add("times", `Times: ${MARK_WORDS[mark]}`);
  }
  if (!log.location) add("location", "Where you were");
  if (!log.staff.trim() && !log.staff_description.trim()) {
    add("staff", "Name or description of the member of staff");
  }
  const isAsked = new Set(asked(form, log.answers));
  for (const section of form.sections) {
    for (const question of form.questions) {
      if (question.section !== section.id || !isAsked.has(question.id)) continue;
      const answer = log.answers[question.id];
      if (question.required && answer === undefined) add(question.id, question.text);
      if (needsComment(question, answer) && !log.noted[question.id]?.trim()) {
        add(question.id, `Comment: ${question.text}`);
      }
    }
    const isAnswered = form.questions.some(
      (one) => one.section === section.id && one.type !== "info" && isAsked.has(one.id),
    );
    if (isAnswered && !log.comments[section.id]?.trim()) {
      add(section.id, `Comment on ${section.title}`);
    }
  }
  const words = wordCount(log.narrative);
  if (words < form.narrative_words) {
    add("narrative", `What happened: ${form.narrative_words - words} more words`);
  }
  const kinds = [...log.attachments, ...waiting].map((one) => one.kind);
  for (const wanted of form.evidence) {
    const at = kinds.indexOf(wanted.kind);
    if (at < 0) add("evidence", `Proof: ${wanted.text}`);
    else kinds.splice(at, 1);
  }
  return found;
}

/** How many questions are asked, and how many of them are answered. */
export function progress(form, log) {
  const isAsked = new Set(asked(form, log.answers));
  const wanted = form.questions.filter((one) => one.required && isAsked.has(one.id));
  const done = wanted.filter((one) => log.answers[one.id] !== undefined);
  return { asked: wanted.length, answered: done.length };
}
