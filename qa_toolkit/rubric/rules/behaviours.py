"""Behaviours joined by "and" or "or" in an English question, told from joined things.

There is no grammar here, only word lists: a conjunction joins behaviours where a verb of the same
form, or a quality, stands on both of its sides. What is doubtful is let pass.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from qa_toolkit.rubric.rules.texts import main_clause, words_of
from qa_toolkit.rubric.rules.words.verbs import (
    NOUN_VERBS,
    OBJECTS,
    QUALITIES,
    VERBS,
    base_form,
    ing_form,
    past_form,
)

_LONGEST = 500
"""Characters looked at; R412 tells long before."""
_JOINING = re.compile(
    r"(?<!\w)(?P<by>and/or|and|or|as well as|plus|&)(?!\w),?(?:\s+(?:if|when|where)\s[^,?]{1,40},)?"
)
_ASKING = frozenset({
    "does", "do", "did", "can", "could", "will", "would", "should", "must", "may", "might",
    "doesn't", "didn't",
})  # fmt: skip
_BEING = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "isn't", "wasn't",
    "aren't",
})  # fmt: skip
_ASIDE = frozenset({
    "also", "then", "not", "never", "always", "only", "just", "even", "still", "again", "both",
    "to", "once",
})  # fmt: skip
_ASKED_FOR = frozenset({
    "how", "what", "when", "where", "which", "who", "whom", "whether",
})  # fmt: skip
_MANY = frozenset({
    "customers", "callers", "guests", "visitors", "people", "agents", "they", "we", "you",
    "others", "both",
})  # fmt: skip
_SAYINGS = frozenset(
    {
        ("try", "and"), ("go", "and"), ("come", "and"), ("wait", "and"), ("please", "and"),
        ("pick", "and"), ("first", "and"), ("more", "and"), ("hello", "and"),
    }
)  # fmt: skip
_NOUN_PAIRS = frozenset(
    {("help", "support"), ("name", "address"), ("name", "number"), ("question", "comment")}
)


def second_behaviour(question: str, *, or_counts: bool) -> tuple[str, str] | None:
    """The conjunction behind which a second behaviour is asked about, and that behaviour."""
    lowered = question[:_LONGEST].lower()
    if not _JOINING.search(lowered):
        return None
    main = main_clause(lowered)
    for conjunction in _JOINING.finditer(main):
        joined = conjunction["by"]
        if joined == "or" and not or_counts:
            continue
        left = words_of(main[: conjunction.start()])
        right = _behind_asides(words_of(main[conjunction.end() :]))
        if left and right and _both_are_asked(left, joined, right):
            return joined, right[0]
    return None


def _both_are_asked(left: Sequence[str], joined: str, right: Sequence[str]) -> bool:
    if right[0] in _ASKING or right[0] in _BEING:
        return True
    if (left[-1], joined) in _SAYINGS or _in_a_clause_of_its_own(left):
        return False
    if right[0].endswith("ly") and left[-1].endswith("ly"):
        return _quality(left[-1]) and _quality(right[0])
    if _ASKING.intersection(left):
        return right[0] in (VERBS | NOUN_VERBS) and _is_a_verb(left, right)
    if _BEING.intersection(left):
        return (
            _same_form(past_form, left, right)
            or _same_form(ing_form, left, right)
            or (_quality(left[-1]) and _quality(right[0]))
        )
    return _same_form(base_form, left, right) and _is_a_verb(left, right)


def _is_a_verb(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the right side begins with a verb, where its word could be a noun as well."""
    base = base_form(right[0])
    if base in VERBS:
        return right[1:2] != ("you",)
    if (base_form(left[-1]), base) in _NOUN_PAIRS:
        return False
    return base_form(left[-1]) in VERBS or (len(right) > 1 and right[1] in OBJECTS)


def _same_form(form: Callable[[str], str], left: Sequence[str], right: Sequence[str]) -> bool:
    return bool(form(right[0])) and any(map(form, left))


def _quality(word: str) -> bool:
    return word in QUALITIES or word.removesuffix("ly") in QUALITIES


def _in_a_clause_of_its_own(left: Sequence[str]) -> bool:
    """Whether the left side is still within "how to install …" or "when customers call …"."""
    if len(left) >= 3 and any(
        left[-i] == "to" and left[-i - 1] in _ASKED_FOR for i in (2, 3) if len(left) > i
    ):
        return True
    return any(
        before in {"when", "if", "whenever", "while", "once", "until", "because"} and word in _MANY
        for before, word in pairwise(left)
    )


def _behind_asides(words: Sequence[str]) -> Sequence[str]:
    skipped = 0
    while skipped < len(words) and (
        words[skipped] in _ASIDE
        or (
            words[skipped].endswith("ly") and len(words) > skipped + 1 and _verb(words[skipped + 1])
        )
    ):
        skipped += 1
    return words[skipped:]


def _verb(word: str) -> bool:
    return bool(base_form(word) or past_form(word) or ing_form(word))
