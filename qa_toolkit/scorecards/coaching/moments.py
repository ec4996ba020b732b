"""One moment of a talk as situation, behaviour and impact; nothing in it is made up."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.transcript import SpeakerRole, Turn
from qa_toolkit.domain.wording import minutes
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.coaching.performance import Performance, Rated
from qa_toolkit.scorecards.evidence_view import evidence_view
from qa_toolkit.scorecards.turn_places import turn_anchor
from qa_toolkit.scorecards.view import ExampleView
from qa_toolkit.scorecards.wording import DASH, clean

MOST_SAID = 220
"""Characters of what the customer said before or after: enough to know the moment again."""
_SILENT = "Nothing that was said shows it."
_THE_CONTACT = {
    Channel.CALL: "The call",
    Channel.CHAT: "The chat",
    Channel.EMAIL: "The e-mail",
    Channel.SMS: "The text message",
    Channel.SOCIAL: "The message",
    Channel.VISIT: "The visit",
}


def example(
    performance: Performance, rated: Rated, item: Evidence | None, impact: str = ""
) -> ExampleView:
    """A moment; `item` holds the agent's words, None where nothing said shows it.

    Args:
        performance: the criterion.
        rated: the rating and its interaction.
        item: evidence with words.
        impact: what the rating did to its total.
    """
    scored, anchor, score = rated.placed.scored, rated.placed.anchor, rated.score
    level = (
        performance.criterion.levels.get(score.points or 0, "") if score.points is not None else ""
    )
    quoted = None if item is None else evidence_view(item, scored, anchor)
    cue = _cue(rated, item)
    return ExampleView(
        before=quoted.before if quoted else "",
        quote=quoted.quote if quoted else "",
        after=quoted.after if quoted else "",
        speaker=quoted.speaker if quoted else "",
        silent="" if quoted or not scored.transcript.turns else _SILENT,
        reason=clean(wording.beyond(score.reason, level)),
        level=clean(level),
        where=_where(scored, quoted.when if quoted else ""),
        anchor=_anchor(anchor, quoted.anchor if quoted else "", cue),
        situation=_situation(scored, item, cue),
        impact=" ".join(filter(None, (impact, _answer(scored, item or cue)))),
    )


def words(rated: Rated) -> Iterable[Evidence]:
    """The evidence that quotes the agent: no occasions, no facts, nothing a customer said."""
    turns = rated.placed.scored.transcript.turns
    return (
        item
        for item in rated.score.evidence
        if item.quote and not item.is_cue and turns[item.turn].speaker is not SpeakerRole.CUSTOMER
    )


def cost(rated: Rated, shares: Mapping[str, Fraction], rubric: Rubric) -> str:
    """What a rating did to its total, as in `Cost 12.5 points of this total (82.5)`.

    Args:
        rated: the rating.
        shares: of this total, by criterion.
        rubric: says what a critical failure does.
    """
    card, score = rated.placed.scored.scorecard, rated.score
    if score.critical_failed and score.criterion in rubric.places:
        rule = rubric.critical_rule(rubric.places[score.criterion].criterion)
        computed = wording.number(card.computed_percent)
        return {
            "zero": f"A critical failure: this total is 0 instead of {computed}.",
            "fail": "A critical failure: the outcome is Fail, whatever the total.",
            "section": "A critical failure: its section counts 0 and the outcome is Fail.",
        }[rule]
    lost = 100 * shares.get(score.criterion, Fraction(0)) * (1 - rated.value)
    if not lost or card.computed_percent is None or card.percent is None:
        return ""
    which = "this total" if card.percent == card.computed_percent else "the computed total"
    return (
        f"Cost {wording.number(lost)} points of {which} ({wording.number(card.computed_percent)})."
    )


def _cue(rated: Rated, item: Evidence | None) -> Evidence | None:
    """The customer's words that called for it: the last before the quote, else the first."""
    cues = [known for known in rated.score.evidence if known.is_cue and known.quote]
    if item is None:
        return min(cues, key=_place, default=None)
    return max((cue for cue in cues if _place(cue) <= _place(item)), key=_place, default=None)


def _place(item: Evidence) -> tuple[int, int]:
    return item.turn, item.start


def _situation(scored: Scored, item: Evidence | None, cue: Evidence | None) -> str:
    if scored.interaction.staged:
        return ""  # the shopper's note says what the situation was
    turns, contact = scored.transcript.turns, _THE_CONTACT[scored.interaction.channel]
    if cue is not None:
        return _customer(turns[cue.turn])
    if item is not None:
        before = next((turn for turn in reversed(turns[: item.turn]) if _is_customer(turn)), None)
        return _customer(before) if before else f"{contact} begins."
    length = scored.transcript.duration_s
    if length and scored.interaction.channel is Channel.CALL:
        return f"The whole call of {minutes(length)}."
    return f"{contact} as a whole."


def _answer(scored: Scored, item: Evidence | None) -> str:
    """What the customer said next, after the quote or, without one, after its occasion."""
    if item is None:
        return ""
    turns = iter(scored.transcript.turns[item.turn + 1 :])
    if item.is_cue:  # the agent must have spoken in between
        next((turn for turn in turns if turn.speaker is SpeakerRole.AGENT), None)
    then = next((turn for turn in turns if _is_customer(turn)), None)
    return f"What the customer said next: {_quoted(then)}" if then else ""


def _customer(turn: Turn) -> str:
    return f"Customer: {_quoted(turn)}"


def _quoted(turn: Turn) -> str:
    return f"“{wording.clipped(clean(turn.text).strip(), MOST_SAID)}”"


def _is_customer(turn: Turn) -> bool:
    return turn.speaker is SpeakerRole.CUSTOMER


def _anchor(scorecard: str, quoted: str, cue: Evidence | None) -> str:
    if quoted:
        return quoted
    return scorecard if cue is None else turn_anchor(scorecard, cue.turn)


def _where(scored: Scored, when: str) -> str:
    interaction = scored.interaction
    place = (
        interaction.channel.shown,
        clean(interaction.id),
        wording.date_and_time(interaction.started_at).replace(DASH, ""),
        when,
    )
    return " · ".join(filter(None, place))
