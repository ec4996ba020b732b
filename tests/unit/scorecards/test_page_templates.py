"""Templates of a user's own: used in place of ours, checked before anything is written."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from page_views import full_report, full_view
from scored_builders import report, scored

from qa_toolkit import scorecards
from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.interface import write, write_all
from qa_toolkit.scorecards.pages import page_templates
from qa_toolkit.scorecards.pages.html import write_pages
from qa_toolkit.scorecards.pages.one_file import write_one_file
from qa_toolkit.scorecards.pages.page_templates import template_names


def folder_with(place: Path, **texts: str | bytes) -> Path:
    """A folder of templates; `agent` stands for `agent.html.j2`, `style` for `style.css`."""
    folder = place / "own"
    folder.mkdir()
    for name, text in texts.items():
        path = folder / ("style.css" if name == "style" else f"{name}.html.j2")
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def exported(templates: Path, target: Path) -> str:
    """The page of the only agent."""
    write(report(scored("i-1"), templates=templates), target)
    return (target / "agent-dana.html").read_text(encoding="utf-8")


def told(folder: Path) -> list[str]:
    """Each problem as `file:line: message`, without the folder."""
    _, problems = page_templates._own(folder)
    return [f"{Path(known.source).name}:{known.line}: {known.message}" for known in problems]


def test_templates_of_the_same_name_take_the_place_of_ours(tmp_path: Path) -> None:
    own = folder_with(
        tmp_path, style="body { color: teal }", agent="<p>{{ agent.name }}, hello</p>"
    )
    assert exported(own, tmp_path / "pages") == "<p>Dana Price, hello</p>"
    index = (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")
    assert "body { color: teal }" in index


def test_a_template_of_ours_can_be_extended_piece_by_piece(tmp_path: Path) -> None:
    changed = '{% extends "page.html.j2" %}{% block body %}<h1>{{ agent.name }}</h1>{% endblock %}'
    page = exported(folder_with(tmp_path, agent=changed), tmp_path / "pages")
    assert "<h1>Dana Price</h1>" in page
    assert "Content-Security-Policy" in page


def test_copies_of_all_our_templates_make_the_same_pages(tmp_path: Path) -> None:
    """The sandbox forbids nothing that we do ourselves."""
    copies = copytree(Path(scorecards.__path__[0]) / "templates", tmp_path / "own")
    known = full_report()
    ours = write_pages(known, full_view(known), tmp_path / "ours")
    own = replace(known, templates=copies)
    theirs = write_pages(own, full_view(own), tmp_path / "theirs")
    assert [path.read_bytes() for path in ours] == [path.read_bytes() for path in theirs]


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({"agent": "<p>\n{% if %}"}, "agent.html.j2:2: Expected an expression"),
        ({"agent": "\n\n{{ agnet.name }}"}, "agent.html.j2:3: nothing is called 'agnet' here"),
        ({"agent": "{{ agent.name | uper }}"}, "agent.html.j2:1: No filter named 'uper'"),
        ({"agent": "{{ agent.name | safe }}"}, "agent.html.j2:1: No filter named 'safe'"),
        (
            {"agent": "{% autoescape false %}{{ agent.name }}{% endautoescape %}"},
            "agent.html.j2:1: autoescape cannot be changed",
        ),
        (
            {"agent": "\n{% include 'logo.html.j2' %}"},
            "agent.html.j2:2: there is no template 'logo.html.j2'",
        ),
        ({"agent": "{% include '../../etc/passwd' %}"}, "agent.html.j2:1: there is no template"),
        (
            {"agnet": "<p>"},
            "agnet.html.j2:None: no page is made from 'agnet.html.j2', did you mean",
        ),
        ({"style": "p{}\n</STYLE><script>"}, "style.css:2: '</style' ends the style"),
        ({"agent": b"line\n\xff\xfe"}, "agent.html.j2:2: is no text"),
        ({"agent": b"a\0b"}, "agent.html.j2:1: is no text"),
        ({"agent": "x" * 1_000_001}, "agent.html.j2:None: is too long"),
        ({}, "own:None: holds no template"),
    ],
)
def test_a_broken_folder_is_told_with_file_and_line(
    tmp_path: Path, texts: dict[str, str | bytes], message: str
) -> None:
    (problem,) = told(folder_with(tmp_path, **texts))
    assert problem.startswith(message)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    own = folder_with(tmp_path, agent="{% if %}", index="{{ vew }}", style="</style")
    assert len(told(own)) == 3


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "gone") == ["gone:None: there is no such folder"]


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("x")
    assert told(tmp_path / "own") == ["own:None: is no folder"]


def test_a_folder_in_place_of_a_template_is_told(tmp_path: Path) -> None:
    own = folder_with(tmp_path, style="p {}")
    (own / "agent.html.j2").mkdir()
    assert told(own) == ["agent.html.j2:None: is no file"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """Else a folder from somewhere else could bring a file of this machine onto a page."""
    (tmp_path / "secret.css").write_text("secret")
    own = folder_with(tmp_path)
    (own / "style.css").symlink_to(tmp_path / "secret.css")
    assert told(own) == ["style.css:None: is a link that leads out of the folder"]


def test_other_files_in_the_folder_do_no_harm(tmp_path: Path) -> None:
    own = folder_with(tmp_path, style="p {}")
    (own / "README.md").write_text("ours")
    (own / "logo.png").write_bytes(b"\x89PNG\0")
    assert told(own) == []


def test_a_template_may_include_another_of_the_folder(tmp_path: Path) -> None:
    own = folder_with(tmp_path, agent="{% include 'logo.html.j2' %}", logo="<b>{{ agent.id }}</b>")
    assert told(own) == []
    assert exported(own, tmp_path / "pages") == "<b>dana</b>"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "\n{{ agent.nmae }}",
            "agent.html.j2:2: error: AgentView has no 'nmae', did you mean 'name'?",
        ),
        (
            "{{ agent.__class__.__mro__ }}",
            "agent.html.j2:1: error: access to attribute '__class__'",
        ),
        ("{{ 1 / 0 }}", "agent.html.j2:1: error: division by zero"),
        ("{% for n in range(1000000000) %}{% endfor %}", "agent.html.j2:1: error: Range too big"),
        ("{% include 'agent.html.j2' %}", "error: a template includes itself without end"),
        ("{{ agent.scorecards[99].id }}", "agent.html.j2:1: error: "),
        ("{{ view.weights.clear() }}", "agent.html.j2:1: error: access to attribute 'clear'"),
    ],
)
def test_a_template_that_fails_on_this_report_is_told_and_nothing_is_written(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        exported(folder_with(tmp_path, agent=text), tmp_path / "pages")
    assert message in caught.value.message
    assert not (tmp_path / "pages").exists()


def test_no_other_target_is_written_either(tmp_path: Path) -> None:
    own = folder_with(tmp_path, agent="{{ agent.nmae }}")
    targets = [tmp_path / "team.csv", tmp_path / "pages"]
    with pytest.raises(UsageError, match="nothing was written"):
        list(write_all(report(scored("i-1"), templates=own), targets))
    assert not (tmp_path / "team.csv").exists()


def test_the_hint_says_where_ours_lie(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        exported(folder_with(tmp_path, agent="{% if %}"), tmp_path / "pages")
    place = Path(caught.value.hint.rpartition(": ")[2])
    assert {path.name for path in place.iterdir()} >= template_names()


def test_a_macro_that_ours_need_is_missed_in_the_template_that_calls_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        exported(folder_with(tmp_path, parts="{% macro kpis(x) %}{% endmacro %}"), tmp_path / "p")
    assert "agent.html.j2:" in caught.value.message


def test_customers_words_stay_text_in_a_users_template(tmp_path: Path) -> None:
    own = folder_with(
        tmp_path, agent="{{ agent.name }}{% set x %}{{ agent.name }}{% endset %}{{ x }}"
    )
    evil = AgentRef(id="dana", name="<script>")
    known = report(scored("i-1", agent=evil), templates=own)
    write_pages(known, report_view(known), tmp_path / "pages")
    assert (tmp_path / "pages" / "agent-dana.html").read_text() == "&lt;script&gt;" * 2


def test_the_one_file_form_has_a_template_too(tmp_path: Path) -> None:
    known = report(scored("i-1"), templates=folder_with(tmp_path, mail="{{ view.title }}"))
    (made,) = write_one_file(known, report_view(known), tmp_path / "team.html")
    assert made.read_text() == "Coaching scorecards"


def test_pages_made_earlier_are_left_as_they_are_when_a_template_is_broken(tmp_path: Path) -> None:
    known = report(scored("i-1"))
    before = write_pages(known, report_view(known), tmp_path / "pages")
    texts = [path.read_bytes() for path in before]
    with pytest.raises(UsageError):
        exported(folder_with(tmp_path, agent="{{ agent.nmae }}"), tmp_path / "pages")
    assert [path.read_bytes() for path in before] == texts


@pytest.mark.parametrize("huge", ["'a' * 10000000000", "10 ** 10", "[0] * 10000000000"])
def test_a_template_cannot_grow_without_end_by_one_sign(huge: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="numbers only"):
        exported(folder_with(tmp_path, agent="{{ " + huge + " }}"), tmp_path / "pages")


def test_a_template_may_multiply_numbers(tmp_path: Path) -> None:
    own = folder_with(tmp_path, agent="{{ agent.scored * 2 }}")
    assert exported(own, tmp_path / "pages") == "2"
