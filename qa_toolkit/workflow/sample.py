"""Sample: draw interactions at random, keep the manifest, verify it later."""

import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.sample import Exclusion, Sample, SamplingPlan
from qa_toolkit.errors import UsageError
from qa_toolkit.sampling import Candidate, draw, verify
from qa_toolkit.store import interactions, samples
from qa_toolkit.workflow.project import Project

STAGED = "staged contacts are not sampled"
"""Why mystery shops are kept out of the frame: nobody draws what was arranged."""


def draw_sample(project: Project, rubric: Rubric, *, resume: bool = False) -> Sample:
    """Draw by the project's plan from all interactions that the rubric is made for.

    Args:
        project: with its settings and interactions.
        rubric: says which channels belong into the frame.
        resume: without a seed in the settings, go on with the last sample if it was drawn from
            these very interactions by this rule, so that an interrupted run finishes what it began.

    Raises:
        UsageError: there is nothing to draw from, or the plan asks for two things at once.
    """
    candidates, exclusions = _frame(interactions.all_of(project.database), rubric)
    if not candidates:
        raise UsageError("there are no interactions to draw from", hint="qa import FOLDER")
    size, per_agent = _rule(project)
    seed = project.settings.sample.seed or secrets.token_hex(8)
    sample = draw(candidates, SamplingPlan(seed=seed, size=size, per_agent=per_agent), exclusions)
    if resume and not project.settings.sample.seed:
        sample = _begun_before(project, sample) or sample
    samples.add(project.database, sample)
    return sample


def verify_sample(project: Project, sample: Sample, rubric: Rubric) -> tuple[str, ...]:
    """What differs when the sample is drawn again from the project as it is now; empty: nothing."""
    candidates, exclusions = _frame(interactions.all_of(project.database), rubric)
    return verify(
        replace(sample, exclusions=_unstaged(sample.exclusions)), candidates, _unstaged(exclusions)
    )


def stored_sample(project: Project, sample_id: str = "") -> Sample:
    """A sample of the project by id, or the one drawn last.

    Raises:
        UsageError: there is none.
    """
    sample = samples.get(project.database, sample_id)
    if sample is None:
        what = f"there is no sample '{sample_id}'" if sample_id else "no sample was drawn yet"
        raise UsageError(what, hint="qa sample draw")
    return sample


def has_interactions(project: Project) -> bool:
    """Whether anything was imported yet; mystery shops are not imported."""
    return any(not known.staged for known in interactions.all_of(project.database))


def members_of(project: Project, sample: Sample) -> list[Interaction]:
    """The interactions of a sample, in its order."""
    known = (interactions.get(project.database, m.interaction_id) for m in sample.members)
    return [interaction for interaction in known if interaction is not None]


def _frame(
    known: Iterable[Interaction], rubric: Rubric
) -> tuple[list[Candidate], tuple[Exclusion, ...]]:
    """The interactions that may be drawn, and what is kept out of the frame, counted by reason."""
    candidates, excluded = [], Counter[str]()
    for interaction in known:
        if interaction.staged:
            excluded[STAGED] += 1
        elif interaction.channel in rubric.applies_to.channels:
            candidate = Candidate(interaction_id=interaction.id, agent_id=interaction.agent.id)
            candidates.append(candidate)
        else:
            excluded[f"the rubric is not for the channel {interaction.channel}"] += 1
    exclusions = (Exclusion(reason=reason, count=n) for reason, n in sorted(excluded.items()))
    return candidates, tuple(exclusions)


def _unstaged(exclusions: Iterable[Exclusion]) -> tuple[Exclusion, ...]:
    """Without the count of mystery shops: one more or less is no other frame."""
    return tuple(one for one in exclusions if one.reason != STAGED)


def _rule(project: Project) -> tuple[int | None, int | None]:
    """Size and quota, at most one of them: the command line overrules the file's other one."""
    wanted = project.settings.sample
    if wanted.size is None or wanted.per_agent is None:
        return wanted.size, wanted.per_agent
    said_now = [
        name
        for name in ("sample.size", "sample.per_agent")
        if project.loaded.sources.get(name) == "command line"
    ]
    if said_now == ["sample.size"]:
        return wanted.size, None
    if said_now == ["sample.per_agent"]:
        return None, wanted.per_agent
    raise UsageError("a size and a number per agent are both given", hint="give one of them")


def _begun_before(project: Project, sample: Sample) -> Sample | None:
    """The sample drawn last, when only its seed differs from what would be drawn now."""
    last = samples.get(project.database)
    if last is None:
        return None
    same_rule = replace(last.plan, seed=sample.plan.seed) == sample.plan
    same_frame = last.frame_hash == sample.frame_hash and (
        _unstaged(last.exclusions) == _unstaged(sample.exclusions)
    )
    return last if same_rule and same_frame else None
