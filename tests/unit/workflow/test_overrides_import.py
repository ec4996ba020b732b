"""What workbooks bring: all of it or nothing, and nothing that others said since is overrun."""

import re
import shutil
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from commands import qa
from filled_workbooks import agree, filled, log, rate, table
from openpyxl.workbook import Workbook
from projects import POOR, chat_line, chats_project

from qa_toolkit.domain.coaching import CoachingField
from qa_toolkit.domain.override import RootCause
from qa_toolkit.store import coaching, overrides
from qa_toolkit.workflow import overrides_import
from qa_toolkit.workflow.import_ratings import Verdicts, ratings_in
from qa_toolkit.workflow.overrides_import import Imported, import_workbooks
from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric

GREETING, COURTESY, EMPATHY = "politeness.greeting", "politeness.courtesy", "empathy.acknowledge"
CRITICAL = "politeness.respect"
Edit = Callable[[Workbook], object]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six chats of two agents, scored and exported to team.xlsx."""
    folder = chats_project(tmp_path_factory.mktemp("made") / "november")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command in ("import chats", "sample draw --per-agent 3", "score"):
            assert qa(*command.split()).code == 0
        assert qa("export", "--to", "team.xlsx").code == 0
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / made.name
    shutil.copytree(made, folder)
    monkeypatch.chdir(folder)
    return folder


def back(*edits: Edit, source: str = "team.xlsx", name: str = "back.xlsx") -> Path:
    return filled(Path(source), Path(name), *edits)


def give(interaction: str = "dana-1", rated: str = EMPATHY, /, **fields: object) -> Edit:
    return lambda book: rate(book, interaction, rated, **fields)


def imported(*files: Path, **options: Any) -> Imported:
    with open_project() as opened:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        return import_workbooks(opened, usable, files, **{"reviewer": "Ana"} | options)


def kept() -> list[tuple[str, str, object, str, str]]:
    with open_project() as opened:
        return [
            (item.interaction_id, item.criterion, item.points, item.by, item.reason)
            for item in overrides.of_rubric(opened.database, "service")
        ]


def told(done: Imported) -> list[str]:
    return [item.message for item in (*done.wrong, *done.conflicts)]


@pytest.mark.usefixtures("project")
def test_a_workbook_as_exported_brings_nothing() -> None:
    done = imported(Path("team.xlsx"))
    assert (done.given, done.agreed, done.wrong, done.conflicts, done.kept) == (
        (),
        (),
        (),
        (),
        False,
    )


@pytest.mark.usefixtures("project")
def test_a_rating_is_kept_with_author_reason_cause_and_file() -> None:
    done = imported(back(give(override=0, reason="a stock phrase", root_cause="Process")))
    (item,) = done.given
    assert (item.override.points, item.override.cause) == (0, RootCause.PROCESS)
    assert (item.override.by, item.override.source) == ("Ana", "back.xlsx")
    assert item.at.startswith("back.xlsx Detail!")
    assert kept() == [("dana-1", EMPATHY, 0, "Ana", "a stock phrase")]


@pytest.mark.usefixtures("project")
def test_totals_are_told_before_and_after() -> None:
    done = imported(back(give(override=0, reason="a stock phrase")), dry_run=True)
    total = done.totals["dana-1"]
    assert (total.before.scorecard.percent or 0) > (total.after.scorecard.percent or 0)
    assert (done.kept, kept()) == (False, [])


@pytest.mark.usefixtures("project")
def test_the_same_workbook_twice_changes_nothing() -> None:
    file = back(give(override=0, reason="a stock phrase"))
    assert imported(file).kept
    again = imported(file, reviewer="")
    assert (told(again), again.given, again.kept, len(kept())) == ([], (), False, 1)


@pytest.mark.usefixtures("project")
def test_a_rating_that_was_emptied_in_an_old_workbook_still_counts_and_that_is_told() -> None:
    imported(back(give(override=0, reason="a stock phrase")))
    done = imported(back())
    assert [item.message for item in done.remarks] == [
        f"dana-1 {EMPATHY}: rated in a file of this name before, not in this one; it still counts"
    ]
    assert (told(done), len(kept())) == ([], 1)


@pytest.mark.usefixtures("project")
def test_of_two_imports_at_once_the_second_sees_what_the_first_has_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second begins between the first one's look at the project and its keeping."""
    first = back(give(override=0, reason="a stock phrase"), name="first.xlsx")
    second = back(give(override=1, reason="half of it"), name="second.xlsx")
    with ThreadPoolExecutor(1) as pool:
        later: list[Future[Imported]] = []

        def looked(*known: Any) -> Verdicts:
            found = ratings_in(*known)
            if not later:
                later.append(pool.submit(imported, second))
                wait(later, timeout=1)  # it has to wait itself, for the first one
            return found

        monkeypatch.setattr(overrides_import, "ratings_in", looked)
        assert imported(first).kept
        done = later[0].result()
    assert told(done)[0].startswith("Ana rated it 0 since this was exported")
    assert [points for _, _, points, _, _ in kept()] == [0]


