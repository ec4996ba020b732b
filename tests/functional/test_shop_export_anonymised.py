"""`qa shop export --anonymise`: what a client or a team may read, without a name in any byte."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import shop_builders as build
from commands import qa
from projects import chats_project
from released_shops import BOTH_RUBRIC, BOTH_SCENARIO, chat_shop, handed_in, release_some

from qa_toolkit.domain.shop.log import Attachment
from qa_toolkit.domain.shop.plan import ShopPlan
from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.shops.keep_plan import keep_plan
from qa_toolkit.workflow.shops.scenarios import scenario_from

TARGETS = ("s.xlsx", "s.html", "s.json", "s.jsonl", "s.csv", "s.parquet", "pages")
NAMES = {"maya", "lind", "tom", "dana", "fox", "eli", "gil", "mo", "berg", "kim", "zoe", "quill"}
"""Shoppers, staff, editor and manager of the plan, agents of the chats, and a stranger."""
LOG = build.log(
    staff="Zoe Quill",
    observations=build.observed(welcome__name="yes", welcome__sorry="no", help__way=2),
    comments={
        "welcome": "I said that I was Maya Lind; zoe gave her name and passed me to Gil.",
        "help": "Dana helped Zoe. Mo Berg had told me to ask Tom.",
    },
    narrative="MAYA wrote, Eli answered, and Kim Lee was named.",
    attachments=(
        Attachment(
            name="maya_lind-and-zoe.jpg", size=9, hash="h1", kind="photo", media_type="image/jpeg",
        ),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Final shops at two desks and with one agent, monitored chats, and a corrected rating."""
    folder = chats_project(tmp_path_factory.mktemp("made") / "november")
    (folder / "rubrics" / "desk.yaml").write_text(BOTH_RUBRIC)
    here = ("--project", folder)
    assert qa("import", folder / "chats", *here).code == 0
    assert qa("sample", "draw", "--size", "6", "--seed", "7", "-r", "desk", *here).code == 0
    assert qa("score", "-r", "desk", *here).code == 0
    scenario = scenario_from(BOTH_SCENARIO, BOTH_RUBRIC)
    with open_project(folder) as project:
        plan = ShopPlan(
            id="autumn", title="Autumn", seed="1", file_hash="f", file=build.PLAN,
            assignments=(build.assignment(scenario_hash=scenario.hash),), unplaced=(),
        )  # fmt: skip
        keep_plan(project, plan, [scenario])
        release_some(
            project,
            handed_in(LOG, rubric=BOTH_RUBRIC, scenario=BOTH_SCENARIO, id="s-1"),
            chat_shop("s-2", ("no", "yes", 1), shopper="tom", days=1),
            chat_shop("s-3", ("no", "no", 0), location="south", shopper="tom", days=2),
        )
    why = ("--reason", "Maya told Mo so", "--by", "Kim Lee")
    assert qa("overrides", "set", "s-1", "help.way", "1", *why, *here).code == 0
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = shutil.copytree(made, tmp_path / "november")
    monkeypatch.chdir(folder)
    return folder


def words_in(path: Path) -> set[str]:
    """The words of a file, of what is packed in it and of its name."""
    files = [path]
    if path.suffix == ".xlsx":
        unpacked = path.with_suffix(".d")
        shutil.unpack_archive(path, unpacked, "zip")
        files = [file for file in unpacked.rglob("*") if file.is_file()]
    texts = [f"{file.name} {file.read_bytes().decode('utf-8', 'replace')}" for file in files]
    return set(re.findall(r"[a-z]+", f"{path.name} {' '.join(texts)}".casefold()))


@pytest.mark.parametrize("target", TARGETS)
def test_no_name_is_left_in_any_byte(project: Path, target: str) -> None:
    assert qa("shop", "export", target, "--anonymise").code == 0
    place = project / target
    files = place.rglob("*") if place.is_dir() else project.glob("s*")
    found = {word for file in files if file.is_file() for word in words_in(file)}
    assert found & NAMES == set()
    assert {"shopper", "north", "desk"} <= found


