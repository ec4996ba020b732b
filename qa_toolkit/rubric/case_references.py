"""What a case names must be there: criteria, sections, answers, ratings."""

from collections.abc import Iterator

from qa_toolkit.domain.answer import points_of
from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.cases import Case, CaseFile, LoadedCases
from qa_toolkit.strict_yaml.reader import Path

_Found = tuple[Path, str]


def wrong_references(loaded: LoadedCases, rubric: Rubric) -> tuple[Problem, ...]:
    """The names in a file of cases that lead nowhere in the rubric, and answers nobody can give."""
    if loaded.cases is None:
        return ()
    return tuple(
        Problem(
            source=str(loaded.path),
            message=message,
            line=(place := loaded.document.place_of(path)).line,
            column=place.column,
            code="R301",
        )
        for path, message in _wrong(loaded.cases, rubric)
    )


def _wrong(file: CaseFile, rubric: Rubric) -> Iterator[_Found]:
    if file.criterion:
        yield from _unknown(file.criterion, ("criterion",), "criterion", rubric.scored)
    for name, case in file.cases.items():
        at: Path = ("cases", name)
        for other in case.expect:
            yield from _unknown(other, (*at, "expect", other), "criterion", rubric.scored)
        for section in case.sections:
            yield from _unknown(section, (*at, "sections", section), "section", rubric.group_ids)
        for other in case.critical or ():
            yield from _unknown(other, (*at, "critical"), "criterion", rubric.scored)
        if case.band is not None:
            yield from _unknown(case.band, (*at, "band"), "band", tuple(rubric.bands))
        yield from _answers(case, at, rubric)
        yield from _ratings(case, at, file.criterion, rubric)


def _answers(case: Case, at: Path, rubric: Rubric) -> Iterator[_Found]:
    for criterion, answer in case.answers.items():
        place = (*at, "answers", criterion)
        if criterion not in rubric.scored:  # what is kept and not scored takes any answer
            yield from _unknown(criterion, place, "criterion", tuple(rubric.places))
            continue
        try:
            points_of(rubric.places[criterion].criterion, answer)
        except ValueError as error:
            yield place, str(error)


def _ratings(case: Case, at: Path, about: str, rubric: Rubric) -> Iterator[_Found]:
    for criterion, expected in case.wanted(about).items():
        rating = expected.rating
        if rating is None or criterion not in rubric.scored:
            continue
        levels = rubric.places[criterion].criterion.levels
        if rating not in levels:
            place = (*at, "rating") if expected is case else (*at, "expect", criterion, "rating")
            known = ", ".join(map(str, sorted(levels)))
            yield place, f"{criterion} has no rating {rating}; there are {known}"


def _unknown(name: str, path: Path, what: str, known: tuple[str, ...]) -> Iterator[_Found]:
    if name not in known:
        yield path, f"there is no {what} '{name}'{did_you_mean(name, known)}"
