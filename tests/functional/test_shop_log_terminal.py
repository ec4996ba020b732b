"""`qa shop log` on a terminal: typed by keyboard, interrupted, and taken up again."""

import importlib
import re
import shutil
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commands import qa
from logged_shops import LINES, SHOP, filled_in, todays_project
from terminals import Terminal, branch, process

from qa_toolkit.shops.interview.state import Interview
from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.shops.drafts import save_draft
from qa_toolkit.workflow.shops.guided import look, rescue, resume
from qa_toolkit.workflow.shops.shops import open_shop

LOG = ("shop", "log", SHOP, "--by", "maya")
Start = Callable[..., Terminal]


@pytest.fixture(scope="module")
def drawn_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return todays_project(tmp_path_factory.mktemp("today"))


@pytest.fixture
def project(drawn_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = shutil.copytree(drawn_project, tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def start(project: Path) -> Iterator[Start]:
    """Starts the form on a terminal."""
    running: list[Terminal] = []

    def started(
        *options: str,
        columns: int = 100,
        way: Callable[..., Callable[[], None]] = branch,
        **env: str,
    ) -> Terminal:
        terminal = Terminal(way(*LOG, *options, cwd=project, env=env), columns=columns)
        running.append(terminal)
        return terminal

    yield started
    for terminal in running:
        terminal.close()


def interview(project: Path) -> Interview:
    """What is kept of the shop."""
    with open_project(project) as opened:
        return look(opened, SHOP, by="maya").interview


def test_the_whole_form_is_filled_in_by_keyboard(project: Path, start: Start) -> None:
    terminal = start(way=process)
    terminal.wait_for("What is the name of the person")
    terminal.answer("Dana Fox", "Where was it?")
    terminal.answer("", "Was there a number")
    terminal.answer("T-4711", "starts the stopwatch")
    terminal.press(" ")
    terminal.wait_for("● waiting, 0:")
    terminal.press(" ")
    terminal.wait_for("space is a hold")
    terminal.press(" ")
    terminal.wait_for("● on hold")
    terminal.press(" ")
    terminal.wait_for("resumed")
    terminal.answer("", "Are you greeted?")
    terminal.answer("y", "Does the person give a name?")
    terminal.answer("n", "Why not?")
    terminal.answer("Her badge was turned around.", "How long do you wait?")
    terminal.answer("", "What is to be said of 'Welcome'")
    terminal.answer("Dana said good morning at once.", "Is the card blocked?")
    terminal.answer("yes", "How is the new card sent?")
    terminal.answer("2", "Would you call again?")
    terminal.answer("", "What is to be said of 'Help'")
    terminal.answer("She blocked the card and promised a courier.", "Tell the story")
    terminal.type("I called at nine. Dana answered at once and asked for my name.")
    terminal.type("She blocked the card and promised a courier.")
    terminal.answer(".", "What do you bring back?")
    terminal.answer("", "It can be submitted: y")
    terminal.type("y")
    assert terminal.end() == 0
    assert f"{SHOP} is submitted" in terminal.text
    with open_project(project) as opened:
        assert open_shop(opened, SHOP).shop.status.value == "submitted"


@pytest.mark.parametrize("typed", range(len(LINES)), ids=[f"{n}-{at}" for n, (at, _) in enumerate(LINES)])  # fmt: skip
def test_a_power_cut_at_any_question_loses_nothing(project: Path, start: Start, typed: int) -> None:
    filled_in(project, typed)
    before = interview(project).log
    cut = start()
    cut.wait_for("? help")
    cut.press("half a li")
    cut.wait_for("half a li")
    cut.kill()
    assert interview(project).log == before
    number = [item.id for item in interview(project).items].index(LINES[typed][0]) + 1
    again = start()
    again.wait_for("? help")
    assert f"item {number} of" in again.text


def test_an_answer_is_saved_before_the_next_question_is_shown(project: Path, start: Start) -> None:
    terminal = start()
    terminal.wait_for("What is the name of the person")
    terminal.answer("Dana Fox", "Where was it?")
    terminal.kill()
    assert interview(project).log.staff == "Dana Fox"


def test_what_is_typed_ahead_answers_one_question_after_the_other(
    project: Path, start: Start
) -> None:
    """Also what comes before the first question is there."""
    terminal = start()
    terminal.press("Dana Fox\r\rT-4711\r")
    terminal.wait_for("When did it start")
    terminal.press("now now now\ry\r")
    terminal.wait_for("Does the person give a name?")
    assert interview(project).log.reference == "T-4711"


def test_lines_of_a_story_are_saved_one_by_one(project: Path, start: Start) -> None:
    filled_in(project, 15)
    terminal = start()
    terminal.wait_for("Tell the story")
    terminal.type("I called at nine.")
    terminal.type("Dana answered.")
    terminal.press("And th")
    terminal.wait_for("And th")
    terminal.kill()
    assert interview(project).log.narrative == "I called at nine.\nDana answered."


def test_commands_may_be_typed_in_the_middle_of_a_story(project: Path, start: Start) -> None:
    filled_in(project, 15)
    terminal = start()
    terminal.wait_for("Tell the story")
    terminal.type("I called at nine.")
    terminal.type("Dana answered.")
    terminal.answer(":undo", "taken back: the story")
    terminal.press("Then noth\x03")
    assert terminal.end() == 130
    assert interview(project).log.narrative == "I called at nine.\nThen noth"


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["ctrl-c", "ctrl-d"])
def test_leaving_says_how_to_go_on(project: Path, start: Start, key: str) -> None:
    terminal = start()
    terminal.wait_for("What is the name of the person")
    terminal.answer("Dana Fox", "Where was it?")
    terminal.press(key)
    assert terminal.end() == 130
    assert f"saved; go on with: qa shop log {SHOP} --by maya" in terminal.text


def test_undo_reaches_back_into_an_earlier_session(project: Path, start: Start) -> None:
    filled_in(project, 8)
    terminal = start()
    terminal.wait_for("Why not?")
    terminal.answer(":undo", "taken back: Does the person give a name?")
    terminal.answer(":undo", "taken back: Are you greeted?")
    terminal.type(":save")
    assert terminal.end() == 0
    assert interview(project).log.answers() == {}


def test_the_form_goes_on_where_it_was_left_after_a_jump(project: Path, start: Start) -> None:
    filled_in(project, 8)
    terminal = start()
    terminal.wait_for("Why not?")
    terminal.answer(":go 3", "now: T-4711")
    terminal.kill()
    again = start()
    again.wait_for("now: T-4711")


def test_what_is_wrong_is_told_and_asked_again(start: Start) -> None:
    terminal = start()
    terminal.wait_for("What is the name of the person")
    terminal.answer("Dana", "Where was it?")
    terminal.answer("west", "! the plan has no location 'west': north and south")
    terminal.answer("?", "Enter: as assigned")
    terminal.answer(":list", "item")


def test_a_narrow_terminal_shows_everything(project: Path, start: Start) -> None:
    filled_in(project, 6)
    terminal = start(columns=40)
    terminal.wait_for("? help")
    terminal.answer("y", "Does the person give a name?")
    assert "  na not applicable: it could not be\n    seen here" in terminal.text
    assert max(map(len, terminal.text.splitlines())) <= 40


def test_no_colour_is_used_where_none_is_wanted(start: Start) -> None:
    terminal = start(NO_COLOR="1")
    terminal.wait_for("? help")
    terminal.answer(":nonsense", "! there is no command")
    assert not re.findall(rb"\x1b\[[0-9;]*[34][0-9][0-9;]*m", terminal.raw)


@pytest.mark.parametrize(
    ("options", "env"), [((), {"TERM": "dumb"}), (("--plain",), {})], ids=["dumb", "plain"]
)
def test_plain_lines_need_no_cursor(
    project: Path, start: Start, options: tuple[str, ...], env: dict[str, str]
) -> None:
    importlib.import_module("readline")  # as a library may; it would speak to the terminal
    filled_in(project, 14)
    terminal = start(*options, NO_COLOR="1", **env)
    terminal.wait_for("What is to be said of 'Help'")
    terminal.answer("She blocked the card and promised a courier.", "Tell the story")
    terminal.type("I called at nine. Dana answered at once and asked for my name.")
    terminal.type("She blocked the card.")
    terminal.answer(".", "What do you bring back?")
    terminal.press("\x03")
    assert terminal.end() == 130
    assert b"\x1b" not in terminal.raw
    assert interview(project).log.narrative.endswith("\nShe blocked the card.")


def test_a_dropped_file_is_attached_and_a_false_one_refused(project: Path, start: Start) -> None:
    filled_in(project, 16)
    with wave.open(str(project / "my call.wav"), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(b"\0\0" * 8000)
    (project / "false.wav").write_bytes(b"MZ" + b"\0" * 200)
    terminal = start()
    terminal.wait_for("What do you bring back?")
    terminal.answer("false.wav", "!")
    terminal.answer("'my call.wav'", "its words are transcribed after it is submitted")
    assert [one.name for one in interview(project).log.attachments] == ["my call.wav"]


def test_a_second_one_who_logs_the_same_shop_loses_nothing(project: Path, start: Start) -> None:
    """What was typed stands in a file that --from reads."""
    terminal = start()
    terminal.wait_for("What is the name of the person")
    with open_project(project) as opened:
        shop = open_shop(opened, SHOP)
        other = interview(project).log
        save_draft(opened, shop, other, by="maya")
    terminal.type("Dana Fox")
    assert terminal.end() == 2
    (rescued,) = (project / "rescued").iterdir()
    assert rescued.name in terminal.text.replace("\n", "")
    done = qa(*LOG, "--from", rescued, "--json")
    assert (done.code, interview(project).log.staff) == (0, "Dana Fox")


def test_without_a_terminal_the_other_ways_are_named(project: Path) -> None:
    done = qa(*LOG)
    assert done.code == 2
    assert "this is none" in done.err
    assert f"qa shop form {SHOP}" in done.err
    assert "--from FILE" in done.err


def test_another_shopper_is_told_before_the_first_question(project: Path, start: Start) -> None:
    terminal = Terminal(branch("shop", "log", SHOP, "--by", "tom", cwd=project, env={}))
    assert terminal.end() == 2
    assert "Tom Reed cannot fill it in" in terminal.text


def test_an_unfinished_log_is_not_submitted(project: Path) -> None:
    filled_in(project, 12)
    done = qa(*LOG, "--submit", "--json")
    assert (done.code, done.json["submitted"]) == (1, False)
    assert {"code", "where", "message", "hint", "severity"} == set(done.json["findings"][0])


def test_a_finished_log_is_submitted_without_questions(project: Path) -> None:
    filled_in(project, len(LINES))
    done = qa(*LOG, "--submit")
    assert (done.code, done.out.splitlines()[-1]) == (0, f"{SHOP} is submitted; an editor reads it next")  # fmt: skip


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--json",), "--json goes with --show, --submit or --from"),
        (("--show", "--submit"), "--show goes with neither --submit nor --from"),
    ],
    ids=["json alone", "show and submit"],
)
def test_options_that_do_not_go_together_are_refused(
    project: Path, options: tuple[str, ...], told: str
) -> None:
    done = qa(*LOG, *options)
    assert (done.code, told in done.err) == (2, True)


