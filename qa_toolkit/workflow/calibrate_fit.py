"""Fit: a model's weights, learned on by a site's own ratings, with what that is worth."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from pathlib import Path

from qa_toolkit.calibration.benefit import Benefit, benefit
from qa_toolkit.calibration.collect import Collected
from qa_toolkit.calibration.criteria import Criteria
from qa_toolkit.calibration.fit import STRENGTHS, Rated, fit
from qa_toolkit.calibration.levels import Levels, levels_of
from qa_toolkit.calibration.ratings import Read
from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.domain.wording import counted, listed
from qa_toolkit.errors import UsageError
from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.models import Learned, Model
from qa_toolkit.scoring.models.predict import feature_values
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure
from qa_toolkit.store import interactions, transcripts
from qa_toolkit.workflow.against import interactions_of
from qa_toolkit.workflow.calibrate_files import gather
from qa_toolkit.workflow.calibrate_model import model_of
from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.rubric_files import UsableRubric

FEWEST = 20
_FEWEST_OTHERS = 5
_MOST_PLACES = 21


@dataclass(frozen=True, slots=True, kw_only=True)
class FitReport:
    """A fitted model, and what it is worth.

    Attributes:
        levels: the scale of the ratings.
        ratings: that the model learned from, one an interaction.
        without_words: rated interactions whose transcript is not there.
        left_out: rated interactions in another language, or in which the one judged is silent.
        strength: how many ratings the model there was counts for.
        share: of what the model there was says, in what the fitted one says.
    """

    model: Model
    base: Model
    criterion: str
    levels: Levels
    ratings: int
    without_words: tuple[str, ...]
    left_out: tuple[str, ...]
    strength: float
    share: float
    benefit: Benefit
    problems: tuple[Problem, ...]

    @property
    def keeps_weights(self) -> bool:
        """Whether the weights there are proved to be the best."""
        return self.strength == STRENGTHS[-1] and not self.contradicts

    @property
    def contradicts(self) -> bool:
        """Whether ratings fall where the model there was rises, so that it counts for nothing."""
        return self.share == 0


def fit_model(
    ratings: Path,
    base: Model,
    *,
    name: str,
    criterion: str = "",
    rubric: UsableRubric | None = None,
    spoken: str = "",
    stdin: Iterable[bytes] = (),
    project: Path | None = None,
) -> FitReport:
    """Fit a model to the ratings of a file.

    Args:
        ratings: as `qa calibrate agreement` reads them; several evaluators' are averaged.
        base: the model there is.
        name: of the fitted one.
        criterion: whose ratings; needed where the file has several.
        rubric: resolves levels and options, and says where the scale ends.
        spoken: lines, a project or a folder with the transcripts; else the project's.
        stdin: what `-` means.
        project: the folder; else the one around the current folder.

    Raises:
        UsageError: a file cannot be used, or the ratings are too few or too much alike.
    """
    criteria = Criteria(rubric.rubric if rubric else None)
    collected = Collected()
    gather(ratings, ratings.stem, criteria, collected, criterion)
    read = collected.read()
    chosen = _criterion(read, criterion, criteria)
    levels = levels_of(read.evaluators, criteria).get(chosen, ())
    means = _means(read, chosen)
    _check(len(means), list(means.values()), "rated", read)
    found = {known.id: (known, words) for known, words in _spoken(means, spoken, stdin, project)}
    values = {key: _rated(base, *both, means[key], levels) for key, both in found.items()}
    usable = [item for item in values.values() if item is not None]
    _check(len(usable), [means[item.interaction] for item in usable], "rated and have words", read)
    result = fit(usable)
    targets = [item.target for item in usable]
    worth = benefit(
        [item.log_odds for item in usable], result.before, result.unseen, targets, _places(levels)
    )
    learned = Learned(
        corpus=f"ratings of {chosen}" if chosen else "ratings",
        items=len(usable),
        licence="the site's own",
        source=f"{base.name} {base.version} fitted to ratings {levels[0]:g} to {levels[-1]:g}",
    )
    return FitReport(
        model=model_of(base, result.fitted, name, learned, worth),
        base=base,
        criterion=chosen,
        levels=levels,
        ratings=len(usable),
        without_words=tuple(key for key in means if key not in found),
        left_out=tuple(key for key, item in values.items() if item is None),
        strength=result.fitted.strength,
        share=result.fitted.share,
        benefit=worth,
        problems=read.problems,
    )


def _criterion(read: Read, named: str, criteria: Criteria) -> str:
    rated = dict.fromkeys(
        rating.criterion
        for one in read.evaluators
        for rating in one.ratings
        if rating.value is not None
    )
    if named:
        known = criteria.find(named)
        if known not in rated:
            raise UsageError(
                f"there are no ratings of '{named}'", hint=f"rated are {listed(list(rated))}"
            )
        return known
    if len(rated) > 1:
        raise UsageError("several criteria are rated", hint=f"--criterion {next(iter(rated))}")
    return next(iter(rated), "")


def _means(read: Read, criterion: str) -> dict[str, float]:
    """The mean rating of each interaction over its evaluators."""
    given: dict[str, list[float]] = {}
    for one in read.evaluators:
        for rating in one.ratings:
            if rating.criterion == criterion and rating.value is not None:
                given.setdefault(rating.interaction, []).append(rating.value)
    return {name: fsum(values) / len(values) for name, values in sorted(given.items())}


def _check(number: int, values: Sequence[float], what: str, read: Read) -> None:
    """Refuse to learn from what cannot teach anything."""
    if number < FEWEST:
        wrong = f"; {counted(len(read.problems), 'problem')}" if read.problems else ""
        raise UsageError(
            f"{counted(number, 'interaction')} {what}{wrong}: too few to learn from",
            hint=f"{FEWEST} are the least; a hundred and more are worth it",
        )
    commonest = max(map(values.count, set(values)))
    if number - commonest < _FEWEST_OTHERS:
        raise UsageError(
            f"{commonest} of {number} ratings are the same: nothing can be learned from them",
            hint="add interactions that were rated differently",
        )


def _spoken(
    wanted: Mapping[str, float], spoken: str, stdin: Iterable[bytes], project: Path | None
) -> Iterator[tuple[Interaction, Transcript]]:
    """The rated interactions whose words are there."""
    if spoken:
        for found in interactions_of(spoken, stdin, ()):
            if (
                not isinstance(found, Problem)
                and found.transcript is not None
                and found.interaction.id in wanted
            ):
                yield found.interaction, found.transcript
        return
    with open_project(project) as opened:
        for name in wanted:
            known = interactions.get(opened.database, name)
            words = transcripts.current(opened.database, name)
            if known is not None and words is not None:
                yield known, words[1]


def _rated(
    base: Model, interaction: Interaction, transcript: Transcript, value: float, levels: Levels
) -> Rated | None:
    """The values of the model's features beside the rating; None where it has nothing to judge."""
    facts = interaction.facts()
    reading = Reading(transcript=transcript, signals=measure(transcript), facts=facts)
    language = transcript.language.lower().partition("-")[0]
    foreign = language and language != base.language
    if foreign or not reading.turns_of(base.speaker):
        return None
    values = feature_values(base, reading, detect(reading))
    return Rated(
        interaction=interaction.id,
        values=values,
        log_odds=base.log_odds(values),
        target=_share(value, levels),
    )


def _places(levels: Levels) -> list[float]:
    """The levels in 0..1; of a scale with very many, such as percent, every twentieth."""
    if len(levels) > _MOST_PLACES:
        return [place / (_MOST_PLACES - 1) for place in range(_MOST_PLACES)]
    return [_share(level, levels) for level in levels]


def _share(value: float, levels: Levels) -> float:
    return (value - levels[0]) / (levels[-1] - levels[0])
