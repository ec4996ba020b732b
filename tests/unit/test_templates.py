"""Templates: words stay words, names must be given, and all pages are set up alike."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

import qa_toolkit
from qa_toolkit.templates import templates_from, templates_of

PACKAGE = Path(qa_toolkit.__file__).parent
WITH_TEMPLATES = [
    ".".join(("qa_toolkit", *folder.relative_to(PACKAGE).parts[:-1]))
    for folder in sorted(PACKAGE.rglob("templates"))
]


def rendered(text: str, **values: object) -> str:
    return templates_from(Environment, DictLoader({"a": text})).get_template("a").render(values)


def test_what_people_wrote_stays_text() -> None:
    assert rendered("<p>{{ said }}</p>", said="<b>") == "<p>&lt;b&gt;</p>"


def test_a_name_that_is_not_given_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="said"):
        rendered("{{ said }}")


def test_blocks_leave_no_lines_and_a_page_ends_in_one() -> None:
    assert rendered("a\n  {% if true %}\nb\n  {% endif %}\n") == "a\nb\n"


def test_a_sandbox_is_set_up_the_same() -> None:
    made = templates_from(ImmutableSandboxedEnvironment, DictLoader({}))
    assert made.autoescape is True
    assert made.undefined is templates_of("qa_toolkit.web").undefined


@pytest.mark.parametrize("package", WITH_TEMPLATES)
def test_the_templates_of_every_package_are_found(package: str) -> None:
    names = templates_of(package).list_templates(extensions=["j2"])
    assert names


def test_jinja_is_set_up_in_one_place() -> None:
    """A page set up by itself could forget that words are escaped."""
    texts = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    found = {path.name for path, text in texts.items() if "StrictUndefined" in text}
    assert found == {"templates.py"}
    assert not [path.name for path, text in texts.items() if "autoescape=True," in text]
