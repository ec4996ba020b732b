"""Briefs of assignments as pages: for one shop, or for all that a shopper still has to do."""

from pathlib import Path

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.errors import UsageError
from qa_toolkit.files import replacing
from qa_toolkit.shops.briefs import Errand, as_html, brief_of
from qa_toolkit.shops.life_cycle import TAKES_NOTES
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.certification import is_certified
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop, open_shops

ENDINGS = (".html", ".pdf")


def brief_html(opened: OpenShop, *, certified: bool) -> str:
    """The brief of one shop as a page that needs no other file.

    Args:
        opened: the shop.
        certified: whether its shopper is, for this version of the scenario.
    """
    errand = Errand(
        assignment=opened.shop.assignment,
        scenario=opened.scenario.scenario,
        form=opened.form,
        location=opened.location,
        shopper=opened.shopper,
        zone=opened.zone,
        certified=certified,
    )
    return as_html(brief_of(errand))


def write_brief(project: Project, shop_id: str, to: Path) -> Path:
    """Write the brief of one shop.

    Args:
        project: keeps the shop.
        shop_id: its id, or how that starts.
        to: a name that ends in .html or .pdf, or a folder.

    Raises:
        UsageError: there is no such shop, it is cancelled, or another ending.
        EnvironmentProblem: nothing on this machine prints a PDF.
        StorageError: it cannot be written.
    """
    ending = _ending(to)
    opened = open_shop(project, shop_id)
    if opened.shop.status is ShopStatus.CANCELLED:
        raise UsageError(f"{opened.shop.id} is cancelled: nobody is to hold it")
    return _write(project, opened, to if ending else to / _name(opened))


def write_briefs(
    project: Project, to: Path, *, plan: str = "", shopper: str = ""
) -> tuple[Path, ...]:
    """Write the briefs of all shops that are still to be held, into a folder.

    Args:
        project: keeps them.
        to: the folder.
        plan: only of this plan.
        shopper: only of this person, by id or name.

    Raises:
        UsageError: there is no such plan or shopper, none is to be held, or `to` is a file's name.
        StorageError: they cannot be written.
    """
    if _ending(to):
        raise UsageError(f"{to}: several briefs go into a folder", hint="such as --to briefs")
    found = [
        one
        for one in open_shops(project, plan=plan, shopper=shopper)
        if one.shop.status in TAKES_NOTES
    ]
    if not found:
        raise UsageError("there is no shop still to be held", hint="qa shop list shows them all")
    return tuple(_write(project, one, to / _name(one)) for one in found)


def _write(project: Project, opened: OpenShop, path: Path) -> Path:
    certified = is_certified(project, opened.shop.shopper, opened.scenario)
    text = brief_html(opened, certified=certified)
    content = text.encode()
    if path.suffix.lower() == ".pdf":
        from qa_toolkit.printing import printed

        content = printed(text)
    with replacing(path, hint="name another file or folder") as file:
        file.write(content)
    return path


def _ending(to: Path) -> str:
    """The ending of a file's name; empty for a folder."""
    ending = to.suffix.lower()
    if to.is_dir() or not ending:
        return ""
    if ending not in ENDINGS:
        raise UsageError(
            f"{to}: a brief is no '{ending}' file", hint=f"one of {', '.join(ENDINGS)}, or a folder"
        )
    return ending


def _name(opened: OpenShop) -> str:
    return f"brief-{opened.shop.id}.html"
