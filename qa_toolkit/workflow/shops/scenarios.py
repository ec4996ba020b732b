"""The scenario that a plan or a shop names: read with its rubric, and without errors."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.form_making import form_of
from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.errors import UsageError
from qa_toolkit.rubric.load import meaning_hash, read_rubric
from qa_toolkit.shops.scenarios.load import scenario_in
from qa_toolkit.shops.scenarios.version import scenario_hash
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.shops.scenario_check import checked_scenario

_KEPT_SCENARIOS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class UsableScenario:
    """A scenario without errors, with its rubric and the form by which it is logged.

    Attributes:
        hash: of its meaning and its rubric's, which is the version of the form.
        text: the file as it was.
        path: of the file; of one that was kept, its id with `.yaml`.
    """

    scenario: Scenario
    rubric: UsableRubric
    form: ShopForm
    hash: str
    text: str
    path: Path


def usable_scenario(path: Path) -> UsableScenario:
    """Read a scenario that is to be used, with its rubric.

    Raises:
        UsageError: it, or its rubric, has errors; all are in the message, with their lines.
    """
    checked = checked_scenario(path)
    if checked.scenario is None or checked.rubric is None or checked.has_errors:
        raise _refused(checked.problems, f"qa shop scenario check {path}")
    return _usable(checked.scenario, checked.rubric, checked.text, path)


@lru_cache(maxsize=_KEPT_SCENARIOS)
def scenario_from(text: str, rubric_text: str) -> UsableScenario:
    """A scenario again from the texts that were kept when shops were planned.

    Its lint rules are not asked again: what was planned stays as it is. A rubric with models comes
    without them, as people answer its form.

    Raises:
        UsageError: a text is not what this version of the toolkit can read.
    """
    loaded = scenario_in(text, Path("scenario.yaml"))
    kept = read_rubric(rubric_text, "rubric.yaml")
    if loaded.model is None or kept.rubric is None:
        raise _refused((*loaded.problems, *kept.problems), "plan the shops again")
    rubric = UsableRubric(rubric=kept.rubric, hash=kept.hash, text=kept.text)
    return _usable(loaded.model, rubric, text, Path(f"{loaded.model.id}.yaml"))


def _usable(scenario: Scenario, rubric: UsableRubric, text: str, path: Path) -> UsableScenario:
    # the rubric's meaning alone: its hash also counts the models that the machine rates with
    version = scenario_hash(scenario, meaning_hash(rubric.rubric))
    return UsableScenario(
        scenario=scenario,
        rubric=rubric,
        form=form_of(scenario, rubric.rubric, version),
        hash=version,
        text=text,
        path=path,
    )


def _refused(problems: tuple[Problem, ...], hint: str) -> UsageError:
    errors = (problem for problem in problems if problem.severity == "error")
    told = "\n".join(map(str, errors))
    return UsageError(f"the scenario cannot be used:\n{told}", hint=hint)