def test_a_log_from_a_file_is_saved_and_then_submitted(project: Path) -> None:
    filled_in(project, len(LINES))
    with open_project(project) as opened:
        guided = resume(opened, SHOP, by="maya")
        file = rescue(opened, guided, guided.interview.log)
    assert f"{SHOP} is saved" in qa(*LOG, "--from", file).out
    assert f"{SHOP} is submitted" in qa(*LOG, "--from", file, "--submit").out


def test_what_was_noted_is_shown(project: Path) -> None:
    filled_in(project, 8)
    shown = qa(*LOG, "--show").out
    assert "name of the person: Dana Fox" in shown
    assert "reason: Does the person give a name?: open" in shown
    assert qa(*LOG, "--show", "--json").json["log"]["staff"] == "Dana Fox"


def test_findings_are_told_at_the_end_with_the_item_to_go_to(project: Path, start: Start) -> None:
    filled_in(project, 12)
    terminal = start()
    terminal.wait_for("How is the new card sent?")
    for question in ("Would you call again?", "'Help' as a whole", "Tell the story", "bring back"):
        terminal.answer(":skip", question)
    terminal.answer(":skip", "Enter goes to the first")
    terminal.type("")
    terminal.answer("2", "By courier Help · item 12")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("photo " + "n" * 300 + ".jpg", "File name too long"),
        ("photo ~nobody-of-this-name/shelf.jpg", "No such file"),
        ("photo rubrics", "rubrics is a folder (name a file in it)"),
    ],
    ids=["long name", "no such home", "folder"],
)
def test_what_is_no_file_is_refused_and_the_form_goes_on(
    project: Path, start: Start, path: str, said: str
) -> None:
    filled_in(project, len(LINES) - 1)
    (project / "rubrics").mkdir(exist_ok=True)
    terminal = start()
    terminal.wait_for("What do you bring back?")
    terminal.answer(path, said)
    terminal.answer("", "Is everything as it was?")


