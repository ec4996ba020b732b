"""The form of a scenario, made from it and its rubric."""

from collections.abc import Iterator, Mapping

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import AppliesWhen, Criterion, Rubric
from qa_toolkit.domain.shop.form import AskedWhen, Choice, FormQuestion, FormSection, ShopForm
from qa_toolkit.domain.shop.log import REQUIRED_MARKS, Mark
from qa_toolkit.domain.shop.scenario import Scenario

_MARKS_OF = {
    Channel.CALL: (Mark.START, Mark.ANSWERED, Mark.HOLD, Mark.RESUMED, Mark.END),
    Channel.CHAT: (Mark.START, Mark.ANSWERED, Mark.HOLD, Mark.RESUMED, Mark.END),
}
"""The presses of the stopwatch that a channel has; where none are named, the required ones."""


def form_of(scenario: Scenario, rubric: Rubric, form_hash: str) -> ShopForm:
    """The form by which a scenario is logged.

    Criteria that a fact of the scenario or its channel rules out are left out. Whether the
    customer's cue was given is for the shopper to say, who plays the customer: such criteria are
    asked, and may be answered as not applicable.
    """
    facts = _facts(scenario)
    sections = tuple(
        FormSection(
            id=section.id,
            title=section.title,
            guidance=section.guidance,
            questions=tuple(
                _question(criterion, heading, section.id, scenario, rubric)
                for heading, criteria in (
                    ("", section.criteria),
                    *((part.title, part.criteria) for part in section.sections),
                )
                for criterion in criteria
                if _possible(criterion.applies_when, scenario.channel, facts)
            ),
        )
        for section in rubric.sections
    )
    return ShopForm(
        scenario=scenario.id,
        title=scenario.title,
        hash=form_hash,
        channel=scenario.channel,
        language=scenario.language,
        marks=_MARKS_OF.get(scenario.channel, REQUIRED_MARKS),
        sections=tuple(section for section in sections if section.questions),
        evidence=scenario.evidence,
        narrative_words=scenario.narrative_words,
    )


def _question(
    criterion: Criterion, heading: str, section: str, scenario: Scenario, rubric: Rubric
) -> FormQuestion:
    when = criterion.applies_when
    answers = when.answers.items() if when else ()
    # with `any`, a condition that holds already makes the others idle
    idle = when is not None and when.match == "any" and _one_holds(when, scenario)
    waits = () if idle else tuple(_asked_when(rubric, other, given) for other, given in answers)
    return FormQuestion(
        id=criterion.id,
        section=section,
        heading=heading,
        text=criterion.question,
        guidance=criterion.guidance,
        type=criterion.type,
        choices=choices_of(criterion),
        spans=tuple((known.start, known.below) for known in criterion.ranges),
        unit=criterion.unit,
        na_allowed=criterion.scored and criterion.na_allowed,
        measure=scenario.measures.get(criterion.id),
        when=waits,
        any_of=when is not None and when.match == "any",
        comment_at=frozenset({"no"} if criterion.type == "yes_no" else ()),
    )


def choices_of(criterion: Criterion) -> tuple[Choice, ...]:
    """The answers to choose from, best first where they have an order."""
    match criterion.type:
        case "yes_no":
            levels = criterion.levels
            return (Choice(value="yes", text=levels[1]), Choice(value="no", text=levels[0]))
        case "scale":
            return tuple(
                Choice(value=str(level), text=text) for level, text in criterion.levels.items()
            )
        case "choice" | "multi_choice":
            return tuple(Choice(value=one.id, text=one.text) for one in criterion.options)
        case "number" | "text" | "info":
            return ()


def _asked_when(rubric: Rubric, other: str, wanted: tuple[int | str, ...]) -> AskedWhen:
    criterion = rubric.places[other].criterion
    levels = {value for value in wanted if isinstance(value, int)}
    names = {value for value in wanted if isinstance(value, str)}
    if criterion.type == "yes_no":
        names |= {"yes" if level else "no" for level in levels}
    elif criterion.options:
        names |= {one.id for one in criterion.options if one.points in levels}
    elif criterion.type == "scale":
        names |= {str(level) for level in levels}
    spans = [(one.start, one.below) for one in criterion.ranges if one.points in levels]
    return AskedWhen(question=other, values=frozenset(names), spans=tuple(spans))


def _possible(when: AppliesWhen | None, channel: Channel, facts: Mapping[str, str]) -> bool:
    """Whether a criterion can apply at all in this scenario."""
    if when is None:
        return True
    fixed = list(_fixed(when, channel, facts))
    if when.match == "all":
        return all(fixed)
    return any(fixed) or bool(when.answers) or when.customer is not None or not fixed


def _one_holds(when: AppliesWhen, scenario: Scenario) -> bool:
    return when.customer is not None or any(_fixed(when, scenario.channel, _facts(scenario)))


def _facts(scenario: Scenario) -> dict[str, str]:
    """What is known of every shop of a scenario before it is held."""
    own = {name.casefold(): value for name, value in scenario.metadata.items()}
    return own | {"staged": "yes", "scenario": scenario.id, "language": scenario.language}


def _fixed(when: AppliesWhen, channel: Channel, facts: Mapping[str, str]) -> Iterator[bool]:
    """The conditions that are decided before anything is answered."""
    if when.channels:
        yield channel in when.channels
    for name, values in when.metadata.items():
        known = facts.get(name.casefold(), "").strip().casefold()
        yield known in {value.casefold() for value in values}
