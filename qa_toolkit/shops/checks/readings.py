"""What the texts on a Yes or No question say of the behaviour that it asks about."""

import re
from collections.abc import Iterator

from qa_toolkit.domain.phrase import plain
from qa_toolkit.shops.checks.behaviours import Act
from qa_toolkit.shops.checks.clauses import NEGATIONS, Says, clauses_of, is_sure, says
from qa_toolkit.shops.checks.words import without_quotes, words

_LEAD = re.compile(
    r"\W*(?P<said>yes|yep|yeah|no|nope)\b\s*(?:[,;:!–—-]|\.(?!\s*\d)|$)", re.IGNORECASE
)
_QUOTE = re.compile(r"\s*(?:\"(?P<said>[^\"]+)\"|“(?P<curly>[^”]+)”|['‘](?P<single>.+?)['’](?!\w))")
_YES = frozenset(("yes", "yep", "yeah"))


def on_question(comment: str, act: Act | None) -> Iterator[tuple[Says, str]]:
    """What the comment on the question itself says, each with its words.

    There a first "Yes," or "No," is the answer once more, first words in quotation marks are the
    staff's, and what is asked about need not be named again. Where nothing is known of the
    behaviour, only the first word is read.
    """
    if lead := _LEAD.match(comment):
        yield Says.DONE if lead["said"].casefold() in _YES else Says.NOT_DONE, comment
    if act is None:
        return
    if _is_the_act(comment, act):
        yield Says.DONE, comment
    yield from _clauses(comment, act, alone=True)


def elsewhere(text: str, act: Act) -> Iterator[tuple[Says, str]]:
    """What the comment on a section or the story says, each with its clause."""
    yield from _clauses(text, act, alone=False)


def _clauses(text: str, act: Act, *, alone: bool) -> Iterator[tuple[Says, str]]:
    for clause in clauses_of(without_quotes(text)):
        said = _said(clause, act, alone=alone)
        if said is not None:
            yield said, clause


def _said(clause: str, act: Act, *, alone: bool) -> Says | None:
    if act.undone is not None and act.undone.search(clause):
        said = says(clause, act.undone, timed=act.timed)
        return None if said is None else said.opposite
    pattern = act.said
    if alone and act.alone is not None and not act.said.search(clause):
        pattern = act.alone
    said = says(clause, pattern, timed=act.timed)
    return None if act.either and said is Says.NOT_DONE else said


def _is_the_act(comment: str, act: Act) -> bool:
    """Whether a comment begins with words of the staff that are what is asked about: "Bye!"."""
    quote = _QUOTE.match(plain(comment))
    if quote is None or act.spoken is None:
        return False
    said = next(filter(None, quote.groups()))
    rest = words(without_quotes(comment[quote.end() :]))
    if "i" in rest or not NEGATIONS.isdisjoint(rest) or not is_sure(rest, timed=act.timed):
        return False
    return act.spoken.search(said) is not None
