"""A rubric to start from: text to be changed by its owners, with a case for all that it looks for.

The pieces lie beside this module as the YAML they become: `head.yaml`, a section for each pillar,
and in `en/` what the machine looks for in each criterion, with the cases. In a language without
such a folder people rate, until somebody has written wordings.
"""

import json
from decimal import Decimal
from string import Template

from qa_toolkit.domain.wording import plain_number
from qa_toolkit.rubric.starter.cases import cases
from qa_toolkit.rubric.starter.pieces import CRITERIA, PILLARS, Choices, Pillar, piece

__all__ = ["PILLARS", "Choices", "Pillar", "starter"]

_OUTSTANDING = Decimal(90)
_BY_PEOPLE = "        rate: manual\n"


def starter(choices: Choices) -> dict[str, str]:
    """The files of a new rubric, by their path from the folder of rubrics with `/` in it."""
    rubric = [_head(choices)]
    if choices.worded and "empathy" in choices.pillars:
        rubric.append(piece(choices.language, "cues.yaml"))
    rubric.append("\nsections:\n")
    rubric += [_section(pillar, share, choices) for pillar, share in choices.percents.items()]
    beside = {f"cases/{choices.name}/{name}": text for name, text in cases(choices).items()}
    return {f"{choices.name}.yaml": "".join(rubric)} | beside


def _head(choices: Choices) -> str:
    mark = choices.pass_mark
    bands = {"Needs practice": Decimal(0), "Good": mark}
    if mark < _OUTSTANDING:
        bands["Outstanding"] = _OUTSTANDING
    return Template(piece("head.yaml")).substitute(
        name=choices.name,
        title=json.dumps(choices.title, ensure_ascii=False),
        language=choices.language,
        channels=", ".join(choices.channels),
        pass_mark=plain_number(mark),
        bands=", ".join(f"{name}: {plain_number(start)}" for name, start in bands.items()),
        minimums=_minimums(choices),
    )


def _minimums(choices: Choices) -> str:
    """The key with its values; nothing for one section, which no other could pay for."""
    if len(choices.pillars) == 1:
        return ""
    least = plain_number(_least(choices.pass_mark, max(choices.percents.values())))
    minimums = ", ".join(f"{pillar}: {least}" for pillar in choices.pillars)
    return Template(piece("minimums.yaml")).substitute(minimums=minimums)


def _least(mark: Decimal, share: int) -> Decimal:
    """Half-way from what full other sections can pay for to the pass mark.

    Under the first a minimum would never decide, and at the second the pass mark would not. Where
    all must be full, no minimum decides anything: then half of it, as a sign.
    """
    paid_for = max(Decimal(0), (mark - (100 - share)) * 100 / share)
    between = (paid_for + mark) / 2
    even = 5 * (between / 5).quantize(Decimal(1))
    exact = between.quantize(Decimal("0.1"))
    return next((least for least in (even, exact) if paid_for < least < mark), mark / 2)


def _section(pillar: Pillar, share: int, choices: Choices) -> str:
    looked_for = {
        name.partition(".")[2]: piece(choices.language, f"{name}.yaml")
        if choices.worded
        else _BY_PEOPLE
        for name in CRITERIA[pillar]
    }
    lines = {name: text.removesuffix("\n") for name, text in looked_for.items()}
    return Template(piece(f"{pillar}.yaml")).substitute(weight=share, **lines)