@pytest.mark.usefixtures("project")
def test_an_emptied_override_takes_back_what_was_said() -> None:
    imported(back(give(override=0, reason="a stock phrase")))
    qa("export", "--to", "second.xlsx")
    file = back(give(override=None), source="second.xlsx", name="third.xlsx")
    (item,) = imported(file).given
    assert (item.override.status, item.override.reason) == (None, "Override was emptied")
    assert not imported(file).given


@pytest.mark.usefixtures("project")
def test_a_reason_may_be_mended_alone() -> None:
    imported(back(give(override=0, reason="a stock phrase")))
    qa("export", "--to", "second.xlsx")
    imported(back(give(reason="said twice"), source="second.xlsx", name="third.xlsx"))
    assert [reason for *_, reason in kept()] == ["a stock phrase", "said twice"]


@pytest.mark.usefixtures("project")
def test_the_machines_own_rating_may_be_confirmed_without_a_reason() -> None:
    done = imported(back(give("dana-1", GREETING, override=2)))
    assert [item.override.points for item in done.given] == [2]


@pytest.mark.usefixtures("project")
def test_the_name_in_a_row_wins() -> None:
    imported(back(give(override=0, reason="x", reviewer="Mo")))
    assert kept()[0][3] == "Mo"


@pytest.mark.usefixtures("project")
def test_a_name_that_stood_there_before_did_not_say_the_new_thing() -> None:
    imported(back(give(override=0, reason="x", reviewer="Mo")))
    qa("export", "--to", "second.xlsx")
    imported(back(give(override=1), source="second.xlsx", name="third.xlsx"))
    assert [by for *_, by, _ in kept()] == ["Mo", "Ana"]


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        pytest.param(
            [give(override=9, reason="x")], f"9 is not on the scale of {EMPATHY}", id="level"
        ),
        pytest.param(
            [give("dana-1", CRITICAL, override="N/A", reason="x")],
            f"{CRITICAL} may not be answered with N/A",
            id="N/A of a critical criterion",
        ),
        pytest.param(
            [give(override=0)], "the rating was changed, and nothing says why", id="no reason"
        ),
        pytest.param([give(reason="x")], "it says why, but Override is empty", id="no rating"),
        pytest.param(
            [give(override=0, reason="x", interaction="dana-9")],
            "there is no interaction 'dana-9' in this project",
            id="unknown interaction",
        ),
        pytest.param(
            [give(override=0, reason="x", criterion="empathy.acknowlege")],
            f"'empathy.acknowlege' is no criterion that service 1.2.0 rates, did you mean '{EMPATHY}'?",
            id="unknown criterion",
        ),
        pytest.param(
            [give(override=0, reason="x", based_on=77)],
            "it rests on override 77, which this project does not have",
            id="another history",
        ),
    ],
)
@pytest.mark.usefixtures("project")
def test_a_mistake_keeps_everything_out(edits: list[Edit], message: str) -> None:
    good = give("eli-1", override=0, reason="fine")
    done = imported(back(good, *edits))
    assert told(done) == [message]
    assert "Detail!" in done.wrong[0].source
    assert kept() == []


@pytest.mark.usefixtures("project")
def test_rows_without_a_name_are_one_mistake() -> None:
    rows = [give(f"dana-{number}", override=0, reason="x") for number in (1, 3)]
    done = imported(back(*rows), reviewer="")
    assert told(done) == ["nobody is named as reviewer, nor in 1 other row"]


@pytest.mark.usefixtures("project")
def test_what_somebody_else_said_since_is_not_overrun() -> None:
    words = ["--by", "Mo", "--reason", "heard it"]
    qa("overrides", "set", "dana-1", EMPATHY, "1", *words)
    done = imported(back(give(override=0, reason="x"), give("eli-1", override=0, reason="y")))
    assert told(done)[0].startswith("Mo rated it 1 since this was exported, on ")
    assert (done.kept, len(kept())) == (False, 1)


@pytest.mark.usefixtures("project")
def test_the_rest_is_kept_where_conflicts_are_skipped() -> None:
    qa("overrides", "set", "dana-1", EMPATHY, "1", "--by", "Mo", "--reason", "heard it")
    file = back(give(override=0, reason="x"), give("eli-1", override=0, reason="y"))
    done = imported(file, skip_conflicts=True)
    assert [item.override.interaction_id for item in done.given] == ["eli-1"]
    assert (done.kept, len(done.conflicts), len(kept())) == (True, 1, 2)


