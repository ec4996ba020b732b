"""What `docs/pages.md` shows and says of templates is true."""

import re
from pathlib import Path

import pytest
from scored_builders import report, scored

from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.pages.page_templates import GIVEN, template_names

PAGE = (Path(__file__).parents[2] / "docs" / "pages.md").read_text(encoding="utf-8")
ROWS = [
    (re.findall(r"`([\w.]+)`", files), set(re.findall(r"`(\w+)`", given)))
    for files, given in re.findall(r"^\| (`[^|]+) \|[^|]+\|([^|]*)\|$", PAGE, re.MULTILINE)
]


def test_every_template_is_named() -> None:
    assert {name for names, _ in ROWS for name in names} == template_names()


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_what_a_template_is_given_is_named(name: str) -> None:
    (told,) = [given for names, given in ROWS if name in names]
    assert told == GIVEN[name] - {"generator", "style", "charts"}


def test_the_example_makes_a_page(tmp_path: Path) -> None:
    (example,) = re.findall(r"```jinja\n(.*?)```", PAGE, re.DOTALL)
    own = tmp_path / "own"
    own.mkdir()
    (own / "agent.html.j2").write_text(example)
    write(report(scored("i-1"), templates=own), tmp_path / "pages")
    assert "<h1>Dana Price: 100.0</h1>" in (tmp_path / "pages" / "agent-dana.html").read_text()


def test_a_mistake_is_told_as_shown(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "agent.html.j2").write_text("\n\n{{ agnet.name }}")
    with pytest.raises(UsageError) as caught:
        write(report(scored("i-1"), templates=own), tmp_path / "pages")
    shown = re.search(r"own/(agent.*\))$", PAGE, re.MULTILINE)
    assert shown is not None
    assert shown[1] in caught.value.message
