"""Rating files of any kind → evaluators: tables, workbooks, exports and results of scoring."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from qa_toolkit.calibration.collect import Collected
from qa_toolkit.calibration.criteria import Criteria
from qa_toolkit.calibration.results import read_document, read_result
from qa_toolkit.calibration.sheet import Row, Sheet
from qa_toolkit.calibration.table import read_tables
from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.forms.question_list import Limits
from qa_toolkit.forms.question_list import read_tables as read_workbook
from qa_toolkit.intake.tables import read_rows

_WORKBOOK = b"PK"
_LIMITS = Limits(rows=200_000, columns=200, what="a table of ratings")


def names_of(paths: Sequence[Path]) -> list[str]:
    """What to call the evaluator of each file: its name, or its path where two are named alike."""
    stems = Counter(path.stem for path in paths)
    return [path.stem if stems[path.stem] == 1 else str(path) for path in paths]


def gather(
    path: Path, evaluator: str, criteria: Criteria, collected: Collected, unnamed: str = ""
) -> None:
    """Gather the ratings of a file; `unnamed` is the criterion of a table that names none.

    Known are CSV files and workbooks with one row a rating or one row an interaction, documents
    of `qa export`, and lines of `qa score - --jsonl`.

    Raises:
        UsageError: it cannot be read, or is none of these.
    """
    source = str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{source}: {error.strerror}") from error
    if data.startswith(_WORKBOOK):
        read_tables(_sheets(data, source), evaluator, criteria, collected, unnamed)
    elif data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        _gather_json(data, source, evaluator, criteria, collected)
    else:
        read_tables([_csv(path, collected)], evaluator, criteria, collected, unnamed)


def _sheets(data: bytes, source: str) -> list[Sheet]:
    return [
        Sheet(
            source=source,
            name=table.name,
            rows=[Row(row.number, row.cells) for row in table.rows],
            is_workbook=True,
        )
        for table in read_workbook(data, source, _LIMITS)
    ]


def _csv(path: Path, collected: Collected) -> Sheet:
    rows: list[Row] = []
    for row in read_rows(path):
        if isinstance(row, Problem):
            collected.problem(row)
        else:
            rows.append(Row(row.line, row.cells))
    return Sheet(source=str(path), rows=rows)


def _gather_json(
    data: bytes, source: str, evaluator: str, criteria: Criteria, collected: Collected
) -> None:
    text = data.decode("utf-8-sig", errors="replace")
    document = _decoded(text)
    if isinstance(document, dict) and isinstance(document.get("scorecards"), list):
        read_document(document, source, evaluator, criteria, collected)
        return
    if document is not None and not (isinstance(document, dict) and _is_result(document)):
        raise UsageError(
            f"{source}: JSON without scorecards",
            hint="a document of qa export, or lines of qa score - --jsonl",
        )
    for line, said in _lines(text):
        if said is None:
            problem = Problem(source=source, line=line, message="not JSON; the line is left out")
            collected.problem(problem)
        else:
            read_result(said, source, line, evaluator, criteria, collected)


def _lines(text: str) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _decoded(line)


def _decoded(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _is_result(document: dict[str, object]) -> bool:
    return "criteria" in document or "error" in document
