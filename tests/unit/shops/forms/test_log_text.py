"""Logs in YAML and JSON: what is in them counts, and every mistake is told by its place."""

from pathlib import Path

import pytest
from shop_builders import form, log
from shop_form_builders import again, blank, kinds, written

from qa_toolkit.domain.shop.log import Attachment, Mark, Observation, ShopLog
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.forms import Read


def read(folder: Path, text: str, start: ShopLog | None = None, name: str = "log.yaml") -> Read:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return again(path, kinds(), start)


def told(read: Read) -> list[str]:
    """The problems with their places, without the folder."""
    return [str(one)[str(one).index("log.") :] for one in read.problems]


@pytest.mark.parametrize("name", ["log.yaml", "log.yml", "log.json"])
def test_a_filled_form_is_the_same_log_again(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name, form(), log())
    assert again(path, form()) == Read(log=log())


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (f"staff: {'x' * 201}", "1:8"),
        (f"comments:\n  help: {'x' * 4001}", "2:9"),
        (f"answers:\n  help.opinion: {'x' * 4001}", "2:17"),
        (f"answers:\n  help.way: {{answer: post, comment: {'x' * 4001}}}", "2:37"),
        (f"narrative: {'x' * 20001}", "1:12"),
    ],
    ids=["name", "section", "answer", "comment", "story"],
)
def test_a_text_that_is_too_long_is_told_by_its_place(tmp_path: Path, text: str, at: str) -> None:
    (problem,) = told(read(tmp_path, text))
    assert problem.startswith(f"log.yaml:{at}: error: ")
    assert "characters are too many" in problem


@pytest.mark.parametrize("name", ["log.yaml", "log.json"])
def test_a_blank_form_says_nothing(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name, kinds())
    assert again(path, kinds()) == Read(log=blank())


def test_an_answer_stands_alone_or_with_its_comment(tmp_path: Path) -> None:
    text = (
        'answers:\n  welcome.greeted: {answer: no, comment: "A machine spoke."}\n  help.way: post\n'
    )
    assert read(tmp_path, text).log.observations == (
        Observation(question="welcome.greeted", answer="no", comment="A machine spoke."),
        Observation(question="help.way", answer="post"),
    )


def test_what_a_file_does_not_mention_stays_as_the_draft_has_it(tmp_path: Path) -> None:
    start = log(shop="autumn-1", staff="Dana Fox", reference="T-1")
    found = read(tmp_path, "staff: Eli Wood\nreference:\n", start).log
    assert (found.staff, found.reference, found.narrative) == ("Eli Wood", "", start.narrative)


def test_times_without_a_day_are_of_the_day_of_the_shop(tmp_path: Path) -> None:
    text = "times: {start: 14:05:10, answered: 14:05:30, holds: [['14:06', '14:07']], end: 14:10}\n"
    marks = read(tmp_path, text).log.marks
    assert [(one.mark, one.at.isoformat()) for one in marks] == [
        (Mark.START, "2026-11-10T14:05:10+01:00"),
        (Mark.ANSWERED, "2026-11-10T14:05:30+01:00"),
        (Mark.HOLD, "2026-11-10T14:06:00+01:00"),
        (Mark.RESUMED, "2026-11-10T14:07:00+01:00"),
        (Mark.END, "2026-11-10T14:10:00+01:00"),
    ]


def test_a_time_past_midnight_is_taken_for_the_next_day_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, "times: {start: 23:58, end: 00:04}\n")
    assert found.log.marks[1].at.isoformat() == "2026-11-11T00:04:00+01:00"
    assert told(found) == [
        "log.yaml:1:28: warning: 00:04 was taken for the next day, 2026-11-11, as it lies before "
        "the first time [L004]"
    ]


def test_presses_in_any_order_are_a_list(tmp_path: Path) -> None:
    text = "times:\n  - {start: 14:05}\n  - {start: 14:06}\n  - {end: 14:07}\n"
    assert [one.mark for one in read(tmp_path, text).log.marks] == ["start", "start", "end"]


