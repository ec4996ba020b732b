// Which questions are asked, by what was answered so far: as ShopForm.asked of the domain says it.

export const NOT_APPLICABLE = "na";

/** Whether an answer to another question makes the one with this condition be asked. */
export function holds(condition, answer) {
  if (answer === null || answer === undefined || answer === NOT_APPLICABLE) return false;
  if (condition.spans.length && typeof answer === "number") {
    return condition.spans.some(
      ([low, high]) => (low === null || answer >= low) && (high === null || answer < high),
    );
  }
  const given = Array.isArray(answer) ? answer : [String(answer)];
  return given.some((one) => condition.values.includes(one));
}

/** The ids of the questions that these answers leave to be asked, in the order of the form. */
export function asked(form, answers) {
  const counted = { ...answers };
  const found = [];
  for (const question of form.questions) {
    const held = question.when.map((one) => holds(one, counted[one.question]));
    const isAsked = !held.length || (question.any_of ? held.some(Boolean) : held.every(Boolean));
    if (isAsked) found.push(question.id);
    else delete counted[question.id];
  }
  return found;
}

/** Whether an answer has to be explained. */
export function needsComment(question, answer) {
  const isOne = typeof answer === "string" || Number.isInteger(answer);
  return isOne && question.comment_at.includes(String(answer));
}
