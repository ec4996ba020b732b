"""What a browser may do with a page, and which requests are none of ours."""

import ipaddress
import re
from collections.abc import Mapping
from contextlib import suppress

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
MOST_LOG_BYTES = 1_000_000
"""Of a log as the page sends it; a long one has some 50 kB."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}
"""Sent with every answer. The page has no script or style of its own and asks nobody else."""
CSP_OF_BRIEF = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_WITH_PORT = re.compile(r"^(\[[0-9A-Fa-f:.]+\]|[^:\[\]]+)(?::\d{1,5})?$")


def is_loopback(host: str) -> bool:
    """Whether a name or an address is this machine's own, so that nobody else can reach it."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_everywhere(host: str) -> bool:
    """Whether it is no single address but all that this machine has."""
    if host in ("", "*"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    inner = getattr(address, "ipv4_mapped", None)
    return address.is_unspecified or (inner is not None and inner.is_unspecified)


def names_of(host: str) -> frozenset[str]:
    """The names under which a server that listens at `host` may be asked, as browsers say them."""
    own = host.lower()
    with suppress(ValueError):  # fd00:0::1 is asked for as fd00::1
        own = str(ipaddress.ip_address(host))
    return LOOPBACK_NAMES | {own} if is_loopback(host) else frozenset({own})


def is_known_host(header: str, names: frozenset[str]) -> bool:
    """Whether a request asks for one of these names.

    A page of somebody else whose name was made to point here (DNS rebinding) asks for its own.
    """
    found = _WITH_PORT.fullmatch(header.strip())
    return found is not None and found[1].strip("[]").lower() in names


def is_from_own_page(headers: Mapping[str, str]) -> bool:
    """Whether a request that writes was sent by a page of this server.

    Browsers say so in `Sec-Fetch-Site`, which no script can set; where it is missing, the origin
    must be the host that was asked. A program that is no browser names neither, and needs the
    secret link like everybody.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    if origin is None:
        return True
    return origin.partition("://")[2].lower() == headers.get("host", "").lower()
