"""The routes: HTTP in, `replies` out. Nothing is decided here but who may ask, and how much."""

import asyncio
import hashlib
import tempfile
from collections.abc import Awaitable, Callable
from typing import BinaryIO

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send

from qa_toolkit.domain.shop.scenario import EvidenceKind
from qa_toolkit.errors import QaToolkitError
from qa_toolkit.shops.attachments.recognise import blocks_of
from qa_toolkit.web import guard, replies
from qa_toolkit.web.replies import Reply, Site
from qa_toolkit.workflow.shops.shops import OpenShop

_WRITES = frozenset({"PUT", "POST"})
_SENDS_WITHIN_S = 660
"""The page gives up a file after ten minutes, and a log much earlier."""
_TOO_LARGE = replies.refused(413, "That is more than this page ever sends")
_DAMAGED = replies.refused(503, "The file arrived damaged", "it is sent again by itself")
_NOT_NOW = replies.refused(503, "The server cannot keep it now", "it is sent again by itself")
_FOREIGN = replies.refused(403, "This request does not come from a page of this server")


def app_for(site: Site, names: frozenset[str]) -> FastAPI:
    """The application that serves a site to requests that name one of these hosts."""
    app = FastAPI(
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        # it can report to a collector that the environment names; this server reports to nobody
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )

    @app.middleware("http")
    async def guarded(
        request: Request, serve: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        if not guard.is_known_host(request.headers.get("host", ""), names):
            return _response(replies.missing())
        if request.method in _WRITES and not guard.is_from_own_page(request.headers):
            return _response(_FOREIGN)
        return await serve(request)

    app.add_middleware(_Interrupted)

    async def nothing_here(_request: Request, _error: Exception) -> Response:
        return _response(replies.missing())

    async def not_now(_request: Request, _error: Exception) -> Response:
        return _response(_NOT_NOW)

    async def failed(_request: Request, _error: Exception) -> Response:
        said = "The server stumbled; what you noted is on the phone and is sent again"
        return _response(replies.refused(500, said))

    for nothing in (404, 405, RequestValidationError):
        app.add_exception_handler(nothing, nothing_here)
    for passing in (ClientDisconnect, OSError, QaToolkitError):  # a full disk; a locked database
        app.add_exception_handler(passing, not_now)
    app.add_exception_handler(Exception, failed)
    _add_reading(app, site)
    _add_writing(app, site)
    return app


class _Interrupted:
    """Answers those whose request is broken off because the server is stopped."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._app(scope, receive, send)
        except asyncio.CancelledError:
            await _response(_NOT_NOW)(scope, receive, send)


def _add_reading(app: FastAPI, site: Site) -> None:
    @app.get("/s/{shop}/{token}/")
    def page(shop: str, token: str) -> Response:
        opened = site.find(shop, token)
        return _response(replies.page(site, opened) if opened else replies.missing())

    @app.get("/s/{shop}/{token}/state")
    def state(shop: str, token: str) -> Response:
        opened = site.find(shop, token)
        return _response(replies.state(site, opened) if opened else replies.missing())

    @app.get("/s/{shop}/{token}/brief")
    def brief(shop: str, token: str) -> Response:
        opened = site.find(shop, token)
        return _response(replies.brief(site, opened) if opened else replies.missing())

    @app.get("/static/{version}/{name}")
    def asset(version: str, name: str) -> Response:
        return _response(replies.asset(version, name))

    @app.get("/worker.js")
    def service_worker() -> Response:
        return _response(replies.service_worker())


def _add_writing(app: FastAPI, site: Site) -> None:
    @app.put("/s/{shop}/{token}/draft")
    async def save(shop: str, token: str, request: Request) -> Response:
        return await _with_log(site, shop, token, request, replies.save)

    @app.post("/s/{shop}/{token}/submit")
    async def submit(shop: str, token: str, request: Request) -> Response:
        return await _with_log(site, shop, token, request, replies.submit)

    @app.post("/s/{shop}/{token}/files/{kind}")
    async def attach(
        shop: str, token: str, kind: EvidenceKind, request: Request, name: str = ""
    ) -> Response:
        opened = await run_in_threadpool(site.find, shop, token)
        if opened is None:
            return _response(replies.missing())
        with tempfile.TemporaryFile() as file:
            digest = await _received(request, file, site.desk.most_bytes(kind))
            if digest is None:
                return _response(_TOO_LARGE)
            if request.headers.get("x-sha256", digest) != digest:
                return _response(_DAMAGED)
            blocks = blocks_of(file)
            reply = await run_in_threadpool(replies.attach, site, opened, blocks, kind, name)
        return _response(reply)


async def _with_log(
    site: Site,
    shop: str,
    token: str,
    request: Request,
    keep: Callable[[Site, OpenShop, bytes], Reply],
) -> Response:
    opened = await run_in_threadpool(site.find, shop, token)
    if opened is None:
        return _response(replies.missing())
    with tempfile.SpooledTemporaryFile(max_size=guard.MOST_LOG_BYTES) as file:
        if await _received(request, file, guard.MOST_LOG_BYTES) is None:
            return _response(_TOO_LARGE)
        file.seek(0)
        body = file.read()
    return _response(await run_in_threadpool(keep, site, opened, body))


async def _received(
    request: Request, file: BinaryIO | tempfile.SpooledTemporaryFile[bytes], most: int
) -> str | None:
    """Write a request's body to a file; gives its SHA-256, or None where it is too large.

    Raises:
        OSError: the disk is full, or the sender is too slow.
        ClientDisconnect: the sender is gone.
    """
    size, digest = 0, hashlib.sha256()
    async with asyncio.timeout(_SENDS_WITHIN_S):
        async for block in request.stream():
            size += len(block)
            if size > most:
                return None
            digest.update(block)
            await run_in_threadpool(file.write, block)
    return digest.hexdigest()


def _response(reply: Reply) -> Response:
    return Response(
        content=reply.content,
        status_code=reply.status,
        media_type=reply.media_type,
        headers=dict(guard.HEADERS) | dict(reply.headers),
    )