@pytest.mark.usefixtures("project")
def test_the_same_rating_by_somebody_else_is_no_conflict() -> None:
    qa("overrides", "set", "dana-1", EMPATHY, "0", "--by", "Mo", "--reason", "heard it")
    file = back(give(override=0, reason="x"))
    assert imported(file).kept
    assert not imported(file).given


@pytest.mark.usefixtures("project")
def test_a_workbook_taken_before_stays_taken_when_others_say_something_new() -> None:
    file = back(give(override=0, reason="x"))
    imported(file)
    qa("overrides", "set", "dana-1", EMPATHY, "1", "--by", "Mo", "--reason", "heard it")
    again = imported(file)
    assert (again.given, again.conflicts) == ((), ())


@pytest.mark.usefixtures("project")
def test_who_changes_their_mind_in_a_workbook_collides_with_nobody() -> None:
    imported(back(give(override=0, reason="x"), lambda book: log(book, NEW)))
    fields = {**NEW, "Agreed action": "Ask first"}
    done = imported(back(give(override=1, reason="y"), lambda book: log(book, fields)))
    assert (told(done), len(done.given), len(done.agreed)) == ([], 1, 1)
    assert log_of()["Tone"]["action"] == "Ask first"


@pytest.mark.usefixtures("project")
def test_workbooks_of_one_name_by_two_people_do_collide() -> None:
    imported(back(give(override=0, reason="x")), reviewer="Mo")
    done = imported(back(give(override=1, reason="y")), reviewer="Ana")
    assert told(done)[0].startswith("Mo rated it 0 since this was exported")


def test_a_scorecard_that_was_made_anew_is_a_conflict(project: Path) -> None:
    lines = (project / "chats" / "chats.jsonl").read_text().splitlines()
    lines[0] = chat_line("dana-1", POOR)
    (project / "chats" / "chats.jsonl").write_text("\n".join(lines) + "\n")
    assert qa("import", "chats").code == qa("score").code == 0
    done = imported(back(give(override=1, reason="x")))
    assert told(done) == ["the machine rates dana-1 differently since this was exported"]


@pytest.mark.usefixtures("project")
def test_a_row_that_was_pasted_from_elsewhere_is_a_conflict() -> None:
    """Nobody can tell what the machine had rated when its person looked at it."""
    assert qa("export", "--agent", "dana", "--to", "dana.xlsx").code == 0
    pasted = give(override=0, reason="x", interaction="eli-1")
    done = imported(back(pasted, source="dana.xlsx"))
    assert told(done) == ["eli-1 was not in this workbook when it was exported"]


@pytest.mark.usefixtures("project")
def test_two_workbooks_are_taken_together() -> None:
    north = back(give(override=0, reason="x"), name="north.xlsx")
    south = back(give("eli-1", override=0, reason="y"), name="south.xlsx")
    assert [item.file for item in imported(north, south).given] == ["north.xlsx", "south.xlsx"]


@pytest.mark.usefixtures("project")
def test_two_workbooks_that_disagree_are_a_conflict() -> None:
    north = back(give(override=0, reason="x"), name="north.xlsx")
    south = back(give(override=1, reason="y"), name="south.xlsx")
    done = imported(north, south)
    assert done.conflicts[0].source.startswith("south.xlsx Detail!")
    assert done.conflicts[0].message.startswith("it says 1, and north.xlsx Detail!")
    assert kept() == []


@pytest.mark.usefixtures("project")
def test_one_row_twice_with_different_values_is_a_mistake() -> None:
    def copy_row(book: Workbook) -> None:
        page = book["Detail"]
        head, at = table(page, "Interaction", "Override")
        given = next(
            row for row in page.iter_rows(min_row=head + 1) if row[at["Reason"] - 1].value == "x"
        )
        values = [cell.value for cell in given]
        values[at["Override"] - 1] = 1
        page.append(values)

    done = imported(back(give(override=0, reason="x"), copy_row))
    assert done.wrong[0].message.startswith("it says 1, and back.xlsx Detail!")


@pytest.mark.usefixtures("project")
def test_another_version_of_the_rubric_is_named() -> None:
    rubric = Path("rubrics/service.yaml")
    rubric.write_text(rubric.read_text().replace("version: 1.2.0", "version: 1.3.0"))
    done = imported(back(give(override=0, reason="x")))
    assert told(done) == ["it was made with the rubric service 1.2.0, this is service 1.3.0"]


def test_another_project_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = back(give(override=0, reason="x")).resolve()
    other = chats_project(project.parent / "december", agents=("fay",))
    monkeypatch.chdir(other)
    qa("import", "chats")
    (message,) = told(imported(file))
    assert message.startswith("it was made in another project: its sample s-")
    assert message.endswith("has no interaction of december")


