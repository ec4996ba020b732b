"""`qa shop plan init`: a plan that draws at once, and begins from what is there."""

from pathlib import Path

import pytest
import shop_builders as built
from commands import qa
from openpyxl import Workbook

from qa_toolkit.shops.planning.load import load_plan
from qa_toolkit.workflow.project import init_project

LIST = """\
Branch;Address;Region;Staff;Mon;Tue;Opened
High Street;"12 High Street, Dunlane";South;Ada Finch; Milo Grant;09:00-18:00;closed;1998
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    init_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def locations(name: str = "plan.yaml") -> list[dict[str, object]]:
    """The locations of a plan without problems, with what differs from the defaults."""
    loaded = load_plan(Path(name))
    assert (loaded.problems, loaded.model is None) == ((), False)
    model = loaded.model
    return [
        one.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for one in (model.locations if model else ())
    ]


def test_a_plan_just_begun_draws_at_once_with_a_scenario_of_its_own() -> None:
    begun = qa("shop", "plan", "init")
    assert (begun.code, begun.out.splitlines()[:3]) == (
        0,
        [
            "wrote scenarios/first_shop.yaml",
            "wrote scenarios/scenario.schema.json",
            "wrote plan.yaml",
        ],
    )
    assert "  qa shop plan plan.yaml --dry-run" in begun.out.splitlines()
    drawn = qa("shop", "plan", "plan.yaml", "--json")
    assert (drawn.code, len(drawn.json["shops"]), drawn.json["remarks"]) == (0, 2, [])


def test_the_keys_that_are_commented_out_can_be_taken_in() -> None:
    qa("shop", "plan", "init")
    keys = ("# blackout", "# locations", "# away", "# not_at", "# most:")
    text = Path("plan.yaml").read_text(encoding="utf-8")
    for key in keys:
        assert key in text
        text = text.replace(key, key.removeprefix("# "))
    Path("plan.yaml").write_text(text, encoding="utf-8")
    assert load_plan(Path("plan.yaml")).problems == ()


def test_the_scenarios_that_are_there_are_ordered_and_broken_ones_are_not(folder: Path) -> None:
    qa("shop", "scenario", "init", "gift", "--channel", "visit")
    qa("shop", "scenario", "init", "call")
    (folder / "scenarios" / "draft.yaml").write_text("format: 1\n", encoding="utf-8")
    begun = qa("shop", "plan", "init", "november")
    assert begun.out.startswith("wrote november.yaml\n")
    loaded = load_plan(Path("november.yaml"))
    assert loaded.model is not None
    assert [one.scenario for one in loaded.model.orders] == [
        "scenarios/call.yaml",
        "scenarios/gift.yaml",
    ]
    assert len(qa("shop", "plan", "november.yaml", "--json").json["shops"]) == 4


def test_it_begins_on_a_monday_that_is_to_come() -> None:
    qa("shop", "plan", "init")
    model = load_plan(Path("plan.yaml")).model
    assert model is not None
    assert (model.start.weekday(), (model.end - model.start).days) == (0, 25)


def test_its_clock_is_that_of_the_project(folder: Path) -> None:
    settings = folder / "qa.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("[intake]", '[intake]\ntimezone = "Asia/Tokyo"'), encoding="utf-8"
    )
    qa("shop", "plan", "init")
    model = load_plan(Path("plan.yaml")).model
    assert model is not None
    assert model.timezone == "Asia/Tokyo"


def test_a_plan_that_is_there_is_left_as_it_is(folder: Path) -> None:
    (folder / "plan.yaml").write_text(built.PLAN, encoding="utf-8")
    ran = qa("shop", "plan", "init")
    assert (ran.code, (folder / "plan.yaml").read_text(encoding="utf-8")) == (2, built.PLAN)
    assert not (folder / "scenarios").exists()


@pytest.mark.parametrize("name", ["two words", "../up", "", ".hidden", "x" * 81, "--", "é"])
def test_a_name_that_cannot_be_an_id_is_refused(folder: Path, name: str) -> None:
    assert qa("shop", "plan", "init", "--", name).code == 2
    assert not [*folder.glob("*.yaml")]


@pytest.mark.parametrize("name", ["null", "true", "2026", "9-11", "late_autumn"])
def test_a_name_that_yaml_takes_for_something_else_is_an_id(name: str) -> None:
    qa("shop", "plan", "init", name)
    loaded = load_plan(Path(f"{name}.yaml"))
    assert loaded.problems == ()
    assert loaded.model is not None
    assert loaded.model.id == name


def test_locations_come_from_a_csv_list(folder: Path) -> None:
    (folder / "branches.csv").write_text(LIST.replace("Finch; Milo", "Finch, Milo"), "utf-8")
    begun = qa("shop", "plan", "init", "--locations", "branches.csv")
    assert begun.out.startswith("left out of branches.csv: opened\n")
    assert locations() == [
        {
            "id": "high-street",
            "name": "High Street",
            "address": "12 High Street, Dunlane",
            "hours": {"mon": {"from": "09:00:00", "to": "18:00:00"}},
            "staff": ["Ada Finch", "Milo Grant"],
            "team": "South",
        }
    ]


def test_locations_come_from_the_first_sheet_of_a_workbook(folder: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Id", "Name", "Kind"], [12, 'The "Mill": old', "Queue"], [], ["b-2", None, None]):
        sheet.append(row)
    book.save(folder / "list.xlsx")
    assert qa("shop", "plan", "init", "--locations", "list.xlsx").code == 0
    assert locations() == [
        {"id": "12", "name": 'The "Mill": old', "kind": "queue"},
        {"id": "b-2"},
    ]
    assert len(qa("shop", "plan", "plan.yaml", "--json").json["shops"]) == 2


def test_all_mistakes_of_a_list_are_told_at_once_and_nothing_is_written(folder: Path) -> None:
    (folder / "list.csv").write_text(
        "id,name,kind,timezone,mon\n"
        "a,,queue,Berlin,\n"
        "a b,,,,\n"
        "c,,depot,,9 to 6\n"
        ",,,,10:00-11:00\n"
        "d,,,,\n"
        "d,,,,\n",
        encoding="utf-8",
    )
    ran = qa("shop", "plan", "init", "--locations", "list.csv")
    assert ran.code == 2
    for told in (
        "list.csv:2: error: there is no time zone 'Berlin'",
        "list.csv:3: error: id: must be letters, digits and _ . - without spaces, not 'a b'",
        "list.csv:4: error: the kind is one of location, queue, agent, not 'depot'",
        "list.csv:4: error: mon: hours are written as 09:00-18:00, not '9 to 6'",
        "list.csv:5: error: the location has neither an id nor a name",
        "list.csv:7: error: the id 'd' stands twice",
    ):
        assert told in ran.err
    assert not [*folder.glob("*.yaml")]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        pytest.param("list.csv", "street,town\nx,y\n", "no column is headed", id="no id"),
        pytest.param("list.csv", "id,name\n", "no location is in it", id="no row"),
        pytest.param("list.csv", "", "the file is empty", id="empty"),
        pytest.param("list.xlsx", "id,name\n", "not a workbook", id="no workbook"),
        pytest.param("", "", "cannot be read", id="no file"),
    ],
)
def test_a_list_that_is_none_is_told(folder: Path, name: str, text: str, told: str) -> None:
    if name:
        (folder / name).write_text(text, encoding="utf-8")
    ran = qa("shop", "plan", "init", "--locations", name or "nowhere.csv")
    assert (ran.code, told in ran.err) == (2, True)
