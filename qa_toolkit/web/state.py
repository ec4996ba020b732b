"""How a shop stands, as the page's script asks for it: status, draft, reasons, clock."""

from datetime import datetime

from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import Mark, ShopLog
from qa_toolkit.shops.checks.clock import span
from qa_toolkit.shops.checks.run import at_entry
from qa_toolkit.shops.life_cycle import TAKES_NOTES
from qa_toolkit.web.desk import Desk
from qa_toolkit.web.pages.closed_page import step_lines
from qa_toolkit.web.pages.words import STATUS_WORDS
from qa_toolkit.web.received import log_document
from qa_toolkit.workflow.shops.shops import OpenShop

MOST_CLOCK_OFF_S = 120
"""A phone's clock may be off by this much before anybody is told."""


def state_document(desk: Desk, opened: OpenShop, key: bytes) -> dict[str, object]:
    """A shop as the page reads it.

    `log` is the draft, or after a return the copy of what was handed in; null before any note.
    """
    shop = opened.shop
    is_open = shop.status in TAKES_NOTES and desk.may_begin(opened)
    has_notes = shop.draft is not None or shop.log is not None
    returned = [line for line in step_lines(opened) if line.status == STATUS_WORDS[shop.status]]
    return {
        "shop": shop.id,
        "status": shop.status.value,
        "status_words": STATUS_WORDS[shop.status],
        "open": is_open,
        "revision": shop.revision,
        "log": log_document(desk.log(opened), key) if is_open and has_notes else None,
        "reasons": [
            {"why": line.why, "by": line.by, "at": line.at}
            for line in returned[:1]
            if shop.status.value == "returned"
        ],
        "grade": _grade(opened),
    }


def clock_note(phone: datetime, server: datetime) -> str:
    """What is to be said about a phone's clock; empty where it is right."""
    off_s = (phone - server).total_seconds()
    if abs(off_s) <= MOST_CLOCK_OFF_S:
        return ""
    way = "ahead of" if off_s > 0 else "behind"
    return (
        f"This phone's clock is {span(abs(off_s))} {way} the clock of the server. "
        "Set it to automatic time, and correct the times you noted."
    )


def remarks(form: ShopForm, log: ShopLog) -> tuple[ShopFinding, ...]:
    """What can be said already of the places in which something is noted."""
    noted = [one.question for one in log.observations]
    noted += [section for section, text in log.comments.items() if text.strip()]
    noted += ["narrative"] if log.narrative.strip() else []
    noted += ["times"] if log.moment(Mark.END) else []
    return tuple(one for place in noted for one in at_entry(form, log, place))


def _grade(opened: OpenShop) -> dict[str, object] | None:
    if not opened.shop.grades:
        return None
    last = opened.shop.grades[-1]
    return {"grade": last.grade, "reasons": last.reasons, "by": last.by}
