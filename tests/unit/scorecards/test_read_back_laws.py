"""Whatever is typed into input cells comes back as exactly that, and nothing else."""

from pathlib import Path

import pytest
from filled_workbooks import filled, table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from scored_builders import FULL, report, scored

from qa_toolkit.domain.override import RootCause
from qa_toolkit.domain.said import tidy
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.read_back import read_workbook

Typed = dict[str, str | int | None]
ROWS = [(name, criterion) for name in ("i-1", "i-2") for criterion in FULL]
# characters XML can hold; no carriage return, which a spreadsheet writes in its own way
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t"), max_size=40
).filter(lambda text: "_x" not in text)
TYPED = st.fixed_dictionaries(
    {
        "Override": st.sampled_from([None, 0, 1, 2, -3, "1", " 2 ", "N/A", " n/a "]),
        "Reason": TEXT,
        "Root cause": st.sampled_from([None, *(cause.value for cause in RootCause)]),
        "Reviewer": TEXT,
    }
)
MEANT = {"N/A": "na", " n/a ": "na", "1": 1, " 2 ": 2}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("workbook") / "team.xlsx"
    write(report(scored("i-1"), scored("i-2")), path)
    return path


def type_in(book: Workbook, edits: dict[tuple[str, str], Typed]) -> None:
    page = book["Detail"]
    head, at = table(page, "Interaction", "Override")
    for number in range(head + 1, page.max_row + 1):
        key = tuple(str(page.cell(number, at[name]).value) for name in ("Interaction", "Criterion"))
        for heading, value in edits.get((key[0], key[1]), {}).items():
            cell = page.cell(number, at[heading])
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # what begins with = is typed as text here


@given(edits=st.dictionaries(st.sampled_from(ROWS), TYPED, max_size=6))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_edits_come_back_as_they_were_typed(
    exported: Path, tmp_path: Path, edits: dict[tuple[str, str], Typed]
) -> None:
    back = filled(exported, tmp_path / "back.xlsx", lambda book: type_in(book, edits))
    read = read_workbook(back)
    meant = {
        key: (
            MEANT.get(str(typed["Override"]), typed["Override"]),
            tidy(str(typed["Reason"])),
            typed["Root cause"],
            tidy(str(typed["Reviewer"])),
        )
        for key, typed in edits.items()
        if typed["Override"] is not None or tidy(str(typed["Reason"])) or typed["Root cause"]
    }
    assert not read.problems
    assert meant == {
        (row.interaction, row.criterion): (row.rating, row.reason, row.cause, row.reviewer)
        for row in read.overrides
    }
