"""The guided form of a shop: going on where it was left, and nothing lost on the way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir

from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.errors import QaToolkitError, StorageError
from qa_toolkit.shops.checks.run import at_entry
from qa_toolkit.shops.forms import write_form
from qa_toolkit.shops.interview.state import Basis, Interview, begin, open_items
from qa_toolkit.shops.people import someone
from qa_toolkit.store.shop_records import dump_log
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops import way_back
from qa_toolkit.workflow.shops.alike import only_asked
from qa_toolkit.workflow.shops.check import check_log
from qa_toolkit.workflow.shops.drafts import (
    Submission,
    new_log,
    save_draft,
    submit,
)
from qa_toolkit.workflow.shops.forms import occasion_of
from qa_toolkit.workflow.shops.may_log import check_may_log
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop

_RESCUED = "rescued"
"""The folder of a project for what was typed and could not be saved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guided:
    """A shop while its form is filled in.

    Attributes:
        opened: the shop, with the revision that was saved last.
        by: the shopper, by id or name.
    """

    opened: OpenShop
    interview: Interview
    by: str


def resume(project: Project, shop_id: str, *, by: str) -> Guided:
    """Open a shop's form at the item where it was left, with the way back kept.

    Raises:
        UsageError: there is no such shop, it is not theirs, takes no notes now, or they are not
            certified.
    """
    opened = open_shop(project, shop_id)
    check_may_log(project, opened, by)
    log = new_log(opened)
    left = way_back.read(place_of(project, opened.shop.id), log)
    interview = begin(basis_of(opened), log, at=left.at, past=left.past)
    return Guided(opened=opened, interview=interview, by=by)


def keep(project: Project, guided: Guided, after: Interview) -> Guided:
    """Save what an input changed; where it changed nothing, only the place is kept.

    The way back is written first: a draft without it could not be taken back after a power cut,
    while a way back without its draft is seen and left out.

    Raises:
        UsageError: as `save_draft`, also where somebody saved it in another place meanwhile.
        StorageError: the disk refuses.
    """
    way_back.write(place_of(project, guided.opened.shop.id), guided.interview, after)
    opened = guided.opened
    if after.log != guided.interview.log:
        opened = save_draft(project, opened, after.log, by=guided.by)
    return Guided(opened=opened, interview=after, by=guided.by)


def look(project: Project, shop_id: str, *, by: str) -> Guided:
    """What was noted of a shop so far, for anybody of its plan; nothing is to be saved from it.

    Raises:
        UsageError: there is no such shop, or the plan does not know the person.
    """
    opened = open_shop(project, shop_id)
    someone(opened.file, by)
    shop = opened.shop
    log = new_log(opened) if shop.draft or not shop.log else shop.log
    return Guided(opened=opened, interview=begin(basis_of(opened), log), by=by)


def findings(project: Project, guided: Guided) -> tuple[ShopFinding, ...]:
    """What the checks say of the log as it is."""
    return check_log(project, guided.opened, _to_hand_in(guided))


def hints(interview: Interview, item_id: str) -> tuple[ShopFinding, ...]:
    """What can be said at once of the item that was just filled in.

    That something is missing is not said: it is asked for next.
    """
    item = next((one for one in interview.items if one.id == item_id), None)
    if item is None or not item.done:
        return ()
    told = at_entry(interview.basis.form, interview.log, item.where)
    still_asked = any(one.where == item.where and not one.done for one in interview.items)
    return () if still_asked else told


def places(interview: Interview, found: Iterable[ShopFinding]) -> dict[str, int]:
    """The number of the item that each finding is about, counted from 1.

    Of a question and the reason for its answer it is the one that is still open.
    """
    numbers: dict[str, int] = {}
    open_places: set[str] = set()
    wanted = {one.where for one in found}
    for number, item in reversed(list(enumerate(interview.items, start=1))):
        if item.where in wanted and (item.where not in open_places or not item.done):
            numbers[item.where] = number
            if not item.done:
                open_places.add(item.where)
    return numbers


def hand_in(project: Project, guided: Guided) -> Submission:
    """Submit the log as it is; it is not while a finding is an error.

    Raises:
        UsageError, StorageError: as `keep`.
    """
    done = submit(project, guided.opened, _to_hand_in(guided), by=guided.by)
    if done.is_submitted:  # there is no way back in a log that was handed in
        place_of(project, guided.opened.shop.id).unlink(missing_ok=True)
    return done


def _to_hand_in(guided: Guided) -> ShopLog:
    return only_asked(guided.interview.log, guided.opened.form)


def document(guided: Guided) -> dict[str, object]:
    """What was noted so far, as plain JSON data."""
    shop = guided.opened.shop
    return {
        "id": shop.id,
        "status": shop.status.value,
        "revision": shop.revision,
        "log": dump_log(guided.interview.log),
        "open": [item.id for item in open_items(guided.interview)],
    }


def takes_notes(project: Project, guided: Guided) -> bool:
    """Whether the shop, as it is now, still takes notes of its shopper."""
    try:
        check_may_log(project, open_shop(project, guided.opened.shop.id), guided.by)
    except QaToolkitError:
        return False
    return True


def rescue(project: Project, guided: Guided, log: ShopLog, *, now: datetime | None = None) -> Path:
    """Write a log that could not be saved as a file that `qa shop log --from` reads.

    Where the project's folder cannot be written either, it lies with the temporary files.

    Raises:
        StorageError: both disks refuse.
    """
    at = (now or datetime.now(UTC)).astimezone(UTC)
    name = f"{log.shop}-{at:%Y%m%d-%H%M%S}.yaml"
    form, occasion = guided.opened.form, occasion_of(guided.opened)
    try:
        return write_form(project.folder / _RESCUED / name, form, log, occasion)
    except StorageError:
        return write_form(Path(gettempdir()) / name, form, log, occasion)


def basis_of(opened: OpenShop) -> Basis:
    """What the form asks about."""
    return Basis(
        form=opened.form,
        assignment=opened.shop.assignment,
        locations=opened.file.locations,
        zone=opened.zone,
    )


def place_of(project: Project, shop_id: str) -> Path:
    """Where the way back of a shop's form is kept."""
    return project.folder / way_back.FOLDER / f"{shop_id}.jsonl"
