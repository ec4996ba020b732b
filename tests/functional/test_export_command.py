"""`qa export` on small projects: what it takes in, and what it leaves where."""

import csv
import json
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from commands import Ran, qa, qa_process
from projects import GOOD, POOR, add_recordings, chat_line, chats_project

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scoring import correct as scoring_correct
from qa_toolkit.workflow import overrides
from qa_toolkit.workflow.export import export_scored, targets_of
from qa_toolkit.workflow.export_asked import report_asked
from qa_toolkit.workflow.project import init_project, open_project
from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
from qa_toolkit.workflow.scope import Asked

AGENTS = {
    "dana": {"agent_name": "Dana Price", "team": "North"},
    "eli": {"agent_name": "Eli Stone", "team": "South"},
}
CUSTOMER = "Graham Ellison"


def lines() -> Iterator[str]:
    """Four chats of each agent: two in week 46, the later one of them on its last evening; two in 47."""
    days = ("2026-11-10T09:00", "2026-11-15T23:30", "2026-11-17T09:00", "2026-11-18T09:00")
    for agent, about in AGENTS.items():
        for n, day in enumerate(days, start=1):
            turns = GOOD if n % 2 else POOR
            known = about | {"started_at": f"{day}:00+00:00", "customer": CUSTOMER}
            yield chat_line(f"{agent}-{n}", turns, agent, **known)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project, scored: everything drawn."""
    folder = tmp_path_factory.mktemp("export") / "project"
    init_project(folder)
    (folder / "chats").mkdir()
    (folder / "chats" / "chats.jsonl").write_text("\n".join(lines()) + "\n")
    ran = qa("run", folder / "chats", "--seed", "7", "--to", folder / "all.json", "-p", folder)
    assert ran.code == 0, ran.err
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project, as the current folder."""
    folder = tmp_path / "project"
    shutil.copytree(made, folder)
    monkeypatch.chdir(folder)
    return folder


def exported(*options: str) -> list[str]:
    """The ids that an export with these options holds."""
    ran = qa("export", "--to", "some.json", *options)
    assert ran.code == 0, ran.err
    document = json.loads(Path("some.json").read_text(encoding="utf-8"))
    return [card["id"] for card in document["scorecards"]]


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ((), ["dana-1", "dana-2", "dana-3", "dana-4", "eli-1", "eli-2", "eli-3", "eli-4"]),
        (("--agent", "DANA"), ["dana-1", "dana-2", "dana-3", "dana-4"]),
        (("--team", "south", "--period", "2026-W47"), ["eli-3", "eli-4"]),
        (("--agent", "eli stone", "--period", "2026-11-17"), ["eli-3"]),
        (("--agent", "dana", "--agent", "eli", "--period", "2026-W46"), ["dana-1", "dana-2", "eli-1", "eli-2"]),
    ],
    ids=["all", "agent", "team and week", "name and day", "two agents"],
)  # fmt: skip
def test_an_export_holds_what_was_asked_for(
    project: Path, options: tuple[str, ...], ids: list[str]
) -> None:
    assert exported(*options) == ids


def test_days_are_those_of_the_projects_time_zone(project: Path) -> None:
    settings = (project / "qa.toml").read_text()
    text = settings.replace("[intake]\n", '[intake]\ntimezone = "Europe/Berlin"\n')
    (project / "qa.toml").write_text(text)
    assert qa("score").code == 0
    assert exported("--period", "2026-W46") == ["dana-1", "eli-1"]


def test_an_empty_selection_says_what_there_would_be(project: Path) -> None:
    ran = qa("export", "--agent", "dana", "--period", "2026-W40")
    assert ran.code == 2
    assert "no scorecard of agent Dana Price, period 2026-W40" in ran.err
    assert "8 scorecards from 2026-11-10 to 2026-11-18 of Dana Price and Eli Stone" in ran.err


def test_a_misspelt_agent_is_told_before_any_work(project: Path) -> None:
    ran = qa("export", "--agent", "dama", "--to", "x.json")
    assert (ran.code, Path("x.json").exists()) == (2, False)
    assert "did you mean 'dana'?" in ran.err


