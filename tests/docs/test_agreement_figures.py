"""The figures of agreement in `docs/scoring.md` are those of the model files."""

import re
from pathlib import Path

import pytest

from qa_toolkit.scoring.models import shipped, shipped_names

TEXT = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
TABLE = TEXT.split("## How well it agrees with people")[1]
ROWS = {
    "politeness of requests, Wikipedia editors": "pol-wiki",
    "politeness of requests, StackExchange": "pol-stackex",
    "caring or remorse in forum comments": "go-empathy",
    "positive or negative forum comments": "go-sentiment",
    "customer-care threads: politeness": "silver-politeness",
    "customer-care threads: empathy": "silver-empathy",
    "customer-care threads: ownership": "silver-ownership",
    "customer-care threads: resolution": "silver-resolution",
    "customer-care threads: customer's mood": "silver-customer_sentiment",
}
MEASURED = {
    (known.task, known.how): known for name in shipped_names() for known in shipped(name).agreement
}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_says_what_the_model_file_says(row: str) -> None:
    (line,) = re.findall(rf"^\| {re.escape(row)} \|.*$", TABLE, re.MULTILINE)
    *_, items, _, unseen, elsewhere, _ = (cell.strip() for cell in line.split("|"))
    own = MEASURED.get((ROWS[row], "five-fold"))
    other = MEASURED.get((ROWS[row], "other corpora"))
    either = own or other
    assert either is not None
    assert items == f"{either.items:,}"
    assert unseen == (f"{own.auc:.3f} ({own.low:.3f} to {own.high:.3f})" if own else "–")
    assert elsewhere == (f"{other.auc:.3f}" if other else "–")
