"""The sample in words."""

from decimal import Decimal

from qa_toolkit.domain.natural_order import as_counted
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.view import SampleView, StratumView
from qa_toolkit.scorecards.wording import clean


def sample_view(sample: Sample) -> SampleView:
    """How the interactions were drawn, with what is needed to draw them again."""
    drawn = len(sample.members)
    return SampleView(
        how=_how(sample),
        facts=(
            ("Sample", sample.id),
            ("Seed", clean(sample.plan.seed)),
            ("Frame", f"{counted(sample.frame_size, 'interaction')}, {drawn} drawn"),
            ("Frame hash", sample.frame_hash),
        ),
        strata=tuple(
            StratumView(
                name=clean(stratum.name),
                drawn=stratum.drawn,
                frame=stratum.frame_size,
                chance=_chance(stratum.drawn, stratum.frame_size),
            )
            for stratum in sorted(sample.strata, key=lambda known: as_counted(known.name))
        ),
        exclusions=tuple((clean(known.reason), known.count) for known in sample.exclusions),
    )


def _how(sample: Sample) -> str:
    plan = sample.plan
    if plan.per_agent is not None:
        drawn = f"Up to {counted(plan.per_agent, 'interaction')} of each agent"
    else:
        drawn = f"{counted(len(sample.members), 'interaction')} of all"
    return (
        f"{drawn}, drawn at random. The same interactions and the same seed give the same "
        "sample: qa sample verify draws it again and compares."
    )


def _chance(drawn: int, frame: int) -> str:
    if not frame:
        return wording.DASH
    return f"{wording.number(Decimal(100 * drawn) / Decimal(frame))} %"
