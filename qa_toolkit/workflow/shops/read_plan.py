"""A plan's file with the scenarios that it names: all that is wrong with either, at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.plan import PlanFile
from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.planning.checks.check import located
from qa_toolkit.shops.planning.checks.found import Found
from qa_toolkit.shops.planning.load import load_plan
from qa_toolkit.strict_yaml.load import Loaded
from qa_toolkit.workflow.rubric_files import is_file
from qa_toolkit.workflow.shops.scenario_check import checked_scenario
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
    problems = [*loaded.problems, *_scenarios(loaded, usable)]
    errors = [one for one in problems if one.severity == "error"]
    if loaded.model is None or errors:
        told = "\n".join(str(one) for one in errors or problems)
        raise UsageError(f"the plan cannot be used:\n{told}")
    return UsablePlan(file=loaded.model, text=loaded.text, usable=usable, remarks=tuple(problems))


def _scenarios(loaded: Loaded[PlanFile], usable: dict[str, UsableScenario]) -> Iterator[Problem]:
    """Read what the orders name into `usable`; P107 to P109 is what keeps it from being used."""
    if loaded.model is None:
        return
    found: list[Found] = []
    for n, name in enumerate(order.scenario for order in loaded.model.orders):
        place = ("orders", n, "scenario")
        path = loaded.path.parent / name
        if name in usable:
            continue
        if not is_file(path):
            message = f"there is no scenario '{name}'{_near(path)}"
            found.append(Found("P107", place, message, f"looked for {path}"))
            continue
        try:
            usable[name] = usable_scenario(path)
        except UsageError:
            wrong = [one for one in checked_scenario(path).problems if one.severity == "error"]
            message = f"the scenario '{name}' has {counted(len(wrong), 'error')}"
            found.append(Found("P108", place, message, f"qa shop scenario check {path}"))
            yield from wrong
            continue
        for other, one in usable.items():
            if other != name and one.scenario.id == usable[name].scenario.id:
                message = f"'{name}' and '{other}' are both the scenario '{one.scenario.id}'"
                found.append(Found("P109", place, message, "give each scenario its own id"))
    yield from located(found, loaded.document, str(loaded.path))


def _near(path: Path) -> str:
    """A file beside a missing one that may have been meant."""
    try:
        beside = [one.name for one in path.parent.glob("*.yaml")]
    except OSError:  # a name that no folder can have
        return ""
    return did_you_mean(path.name, beside)
