"""Examples from a rubric's cases: one that earned the most and one that earned the least."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rubric import Criterion
from qa_toolkit.domain.transcript import SpeakerRole, Turn
from qa_toolkit.guides.view import Dialogue, Piece, Said, Tone
from qa_toolkit.guides.words import titled

_WHO = {
    SpeakerRole.AGENT: "You",
    SpeakerRole.CUSTOMER: "Customer",
    SpeakerRole.BOT: "Bot",
    SpeakerRole.SYSTEM: "System",
    SpeakerRole.INTERNAL: "Internal note",
    SpeakerRole.SHOPPER: "Mystery shopper",
    SpeakerRole.UNKNOWN: "Speaker not known",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A dialogue that was rated.

    Attributes:
        name: of the case, an identifier.
        points: the rating it earned for the criterion.
        evidence: what the rating rests on.
    """

    criterion: str
    name: str
    turns: tuple[Turn, ...]
    points: int
    evidence: tuple[Evidence, ...] = ()


def dialogues(criterion: Criterion, examples: Iterable[Example]) -> tuple[Dialogue, ...]:
    """The first best example and the first poorest, as far as there are two that differ.

    One whose rating rests on words that can be pointed at is shown before one without.
    """
    own = [example for example in examples if example.criterion == criterion.id]
    if not own or not criterion.levels:
        return ()
    best = min(own, key=lambda item: (-item.points, not _speaks(item, 1)))
    worst = min(own, key=lambda item: (item.points, not _speaks(item, -1)))
    shown = (best, worst) if worst.points < best.points else (best,)
    return tuple(_dialogue(criterion, example) for example in shown)


def _speaks(example: Example, sign: int) -> bool:
    return any(item.effect * sign > 0 and item.quote for item in example.evidence)


def _dialogue(criterion: Criterion, example: Example) -> Dialogue:
    tone: Tone = ""
    if example.points == criterion.highest:
        tone = "for"
    elif example.points == criterion.lowest:
        tone = "against"
    return Dialogue(
        title=titled(example.name),
        earned=f"This earned {example.points} of {criterion.highest}",
        tone=tone,
        turns=tuple(
            Said(
                role=turn.speaker.value,
                who=_WHO[turn.speaker],
                pieces=tuple(_pieces(turn.text, _spans(example.evidence, index))),
            )
            for index, turn in enumerate(example.turns)
        ),
    )


def _spans(evidence: Sequence[Evidence], turn: int) -> list[tuple[int, int, Tone]]:
    """What speaks for or against in one turn, in order; what overlaps becomes one."""
    spans: list[tuple[int, int, Tone]] = []
    said = (item for item in evidence if item.turn == turn and item.effect and item.quote)
    for item in sorted(said, key=lambda item: (item.start, -item.end)):
        tone: Tone = "for" if item.effect > 0 else "against"
        if spans and item.start < spans[-1][1]:
            start, end, first = spans.pop()
            spans.append((start, max(end, item.end), first))
        else:
            spans.append((item.start, item.end, tone))
    return spans


def _pieces(text: str, spans: Iterable[tuple[int, int, Tone]]) -> Iterator[Piece]:
    position = 0
    for start, end, tone in spans:
        yield Piece(text=text[position:start])
        yield Piece(text=text[start:end], tone=tone)
        position = end
    yield Piece(text=text[position:])
