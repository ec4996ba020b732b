"""Fees and expenses: claimed, granted, owed, and exported with what was exported before."""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from shop_projects import NOW, brought_to, shops_project

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.errors import StorageError, UsageError
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.expenses import answer_claims, claim_expense, claims_of
from qa_toolkit.workflow.shops.payroll import export_payroll, payroll
from qa_toolkit.workflow.shops.shops import open_shop


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with shops_project(tmp_path) as opened:
        yield opened


def claim(project: Project, amount: str, note: str = "bus ticket", by: str = "maya") -> None:
    claim_expense(project, "autumn-1", Decimal(amount), by=by, note=note, now=NOW)


def test_a_claim_is_owed_once_a_manager_grants_it(project: Project) -> None:
    brought_to(project, ShopStatus.SUBMITTED)
    claim(project, "4.5")
    assert open_shop(project, "autumn-1").shop.payments == ()
    answer_claims(project, "autumn-1", granted=True, by="kim", now=NOW)
    (owed,) = open_shop(project, "autumn-1").shop.payments
    assert (owed.kind, owed.amount, owed.note, owed.by) == ("expense", Decimal("4.50"), "bus ticket", "kim")  # fmt: skip


def test_a_claim_that_is_refused_is_kept_with_the_reasons_and_never_owed(project: Project) -> None:
    brought_to(project, ShopStatus.SUBMITTED)
    claim(project, "5")
    answer_claims(project, "autumn-1", granted=False, by="kim", why="no receipt", now=NOW)
    opened = open_shop(project, "autumn-1")
    (kept,) = claims_of(project, opened)
    assert kept.answer is not None
    assert (kept.answer.granted, kept.answer.why, opened.shop.payments) == (False, "no receipt", ())
    claim(project, "5", "the same with its receipt")  # what was refused does not count


@pytest.mark.parametrize(
    ("amount", "note", "by", "told"),
    [
        pytest.param("5.01", "tea", "maya", "pays back 5.00 EUR at most", id="too much"),
        pytest.param("0", "tea", "maya", "no amount of money", id="nothing"),
        pytest.param("-1", "tea", "maya", "no amount of money", id="less than nothing"),
        pytest.param("1.005", "tea", "maya", "no amount of money", id="half a cent"),
        pytest.param("NaN", "tea", "maya", "no amount of money", id="no number"),
        pytest.param("1", " ", "maya", "what was it spent on", id="no note"),
        pytest.param("1", "tea", "tom", "Tom Reed cannot claim its expenses", id="another shopper"),
        pytest.param("1", "tea", "kim", "Kim Lee cannot claim", id="a manager"),
    ],
)
def test_a_claim_is_refused(project: Project, amount: str, note: str, by: str, told: str) -> None:
    brought_to(project, ShopStatus.SUBMITTED)
    with pytest.raises(UsageError, match=told):
        claim(project, amount, note, by)


def test_claims_count_together(project: Project) -> None:
    brought_to(project, ShopStatus.SUBMITTED)
    claim(project, "3")
    with pytest.raises(UsageError, match=r"3\.00 EUR are claimed already"):
        claim(project, "2.01")


@pytest.mark.parametrize("status", [ShopStatus.ASSIGNED, ShopStatus.LOCKED])
def test_nothing_is_claimed_before_a_shop_begins_or_after_it_is_locked(
    project: Project, status: ShopStatus
) -> None:
    brought_to(project, status)
    with pytest.raises(UsageError, match="nothing can be claimed"):
        claim(project, "1")


@pytest.mark.parametrize(
    ("by", "why", "told"),
    [
        pytest.param("mo", "x", "Mo Berg may not decide", id="an editor"),
        pytest.param("kim", "", "why is it refused", id="without reasons"),
    ],
)
def test_a_refusal_of_expenses_is_for_managers_with_reasons(
    project: Project, by: str, why: str, told: str
) -> None:
    brought_to(project, ShopStatus.SUBMITTED)
    claim(project, "1")
    with pytest.raises(UsageError, match=told):
        answer_claims(project, "autumn-1", granted=False, by=by, why=why)


