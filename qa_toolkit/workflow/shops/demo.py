"""Demo: the shipped round of mystery shops, planned, logged, checked and released as its story says."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field

from qa_toolkit.domain.rubric.words import Part, Title
from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.errors import EnvironmentProblem, UsageError
from qa_toolkit.intake.dates import zone_named
from qa_toolkit.shipped import mystery_folder
from qa_toolkit.strict_yaml.load import load_model
from qa_toolkit.workflow.demo import copy_example
from qa_toolkit.workflow.export import export_scored, targets_of
from qa_toolkit.workflow.import_ import import_paths
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import EXPORTS, Project
from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
from qa_toolkit.workflow.sample import draw_sample
from qa_toolkit.workflow.score import score_sample
from qa_toolkit.workflow.shops.certification import certify, is_certified
from qa_toolkit.workflow.shops.compare import shop_report
from qa_toolkit.workflow.shops.expenses import claim_expense
from qa_toolkit.workflow.shops.final import Asked
from qa_toolkit.workflow.shops.kept import kept_scenarios
from qa_toolkit.workflow.shops.log_from import from_file
from qa_toolkit.workflow.shops.plan import DrawnPlan, draw_plan
from qa_toolkit.workflow.shops.recorded import transcribe_shops
from qa_toolkit.workflow.shops.shops import open_shop
from qa_toolkit.workflow.shops.steps import grade, take_step

STORY = "story.yaml"
Moment = Annotated[datetime, BeforeValidator(datetime.fromisoformat)]
"""A moment by the clock of the plan, as `2026-11-02 12:10`."""


class _Happening(Part):
    """One thing that somebody did with a shop: exactly one of the first five."""

    log: Title = ""
    """A log that was handed in."""
    draft: Title = ""
    to: ShopStatus | None = None
    grade: int | None = None
    expense: Annotated[Decimal | None, Field(strict=False)] = None
    by: str = ""
    why: str = ""
    at: Moment


class _ShopStory(Part):
    shop: Title
    steps: tuple[_Happening, ...]


class _Story(Part):
    plan: Title
    seed: Title
    certified: tuple[Title, ...]
    shops: tuple[_ShopStory, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What the round came to.

    Attributes:
        standing: how many shops stand where, in the order of their lives.
        unheard: why recorded shops were not transcribed; empty where they were.
    """

    drawn: DrawnPlan
    standing: dict[ShopStatus, int]
    unheard: str = ""


def prepare_shops(folder: Path) -> None:
    """Copy the example of mystery shopping to `folder`; one that is there is used as it is.

    Raises:
        UsageError: the folder holds something else.
        StorageError: it cannot be written.
    """
    copy_example(mystery_folder(), folder, "qa shop demo OTHER_FOLDER")


def play(project: Project) -> Played:
    """Plan the round and let everybody do what the story says; what was done before stays.

    Raises:
        UsageError: a file of the example was changed so that it can no longer be played.
    """
    story = _story(project.folder / STORY)
    drawn = draw_plan(project, project.folder / story.plan, story.seed)
    _certify(project, story)
    unheard = ""
    for part in story.shops:
        unheard = _play(project, part, zone_named(drawn.file.timezone)) or unheard
    standing = [open_shop(project, part.shop).shop.status for part in story.shops]
    return Played(
        drawn=drawn,
        standing={one: standing.count(one) for one in ShopStatus if one in standing},
        unheard=unheard,
    )


def export(project: Project, progress: Progress = SILENT) -> tuple[Path, ...]:
    """Score the monitored calls, and write the final shops beside them; gives what to open."""
    usable = usable_rubric(rubric_file(project.settings.score.rubric, project.folder))
    import_paths(project, (), progress)
    score_sample(project, draw_sample(project, usable.rubric, resume=True), usable, progress)
    folder = project.folder / EXPORTS
    wanted = {
        "phone_shop": (folder / "calls.xlsx", folder / "calls"),
        "mystery_visit": (folder / "visits.xlsx", folder / "visits"),
    }
    written: list[Path] = []
    for rubric, targets in wanted.items():
        report = shop_report(project, Asked(rubric=rubric))
        done = export_scored(project, report, targets_of(project, targets), progress)
        written += (item.opens for item in done.written)
    return tuple(written)


def _story(path: Path) -> _Story:
    loaded = load_model(path, _Story, kind="story", letter="S")
    if loaded.model is None:
        raise UsageError("\n".join(map(str, loaded.problems)))
    return loaded.model


def _certify(project: Project, story: _Story) -> None:
    for usable in kept_scenarios(project):
        asked = usable.scenario.certification
        for shopper in story.certified:
            if asked is not None and not is_certified(project, shopper, usable):
                right = {one.id: one.answer for one in asked.questions}
                certify(project, shopper, usable.scenario.id, right)


def _play(project: Project, part: _ShopStory, zone: ZoneInfo) -> str:
    """What happened to one shop; why its recording could not be heard, where it has one."""
    shop, unheard = open_shop(project, part.shop).shop, ""
    if shop.status is not ShopStatus.ASSIGNED:
        return unheard
    for one in part.steps:
        now = one.at.replace(tzinfo=zone)
        if one.to is not None:
            take_step(project, shop.id, one.to, by=one.by, why=one.why, now=now)
        elif one.grade is not None:
            grade(project, shop.id, one.grade, by=one.by, why=one.why, now=now)
        elif one.expense is not None:
            claim_expense(project, shop.id, one.expense, by=one.by, note=one.why, now=now)
        else:
            path = project.folder / (one.log or one.draft)
            from_file(project, shop.id, path, by=shop.shopper, submit=bool(one.log), now=now)
            unheard = _heard(project, shop.id)
    return unheard


def _heard(project: Project, shop_id: str) -> str:
    """Transcribe the recording of a shop; why not, where speech cannot be recognised here."""
    try:
        done = transcribe_shops(project, [open_shop(project, shop_id)])
    except EnvironmentProblem as problem:
        return str(problem)
    return "; ".join(map(str, done.failures))
