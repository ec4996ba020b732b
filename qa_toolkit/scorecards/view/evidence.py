"""The words or the fact a rating rests on."""

from dataclasses import dataclass

from qa_toolkit.scorecards.view.kinds import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """A quote with its place, or a fact that no turn holds.

    Attributes:
        before, after: the rest of the sentence it stands in.
        when, speaker: empty for a fact, which nobody said.
        anchor: of the turn it stands in; empty for a fact.
        mark: of its words, on the page of the interaction; empty for a fact.
        sign: the tone in words, for those who do not see the colour.
    """

    before: str
    quote: str
    after: str
    when: str
    speaker: str
    anchor: str
    tone: Tone
    sign: str
    note: str
    mark: str

    @property
    def said(self) -> str:
        """The sentence as it was said."""
        return f"{self.before}{self.quote}{self.after}"
