"""Check rubrics: everything found in them, as one report that every output can show."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.findings.report import Report, RuleText
from qa_toolkit.rubric.case_files import case_files
from qa_toolkit.rubric.load import LoadedRubric
from qa_toolkit.rubric.rules import RULES
from qa_toolkit.rubric.sources import STDIN, rubric_files
from qa_toolkit.strict_yaml.decode import read_file, read_regular
from qa_toolkit.strict_yaml.reader import MAX_BYTES
from qa_toolkit.workflow.git import changed_since
from qa_toolkit.workflow.rubric_files import is_file, load

_ENOUGH_FOR_PROCESSES = 50
"""Rubrics from which on the start of processes is cheaper than waiting for one."""


def check_report(paths: Sequence[Path], diff_base: str = "") -> Report:
    """Check every rubric that is named, lies in the folders named, or comes by standard input.

    Args:
        paths: files, folders, patterns; `-` is standard input.
        diff_base: a git revision; only rubrics that differ from it are told of, or that build on
            a file that does, were it only one that is gone.

    Raises:
        UsageError: a path does not exist, no rubric is there, or the revision is unknown.
        EnvironmentProblem: git is missing.
    """
    changed = changed_since(diff_base) if diff_base else None
    found = [
        rubric
        for rubric in _all_checked(list(rubric_files(paths)))
        if changed is None or any(Path(os.path.realpath(file)) in changed for file in rubric.files)
    ]
    return Report(
        command="check",
        files=tuple(str(rubric.files[0]) for rubric in found),
        problems=once(problem for rubric in found for problem in rubric.problems),
        rules=rule_texts(),
        inputs=tuple(str(file) for rubric in found for file in read_with(rubric.files)),
    )


def read_with(files: Sequence[Path]) -> tuple[Path, ...]:
    """The files behind a rubric: its own, those it builds on, and the cases beside them."""
    there = filter(is_file, files)  # of a base that is missing only the path is known
    return (*files, *(case for file in there for case in case_files(file)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    """What is wrong with one rubric, and the files it was read from."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def _all_checked(paths: list[Path]) -> list[_Checked]:
    """Every rubric in the order named; on all cores where there are enough to be worth it."""
    if len(paths) < _ENOUGH_FOR_PROCESSES or STDIN in paths:
        return [_checked(path) for path in paths]
    # it brings multiprocessing along, which one rubric can do without
    from qa_toolkit.execution import Done, core_count, run

    found: dict[Path, _Checked] = {}
    for result in run(_checked, paths, workers=core_count()):
        if isinstance(result, Done):
            found[result.item] = result.value
        else:
            message = f"cannot be checked: {result.reason}"
            problem = Problem(source=str(result.item), message=message, code="R001")
            found[result.item] = _Checked(files=(result.item,), problems=(problem,))
    return [found[path] for path in paths]


def _checked(path: Path) -> _Checked:
    rubric = load_named(path)
    return _Checked(files=rubric.files, problems=rubric.problems)


def load_named(path: Path) -> LoadedRubric:
    """A rubric as the command line names it; `-` is standard input."""
    return load(path, _standard_input if path == STDIN else read_file)


def _standard_input(path: Path) -> bytes | str:
    """Standard input for `-`, no more of it than of a file; what it extends lies in files."""
    if path != STDIN:
        return read_regular(path)
    if sys.stdin is None:
        raise UsageError("standard input is closed")
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """A mistake in a file that several rubrics build on is one mistake."""
    return tuple(dict.fromkeys(problems))


def rule_texts() -> dict[str, RuleText]:
    """What there is to say of every lint rule, by code."""
    known = (
        RuleText(
            code=rule.code,
            title=rule.title,
            severity=rule.severity,
            explanation=rule.manual,
            help_anchor=f"docs/rubric-rules.md#{rule.code.lower()}",
        )
        for rule in RULES
    )
    return {text.code: text for text in known}
