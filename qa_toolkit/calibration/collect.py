"""Ratings gathered from one file or several: one for each evaluator, interaction and criterion."""

from collections.abc import Callable
from dataclasses import replace

from qa_toolkit.calibration.ratings import Evaluator, Rating, Read
from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.domain.wording import counted

Place = Callable[[str, Severity], Problem]
"""Makes a problem of a message, with the place of the rating in its file."""


class Collected:
    """Ratings as they come in; the first of two that contradict each other stands."""

    def __init__(self) -> None:
        self._ratings: dict[str, dict[tuple[str, str], Rating]] = {}
        self._agents: dict[str, str] = {}
        self._problems: list[Problem] = []
        self._repeated: dict[str, tuple[Problem, int]] = {}

    def add(self, evaluator: str, rating: Rating, place: Place) -> None:
        """Keep a rating; one that was given before is told."""
        own = self._ratings.setdefault(evaluator, {})
        key = (rating.interaction, rating.criterion)
        known = own.setdefault(key, rating)
        if known is rating:
            return
        same = (known.status, known.value) == (rating.status, rating.value)
        what = (
            "the same rating again" if same else "another rating than before; the first one counts"
        )
        self.problem(
            place(
                f"{evaluator}, {rating.interaction}, {rating.criterion}: {what}",
                "warning" if same else "error",
            )
        )

    def agent(self, interaction: str, agent: str) -> None:
        """Note who served in an interaction; what is said first holds."""
        if agent:
            self._agents.setdefault(interaction, agent)

    def problem(self, problem: Problem) -> None:
        """Note something that could not be used."""
        self._problems.append(problem)

    def repeated(self, key: str, problem: Problem) -> None:
        """Note what may be wrong in every row: it is told once, with its number."""
        first, count = self._repeated.get(key, (problem, 0))
        self._repeated[key] = (first, count + 1)

    def read(self) -> Read:
        """All that was gathered, evaluators in the order in which they came."""
        many = [_with_count(first, count) for first, count in self._repeated.values()]
        return Read(
            evaluators=tuple(
                Evaluator(name=name, ratings=tuple(own.values()))
                for name, own in self._ratings.items()
            ),
            agents=self._agents,
            problems=(*self._problems, *many),
        )


def _with_count(problem: Problem, count: int) -> Problem:
    if count == 1:
        return problem
    more = f" (and {counted(count - 1, 'more row')})"
    return replace(problem, message=problem.message + more)
