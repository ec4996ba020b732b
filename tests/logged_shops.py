"""A project with a shop of today, and the lines that fill its form in."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from shop_builders import assignment
from shop_projects import drawn, scenario_of

from qa_toolkit.workflow.project import init_project, open_project
from qa_toolkit.workflow.shops.guided import keep, resume
from qa_toolkit.workflow.shops.keep_plan import keep_plan

SHOP = "autumn-1"
LINES = (
    ("staff", "Dana Fox"),
    ("location", ""),
    ("reference", "T-4711"),
    ("times", ""),
    ("times", ""),
    ("times", ""),
    ("welcome.greeted", "y"),
    ("welcome.name", "n"),
    ("welcome.name comment", "Her badge was turned around."),
    ("welcome.wait", ""),
    ("welcome comment", "Dana said good morning at once."),
    ("help.blocked", "y"),
    ("help.way", "2"),
    ("help.opinion", "Yes, the way was short."),
    ("help comment", "She blocked the card and promised a courier for Thursday."),
    ("narrative", "I called at nine. Dana answered, asked for my name and blocked the card."),
    ("evidence", ""),
)
"""The items in their order, each with what is typed there."""


def todays_project(folder: Path) -> Path:
    """One shop of Maya's that may be held now, whatever the day is."""
    now = datetime.now(UTC).replace(microsecond=0)
    init_project(folder / "project")
    scenario = scenario_of(folder / "files")
    today = assignment(
        scenario_hash=scenario.hash,
        day=now.date(),
        opens_at=now - timedelta(hours=2),
        closes_at=now + timedelta(hours=8),
    )
    with open_project(folder / "project") as project:
        keep_plan(project, drawn(scenario, assignments=(today,)), [scenario])
    return folder / "project"


def filled_in(folder: Path, lines: int) -> None:
    """The first so many lines are typed and saved; in this process, to be quick."""
    from qa_toolkit.shops.interview.turns import heard

    with open_project(folder) as project:
        guided = resume(project, SHOP, by="maya")
        for _, line in LINES[:lines]:
            turn = heard(guided.interview, line, datetime.now(UTC))
            guided = keep(project, guided, turn.interview)
