"""Docs: the guide of a rubric for the people it rates, with examples from the cases beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from qa_toolkit import __version__
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.guides import Example, as_html, as_markdown, compose
from qa_toolkit.workflow.rubric_check import read_with
from qa_toolkit.workflow.rubric_files import usable_rubric
from qa_toolkit.workflow.rubric_test import PreparedCase, cases_beside, run_case

Layout = Literal["html", "markdown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricGuide:
    """A guide, what kept cases from being examples in it, and every file behind it."""

    text: str
    problems: tuple[Problem, ...]
    read: tuple[Path, ...]


def rubric_guide(path: Path, layout: Layout) -> RubricGuide:
    """The guide of a rubric file.

    Raises:
        UsageError: the rubric cannot be read or has errors.
    """
    usable = usable_rubric(path)
    rubric = usable.rubric
    cases, problems = cases_beside(path, rubric, usable.files[1:])
    examples = _examples(cases, rubric)
    guide = compose(rubric, examples, made_by=f"qa_toolkit {__version__}")
    text = as_html(guide) if layout == "html" else as_markdown(guide)
    return RubricGuide(text=text, problems=problems, read=read_with(usable.files))


def _examples(cases: Iterable[PreparedCase], rubric: Rubric) -> Iterator[Example]:
    """What cases say about single ratings, where it is so; a known gap is no example."""
    for prepared in cases:
        wanted = prepared.case.wanted(prepared.criterion)
        rated = [name for name, expected in wanted.items() if expected.rating is not None]
        if not rated or not prepared.transcript.turns or prepared.case.todo is not None:
            continue
        ran = run_case(prepared, rubric)
        for name in rated if not ran.failures else ():
            points = ran.scores[name].points
            if points is not None:
                yield Example(
                    criterion=name,
                    name=prepared.name,
                    turns=prepared.transcript.turns,
                    points=points,
                    evidence=ran.scores[name].evidence,
                )
