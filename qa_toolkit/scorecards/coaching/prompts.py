"""Questions for the talk by GROW (Whitmore, Coaching for Performance, 1992), made for a priority."""

from collections.abc import Iterator, Sequence

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.drawing.words import SPEAKERS
from qa_toolkit.scorecards.coaching.needs import Need
from qa_toolkit.scorecards.coaching.next_steps import goal, usual_level
from qa_toolkit.scorecards.view import CoachingPointView, PromptView
from qa_toolkit.scorecards.wording import clean

STEPS = ("Goal", "Reality", "Options", "Will")


def prompts(
    found: Sequence[Need],
    priorities: Sequence[CoachingPointView],
    strengths: Sequence[CoachingPointView],
) -> tuple[PromptView, ...]:
    """Four questions for each priority, one by step; without any, four about the best strength."""
    if priorities:
        pairs = zip(found, priorities, strict=False)
        return tuple(
            prompt
            for need, point in pairs
            for prompt in _about(
                point, _goal(need, point), _reality(point), _options(need, point), _will(point)
            )
        )
    return tuple(_of_strength(strengths[0])) if strengths else ()


def _about(point: CoachingPointView, *questions: str) -> Iterator[PromptView]:
    """A question for each step, in their order."""
    for step, question in zip(STEPS, questions, strict=True):
        yield PromptView(step=step, question=question, topic=point.question)


def _goal(need: Need, point: CoachingPointView) -> str:
    better, level = goal(need), need.performance.criterion.levels.get(usual_level(need), "")
    if need.performance.criterion.type == "scale" and better and level:
        return (
            f"“{point.question}” is mostly at “{clean(level)}”. "
            f"What would “{better}” sound like in your own words?"
        )
    return f"“{point.question}” What should a customer be able to say of you here?"


def _reality(point: CoachingPointView) -> str:
    moment = point.examples[0]
    if moment.quote and moment.speaker == SPEAKERS[SpeakerRole.SHOPPER]:
        return f"A mystery shopper noted “{moment.quote}” ({moment.where}). How do you remember it?"
    if moment.quote:
        return f"You said “{moment.quote}” ({moment.where}). What was going on for you just then?"
    return f"Go back to {moment.where}. What happened there, from where you sat?"


def _options(need: Need, point: CoachingPointView) -> str:
    full = need.count - len(need.short)
    worked = (
        f"It went fully well in {full} of {need.count}: what did you do there? " if full else ""
    )
    tried = f"One way: {point.tip} What else" if point.tip else "What"
    return f"{worked}{tried} could you try?"


def _will(point: CoachingPointView) -> str:
    agreed = point.agreed
    if agreed is None or not agreed.action:
        return "What exactly will you do, from when, and how will we both see it at the follow-up?"
    until = f" by {agreed.follow_up_shown}" if agreed.follow_up else ""
    return f"We agreed on “{agreed.action}”{until}. How far is it, and what is the next step?"


def _of_strength(point: CoachingPointView) -> Iterator[PromptView]:
    return _about(
        point,
        f"“{point.question}” is a strength. What is next for you?",
        "When does it come easily, and when does it not?",
        "Who could learn it from you, and how?",
        "What will you do until we talk again?",
    )
