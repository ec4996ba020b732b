"""What the server answers to each request, as values: status, content, headers."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import get_args

from qa_toolkit.domain.shop.scenario import EvidenceKind
from qa_toolkit.errors import QaToolkitError, UsageError
from qa_toolkit.shops.life_cycle import TAKES_NOTES
from qa_toolkit.web import guard
from qa_toolkit.web.assets import MEDIA_TYPES, assets, version
from qa_toolkit.web.desk import Desk
from qa_toolkit.web.links import is_token
from qa_toolkit.web.pages.closed_page import closed_page, waiting_page
from qa_toolkit.web.pages.form_page import form_page
from qa_toolkit.web.pages.missing_page import MissingPage
from qa_toolkit.web.pages.render import html
from qa_toolkit.web.received import attachment_document, log_of, received
from qa_toolkit.web.state import clock_note, remarks, state_document
from qa_toolkit.workflow.shops.shops import OpenShop

KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)
_HTML = "text/html; charset=utf-8"
_JSON = "application/json"
_PRIVATE = {"Cache-Control": "no-store"}
_FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer to a request."""

    status: int
    content: bytes
    media_type: str = _JSON
    headers: Mapping[str, str] = field(default_factory=lambda: _PRIVATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What is served: the shops of a desk, to those who hold the links made with this key."""

    desk: Desk
    key: bytes

    def find(self, shop: str, token: str) -> OpenShop | None:
        """The shop that a link opens; None for a link that opens none, whatever is wrong.

        The shop is read only once the link is known to be right: what a wrong one costs tells
        nobody which shops there are, and wears nothing out.
        """
        shopper = self.desk.shopper_of(shop)
        is_right = is_token(self.key, shop, shopper, token)
        return self.desk.find(shop) if is_right and shopper else None


def missing() -> Reply:
    """Nothing is here."""
    return _page(html(MissingPage()), 404)


def refused(status: int, message: str, hint: str = "") -> Reply:
    """A request that is not served, in words for people."""
    return _said({"message": message, "hint": hint}, status)


def page(site: Site, opened: OpenShop) -> Reply:
    """The page of a shop: its form, or what has become of it."""
    if opened.shop.status not in TAKES_NOTES:
        return _page(html(closed_page(opened)))
    if not site.desk.may_begin(opened):
        return _page(html(waiting_page(opened)))
    most_bytes = {kind: site.desk.most_bytes(kind) for kind in KINDS}
    return _page(html(form_page(opened, most_bytes)))


def state(site: Site, opened: OpenShop) -> Reply:
    """How a shop stands."""
    return _said(state_document(site.desk, opened, site.key))


def brief(site: Site, opened: OpenShop) -> Reply:
    """The whole brief: a page without scripts that has its styles within it."""
    text = site.desk.brief(opened)
    headers = _PRIVATE | {"Content-Security-Policy": guard.CSP_OF_BRIEF}
    return Reply(status=200, content=text.encode(), media_type=_HTML, headers=headers)


def save(site: Site, opened: OpenShop, body: bytes) -> Reply:
    """Keep a draft; 409 where another one is kept by now."""
    return _kept(site, opened, body, hands_in=False)


def submit(site: Site, opened: OpenShop, body: bytes) -> Reply:
    """Hand a log in, or say what keeps it from being handed in."""
    return _kept(site, opened, body, hands_in=True)


def attach(
    site: Site, opened: OpenShop, blocks: Iterable[bytes], kind: EvidenceKind, name: str
) -> Reply:
    """Keep a file; the page names it in the log that it sends next."""
    if opened.shop.status not in TAKES_NOTES or not site.desk.may_begin(opened):
        return refused(422, "This shop takes no files any more")
    try:
        attachment = site.desk.attach(blocks, kind, name)
    except QaToolkitError as error:
        return refused(_status(error), error.message, error.hint)
    return _said({"attachment": attachment_document(attachment, opened.shop.id, site.key)})


def asset(at: str, name: str) -> Reply:
    """A script or style; of another version there is none, so that two are never mixed."""
    content = assets().get(name) if at == version() else None
    return missing() if content is None else _asset(name, content, _FOR_GOOD)


def service_worker() -> Reply:
    """The script that keeps the page on the phone; asked for again each time."""
    return _asset("worker.js", assets()["worker.js"], {"Cache-Control": "no-cache"})


def _kept(site: Site, opened: OpenShop, body: bytes, *, hands_in: bool) -> Reply:
    try:
        sent = received(body)
        log = log_of(sent, opened.form, site.desk.log(opened), site.key)
    except UsageError as error:
        return refused(422, error.message, error.hint)
    clock = clock_note(sent.clock, site.desk.now())
    try:
        if hands_in:
            kept, findings = site.desk.submit(opened, log, sent.revision)
        else:
            kept = site.desk.save(opened, log, sent.revision)
            findings = remarks(opened.form, log)
    except QaToolkitError as error:
        return _not_kept(site, opened, sent.revision, error)
    said = state_document(site.desk, kept, site.key)
    told = [one.for_shopper() for one in findings]
    return _said(said | {"clock": clock, "findings": told})


def _not_kept(site: Site, opened: OpenShop, revision: int, error: QaToolkitError) -> Reply:
    """Why a log was not kept, with what is there instead where somebody else was first."""
    present = site.desk.find(opened.shop.id)
    words = {"message": error.message, "hint": error.hint}
    if present is None:
        return missing()
    if present.shop.revision != revision or present.shop.status not in TAKES_NOTES:
        return _said(words | {"state": state_document(site.desk, present, site.key)}, 409)
    return _said(words, _status(error))


def _status(error: QaToolkitError) -> int:
    """What is wrong with the input is the sender's to mend; a full disk is worth another try."""
    return 422 if isinstance(error, UsageError) else 503


def _page(text: str, status: int = 200) -> Reply:
    return Reply(status=status, content=text.encode(), media_type=_HTML)


def _said(document: Mapping[str, object], status: int = 200) -> Reply:
    return Reply(status=status, content=json.dumps(document, ensure_ascii=False).encode())


def _asset(name: str, content: bytes, headers: Mapping[str, str]) -> Reply:
    media_type = MEDIA_TYPES[name[name.rindex(".") :]]
    return Reply(status=200, content=content, media_type=media_type, headers=headers)
