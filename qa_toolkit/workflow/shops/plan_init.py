"""Begin a plan: its file, with the scenarios that are there or a first one."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.errors import UsageError
from qa_toolkit.findings.files import write_text
from qa_toolkit.settings import find_folder, load_settings
from qa_toolkit.shops.planning.starter import Start, starter
from qa_toolkit.workflow.shops import scenario_init
from qa_toolkit.workflow.shops.location_list import LocationList, read_locations
from qa_toolkit.workflow.shops.scenario_check import checked_scenario
from qa_toolkit.workflow.shops.scenario_init import SCENARIOS

_FIRST = "first_shop"
_NAME = re.compile(r"[a-zA-Z0-9][\w\-]{0,79}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunPlan:
    """The plan's file, all files that were written, and columns of a list that were left out."""

    plan: Path
    written: tuple[Path, ...]
    left_out: tuple[str, ...] = ()


def begin_plan(folder: Path, name: str, today: date, locations: Path | None = None) -> BegunPlan:
    """Write `NAME.yaml` into a folder, with an order for each scenario below `scenarios`.

    Where there is none that can be used, a first one is begun there.

    Args:
        folder: of the project.
        name: the plan's id.
        today: the plan begins on the next Monday.
        locations: a list of them, CSV or XLSX; None: two are made up.

    Raises:
        UsageError: the name cannot be an id, the file is there already, or the list cannot be used.
        StorageError: a file cannot be written.
    """
    if _NAME.fullmatch(name) is None:
        raise UsageError(
            f"'{name}' cannot be the id of a plan",
            hint="letters, digits, _ and -, such as november",
        )
    path = folder / f"{name}.yaml"
    if path.exists():
        raise UsageError(f"{path} is there already, and left as it is", hint="choose another name")
    listed = read_locations(locations) if locations else LocationList(locations=(), left_out=())
    scenarios = _scenarios(folder)
    written: tuple[Path, ...] = ()
    if not scenarios:
        begun = scenario_init.begin(folder, _FIRST, Channel.CALL)
        scenarios, written = [begun.scenario.relative_to(folder).as_posix()], begun.written
    start = Start(
        name=name,
        today=today,
        timezone=_timezone(folder),
        scenarios=scenarios,
        locations=listed.locations,
    )
    write_text(path, starter(start))
    return BegunPlan(plan=path, written=(*written, path), left_out=listed.left_out)


def _scenarios(folder: Path) -> list[str]:
    """The scenarios below a folder without errors, each id once, as a plan there names them."""
    found: dict[str, Path] = {}
    for path in sorted((folder / SCENARIOS).glob("*.yaml")):
        checked = checked_scenario(path)
        if checked.scenario is not None and not checked.has_errors:
            found.setdefault(checked.scenario.id, path)
    return [one.relative_to(folder).as_posix() for one in found.values()]


def _timezone(folder: Path) -> str:
    """The zone in which the project around a folder reads times."""
    try:
        around = find_folder(folder)
    except UsageError:  # a plan can be begun before the project
        return "UTC"
    return load_settings(around).settings.intake.timezone
