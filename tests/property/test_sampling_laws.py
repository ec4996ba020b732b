"""What holds for every draw."""

from dataclasses import replace
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from qa_toolkit.domain.sample import Sample, SamplingPlan
from qa_toolkit.sampling import Candidate, draw, verify

NAMES = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=12)
FRAMES = st.dictionaries(NAMES, st.sampled_from(["dana", "eli", "fay"]), max_size=40).map(
    lambda frame: [Candidate(interaction_id=one, agent_id=agent) for one, agent in frame.items()]
)
SEEDS = st.text(max_size=10)
QUOTAS = st.integers(min_value=1, max_value=12)
PLANS = st.one_of(
    st.builds(SamplingPlan, seed=SEEDS),
    st.builds(SamplingPlan, seed=SEEDS, size=QUOTAS),
    st.builds(SamplingPlan, seed=SEEDS, per_agent=QUOTAS),
)


def ids(sample: Sample) -> set[str]:
    return {member.interaction_id for member in sample.members}


@given(FRAMES, PLANS, st.randoms(use_true_random=False))
def test_the_order_of_candidates_does_not_matter(
    frame: list[Candidate], plan: SamplingPlan, random: Random
) -> None:
    shuffled = random.sample(frame, len(frame))
    assert draw(shuffled, plan) == draw(frame, plan)


@given(FRAMES, SEEDS, QUOTAS, st.booleans())
def test_a_larger_sample_holds_the_smaller_one(
    frame: list[Candidate],
    seed: str,
    quota: int,
    per_agent: bool,  # noqa: FBT001 - drawn
) -> None:
    field = "per_agent" if per_agent else "size"
    small = draw(frame, SamplingPlan(seed=seed, **{field: quota}))
    large = draw(frame, SamplingPlan(seed=seed, **{field: quota + 1}))
    assert ids(small) <= ids(large)


@given(FRAMES, SEEDS, QUOTAS)
def test_every_stratum_gives_its_quota_or_all_it_has(
    frame: list[Candidate], seed: str, quota: int
) -> None:
    sample = draw(frame, SamplingPlan(seed=seed, per_agent=quota))
    for stratum in sample.strata:
        size = sum(one.agent_id == stratum.name for one in frame)
        members = [one for one in sample.members if one.stratum == stratum.name]
        assert (stratum.frame_size, len(members)) == (size, min(quota, size))
        assert stratum.probability == stratum.drawn / size


@given(FRAMES, PLANS)
def test_a_draw_verifies_itself(frame: list[Candidate], plan: SamplingPlan) -> None:
    assert verify(draw(frame, plan), frame, ()) == ()


@given(FRAMES, PLANS, st.data())
def test_a_contact_taken_out_of_the_frame_is_noticed(
    frame: list[Candidate], plan: SamplingPlan, data: st.DataObject
) -> None:
    assume(frame)
    sample = draw(frame, plan)
    frame.remove(data.draw(st.sampled_from(frame)))
    assert verify(sample, frame, ())


@given(FRAMES, PLANS, st.data())
def test_a_member_taken_out_of_the_sample_is_noticed(
    frame: list[Candidate], plan: SamplingPlan, data: st.DataObject
) -> None:
    assume(frame)
    sample = draw(frame, plan)
    gone = data.draw(st.sampled_from(sample.members))
    forged = replace(sample, members=tuple(one for one in sample.members if one != gone))
    assert verify(forged, frame, ())


def test_seeds_draw_each_interaction_about_equally_often() -> None:
    """Over 2,000 seeds each of 10 is drawn 600 times ± 5 standard deviations."""
    frame = [Candidate(interaction_id=f"c-{n}", agent_id="dana") for n in range(10)]
    plans = (SamplingPlan(seed=str(seed), size=3) for seed in range(2000))
    samples = [ids(draw(frame, plan)) for plan in plans]
    counts = [sum(one.interaction_id in drawn for drawn in samples) for one in frame]
    assert all(abs(count - 600) < 5 * 20.5 for count in counts)
