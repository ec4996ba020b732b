"""Names of attachments as they may be shown and written: a name, no path, nothing invisible."""

import re
import unicodedata

LONGEST = 120
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)]
)
"""Names that Windows keeps for devices, whatever their suffix."""
_FORBIDDEN = re.compile(r'[<>:"|?*]')


def clean_name(name: str, instead: str) -> str:
    """A file's name without folders, control characters and marks that turn the writing round.

    Args:
        name: as a person or a program named the file, perhaps with folders of any system.
        instead: the name where nothing is left.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(" " if letter.isspace() else letter for letter in last)
    # C covers control, format (bidi overrides, zero width), surrogates and unassigned characters
    kept = "".join(one for one in shown if not unicodedata.category(one).startswith("C"))
    plain = " ".join(_FORBIDDEN.sub("_", kept).split()).strip(". ")
    if not plain:
        return instead
    stem, dot, suffix = plain.rpartition(".")
    if not dot:
        stem, suffix = plain, ""
    if stem.split(".")[0].strip().casefold() in _DEVICES:
        stem = f"_{stem}"
    room = LONGEST - len(dot) - len(suffix)
    return f"{stem[: max(1, room)].rstrip()}{dot}{suffix}"[:LONGEST]


def suffix_of(name: str) -> str:
    """The suffix a name claims, in lower case: `.jpg`; empty where it claims none."""
    _, dot, suffix = name.rpartition(".")
    return f".{suffix.casefold()}" if dot else ""
