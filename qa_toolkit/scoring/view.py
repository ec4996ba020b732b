"""One interaction as one rubric sees it: everything that rating a criterion may ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import SpeakerRole, Transcript
from qa_toolkit.scoring.abstain import language_of, reason_not_to_fail, reason_to_abstain
from qa_toolkit.scoring.finding import Places
from qa_toolkit.scoring.models import Model, Prediction, predictions
from qa_toolkit.scoring.opportunities import Opportunity, opportunities
from qa_toolkit.scoring.plan import Plan
from qa_toolkit.scoring.reading import Reading

_PARTIES = (SpeakerRole.AGENT, SpeakerRole.CUSTOMER)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is looked at, and with what.

    Attributes:
        language: the rubric's language that is spoken; None for any other.
        answers: what people have answered, by criterion.
        abstain: why nothing here can be rated by machine; empty when it can.
        critical_abstain: why nothing critical can, in the same way.
        role_confidence: how sure it is who is who, in 0..1; no judgement here is any surer.
        mute: nobody to judge, or a language the rubric is not for: not even a strength.
        predictions: what the models say that the rubric names; none of those that cannot tell.
        places: where each party uses what is looked for at once.
        sections: what the sections' own models say, by section; nothing where nobody is judged.
    """

    plan: Plan
    reading: Reading
    places: Mapping[SpeakerRole, Places]
    channel: Channel
    language: str | None
    abstain: str
    critical_abstain: str
    role_confidence: float
    mute: bool
    answers: Mapping[str, Answer] = field(default_factory=dict)
    predictions: Mapping[str, Prediction] = field(default_factory=dict)
    sections: Mapping[str, Prediction] = field(default_factory=dict)
    _chances: dict[str, tuple[Opportunity, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        transcript: Transcript,
        signals: Signals,
        plan: Plan,
        channel: Channel,
        facts: Mapping[str, str],
        answers: Mapping[str, Answer],
        models: Mapping[str, Model],
    ) -> "View":
        """The view of a transcript with its signals."""
        reading = Reading(transcript=transcript, signals=signals, facts=facts, indexes=plan.indexes)
        rubric = plan.rubric
        language = language_of(rubric, reading)
        mute = language is None or not reading.turns_of(SpeakerRole.AGENT)
        said = predictions(rubric, reading, language, models)
        return cls(
            plan=plan,
            reading=reading,
            places={party: reading.all_places(party) for party in _PARTIES},
            channel=channel,
            language=language,
            abstain=reason_to_abstain(rubric, reading, language),
            critical_abstain=reason_not_to_fail(transcript),
            role_confidence=role_confidence(transcript),
            mute=mute,
            answers=answers,
            predictions=said,
            sections={} if mute else _of_sections(rubric, said),
        )

    @property
    def rubric(self) -> Rubric:
        """What is looked for."""
        return self.plan.rubric

    def chances(self, cue: str) -> tuple[Opportunity, ...]:
        """The occasions that a cue gives, looked for once."""
        known = self._chances.get(cue)
        if known is None:
            known = opportunities(cue, self.rubric.cues[cue], self.reading)
            self._chances[cue] = known
        return known


def role_confidence(transcript: Transcript) -> float:
    """How sure it is who is who, 0..1; 1 where the source says it."""
    return 1.0 if transcript.role_confidence is None else transcript.role_confidence


def _of_sections(rubric: Rubric, said: Mapping[str, Prediction]) -> dict[str, Prediction]:
    return {
        part.id: said[part.model]
        for part in rubric.sections
        if part.model is not None and part.model in said
    }
