"""Filling a log in: saved as a draft after every note, and handed in once it is whole.

Terminal, page and file all end here, so that rights and checks are the same on every way.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.domain.shop.life import Shop, ShopStatus, Submitted
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.life_cycle import step_to
from qa_toolkit.shops.people import Someone, shown, someone
from qa_toolkit.store import shops
from qa_toolkit.store.releases import Transaction
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops import moments
from qa_toolkit.workflow.shops.alike import alike
from qa_toolkit.workflow.shops.check import check_log
from qa_toolkit.workflow.shops.may_log import check_log_fits, check_may_log, check_takes_notes
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What became of handing a log in.

    Attributes:
        opened: submitted where no finding is an error, else as it was.
        findings: what the checks say of the log.
    """

    opened: OpenShop
    findings: tuple[ShopFinding, ...]

    @property
    def is_submitted(self) -> bool:
        return not any(one.severity == "error" for one in self.findings)


def new_log(opened: OpenShop) -> ShopLog:
    """The log to go on with: the draft; after a return what was handed in; else an empty one."""
    shop = opened.shop
    if shop.draft is not None:
        return shop.draft
    if shop.status is ShopStatus.RETURNED and shop.log is not None:
        return shop.log
    return ShopLog(shop=shop.id, scenario_hash=opened.scenario.hash, shopper=shop.shopper)


def save_draft(
    project: Project, opened: OpenShop, log: ShopLog, *, by: str, now: datetime | None = None
) -> OpenShop:
    """Keep what is being filled in; the first note makes the shop one in progress.

    The same log as is kept already, sent once more, changes nothing.

    Raises:
        UsageError: what `check_may_log` says; the log is of another shop, shopper or version of
            the form; or somebody saved it since `opened` was read: who and when is told.
    """
    kept = alike(log, opened)
    who = check_may_log(project, opened, by)
    check_log_fits(opened, kept)
    at = moments.stamp(now)
    with project.database.writing() as connection:
        fresh = _fresh(connection, opened)
        if fresh.draft != kept or fresh.status is ShopStatus.ASSIGNED:
            check_takes_notes(opened, fresh, who)
            _check_revision(connection, opened, fresh)
            if fresh.status is ShopStatus.ASSIGNED:
                begun = step_to(fresh, ShopStatus.IN_PROGRESS, who, "", file=opened.file)
                shops.put_step(connection, fresh.id, replace(begun, at=at))
            shops.put_draft(
                connection, fresh.id, kept, revision=fresh.revision + 1, by=who.id, at=at
            )
    return open_shop(project, opened.shop.id)


def submit(
    project: Project, opened: OpenShop, log: ShopLog, *, by: str, now: datetime | None = None
) -> Submission:
    """Hand a log in. It is checked first, and not handed in while a finding is an error.

    What is handed in is never changed again. The same log once more, while nobody has taken it
    into review, changes nothing.

    Args:
        project: keeps it.
        opened: the shop as it was read.
        log: what the shopper noted.
        by: the shopper, by id or name.
        now: the moment; this one where none is given.

    Raises:
        UsageError: as `save_draft`.
    """
    kept = alike(log, opened)
    if _is_handed_in(opened.shop, kept) and opened.shop.shopper == someone(opened.file, by).shopper:
        return Submission(opened=opened, findings=check_log(project, opened, kept, now=now))
    who = check_may_log(project, opened, by)
    check_log_fits(opened, kept)
    submission = Submission(opened=opened, findings=check_log(project, opened, kept, now=now))
    if not submission.is_submitted:
        return submission
    at = moments.stamp(now)
    with project.database.writing() as connection:
        fresh = _fresh(connection, opened)
        if not _is_handed_in(fresh, kept):
            check_takes_notes(opened, fresh, who)
            if fresh.draft != kept:
                _check_revision(connection, opened, fresh)
            _put_submitted(connection, opened, fresh, kept, who, at)
    return replace(submission, opened=open_shop(project, opened.shop.id))


def _put_submitted(
    connection: Transaction, opened: OpenShop, fresh: Shop, log: ShopLog, who: Someone, at: str
) -> None:
    number = len(fresh.submitted) + 1
    for status in _steps_to_submitted(fresh.status):
        step = step_to(fresh, status, who, "", file=opened.file)
        handed_in = number if status is ShopStatus.SUBMITTED else step.log
        shops.put_step(connection, fresh.id, replace(step, at=at, log=handed_in))
        fresh = replace(fresh, steps=(*fresh.steps, step))
    shops.put_log(connection, fresh.id, Submitted(number=number, log=log, at=at))
    shops.put_draft(connection, fresh.id, None, revision=fresh.revision + 1, by=who.id, at=at)


def _steps_to_submitted(status: ShopStatus) -> Iterator[ShopStatus]:
    """A log that is handed in without any draft, as from a file, begins its shop as well."""
    if status is ShopStatus.ASSIGNED:
        yield ShopStatus.IN_PROGRESS
    yield ShopStatus.SUBMITTED


def _is_handed_in(shop: Shop, log: ShopLog) -> bool:
    return shop.status is ShopStatus.SUBMITTED and shop.log == log


def _check_revision(connection: Transaction, opened: OpenShop, fresh: Shop) -> None:
    if fresh.revision == opened.shop.revision:
        return
    by, at = shops.saved(connection, fresh.id)
    raise UsageError(
        f"{shown(opened.file, by)} saved {fresh.id} at "
        f"{moments.shown(at, opened)} in another place; this copy is older",
        hint="open it again and go on from what was saved there",
    )


def _fresh(connection: Transaction, opened: OpenShop) -> Shop:
    """The shop as it is now; it must be the one that was opened, and not planned anew since."""
    fresh = shops.within(connection, [opened.shop.id])[opened.shop.id]
    if fresh.assignment != opened.shop.assignment:
        raise UsageError(
            f"{fresh.id} was planned anew since it was opened", hint=f"qa shop brief {fresh.id}"
        )
    return fresh
