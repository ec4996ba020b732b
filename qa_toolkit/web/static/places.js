// Where on the page a question, a section or a field stands, and what is said there.

const byId = (id) => document.getElementById(id);
const WORDS = { error: "Mend this", warning: "Look again", info: "Note" };
const FIELDS = ["times", "location", "staff", "reference", "narrative", "evidence", "shop"];

/** The letter that the ids of a place begin with: q question, s section, f field. */
function kindOf(where) {
  if (byId(`q-${where}`)) return "q";
  if (FIELDS.includes(where)) return "f";
  return byId(`s-${where}`) ? "s" : "";
}

/** The id of the element of a place; the end of the form for a place that it does not have. */
export function anchor(where) {
  const kind = kindOf(where);
  return kind ? `${kind}-${where}` : "f-shop";
}

/** With a capital letter at its start. */
export function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Say something at a place; `kind` is what to clear it by. */
export function tell({ where, message, hint, severity }, kind) {
  const place = kindOf(where);
  const line = byId(place ? `e-${place}-${where}` : "e-f-shop");
  const one = document.createElement("span");
  one.className = `is-${severity}`;
  one.dataset.where = where;
  one.dataset.kind = kind;
  one.textContent = `${WORDS[severity]}: ${[message, hint].filter(Boolean).join(" → ")}`;
  line.append(one);
  line.hidden = false;
}

/** Say where a text is longer than what is kept of it. */
export function tellLength(field, where) {
  const length = [...field.value].length;
  const most = Number(field.dataset.most ?? Infinity);
  if (length <= most) return;
  const message = `${length} characters are too many: ${most} at most`;
  tell({ where, message, hint: "shorten it", severity: "error" }, "length");
}

/** Take back what was said at one place, or what was said of one kind. */
export function clearTold({ where, kind }) {
  for (const one of document.querySelectorAll(".finding span")) {
    if (where !== undefined && one.dataset.where !== where) continue;
    if (kind !== undefined && one.dataset.kind !== kind) continue;
    const line = one.parentElement;
    one.remove();
    line.hidden = !line.childElementCount;
  }
}

/** Whether somebody is just writing at a place. */
export function isBusy(where) {
  return Boolean(document.activeElement?.closest(`#${CSS.escape(anchor(where))}`));
}

/** A list of links to places, each with its words. */
export function listInto(list, entries) {
  list.replaceChildren(
    ...entries.map(({ where, words }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${anchor(where)}`;
      link.textContent = words;
      item.append(link);
      return item;
    }),
  );
}

/** Follow a link to a place: into sight, and with the keyboard there. */
export function followLinks() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && byId(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView({ block: "start" });
    const first = target.querySelector("input:not([hidden]), select, textarea, button");
    (target.matches(".question, .field") && first ? first : target).focus({ preventScroll: true });
  });
}
