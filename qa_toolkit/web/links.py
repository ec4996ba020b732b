"""The secret link of each shop: nobody can guess it, and it opens that one shop only."""

import base64
import hashlib
import hmac
from urllib.parse import quote

from qa_toolkit.files import secret_key
from qa_toolkit.workflow.project import Project

KEY_FILE = "shop-page.key"
"""In the project's folder, for its owner alone; with another key, every link is another."""
_TOKEN_BYTES = 20


def page_key(project: Project) -> bytes:
    """The key of a project's links, made where there is none; only its owner may read it.

    Raises:
        StorageError: it cannot be read or written, or is none.
    """
    return secret_key(
        project.folder / KEY_FILE,
        alone=project.database.writing(),
        hint="put back the file that was there, or remove it: every link is then another",
    )


def token_of(key: bytes, shop: str, shopper: str) -> str:
    """The secret part of a link: HMAC-SHA256 of shop and shopper, cut to 160 bits.

    Where a shop that nobody has begun is planned anew for somebody else, its link is another.
    """
    return _signed(key, "link", shop, shopper)


def is_token(key: bytes, shop: str, shopper: str, token: str) -> bool:
    """Whether this is the token of a shop and its shopper; takes as long for every wrong one."""
    own = token_of(key, shop, shopper)
    return hmac.compare_digest(own.encode(), token.encode(errors="replace"))


def path_of(key: bytes, shop: str, shopper: str) -> str:
    """Where a shop's page is found on the server; ends in a slash."""
    return f"/s/{quote(shop, safe='')}/{token_of(key, shop, shopper)}/"


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
