"""Blocks of a YAML text by indentation: a line with the deeper ones that follow it."""

from bisect import bisect_right


class Blocks:
    """The last line of the block that each line starts; lines count from 1."""

    def __init__(self, text: str) -> None:
        lines = text.split("\n")
        self._count = len(lines)
        self._content: list[int] = []  # lines that are neither empty, comments nor `---`
        self._last: dict[int, int] = {}
        opened: list[tuple[int, bool, int]] = []  # indentation, whether an item, line
        for number, line in enumerate(lines, start=1):
            behind = line.lstrip()
            if not behind or behind.startswith("#") or line.startswith("---"):
                continue
            indent, item = len(line) - len(behind), behind.startswith("- ") or behind == "-"
            while opened and not _is_within(indent, item, opened[-1]):
                self._last[opened.pop()[2]] = self._content[-1]
            opened.append((indent, item, number))
            self._content.append(number)
        self._last |= {number: self._content[-1] for _, _, number in opened}

    def covered(self, line: int, *, alone: bool) -> tuple[int, int]:
        """The first and the last line that a comment is about; nothing when the last is before."""
        if not alone:
            return line, self._last.get(line, line)
        number = bisect_right(self._content, line)
        if number == 0:
            return 1, self._count
        if number == len(self._content):
            return line, line - 1
        following = self._content[number]
        return following, self._last[following]


def _is_within(indent: int, item: bool, opened: tuple[int, bool, int]) -> bool:  # noqa: FBT001
    """Whether a line belongs to an open block; a key's items may stand right below the key."""
    return indent > opened[0] or (indent == opened[0] and item and not opened[1])
