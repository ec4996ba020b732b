"""The words of a rubric that people read, and how wording rules look at them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.rubric.rules.interface import Path, criteria, groups
from qa_toolkit.rubric.rules.words.judgement import (
    EMPTY,
    GRADES,
    OPINIONS,
    PLAIN_USES,
    VAGUE,
    VAGUE_TURNS,
)

ENOUGH_TO_EXPLAIN = 2
"""Words of substance with which anchors and guidance say what a judging word means."""

_NUMBER = re.compile(
    r"(?:level|score|grade)?\s*[-+]?\d*(?:[.,/]\d+)?\s*(?:points?|pts?|stars?|%|percent)?",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 30
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PLAIN_USE = rf"\b(?:{'|'.join(PLAIN_USES)})\b"
VAGUE_TURN = re.compile(rf"\b(?:{'|'.join(VAGUE_TURNS)})\b", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]{0,200}\"|“[^”]{0,200}”|‘[^’]{0,200}’|(?<!\w)'[^']{0,200}'(?!\w)")
# kept as text: most rubrics need no rule that asks for it
_LEADING_CLAUSE = (
    r"^(?:when|whenever|if|where|after|before|once|while|in|on|at|during|for|with|as)\b[^,?]*,\s*"
)


def english(rubric: Rubric) -> bool:
    """Whether the rubric is written in English, which its first language tells."""
    return rubric.languages[0] == "en"


@lru_cache(maxsize=32_768)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, hyphens and apostrophes kept inside them."""
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


def normalised(text: str) -> str:
    """The text without regard to case, punctuation and spacing."""
    return " ".join(words_of(text.casefold()))


def judging(text: str) -> str:
    """The text in lower case without quotations, and without turns like "good morning"."""
    return re.sub(_PLAIN_USE, " ", unquoted(text.lower()))


def unquoted(text: str) -> str:
    """The text without what it quotes: `Does the agent say "have a nice day"?` judges nothing."""
    return _QUOTED.sub(" ", text)


def main_clause(question: str) -> str:
    """A lower-case question without what it quotes and without the clause it opens with."""
    return re.sub(_LEADING_CLAUSE, "", unquoted(question), count=1)


def anchors(criterion: Criterion) -> Iterator[tuple[Path, str]]:
    """The words of each answer, as they stand in the file, with their path in the criterion."""
    for level, text in criterion.scale.items():
        yield ("scale", level), text
    for o, option in enumerate(criterion.options):
        yield ("options", o, "text"), option.text
    for r, known in enumerate(criterion.ranges):
        if known.text:
            yield ("ranges", r, "text"), known.text


def texts(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    """Every text of a rubric that people read, with its path; wordings are no such text."""
    yield ("title",), rubric.title
    yield ("description",), rubric.description
    for path, group in groups(rubric):
        yield (*path, "title"), group.title
        yield (*path, "guidance"), group.guidance
    for path, criterion in criteria(rubric):
        yield (*path, "question"), criterion.question
        yield (*path, "guidance"), criterion.guidance
        for place, text in anchors(criterion):
            yield (*path, *place), text
        for level, tip in criterion.tips.items():
            yield (*path, "tips", level), tip
        for level, causes in criterion.causes.items():
            for c, cause in enumerate(causes):
                yield (*path, "causes", level, c), cause


def without_guidance(rubric: Rubric) -> Iterator[tuple[Path, Criterion]]:
    """Scored criteria that people rate without guidance of its own, its group or its section."""
    for path, group in groups(rubric):
        if group.guidance.strip() or _section_guidance(rubric, path):
            continue
        for c, criterion in enumerate(group.criteria):
            alone = not criterion.guidance.strip()
            if alone and criterion.scored and not criterion.by_machine:
                yield (*path, "criteria", c), criterion


def _section_guidance(rubric: Rubric, path: Path) -> bool:
    return bool(rubric.sections[int(path[1])].guidance.strip())


def number_only(text: str) -> bool:
    """Whether a level's text is missing, or repeats its number: `2`, `2 points`, `level 2`."""
    return len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text.strip()) is not None


def bare(text: str) -> bool:
    """Whether a level says no more than a number or an English grade: `good`, `not met`."""
    return number_only(text) or all(word in GRADES or word.isdecimal() for word in words_of(text))


def substance(text: str, besides: Iterable[str] = ()) -> set[str]:
    """The words of a text that say something: no judging ones, and none of those `besides`."""
    known = {_stem(word) for word in besides}
    return {
        word
        for word in words_of(VAGUE_TURN.sub(" ", text))
        if word not in EMPTY
        and word not in VAGUE
        and word not in OPINIONS
        and word not in GRADES
        and not word.isdecimal()
        and _stem(word) not in known
    }


def explained(criterion: Criterion) -> bool:
    """Whether anchors and guidance say more than the question does."""
    asked = words_of(criterion.question)
    told = [text for _, text in anchors(criterion)]
    return len(substance(" ".join([*told, criterion.guidance]), asked)) >= ENOUGH_TO_EXPLAIN


def _stem(word: str) -> str:
    """Enough of a word to know its other forms by: greeting, greets, greeted."""
    for ending in ("ing", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    return word
