r"""The draw: which interactions are reviewed, so that anybody can draw them again.

Each stratum keeps the k interactions with the smallest draw keys. The key of an interaction is
BLAKE2b (16 bytes) of the UTF-8 text `seed US id`, where US is the character 0x1f; so the sample
depends on seed and ids alone, not on the order of rows, the file format or the machine.

The frame hash is BLAKE2b (16 bytes) of one line `id TAB stratum LF` for each interaction, sorted
by id, in UTF-8. An auditor with the frame and ten lines of Python draws the sample again::

    from hashlib import blake2b

    def digest(text):
        return blake2b(text.encode(), digest_size=16).hexdigest()

    frame = sorted([("call-1", "dana"), ("call-2", "dana"), ("call-3", "eli")])  # id, stratum
    print("frame hash", digest("".join(f"{id}\t{stratum}\n" for id, stratum in frame)))
    for name in sorted({stratum for _, stratum in frame}):
        ids = [id for id, stratum in frame if stratum == name]
        print(name, sorted(ids, key=lambda id: digest(f"{seed}\x1f{id}"))[:k])

The strata of a per-agent draw are the agents' ids; a simple draw has the one stratum "all".
"""

import hashlib
import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from qa_toolkit.domain.sample import Exclusion, Member, Sample, SamplingPlan, Stratum
from qa_toolkit.domain.wording import some_of
from qa_toolkit.errors import UsageError

EVERYTHING = "all"
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An interaction that may be drawn."""

    interaction_id: str
    agent_id: str


def draw(
    candidates: Iterable[Candidate],
    plan: SamplingPlan,
    exclusions: tuple[Exclusion, ...] = (),
) -> Sample:
    """Draw a sample; a plan with neither size nor quota takes everything, in draw order.

    Members are sorted by stratum, then by draw key. A stratum smaller than its quota is taken
    whole.

    Args:
        candidates: the frame, in any order.
        plan: the rule of the draw.
        exclusions: what was kept out of the frame before, for the manifest.

    Raises:
        UsageError: the plan asks for less than one interaction or for two things at once, or an
            interaction stands in the frame twice.
    """
    quota = _quota(plan)
    frame = sorted((c.interaction_id, _stratum_of(c, plan)) for c in candidates)
    for (one, _), (next_one, _) in pairwise(frame):
        if one == next_one:
            raise UsageError(
                f"interaction {one!r} stands in the frame twice",
                hint="give each interaction its own id",
            )
    groups: dict[str, list[str]] = {}
    for interaction_id, name in frame:
        groups.setdefault(name, []).append(interaction_id)
    drawn = {name: _smallest(ids, plan.seed, quota) for name, ids in sorted(groups.items())}
    frame_hash = _digest("".join(f"{one}\t{name}\n" for one, name in frame)).hex()
    return Sample(
        id=_sample_id(plan, frame_hash),
        plan=plan,
        frame_hash=frame_hash,
        frame_size=len(frame),
        exclusions=exclusions,
        strata=tuple(
            Stratum(
                name=name,
                frame_size=len(groups[name]),
                drawn=len(ids),
                probability=len(ids) / len(groups[name]),
            )
            for name, ids in drawn.items()
        ),
        members=tuple(
            Member(interaction_id=one, stratum=name) for name, ids in drawn.items() for one in ids
        ),
    )


def draw_key(seed: str, interaction_id: str) -> bytes:
    """The place of an interaction in the draw: the smaller, the earlier."""
    return _digest(f"{seed}\x1f{interaction_id}")


def verify(
    sample: Sample, candidates: Iterable[Candidate], exclusions: tuple[Exclusion, ...]
) -> tuple[str, ...]:
    """Draw again and tell the differences in words; empty means that the sample is verified."""
    try:
        again = draw(candidates, sample.plan, exclusions)
    except UsageError as reason:
        return (reason.message,)
    return tuple(filter(None, (compare(sample, again) for compare in _COMPARISONS)))


def _quota(plan: SamplingPlan) -> int | None:
    if plan.size is not None and plan.per_agent is not None:
        raise UsageError("a sample has either a size or a number per agent", hint="give only one")
    quota = plan.size if plan.per_agent is None else plan.per_agent
    if quota is not None and quota < 1:
        raise UsageError(f"cannot draw {quota} interactions", hint="ask for 1 or more")
    return quota


def _stratum_of(candidate: Candidate, plan: SamplingPlan) -> str:
    return EVERYTHING if plan.per_agent is None else candidate.agent_id


def _smallest(ids: list[str], seed: str, quota: int | None) -> list[str]:
    count = len(ids) if quota is None else quota
    return heapq.nsmallest(count, ids, key=lambda one: (draw_key(seed, one), one))


def _sample_id(plan: SamplingPlan, frame_hash: str) -> str:
    rule = f"{plan.seed}\x1f{plan.size}\x1f{plan.per_agent}\x1f{frame_hash}"
    return f"s-{_digest(rule).hex()[:10]}"


def _digest(text: str) -> bytes:
    # surrogatepass: a seed from the command line may hold bytes that are not UTF-8
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()


def _frame_difference(sample: Sample, again: Sample) -> str:
    if sample.frame_size != again.frame_size:
        return f"the frame holds {again.frame_size} interactions, not {sample.frame_size}"
    if sample.frame_hash != again.frame_hash:
        return f"the frame has the hash {again.frame_hash}, not {sample.frame_hash}"
    return ""


def _exclusion_difference(sample: Sample, again: Sample) -> str:
    if set(sample.exclusions) == set(again.exclusions):
        return ""
    return f"kept out are {_counts(again.exclusions)}, not {_counts(sample.exclusions)}"


def _counts(exclusions: tuple[Exclusion, ...]) -> str:
    return ", ".join(f"{one.count} ({one.reason})" for one in exclusions) or "none"


def _stratum_difference(sample: Sample, again: Sample) -> str:
    differing = sorted({one.name for one in set(sample.strata) ^ set(again.strata)})
    return f"the strata {some_of(differing, _MOST_NAMED)} have other sizes" if differing else ""


def _missing_members(sample: Sample, again: Sample) -> str:
    missing = _members_beyond(again, sample)
    return f"drawn but not in the sample: {some_of(missing, _MOST_NAMED)}" if missing else ""


def _surplus_members(sample: Sample, again: Sample) -> str:
    surplus = _members_beyond(sample, again)
    return f"in the sample but not drawn: {some_of(surplus, _MOST_NAMED)}" if surplus else ""


def _order_difference(sample: Sample, again: Sample) -> str:
    if sample.members == again.members or set(sample.members) != set(again.members):
        return ""
    return "the members stand in another order"


def _id_difference(sample: Sample, again: Sample) -> str:
    return "" if sample.id == again.id else f"its id is {again.id}, not {sample.id}"


_COMPARISONS: tuple[Callable[[Sample, Sample], str], ...] = (
    _frame_difference,
    _exclusion_difference,
    _stratum_difference,
    _missing_members,
    _surplus_members,
    _order_difference,
    _id_difference,
)


def _members_beyond(sample: Sample, other: Sample) -> list[str]:
    known = {(one.interaction_id, one.stratum) for one in other.members}
    return [
        one.interaction_id
        for one in sample.members
        if (one.interaction_id, one.stratum) not in known
    ]