def test_every_mistake_is_told_with_its_place_and_at_once(tmp_path: Path) -> None:
    text = """\
staff: Dana Fox
times:
  start: 14:05
  answerd: 14:06
  end: half past two
answers:
  welcome.greeted: perhaps
  welcome.gretted: yes
  welcome.wait: {answer: soon, coment: x}
comments:
  wellcome: Fine.
attachments:
  - {file: nowhere.jpg, kind: photo}
"""
    assert told(read(tmp_path, text)) == [
        "log.yaml:4:3: error: there is no time 'answerd', did you mean 'answered'? "
        "(known: start, answered, holds, end) [L003]",
        "log.yaml:5:8: error: 'half past two' is no time (write it as 14:05, 14:05:30 or, of "
        "another day, 2026-11-10 14:05:30) [L004]",
        "log.yaml:7:20: error: welcome.greeted: 'perhaps' is no answer to this question "
        "(one of: yes, no, na) [L004]",
        "log.yaml:8:3: error: the form has no question 'welcome.gretted', did you mean "
        "'welcome.greeted'? (known: welcome.note, welcome.greeted, welcome.wait, welcome.late, "
        "help.way, help.told, help.name, help.opinion) [L003]",
        "log.yaml:9:26: error: welcome.wait: 'soon' is no number (a number of seconds such as 12 "
        "or 12.5, or na) [L004]",
        "log.yaml:9:32: error: the form has no key 'coment', did you mean 'comment'? (known: "
        "answer, comment) [L003]",
        "log.yaml:11:3: error: the form has no section 'wellcome', did you mean 'welcome'? "
        "(known: welcome, help) [L003]",
        "log.yaml:13:12: error: there is no file nowhere.jpg (paths start from the folder of the "
        "log) [L004]",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "narative: x\n", "unknown key 'narative', did you mean 'narrative'?", id="key"
        ),
        pytest.param("staff: 7\n", "staff: must be text, not 7", id="number for a name"),
        pytest.param("staff: [a\n", "[L001]", id="no YAML"),
        pytest.param("staff: a\nstaff: b\n", "the key 'staff' is given twice", id="twice"),
        pytest.param("times: soon\n", "times are keys or a list of presses", id="times"),
        pytest.param("times: {holds: [14:05]}\n", "a hold is a pair of times", id="hold"),
        pytest.param("times: {holds: 14:05}\n", "holds are pairs of times", id="holds"),
        pytest.param("times: [{begin: 14:05}]\n", "a press is one of start", id="press"),
        pytest.param("times: {start: 14}\n", "14 is no time", id="time"),
        pytest.param("answers: {help.way: {comment: 7}}\n", "a comment is text", id="comment"),
        pytest.param("attachments: [{file: a, kind: film}]\n", "'photo', 'receipt'", id="kind"),
        pytest.param("", "the file is empty", id="empty"),
        pytest.param(
            f"attachments: [{{file: {'a' * 300}, kind: photo}}]\n", "there is no file", id="name"
        ),
    ],
)
def test_a_mistake_keeps_the_file_from_being_taken_over(
    tmp_path: Path, text: str, message: str
) -> None:
    (problem,) = told(read(tmp_path, text))
    assert message in problem
    assert problem.startswith("log.yaml:")


def test_a_form_of_an_older_version_is_one_clear_error(tmp_path: Path) -> None:
    found = read(tmp_path, "form: f9\nanswers: {help.way: x}\n")
    assert told(found) == [
        "log.yaml:1:7: error: this form was made for another version of the scenario 'lost_card' "
        "(write a new one and copy your notes over: qa shop form autumn-1 --to FILE) [L004]"
    ]
    assert found.log == blank()


def test_the_form_of_another_shop_is_not_taken_over(tmp_path: Path) -> None:
    (problem,) = told(read(tmp_path, "shop: autumn-2\n"))
    assert "this is the form of the shop 'autumn-2', not of 'autumn-1'" in problem


def test_files_lie_beside_the_log(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    photo = tmp_path / "photos" / "shelf.jpg"
    photo.write_bytes(b"x")
    text = "attachments: [{file: photos/shelf.jpg, kind: photo}]\n"
    assert read(tmp_path, text).attachments == ((photo, "photo"),)


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "..\\\\secret.txt"])
def test_a_file_elsewhere_on_the_machine_is_never_taken(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "logs").mkdir()
    text = f'attachments: [{{file: "{name}", kind: document}}]\n'
    found = read(tmp_path / "logs", text)
    assert "lies outside the folder of the form" in told(found)[0]
    assert found.attachments == ()


def test_a_file_that_is_attached_already_need_not_be_there(tmp_path: Path) -> None:
    kept = Attachment(hash="a", name="call.mp3", kind="recording", media_type="audio/mpeg", size=9)
    found = read(
        tmp_path, "attachments: [{file: call.mp3, kind: recording}]\n", blank(attachments=(kept,))
    )
    assert found == Read(log=blank(attachments=(kept,)))


def test_json_tells_line_and_column_too(tmp_path: Path) -> None:
    text = '{\n\t"staff": "Dana \\ud83d\\ude00",\n\t"answers": {"help.way": "pots"}\n}\n'
    found = read(tmp_path, text, name="log.json")
    assert found.log.staff == "Dana \N{GRINNING FACE}"
    assert told(found)[0].startswith("log.json:3:26: error: help.way: 'pots' is no answer")


@pytest.mark.parametrize("text", ['{"staff": }', "staff: Dana", "[" * 100_000])
def test_what_is_no_json_is_told(tmp_path: Path, text: str) -> None:
    (problem,) = told(read(tmp_path, text, name="log.json"))
    assert "[L001]" in problem


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"log\.yaml: it cannot be read: No such file"):
        again(tmp_path / "log.yaml", kinds())


def test_another_ending_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a form is no '\.docx' file") as caught:
        again(tmp_path / "log.docx", kinds())
    assert caught.value.hint == "one of .xlsx, .yaml, .yml, .json"


def test_a_text_form_explains_its_questions(tmp_path: Path) -> None:
    text = written(tmp_path / "log.yaml", kinds()).read_text(encoding="utf-8")
    assert "  # 2. Are you greeted?\n  welcome.greeted:\n" in text
    assert "post = By post; van = By van; bike = By van" in text
    assert "A number of seconds. Left empty, it is taken from the times." in text


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_what_yaml_takes_for_the_end_of_a_line_is_one(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path / f"log.{ending}", form(), log(narrative="One.\u2028Two.\x85Three."))
    assert again(path, form()).log.narrative == "One.\nTwo.\nThree."
