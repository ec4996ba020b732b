"""Serving a project's shops: the links, and then the requests."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa_toolkit.errors import UsageError
from qa_toolkit.web.desk import ProjectDesk
from qa_toolkit.web.links import page_key, path_of
from qa_toolkit.web.pages.words import STATUS_WORDS, moment_words
from qa_toolkit.web.replies import Site
from qa_toolkit.web.server import (
    Address,
    application,
    checked,
    ended_by_ctrl_c,
    listening,
    server_for,
)
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.shops import OpenShop


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The secret link of a shop, with what tells people which it is."""

    shop: str
    shopper: str
    location: str
    when: str
    status: str
    url: str


def serve_shops(
    project: Project,
    address: Address,
    *,
    plan: str,
    shopper: str,
    ready: Callable[[Sequence[Link]], None],
) -> None:
    """Serve the pages of shops until somebody stops it.

    Args:
        project: keeps the shops.
        address: where to listen.
        plan: only of this plan; else of all.
        shopper: only of this shopper; else of all.
        ready: called with the links once the server listens.

    Raises:
        UsageError: there is no such shop, or the address must not be listened at.
        MissingExtra: FastAPI or uvicorn is not installed.
        EnvironmentProblem: another program has the port.
    """
    checked(address)
    desk = ProjectDesk(project=project, plan=plan, shopper=shopper)
    shops = desk.all()
    if not shops:
        raise UsageError("there is no shop to serve", hint="qa shop plan draws them")
    site = Site(desk=desk, key=page_key(project))
    app = application(site, address)
    with listening(address) as opened:
        front = address.url(opened.getsockname()[1])
        links = [link_of(one, site.key, front) for one in shops]
        server = server_for(app, address)
        with ended_by_ctrl_c(server):
            ready(links)
            server.run(sockets=[opened])


def link_of(opened: OpenShop, key: bytes, front: str) -> Link:
    """The link of a shop on a server whose address begins like `front`."""
    assignment = opened.shop.assignment
    return Link(
        shop=opened.shop.id,
        shopper=opened.shopper.shown,
        location=opened.location.shown,
        when=moment_words(assignment.opens_at, opened.zone),
        status=STATUS_WORDS[opened.shop.status],
        url=front + path_of(key, opened.shop.id, opened.shopper.id),
    )
