"""Agents of one name, told apart by their ids wherever people read them."""

from collections import defaultdict
from dataclasses import replace

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards.report import Report


def told_apart(report: Report) -> Report:
    """The report with the id behind every name that two agents share: `Dana Price (dana-2)`."""
    ids: dict[str, set[str]] = defaultdict(set)
    for agent in (item.interaction.agent for item in report.scored):
        ids[agent.shown.casefold()].add(agent.id)
    shared = {name for name, known in ids.items() if len(known) > 1}
    if not shared:
        return report

    def apart(agent: AgentRef) -> AgentRef:
        is_shared = agent.shown.casefold() in shared
        return replace(agent, name=f"{agent.shown} ({agent.id})") if is_shared else agent

    def item_apart(item: Scored) -> Scored:
        agent = apart(item.interaction.agent)
        return replace(item, interaction=replace(item.interaction, agent=agent))

    return replace(
        report,
        scored=tuple(map(item_apart, report.scored)),
        past=tuple(replace(score, agent=apart(score.agent)) for score in report.past),
    )
