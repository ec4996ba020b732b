"""The scripts and styles that the pages ask for, under the hash of all of them together."""

from functools import cache
from importlib.resources import files

from qa_toolkit.files import content_digest

MEDIA_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}


@cache
def assets() -> dict[str, bytes]:
    """Every file by its name; there are no others, whatever a request names."""
    folder = files("qa_toolkit.web").joinpath("static")
    found = (one for one in folder.iterdir() if one.name.endswith(tuple(MEDIA_TYPES)))
    return {one.name: one.read_bytes() for one in sorted(found, key=lambda one: one.name)}


@cache
def version() -> str:
    """Another one as soon as a byte of any file is another."""
    digest = content_digest()
    for name, content in assets().items():
        digest.update(f"{name}:{len(content)}:".encode() + content)
    return digest.hexdigest()[:12]
