"""A summary for people who review a change: a pull request's comment, the page of a CI run.

It stays under the 65,536 characters of a comment, and what a rubric says in it cannot become a
link, a picture, a mention or a row of its own.
"""

import re
from collections.abc import Iterable, Sequence

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.wording import counted, cut
from qa_toolkit.findings.report import CaseOutcome, Report
from qa_toolkit.findings.summary import summary
from qa_toolkit.findings.texts import lines, visible

MOST_ROWS = 50
MOST_CASES = 10
MOST_CHARACTERS = 28_000
"""Of the table, and again of the cases."""
_CELL = 500
_SAID = 1_500


def render(report: Report) -> str:
    """A line with counts, a table of problems, and the failed cases with their dialogue."""
    parts = [f"**{report.called}**: {summary(report)}"]
    if report.measures:
        parts.append("\n".join(f"- {escaped(str(measure))}" for measure in report.measures))
    rows = _fitting((_row(problem) for problem in report.problems), MOST_ROWS)
    if rows:
        head = "| Severity | Where | Code | Finding |\n| --- | --- | --- | --- |"
        parts.append("\n".join((head, *rows)))
    parts += _rest(len(report.problems) - len(rows), "problem")
    failed = report.cases_with("failed")
    cases = _fitting((_case(case) for case in failed), MOST_CASES)
    parts += cases
    parts += _rest(len(failed) - len(cases), "failed case")
    return "\n\n".join(parts) + "\n"


def _fitting(blocks: Iterable[str], most: int) -> list[str]:
    """The first blocks, as many as may be shown."""
    kept: list[str] = []
    left = MOST_CHARACTERS
    for block in blocks:
        left -= len(block) + 2
        if len(kept) == most or left < 0:
            break
        kept.append(block)
    return kept


def _rest(left_out: int, one: str) -> Sequence[str]:
    return [f"… and {counted(left_out, 'more ' + one)}"] if left_out else []


def _row(problem: Problem) -> str:
    hint = f" → {problem.hint}" if problem.hint else ""
    cells = (
        problem.severity,
        _code(_where(problem.source, problem.line)).replace("|", "\\|"),
        escaped(problem.code),
        escaped(cut(problem.message + hint, _CELL)),
    )
    return f"| {' | '.join(cells)} |"


def _case(case: CaseOutcome) -> str:
    said = cut("\n".join(lines(case.said)), _SAID)
    fence = _fence(said, 3)
    failures = "\n".join(f"- {escaped(cut(failure, _CELL))}" for failure in case.failures)
    title = f"{_code(_where(case.file, case.line))} {escaped(cut(case.title, _CELL))}"
    return f"{title}\n\n{fence}text\n{said}\n{fence}\n\n{failures}".rstrip()


def _where(file: str, line: int | None) -> str:
    return visible(cut(file, _CELL) if line is None else f"{cut(file, _CELL)}:{line}")


def escaped(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no HTML, no table cell, nobody mentioned."""
    text = visible(text).strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(r"([\\`*_\[\]|~#$])", r"\\\1", text)
    text = re.sub(r"^([0-9]*)([-+=.)])", r"\1\\\2", text)  # what would begin a list
    return text.replace("@", "@&#8203;")  # a space of no width: "@team" would call them


def _code(text: str) -> str:
    """A code span, with more backticks around it than are in it."""
    fence = _fence(text, 1)
    edge = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    return f"{fence}{edge}{text}{edge}{fence}"


def _fence(text: str, least: int) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)