def test_of_many_who_share_a_name_some_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = chats_project(tmp_path / "p", agents=())
    line = [chat_line(f"c-{n}", GOOD, f"a-{n:02}", agent_name="Dana") for n in range(20)]
    (folder / "chats" / "chats.jsonl").write_text("\n".join(line) + "\n")
    monkeypatch.chdir(folder)
    qa("import", "chats")
    qa("sample", "draw", "--size", "20", "--seed", "1")
    told = qa("export", "--agent", "dana").err
    assert "several agents are called 'dana'" in told
    assert "name one by id: 'a-00', 'a-01', 'a-02', 'a-03', 'a-04' and 15 more" in told


def test_all_samples_together_show_each_interaction_once(project: Path) -> None:
    qa("sample", "draw", "--size", "2", "--seed", "a")
    qa("sample", "draw", "--size", "5", "--seed", "b")
    assert len(exported()) == 5
    assert len(exported("--sample", "all")) == 8
    document = json.loads(Path("some.json").read_text(encoding="utf-8"))
    assert (document["sample"], document["scope"]) == (None, {"Samples": "all 3"})
    assert "counts as one" in document["notes"][0]


def test_what_was_written_is_told_to_programs(project: Path) -> None:
    told = qa("export", "--to", "a.csv", "--to", "pages", "--json").json
    assert (told["scorecards"], told["agents"]) == (8, 2)
    tables, pages = told["written"]
    sizes = sum(path.stat().st_size for path in (Path("a.csv"), Path("a-detail.csv")))
    assert (tables["files"], tables["bytes"]) == (2, sizes)
    assert (pages["open"], pages["files"]) == (str(Path("pages", "index.html")), 11)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--to", "a.docx"), "no format is called '.docx'"),
        (("--to", "chats/chats.jsonl"), "it holds what was imported"),
        (("--to", "a.csv", "--to", "./a.csv"), "would be written twice"),
        (("--to", "a.csv", "--to", "a-detail.csv"), "would be written twice"),
        (("--to", "README"), "it is no name of a folder"),
        (("--to", "-"), "it is no name of a folder"),
        (("--to", "out/.xlsx"), "it is no name of a folder"),
        (("--to", "a.csv", "--with-recordings"), "no target is a folder of pages"),
        (("--to", "pages", "--with-recordings", "--anonymise"), "voices and names are heard"),
        (("--sample", "s-none"), "there is no sample 's-none'"),
        (("--period", "soon"), "'soon' is not a period"),
        (("--to", "pages", "--templates", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_exported_is_told_and_nothing_is_written(
    project: Path, options: tuple[str, ...], message: str
) -> None:
    (project / "README").write_text("mine")
    before = sorted(project.rglob("*"))
    ran = qa("export", *options)
    assert (ran.code, sorted(project.rglob("*"))) == (2, before)
    assert message in ran.err


FILES = ("a.csv", "a.json", "a.jsonl", "a.parquet", "a.xlsx", "a.html", "pages")


def test_the_same_content_gives_the_same_bytes_in_every_process(project: Path) -> None:
    written = []
    for seed in ("1", "2"):
        folder = f"out{seed}"
        options = [option for name in FILES for option in ("--to", f"{folder}/{name}")]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        ran = qa_process("export", *options, cwd=project, env=environment)
        assert ran.code == 0, ran.err
        files = sorted(path for path in (project / folder).rglob("*") if path.is_file())
        written.append({path.relative_to(project / folder): path.read_bytes() for path in files})
    first, second = written
    assert [name for name in first if first[name] != second.get(name)] == []
    assert first.keys() == second.keys()


def test_an_anonymised_export_names_nobody_and_is_the_same_again(project: Path) -> None:
    options = ("--to", "a.json", "--to", "a.csv", "--anonymise")
    assert qa("export", *options).code == 0
    first = [Path(name).read_bytes() for name in ("a.json", "a.csv", "a-detail.csv")]
    text = b" ".join(first).decode().casefold()
    for name in ("dana", "price", "eli", "stone", "graham", "ellison"):
        assert name not in text.replace("believe", "").replace("reli", "")
    assert qa("export", *options).code == 0
    assert [Path(name).read_bytes() for name in ("a.json", "a.csv", "a-detail.csv")] == first


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_its_owner_reads_the_key_of_the_pseudonyms(project: Path) -> None:
    qa("export", "--to", "a.json", "--anonymise")
    assert (project / "pseudonyms.key").stat().st_mode & 0o777 == 0o600


def test_a_broken_key_is_told_and_nothing_is_written(project: Path) -> None:
    (project / "pseudonyms.key").write_text("half a key")
    ran = qa("export", "--to", "a.json", "--anonymise")
    assert (ran.code, Path("a.json").exists()) == (3, False)
    assert "does not hold a key" in ran.err


def test_a_projects_own_templates_are_used_by_every_export(project: Path) -> None:
    (project / "ours").mkdir()
    (project / "ours" / "mail.html.j2").write_text("Ours: {{ view.title }}")
    with (project / "qa.toml").open("a", encoding="utf-8") as settings:
        settings.write('[export]\ntemplates = "ours"\n')
    assert qa("export", "--to", "a.html").code == 0
    assert Path("a.html").read_text(encoding="utf-8") == "Ours: Coaching scorecards"


def test_without_a_program_that_prints_nothing_is_begun(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    ran = qa("export", "--to", "a.csv", "--to", "a.pdf")
    assert (ran.code, Path("a.csv").exists()) == (3, False)
    assert "Chromium or LibreOffice" in ran.err


def test_without_pyarrow_one_line_says_what_to_install(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ran = qa("export", "--to", "a.parquet")
    assert ran.code == 3
    assert "pip install 'qa-toolkit[parquet]'" in ran.err


def test_a_guard_stops_an_export_before_anything_is_written(project: Path) -> None:
    def no_eli(report: Report) -> list[Problem]:
        ids = [item.interaction.id for item in report.scored]
        return [Problem(source=name, message="is Eli's") for name in ids if "eli" in name]

    with open_project(project) as opened:
        rubric = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        targets = targets_of(opened, [Path("a.json")])
        report = report_asked(opened, "", rubric)
        done = export_scored(opened, report, targets, guards=[no_eli])
    assert [problem.source for problem in done.stopped_by] == ["eli-1", "eli-2", "eli-3", "eli-4"]
    assert (done.written, Path("a.json").exists()) == ((), False)


def with_calls(folder: Path) -> Path:
    """A project with two recordings beside their transcripts, scored."""
    init_project(folder)
    calls = add_recordings(folder, "call-0001.mp3", "call-0002.flac")
    for name in ("call-0001", "call-0002"):
        (calls / f"{name}.vtt").write_text(
            "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Agent>Good morning, this is Dana.\n\n"
            "00:04.000 --> 00:08.000\n<v Customer>My boiler is off.\n"
        )
    assert qa("run", calls, "--seed", "1", "--to", folder / "x.json", "-p", folder).code == 0
    return folder


def export_pages(folder: Path, *options: str) -> Ran:
    ran = qa("export", "--to", folder / "pages", "-p", folder, *options)
    assert ran.code == 0, ran.err
    return ran


def test_recordings_lie_beside_the_pages_once_and_go_with_them(tmp_path: Path) -> None:
    folder = with_calls(tmp_path / "p")
    told = export_pages(folder, "--with-recordings")
    copies = sorted((folder / "pages" / "recordings").glob("recording-*"))
    assert len(copies) == 2
    assert "with 2 recordings" in told.out
    times = [copy.stat().st_mtime_ns for copy in copies]
    assert "0 copied now" in export_pages(folder, "--with-recordings").out
    assert [copy.stat().st_mtime_ns for copy in copies] == times
    (folder / "pages" / "recordings" / "mine.wav").write_bytes(b"")
    export_pages(folder)
    left = [path.name for path in (folder / "pages" / "recordings").iterdir()]
    assert left == ["mine.wav"]


def test_a_recording_that_is_gone_is_told_and_the_page_has_no_player(tmp_path: Path) -> None:
    folder = with_calls(tmp_path / "p")
    (folder / "recordings" / "call-0001.mp3").unlink()
    told = export_pages(folder, "--with-recordings", "--json").json["written"][0]
    assert (told["recordings"], len(told["recordings_gone"])) == (1, 1)


def test_a_project_with_undated_contacts_says_so_where_a_period_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = chats_project(tmp_path / "p")
    dated = chat_line("late", GOOD, "dana", started_at="2026-11-10T09:00:00+00:00")
    (folder / "chats" / "more.jsonl").write_text(dated + "\n")
    monkeypatch.chdir(folder)
    qa("run", "chats", "--seed", "1")
    assert exported("--period", "2026-11") == ["late"]
    document = json.loads(Path("some.json").read_text(encoding="utf-8"))
    assert document["notes"] == ["6 scorecards without a date: in no period, and not shown."]


def test_a_trend_rests_on_every_sample_with_the_weights_of_each(project: Path) -> None:
    qa("sample", "draw", "--size", "2", "--seed", "b")
    with open_project(project) as opened:
        rubric = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        report = report_asked(opened, "", rubric)
        week = report_asked(opened, "all", rubric, Asked(period="2026-W46"))
    weights = sorted(int(score.weight) for score in report.past)
    assert weights == [1, 1, 1, 1, 1, 1, 4, 4]
    assert max(score.day for score in week.past) == date(2026, 11, 15)


def test_the_trend_of_one_agent_is_their_part_of_the_trend_of_all(project: Path) -> None:
    qa("sample", "draw", "--size", "2", "--seed", "b")
    with open_project(project) as opened:
        rubric = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        everybody = report_asked(opened, "all", rubric).past
        own = report_asked(opened, "all", rubric, Asked(agents=("dana",))).past
    assert own == tuple(score for score in everybody if score.agent.id == "dana") != ()


def test_a_trend_shows_what_counts_corrected_once_in_whichever_sample(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corrected: list[str] = []

    def correct(machine: Scorecard, *known: Any, **options: Any) -> Scorecard:
        corrected.append(machine.interaction_id)
        return scoring_correct.correct(machine, *known, **options)

    monkeypatch.setattr(overrides, "correct", correct)
    qa("overrides", "set", "dana-2", "empathy.acknowledge", "2", "--reason", "r", "--by", "Mo")
    qa("sample", "draw", "--size", "2", "--seed", "b")
    corrected.clear()
    with open_project(project) as opened:
        rubric = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        whole, last = report_asked(opened, "all", rubric), report_asked(opened, "", rubric)
    (card,) = (item for item in whole.scored if item.machine is not None)
    shown, older = (
        [score.percent for score in report.past if score.interaction_id == "dana-2"]
        for report in (whole, last)
    )
    assert card.scorecard.percent != card.as_rated.percent
    assert shown == older == [card.scorecard.percent]
    assert last.overrides == {}
    assert corrected == ["dana-2", "dana-2"]


def test_an_override_counts_and_stands_beside_the_machines_rating(project: Path) -> None:
    ran = qa(
        *("overrides", "set", "dana-2", "empathy.acknowledge", "2"),
        *("--reason", "names the birthday", "--by", "Maria Lopez"),
    )
    assert ran.code == 0, ran.err
    assert qa("export", "--to", "a.csv", "--to", "a.json", "--agent", "dana").code == 0
    with Path("a-detail.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["reviewer"]]
    assert [(row["interaction"], row["override"], row["rating"]) for row in rows] == [
        ("dana-2", "2", "2")
    ]
    (card,) = (
        card
        for card in json.loads(Path("a.json").read_text(encoding="utf-8"))["scorecards"]
        if card["machine"]
    )
    assert card["id"] == "dana-2"
