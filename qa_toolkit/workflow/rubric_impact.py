"""Impact: the same interactions scored under two versions of a rubric."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError
from qa_toolkit.rubric.diff.impact import Impact
from qa_toolkit.rubric.diff.match import Names
from qa_toolkit.rubric.diff.reuse import carried, rated_alike
from qa_toolkit.rubric.diff.tally import Tally
from qa_toolkit.scoring import score
from qa_toolkit.signals import measure
from qa_toolkit.workflow.against import interactions_of
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.provenance import provenance
from qa_toolkit.workflow.rubric_files import UsableRubric


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Both versions to score with.

    Attributes:
        alike: the old id, by the new one, of what is rated once for both.
    """

    old: UsableRubric
    new: UsableRubric
    alike: Mapping[str, str]

    @classmethod
    def of(cls, old: UsableRubric, new: UsableRubric, names: Names) -> "Versions":
        """With what need not be looked at twice."""
        return cls(old=old, new=new, alike=rated_alike(old.rubric, new.rubric, names))


def impact(
    old: UsableRubric,
    new: UsableRubric,
    names: Names,
    against: str,
    stdin: Iterable[bytes] = (),
    progress: Progress = SILENT,
) -> Impact:
    """Score every interaction under both versions and compare; nothing is kept or written.

    Args:
        old: the version before.
        new: the version after.
        names: what of OLD goes by which id in NEW.
        against: see `interactions_of`.
        stdin: what `-` means.
        progress: told of every interaction.

    Raises:
        UsageError: there are no interactions, or none that can be used.
    """
    versions = Versions.of(old, new, names)
    tally = Tally(old.rubric, new.rubric, names)
    channels = {*old.rubric.applies_to.channels, *new.rubric.applies_to.channels}
    progress.start("score", None)
    for item in interactions_of(against, stdin, channels):
        progress.advance("score")
        if isinstance(item, Problem):
            tally.unusable(item)
        elif item.transcript is None:
            tally.without_words()
        else:
            tally.add(item.interaction, *score_both(item.interaction, item.transcript, versions))
    progress.finish("score")
    found = tally.impact(against)
    if not found.scored:
        raise UsageError(_nothing(found), hint="a project with transcripts, lines, or a folder")
    return found


def score_both(
    interaction: Interaction, transcript: Transcript, versions: Versions
) -> tuple[Scorecard, Scorecard]:
    """The scorecards of one interaction under OLD and NEW."""
    old, new = versions.old, versions.new
    signals, facts = measure(transcript), interaction.facts()
    before = score(
        transcript,
        signals,
        old.rubric,
        interaction.channel,
        provenance(old, transcript.origin),
        facts=facts,
        models=old.models,
    )
    ratings = {rating.criterion: rating for rating in before.criteria}
    known = {is_: carried(ratings[was], is_, new.rubric) for is_, was in versions.alike.items()}
    after = score(
        transcript,
        signals,
        new.rubric,
        interaction.channel,
        provenance(new, transcript.origin),
        facts=facts,
        known=known,
        models=new.models,
    )
    return before, after


def _nothing(found: Impact) -> str:
    if found.problems:
        return f"nothing in {found.source} can be scored: {found.problems[0]}"
    if found.without_words:
        waiting = counted(found.without_words, "interaction")
        return f"{found.source}: {waiting}, none with words yet"
    return f"there are no interactions in {found.source}"
