"""`qa shop export` and `qa shop compare`: final shops beside monitored chats of the same rubric."""

import csv
import json
import shutil
from pathlib import Path

import pytest
import shop_builders as build
from commands import qa
from filled_workbooks import filled, rate, table
from openpyxl import load_workbook
from projects import chat_line, chats_project
from released_shops import BOTH_RUBRIC, BOTH_SCENARIO, chat_shop, handed_in, release_some

from qa_toolkit.domain.shop.plan import ShopPlan
from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.shops.drafts import save_draft
from qa_toolkit.workflow.shops.keep_plan import keep_plan
from qa_toolkit.workflow.shops.scenarios import scenario_from
from qa_toolkit.workflow.shops.shops import open_shop

SHOPS = (
    chat_shop("s-1", ("yes", "yes", 2)),
    chat_shop("s-2", ("no", "yes", 1), shopper="tom", days=1),
    chat_shop("s-3", ("no", "no", 0), location="south", days=2),
    chat_shop("s-4", ("yes", "no", 2), shopper="tom", location="south", days=3),
    chat_shop("s-5", ("yes", "no", 2), days=30),
)
TARGETS = ("s.xlsx", "s.html", "s.json", "s.jsonl", "s.csv", "pages")


def monitored_in(folder: Path) -> Path:
    """A project with six monitored chats, drawn and scored."""
    chats_project(folder)
    rubric = folder / "rubrics" / "desk.yaml"
    rubric.write_text(BOTH_RUBRIC)
    here = ("--project", folder)
    assert qa("import", folder / "chats", *here).code == 0
    assert qa("sample", "draw", "--size", "6", "--seed", "7", "-r", rubric, *here).code == 0
    assert qa("score", "-r", rubric, *here).code == 0
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six monitored chats and five final shops of one rubric; made once and copied."""
    folder = monitored_in(tmp_path_factory.mktemp("made") / "november")
    with open_project(folder) as project:
        release_some(project, *SHOPS)
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = shutil.copytree(made, tmp_path / "november")
    monkeypatch.chdir(folder)
    return folder


def rows_of(path: str, sheet: str, *headings: str) -> list[dict[str, object]]:
    page = load_workbook(path)[sheet]
    head, at = table(page, *headings)
    return [
        {name: row[column - 1] for name, column in at.items()}
        for row in page.iter_rows(min_row=head + 1, values_only=True)
        if row[0]
    ]


@pytest.mark.usefixtures("project")
def test_shops_and_monitored_contacts_stand_side_by_side() -> None:
    done = qa("shop", "export", "s.xlsx")
    assert done.out.splitlines() == [
        "wrote s.xlsx", "5 final shops, 6 monitored contacts beside them",
    ]  # fmt: skip
    scores = rows_of("s.xlsx", "Scores", "Interaction", "Kind")
    kinds = {str(row["Interaction"]): row["Kind"] for row in scores}
    assert (kinds["s-1"], kinds["dana-1"]) == ("Staged", "Monitored")
    assert {row["Kind"] for row in rows_of("s.xlsx", "Detail", "Kind", "Criterion")} == {
        "Staged", "Monitored",
    }  # fmt: skip


@pytest.mark.usefixtures("project")
def test_ratings_of_shops_rest_on_quotes() -> None:
    qa("shop", "export", "s.xlsx")
    detail = rows_of("s.xlsx", "Detail", "Interaction", "Evidence")
    (row,) = (
        row for row in detail if (row["Interaction"], row["Criterion"]) == ("s-1", "welcome.name")
    )
    assert row["Evidence"] == (
        "[·] Mystery shopper: “Welcome of s-1: the first line came after ten seconds.”"
    )


@pytest.mark.usefixtures("project")
def test_each_location_has_its_mean_and_that_of_every_stage() -> None:
    qa("shop", "export", "s.xlsx")
    rows = rows_of("s.xlsx", "Locations", "Location", "Total")
    assert [
        (row["Location"], row["Total"], row["Total: n"], row["Welcome"], row["Help"])
        for row in rows
    ] == [("North desk", 76.7, 3, 66.7, 83.3), ("South desk", 40, 2, 25, 50)]


@pytest.mark.usefixtures("project")
def test_the_figures_of_the_workbook_are_of_the_shops_alone() -> None:
    qa("shop", "export", "s.xlsx")
    page = load_workbook("s.xlsx")["Summary"]
    shown = [cell for row in page.iter_rows(max_row=14, values_only=True) for cell in row if cell]
    assert shown[shown.index("62.0") - 5] == "Mean total"  # not 64.1, that of all eleven
    assert shown[shown.index("Monitored, mean total") + 1] == "66.7"


def test_terminal_and_workbook_say_the_same(project: Path) -> None:
    qa("shop", "export", "s.xlsx")
    told = qa("shop", "compare", "--json").json[0]
    rows = rows_of("s.xlsx", "Announced and staged", "Question", "Monitored")
    shown = {row["Id"]: (row["Monitored"], row["Staged"]) for row in rows if row["Id"]}
    assert shown == {
        one["id"]: (round(one["monitored"]["value"], 1), round(one["staged"]["value"], 1))
        for one in told["compared"]
    }
    assert project.is_dir()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("sheet", ["Locations", "Announced and staged", "Shoppers"])
def test_headings_of_figures_break_between_words(sheet: str) -> None:
    qa("shop", "export", "s.xlsx")
    page = load_workbook("s.xlsx")[sheet]
    head = next(
        row for row in page.iter_rows() if any(cell.value in ("Id", "Shops") for cell in row)
    )
    for cell in head:
        if cell.value:
            width = page.column_dimensions[cell.column_letter].width
            assert width > max(map(len, str(cell.value).split())), cell.value


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("sheet", ["Locations", "Shoppers"])
def test_long_names_are_not_cut_off(sheet: str) -> None:
    qa("shop", "export", "s.xlsx")
    page = load_workbook("s.xlsx")[sheet]
    assert page.cell(page.max_row, 1).value in ("South desk", "tom")
    assert page.cell(page.max_row, 1).alignment.wrap_text


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("sheet", "heading"),
    [("Announced and staged", "Staged − monitored"), ("Shoppers", "Difference")],
    ids=["announced", "shoppers"],
)
def test_differences_carry_their_sign(sheet: str, heading: str) -> None:
    qa("shop", "export", "s.xlsx")
    page = load_workbook("s.xlsx")[sheet]
    head, at = table(page, heading)
    cells = [page.cell(row, at[heading]) for row in range(head + 1, page.max_row + 1)]
    assert {cell.number_format for cell in cells} == {"+0.0;-0.0;0.0"}


@pytest.mark.usefixtures("project")
def test_small_samples_are_warned_about_in_words() -> None:
    out = qa("shop", "compare").out
    assert "only 5 on one side: may be chance" in out
    assert "Under 20 on a side a difference may well be chance" in out
    assert "staff knew could be listened to" in out


@pytest.mark.usefixtures("project")
def test_pages_say_plainly_what_was_staged_and_what_was_noted() -> None:
    assert qa("shop", "export", "pages").code == 0
    (page,) = (path for path in Path("pages").rglob("*.html") if path.stem.endswith("s-1"))
    text = page.read_text(encoding="utf-8")
    assert '<span class="badge needs_review">Mystery shop</span>' in text
    for fact in ("North desk", "lost_parcel", "Dana Fox", "T-4711", "20 s"):
        assert fact in text
    (other,) = (path for path in Path("pages").rglob("*.html") if path.stem.endswith("dana-1"))
    assert "Mystery shop" not in other.read_text(encoding="utf-8").partition("<main")[2]


@pytest.mark.usefixtures("project")
def test_tables_and_documents_know_what_was_staged() -> None:
    assert qa("shop", "export", "s.csv", "s.json").code == 0
    with Path("s.csv").open(encoding="utf-8-sig", newline="") as file:
        kinds = {row["interaction"]: (row["kind"], row["location"]) for row in csv.DictReader(file)}
    assert kinds["s-3"] == ("Staged", "South desk")
    assert kinds["eli-1"] == ("Monitored", "")
    document = json.loads(Path("s.json").read_text(encoding="utf-8"))
    shops = {one["id"]: one["interaction"].get("shop") for one in document["scorecards"]}
    assert shops["s-2"]["shopper"] == "tom"
    assert shops["eli-1"] is None


@pytest.mark.parametrize(
    ("asked", "shops", "monitored"),
    [
        (("--location", "south"), 2, 0),  # the chats name neither a queue nor anybody there
        (("--location", "South desk"), 2, 0),
        (("--period", "2026-11"), 4, 0),  # and no day
        (("--plan", "autumn"), 5, 6),
        (("--rubric", "desk"), 5, 6),
    ],
    ids=["location", "by name", "period", "plan", "rubric"],
)
@pytest.mark.usefixtures("project")
def test_some_shops_are_exported(asked: tuple[str, ...], shops: int, monitored: int) -> None:
    made = qa("shop", "export", "s.xlsx", *asked, "--json").json
    assert (made["shops"], made["monitored"]) == (shops, monitored)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--location", "nort"), "no final shop has the location 'nort', did you mean 'north'?"),
        (("--plan", "spring"), "no final shop has the plan 'spring'"),
        (("--rubric", "phone"), "no shop of rubric 'phone'"),
        (("--period", "2025"), "no shop of period 2025 is final"),
        (("--period", "soon"), "'soon' is not a period"),
    ],
    ids=["location", "plan", "rubric", "period", "no period"],
)
@pytest.mark.usefixtures("project")
def test_what_is_not_there_is_told(asked: tuple[str, ...], said: str) -> None:
    done = qa("shop", "export", "s.xlsx", *asked)
    assert done.code == 2
    assert said in done.err
    assert not Path("s.xlsx").exists()


def test_shops_of_several_rubrics_are_not_mixed(project: Path) -> None:
    with open_project(project) as opened:
        release_some(opened, handed_in(id="p-1"))
    done = qa("shop", "export", "s.xlsx")
    assert done.code == 2
    assert "judged by several rubrics" in done.err
    assert "desk 1.0.0" in done.err
    assert "phone 1.0.0" in done.err
    compared = [one["rubric"]["id"] for one in qa("shop", "compare", "--json").json]
    assert sorted(compared) == ["desk", "phone"]
    assert qa("shop", "export", "s.xlsx", "--rubric", "phone", "--json").json == {
        "shops": 1, "monitored": 0, "written": ["s.xlsx"],
    }  # fmt: skip


@pytest.mark.usefixtures("project")
def test_a_correction_in_the_workbook_is_read_back_whatever_rubric_is_set() -> None:
    qa("shop", "export", "s.xlsx")
    back = filled(
        Path("s.xlsx"),
        Path("back.xlsx"),
        lambda book: rate(book, "s-1", "help.way", override=0, reason="nothing came"),
    )
    done = qa("overrides", "import", back, "--reviewer", "Kim Lee")
    assert (done.code, done.err) == (0, "")
    assert "1 rating kept" in done.out
    told = qa("shop", "compare", "--json").json[0]
    assert told["locations"][0]["total"]["value"] == pytest.approx((40 + 50 + 80) / 3)


@pytest.mark.usefixtures("project")
def test_a_correction_stands_in_the_shoppers_place_and_not_in_the_machines() -> None:
    why = ("--reason", "nothing came", "--by", "Kim Lee")
    assert qa("overrides", "set", "s-1", "help.way", "0", *why).code == 0
    assert qa("shop", "export", "pages").code == 0
    (shop,) = Path("pages").rglob("interaction-s-1.html")
    assert "in place of the shopper's 2 of 2." in shop.read_text(encoding="utf-8")
    index = Path("pages", "index.html").read_text(encoding="utf-8")
    assert "Machine or shopper and people" in index


@pytest.mark.usefixtures("project")
def test_an_export_of_the_sample_has_no_shop_in_it() -> None:
    assert qa("export", "--rubric", "rubrics/desk.yaml", *_to(TARGETS)).code == 0
    assert with_words(b"Welcome of s-") == set()


@pytest.mark.parametrize("target", ["json", "csv", "html"])
def test_what_is_told_of_monitored_contacts_does_not_change_when_shops_are_final(
    tmp_path: Path, target: str
) -> None:
    folder = monitored_in(tmp_path / "november")
    command = ("export", "-r", folder / "rubrics" / "desk.yaml", "--project", folder, "--to")
    before, after = (tmp_path / f"{name}.{target}" for name in ("before", "after"))
    assert qa(*command, before).code == 0
    with open_project(folder) as project:
        release_some(project, *SHOPS)
    assert qa(*command, after).code == 0
    assert after.read_bytes() == before.read_bytes()


def test_nothing_of_a_shop_that_is_not_final_is_ever_written(project: Path) -> None:
    scenario = scenario_from(build.SCENARIO, build.RUBRIC)
    draft = build.log(
        shop="autumn-9",
        scenario_hash=scenario.hash,
        narrative="I was offered a kumquat while I waited, and the agent thanked me twice.",
        comments={"welcome": "Kumquats lay on the desk."},
        reference="kumquat-1",
    )
    with open_project(project) as opened:
        assigned = build.assignment(id="autumn-9", scenario_hash=scenario.hash)
        plan = ShopPlan(
            id="autumn", title="Autumn", seed="1", file_hash="f", file=build.PLAN,
            assignments=(assigned,), unplaced=(),
        )  # fmt: skip
        keep_plan(opened, plan, [scenario])
        save_draft(opened, open_shop(opened, "autumn-9"), draft, by="maya")
    assert qa("shop", "export", *TARGETS).code == 0
    assert qa("export", "--rubric", "rubrics/desk.yaml", "--to", "more.xlsx").code == 0
    assert with_words(b"kumquat") == set()
    assert with_words(b"autumn-9") == set()
    assert with_words(b"Welcome of s-1") >= {"s", "s.json", "s.jsonl", "s-detail.csv", "pages"}
    assert "autumn-9" not in qa("list").out


def with_words(words: bytes) -> set[str]:
    """What exports wrote here that holds these words, by the first part of its path."""
    for path in Path().glob("*.xlsx"):
        shutil.unpack_archive(path, path.stem, "zip")
    return {path.parts[0] for path in _files() if words.lower() in path.read_bytes().lower()}


def _to(targets: tuple[str, ...]) -> list[str]:
    return [word for target in targets for word in ("--to", target)]


def _files() -> list[Path]:
    """All that exports wrote here."""
    ours = {"qa.db", "qa.db-wal", "qa.db-shm", "qa.toml"}
    return [
        path
        for path in Path().rglob("*")
        if path.is_file()
        and path.name not in ours
        and path.parts[0] not in ("chats", "rubrics", "drafts")
    ]


def test_an_agents_shops_and_monitored_contacts_are_kept_apart(project: Path) -> None:
    met = build.log(
        staff="dana",
        observations=build.observed(welcome__name="no", welcome__sorry="no", help__way=0),
    )
    with open_project(project) as opened:
        release_some(opened, handed_in(met, rubric=BOTH_RUBRIC, scenario=BOTH_SCENARIO, id="d-1"))
    qa("shop", "export", "s.xlsx", "pages")
    agents = rows_of("s.xlsx", "Summary", "Agent", "Mean total")
    (dana,) = (row for row in agents if row["Agent"] == "dana")
    assert (dana["Mean total"], dana["Scored"]) == (0, "1 of 1")  # of chats alone it is 66.7
    (page,) = (path for path in Path("pages").glob("*.html") if path.stem.endswith("dana"))
    text = page.read_text(encoding="utf-8")
    assert '<dt>Monitored, mean total</dt><dd class="figure">66.7</dd>' in text


@pytest.mark.usefixtures("project")
def test_the_list_tells_shops_from_other_contacts() -> None:
    staged = {one["id"]: one["staged"] for one in qa("list", "--json").json}
    assert (staged["s-1"], staged["dana-1"]) == (True, False)


@pytest.mark.usefixtures("project")
def test_the_file_to_send_says_what_the_sheets_say() -> None:
    assert qa("shop", "export", "s.html").code == 0
    text = Path("s.html").read_text(encoding="utf-8")
    assert "Announced and staged" in text
    assert "North desk" in text


def test_without_a_final_shop_nothing_is_exported(tmp_path: Path) -> None:
    folder = chats_project(tmp_path / "empty")
    done = qa("shop", "export", tmp_path / "s.xlsx", "--project", folder)
    assert done.code == 2
    assert done.err.startswith("error: no shop is final yet")


@pytest.mark.usefixtures("project")
def test_where_nothing_was_monitored_nothing_is_compared() -> None:
    assert qa("shop", "export", "s.xlsx", "--location", "south").code == 0
    assert "Announced and staged" not in load_workbook("s.xlsx").sheetnames
    assert "Monitored" not in qa("shop", "compare", "--location", "south").out


def test_who_was_met_is_the_agent_whom_a_later_import_names(project: Path) -> None:
    line = chat_line("fox-1", [("agent", "Dana here.")], "d.fox", agent_name="Dana Fox")
    Path("more.jsonl").write_text(f"{line}\n", encoding="utf-8")
    assert qa("import", "more.jsonl").code == 0
    assert qa("sample", "draw", "--size", "7", "--seed", "7", "-r", "desk").code == 0
    assert qa("score", "-r", "desk").code == 0
    qa("shop", "export", "s.xlsx")
    met = {row["Interaction"]: row["Agent"] for row in rows_of("s.xlsx", "Scores", "Kind", "Agent")}
    assert (met["s-1"], met["fox-1"]) == ("Dana Fox", "Dana Fox")
    assert "Agent – Dana Fox" in load_workbook("s.xlsx").sheetnames
    assert project.is_dir()


@pytest.mark.usefixtures("project")
def test_what_went_well_in_a_shop_is_shown_by_the_shoppers_note() -> None:
    qa("shop", "export", "pages")
    (page,) = (path for path in Path("pages").glob("*.html") if path.stem.endswith("fox"))
    went_well = page.read_text(encoding="utf-8").partition("What went well")[2]
    went_well = went_well.partition("What to work on")[0]
    assert "the parcel was looked up while I waited." in went_well
    assert "Situation" not in went_well
    (shop,) = (path for path in Path("pages").rglob("*.html") if path.stem.endswith("s-1"))
    minute = shop.read_text(encoding="utf-8").partition("In a minute")[2].partition("Ratings")[0]
    assert "Help in s-1: the parcel was looked up" in minute