def log_of() -> dict[str, dict[str, str]]:
    with open_project() as opened:
        return {
            entry.topic: {
                known.value: entry.value(known) for known in CoachingField if entry.value(known)
            }
            for entry in coaching.entries(opened.database)
        }


NEW = {"Agent": "eli", "Topic": "Tone", "Agreed action": "Listen first", "Coach": "Mo"}


@pytest.mark.usefixtures("project")
def test_a_new_line_of_the_log_is_opened_once() -> None:
    file = back(lambda book: log(book, {**NEW, "Follow-up": date(2026, 12, 4)}))
    assert imported(file).kept
    assert not imported(file).kept
    assert log_of() == {
        "Tone": {"action": "Listen first", "follow_up": "2026-12-04", "coach": "Mo"}
    }


@pytest.mark.usefixtures("project")
def test_of_two_workbooks_that_open_one_topic_the_second_collides() -> None:
    first = back(lambda book: log(book, NEW), name="first.xlsx")
    qa("export", "--agent", "eli", "--to", "eli.xlsx")
    other = {**NEW, "Topic": "TONE", "Agreed action": "Slow down"}
    second = back(lambda book: log(book, other), source="eli.xlsx", name="second.xlsx")
    done = imported(first, second, skip_conflicts=True)
    (message,) = told(done)
    assert re.fullmatch(r"first\.xlsx 'Coaching log'!\w+ opens 'Tone' too", message)
    assert log_of() == {"Tone": {"action": "Listen first", "coach": "Mo"}}


@pytest.mark.usefixtures("project")
def test_a_new_line_in_which_nothing_is_agreed_is_not_passed_over() -> None:
    done = imported(back(lambda book: log(book, {"Agent": "eli", "Topic": "Tone"})))
    assert told(done) == ["nothing is agreed in this new entry"]


@pytest.mark.usefixtures("project")
def test_what_an_agents_sheet_says_opens_an_entry_about_the_criterion() -> None:
    done = imported(back(lambda book: agree(book, "dana", EMPATHY, "action", "Name it")))
    (item,) = done.agreed
    assert (item.is_new, item.entry.agent_id, item.entry.criterion) == (True, "dana", EMPATHY)
    assert item.entry.opened_by == "Ana"


@pytest.mark.usefixtures("project")
def test_an_entry_is_changed_on_either_sheet() -> None:
    imported(back(lambda book: agree(book, "dana", EMPATHY, "action", "Name it")))
    qa("export", "--to", "second.xlsx")
    with open_project() as opened:
        (entry,) = coaching.entries(opened.database)
    file = back(
        lambda book: log(book, {"Note": "went well"}, entry=entry.id),
        lambda book: agree(book, "dana", EMPATHY, "acknowledged", date(2026, 11, 27)),
        source="second.xlsx",
        name="third.xlsx",
    )
    assert imported(file).kept
    (said,) = log_of().values()
    assert said == {"action": "Name it", "note": "went well", "acknowledged": "2026-11-27"}


@pytest.mark.usefixtures("project")
def test_an_entry_that_others_changed_since_is_a_conflict() -> None:
    imported(back(lambda book: log(book, NEW)))
    qa("export", "--to", "second.xlsx")
    with open_project() as opened:
        (entry,) = coaching.entries(opened.database)
    qa("coaching", "update", entry.id, "--note", "no time yet", "--by", "Mo")
    file = back(lambda book: log(book, {"Note": "went well"}, entry=entry.id), source="second.xlsx")
    done = imported(file)
    assert "Mo changed this since it was exported" in told(done)[0]
    assert "'Coaching log'!" in done.conflicts[0].source


@pytest.mark.usefixtures("project")
def test_log_and_agents_sheet_must_not_disagree() -> None:
    imported(back(lambda book: agree(book, "dana", EMPATHY, "action", "Name it")))
    qa("export", "--to", "second.xlsx")
    with open_project() as opened:
        (entry,) = coaching.entries(opened.database)
    file = back(
        lambda book: log(book, {"Note": "well"}, entry=entry.id),
        lambda book: agree(book, "dana", EMPATHY, "note", "badly"),
        source="second.xlsx",
    )
    assert "of the same agreement" in told(imported(file))[0]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        pytest.param({"Agent": "nobody"}, "no agent is called 'nobody'", id="unknown agent"),
        pytest.param({"Coach": None}, "nobody says so", id="nobody"),
    ],
)
@pytest.mark.usefixtures("project")
def test_a_line_that_cannot_be_opened_is_told(fields: dict[str, object], message: str) -> None:
    done = imported(back(lambda book: log(book, {**NEW, **fields})), reviewer="")
    assert told(done) == [message]
