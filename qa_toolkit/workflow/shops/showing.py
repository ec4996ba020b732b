"""One shop as its shopper, a client, or those who check it may see it."""

from collections import Counter
from dataclasses import dataclass, replace

from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.domain.shop.life import Grade, Payment, ShopRole, ShopStatus, Step
from qa_toolkit.domain.shop.viewer import Viewer
from qa_toolkit.domain.wording import counted, listed
from qa_toolkit.errors import UsageError
from qa_toolkit.store.shop_payments import Claimed
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.check import check_log
from qa_toolkit.workflow.shops.expenses import claims_of
from qa_toolkit.workflow.shops.heard import Differing, heard_otherwise
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownShop:
    """What somebody may see of a shop; what they may not is left out here, before any output.

    Attributes:
        findings: of the draft, or of what was handed in last.
        heard: answers that the words of the recording say otherwise.
    """

    opened: OpenShop
    viewer: Viewer
    steps: tuple[Step, ...] = ()
    findings: tuple[ShopFinding, ...] = ()
    heard: tuple[Differing, ...] = ()
    grades: tuple[Grade, ...] = ()
    payments: tuple[Payment, ...] = ()
    claims: tuple[Claimed, ...] = ()

    @property
    def findings_told(self) -> str:
        """`2 errors and 1 warning`; empty for none."""
        count = Counter(one.severity for one in self.findings)
        return listed([counted(number, severity) for severity, number in sorted(count.items())])


def show_shop(project: Project, shop_id: str, viewer: Viewer = Viewer.EDITOR) -> ShownShop:
    """A shop with all that this viewer may see.

    A shopper sees grades, reasons and pay, and not the remarks by which editors and managers move a
    shop on. A client sees nothing before `final`, and from then on neither people nor pay.

    Raises:
        UsageError: no such shop; or it is for a client, and not final.
    """
    opened = open_shop(project, shop_id)
    shop = opened.shop
    if viewer is Viewer.CLIENT:
        if not shop.status.shown_to_clients:
            raise UsageError(f"{shop.id} is not final: clients see nothing of it yet")
        return ShownShop(opened=opened, viewer=viewer)
    log = shop.draft or shop.log
    internal = viewer is Viewer.EDITOR
    return ShownShop(
        opened=opened,
        viewer=viewer,
        steps=shop.steps if internal else tuple(map(_for_shopper, shop.steps)),
        findings=() if log is None else check_log(project, opened, log, viewer=viewer),
        heard=heard_otherwise(project, opened, log) if internal and log is not None else (),
        grades=shop.grades,
        payments=shop.payments,
        claims=claims_of(project, opened),
    )


def _for_shopper(step: Step) -> Step:
    """Reasons of a return or a cancellation are for the shopper; other remarks are not."""
    told = step.role is ShopRole.SHOPPER or step.status in (
        ShopStatus.RETURNED,
        ShopStatus.CANCELLED,
    )
    return step if told else replace(step, why="")
