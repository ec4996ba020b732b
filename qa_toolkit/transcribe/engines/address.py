"""Whether recordings may be sent to a server, told from its address and the settings alone."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from qa_toolkit.errors import UsageError
from qa_toolkit.transcribe.options import Endpoint

_HINT = "set transcribe.endpoint in qa.toml, such as http://localhost:8000/v1"
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where to ask.

    Attributes:
        scheme: `http` or `https`.
        path: the base path without a slash at its end, such as `/v1`.
    """

    scheme: str
    host: str
    port: int
    path: str

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"


def address_of(endpoint: Endpoint) -> Address:
    """The server to ask.

    Recordings leave this machine only when the settings say so, and then encrypted. A name counts
    as this machine only when it is `localhost`: what others resolve to may change.

    Raises:
        UsageError: there is no usable address, or sending recordings there is not allowed.
    """
    if not endpoint.url:
        raise UsageError("the engine http needs the address of a server", hint=_HINT)
    try:
        parts = urlsplit(endpoint.url)
        port, host, scheme = parts.port, parts.hostname or "", parts.scheme.lower()
    except ValueError as error:
        raise UsageError(f"the server's address cannot be used: {error}", hint=_HINT) from error
    if scheme not in _PORTS or not host:
        raise UsageError("the server's address does not begin with http:// or https://", hint=_HINT)
    shown = f"{host}{parts.path}"
    if " " in shown or not shown.isprintable() or not parts.path.isascii():
        raise UsageError(
            "the server's address holds characters that no address has",
            hint="write them percent-encoded, as a browser shows them when the address is copied",
        )
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UsageError(
            "the server's address holds more than host, port and path",
            hint="a key belongs into the environment variable that transcribe.endpoint_key names",
        )
    if not is_loopback(host):
        if not endpoint.upload:
            raise UsageError(
                f"recordings would be sent to {host}, which is not this machine",
                hint="where that is allowed, set upload = true in [transcribe] of qa.toml",
            )
        if scheme != "https":
            raise UsageError(
                f"recordings would travel to {host} unencrypted",
                hint="use an address that begins with https://",
            )
    return Address(
        scheme=scheme, host=host, port=port or _PORTS[scheme], path=parts.path.rstrip("/")
    )


def is_loopback(host: str) -> bool:
    """Whether a host can only be this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