def test_where_no_claim_waits_there_is_nothing_to_decide(project: Project) -> None:
    with pytest.raises(UsageError, match="no claim of autumn-1 waits"):
        answer_claims(project, "autumn-1", granted=True, by="kim")


def paid(project: Project) -> None:
    """Maya's shop final with 4.50 granted, Tom's final on the first of December, 2 waiting."""
    brought_to(project, ShopStatus.FINAL)
    claim(project, "4.50")
    answer_claims(project, "autumn-1", granted=True, by="kim", now=NOW)
    later = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)  # after midnight in Berlin
    brought_to(project, ShopStatus.FINAL, "autumn-2", later)
    claim_expense(project, "autumn-2", Decimal(2), by="tom", note="tea")


def test_a_payroll_sums_by_shopper(project: Project) -> None:
    paid(project)
    maya, tom = payroll(project).lines
    assert (maya.name, maya.shops, maya.fees, maya.expenses) == ("Maya Lind", 1, Decimal("12.50"), Decimal("4.50"))  # fmt: skip
    assert (maya.total, maya.to_pay, maya.currency) == (Decimal("17.00"), Decimal("17.00"), "EUR")
    assert (tom.total, tom.waiting) == (Decimal("12.50"), Decimal("2.00"))


def test_a_period_counts_by_the_clock_of_the_location(project: Project) -> None:
    paid(project)
    november, december = payroll(project, period="2026-11"), payroll(project, period="2026-12")
    assert [one.shop for one in november.payments] == ["autumn-1", "autumn-1"]
    assert [one.shop for one in december.payments] == ["autumn-2"]
    assert {line.shopper: line.shops for line in november.lines} == {"maya": 1, "tom": 0}


def test_what_was_exported_stays_in_the_totals_and_is_named(
    project: Project, tmp_path: Path
) -> None:
    paid(project)
    export_payroll(project, payroll(project, period="2026-11"), tmp_path / "november.csv")
    maya, tom = payroll(project).lines
    assert (maya.total, maya.exported, maya.to_pay) == (
        Decimal("17.00"),
        Decimal("17.00"),
        Decimal(0),
    )
    assert tom.to_pay == Decimal("12.50")
    assert [bool(one.exported_at) for one in payroll(project).payments] == [True, True, False]


def test_a_file_that_cannot_be_written_counts_as_no_export(
    project: Project, tmp_path: Path
) -> None:
    paid(project)
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(StorageError):
        export_payroll(project, payroll(project), tmp_path / "folder.csv")
    assert not any(one.exported_at for one in payroll(project).payments)


def test_another_kind_of_file_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a payroll is no '.pdf' file") as error:
        export_payroll(project, payroll(project), tmp_path / "pay.pdf")
    assert ".csv, .xlsx or .json" in error.value.hint


def test_the_three_files_say_the_same(project: Project, tmp_path: Path) -> None:
    paid(project)
    made = payroll(project)
    for kind in ("csv", "xlsx", "json"):
        export_payroll(project, made, tmp_path / f"pay.{kind}")
    with (tmp_path / "pay.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    said = json.loads((tmp_path / "pay.json").read_text(encoding="utf-8"))
    sheet = load_workbook(tmp_path / "pay.xlsx")["Payroll"]
    assert [line["total"] for line in lines] == ["17.00", "12.50"]
    assert [line["total"] for line in said["shoppers"]] == ["17.00", "12.50"]
    assert [sheet["F2"].value, sheet["F3"].value] == [17, 12.5]
    assert [one["note"] for one in said["payments"]] == ["", "bus ticket", ""]


def test_no_text_becomes_a_formula(project: Project, tmp_path: Path) -> None:
    brought_to(project, ShopStatus.SUBMITTED)
    claim(project, "1", "=1+1")
    answer_claims(project, "autumn-1", granted=True, by="kim", now=NOW)
    export_payroll(project, payroll(project), tmp_path / "pay.xlsx")
    cell = load_workbook(tmp_path / "pay.xlsx")["Payments"]["H2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
