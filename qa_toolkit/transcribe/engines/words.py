"""What every engine's words go through: pieces joined as people write them, and loops noticed."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from qa_toolkit.domain.transcript import Word

LOOP = re.compile(r"(.{2,40}?)\1{7,}", re.IGNORECASE | re.DOTALL)
"""The same 2 to 40 characters eight times on end."""
ONE_WORD = 16
"""People say one word again and again, up to so often. Of words said 6 to 12 times on end Whisper
wrote up to 14, or it got stuck and wrote 22 to 112, then even surer of each: how likely the words
are does not tell."""
INSIDE_WORD_S = 0.5
"""Parts of one written word, such as `-two` after `twenty`, follow each other within this."""

Piece: TypeAlias = tuple[str, float, float, float]
"""A part of the text with the blank before it, its start and end in seconds, its probability."""


def loops(text: str) -> bool:
    """Whether the recogniser got stuck: "T-I-L-L-E-E-E-E-E-E-E-E-E", "One. One. One. One. …".

    Prompts and menus repeat whole sentences too, but not eight times on end.
    """
    return any(
        found[1].count(" ") != 1 or len(found[0]) > ONE_WORD * len(found[1])
        for found in LOOP.finditer(text)
    )


def joined_words(found: Iterable[Piece]) -> Iterator[Word]:
    """Words as people write them: ` twenty`, `-` and `two` come apart and belong together.

    Letters spelled with long pauses ("S-I-T … -L-E") stay apart, so that no word lies over
    somebody else's answer. What has neither letter nor digit, a lone dash, is no word.
    """
    groups: list[list[Piece]] = []
    for piece in found:
        inside = groups and not piece[0].startswith(" ")
        if inside and piece[1] - groups[-1][-1][2] <= INSIDE_WORD_S:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    for group in groups:
        text = "".join(piece[0] for piece in group).strip()
        if not group[0][0].startswith(" "):
            text = text.lstrip("-")
        if any(map(str.isalnum, text)):
            yield Word(
                text=text,
                start_s=round(group[0][1], 2),
                end_s=round(group[-1][2], 2),
                probability=round(min(piece[3] for piece in group), 4),
            )
