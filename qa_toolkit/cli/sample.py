"""`qa sample draw | show | verify`."""

from typing import TYPE_CHECKING

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import (
    JsonOption,
    PerAgentOption,
    ProjectOption,
    RubricOption,
    SampleOption,
    SeedOption,
    SizeOption,
)
from qa_toolkit.cli.output import say, say_json, say_table

if TYPE_CHECKING:
    from qa_toolkit.domain.sample import Sample

app = typer.Typer(no_args_is_help=True, help="Draw at random, verifiably.")


@app.command(epilog="Example: qa sample draw --per-agent 5 --seed 2026-11")
@told
def draw(
    seed: SeedOption = None,
    per_agent: PerAgentOption = None,
    size: SizeOption = None,
    rubric: RubricOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Draw a sample and keep its manifest.

    The same seed and the same interactions give the same sample.
    """
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
    from qa_toolkit.workflow.sample import draw_sample

    overrides = {
        "sample.seed": seed,
        "sample.per_agent": per_agent,
        "sample.size": size,
        "score.rubric": rubric,
    }
    with open_project(project, overrides) as opened:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        _show(draw_sample(opened, usable.rubric), json=json)


@app.command(epilog="Example: qa sample show --json > manifest.json")
@told
def show(
    sample: SampleOption = "", project: ProjectOption = None, json: JsonOption = False
) -> None:
    """Print a sample's manifest."""
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.sample import stored_sample

    with open_project(project) as opened:
        _show(stored_sample(opened, sample), json=json)


@app.command(epilog="Example: qa sample verify")
@told
def verify(
    sample: SampleOption = "", rubric: RubricOption = None, project: ProjectOption = None
) -> None:
    """Draw a sample again and compare.

    Differences are named, and the exit code is 1.
    """
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
    from qa_toolkit.workflow.sample import stored_sample, verify_sample

    with open_project(project, {"score.rubric": rubric}) as opened:
        stored = stored_sample(opened, sample)
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        differences = verify_sample(opened, stored, usable.rubric)
    for difference in differences:
        say(difference)
    if differences:
        raise typer.Exit(FINDINGS)
    say(f"{stored.id} verified: {len(stored.members)} of {stored.frame_size}, drawn again the same")


def _show(sample: "Sample", *, json: bool) -> None:
    if json:
        from dataclasses import asdict

        say_json(asdict(sample))
        return
    plan = sample.plan
    rule = f"{plan.per_agent} of each agent" if plan.per_agent else f"{plan.size or 'all'} in all"
    say(f"sample      {sample.id}: {len(sample.members)} of {sample.frame_size}, {rule}")
    say(f"seed        {plan.seed}")
    say(f"frame hash  {sample.frame_hash}")
    for exclusion in sample.exclusions:
        say(f"excluded    {exclusion.count}: {exclusion.reason}")
    say_table(
        ("Stratum", "Frame", "Drawn", "Probability", "Interactions"),
        (
            (
                stratum.name,
                str(stratum.frame_size),
                str(stratum.drawn),
                f"{stratum.probability:.3f}",
                " ".join(m.interaction_id for m in sample.members if m.stratum == stratum.name),
            )
            for stratum in sample.strata
        ),
    )
