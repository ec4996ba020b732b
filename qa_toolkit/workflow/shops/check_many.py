"""Checking many shops at once, or one from a file, as one report."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.errors import UsageError
from qa_toolkit.findings.report import Report
from qa_toolkit.shops.checks.run import findings_of
from qa_toolkit.shops.forms import read_log
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.attachments import looked_at
from qa_toolkit.workflow.shops.check import context_of, earlier
from qa_toolkit.workflow.shops.check_manual import check_texts
from qa_toolkit.workflow.shops.drafts import new_log
from qa_toolkit.workflow.shops.log_from import measured
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop, open_shops

Source = Literal["draft", "handed in", "file"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedShop:
    """A shop with what was found in its log.

    Attributes:
        source: which of its logs was looked at.
    """

    opened: OpenShop
    source: Source
    findings: tuple[ShopFinding, ...]


def check_shops(
    project: Project, ids: Sequence[str] = (), *, plan: str = "", now: datetime | None = None
) -> tuple[CheckedShop, ...]:
    """Check the drafts of shops, and of those without a draft what was handed in.

    Args:
        project: keeps them.
        ids: shops by how their ids start; else all of which something is noted.
        plan: only those of this plan.
        now: the moment for drafts; this one where none is given. What was handed in is checked
            as of then.

    Raises:
        UsageError: there is no such shop or plan, or a shop that was named has no log yet.
    """
    noted = [
        (opened, *_log_of(opened))
        for opened in (_named(project, ids) if ids else open_shops(project, plan=plan))
    ]
    found = []
    logs = [log for _, log, _, _ in noted if log is not None]
    known = earlier(project, logs if ids else None)
    for opened, log, source, at in noted:
        if log is None and ids:
            raise UsageError(
                f"nothing is noted of {opened.shop.id} yet", hint=f"qa shop log {opened.shop.id}"
            )
        if log is not None and (ids or opened.shop.status is not ShopStatus.CANCELLED):
            context = context_of(project, opened, log, known, now=at or now)
            found.append(CheckedShop(opened=opened, source=source, findings=findings_of(context)))
    return tuple(found)


def check_file(
    project: Project, shop_id: str, path: Path, *, now: datetime | None = None
) -> CheckedShop:
    """Check a filled-in form of a shop as if it were handed in; nothing is kept.

    Args:
        project: keeps the shop.
        shop_id: its id, or how that starts.
        path: the form; files it names lie beside it.
        now: the moment; this one where none is given.

    Raises:
        UsageError: there is no such shop, or the file or one that it names cannot be used.
    """
    opened = open_shop(project, shop_id)
    planned = opened.shop.assignment
    window = (planned.opens_at, planned.closes_at)
    start = new_log(opened)
    read = read_log(path, opened.form, start, day=planned.day, zone=opened.zone, window=window)
    wrong = [str(one) for one in read.problems if one.severity == "error"]
    if wrong:
        raise UsageError("\n".join(wrong), hint="correct the file first")
    files = tuple(looked_at(project, file, kind) for file, kind in read.attachments)
    whole = replace(read.log, attachments=(*read.log.attachments, *files))
    log = measured(whole, opened.form)
    context = context_of(project, opened, log, earlier(project, [log]), now=now)
    return CheckedShop(opened=opened, source="file", findings=findings_of(context))


def report_of(checked: Iterable[CheckedShop]) -> Report:
    """The findings for every output that reports have; a shop stands where a file does."""
    known = tuple(checked)
    return Report(
        command="check",
        group="shop",
        files=tuple(one.opened.shop.id for one in known),
        problems=tuple(problem for one in known for problem in _problems(one)),
        rules=check_texts(),
    )


def _named(project: Project, ids: Sequence[str]) -> Iterator[OpenShop]:
    for shop_id in dict.fromkeys(ids):
        yield open_shop(project, shop_id)


def _log_of(opened: OpenShop) -> tuple[ShopLog | None, Source, datetime | None]:
    """The log to look at, and the moment it was handed in; no moment for a draft."""
    shop = opened.shop
    if shop.draft is not None:
        return shop.draft, "draft", None
    if shop.submitted:
        last = shop.submitted[-1]
        return last.log, "handed in", datetime.fromisoformat(last.at)
    return None, "draft", None


def _problems(one: CheckedShop) -> Iterator[Problem]:
    for found in one.findings:
        yield Problem(
            source=one.opened.shop.id,
            message=f"{found.where}: {found.whole}",
            code=found.code,
            hint=found.hint,
            severity=found.severity,
        )
