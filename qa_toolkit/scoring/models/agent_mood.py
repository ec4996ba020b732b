"""The agent's own mood: VADER over their words, without the sentences that meet the customer's.

"I completely understand how frustrating this must be" is -0.49 to VADER, "I'm so sorry to hear
that" -0.15: the more empathy, the worse the mood. Sentences that hold empathy or an apology are
therefore left out. For display only; no score rests on it.
"""

import re
from collections.abc import Callable, Iterator

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.detectors.detect import Finds
from qa_toolkit.scoring.models.care import WORDS_OF_CARE
from qa_toolkit.scoring.reading import Reading

CARE = ("apology", *WORDS_OF_CARE)
"""Detectors whose sentences speak of the customer's mood, not of the agent's."""
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


def agent_mood(finds: Finds, reading: Reading, compound: Callable[[str], float]) -> float | None:
    """Mean compound of the agent's own sentences, -1 to 1; None where all of them are left out.

    Args:
        finds: what the detectors found.
        reading: the transcript.
        compound: VADER's compound score of a text.
    """
    moods = [compound(sentence) for sentence in own_sentences(finds, reading)]
    return sum(moods) / len(moods) if moods else None


def own_sentences(finds: Finds, reading: Reading) -> Iterator[str]:
    """The agent's sentences that hold no empathy and no apology, in order."""
    care = [span for name in CARE for span in finds.get(name, ())]
    for turn in reading.turns_of(SpeakerRole.AGENT):
        places = [span for span in care if span.turn == turn]
        for sentence in _SENTENCE.finditer(reading.texts[turn]):
            start, end = sentence.span()
            held = any(span.start < end and start < span.end for span in places)
            if not held and any(map(str.isalnum, sentence.group())):
                yield sentence.group().strip()
