"""Findings that an author has looked at and keeps: `# qa: disable=R204 reason` in the file.

At the end of a line the comment covers that line and the block that starts there; on a line of
its own, the block that starts in the next line; above everything else, the whole file.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from qa_toolkit.domain.close_words import closest, did_you_mean
from qa_toolkit.domain.problem import Problem
from qa_toolkit.rubric.blocks import Blocks
from qa_toolkit.strict_yaml.comments import Spans, comments

MAX_COMMENTS = 1_000
"""In one file; those behind them silence nothing."""
NEVER = frozenset(
    {
        *("R001", "R002", "R003", "R004", "R005", "R006"),  # the file is no rubric
        *(
            "R101",
            "R206",
            "R301",
        ),  # nothing can be scored: the same id twice, no answers, no such name
    }
)
_LEADING_CODE = re.compile(r"R\d(?:\d\d|xx)\b", re.IGNORECASE)
FORM = "write it as '# qa: disable=R204 reason'"
_COMMENT = re.compile(r"#\s*qa:\s*(?P<verb>[a-z-]+)\s*(?P<rest>.*)", re.IGNORECASE)
_REST = re.compile(r"=\s*(?P<codes>\w+(?:\s*,\s*\w+)*)[\s:–—-]*(?P<reason>.*)")
_CODE = re.compile(r"R\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A comment that silences findings.

    Attributes:
        line: 1-based line of the comment.
        column: 1-based.
        codes: as written, `R204` or a family, `R4xx`; empty when the comment cannot be read.
        reason: why, empty when none is given.
        first: the first line it covers.
        last: the last line it covers; before `first` when it covers nothing.
    """

    line: int
    column: int
    codes: tuple[str, ...]
    reason: str
    first: int
    last: int


def suppressions(text: str, quoted: Spans) -> tuple[Suppression, ...]:
    """The comments of a text that silence findings, given its quoted and block scalars."""
    if "qa:" not in text.lower():
        return ()
    return tuple(_found(text, quoted))


def _found(text: str, quoted: Spans) -> Iterator[Suppression]:
    blocks = Blocks(text)
    line, counted, number = 1, 0, 0
    for start, end in comments(text, quoted):
        comment = _COMMENT.fullmatch(text, start, end)
        if comment is None or not _is_meant(comment["verb"], comment["rest"]):
            continue
        line += text.count("\n", counted, start)
        counted = start
        column = start - text.rfind("\n", 0, start)
        number += 1
        if number > MAX_COMMENTS:
            return
        rest = _REST.fullmatch(comment["rest"]) if comment["verb"] == "disable" else None
        first, last = blocks.covered(line, alone=not text[start - column + 1 : start].strip())
        yield Suppression(
            line=line,
            column=column,
            codes=tuple(re.split(r"\s*,\s*", rest["codes"])) if rest else (),
            reason=rest["reason"].strip() if rest else "",
            first=first,
            last=last,
        )


def _is_meant(verb: str, rest: str) -> bool:
    """Whether `# qa: …` is for the toolkit, or only a remark of or to the QA team."""
    return closest(verb, ["disable"]) is not None or _CODE.search(rest) is not None


def without_suppressed(
    problems: Iterable[Problem], found: Sequence[Suppression], source: str, codes: Collection[str]
) -> tuple[Problem, ...]:
    """The problems that no comment silences, with those of the comments themselves.

    Args:
        problems: of this and other files.
        found: the comments of one file.
        source: names that file in problems.
        codes: all there are.
    """
    problems = (*problems, *_misused(found, source, codes))
    kept, used = _split(problems, found, source)
    idle = [
        _problem(one, source, "R008", f"{', '.join(unused)} finds nothing to silence here")
        for number, one in enumerate(found)
        if (
            unused := [
                code for code in one.codes if (number, code) not in used and _can(code, codes)
            ]
        )
    ]
    return (*kept, *_split(idle, found, source)[0])


def not_silenced(
    problems: Iterable[Problem], found: Sequence[Suppression], source: str
) -> tuple[Problem, ...]:
    """The problems that no comment of one file silences; the comments themselves are not judged."""
    return tuple(_split(tuple(problems), found, source)[0])


def _split(
    problems: Sequence[Problem], found: Sequence[Suppression], source: str
) -> tuple[list[Problem], set[tuple[int, str]]]:
    """The problems that remain, and which comment's codes silence one."""
    lines: dict[str, list[tuple[int, int]]] = {}
    for number, problem in enumerate(problems):
        if problem.source == source and problem.code not in NEVER and problem.line is not None:
            lines.setdefault(problem.code, []).append((problem.line, number))
    used: set[tuple[int, str]] = set()
    silenced: set[int] = set()
    for code, places in lines.items():
        places.sort()
        begins = [0] * (len(places) + 1)  # +1 where a comment's reach begins, -1 behind its end
        for number, one in enumerate(found):
            first = bisect_left(places, (one.first, 0))
            behind = bisect_right(places, (one.last, len(problems)))
            for own in one.codes:
                if first < behind and _covers(own, code):
                    used.add((number, own))
                    begins[first] += 1
                    begins[behind] -= 1
        reached = zip(accumulate(begins), places, strict=False)
        silenced.update(number for depth, (_, number) in reached if depth)
    return [problem for number, problem in enumerate(problems) if number not in silenced], used


def _misused(
    found: Sequence[Suppression], source: str, codes: Collection[str]
) -> Iterator[Problem]:
    for one in found:
        if not one.codes:
            yield _problem(one, source, "R007", "this comment silences nothing", FORM)
            continue
        for code in one.codes:
            if code in NEVER:
                message = f"{code} cannot be silenced"
                yield _problem(one, source, "R007", message, "correct what it finds")
            elif not _can(code, codes):
                message = f"there is no code {code}{did_you_mean(code, codes)}"
                yield _problem(one, source, "R007", message)
        if not one.reason:
            yield _problem(one, source, "R007", "a reason is missing", FORM)
        elif another := _LEADING_CODE.match(one.reason):
            message = f"{another[0]} is taken for the reason"
            yield _problem(one, source, "R007", message, "codes are divided by commas")


def _can(code: str, codes: Collection[str]) -> bool:
    """Whether a code or family is known and may be silenced."""
    return any(_covers(code, known) for known in codes if known not in NEVER)


def _covers(code: str, known: str) -> bool:
    return code == known or (code.lower().endswith("xx") and code[:-2] == known[:-2])


def _problem(one: Suppression, source: str, code: str, message: str, hint: str = "") -> Problem:
    return Problem(
        source=source,
        message=message,
        hint=hint,
        line=one.line,
        column=one.column,
        code=code,
        severity="warning",
    )
