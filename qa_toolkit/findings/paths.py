"""Names of files as reports for machines carry them: relative, with forward slashes."""

from pathlib import Path
from urllib.parse import quote

from qa_toolkit.findings.texts import whole


def relative(source: str) -> str:
    """A file's name from the current folder where it lies below it, with forward slashes.

    Only the text is looked at, never the disk: the file may be gone, or be standard input.
    """
    path = Path(whole(source))
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def uri(source: str) -> str:
    """The same as a percent-encoded URI reference (RFC 3986); `file:` where it is absolute."""
    path = Path(relative(source))
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
