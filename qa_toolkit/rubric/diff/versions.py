"""The version that changes ask for: semantic versioning, read for scores.

A breaking change asks for a new major version, a change of scoring for a minor one, a change of
words for a patch. The same holds below 1.0.0, where semantic versioning allows anything.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from qa_toolkit.rubric.diff.change import Change
from qa_toolkit.rubric.diff.codes import EFFECTS, Effect

Bump = Literal["major", "minor", "patch", "none"]
_BUMPS: Mapping[Effect, Bump] = {"breaking": "major", "scoring": "minor", "wording": "patch"}
Version = tuple[int, int, int]


def gravest(changes: Iterable[Change]) -> Effect | None:
    """The gravest effect among changes; None without any."""
    found = {change.effect for change in changes}
    return next((effect for effect in EFFECTS if effect in found), None)


def bump_of(effect: Effect | None) -> Bump:
    """Which part of the version must be raised."""
    return "none" if effect is None else _BUMPS[effect]


def least_version(old: str, bump: Bump) -> str:
    """The least version that says as much as the changes do."""
    major, minor, patch = parsed(old)
    raised: Mapping[Bump, Version] = {
        "major": (major + 1, 0, 0),
        "minor": (major, minor + 1, 0),
        "patch": (major, minor, patch + 1),
        "none": (major, minor, patch),
    }
    return ".".join(map(str, raised[bump]))


def fault(old: str, new: str, effect: Effect | None) -> str:
    """What is wrong with the declared version; empty when it says enough."""
    needed = least_version(old, bump_of(effect))
    if parsed(new) >= parsed(needed):
        return ""
    if parsed(new) < parsed(old):
        tail = f"; a {effect} change needs {needed}" if effect else ""
        return f"the version goes back from {old} to {new}{tail}"
    if new == old:
        return f"a {effect} change needs version {needed} or later, and it is still {old}"
    return f"a {effect} change needs version {needed} or later, not {new}"


def parsed(version: str) -> Version:
    """`1.10.0` as numbers, which compare as versions do."""
    major, minor, patch = map(int, version.split("."))
    return major, minor, patch
