"""Marked words as HTML; made here and not by a template, since a page has hundreds of pieces."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from qa_toolkit.scorecards.pages.marked_words import Piece, Reference


def marked_html(found: Iterable[Piece]) -> Markup:
    """The pieces of a turn, each mark followed by the ways back to its criteria."""
    html = "".join([_html(piece) for piece in found])
    return Markup(html)  # noqa: S704 - what was said is escaped, the rest is ours


def _html(piece: Piece) -> str:
    text = f'<u class="low">{escape(piece.text)}</u>' if piece.is_low else escape(piece.text)
    if not piece.tone:
        return text
    name = f' id="{escape(piece.anchor)}"' if piece.anchor else ""
    back = "".join([_back(known) for known in piece.references])
    return f'<mark class="{piece.tone} {piece.criteria}"{name}>{text}</mark>{back}'


def _back(known: Reference) -> str:
    number = known.number
    return (
        f'<a class="ref r{number} {known.tone}" href="#c{number}" '
        f'aria-label="{escape(known.said)}">{number}</a>'
    )
