"""The server: at this machine only, or beyond it with a certificate."""

import errno
import os
import re
import signal
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qa_toolkit.errors import EnvironmentProblem, MissingExtra, UsageError
from qa_toolkit.web.guard import is_everywhere, is_loopback, names_of
from qa_toolkit.web.replies import Site

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

_MOST_AT_ONCE = 64
_STOPS_AFTER_S = 5
_MORE_THAN_A_HOST = re.compile(r"[/\[\]]|^[^:]*:\d*$")
"""A whole URL, brackets, or a port behind a colon."""
BEYOND = (
    "give --certificate FILE and --key FILE; or stay at 127.0.0.1 and reach it by an SSH tunnel "
    "(ssh -L 8377:127.0.0.1:8377 NAME@MACHINE) or a proxy with TLS in front"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the server listens.

    Attributes:
        host: an address, or a name that resolves to one; also what links name.
        port: 0 takes any that is free.
        certificate, key: PEM files; with neither, the server is for this machine only.
    """

    host: str
    port: int
    certificate: Path | None = None
    key: Path | None = None

    @property
    def is_secure(self) -> bool:
        return self.certificate is not None

    def url(self, port: int) -> str:
        """What links begin with."""
        scheme = "https" if self.is_secure else "http"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{host}:{port}"


def checked(address: Address) -> Address:
    """The address, if a server may listen there.

    Raises:
        UsageError: it is beyond this machine and without TLS, no single address, more than one
            (a URL), or the certificate is none.
    """
    if _MORE_THAN_A_HOST.search(address.host):
        raise UsageError(
            f"--host {address.host} is more than an address or a name",
            hint="--host 127.0.0.1 --port 8377; of IPv6, without brackets: --host ::1",
        )
    _check_single(address.host, address.host)
    if (address.certificate is None) != (address.key is None):
        raise UsageError("--certificate and --key belong together", hint=BEYOND)
    if not address.is_secure:
        _check_near(address.host, address.host)
    if address.certificate is not None and address.key is not None:
        _check_certificate(address.certificate, address.key)
    return address


def listening(address: Address) -> socket.socket:
    """A socket at the address; connections wait in it until `serve` answers.

    Raises:
        UsageError: the name is unknown, is not this machine's, or leads beyond it without TLS.
        EnvironmentProblem: another program has the port.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, place = found[0]
    except (OSError, UnicodeError) as error:
        raise UsageError(f"--host {address.host}: there is no such name") from error
    _check_single(str(place[0]), address.host)
    if not address.is_secure:
        _check_near(str(place[0]), address.host)
    opened = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":  # elsewhere it would let two programs have one port
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(place)
        opened.listen()
    except OSError as error:
        opened.close()
        if error.errno == errno.EADDRNOTAVAIL:
            raise UsageError(
                f"--host {address.host} is not an address of this machine",
                hint="its addresses are shown by: ip address, ifconfig or ipconfig",
            ) from error
        raise EnvironmentProblem(
            f"cannot listen at {address.host}, port {address.port}: {error.strerror}",
            hint="--port names another one, 0 takes any that is free",
        ) from error
    return opened


def application(site: Site, address: Address) -> "FastAPI":
    """The application for a site.

    Raises:
        MissingExtra: FastAPI or uvicorn is not installed.
    """
    try:
        import uvicorn  # noqa: F401 - asked for before anything is printed or opened

        from qa_toolkit.web.app import app_for
    except ImportError as error:
        if error.name and error.name.startswith("qa_toolkit"):
            raise
        raise MissingExtra("web", "the page for shoppers") from None
    return app_for(site, names_of(address.host))


def server_for(app: "FastAPI", address: Address) -> "uvicorn.Server":
    """What answers requests: quietly, for a handful of phones at once."""
    import uvicorn

    from qa_toolkit.web.patience import Patience

    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=Patience,
            ssl_certfile=address.certificate,
            ssl_keyfile=address.key,
            log_level="warning",
            access_log=False,  # it would keep the secret links
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            ws="none",
            limit_concurrency=_MOST_AT_ONCE,
            timeout_graceful_shutdown=_STOPS_AFTER_S,
        )
    )


@contextmanager
def ended_by_ctrl_c(server: "uvicorn.Server") -> Iterator[None]:
    """Let Ctrl-C end a server from now on, also while it only begins to serve."""
    before = signal.signal(signal.SIGINT, server.handle_exit)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _check_single(place: str, host: str) -> None:
    if is_everywhere(place):
        raise UsageError(
            f"--host {host!r} is no address that a phone can open",
            hint="name the one address, or the name, by which phones reach this machine",
        )


def _check_near(place: str, host: str) -> None:
    if not is_loopback(place):
        raise UsageError(
            f"{host} is beyond this machine, and notes would travel in the open", hint=BEYOND
        )


def _check_certificate(certificate: Path, key: Path) -> None:
    for path in (certificate, key):
        if not path.is_file():
            raise UsageError(f"{path}: there is no such file")
    try:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key, password=_no_password)
    except (ssl.SSLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", "") or getattr(error, "strerror", "") or error
        raise UsageError(
            f"{certificate} and {key} are no certificate with its key: {reason}",
            hint="both are PEM files; mkcert makes such a pair for a local network",
        ) from error


def _no_password() -> str:
    """Asked for where a key is encrypted; nobody may be there to type at a server."""
    raise ValueError("the key has a password; write it out without (openssl pkey -in … -out …)")
