"""The secret link of each shop: nobody can guess it, and it opens that one shop only."""

import base64
import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from qa_toolkit.errors import StorageError

KEY_FILE = "shop-page.key"
"""In the project's folder, for its owner alone; with another key, every link is another."""
_KEY_BYTES = 32
_TOKEN_BYTES = 20


def page_key(folder: Path) -> bytes:
    """The key of a project's links, made where there is none; only its owner may read it.

    It stands there whole or not at all, and of two who make it at once, both get the same.

    Raises:
        StorageError: it cannot be read or written, or is none.
    """
    path = folder / KEY_FILE
    try:
        if not path.exists():
            _make(path)
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except OSError as error:
        raise StorageError(f"{path}: {error.strerror or error}") from error
    except ValueError:
        key = b""
    if len(key) != _KEY_BYTES:
        raise StorageError(
            f"{path} does not hold a key",
            hint="put back the file that was there, or remove it: every link is then another",
        )
    return key


def token_of(key: bytes, shop: str) -> str:
    """The secret part of a shop's link: HMAC-SHA256 of its id, cut to 160 bits."""
    return _signed(key, "link", shop)


def is_token(key: bytes, shop: str, token: str) -> bool:
    """Whether this is the shop's token; takes as long for every wrong one."""
    return hmac.compare_digest(token_of(key, shop).encode(), token.encode(errors="replace"))


def path_of(key: bytes, shop: str) -> str:
    """Where a shop's page is found on the server; ends in a slash."""
    return f"/s/{quote(shop, safe='')}/{token_of(key, shop)}/"


def seal_of(key: bytes, shop: str, *facts: str) -> str:
    """A sign that the server itself said these facts of a shop's attachment."""
    return _signed(key, "attachment", shop, *facts)


def is_seal(key: bytes, seal: str, shop: str, *facts: str) -> bool:
    """Whether the server said these facts of this shop."""
    return hmac.compare_digest(seal_of(key, shop, *facts).encode(), seal.encode(errors="replace"))


def _signed(key: bytes, purpose: str, *texts: str) -> str:
    # a length before each text: ("ab", "c") and ("a", "bc") are not the same
    said = "".join(f"{len(text)}:{text}" for text in (purpose, *texts))
    digest = hmac.new(key, said.encode(errors="surrogatepass"), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:_TOKEN_BYTES]).decode("ascii").rstrip("=")


def _make(path: Path) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}.part")
    try:
        file = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(file, "w", encoding="ascii") as opened:
            opened.write(f"{secrets.token_bytes(_KEY_BYTES).hex()}\n")
        with suppress(FileExistsError):  # somebody else was first: theirs is the key
            os.link(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
