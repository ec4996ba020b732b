"""A plan's file with the scenarios that it names: all that is wrong with either, at once."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.close_words import closest
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.plan import PlanFile
from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.planning.checks.check import in_order, located
from qa_toolkit.shops.planning.checks.found import Found
from qa_toolkit.shops.planning.checks.written import texts_of
from qa_toolkit.shops.planning.load import load_plan
from qa_toolkit.strict_yaml.load import Loaded
from qa_toolkit.workflow.rubric_files import is_file
from qa_toolkit.workflow.shops.scenario_check import checked_scenario
from qa_toolkit.workflow.shops.scenario_init import SCENARIOS
from qa_toolkit.workflow.shops.scenarios import UsableScenario, usable_scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class UsablePlan:
    """A plan's file without errors, with its scenarios.

    Attributes:
        text: the file as it was.
        usable: scenarios by `Order.scenario`.
        remarks: warnings and what else is worth knowing.
    """

    file: PlanFile
    text: str
    usable: Mapping[str, UsableScenario]
    remarks: tuple[Problem, ...]

    @property
    def scenarios(self) -> dict[str, Scenario]:
        return {name: one.scenario for name, one in self.usable.items()}

    @property
    def hashes(self) -> dict[str, str]:
        return {name: one.hash for name, one in self.usable.items()}


def usable_plan(path: Path) -> UsablePlan:
    """Read a plan's file and the scenarios beside it.

    Raises:
        UsageError: it, or a scenario, has errors; all are in the message, with their lines.
    """
    loaded = load_plan(path)
    usable: dict[str, UsableScenario] = {}
    found = [*loaded.problems, *_scenarios(loaded, usable)]
    own = in_order(one for one in found if one.source == str(path))
    problems = [*own, *(one for one in found if one.source != str(path))]
    errors = [one for one in problems if one.severity == "error"]
    if loaded.model is None or errors:
        told = "\n".join(str(one) for one in errors or problems)
        raise UsageError(f"the plan cannot be used:\n{told}")
    return UsablePlan(file=loaded.model, text=loaded.text, usable=usable, remarks=tuple(problems))


def _scenarios(loaded: Loaded[PlanFile], usable: dict[str, UsableScenario]) -> Iterator[Problem]:
    """Read what the orders name into `usable`; P107 to P109 is what keeps it from being used.

    They are named beside mistakes of the file's shape, and so taken from what stands in it.
    """
    found: list[Found] = []
    refused: set[str] = set()
    named = () if loaded.document.problems else texts_of(loaded.document, "orders", "scenario")
    for place, written in named:
        name = written.strip()
        path = loaded.path.parent / name
        if not name or name in usable or name in refused:
            continue
        if not is_file(path):
            message = f"there is no scenario '{name}'{_near(path, loaded.path.parent)}"
            found.append(Found("P107", place, message, f"looked for {path}"))
            continue
        try:
            usable[name] = usable_scenario(path)
        except UsageError:
            wrong = [one for one in checked_scenario(path).problems if one.severity == "error"]
            refused.add(name)
            message = f"the scenario '{name}' has {counted(len(wrong), 'error')}"
            found.append(Found("P108", place, message, f"qa shop scenario check {path}"))
            yield from wrong
            continue
        for other, one in usable.items():
            if other != name and one.scenario.id == usable[name].scenario.id:
                message = f"'{name}' and '{other}' are both the scenario '{one.scenario.id}'"
                found.append(Found("P109", place, message, "give each scenario its own id"))
    yield from located(found, loaded.document, str(loaded.path))


def _near(path: Path, folder: Path) -> str:
    """A file beside a missing one, or among the scenarios there, that may have been meant."""
    try:
        beside = {one.name: one for one in (folder / SCENARIOS).glob("*.yaml")}
        beside |= {one.name: one for one in path.parent.glob("*.yaml")}
    except (OSError, ValueError):  # a name that no folder can have
        return ""
    near = closest(path.name, beside)
    if near is None:
        return ""
    return f", did you mean '{Path(os.path.relpath(beside[near], folder)).as_posix()}'?"
