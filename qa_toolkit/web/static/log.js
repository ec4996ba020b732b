// A log on the phone, as the server takes it, and as a file.

const TEXTS = ["staff", "staff_description", "location", "reference", "narrative"];

export function emptyLog() {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, ""]));
  return { ...texts, marks: [], answers: {}, noted: {}, comments: {}, attachments: [] };
}

/** A log as the server sent it. */
export function fromServer(sent) {
  const log = emptyLog();
  for (const name of TEXTS) log[name] = sent[name];
  for (const one of sent.observations) {
    if (one.answer !== null) log.answers[one.question] = one.answer;
    if (one.comment) log.noted[one.question] = one.comment;
  }
  return { ...log, marks: sent.marks, comments: sent.comments, attachments: sent.attachments };
}

/** One log over another: what the upper one says counts, and the lower one fills its gaps. */
export function onTopOf(lower, upper) {
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, upper[name] || lower[name]])),
    marks: upper.marks.length ? upper.marks : lower.marks,
    answers: { ...lower.answers, ...upper.answers },
    noted: { ...lower.noted, ...upper.noted },
    comments: { ...lower.comments, ...upper.comments },
    attachments: [...lower.attachments, ...upper.attachments],
  };
}

/** A log as the server takes it, of its own: also what an answer rules out, which may come back. */
export function toServer(form, log) {
  const isSaid = (id) => log.answers[id] !== undefined || Boolean(log.noted[id]);
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, log[name]])),
    marks: structuredClone(log.marks),
    observations: form.questions
      .map((question) => question.id)
      .filter(isSaid)
      .map((id) => ({
        question: id,
        answer: log.answers[id] ?? null,
        comment: log.noted[id] ?? "",
      })),
    comments: Object.fromEntries(
      form.sections.map(({ id }) => [id, log.comments[id]]).filter(([, text]) => text),
    ),
    attachments: structuredClone(log.attachments),
  };
}

const inOneLine = (text) => text.trim().replace(/\s+/g, " ");

/** Everything that a log says, by a key: a label for people, and the text. */
function lines(form, sent, there) {
  const found = new Map();
  const put = (key, label, text, shown = text) => text && found.set(key, { label, text, shown });
  const sections = Object.fromEntries(form.sections.map((one) => [one.id, one.title]));
  const noted = Object.fromEntries(sent.observations.map((one) => [one.question, one]));
  const clock = (one) => `${one.mark} ${there ? there.shown(Date.parse(one.at)).slice(11) : one.at}`;
  const moments = sent.marks.map((one) => `${one.mark} ${Date.parse(one.at)}`);
  put("times", "Times", moments.join(), sent.marks.map(clock).join(", "));
  put("location", "Place", sent.location);
  put("staff", "Member of staff", inOneLine(sent.staff));
  put("description", "Description", sent.staff_description.trim());
  put("reference", "Reference", inOneLine(sent.reference));
  for (const question of form.questions) {
    const one = noted[question.id];
    if (!one) continue;
    const chosen = Array.isArray(one.answer) ? [...one.answer].sort().join(", ") : one.answer;
    put(`q:${question.id}`, question.text, chosen === null ? "" : String(chosen) || "none");
    put(`c:${question.id}`, `Comment: ${question.text}`, one.comment.trim());
  }
  for (const [id, text] of Object.entries(sent.comments)) {
    put(`k:${id}`, `Comment on ${sections[id] ?? id}`, text.trim());
  }
  put("narrative", "What happened", sent.narrative.trim());
  const hashes = sent.attachments.map((one) => `${one.kind} ${one.hash}`).sort().join();
  put("files", "Files", hashes, sent.attachments.map((one) => one.name).join(", "));
  return found;
}

/** What differs between two logs as the server takes them: label, mine, theirs; times by a clock. */
export function differences(form, mine, theirs, clock) {
  const [here, other] = [lines(form, mine, clock), lines(form, theirs, clock)];
  return [...new Set([...here.keys(), ...other.keys()])]
    .filter((key) => here.get(key)?.text !== other.get(key)?.text)
    .map((key) => ({
      label: (here.get(key) ?? other.get(key)).label,
      mine: here.get(key)?.shown ?? "",
      theirs: other.get(key)?.shown ?? "",
    }));
}

export function isSame(form, mine, theirs) {
  return theirs !== null && !differences(form, mine, theirs).length;
}

/** A log as `qa shop log --from` reads it. */
export function toFile(form, shop, log) {
  const sent = toServer(form, log);
  return {
    form: form.hash,
    shop,
    ...Object.fromEntries(TEXTS.map((name) => [name, sent[name]])),
    times: sent.marks.map((one) => ({ [one.mark]: one.at })),
    answers: Object.fromEntries(
      sent.observations.map((one) => [
        one.question,
        one.comment ? { answer: one.answer, comment: one.comment } : one.answer,
      ]),
    ),
    comments: sent.comments,
    attachments: sent.attachments.map((one) => ({ file: one.name, kind: one.kind })),
  };
}
