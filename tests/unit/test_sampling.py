"""The draw and its manifest."""

from dataclasses import replace
from hashlib import blake2b

import pytest

from qa_toolkit.domain.sample import Exclusion, Member, SamplingPlan, Stratum
from qa_toolkit.errors import UsageError
from qa_toolkit.sampling import Candidate, draw, draw_key, verify

FRAME = tuple(
    Candidate(interaction_id=f"call-{n}", agent_id=agent)
    for n, agent in enumerate(["dana", "dana", "dana", "eli", "eli", "fay"], start=1)
)
SHORT = Exclusion(reason="shorter than 30 s", count=4)


def ids(members: tuple[Member, ...]) -> list[str]:
    return [member.interaction_id for member in members]


def test_the_draw_key_is_the_published_hash() -> None:
    # printf '2026-11\037call-1' | b2sum -l 128
    assert draw_key("2026-11", "call-1").hex() == "96a79bd984ed3740b345b31d7bc51945"


def test_the_frame_hash_is_the_published_hash() -> None:
    # printf 'call-1\tdana\n…call-6\tfay\n' | b2sum -l 128
    sample = draw(FRAME, SamplingPlan(seed="2026-11", per_agent=2))
    assert sample.frame_hash == "1325fd40384af2bcfce5f39de1b80720"


def test_an_auditor_draws_the_same_sample_from_the_recipe() -> None:
    sample = draw(FRAME, SamplingPlan(seed="7", size=3))
    keys = {
        one.interaction_id: blake2b(b"7\x1f" + one.interaction_id.encode(), digest_size=16).digest()
        for one in FRAME
    }
    assert ids(sample.members) == sorted(keys, key=keys.__getitem__)[:3]


def test_a_quota_is_drawn_from_each_agent() -> None:
    sample = draw(FRAME, SamplingPlan(seed="7", per_agent=2), (SHORT,))
    assert sample.strata == (
        Stratum(name="dana", frame_size=3, drawn=2, probability=2 / 3),
        Stratum(name="eli", frame_size=2, drawn=2, probability=1.0),
        Stratum(name="fay", frame_size=1, drawn=1, probability=1.0),
    )
    assert [member.stratum for member in sample.members] == ["dana"] * 2 + ["eli"] * 2 + ["fay"]
    assert sample.exclusions == (SHORT,)


def test_a_plan_without_a_number_takes_everything() -> None:
    sample = draw(FRAME, SamplingPlan(seed="7"))
    assert sorted(ids(sample.members)) == [one.interaction_id for one in FRAME]
    assert sample.strata == (Stratum(name="all", frame_size=6, drawn=6, probability=1.0),)


def test_nothing_to_draw_from_gives_an_empty_sample() -> None:
    sample = draw([], SamplingPlan(seed="7", size=3))
    assert (sample.frame_size, sample.strata, sample.members) == (0, (), ())


def test_an_agents_change_of_contact_changes_the_frame() -> None:
    """The quota of an agent depends on whose contacts they are, so the frame hash must too."""
    moved = (replace(FRAME[0], agent_id="eli"), *FRAME[1:])
    plan = SamplingPlan(seed="7", per_agent=1)
    assert draw(moved, plan).frame_hash != draw(FRAME, plan).frame_hash


@pytest.mark.parametrize(
    "change", [{"seed": "8"}, {"size": 4}, {"size": None}, {"size": None, "per_agent": 3}]
)
def test_another_plan_gives_another_id(change: dict[str, str | int | None]) -> None:
    plan = SamplingPlan(seed="7", size=3)
    other = replace(plan, **change)  # type: ignore[arg-type]  # a mapping of mixed fields
    assert draw(FRAME, plan).id != draw(FRAME, other).id


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        (SamplingPlan(seed="7", size=0), "cannot draw 0"),
        (SamplingPlan(seed="7", per_agent=-1), "cannot draw -1"),
        (SamplingPlan(seed="7", size=1, per_agent=1), "either a size or a number per agent"),
    ],
)
def test_a_plan_that_draws_nothing_is_refused(plan: SamplingPlan, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        draw(FRAME, plan)


def test_an_interaction_that_stands_twice_in_the_frame_is_refused() -> None:
    twice = Candidate(interaction_id="call-1", agent_id="eli")
    with pytest.raises(UsageError, match="'call-1' stands in the frame twice"):
        draw((*FRAME, twice), SamplingPlan(seed="7", per_agent=1))


def test_a_seed_that_is_not_unicode_still_draws() -> None:
    assert draw(FRAME, SamplingPlan(seed="\udcff", size=2)).members


def test_verifying_tells_what_was_changed() -> None:
    sample = draw(FRAME, SamplingPlan(seed="7", size=2), (SHORT,))
    left = next(one for one in FRAME if one.interaction_id not in ids(sample.members))
    swapped = Member(interaction_id=left.interaction_id, stratum="all")
    forged = replace(sample, members=(sample.members[0], swapped))
    assert verify(forged, FRAME, (SHORT,)) == (
        f"drawn but not in the sample: {sample.members[1].interaction_id}",
        f"in the sample but not drawn: {left.interaction_id}",
    )


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        ({"frame_size": 99}, "the frame holds 6 interactions, not 99"),
        ({"frame_hash": "00"}, "the frame has the hash"),
        ({"exclusions": ()}, "kept out are 4 (shorter than 30 s), not none"),
        ({"strata": ()}, "the strata all have other sizes"),
        ({"id": "s-0"}, "its id is s-"),
        ({"plan": SamplingPlan(seed="7", size=0)}, "cannot draw 0 interactions"),
    ],
)
def test_a_changed_manifest_is_noticed(change: dict[str, object], difference: str) -> None:
    sample = draw(FRAME, SamplingPlan(seed="7", size=2), (SHORT,))
    forged = replace(sample, **change)  # type: ignore[arg-type]  # a mapping of mixed fields
    assert any(difference in one for one in verify(forged, FRAME, (SHORT,)))


def test_another_order_of_members_is_noticed() -> None:
    sample = draw(FRAME, SamplingPlan(seed="7", size=2))
    forged = replace(sample, members=sample.members[::-1])
    assert verify(forged, FRAME, ()) == ("the members stand in another order",)


def test_a_long_list_of_differences_is_cut() -> None:
    many = [Candidate(interaction_id=f"c-{n}", agent_id="dana") for n in range(20)]
    sample = draw(many, SamplingPlan(seed="7", size=12))
    (difference,) = verify(replace(sample, members=()), many, ())
    assert difference.endswith("and 7 more")
