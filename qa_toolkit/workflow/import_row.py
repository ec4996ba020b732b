"""One row of a workbook beside what the project knows: is it right, is it new, does it collide?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from qa_toolkit.domain.override import Override, RootCause, in_force, ratings_hash
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.domain.said import tidy
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.read_back import OverrideRow, Rating
from qa_toolkit.workflow.ratings import levels_in_words

EXPORT_ANEW = "export a new workbook and take the change over: qa export"
_MOST_TOLD = 60
_EMPTIED = "Override was emptied"
_STATUSES: Mapping[Rating, RatingStatus | None] = {None: None, "na": RatingStatus.NOT_APPLICABLE}
Content = tuple[Rating, str, RootCause | None]
"""What a person says: rating, reason, root cause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A row with what is known of its rating.

    Attributes:
        interaction: its id in the project.
        history: all that people said of this rating, the oldest first.
        base: what was in force when the workbook was written; None for nothing.
        scored: as the machine rates it; None where it has no scorecard of this rubric now.
        exported: hash of the machine's ratings in the workbook; None where it held none.
        reviewer: who says so where the row names nobody; may be empty.
    """

    row: OverrideRow
    interaction: str
    rubric: Rubric
    criterion: Criterion
    history: tuple[Override, ...]
    base: Override | None
    scored: Scored | None
    exported: str | None
    reviewer: str

    @property
    def now(self) -> Override | None:
        """What is in force."""
        return in_force(self.history).get(self.criterion.id)

    @property
    def since(self) -> tuple[Override, ...]:
        """What was said after the override that was in force then."""
        return tuple(item for item in self.history if item.number > self.row.based_on)

    @property
    def by(self) -> str:
        """Whoever the row names; but a name that stood there before did not say the new thing."""
        named = self.row.reviewer
        if self.base is not None and named == tidy(self.base.by):
            return self.reviewer or named
        return named or self.reviewer


def content(row: OverrideRow) -> Content:
    """What a row says."""
    return row.rating, row.reason, row.cause


def said(override: Override | None) -> Content:
    """What an override says, in the form of a row; nothing where there is none."""
    if override is None or override.status is None:
        return None, "", None
    rating: Rating = override.points if override.status is RatingStatus.RATED else "na"
    return rating, tidy(override.reason), override.cause


def shown(override: Override) -> str:
    """The rating as a cell shows it."""
    match said(override)[0]:
        case None:
            return "nothing"
        case "na":
            return layout.NOT_APPLICABLE
        case points:
            return str(points)


def brief(text: str) -> str:
    """What somebody typed, as a message names it."""
    return text if len(text) <= _MOST_TOLD else f"{text[:_MOST_TOLD]}…"


def mistakes(case: Case) -> Iterator[Problem]:
    """What is wrong in a row that says something new."""
    row, criterion = case.row, case.criterion
    allowed = f"one of: {levels_in_words(criterion, layout.NOT_APPLICABLE)}"
    if row.rating is None and case.base is None:
        yield Problem(
            source=row.place("reason" if row.reason else "cause"),
            message="it says why, but Override is empty",
            hint="choose the rating too, also where it is the machine's own; or clear this cell",
        )
    elif row.rating == "na" and not criterion.na_allowed:
        message = f"{criterion.id} may not be answered with {layout.NOT_APPLICABLE}"
        yield Problem(source=row.place(), message=message, hint=allowed)
    elif isinstance(row.rating, int) and row.rating not in criterion.levels:
        message = f"{row.rating} is not on the scale of {criterion.id}"
        yield Problem(source=row.place(), message=message, hint=allowed)
    elif row.rating is not None and not row.reason and row.rating != _machine(case):
        message = "the rating was changed, and nothing says why"
        hint = "say why in a sentence: the agent will read it"
        yield Problem(source=row.place("reason"), message=message, hint=hint)


def override_of(case: Case) -> Override:
    """What the row says, to be kept. An emptied cell takes back what was said before."""
    row, reason, cause = case.row, case.row.reason, case.row.cause
    if row.rating is None:  # the reason that is left beside an emptied cell is the old one
        is_old = reason == said(case.base)[1]
        reason, cause = (_EMPTIED if is_old or not reason else reason), None
    return Override(
        interaction_id=case.interaction,
        rubric_id=case.rubric.id,
        rubric_version=case.rubric.version,
        criterion=case.criterion.id,
        status=_STATUSES.get(row.rating, RatingStatus.RATED),
        points=row.rating if isinstance(row.rating, int) else None,
        reason=reason,
        cause=cause,
        by=case.by,
        source=tidy(PurePath(row.file).name),
    )


def is_new(case: Case, override: Override) -> bool:
    """Whether nobody has said it yet: neither a person nor an earlier import of this workbook."""
    now = case.now
    if said(override) == said(now):
        return False
    if _number(now) == case.row.based_on:
        return True
    same = [item for item in case.since if said(item) == said(override)]
    if said(now)[0] == case.row.rating:
        return not same
    return not any(item.source == override.source for item in same)


def conflict_of(case: Case, override: Override) -> Problem | None:
    """What was done since the workbook was written and speaks against it; None for nothing.

    Whoever changes their mind in a workbook that was imported before collides with nobody.
    """
    row, now = case.row, case.now
    name, message, hint = brief(row.interaction), "", EXPORT_ANEW
    if case.scored is None:
        message, hint = f"{name} has no scorecard of this rubric now", "qa score, then qa export"
    elif case.exported is None:
        message = f"{name} was not in this workbook when it was exported"
    elif case.exported != ratings_hash(case.scored.as_rated):
        message = f"the machine rates {name} differently since this was exported"
    elif (
        _number(now) != row.based_on
        and said(now)[0] != row.rating
        and any((item.source, item.by) != (override.source, override.by) for item in case.since)
    ):
        since = now or case.history[-1]
        did = "took the override back" if now is None else f"rated it {shown(now)}"
        message = f"{since.by} {did} since this was exported, on {since.made_at[:10]}"
        message += f": {since.reason}" if since.reason else ""
    return Problem(source=row.place(), message=message, hint=hint) if message else None


def _machine(case: Case) -> Rating:
    """The machine's rating in the form of a row."""
    score = case.scored.as_rated.score_of(case.criterion.id) if case.scored else None
    if score is None:
        return None
    return "na" if score.status is RatingStatus.NOT_APPLICABLE else score.points


def _number(override: Override | None) -> int:
    return 0 if override is None else override.number
