"""Whether a file may be kept as evidence of a kind: its type, its name and what is inside."""

from typing import BinaryIO

from qa_toolkit.domain.shop.scenario import EvidenceKind
from qa_toolkit.domain.wording import listed
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.attachments.file_types import ALLOWED, FileType
from qa_toolkit.shops.attachments.foreign import foreign
from qa_toolkit.shops.attachments.names import suffix_of
from qa_toolkit.shops.attachments.recognise import called, type_of


def accept(file: BinaryIO, *, name: str, kind: EvidenceKind) -> FileType:
    """The type of an open file that is to be kept.

    Args:
        file: is read from its beginning, a block at a time.
        name: its cleaned name; its suffix must be one of the type.
        kind: what it is evidence of.

    Raises:
        UsageError: it is none of the types of this kind, its name claims another type, or there
            is a script or a second file inside.
    """
    allowed = ALLOWED[kind]
    found = type_of(file)
    if found is None or found not in allowed:
        what = found.title if found else called(file)
        told = f"it is {what}, whatever its name says" if what else "its bytes are of no known type"
        raise UsageError(f"{name} cannot be kept as {kind}: {told}", hint=_wanted(allowed))
    claimed = suffix_of(name)
    if claimed and claimed not in found.suffixes:
        raise UsageError(
            f"{name} is {found.title}, but its name ends in {claimed}",
            hint=f"name it {listed(found.suffixes, 'or')}, if it is what you mean",
        )
    if inside := foreign(file, found):
        raise UsageError(
            f"{name} cannot be kept: {found.title} with {inside} inside",
            hint="take the picture, or print the page as PDF, anew",
        )
    return found


def _wanted(allowed: tuple[FileType, ...]) -> str:
    return f"bring {listed([one.title for one in allowed], 'or')}"
