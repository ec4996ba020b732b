"""The form as YAML with its questions as remarks, and as JSON."""

import json
import re
from collections.abc import Iterator

from qa_toolkit.domain.shop.form import FormQuestion, ShopForm
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.forms.moments import Clock
from qa_toolkit.shops.forms.text_shown import Entry, entry, facts, held, times
from qa_toolkit.shops.forms.values import Occasion

_WIDE = 96
_PLAIN = re.compile(r"[A-Za-z][\w.]*(?: [\w.]+)*")
_NO_PLAIN = frozenset({"null", "true", "false"})
_CONTROL = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def as_json(form: ShopForm, log: ShopLog, occasion: Occasion) -> str:
    """The log as JSON: every key of the form, null where nothing was noted."""
    clock = Clock(day=occasion.day, zone=occasion.zone)
    log = held(log)
    document = {
        **facts(form, log),
        "times": times(log, clock),
        "answers": {one.id: entry(one, log) for one in _answered(form)},
        "comments": {part.id: log.comments.get(part.id, "") for part in form.sections},
        "narrative": log.narrative,
        "attachments": [],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_yaml(form: ShopForm, log: ShopLog, occasion: Occasion) -> str:
    """The log as YAML to be filled in behind the colons, with each question above its answer."""
    log = held(log)
    lines = [
        *_head(form, log, occasion),
        *_times(form, log, occasion),
        *_answers(form, log),
        *_comments(form, log),
        *_story(form, log),
        *_files(form, log),
    ]
    return "\n".join(lines) + "\n"


def _head(form: ShopForm, log: ShopLog, occasion: Occasion) -> Iterator[str]:
    yield from _remark(f"{form.title}: the form of the shop {log.shop}")
    yield from _remark(f"{occasion.shopper}, {occasion.place}, {occasion.window}")
    yield from _remark(
        "Fill in what stands behind the colons. Lines that begin with # only explain."
    )
    yield from _remark(f"Then: qa shop log {log.shop} --from FILE --by NAME")
    said = facts(form, log)
    for key in ("form", "shop"):
        yield f"{key}: {_text(said[key])}"
    yield ""
    yield from _remark(
        "The name of the person you met; or, where no name was given, a description."
    )
    yield f"staff: {_text(said['staff'])}"
    yield f"staff_description: {_text(said['staff_description'])}"
    if occasion.locations:
        known = "; ".join(
            f"{key} ({name})" if name else key for key, name in occasion.locations.items()
        )
        yield from _remark(f"Where it was held: {known}")
    yield f"location: {_text(said['location'])}"
    yield from _remark("The number of the ticket, order or receipt.")
    yield f"reference: {_text(said['reference'])}"


def _times(form: ShopForm, log: ShopLog, occasion: Occasion) -> Iterator[str]:
    yield ""
    yield from _remark(
        f"Times by the clock there ({occasion.zone}) on {occasion.day}, as 14:05:10; of another day "
        "as 2026-11-10 14:05:10. Start: the call rings, the door opens, the first message is sent. "
        "Answered: the first person, not a machine, speaks or writes."
    )
    said = times(log, Clock(day=occasion.day, zone=occasion.zone))
    yield "times:"
    if isinstance(said, list):
        yield from (f"  - {{{mark}: {_text(at)}}}" for one in said for mark, at in one.items())
        return
    for key, value in said.items():
        if isinstance(value, list):
            if not value and "hold" not in form.marks:
                continue
            if not value:
                yield '  # each hold as a pair: [["14:06:00", "14:07:30"]]'
            yield f"  {key}: {json.dumps(value)}"
        else:
            yield f"  {key}: {_text(value) if value else ''}".rstrip()


def _answers(form: ShopForm, log: ShopLog) -> Iterator[str]:
    yield ""
    yield from _remark(
        'Answers: yes, no, na (not applicable), an id, a number. With a comment, as every "no" '
        'needs one: {answer: no, comment: "What you saw or heard."}'
    )
    yield "answers:"
    number = 0
    for section in form.sections:
        yield ""
        yield f"  ### {_line(section.title)}"
        if section.guidance:
            yield from _remark(section.guidance, 2)
        for question in section.questions:
            number += 1
            yield from _remark(f"{number}. {question.text}", 2)
            if question.type == "info":
                continue
            for remark in filter(None, (question.guidance, _choices(question))):
                yield from _remark(remark, 2, "   ")
            yield f"  {question.id}: {_entry(entry(question, log))}".rstrip()


def _comments(form: ShopForm, log: ShopLog) -> Iterator[str]:
    yield ""
    yield from _remark("One comment on each section: facts, in the past tense.")
    yield "comments:"
    for section in form.sections:
        yield f"  # {_line(section.title)}"
        yield f"  {section.id}: {_block(log.comments.get(section.id, ''), 4)}"


def _story(form: ShopForm, log: ShopLog) -> Iterator[str]:
    least = f", at least {form.narrative_words} words" if form.narrative_words else ""
    yield ""
    yield from _remark(f"The story of the shop in its order, in the past tense{least}.")
    yield f"narrative: {_block(log.narrative, 2)}"


def _files(form: ShopForm, log: ShopLog) -> Iterator[str]:
    yield ""
    yield from _remark(
        "Files, with paths from the folder of this one, such as - {file: photos/a.jpg, kind: photo}. "
        "Kinds: photo, receipt, recording, chat, document."
    )
    for wanted in form.evidence:
        may = "" if wanted.required else " (may be missing)"
        yield from _remark(f"Wanted: {wanted.kind}{may}: {wanted.text}")
    for kept in log.attachments:
        yield from _remark(f"Attached already: {kept.name} ({kept.kind})")
    yield "attachments: []"


def _answered(form: ShopForm) -> Iterator[FormQuestion]:
    return (one for one in form.questions() if one.type != "info")


def _choices(question: FormQuestion) -> str:
    match question.type:
        case "number":
            unit = f" of {question.unit}" if question.unit else ""
            by = " Left empty, it is taken from the times." if question.measure else ""
            return f"A number{unit}.{by}"
        case "text":
            return "In your own words; it may be left out."
        case "yes_no" | "info":
            return ""
        case "scale" | "choice" | "multi_choice":
            known = "; ".join(f"{one.value} = {one.text}" for one in question.choices)
            some = "A list of: " if question.type == "multi_choice" else ""
            return f"{some}{known}"


def _entry(said: Entry) -> str:
    match said:
        case None:
            return ""
        case dict():
            parts = (f"{key}: {_entry(value)}" for key, value in said.items() if value is not None)
            return f"{{{', '.join(parts)}}}"
        case list():
            return json.dumps(said, ensure_ascii=False)
        case str():
            return _text(said)
        case _:
            return json.dumps(said)


def _text(text: str) -> str:
    """Plain where YAML takes it for the text it is, else quoted as JSON does."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _NO_PLAIN and len(text) < 80:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _block(text: str, indent: int) -> str:
    """Text of several lines as it is read; quoted where that would change it."""
    lines = text.split("\n")
    odd = _CONTROL.search(text) or "\t" in text or lines[0].startswith(" ")
    if len(lines) == 1 or odd:
        return _text(text)
    blank = " " * indent
    return "\n".join(["|-", *(f"{blank}{line}" if line else "" for line in lines)])


def _remark(text: str, indent: int = 0, lead: str = "") -> Iterator[str]:
    """A text as lines of remarks."""
    start = f"{' ' * indent}# {lead}"
    line = start
    for word in _line(text).split(" "):
        if len(line) > len(start) and len(line) + len(word) > _WIDE:
            yield line.rstrip()
            line = start
        line += f"{word} "
    yield line.rstrip()


def _line(text: str) -> str:
    """Text on one line, without what a remark cannot hold."""
    return " ".join(_CONTROL.sub(" ", text).split())
