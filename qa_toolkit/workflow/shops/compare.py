"""Shops together: by location, beside monitored contacts, by shopper; and as a report to export."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.shop.figures import ShopFigures
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.shops_view import shops_view
from qa_toolkit.scorecards.view import ShopsView
from qa_toolkit.shops.effects import at_locations, compared, shopper_effects, total_compared
from qa_toolkit.signals import measure
from qa_toolkit.store import coaching, interactions, samples
from qa_toolkit.workflow.clock import clock_of, now
from qa_toolkit.workflow.overrides import effective
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.scope import day_of
from qa_toolkit.workflow.score import scorecards_of
from qa_toolkit.workflow.shops.final import Asked, Final, final_by_rubric, final_shops, is_at

_MONITORED = (
    "Monitored contacts are all that samples of this project drew and this rubric scored. Each "
    "counts as one, whatever its chance to be drawn was: their figures describe these contacts and "
    "estimate no others. They are rated from their words, shops by the shopper who was there."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The figures of final shops of one rubric, exact and as they are shown."""

    rubric: Rubric
    scope: tuple[tuple[str, str], ...]
    figures: ShopFigures
    view: ShopsView


def compare_shops(project: Project, asked: Asked) -> tuple[Comparison, ...]:
    """The figures of the final shops asked for, rubric by rubric.

    Raises:
        UsageError: there is none, or no such plan, location or rubric.
    """
    return tuple(_comparison(project, found) for found in final_by_rubric(project, asked))


def shop_report(project: Project, asked: Asked) -> Report:
    """What an export of final shops shows, with the monitored contacts of the same rubric.

    Figures are of the shops; monitored contacts stand beside them.

    Raises:
        UsageError: there is none, no such plan, location or rubric, or several rubrics.
    """
    return _report(project, final_shops(project, asked))


def _comparison(project: Project, found: Final) -> Comparison:
    report = _report(project, found)
    figures = report.shops or ShopFigures()
    return Comparison(
        rubric=report.rubric,
        scope=report.scope,
        figures=figures,
        view=shops_view(figures, report.rubric),
    )


def _report(project: Project, found: Final) -> Report:
    staged = _scored(project, [item.id for item in found.shops], found.rubric)
    staged = list(_with_known_agents(staged, interactions.agents(project.database)))
    monitored = [item for item in _monitored(project, found.rubric) if _fits(project, item, found)]
    cards, histories = effective(project, [*staged, *monitored], found.rubric.rubric)
    agents = [item.interaction.agent.id for item in staged]
    everybody = frozenset(item.interaction.agent.id for item in cards)
    return Report(
        scored=cards,
        rubric=found.rubric.rubric,
        scope=found.told,
        notes=(_MONITORED,) if monitored else (),
        drawn=Counter(agents),
        overrides=histories,
        coaching=coaching.entries(project.database, everybody),
        today=now(project).date(),
        rubric_hash=found.rubric.hash,
        measure=measure,
        shops=shop_figures(found.rubric.rubric, cards),
        counted=frozenset(item.interaction.id for item in staged) if monitored else None,
    )


def shop_figures(rubric: Rubric, scored: Sequence[Scored]) -> ShopFigures:
    """All figures of scorecards as they count; nothing is compared without monitored ones."""
    beside = any(not item.interaction.staged for item in scored)
    return ShopFigures(
        locations=at_locations(rubric, scored),
        shoppers=shopper_effects(scored),
        total=total_compared(scored) if beside else None,
        compared=compared(rubric, scored) if beside else (),
    )


def _with_known_agents(staged: Iterable[Scored], agents: Iterable[AgentRef]) -> Iterator[Scored]:
    """Shops with the agent whom the project knows by that name by now.

    Who was on the roster only, when the shop became final, has the name for an id.
    """
    by_name: dict[str, dict[str, AgentRef]] = {}
    for agent in agents:
        if agent.name:
            by_name.setdefault(agent.name.casefold(), {})[agent.id] = agent
    for item in staged:
        own = item.interaction.agent
        known = () if own.name else tuple(by_name.get(own.id.casefold(), {}).values())
        if len(known) != 1:
            yield item
            continue
        agent = replace(known[0], team=own.team or known[0].team)
        yield replace(item, interaction=replace(item.interaction, agent=agent))


def _monitored(project: Project, rubric: UsableRubric) -> list[Scored]:
    drawn = samples.all_of(project.database)
    ids = {member.interaction_id for sample in drawn for member in sample.members}
    found = _scored(project, sorted(ids), rubric)
    return [item for item in found if not item.interaction.staged]


def _scored(project: Project, ids: Sequence[str], rubric: UsableRubric) -> list[Scored]:
    """With their beginnings in the project's time zone, in which people count days."""
    return [
        replace(
            item,
            interaction=replace(item.interaction, started_at=clock_of(project, item.interaction)),
        )
        for item in scorecards_of(project, ids, rubric, words=True)
    ]


def _fits(project: Project, item: Scored, found: Final) -> bool:
    """Whether a monitored contact is of the period and location that are asked for."""
    if found.location is not None and not is_at(found.location, item.interaction):
        return False
    return found.period is None or found.period.holds(day_of(project, item.interaction))
