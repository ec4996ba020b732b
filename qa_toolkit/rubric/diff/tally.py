"""Scorecards under both versions, taken one interaction at a time → the impact."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.paired import Pairs
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Outcome, Scorecard
from qa_toolkit.rubric.diff.distribution import Distributions
from qa_toolkit.rubric.diff.impact import (
    MOST_PROBLEMS,
    Flip,
    GroupImpact,
    Impact,
    OutcomeCount,
)
from qa_toolkit.rubric.diff.match import Names
from qa_toolkit.rubric.diff.ratings import changed_ratings

_SHOWN = 0.05
"""A smaller move of a mean rounds to nothing."""


class Tally:
    """Adds up; of an interaction it keeps only what flips."""

    def __init__(self, old: Rubric, new: Rubric, names: Names) -> None:
        self._new, self._names = new, names
        self._scored = self._without_words = self._unreadable = 0
        self._total = Pairs()
        self._sections: defaultdict[str, Pairs] = defaultdict(Pairs)
        self._agents: defaultdict[str, Pairs] = defaultdict(Pairs)
        self._teams: defaultdict[str, Pairs] = defaultdict(Pairs)
        self._shown: dict[str, str] = {}
        self._outcomes: Counter[tuple[Outcome, Outcome]] = Counter()
        self._flips: list[Flip] = []
        self._problems: list[Problem] = []
        self._distributions = Distributions(old, new, names)

    def unusable(self, problem: Problem) -> None:
        """Something that could not be read."""
        self._unreadable += 1
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(problem)

    def without_words(self) -> None:
        """An interaction that has no transcript."""
        self._without_words += 1

    def add(self, interaction: Interaction, old: Scorecard, new: Scorecard) -> None:
        """One interaction, scored under both versions."""
        self._scored += 1
        self._outcomes[old.outcome, new.outcome] += 1
        self._distributions.add(old, new)
        self._add_sections(old, new)
        if old.percent is not None and new.percent is not None:
            self._add_totals(interaction, float(old.percent), float(new.percent))
        if old.outcome is not new.outcome:
            self._flips.append(self._flip(interaction, old, new))

    def impact(self, source: str) -> Impact:
        """What has come together; `source` is what to call where the interactions are from."""
        titles = {section.id: section.title for section in self._new.sections}
        sections = (section.id for section in self._new.sections if section.id in self._sections)
        return Impact(
            source=source,
            scored=self._scored,
            total=self._total.moved(),
            sections=tuple(
                GroupImpact(id=known, name=titles[known], moved=self._sections[known].moved())
                for known in sections
            ),
            outcomes=tuple(
                OutcomeCount(before=before, after=after, count=count)
                for (before, after), count in sorted(self._outcomes.items())
            ),
            flips=tuple(sorted(self._flips, key=lambda flip: flip.interaction_id)),
            agents=self._moving(self._agents),
            teams=self._moving(self._teams),
            criteria=self._distributions.criteria(),
            silent=self._distributions.silent(),
            without_words=self._without_words,
            unreadable=self._unreadable,
            problems=tuple(self._problems),
        )

    def _add_sections(self, old: Scorecard, new: Scorecard) -> None:
        before = {self._names.sections.get(part.section): part.percent for part in old.sections}
        for part in new.sections:
            was = before.get(part.section)
            if was is not None and part.percent is not None:
                self._sections[part.section].add(float(was), float(part.percent))

    def _add_totals(self, interaction: Interaction, before: float, after: float) -> None:
        self._total.add(before, after)
        agent = interaction.agent
        if agent.id:
            self._agents[agent.id].add(before, after)
            self._shown[agent.id] = agent.shown
        if agent.team:
            self._teams[agent.team].add(before, after)

    def _flip(self, interaction: Interaction, old: Scorecard, new: Scorecard) -> Flip:
        return Flip(
            interaction_id=interaction.id,
            agent=interaction.agent.shown,
            team=interaction.agent.team,
            before=old.outcome,
            after=new.outcome,
            old_percent=old.percent,
            new_percent=new.percent,
            ratings=changed_ratings(old, new, self._names),
            reason=new.reason,
        )

    def _moving(self, groups: Mapping[str, Pairs]) -> tuple[GroupImpact, ...]:
        """Those whose mean moves, by name and never by how far: it is no ranking."""
        all_of_them = (
            GroupImpact(id=known, name=self._shown.get(known, known), moved=pairs.moved())
            for known, pairs in groups.items()
        )
        moving = (group for group in all_of_them if abs(group.moved.change or 0) >= _SHOWN)
        return tuple(sorted(moving, key=lambda group: (group.name.casefold(), group.id)))
