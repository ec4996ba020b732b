"""Lines of an entry, the comments around it, and the empty lines between."""

from dataclasses import dataclass, replace

from qa_toolkit.rubric.layout.nodes import Comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """An entry in lines.

    Attributes:
        above: the comments over it.
        blank: an empty line stands between those, or what is before, and its lines.
        deep: it holds something that takes several lines itself.
    """

    above: tuple[Comment, ...]
    blank: bool
    lines: list[str]
    deep: bool = False


def parted(comments: tuple[Comment, ...]) -> tuple[str, tuple[Comment, ...]]:
    """The comment that ends the line, and those for which there is only place above it."""
    behind = [at for at, comment in enumerate(comments) if not comment.own_line]
    if not behind:
        return "", comments
    last = behind[-1]
    return f"  {comments[last].text}", comments[:last] + comments[last + 1 :]


def joined(
    head: tuple[Comment, ...], more: tuple[Comment, ...], *, blank: bool
) -> tuple[tuple[Comment, ...], bool]:
    """Further comments below the head; the empty line that was below it now stands between."""
    if not more:
        return head, blank
    return (*head, replace(more[0], blank=blank), *more[1:]), False


def write(lines: list[str], laid: Laid, pad: str, *, apart: bool = False) -> None:
    """Add an entry with its comments, `apart` from what is before."""
    if apart:
        gap(lines)
    for comment in laid.above:
        write_comment(lines, comment, pad)
    if laid.blank:
        gap(lines)
    lines.extend(laid.lines)


def write_comment(lines: list[str], comment: Comment, pad: str) -> None:
    """Add a comment on a line of its own."""
    if comment.blank:
        gap(lines)
    lines.append(pad + comment.text)


def gap(lines: list[str]) -> None:
    """One empty line, unless there is one; below text that keeps its empty lines there always is."""
    if lines and lines[-1]:
        lines.append("")
