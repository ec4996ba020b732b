"""What to talk about with an agent: strengths first, then at most two priorities.

A priority is chosen by weight x shortfall: how much of the total a criterion could still give,
averaged over the scorecards in which it was rated. Quotes are the agent's own moments.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rubric import Criterion, Rubric, Section
from qa_toolkit.domain.score import CriterionScore
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.shares import shares
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.scorecard_view import evidence_view
from qa_toolkit.scorecards.view import CoachingPointView, ExampleView
from qa_toolkit.scorecards.wording import DASH, clean

MOST_STRENGTHS = 3
MOST_PRIORITIES = 2
MOST_EXAMPLES = 2
STRONG = Fraction(3, 4)
"""From here up a criterion's mean is a strength."""
_SILENT = "Nothing that was said shows it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One rating of a criterion with the interaction it was given in and its place on the page."""

    scored: Scored
    anchor: str
    score: CriterionScore
    value: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """All ratings of one criterion for one agent, and the weight it has in the total."""

    section: Section
    criterion: Criterion
    weight: Fraction
    ratings: tuple[Rated, ...]

    @property
    def mean(self) -> Fraction:
        return sum((rated.value for rated in self.ratings), Fraction(0)) / len(self.ratings)

    @property
    def shortfall(self) -> Fraction:
        return self.weight * (1 - self.mean)


def courses(scored: Sequence[tuple[str, Scored]], rubric: Rubric) -> tuple[Course, ...]:
    """The rated criteria of one agent in the rubric's order, from pairs of anchor and result."""
    weights = shares(rubric)
    ratings: dict[str, list[Rated]] = {}
    for anchor, item in scored:
        for score in item.scorecard.criteria:
            if score.value is not None:
                rated = Rated(scored=item, anchor=anchor, score=score, value=score.value)
                ratings.setdefault(score.criterion, []).append(rated)
    return tuple(
        Course(
            section=section,
            criterion=criterion,
            weight=weights[criterion.id],
            ratings=tuple(ratings[criterion.id]),
        )
        for section in rubric.sections
        for criterion in section.all_criteria()
        if criterion.id in ratings
    )


def strengths(known: Sequence[Course]) -> tuple[CoachingPointView, ...]:
    """One to three strengths that words can show, the weightiest first.

    Where nothing reaches three quarters of its scale, the best that can be shown is named all
    the same: a talk begins with something that went well.
    """
    with_words = [course for course in known if any(_praise(course)) and course.mean > 0]
    strong = [course for course in with_words if course.mean >= STRONG]
    best = sorted(strong, key=lambda course: -(course.weight * course.mean))[:MOST_STRENGTHS]
    if not best and with_words:
        best = [max(with_words, key=lambda course: course.mean)]
    return tuple(_point(course, tuple(_praise(course))[:1], tip="") for course in best)


def priorities(known: Sequence[Course]) -> tuple[CoachingPointView, ...]:
    """At most two criteria, those that cost most of the total, with two moments each."""
    costly = sorted(
        (course for course in known if course.shortfall > 0), key=lambda course: -course.shortfall
    )
    return tuple(
        _point(course, tuple(_lapses(course))[:MOST_EXAMPLES], tip=_tip(course))
        for course in costly[:MOST_PRIORITIES]
    )


def _point(course: Course, examples: tuple[ExampleView, ...], *, tip: str) -> CoachingPointView:
    count = len(course.ratings)
    full = sum(rated.value == 1 for rated in course.ratings)
    mean = wording.number(100 * course.mean)
    return CoachingPointView(
        question=clean(course.criterion.question),
        section=clean(course.section.title),
        finding=(
            f"{mean} % of its scale on average; fully shown in {full} of "
            f"{counted(count, 'rated interaction')}."
        ),
        tip=tip,
        examples=examples,
    )


def _praise(course: Course) -> Iterator[ExampleView]:
    """The best moments that words show: best rating first, strongest quote first.

    A visit leaves no words behind: there the rating itself is the moment.
    """
    for rated in sorted(course.ratings, key=lambda rated: -rated.value):
        quotes = [item for item in rated.score.evidence if item.effect > 0 and item.quote]
        if quotes:
            yield _example(course, rated, quotes[0])
        elif rated.value and not rated.scored.transcript.turns:
            yield _example(course, rated, None)


def _lapses(course: Course) -> Iterator[ExampleView]:
    """The moments to work on: those with words first, and of them the worst.

    Words against it come before words that reached only a part of it.
    """
    below = [(rated, _telling(rated)) for rated in course.ratings if rated.value < 1]
    for rated, item in sorted(below, key=lambda pair: (pair[1] is None, pair[0].value)):
        yield _example(course, rated, item)


def _telling(rated: Rated) -> Evidence | None:
    quotes = [
        item for item in rated.score.evidence if item.quote and (item.effect <= 0 or rated.value)
    ]
    return min(quotes, key=lambda item: item.effect, default=None)


def _example(course: Course, rated: Rated, item: Evidence | None) -> ExampleView:
    interaction, points = rated.scored.interaction, rated.score.points
    level = "" if points is None else course.criterion.levels.get(points, "")
    quoted = None if item is None else evidence_view(item, rated.scored, rated.anchor)
    place = (
        wording.CHANNELS[interaction.channel],
        clean(interaction.id),
        wording.date_and_time(interaction.started_at).replace(DASH, ""),
        quoted.when if quoted else "",
    )
    return ExampleView(
        before=quoted.before if quoted else "",
        quote=quoted.quote if quoted else "",
        after=quoted.after if quoted else "",
        speaker=quoted.speaker if quoted else "",
        silent="" if quoted or not rated.scored.transcript.turns else _SILENT,
        reason=clean(wording.beyond(rated.score.reason, level)),
        level=clean(level),
        where=" · ".join(filter(None, place)),
        anchor=quoted.anchor if quoted else rated.anchor,
    )


def _tip(course: Course) -> str:
    """The rubric's tip for the level reached most often below the top, else the next level."""
    levels, tips = course.criterion.levels, course.criterion.tips
    below = Counter(
        rated.score.points
        for rated in course.ratings
        if rated.value < 1 and rated.score.points is not None
    )
    usual = min(below, key=lambda points: (-below[points], points))
    if usual in tips:
        return clean(tips[usual])
    if course.criterion.type == "yes_no" and not course.criterion.scale:
        return ""  # "Next step: Yes." says nothing
    higher = [level for level in sorted(levels) if level > usual]
    goal = levels[higher[0]] if higher else ""
    return f"Next step: {clean(goal)}." if goal else ""
