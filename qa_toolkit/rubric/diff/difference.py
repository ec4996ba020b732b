"""All that differs between two versions of a rubric, and what it asks of the new one's version."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.diff.change import Change, Places
from qa_toolkit.rubric.diff.codes import EFFECTS, TOO_SMALL, Effect
from qa_toolkit.rubric.diff.compare import compare
from qa_toolkit.rubric.diff.match import Names
from qa_toolkit.rubric.diff.versions import Bump, bump_of, fault, gravest, least_version


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One version of a rubric: what to call its file, and how to find a place in it."""

    source: str
    rubric: Rubric
    places: Places


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricDiff:
    """What differs.

    Attributes:
        old, new: what the files are called.
        rubric_id, title: of NEW.
        old_version: None when there is no OLD, and the whole rubric is new.
        effect: the gravest of all changes; None without any, and for a rubric that is new.
        needed: the least version that NEW must have.
        names: what of OLD goes by which id in NEW.
        finding: the version is too small; None when it says enough.
    """

    old: str
    new: str
    rubric_id: str
    title: str
    old_version: str | None
    new_version: str
    changes: tuple[Change, ...]
    effect: Effect | None
    needed: str
    names: Names
    finding: Problem | None

    @property
    def bump(self) -> Bump:
        """Which part of the version must be raised; none for a rubric that is new."""
        return "none" if self.old_version is None else bump_of(self.effect)

    def grouped(self) -> Iterator[tuple[str, tuple[Change, ...]]]:
        """The changes by effect, the gravest first, with a title; of a new rubric all at once."""
        if self.old_version is None:
            yield "New", self.changes
            return
        for effect in EFFECTS:
            if found := tuple(change for change in self.changes if change.effect == effect):
                yield effect.capitalize(), found


def difference(old: Side, new: Side) -> RubricDiff:
    """Compare two versions."""
    found, names = compare(old.rubric, new.rubric)
    changes = tuple(change.placed(old.places, new.places) for change in found)
    effect = gravest(changes)
    was, is_ = old.rubric.version, new.rubric.version
    needed = least_version(was, bump_of(effect))
    wrong = fault(was, is_, effect)
    return RubricDiff(
        old=old.source,
        new=new.source,
        rubric_id=new.rubric.id,
        title=new.rubric.title,
        old_version=was,
        new_version=is_,
        changes=changes,
        effect=effect,
        needed=needed,
        names=names,
        finding=_finding(wrong, needed, new) if wrong else None,
    )


def all_new(old: str, new: Side) -> RubricDiff:
    """The difference to nothing: no version is asked for; `old` is what the file is called."""
    nothing = new.rubric.but(sections=(), cues={})
    found, names = compare(nothing, new.rubric)
    return RubricDiff(
        old=old,
        new=new.source,
        rubric_id=new.rubric.id,
        title=new.rubric.title,
        old_version=None,
        new_version=new.rubric.version,
        changes=tuple(change.placed(None, new.places) for change in found),
        effect=None,
        needed=new.rubric.version,
        names=names,
        finding=None,
    )


def _finding(wrong: str, needed: str, new: Side) -> Problem:
    source, line, column = new.places(("version",))
    return Problem(
        source=source,
        line=line,
        column=column,
        code=TOO_SMALL,
        message=wrong,
        hint=f"version: {needed}",
    )
