"""`qa shop scenario show`: a scenario as a shopper's brief will have it, with its form."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import JsonOption
from qa_toolkit.cli.output import say, say_json
from qa_toolkit.domain.wording import counted

if TYPE_CHECKING:
    from qa_toolkit.domain.shop.scenario import Window
    from qa_toolkit.workflow.shops.scenarios import UsableScenario


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: qa shop scenario show scenarios/lost_card.yaml")(show)


@told
def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The scenario's file.")],
    json: JsonOption = False,
) -> None:
    """Show what a scenario asks of a shopper, and the questions of its form.

    Its version is that of the scenario and its rubric together; forms of another version are not
    taken back.
    """
    from qa_toolkit.workflow.shops.scenarios import usable_scenario

    usable = usable_scenario(file)
    if json:
        say_json(_document(usable))
        return
    for line in _lines(usable):
        say(line)


def _lines(usable: "UsableScenario") -> Iterator[str]:
    from qa_toolkit.shops.scenarios.parts import lines

    scenario, rubric = usable.scenario, usable.rubric.rubric
    yield f"{scenario.title} ({scenario.id} {scenario.version}, {scenario.channel})"
    yield f"rubric {rubric.id} {rubric.version}; version of the form {usable.hash}"
    for heading, found in groupby(lines(scenario), key=lambda line: line.heading):
        yield f"{heading}:"
        yield from (f"  - {line.text}" for line in found)
    yield "What staff were told:"
    yield f"  - {scenario.staff_told}"
    if scenario.persona.profile:
        yield "Who may play it:"
        for trait, values in scenario.persona.profile.items():
            yield f"  - {trait}: {' or '.join(values)}"
    yield "When:"
    yield f"  - {_when(scenario.window)}"
    for section in usable.form.sections:
        yield f"Observe, {section.title}:"
        yield from (f"  - {question.id}: {question.text}" for question in section.questions)
    asked = len(scenario.certification.questions) if scenario.certification else 0
    yield (
        f"{counted(sum(1 for _ in usable.form.questions()), 'question')} in the form, "
        f"{counted(asked, 'question')} before an assignment, "
        f"at least {counted(scenario.narrative_words, 'word')} of narrative, "
        f"to be submitted within {counted(scenario.submit_hours, 'hour')}"
    )


def _when(window: "Window") -> str:
    days = " ".join(window.days)
    first = f"from {window.start}" if window.start else ""
    last = f"to {window.end}" if window.end else ""
    hours = window.hours
    clock = f"{hours.start:%H:%M} to {hours.end:%H:%M}" if hours else ""
    return ", ".join(filter(None, (days, f"{first} {last}".strip(), clock))) or "at any time"


def _document(usable: "UsableScenario") -> dict[str, object]:
    rubric = usable.rubric
    return {
        "scenario": usable.scenario.model_dump(mode="json", by_alias=True),
        "version": usable.hash,
        "rubric": {
            "id": rubric.rubric.id,
            "version": rubric.rubric.version,
            "hash": rubric.hash,
        },
        "questions": [
            {"id": question.id, "section": section.id, "type": question.type, "text": question.text}
            for section in usable.form.sections
            for question in section.questions
        ],
    }
