"""What an export shows, built from samples: their scorecards within a scope."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.sample import Member, Sample
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards.report import Promise, Report
from qa_toolkit.signals import measure
from qa_toolkit.store import coaching, interactions
from qa_toolkit.workflow.clock import clock_of, now
from qa_toolkit.workflow.commitments import Wanted, list_commitments
from qa_toolkit.workflow.overrides import Histories, effective
from qa_toolkit.workflow.past_scores import past_scores
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.scope import Scope, day_of, interactions_of
from qa_toolkit.workflow.score import not_scored, problems_of_imports, scored_of

_ALIKE = (
    "Drawn in {samples}: each interaction is shown once and counts as one. The figures describe "
    "these scorecards; for an estimate of all contacts, take one sample."
)
_UNDATED = "{undated} without a date: in no period, and not shown."


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was drawn, with the days it took place.

    Attributes:
        scored: with a scorecard, as it counts.
        missing: without one.
        overrides: all that people said of the ratings, by interaction.
    """

    scored: tuple[tuple[Scored, date | None], ...]
    missing: tuple[tuple[Interaction, date | None], ...]
    overrides: Histories


def build_report(
    project: Project,
    drawn: Sequence[Sample],
    rubric: UsableRubric,
    scope: Scope | None = None,
    *,
    not_imported: Iterable[Problem] | None = None,
) -> Report:
    """Everything that outputs may show of these samples, as people have corrected it.

    Args:
        project: holds it.
        drawn: one sample, whose chances weigh the figures; or several, whose interactions are
            each shown once and count alike.
        rubric: only its scorecards.
        scope: what of the samples is shown; None for all.
        not_imported: what an import could not use; else what the last ones could not.
    """
    shown = scope or Scope()
    found = found_in(project, _of_agents(project, drawn, shown), rubric)
    scored = tuple(item for item, day in found.scored if shown.holds(item.interaction.agent, day))
    missing = [item for item, day in found.missing if shown.holds(item.agent, day)]
    ids = frozenset(item.interaction.id for item in scored)
    agents = [item.interaction.agent.id for item in scored]
    present = now(project)
    imports = problems_of_imports(project) if not_imported is None else tuple(not_imported)
    return Report(
        scored=scored,
        rubric=rubric.rubric,
        sample=drawn[0] if len(drawn) == 1 else None,
        left_out=_left_out(project, drawn, scored, missing, imports if shown.is_all else ()),
        scope=_told(drawn, shown),
        notes=_notes(drawn, shown, found),
        drawn=Counter((*agents, *(item.agent.id for item in missing))),
        overrides={name: said for name, said in found.overrides.items() if name in ids},
        promises=_promises(project, ids, present),
        coaching=coaching.entries(project.database, frozenset(agents)),
        past=past_scores(project, drawn, rubric, shown, [item for item, _ in found.scored]),
        today=present.date(),
        rubric_hash=rubric.hash,
        measure=measure,
    )


def _of_agents(project: Project, drawn: Sequence[Sample], scope: Scope) -> Sequence[Sample]:
    """The samples with the scope's agents only: what nobody asked for is not loaded."""
    if not (scope.agents or scope.team):
        return drawn
    wanted = interactions_of(project, scope)
    return [
        replace(sample, members=tuple(m for m in sample.members if m.interaction_id in wanted))
        for sample in drawn
    ]


def found_in(project: Project, drawn: Sequence[Sample], rubric: UsableRubric) -> Found:
    """What was drawn; in several samples, an interaction is taken from the last that drew it."""
    scored: list[Scored] = []
    names: set[str] = set()
    for sample in reversed(drawn):
        new = tuple(m for m in sample.members if m.interaction_id not in names)
        names |= {member.interaction_id for member in new}
        scored += scored_of(project, replace(sample, members=new), rubric)
    counting, histories = effective(project, scored, rubric.rubric)
    known = {item.interaction.id for item in scored}
    others = (interactions.get(project.database, name) for name in sorted(names - known))
    return Found(
        scored=tuple(
            (_by_local_clock(project, item), day_of(project, item.interaction))
            for item in sorted(counting, key=lambda item: item.interaction.id)
        ),
        missing=tuple((item, day_of(project, item)) for item in others if item is not None),
        overrides=histories,
    )


def _by_local_clock(project: Project, item: Scored) -> Scored:
    """With its beginning in the project's time zone, in which people and periods count days."""
    started_at = clock_of(project, item.interaction)
    return replace(item, interaction=replace(item.interaction, started_at=started_at))


def _left_out(
    project: Project,
    drawn: Sequence[Sample],
    scored: Sequence[Scored],
    missing: Iterable[Interaction],
    not_imported: Iterable[Problem],
) -> tuple[Problem, ...]:
    """What has no score; what was never imported belongs to nobody, and only to the whole."""
    names = [item.interaction.id for item in scored] + [item.id for item in missing]
    shown = replace(
        drawn[-1], members=tuple(Member(interaction_id=name, stratum="") for name in names)
    )
    return not_scored(project, shown, scored, not_imported)


def _told(drawn: Sequence[Sample], scope: Scope) -> tuple[tuple[str, str], ...]:
    several = (("Samples", f"all {len(drawn)}"),) if len(drawn) > 1 else ()
    return (*several, *scope.told)


def _notes(drawn: Sequence[Sample], scope: Scope, found: Found) -> tuple[str, ...]:
    days = [(item.interaction.agent, day) for item, day in found.scored]
    undated = sum(scope.serves(agent) for agent, day in days if day is None)
    notes = (
        _ALIKE.format(samples=counted(len(drawn), "sample")) if len(drawn) > 1 else "",
        _UNDATED.format(undated=counted(undated, "scorecard")) if scope.period and undated else "",
    )
    return tuple(filter(None, notes))


def _promises(
    project: Project, ids: frozenset[str], present: datetime
) -> dict[str, tuple[Promise, ...]]:
    """What was promised in these interactions, the earliest due first."""
    promised: dict[str, list[Promise]] = defaultdict(list)
    for tracked in list_commitments(project, Wanted(sample=ids), present):
        kept = tracked.kept
        promise = Promise(
            id=kept.id,
            commitment=kept.commitment,
            status=tracked.status,
            verdict=tracked.verdict,
        )
        promised[kept.interaction.id].append(promise)
    return {name: tuple(some) for name, some in promised.items()}
