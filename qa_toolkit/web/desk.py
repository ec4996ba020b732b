"""What the page asks of a project: one small desk, so that the server knows no more than that."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock
from typing import Protocol

from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.domain.shop.log import Attachment, ShopLog
from qa_toolkit.domain.shop.scenario import EvidenceKind
from qa_toolkit.errors import UsageError
from qa_toolkit.store import shops
from qa_toolkit.workflow.clock import now
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.alike import only_asked
from qa_toolkit.workflow.shops.attachments import attach_bytes, most_bytes
from qa_toolkit.workflow.shops.briefs import brief_html
from qa_toolkit.workflow.shops.certification import is_certified
from qa_toolkit.workflow.shops.drafts import new_log, save_draft, submit
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop, open_shops

_IN_TURN = Lock()
"""The database lets one at a time write, and has no queue: of twenty phones, one would starve."""


class Desk(Protocol):
    """Where a shop's log is looked up, kept and handed in."""

    def shopper_of(self, shop: str) -> str:
        """Whose shop this is, by id; empty where there is none. As quick for either."""

    def find(self, shop: str) -> OpenShop | None:
        """The shop of this id, where it is one that is served."""

    def log(self, opened: OpenShop) -> ShopLog:
        """What is noted so far; of a shop that was returned, a copy of what was handed in."""

    def save(self, opened: OpenShop, log: ShopLog, revision: int) -> OpenShop:
        """Keep a draft that was made from this revision.

        Raises:
            UsageError: another one is kept by now, or nothing more may be noted.
        """

    def submit(
        self, opened: OpenShop, log: ShopLog, revision: int
    ) -> tuple[OpenShop, tuple[ShopFinding, ...]]:
        """Hand a log in, unless one of the findings is an error.

        Raises:
            UsageError: as `save`.
        """

    def most_bytes(self, kind: EvidenceKind) -> int:
        """How large a file of this kind may be."""

    def attach(self, blocks: Iterable[bytes], kind: EvidenceKind, name: str) -> Attachment:
        """Keep a file.

        Raises:
            UsageError: it is too large, or not of the kind it is said to be.
        """

    def may_begin(self, opened: OpenShop) -> bool:
        """Whether the shopper has answered what is asked from the brief."""

    def brief(self, opened: OpenShop) -> str:
        """The whole brief as a page of its own, which has its styles within it."""

    def now(self) -> datetime:
        """This moment, with a time zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectDesk:
    """A project's shops, all of them or those of one plan or shopper."""

    project: Project
    plan: str = ""
    shopper: str = ""

    def all(self) -> tuple[OpenShop, ...]:
        """The shops that are served, in the order of the plan."""
        return open_shops(self.project, plan=self.plan, shopper=self.shopper)

    def shopper_of(self, shop: str) -> str:
        return shops.shopper_of(self.project.database, shop)

    def find(self, shop: str) -> OpenShop | None:
        try:
            opened = open_shop(self.project, shop)
        except UsageError:
            return None
        if opened.shop.id != shop or (self.plan and opened.plan.id != self.plan):
            return None
        known = {opened.shopper.id, opened.shopper.name}
        return opened if not self.shopper or self.shopper in known else None

    def log(self, opened: OpenShop) -> ShopLog:
        return new_log(opened)

    def save(self, opened: OpenShop, log: ShopLog, revision: int) -> OpenShop:
        with _IN_TURN:
            return save_draft(self.project, _at(opened, revision), log, by=opened.shopper.id)

    def submit(
        self, opened: OpenShop, log: ShopLog, revision: int
    ) -> tuple[OpenShop, tuple[ShopFinding, ...]]:
        with _IN_TURN:
            asked = only_asked(log, opened.form)
            done = submit(self.project, _at(opened, revision), asked, by=opened.shopper.id)
        return done.opened, done.findings

    def most_bytes(self, kind: EvidenceKind) -> int:
        return most_bytes(self.project, kind)

    def attach(self, blocks: Iterable[bytes], kind: EvidenceKind, name: str) -> Attachment:
        return attach_bytes(self.project, blocks, kind, name=name)

    def may_begin(self, opened: OpenShop) -> bool:
        return is_certified(self.project, opened.shopper.id, opened.scenario)

    def brief(self, opened: OpenShop) -> str:
        return brief_html(opened, certified=self.may_begin(opened))

    def now(self) -> datetime:
        return now(self.project)


def _at(opened: OpenShop, revision: int) -> OpenShop:
    """The shop as the phone knows it: of two who save, the second is told of the first."""
    return replace(opened, shop=replace(opened.shop, revision=revision))
