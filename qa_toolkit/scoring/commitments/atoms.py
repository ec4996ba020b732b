"""The pieces that times are said with: dates, days, hours, lengths of time, words of hurry.

Words that have other meanings count only in company that leaves one reading: "may" beside a
number, "sat" behind "on", a bare number behind "at". A missed time is better than a wrong one.
"""

import re
from dataclasses import dataclass

from qa_toolkit.scoring.commitments.numbers import RANGE, WORD
from qa_toolkit.scoring.commitments.patterns import either, words

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT = r"(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\b\.?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_DAY_OF_MONTH = r"(?:the )?\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,? \d{4})?"
_HALF = r"(?:a\.?m\b\.?|p\.?m\b\.?)"
_HOUR = rf"(?:\d{{1,2}}|{WORD})"
_UNIT = r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?)\b"
_KIND_OF_DAY = r"(?:(?:working|business|calendar|full|week)[ -])?"


def _behind(*leads: str) -> str:
    return either(*(rf"(?<=\b{lead} )" for lead in leads))


_DAY_LEADS = _behind("by", "on", "before", "next", "this")
_HOUR_LEADS = _behind("at", "by", "before", "around", "past")
_NOT_LATER = "".join(
    rf"(?<!{unit} )"
    for unit in ("minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months")
)
_WEEK = words("week weekend month")

_ATOMS: dict[str, tuple[str, ...]] = {
    "date": (
        r"\d{4}-\d\d-\d\d",
        r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b",
        rf"{_DAY_OF_MONTH}(?: of)? {_MONTH}{_YEAR}",
        rf"{_MONTH} {_DAY_OF_MONTH}\b(?![:/]|\d){_YEAR}",
    ),
    "nth": (
        rf"(?:{_DAY_LEADS}|(?<=day )|(?<=day, ))the {_NTH}(?: of (?:this|next) month)?"
        r"(?= *(?:$|[.,;!?)]|(?:at|and|or|between|by)\b))",
    ),
    "period": (
        rf"(?:the )?end of (?:the |this |next |my )?(?:business |working )?"
        rf"(?:day|play|shift|week|month|today|tomorrow|{_WEEKDAY})\b",
        r"close of (?:business|play)\b|(?:eod|cob|eow|eom)\b",
        rf"(?:early |later |mid )?(?:this|next|the coming|the following) (?:coming )?{_WEEK}\b",
        r"(?:over|by|before|at) the weekend\b",
    ),
    "day": (
        r"the day after tomorrow\b",
        r"(?:later )?(?:today|tomorrow|tomorow|tommorow|tmrw)\b(?!'s)",
        r"tonight\b",
        rf"(?:(?:this|next)(?: coming)? |coming )?{_WEEKDAY}\b(?!'s)",
        rf"{_DAY_LEADS}{_SHORT}",
    ),
    "clock": (
        rf"{_HOUR} ?(?:-|–|to) ?\d{{1,2}} ?{_HALF}",
        rf"(?:\d{{1,2}}[:.]\d\d|{_HOUR}) ?{_HALF}",
        r"(?:[01]?\d|2[0-3]):[0-5]\d\b",
        rf"{_HOUR} ?o'?clock\b",
        rf"(?:half past|quarter (?:past|to)) {_HOUR}\b",
        rf"(?<=\bbetween ){_HOUR} and {_HOUR}\b",
    ),
    "part": (
        r"first thing(?: in the morning)?\b",
        r"(?:this |in the )?(?:morning|afternoon|evening)\b",
        r"(?:noon|midday|lunch(?: ?time)?|midnight|night)\b",
    ),
    "vague": (
        r"a\.?s\.?a\.?p\b\.?",
        r"as (?:soon|quickly|fast) as (?:possible|(?:we|i) can)\b",
        r"as (?:soon|quickly|fast) as (?:(?:we're|we are) able|(?:i'm|i am) able)(?: to)?\b",
        r"(?<!as )soon\b(?! as)|shortly\b|promptly\b|momentarily\b|immediately\b|right away\b",
        r"straight ?away\b|(?:right )?(?<!for )(?<!until )(?<!by )(?<!from )now\b",
        r"in (?:just )?(?:a|one) (?:moment|minute|second|sec|bit|while)\b",
        r"in due course\b|in the near future\b",
        rf"{_NOT_LATER}later(?: on)?\b(?! than)",
        r"at (?:the|your|our) earliest(?: convenience)?\b",
    ),
    "span": (
        rf"(?:half an|(?<=\bwithin )the|(?<=\bthe next )|{RANGE})[ -]?{_KIND_OF_DAY}{_UNIT}"
        r"(?! (?:ago|later|earlier)\b)",
    ),
    "bare": (
        rf"{_HOUR_LEADS}{_HOUR}(?= *(?:$|[,;!?)]|\.(?!\d)"
        rf"|(?:today|tomorrow|on|and|to make|sharp|{_WEEKDAY})\b))",
    ),
}  # fmt: skip
ATOM = re.compile(
    "|".join(rf"(?P<{kind}>(?<![\w/:.-]){either(*known)})" for kind, known in _ATOMS.items())
)
"""Any piece; the name of the group that matched is its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One piece of a time: its kind and its words in lower case."""

    kind: str
    text: str