@pytest.mark.usefixtures("project")
def test_every_shopper_has_one_pseudonym_and_locations_keep_their_names() -> None:
    assert qa("shop", "export", "s.json", "--anonymise").code == 0
    document = json.loads(Path("s.json").read_text(encoding="utf-8"))
    shops = {one["id"]: one for one in document["scorecards"] if "shop" in one["interaction"]}
    held = {name: one["interaction"]["shop"] for name, one in shops.items()}
    assert {name: shop["location_name"] for name, shop in held.items()} == {
        "s-1": "North desk", "s-2": "North desk", "s-3": "South desk",
    }  # fmt: skip
    assert held["s-2"]["shopper"] == held["s-3"]["shopper"] != held["s-1"]["shopper"]
    assert shops["s-1"]["provenance"]["evaluator"] == held["s-1"]["shopper"]
    told = {one["shopper"] for one in document["shops"]["shoppers"]}
    assert told == {shop["shopper"] for shop in held.values()}


@pytest.mark.usefixtures("project")
def test_what_was_noted_stays_readable() -> None:
    assert qa("shop", "export", "s.json", "--anonymise").code == 0
    document = json.loads(Path("s.json").read_text(encoding="utf-8"))
    (shop,) = (one for one in document["scorecards"] if one["id"] == "s-1")
    quote = shop["result"]["criteria"]["welcome.name"]["evidence"][0]["quote"]
    shopper = shop["interaction"]["shop"]["shopper"]
    assert quote.startswith(f"I said that I was {shopper}; Member of staff gave her name and")
    assert shop["interaction"]["shop"]["noted"]["Met"] == "Member of staff"


@pytest.mark.usefixtures("project")
def test_figures_are_those_of_the_export_with_names() -> None:
    assert qa("shop", "export", "open.json").code == 0
    assert qa("shop", "export", "hidden.json", "--anonymise").code == 0
    known, hidden = (
        json.loads(Path(name).read_text(encoding="utf-8"))["shops"]
        for name in ("open.json", "hidden.json")
    )
    assert hidden["locations"] == known["locations"]
    assert hidden["compared"] == known["compared"]
    differences = [
        sorted(str(one["difference"]) for one in shops["shoppers"]) for shops in (known, hidden)
    ]
    assert differences[0] == differences[1]


@pytest.mark.usefixtures("project")
def test_an_export_of_contacts_knows_the_people_of_the_plans_too() -> None:
    note = ("--reason", "Gil Stone and Maya agreed", "--by", "Mo")
    assert qa("overrides", "set", "dana-1", "welcome.name", "0", "-r", "desk", *note).code == 0
    assert qa("export", "-r", "desk", "--to", "a.json", "--anonymise").code == 0
    assert words_in(Path("a.json")) & NAMES == set()


def test_an_agent_who_is_a_location_is_an_agent(project: Path) -> None:
    one = {"id": "desk-7", "name": "Rui Alves", "kind": "agent"}
    file = {"locations": [one]}
    plan = build.PLAN[: build.PLAN.index("locations:")] + (
        "locations:\n  - {id: desk-7, name: Rui Alves, kind: agent}\n"
        + build.PLAN[build.PLAN.index("shoppers:") :]
    )
    scenario = scenario_from(BOTH_SCENARIO, BOTH_RUBRIC)
    shop = handed_in(
        replace(LOG, staff="", staff_description="tall"), rubric=BOTH_RUBRIC,
        scenario=BOTH_SCENARIO, file=file, id="s-9", location="desk-7", plan="calls",
    )  # fmt: skip
    with open_project(project) as opened:
        drawn = ShopPlan(
            id="calls", title="Calls", seed="1", file_hash="g",
            file=plan.replace("id: autumn", "id: calls"),
            assignments=(replace(shop.shop.assignment, scenario_hash=scenario.hash),), unplaced=(),
        )  # fmt: skip
        keep_plan(opened, drawn, [scenario])
        release_some(opened, shop)
    assert qa("shop", "export", "s.json", "--anonymise", "--plan", "calls").code == 0
    assert words_in(Path("s.json")) & {"rui", "alves"} == set()
    (location,) = json.loads(Path("s.json").read_text(encoding="utf-8"))["shops"]["locations"]
    assert re.fullmatch(r"Agent [0-9A-Z]{5}", location["name"])
