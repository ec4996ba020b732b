"""Where the comparison is: the way in words, and the paths in both versions."""

from dataclasses import dataclass

from qa_toolkit.rubric.diff.change import Change, Kind, Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """A part that is in both versions.

    Attributes:
        words: the way to it, as `Change.where`.
        old: its path in OLD.
        new: its path in NEW.
    """

    words: tuple[str, ...] = ()
    old: Path = ()
    new: Path = ()

    def key(self, name: str | int) -> "Here":
        """A key of it."""
        return Here(words=(*self.words, str(name)), old=(*self.old, name), new=(*self.new, name))

    def part(self, word: str, old: Path, new: Path) -> "Here":
        """A part within it, which may stand at different places in the two."""
        return Here(words=(*self.words, word), old=(*self.old, *old), new=(*self.new, *new))

    def changed(self, code: str, before: object, after: object, note: str = "") -> Change:
        """It has another value, as `values.plain` gives values."""
        return self._change(code, "changed", before=before, after=after, note=note)

    def relisted(self, code: str, before: list[str], after: list[str]) -> Change:
        """It is a list that has other entries."""
        old, new = set(before), set(after)
        added = tuple(dict.fromkeys(item for item in after if item not in old))
        removed = tuple(dict.fromkeys(item for item in before if item not in new))
        return self._change(code, "changed", added=added, removed=removed)

    def reordered(self, code: str, before: list[str], after: list[str]) -> Change:
        """It has the same entries in another order."""
        return self._change(code, "reordered", before=before, after=after)

    def renamed(self, code: str, what: str, before: str, after: str, note: str) -> Change:
        """It has another id."""
        return self._change(code, "renamed", what=what, before=before, after=after, note=note)

    def moved(self, code: str, what: str, before: str, after: str) -> Change:
        """It stands in another part."""
        return self._change(code, "moved", what=what, before=before, after=after)

    def added(self, code: str, what: str, after: object, path: Path, word: str = "") -> Change:
        """A part within it, or an entry of it, is new."""
        where = (*self.words, word) if word else self.words
        return Change(
            code=code, kind="added", what=what, where=where, after=after,
            old_path=None, new_path=(*self.new, *path),
        )  # fmt: skip

    def removed(self, code: str, what: str, before: object, path: Path, word: str = "") -> Change:
        """A part within it, or an entry of it, is gone."""
        where = (*self.words, word) if word else self.words
        return Change(
            code=code, kind="removed", what=what, where=where, before=before,
            old_path=(*self.old, *path), new_path=self.new,
        )  # fmt: skip

    def _change(
        self,
        code: str,
        kind: Kind,
        *,
        what: str = "",
        before: object = None,
        after: object = None,
        added: tuple[str, ...] = (),
        removed: tuple[str, ...] = (),
        note: str = "",
    ) -> Change:
        return Change(
            code=code, kind=kind, what=what or self.words[-1], where=self.words,
            before=before, after=after, added=added, removed=removed, note=note,
            old_path=self.old, new_path=self.new,
        )  # fmt: skip
