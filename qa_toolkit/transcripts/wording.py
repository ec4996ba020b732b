"""Words and numbers of transcripts, decided here for every format."""

from datetime import datetime

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rounding import whole_percent
from qa_toolkit.domain.wording import counted, day_shown, minutes
from qa_toolkit.drawing.low import LOW
from qa_toolkit.drawing.measured import dead_air, talk
from qa_toolkit.drawing.words import one_line
from qa_toolkit.transcripts.document import Document


def date_and_time(moment: datetime) -> str:
    """`14 Mar 2026, 10:32`."""
    return f"{day_shown(moment)}, {moment:%H:%M}"


def facts(document: Document) -> tuple[str, ...]:
    """What an interaction is, in a few words: channel, agent, start, length, what made the words."""
    interaction, transcript = document.interaction, document.transcript
    agent = interaction.agent
    team = f" ({one_line(agent.team)})" if agent.team else ""
    made = " ".join(filter(None, (transcript.origin.engine, transcript.origin.model)))
    known = (
        interaction.channel.shown,
        f"{one_line(agent.shown)}{team}" if agent.shown else "",
        date_and_time(interaction.started_at) if interaction.started_at else "",
        minutes(transcript.duration_s) if transcript.duration_s else "",
        f"words by {one_line(made)}" if interaction.channel is Channel.CALL else "",
    )
    return tuple(filter(None, known))


def cautions(document: Document) -> tuple[str, ...]:
    """The doubt first, then how sure the roles are, then remarks: each a sentence."""
    transcript = document.transcript
    sure = transcript.role_confidence
    estimated = (
        ""
        if sure is None
        else f"Who speaks was estimated, with a confidence of {whole_percent(sure)}."
    )
    doubt = f"Doubtful: {one_line(transcript.doubt)}." if transcript.doubt else ""
    remarks = (_sentence(one_line(remark)) for remark in transcript.remarks)
    return tuple(filter(None, (doubt, estimated, *remarks)))


def low_words(document: Document) -> str:
    """How many words may have been heard wrongly; empty where probabilities are not known."""
    words = [word for turn in document.transcript.turns for word in turn.words]
    if not words:
        return ""
    low = sum(word.probability < LOW for word in words)
    return f"{counted(low, 'word')} of {len(words):,} may have been heard wrongly"


def talk_in_words(document: Document) -> str:
    """The same in a line: `Talk: Agent 64 % (152 words a minute), Customer 36 %. Dead air: 8.0 s.`.

    Dead air is the sum of all silences of two seconds or more.
    """
    said = []
    for name, share, _, pace, _ in talk(document.signals):
        words = f" ({pace} words a minute)" if pace else ""
        said.append(f"{name} {share}{words}")
    silent = dead_air(document.signals)
    silences = f" Dead air: {silent}." if silent else ""
    return f"Talk: {', '.join(said)}.{silences}" if said else ""


def _sentence(text: str) -> str:
    if not text:
        return ""
    end = "" if text.endswith((".", "!", "?")) else "."
    return f"{text[0].upper()}{text[1:]}{end}"
