"""Keys in the order of the models, and empty lines where a reader looks for them."""

from textwrap import dedent

import pytest

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.rubric.layout import format_text
from qa_toolkit.strict_yaml.reader import read_yaml


def laid_out(text: str) -> str:
    result = format_text(dedent(text).lstrip("\n"), "r.yaml")
    assert result.problems == ()
    return result.text


def keys(text: str) -> list[str]:
    value = read_yaml(text, "r.yaml").value
    assert isinstance(value, dict)
    return list(value)


def test_a_rubric_has_its_keys_in_the_order_of_its_model() -> None:
    backwards = [*reversed(Rubric.model_fields)]
    assert keys(laid_out("".join(f"{key}: 1\n" for key in backwards))) == list(Rubric.model_fields)


def test_a_criterion_has_its_keys_in_the_order_of_its_model() -> None:
    backwards = ", ".join(f"{key}: 1" for key in reversed(Criterion.model_fields))
    text = laid_out(f"sections: [{{criteria: [{{{backwards}}}]}}]\n")
    places = [text.index(f"{key}: 1") for key in Criterion.model_fields]
    assert places == sorted(places)


def test_unknown_keys_keep_their_order_behind_the_others() -> None:
    assert keys(laid_out("zebra: 1\nid: r\napple: 2\nformat: 1\n")) == [
        "format", "id", "zebra", "apple",
    ]  # fmt: skip


def test_a_file_that_extends_another_says_so_first() -> None:
    text = laid_out("sections: []\nremove: [a.b]\ntitle: T\nid: r\nextends: service.yaml\n")
    assert keys(text) == ["extends", "id", "title", "remove", "sections"]


def test_keys_are_known_by_the_names_they_have_in_files() -> None:
    """A model's `kind` and `rule` are `class` and `policy` in a rubric."""
    text = laid_out("sections: [{criteria: [{critical: {policy: fail, class: business}}]}]\n")
    assert "{class: business, policy: fail}" in text


def test_an_indicator_says_what_it_is_first_and_its_phrases_last() -> None:
    said = laid_out("""
        sections:
          - criteria:
              - indicators:
                  - unless: [b]
                    any: [a]
                    at_least: 2
                    points: 1
                    speaker: customer
                    kind: phrase
                    id: x
    """)
    found = [line.strip("- ").split(":")[0] for line in said.splitlines()[3:]]
    assert found == ["id", "kind", "points", "speaker", "at_least", "any", "unless"]


def test_a_case_has_what_is_known_first_then_its_dialogue_and_what_it_must_give() -> None:
    said = laid_out("""
        cases:
          b:
            evidence: [x]
            outcome: pass
            rating: 1
            channel: call
            said: "A: Hi"
        criterion: s.c
    """)
    found = [line.split(":")[0].strip() for line in said.splitlines()]
    assert found == [
        "criterion", "cases", "b", "channel", "said", "rating", "evidence", "outcome",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "cues:\n  zeal:\n    any: [b, a]\n  anger:\n    any: [c]\n",
        "minimums: {zeal: 1, anger: 2}\n",
        "sections:\n  - criteria:\n      - scale: {2: good, 0: bad, 1: so so}\n",
        "cases:\n  second:\n    rating: 1\n  first:\n    rating: 2\n",
    ],
    ids=["cues", "minimums", "scale", "cases"],
)
def test_what_users_name_keeps_its_order(text: str) -> None:
    assert laid_out(text) == text


def test_sections_and_criteria_stand_apart() -> None:
    said = laid_out("""
        sections:
        - id: a
          criteria:
          - id: a.one
          - id: a.two


        - id: b
          sections:
          - id: b1
            criteria: [{id: b.one}]
          - id: b2
    """)
    assert said == dedent("""\
        sections:
          - id: a
            criteria:
              - id: a.one

              - id: a.two

          - id: b
            sections:
              - id: b1
                criteria: [{id: b.one}]

              - id: b2
    """)


def test_long_blocks_at_the_top_stand_apart() -> None:
    said = laid_out("""
        format: 1
        policy:
          total: sections
        cues:
          d:
            any: [a]
        sections:
          - id: a
            title: T
    """)
    assert said == dedent("""\
        format: 1
        policy:
          total: sections

        cues:
          d:
            any: [a]

        sections:
          - id: a
            title: T
    """)


def test_one_empty_line_between_other_things_stays() -> None:
    text = "cases:\n  a:\n    rating: 1\n\n  b:\n    rating: 2\n"
    assert laid_out(text.replace("\n\n", "\n\n\n\n")) == text


def test_what_is_no_rubric_keeps_its_order() -> None:
    assert laid_out("zebra: 1\napple: {d: 1, c: 2}\n") == "zebra: 1\napple: {d: 1, c: 2}\n"