def test_the_list_stands_in_columns(start: Start) -> None:
    terminal = start()
    terminal.wait_for("What is the name of the person")
    terminal.answer(":list", "items open")
    assert "\n   1 name of the person <\n.  2 description" in terminal.text
    assert "\n   4 reference\n" in terminal.text


def test_a_page_that_is_pasted_as_an_answer_does_not_bury_what_is_said_of_it(
    project: Path, start: Start
) -> None:
    filled_in(project, 6)
    terminal = start()
    terminal.wait_for("Are you greeted?")
    terminal.answer("word " * 500, "word…'; answer with y, n or na")


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_plain_lines_end_before_it_is_said_how_to_go_on(start: Start, key: str) -> None:
    terminal = start("--plain")
    terminal.wait_for("? help")
    terminal.wait_for(">")
    terminal.press(key)
    terminal.end()
    assert terminal.text.splitlines()[-1].startswith("saved; go on with")


def test_a_shop_that_was_cancelled_meanwhile_says_why_and_keeps_what_was_typed(
    project: Path, start: Start
) -> None:
    terminal = start()
    terminal.wait_for("What is the name of the person")
    assert qa("shop", "cancel", SHOP, "--reason", "the desk burned down", "--by", "kim").code == 0
    terminal.type("Dana Fox")
    assert terminal.end() == 2
    told = terminal.text.replace("\n", "")
    assert "the desk burned down. What you typed is kept in" in told
    assert "--from" not in told  # no file is taken over any more
    (rescued,) = (project / "rescued").iterdir()
    assert "Dana Fox" in rescued.read_text(encoding="utf-8")
