"""Every comment stays, and stays with what it is about."""

from textwrap import dedent

import pytest

from qa_toolkit.rubric.layout import format_text


def laid_out(text: str) -> str:
    result = format_text(dedent(text).lstrip("\n"), "r.yaml")
    assert result.problems == ()
    assert format_text(result.text, "r.yaml").text == result.text
    return result.text


def unchanged(text: str) -> bool:
    return laid_out(text) == dedent(text).lstrip("\n")


def test_comments_travel_with_their_key() -> None:
    said = laid_out("""
        format: 1
        # about the title
        title: T  # a fine title
        id: r
    """)
    assert said == "format: 1\nid: r\n# about the title\ntitle: T  # a fine title\n"


def test_the_head_of_the_file_stays_at_the_top() -> None:
    said = laid_out("""
        # yaml-language-server: $schema=rubric.schema.json
        # For the returns desk.
        id: r
        format: 1
    """)
    assert said.splitlines()[:3] == [
        "# yaml-language-server: $schema=rubric.schema.json",
        "# For the returns desk.",
        "format: 1",
    ]


def test_below_an_empty_line_a_comment_is_about_the_first_key() -> None:
    said = laid_out("# The file.\n\n# The name.\nid: r\nformat: 1\n")
    assert said == "# The file.\n\nformat: 1\n# The name.\nid: r\n"


def test_a_modeline_stays_at_the_top_wherever_it_stands() -> None:
    said = laid_out("# The file.\n\n# yaml-language-server: $schema=s\nid: r\nformat: 1\n")
    assert said == "# The file.\n\n# yaml-language-server: $schema=s\nformat: 1\nid: r\n"


def test_a_comment_at_the_end_of_a_list_stays_in_it() -> None:
    assert unchanged("""
        cues:
          d:
            any:
              - a
              # - b, too many false finds
            unless:
              # - c
            # end of the cue
          # end of the cues
        # end of the file
    """)


def test_a_list_that_moves_takes_its_last_comment_along() -> None:
    said = laid_out("""
        sections:
          - criteria:
              - indicators:
                  - any:
                      - a
                      # - b
                    id: x
    """)
    assert said.endswith("- id: x\n            any:\n              - a\n              # - b\n")


def test_comments_of_a_list_as_far_out_as_its_key_belong_to_the_next_key() -> None:
    said = laid_out("cues:\n  d:\n    any:\n    - a\n    # what cancels it\n    unless: [b]\n")
    assert said == ("cues:\n  d:\n    any:\n      - a\n    # what cancels it\n    unless: [b]\n")


def test_comments_in_brackets_open_them() -> None:
    said = laid_out("""
        applies_to: {channels: [  # written
            chat,  # the web
            # and by telephone
            sms
            # no more
        ]}
    """)
    assert said == dedent("""\
        applies_to:
          channels:  # written
            - chat  # the web
            # and by telephone
            - sms
            # no more
    """)


def test_a_comment_behind_brackets_that_open_goes_above() -> None:
    phrases = ", ".join(f"phrase number {number}" for number in range(8))
    said = laid_out(f"cues:\n  d:\n    any: [{phrases}]  # all of them\n")
    assert said.splitlines()[2:4] == ["    # all of them", "    any:"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title:  # c\n  T\n", "title: T  # c\n"),
        ("title:\n  # c\n  T\n", "# c\ntitle: T\n"),
        ("title:  # c\n  T  # d\n", "# c\ntitle: T  # d\n"),
        ("title: >-  # c\n  T\n", "title: >-  # c\n  T\n"),
        ("minimums: [  # c\n]\n", "minimums: []  # c\n"),
        ("minimums: {\n  # c\n}\n", "# c\nminimums: {}\n"),
        ("cues:  # c\n  a:  # d\n    any: [b]\n", "cues:  # c\n  a:  # d\n    any: [b]\n"),
        ("title: T#1  # c\n", "title: T#1  # c\n"),
        ("title: 'T'# c\n", "title: T  # c\n"),
        ("{title: T}  # c\n", "title: T\n# c\n"),
        ("{  # c\n}\n", "# c\n{}\n"),
        ("--- # c\ntitle: T\n... # d\n# e\n", "# c\ntitle: T\n# d\n# e\n"),
        ("title: T # c \n\n\n\n\n#d\n", "title: T  # c\n\n#d\n"),
    ],
)
def test_a_comment_finds_its_place(before: str, after: str) -> None:
    assert laid_out(before) == after


def test_a_comment_behind_a_dash_stays_there() -> None:
    assert unchanged("""
        sections:
          -  # the first
            id: a

          # the second
          - id: b  # named
    """)


def test_a_comment_between_dash_and_key_stands_above_the_item() -> None:
    said = laid_out("sections:\n-\n  # c\n  title: T\n  id: a\n")
    assert said == "sections:\n  - id: a\n    # c\n    title: T\n"


def test_a_comment_of_the_key_that_comes_first_in_an_item_stands_above_the_dash() -> None:
    said = laid_out("sections:\n  - title: T\n    # c\n    id: a\n")
    assert said == "sections:\n  # c\n  - id: a\n    title: T\n"


def test_comments_of_dialogues_are_text() -> None:
    assert unchanged("""
        cases:
          a:
            said: |
              A: Your order is # 12
              # not a comment
            # a comment
            rating: 1
    """)
