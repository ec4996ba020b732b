"""Workbooks as a user changes them, and what LibreOffice makes of their formulas."""

import csv
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.wording import OUTCOMES

Row = dict[str, object]


def recalculated(paths: Sequence[Path], folder: Path) -> dict[str, list[Row]]:
    """The rows of Scores by workbook name, after LibreOffice has computed all formulas.

    The values that we wrote beside the formulas are dropped before, so that they prove nothing.
    """
    for path in paths:
        load_workbook(path).save(path)
    out = converted(paths, folder, "xlsx")
    return {path.stem: rows_of_scores(path) for path in out.iterdir()}


def recalculated_typed(paths: Sequence[Path], folder: Path) -> dict[str, list[Row]]:
    """The same for many workbooks that openpyxl has saved, which leaves no values in them.

    LibreOffice writes the one sheet as text, in half the time of a workbook.
    """
    at = load_workbook(paths[0], read_only=True).sheetnames.index(layout.SCORES) + 1
    # commas, quotes, UTF-8, from line 1 on, full numbers instead of shown ones, only this sheet
    options = f"44,34,76,1,,0,false,false,false,false,false,{at}"
    out = converted(paths, folder, f"csv:Text - txt - csv (StarCalc):{options}")
    return {
        path.stem.removesuffix(f"-{layout.SCORES}"): rows_of_text(path) for path in out.iterdir()
    }


def converted(paths: Sequence[Path], folder: Path, form: str, out: Path | None = None) -> Path:
    """The folder to which LibreOffice has written all of them in another form.

    Args:
        paths: workbooks.
        folder: where LibreOffice keeps its profile, and the results unless `out` says where.
        form: to convert to, as LibreOffice names it.
        out: the folder for the results.
    """
    soffice = shutil.which("soffice")
    assert soffice
    out = out or folder / "recalculated"
    command = [soffice, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", form, "--outdir", str(out), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return out


def rows_of_scores(path: Path) -> list[Row]:
    sheet = load_workbook(path, data_only=True)[layout.SCORES]
    heads, *rows = sheet.iter_rows(min_row=5, values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def rows_of_text(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        heads, *rows = list(csv.reader(file))[4:]
    return [dict(zip(heads, map(_value, row), strict=True)) for row in rows]


def _value(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


def override_cells(book: Workbook, interaction: str | None = None) -> dict[str, Cell]:
    """The cells to fill in of one scorecard, the first unless told otherwise, by criterion."""
    rows = list(book[layout.DETAIL].iter_rows(min_row=3))
    heads = [str(cell.value) for cell in rows[0]]
    override, criterion, name = (
        heads.index(head) for head in (layout.OVERRIDE, layout.CRITERION, layout.INTERACTION)
    )
    wanted = interaction or rows[1][name].value
    mine = [row for row in rows[1:] if row[name].value == wanted]
    pairs = [(str(row[criterion].value), row[override]) for row in mine]
    return {known: cell for known, cell in pairs if isinstance(cell, Cell)}


def assert_recalculated(row: Row, card: Scorecard) -> None:
    """Outcome, band, total and all sections are the scorecard's, to the last digit kept."""
    assert row["Outcome (recalculated)"] == OUTCOMES[card.outcome]
    pairs = [(row["Total (recalculated)"], card.percent)]
    for section in card.sections:
        pairs.append((row[f"{section.title} (recalculated)"], section.percent))
        for part in section.parts:
            heading = f"{section.section}: {part.section} (recalculated)"
            pairs.append((row[heading], part.percent))
    for found, computed in pairs:
        expected = "–" if computed is None else pytest.approx(float(computed), abs=1e-9)
        assert found == expected
    assert (row.get("Band (recalculated)") or "") == card.band
