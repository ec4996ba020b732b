"""What is worked out once for a rubric and used for every interaction."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from qa_toolkit.domain.rubric import (
    CommitmentIndicator,
    Indicator,
    OrderIndicator,
    PhraseIndicator,
    Rubric,
    SilenceIndicator,
)
from qa_toolkit.domain.score import CriterionScore
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.domain.wordings import Wordings
from qa_toolkit.scoring.assemble import Assembly
from qa_toolkit.scoring.detectors import DETECTORS
from qa_toolkit.scoring.detectors.detect import wordings_of
from qa_toolkit.scoring.finding import Index
from qa_toolkit.scoring.reading import Indexes


class Look(NamedTuple):
    """An indicator; with the wordings without which it finds nothing, where there are such."""

    indicator: Indicator
    wordings: Wordings | None
    speaker: SpeakerRole


class Prepared:
    """A criterion with what its ratings ask for again and again.

    Attributes:
        section, group: where it stands.
        asks: the criteria whose answers its conditions ask for.
        unconditional: whether it applies always.
        silent: its scores where nothing was found, of which there are few, by what they rest on.
    """

    def __init__(self, rubric: Rubric, criterion_id: str) -> None:
        self.criterion, self.section, self.group = rubric.places[criterion_id]
        self.cue = self.criterion.cue
        when = self.criterion.applies_when
        self.asks = tuple(when.answers) if when else ()
        self.unconditional = when is None
        self.silent: dict[tuple[object, ...], CriterionScore] = {}
        self._by_language = rubric.languages != ("en",)
        self._looks: dict[str | None, tuple[Look, ...]] = {}
        self._levels: dict[Decimal, int] = {}

    def looks(self, language: str | None) -> tuple[Look, ...]:
        """The indicators that work in the language spoken."""
        known = self._looks.get(language)
        if known is None:
            indicators = self.criterion.indicators
            if self._by_language:
                indicators = tuple(item for item in indicators if _works(item, language))
            known = self._looks[language] = tuple(map(_look, indicators))
        return known

    def level(self, points: Decimal) -> int:
        """The level of the scale nearest to the points, a half counting upwards."""
        known = self._levels.get(points)
        if known is None:
            levels = self.criterion.levels
            known = min(levels, key=lambda level: (abs(level - points), -level))
            self._levels[points] = known
        return known


class Plan:
    """A rubric made ready to score any number of interactions, with what it works out on the way.

    Scores are the same with any plan of the same rubric.

    Args:
        rubric: what interactions are scored against.
        at_once: whether all that is looked for shall be looked for at once: much faster for many
            interactions, but made ready in a tenth of a second.
    """

    def __init__(self, rubric: Rubric, *, at_once: bool = True) -> None:
        self.rubric = rubric
        self._at_once = at_once
        self._prepared: dict[str, Prepared] = {}

    def criterion(self, criterion_id: str) -> Prepared:
        """A criterion, prepared."""
        known = self._prepared.get(criterion_id)
        if known is None:
            known = self._prepared[criterion_id] = Prepared(self.rubric, criterion_id)
        return known

    @cached_property
    def assembly(self) -> Assembly:
        """What adds the ratings up."""
        return Assembly(self.rubric)

    @cached_property
    def indexes(self) -> Indexes:
        """One index of everything that is looked for in the words of each party."""
        if not self._at_once:
            return {}
        wanted: dict[SpeakerRole, list[Wordings]] = defaultdict(list)
        for speaker, wordings in _wanted(self.rubric):
            wanted[speaker].append(wordings)
        return {speaker: Index(known) for speaker, known in wanted.items()}


def _wanted(rubric: Rubric) -> Iterator[tuple[SpeakerRole, Wordings]]:
    for cue in rubric.cues.values():
        yield SpeakerRole.CUSTOMER, cue.wordings
        yield SpeakerRole.CUSTOMER, cue.cancelling
    for criterion in rubric.criteria():
        for indicator in criterion.indicators:
            yield from _looked_for(indicator)
    if rubric.models_used:
        for detector in DETECTORS.values():
            for wordings in wordings_of(detector):
                yield detector.speaker, wordings


def _looked_for(indicator: Indicator) -> Iterator[tuple[SpeakerRole, Wordings]]:
    match indicator:
        case PhraseIndicator():
            yield SpeakerRole(indicator.speaker), indicator.wordings
            yield SpeakerRole(indicator.speaker), indicator.cancelling
        case OrderIndicator():
            yield SpeakerRole(indicator.speaker), indicator.first_wordings
            yield SpeakerRole(indicator.speaker), indicator.then_wordings
        case SilenceIndicator():
            yield SpeakerRole.AGENT, indicator.announcing
        case _:
            return


def _works(indicator: Indicator, language: str | None) -> bool:
    if isinstance(indicator, CommitmentIndicator):  # promises are told in English only
        return language == "en"
    if isinstance(indicator, PhraseIndicator | OrderIndicator):
        return indicator.language in (None, language)
    return True


def _look(indicator: Indicator) -> Look:
    match indicator:
        case PhraseIndicator():
            return Look(indicator, indicator.wordings, SpeakerRole(indicator.speaker))
        case OrderIndicator():
            return Look(indicator, indicator.first_wordings, SpeakerRole(indicator.speaker))
        case _:
            return Look(indicator, None, SpeakerRole.AGENT)
