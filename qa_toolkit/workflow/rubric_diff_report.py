"""A diff in every format: its own for people and programs, findings for tools that know no diffs."""

from collections.abc import Callable, Mapping

from qa_toolkit.domain.problem import Problem
from qa_toolkit.findings.markdown import escaped
from qa_toolkit.findings.report import Report
from qa_toolkit.findings.texts import visible, whole
from qa_toolkit.rubric.diff import json, markdown, text, words
from qa_toolkit.rubric.diff.change import Change
from qa_toolkit.rubric.diff.difference import RubricDiff
from qa_toolkit.rubric.diff.impact import Impact
from qa_toolkit.rubric.diff.text import Line
from qa_toolkit.workflow.rubric_codes import DIFF_TEXTS
from qa_toolkit.workflow.rubric_diff import Compared


def lines_of(diff: RubricDiff, impact: Impact | None) -> list[Line]:
    """The text for a terminal; nothing in it moves the cursor or breaks a line."""
    return [Line(visible(line.text), line.tone) for line in text.lines(diff, impact)]


def _text(diff: RubricDiff, impact: Impact | None) -> str:
    return "".join(f"{line.text}\n" for line in lines_of(diff, impact))


def _json(diff: RubricDiff, impact: Impact | None) -> str:
    return whole(json.render(diff, impact))


def _markdown(diff: RubricDiff, impact: Impact | None) -> str:
    return markdown.render(diff, impact, escaped)


FORMATS: Mapping[str, Callable[[RubricDiff, Impact | None], str]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
}
"""The formats that show a diff with its impact; every other one shows `report_of`."""


def report_of(compared: Compared) -> Report:
    """Every change as information, and a version that says too little as an error."""
    diff = compared.diff
    told = [_problem(change, diff) for change in diff.changes]
    versions = (compared.old, compared.new)
    return Report(
        command="diff",
        files=tuple(str(path) for known in versions if known for path in known.files),
        problems=(*told, diff.finding) if diff.finding else tuple(told),
        rules={text.code: text for text in DIFF_TEXTS},
    )


def _problem(change: Change, diff: RubricDiff) -> Problem:
    """A change at its place in the new file; what is gone, where it stood."""
    spot = change.new
    return Problem(
        source=spot.source if spot else diff.new,
        line=spot.line if spot else None,
        column=spot.column if spot else None,
        code=change.code,
        message=f"{change.name}: {words.told(change)}",
        severity="info",
    )
