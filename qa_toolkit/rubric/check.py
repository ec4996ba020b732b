"""What the schema cannot say: ids are unique, references lead somewhere, scales can be reached."""

from collections.abc import Iterator
from decimal import Decimal

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import (
    Criterion,
    PhraseIndicator,
    ResponseTimeIndicator,
    Rubric,
    SentimentShiftIndicator,
)
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.rubric.strict_yaml import Document, Path


def check(rubric: Rubric, document: Document, source: str) -> Iterator[Problem]:
    """The problems of a rubric that has the right shape, in the order of the file."""
    found = [
        *_identities(rubric),
        *_references(rubric),
        *_scales(rubric),
        *_bounds(rubric),
        *_fairness(rubric),
    ]
    for path, code, message in sorted(found, key=lambda item: _line(item[0], document)):
        place = document.place_of(path)
        yield Problem(
            source=source, message=message, line=place.line, column=place.column, code=code
        )


_Found = tuple[Path, str, str]


def _identities(rubric: Rubric) -> Iterator[_Found]:
    sections: set[str] = set()
    criteria: set[str] = set()
    for s, section in enumerate(rubric.sections):
        if section.id in sections:
            yield ("sections", s, "id"), "R101", f"the section '{section.id}' is there twice"
        sections.add(section.id)
        for c, criterion in enumerate(section.criteria):
            path: Path = ("sections", s, "criteria", c)
            if criterion.id in criteria:
                yield (*path, "id"), "R101", f"the criterion '{criterion.id}' is there twice"
            criteria.add(criterion.id)
            if criterion.id.split(".")[0] != section.id:
                message = f"'{criterion.id}' must start with its section's id, '{section.id}.'"
                yield (*path, "id"), "R102", message
            seen: set[str] = set()
            for i, indicator in enumerate(criterion.indicators):
                if indicator.id in seen:
                    message = f"the indicator '{indicator.id}' is there twice"
                    yield (*path, "indicators", i, "id"), "R101", message
                seen.add(indicator.id)


def _references(rubric: Rubric) -> Iterator[_Found]:
    sections = {section.id for section in rubric.sections}
    for name in rubric.minimums:
        if name not in sections:
            message = f"'{name}' is no section; there are {', '.join(sorted(sections))}"
            yield ("minimums", name), "R301", message
    for path, criterion in _criteria(rubric):
        cue = criterion.applies_when.customer if criterion.applies_when else None
        if cue is not None and cue not in rubric.cues:
            known = ", ".join(sorted(rubric.cues)) or "none"
            message = f"'{cue}' is no cue of this rubric; there are: {known}"
            yield (*path, "applies_when", "customer"), "R301", message
        if cue is None and criterion.rate == "share":
            message = "'rate: share' needs opportunities: name a cue in 'applies_when: customer'"
            yield (*path, "rate"), "R302", message
        for i, indicator in enumerate(criterion.indicators):
            if not isinstance(indicator, PhraseIndicator) or indicator.within_turns is None:
                continue
            place: Path = (*path, "indicators", i, "within_turns")
            if cue is None:
                message = "'within_turns' needs opportunities: name a cue in 'applies_when'"
                yield place, "R302", message
            elif indicator.speaker is not SpeakerRole.AGENT:
                yield place, "R302", "'within_turns' counts the agent's turns, not the customer's"


def _bounds(rubric: Rubric) -> Iterator[_Found]:
    """Measurements without a bound, which would always be found."""
    for path, criterion in _criteria(rubric):
        for i, indicator in enumerate(criterion.indicators):
            match indicator:
                case ResponseTimeIndicator(at_most_s=None, longer_than_s=None):
                    bounds = "'at_most_s' or 'longer_than_s'"
                case SentimentShiftIndicator(at_least=None, at_most=None):
                    bounds = "'at_least' or 'at_most'"
                case _:
                    continue
            message = f"without a bound it is always found; give {bounds}"
            yield (*path, "indicators", i), "R205", message


def _fairness(rubric: Rubric) -> Iterator[_Found]:
    message = "a critical criterion must not rest on sentiment, which misreads service"
    for path, criterion in _criteria(rubric):
        if not criterion.critical:
            continue
        name = criterion.applies_when.customer if criterion.applies_when else None
        cue = rubric.cues.get(name) if name else None
        if cue is not None and cue.sentiment_below is not None:
            also = f"{message}: the cue '{name}' has 'sentiment_below'"
            yield (*path, "applies_when", "customer"), "R601", also
        for i, indicator in enumerate(criterion.indicators):
            if isinstance(indicator, SentimentShiftIndicator):
                yield (*path, "indicators", i, "kind"), "R601", message


def _scales(rubric: Rubric) -> Iterator[_Found]:
    for path, criterion in _criteria(rubric):
        for level in criterion.tips:
            if level not in criterion.scale:
                message = f"there is no level {level} in the scale"
                yield (*path, "tips", level), "R301", message
        if criterion.rate == "manual":
            continue
        if not criterion.indicators:
            message = "no indicators; a criterion that only people can rate says 'rate: manual'"
            yield path, "R203", message
            continue
        best = criterion.base + _best_gain(criterion)
        if best < criterion.highest:
            message = f"the top level {criterion.highest} cannot be reached, at most {best}"
            yield (*path, "scale"), "R204", message


def _best_gain(criterion: Criterion) -> Decimal:
    gains: list[Decimal] = [
        indicator.points for indicator in criterion.indicators if indicator.points > 0
    ]
    if criterion.rate == "all":
        return sum(gains, Decimal(0))
    return max(gains, default=Decimal(0))


def _criteria(rubric: Rubric) -> Iterator[tuple[Path, Criterion]]:
    for s, section in enumerate(rubric.sections):
        for c, criterion in enumerate(section.criteria):
            yield ("sections", s, "criteria", c), criterion


def _line(path: Path, document: Document) -> tuple[int, int]:
    place = document.place_of(path)
    return place.line, place.column
