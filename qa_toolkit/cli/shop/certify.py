"""`qa shop certify`: questions about a scenario's brief, before somebody may carry it out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError

if TYPE_CHECKING:
    from qa_toolkit.domain.shop.life import CertificationAttempt
    from qa_toolkit.workflow.shops.certification import ShopperCertification


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa shop certify maya lost_card; "
        "qa shop certify maya lost_card --json; qa shop certify maya lost_card --answers 1,3,2"
    )(certify)


@told
def certify(
    shopper: Annotated[
        str, typer.Argument(metavar="SHOPPER", help="Who answers: id or name, as planned.")
    ],
    scenario: Annotated[
        str, typer.Argument(metavar="SCENARIO", help="The id of a scenario that was planned with.")
    ],
    answers: Annotated[
        str,
        typer.Option(
            "--answers",
            metavar="N,N,…",
            help="A number for each question, as shown to this shopper; else they are asked.",
        ),
    ] = "",
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Ask a shopper about the brief of a scenario; who passes may carry it out.

    Every shopper sees the options in another order, always the same for the same shopper, and
    --answers counts in that order. With --json and without --answers the questions are printed.
    Every attempt is kept. Not to pass makes the exit code 1; one may try again.
    """
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.certification import certification_of
    from qa_toolkit.workflow.shops.certification import certify as keep

    with open_project(project) as opened:
        asked = certification_of(opened, shopper, scenario)
        if json and not answers:
            say_json(_questions(asked))
            return
        if asked.passed and not answers:
            say(_passed_already(asked))
            return
        numbers = _given(asked, answers) if answers else _ask(asked)
        chosen = {
            one.id: one.order[number - 1]
            for one, number in zip(asked.questions, numbers, strict=True)
        }
        attempt = keep(opened, shopper, scenario, chosen)
    if json:
        say_json(_document(asked, attempt))
    else:
        _tell(asked, attempt)
    if not attempt.passed:
        raise typer.Exit(FINDINGS)


def _passed_already(asked: "ShopperCertification") -> str:
    if not asked.questions:
        return f"'{asked.scenario.scenario.title}' asks no questions before an assignment"
    name = asked.shopper.shown
    return f"{name} is certified for '{asked.scenario.scenario.title}' already"


def _given(asked: "ShopperCertification", answers: str) -> list[int]:
    """The numbers of `--answers`, each among the options shown."""
    parts = [part.strip() for part in answers.split(",")]
    if len(parts) != len(asked.questions):
        questions = counted(len(asked.questions), "question")
        raise UsageError(
            f"there are {questions}, and --answers has {counted(len(parts), 'number')}",
            hint="--json shows the questions with their numbers",
        )
    return [_number(part, len(one.order)) for part, one in zip(parts, asked.questions, strict=True)]


def _number(text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= most):
        raise UsageError(f"'{text}' is none of the numbers 1 to {most}")
    return int(text)


def _ask(asked: "ShopperCertification") -> list[int]:
    scenario = asked.scenario.scenario
    questions = counted(len(asked.questions), "question")
    say(f"{scenario.title}: {questions} about the brief, for {asked.shopper.shown}")
    return [
        _one(f"{number}. {one.question.question}", one.options)
        for number, one in enumerate(asked.questions, 1)
    ]


def _one(question: str, options: Sequence[str]) -> int:
    say()
    say(question)
    for number, option in enumerate(options, 1):
        say(f"   {number}  {option}")
    while True:
        try:
            return _number(typer.prompt("Number").strip(), len(options))
        except UsageError as error:
            say(error.message)
        except typer.Abort:
            raise UsageError(
                "stopped before the last answer; nothing was kept",
                hint="programs give all answers at once: --answers 1,3,2",
            ) from None


def _tell(asked: "ShopperCertification", attempt: "CertificationAttempt") -> None:
    from qa_toolkit.shops.scenarios.parts import line_about

    for one in asked.questions:
        if attempt.answers[one.id] != one.question.answer:
            say()
            say(f"Not right: {one.question.question}")
            say(f"   answered: {one.question.options[attempt.answers[one.id] - 1]}")
            if one.question.why:
                say(f"   {one.question.why}")
            if line := line_about(asked.scenario.scenario, one.question):
                say(f'   the brief, under "{line.heading}": {line.text}')
    say()
    name = asked.shopper.shown
    result = "passed" if attempt.passed else "not passed"
    say(f"{attempt.right} of {attempt.asked} right: {result}")
    if attempt.passed:
        say(f"{name} may now carry out '{asked.scenario.scenario.title}'")
    else:
        say("Read the brief again, and try once more.")


def _questions(asked: "ShopperCertification") -> dict[str, object]:
    return {
        "shopper": asked.shopper.id,
        "scenario": asked.scenario.scenario.id,
        "version": asked.scenario.hash,
        "passed": asked.passed,
        "questions": [
            {"id": one.id, "question": one.question.question, "options": list(one.options)}
            for one in asked.questions
        ],
    }


def _document(asked: "ShopperCertification", attempt: "CertificationAttempt") -> dict[str, object]:
    wrong = [one for one in asked.questions if attempt.answers[one.id] != one.question.answer]
    return {
        "shopper": attempt.shopper,
        "scenario": attempt.scenario,
        "version": attempt.scenario_hash,
        "right": attempt.right,
        "asked": attempt.asked,
        "passed": attempt.passed,
        "at": attempt.at,
        "wrong": [{"id": one.id, "why": one.question.why} for one in wrong],
    }
