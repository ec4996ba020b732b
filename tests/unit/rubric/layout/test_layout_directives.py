"""`# qa: disable` covers the same after formatting as before."""

from textwrap import dedent

import pytest

from qa_toolkit.rubric.layout import format_text
from qa_toolkit.rubric.suppress import suppressions
from qa_toolkit.strict_yaml.reader import Document, read_yaml


def covered(text: str) -> dict[str, set[str]]:
    """For each directive, by its reason, the values that start in the lines it covers."""
    document = read_yaml(text, "r.yaml")
    lines = dict(places(document))
    return {
        found.reason: {name for name, line in lines.items() if found.first <= line <= found.last}
        for found in suppressions(text, document.quoted)
    }


def places(document: Document) -> list[tuple[str, int]]:
    found, waiting = [], [("", document.root)]
    while waiting:
        name, node = waiting.pop()
        assert node is not None
        found.append((name, node.key_line or node.line))
        inner = node.inner.items() if isinstance(node.inner, dict) else enumerate(node.inner or ())
        waiting += [(f"{name}.{key}", below) for key, below in inner]
    return found[1:]


@pytest.mark.parametrize(
    "text",
    [
        "# qa: disable=R212 file\nid: r\nformat: 1\n",
        "id: r\n# qa: disable=R101 id\nformat: 1\n",
        "id: r  # qa: disable=R101 id\nformat: 1\n",
        "id: r\nformat: 1\n# qa: disable=R101 nothing\n",
        """
        sections:
          # qa: disable=R204 item
          - title: T
            id: a
        """,
        """
        sections:
          - title: T  # qa: disable=R204 item
            id: a
        """,
        """
        sections:
          - title: T
            id: a  # qa: disable=R204 key
        """,
        """
        sections:
          - title: T
            # qa: disable=R204 key
            id: a
        """,
        """
        sections:
          -
            # qa: disable=R204 key
            id: a
            title: T
        """,
        """
        sections:
          -
            id: a  # qa: disable=R204 key
            title: T
        """,
        """
        sections:
          -  # qa: disable=R204 line
            id: a
            title: T
        """,
        """
        sections:
          - criteria:
              - id: a.b
                guidance: g
                # qa: disable=R204 next
          - id: b
        """,
        """
        cues:
          d:
            unless:
              # qa: disable=R204 next
            any:
              - a
              # qa: disable=R501 phrase
              - b
        """,
        """
        sections:
          - {id: a,
             title: T}
          - {title: T, id: a}  # qa: disable=R204 item
        """,
    ],
)
def test_a_directive_keeps_its_meaning(text: str) -> None:
    before = dedent(text).lstrip("\n")
    after = format_text(before, "r.yaml")
    assert after.problems == ()
    assert covered(after.text) == covered(before)
    assert format_text(after.text, "r.yaml") == after


def test_the_directive_of_an_opened_list_covers_the_list() -> None:
    phrases = ", ".join(f"phrase number {number}" for number in range(8))
    before = f"cues:\n  d:\n    any: [{phrases}]  # qa: disable=R501 list\n"
    after = format_text(before, "r.yaml").text
    assert covered(after) == covered(before)
