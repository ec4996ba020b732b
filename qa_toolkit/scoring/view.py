"""One interaction as one rubric sees it: everything that rating a criterion may ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import SpeakerRole, Transcript
from qa_toolkit.scoring.abstain import language_of, reason_to_abstain
from qa_toolkit.scoring.models import Model, Prediction, predictions
from qa_toolkit.scoring.opportunities import Opportunity, opportunities
from qa_toolkit.scoring.plan import Plan
from qa_toolkit.scoring.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is looked at, and with what.

    Attributes:
        language: the rubric's language that is spoken; None for any other.
        answers: what people have answered, by criterion.
        abstain: why nothing here can be rated by machine; empty when it can.
        mute: nobody to judge, or a language the rubric is not for: not even a strength.
        predictions: what the models say that the rubric names; none of those that cannot tell.
    """

    plan: Plan
    reading: Reading
    channel: Channel
    language: str | None
    abstain: str
    mute: bool
    answers: Mapping[str, Answer] = field(default_factory=dict)
    predictions: Mapping[str, Prediction] = field(default_factory=dict)
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
        language = language_of(rubric, transcript)
        return cls(
            plan=plan,
            reading=reading,
            channel=channel,
            language=language,
            abstain=reason_to_abstain(rubric, transcript, language),
            mute=language is None or not reading.turns_of(SpeakerRole.AGENT),
            answers=answers,
            predictions=predictions(rubric, reading, language, models),
        )

    @property
    def rubric(self) -> Rubric:
        """What is looked for."""
        return self.plan.rubric

    def section_predictions(self) -> dict[str, Prediction]:
        """What the sections' own models say, by section; nothing where nobody can be judged."""
        if self.mute:
            return {}
        return {
            part.id: self.predictions[part.model]
            for part in self.rubric.sections
            if part.model is not None and part.model in self.predictions
        }

    def chances(self, cue: str) -> tuple[Opportunity, ...]:
        """The occasions that a cue gives, looked for once."""
        known = self._chances.get(cue)
        if known is None:
            known = opportunities(cue, self.rubric.cues[cue], self.reading)
            self._chances[cue] = known
        return known
