"""Check scenarios: everything found in them and between them and their rubrics."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError
from qa_toolkit.rubric.personal_data import masked, personal_data
from qa_toolkit.shops.scenarios.check import check, problems
from qa_toolkit.shops.scenarios.load import load_scenario
from qa_toolkit.shops.scenarios.rules.interface import Found
from qa_toolkit.shops.scenarios.rules.s101_no_rubric import RULE as NO_RUBRIC
from qa_toolkit.shops.scenarios.rules.s405_personal_data import RULE as PERSONAL_DATA
from qa_toolkit.strict_yaml.document import Document, Node
from qa_toolkit.workflow.rubric_files import UsableRubric, is_file, load, rubric_file, usable_rubric


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedScenario:
    """A scenario's file with all that is wrong with it.

    Attributes:
        scenario: None when the file has not the shape of one.
        rubric: None when there is none, or none that can be used.
        files: the scenario's file and those of its rubric.
    """

    scenario: Scenario | None
    rubric: UsableRubric | None
    problems: tuple[Problem, ...]
    text: str
    files: tuple[Path, ...]

    @property
    def has_errors(self) -> bool:
        return any(problem.severity == "error" for problem in self.problems)


def checked_scenario(path: Path) -> CheckedScenario:
    """Read a scenario and its rubric, and check them; whatever is wrong is in `problems`."""
    loaded = load_scenario(path)
    scenario = loaded.model
    if scenario is None:
        return CheckedScenario(
            scenario=None, rubric=None, problems=loaded.problems, text=loaded.text, files=(path,)
        )
    rubric, found = _rubric(scenario, loaded.document, path)
    found += check(scenario, rubric.rubric if rubric else None, loaded.document, str(path))
    found += problems(PERSONAL_DATA, _personal(loaded.document.root), loaded.document, str(path))
    return CheckedScenario(
        scenario=scenario,
        rubric=rubric,
        problems=tuple(sorted(found, key=lambda one: (one.line or 0, one.column or 0, one.code))),
        text=loaded.text,
        files=(path, *(rubric.files if rubric else ())),
    )


def rubric_of(name: str, folder: Path) -> Path:
    """The file of the rubric that a scenario in a folder names.

    It is looked for from that folder and in `rubrics` there, in the same way from one level above,
    and last among those that ship.

    Raises:
        UsageError: there is none.
    """
    for place in (folder, folder.resolve().parent):
        for candidate in (name, f"{name}.yaml", f"rubrics/{name}.yaml"):
            if is_file(place / candidate):
                return place / candidate
    return rubric_file(name, folder)


def _rubric(
    scenario: Scenario, document: Document, path: Path
) -> tuple[UsableRubric | None, list[Problem]]:
    """The scenario's rubric, or why there is none: the rubric's own errors are told with it."""
    try:
        file = rubric_of(scenario.rubric, path.parent)
    except UsageError as error:
        return None, [*problems(NO_RUBRIC, [_named(f"{error}: {error.hint}")], document, str(path))]
    try:
        return usable_rubric(file), []
    except UsageError:
        wrong = [one for one in load(file).problems if one.severity == "error"]
    told = _named(f"the rubric {file} has {counted(len(wrong), 'error')}")
    return None, [*problems(NO_RUBRIC, [told], document, str(path)), *wrong]


def _named(message: str) -> Found:
    return ("rubric",), message


def _personal(node: Node | None, path: tuple[str | int, ...] = ()) -> Iterator[Found]:
    """Every text of the file in which somebody's data stand."""
    if node is None:
        return
    if isinstance(node.value, str):
        for start, end, kind in personal_data(node.value):
            yield path, f"{masked(node.value[start:end])} looks like the {kind} of a real person"
    inner = node.inner.items() if isinstance(node.inner, dict) else enumerate(node.inner or ())
    for step, below in inner:
        yield from _personal(below, (*path, step))
