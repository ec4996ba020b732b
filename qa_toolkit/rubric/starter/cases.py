"""The cases of a starter: of each criterion, and of whole interactions."""

from collections.abc import Mapping

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.rubric.starter.pieces import CRITERIA, CRITICAL, Choices, piece

_SAID = "    said: |\n"


def cases(choices: Choices) -> dict[str, str]:
    """The files of cases by their names."""
    tops = {name: top for pillar in choices.pillars for name, top in CRITERIA[pillar].items()}
    of_one = {f"{name}.yaml": _of_one(name, top, choices) for name, top in tops.items()}
    return of_one | {"whole.yaml": _whole(tops, choices)}


def _of_one(criterion: str, top: int, choices: Choices) -> str:
    if not choices.worded:
        return _answered(criterion, top)
    text = piece(choices.language, "cases", f"{criterion}.yaml")
    if Channel.CHAT in choices.channels:
        return text
    return text.replace(_SAID, f"    channel: {choices.channels[0]}\n{_SAID}")


def _answered(criterion: str, top: int) -> str:
    """Cases of a criterion that people rate: no answer yet, and every answer there is."""
    lines = [f"criterion: {criterion}", "cases:"]
    lines += ["  it_waits_for_a_person:", "    status: needs_review"]
    for level in range(top + 1):
        lines += [f"  a_person_says_{level}:", *_answers({criterion: level})]
        lines.append(f"    rating: {level}")
    return "\n".join(lines) + "\n"


def _whole(tops: Mapping[str, int], choices: Choices) -> str:
    """All at the top; the critical failure; and a weak section that no other pays for."""
    lines = ["cases:", "  everything_as_it_should_be:", *_answers(tops)]
    lines += ["    outcome: pass", "    percent: 100", "    critical: []"]
    if CRITICAL in tops:
        lines += ["  an_insult_fails_the_whole:", *_answers({**tops, CRITICAL: 0})]
        lines += ["    outcome: fail", "    percent: 0", f"    critical: [{CRITICAL}]"]
    for pillar, share in choices.percents.items():
        # only where the minimum alone decides, neither the pass mark nor a critical failure
        if 100 - share >= choices.pass_mark and CRITICAL not in CRITERIA[pillar]:
            lines += [f"  a_weak_{pillar}_is_not_made_up_for:"]
            lines += _answers({**tops, **dict.fromkeys(CRITERIA[pillar], 0)})
            lines += ["    outcome: fail", f"    percent: {100 - share}", "    critical: []"]
    return "\n".join(lines) + "\n"


def _answers(levels: Mapping[str, int]) -> list[str]:
    return ["    answers:", *(f"      {name}: {level}" for name, level in levels.items())]
