"""Chats as CSV with one message a row."""

import csv
from pathlib import Path

import pytest

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.intake.chats_csv import read_chats_csv
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.options import DEFAULT_OPTIONS, IntakeOptions

PLAIN = """id,speaker,text,agent
c-1,customer,Hi,dana
c-1,agent,Hello,dana
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "chats.csv"


def read(
    path: Path, content: str | bytes, options: IntakeOptions = DEFAULT_OPTIONS
) -> tuple[list[Found], list[Problem]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    items = list(read_chats_csv(path, options))
    return (
        [item for item in items if isinstance(item, Found)],
        [item for item in items if isinstance(item, Problem)],
    )


def test_an_id_is_kept_as_it_was_written(path: Path) -> None:
    (chat,), _ = read(path, "id,speaker,text,agent\n a  b ,customer,Hi,dana\n")
    assert (chat.interaction.id, words(chat).interaction_id) == ("a  b", "a  b")


def test_a_time_in_epoch_milliseconds_is_told_and_left_out(path: Path) -> None:
    content = "id,speaker,text,agent,start_s\nc-1,customer,Hi,dana,1772454600000\n"
    (chat,), (problem,) = read(path, content)
    assert words(chat).turns[0].start_s is None
    assert "seconds from the start" in problem.hint


def words(found: Found) -> Transcript:
    assert found.transcript
    return found.transcript


def test_rows_become_a_chat(path: Path) -> None:
    (found,), problems = read(path, PLAIN)
    assert problems == []
    assert found.interaction.source == f"{path}:2"
    assert [(turn.speaker, turn.text) for turn in words(found).turns] == [
        ("customer", "Hi"),
        ("agent", "Hello"),
    ]


def test_rows_of_a_chat_may_lie_apart(path: Path) -> None:
    rows = "id,speaker,text,agent\na,customer,1,dana\nb,customer,2,eli\na,agent,3,\n"
    found, _ = read(path, rows)
    assert [[turn.text for turn in words(chat).turns] for chat in found] == [["1", "3"], ["2"]]


def test_fields_come_from_the_first_row_that_fills_them(path: Path) -> None:
    rows = (
        "id,speaker,text,agent,team,channel,Order No\n"
        "a,customer,1,,,,\na,agent,2,dana,North,sms,77\na,agent,3,eli,South,email,78\n"
    )
    (found,), _ = read(path, rows)
    interaction = found.interaction
    assert (interaction.agent.id, interaction.agent.team) == ("dana", "North")
    assert interaction.channel is Channel.SMS
    assert interaction.extra == {"order_no": "77"}


@pytest.mark.parametrize(
    "header",
    [
        "ID,Speaker,TEXT,Agent",
        "Conversation ID,role,Message,agent-id",
        "interaction_id,Sender, body ,AGENT",
    ],
)
def test_headers_are_known_under_their_usual_names(path: Path, header: str) -> None:
    found, problems = read(path, PLAIN.replace("id,speaker,text,agent", header))
    assert (len(found), problems) == (1, [])


def test_a_bare_id_is_the_messages_where_the_conversation_has_its_own(path: Path) -> None:
    rows = "id,conversation_id,speaker,text,agent\n1,a,customer,Hi,dana\n2,a,agent,Hello,dana\n"
    (found,), _ = read(path, rows)
    assert found.interaction.id == "a"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_seen_in_the_header(path: Path, delimiter: str) -> None:
    found, problems = read(path, PLAIN.replace(",", delimiter))
    assert (len(found), problems) == (1, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_are_read_without_a_word(path: Path, encoding: str) -> None:
    (found,), problems = read(path, PLAIN.replace("Hi", "Grüß 👋").encode(encoding))
    assert words(found).turns[0].text == "Grüß 👋"
    assert problems == []


def test_latin_1_is_read_and_told(path: Path) -> None:
    (found,), (problem,) = read(path, PLAIN.replace("Hi", "café").encode("latin-1"))
    assert words(found).turns[0].text == "café"
    assert problem.severity == "warning"
    assert "Windows-1252" in problem.message


def test_missing_columns_are_named_with_what_was_found(path: Path) -> None:
    found, (problem,) = read(path, "id,words,when\n1,Hi,now\n")
    assert found == []
    assert "no column 'speaker', 'text', 'agent'" in problem.message
    assert "id, words, when" in problem.message


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("c-1,robot,Beep,dana", "unknown speaker 'robot'"),
        ("c-1,agent", "too few cells"),
        ("c-1,agent,One, two,dana", "5 cells where the header has 4"),
        (",agent,Hello,dana", "the row has no id"),
        ('c-1,agent,"a"b,dana', "not CSV"),
    ],
)
def test_a_wrong_row_is_told_and_the_others_go_on(path: Path, row: str, message: str) -> None:
    found, (problem,) = read(path, f"{PLAIN}{row}\nc-2,customer,Hey,eli\n")
    assert message in problem.message
    assert problem.place == f"{path}:4"
    assert len(found) == 2


def test_a_chat_that_lost_a_row_is_in_doubt(path: Path) -> None:
    (found,), _ = read(path, f"{PLAIN}c-1,robot,Beep,dana\n")
    assert "line 4" in words(found).doubt


def test_a_quotation_mark_that_never_closes_is_told(path: Path) -> None:
    (found,), (problem,) = read(path, f'{PLAIN}c-1,agent,"Bye,dana\nc-2,agent,Hi,dana\n')
    assert "never closed" in problem.message
    assert problem.line == 4
    assert len(words(found).turns) == 2


def test_a_message_of_one_megabyte_and_many_lines_is_kept(path: Path) -> None:
    text = "a line, with a comma\n" * 50_000
    (found,), problems = read(path, f'{PLAIN}c-1,agent,"{text}",dana\n')
    assert words(found).turns[2].text == text
    assert problems == []


def test_line_numbers_count_the_lines_of_long_texts(path: Path) -> None:
    _, (problem,) = read(path, PLAIN.replace("Hello", '"1\n2\n3"') + "c-1,robot,Beep,dana\n")
    assert problem.line == 6


def test_messages_are_put_in_the_order_of_their_times(path: Path) -> None:
    rows = (
        "id,speaker,text,agent,timestamp\n"
        "a,agent,second,dana,2026-11-02 10:05\na,customer,first,dana,2026-11-02 10:00\n"
    )
    (found,), _ = read(path, rows)
    turns = [(turn.text, turn.start_s) for turn in words(found).turns]
    assert turns == [("first", 0.0), ("second", 300.0)]


def test_seconds_may_have_a_decimal_comma(path: Path) -> None:
    rows = "id;speaker;text;agent;start_s\na;customer;Hi;dana;0\na;agent;Hello;dana;2,5\n"
    (found,), _ = read(path, rows)
    assert [turn.start_s for turn in words(found).turns] == [0.0, 2.5]


def test_the_order_of_dates_is_proven_by_the_whole_file(path: Path) -> None:
    rows = (
        "id,speaker,text,agent,at\n"
        "a,customer,Hi,dana,05/06/2026 10:00\nb,customer,Hi,dana,25/06/2026 10:00\n"
    )
    found, problems = read(path, rows)
    assert problems == []
    assert [str(chat.interaction.started_at) for chat in found] == [
        "2026-06-05 10:00:00+00:00",
        "2026-06-25 10:00:00+00:00",
    ]


def test_dates_of_unknown_order_are_told_once_and_left_out(path: Path) -> None:
    rows = (
        "id,speaker,text,agent,at\n"
        "a,customer,Hi,dana,05/06/2026 10:00\nb,customer,Hi,dana,07/08/2026 10:00\n"
    )
    found, (problem,) = read(path, rows)
    assert [chat.interaction.started_at for chat in found] == [None, None]
    assert (problem.severity, problem.line) == ("warning", 2)
    assert "1 more" in problem.message
    assert "date_order" in problem.hint


def test_unreadable_seconds_leave_the_message_without_a_time(path: Path) -> None:
    (found,), (problem,) = read(path, "id,speaker,text,agent,start_s\na,agent,Hi,dana,soon\n")
    assert words(found).turns[0].start_s is None
    assert "'soon'" in problem.message


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("id,speaker,text,agent\na,agent,Hi,\n", "names no agent: a"),
        ("id,speaker,text,agent\na,agent, ,dana\n", "no message has any text"),
        ("id,speaker,text,agent,channel\na,agent,Hi,dana,fax\n", "unknown channel 'fax'"),
        ("id,speaker,text,agent\n", "no rows below the header"),
        ("", "the file is empty"),
        ("\n\n", "the file is empty"),
    ],
    ids=["no agent", "no text", "channel", "header only", "no bytes", "blank lines"],
)
def test_what_makes_no_chat_is_a_problem(path: Path, rows: str, message: str) -> None:
    found, (problem,) = read(path, rows)
    assert found == []
    assert message in problem.message


def test_cells_that_end_a_row_early_are_empty(path: Path) -> None:
    (found,), problems = read(path, "id,speaker,text,agent,team\na,agent,Hi,dana\n")
    assert found.interaction.agent.team == ""
    assert problems == []


def test_the_usual_limit_of_cells_is_restored(path: Path) -> None:
    before = csv.field_size_limit()
    read(path, PLAIN)
    assert csv.field_size_limit() == before


def test_bytes_that_are_no_text_are_problems(path: Path) -> None:
    found, problems = read(path, bytes(range(256)) * 50)
    assert found == []
    assert problems
