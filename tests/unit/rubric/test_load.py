"""Rubric files: every mistake is found at once, where it stands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.rubric import load_rubric, read_rubric
from qa_toolkit.rubric.load import rubric_files

GOOD = """\
format: 1
id: small
version: 1.0.0
title: Small
applies_to: {channels: [chat]}
pass_mark: 50
cues:
  trouble: {any: [broken]}
sections:
  - id: empathy
    title: Empathy
    weight: 100
    criteria:
      - id: empathy.sorry
        question: Is the agent sorry?
        scale: {0: no, 1: yes}
        indicators:
          - {id: sorry, kind: phrase, any: [sorry], points: 1}
"""


def problems_in(text: str) -> tuple[Problem, ...]:
    return read_rubric(text, "r.yaml").problems


def told(text: str) -> list[str]:
    return [str(problem) for problem in problems_in(text)]


def test_a_rubric_without_mistakes_loads() -> None:
    loaded = read_rubric(GOOD, "r.yaml")
    assert loaded.problems == ()
    assert loaded.rubric is not None
    assert [criterion.id for criterion in loaded.rubric.criteria()] == ["empathy.sorry"]


def test_yes_and_no_stay_words() -> None:
    """YAML 1.1 would read the anchors of this scale as False and True."""
    loaded = read_rubric(GOOD, "r.yaml")
    assert loaded.rubric is not None
    assert next(loaded.rubric.criteria()).scale == {0: "no", 1: "yes"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "    weight: 100", "    wieght: 100",
            "r.yaml:12:5: error: unknown key 'wieght', did you mean 'weight'? [R003]",
            id="a misspelt key",
        ),
        pytest.param(
            "pass_mark: 50", "pass_mark: 150",
            "r.yaml:6:12: error: pass_mark: Input should be less than or equal to 100 [R004]",
            id="a value out of bounds",
        ),
        pytest.param(
            "title: Small\n", "",
            "r.yaml:1:1: error: the key 'title' is missing [R004]",
            id="a missing key",
        ),
        pytest.param(
            "kind: phrase", "kind: phrse",
            "r.yaml:18:13: error: sections[0].criteria[0].indicators[0]: the key 'kind' must be one "
            "of phrase, order, response_time, silence, sentiment_shift [R004]",
            id="an unknown kind",
        ),
        pytest.param(
            "any: [sorry]", 'any: ["(sorry"]',
            "r.yaml:18:45: error: sections[0].criteria[0].indicators[0].any[0]: '(sorry': cannot "
            "read '(sorry' [R004]",
            id="a phrase outside the language",
        ),
        pytest.param(
            "id: small", "id: small\nid: large",
            "r.yaml:3:1: error: the key 'id' is given twice, first in line 2 [R002]",
            id="a key given twice",
        ),
        pytest.param(
            "id: empathy.sorry", "id: politeness.sorry",
            "r.yaml:14:13: error: 'politeness.sorry' must start with its section's id, 'empathy.' "
            "[R102]",
            id="a criterion of another section",
        ),
        pytest.param(
            "pass_mark: 50", "pass_mark: 50\nminimums: {emapthy: 40}",
            "r.yaml:7:21: error: 'emapthy' is no section; there are empathy [R301]",
            id="a minimum for no section",
        ),
        pytest.param(
            "scale: {0: no, 1: yes}", "scale: {0: no, 1: yes}\n        applies_when: {customer: woe}",
            "r.yaml:17:34: error: 'woe' is no cue of this rubric; there are: trouble [R301]",
            id="an unknown cue",
        ),
        pytest.param(
            "scale: {0: no, 1: yes}", "scale: {0: no, 1: yes}\n        rate: share",
            "r.yaml:17:15: error: 'rate: share' needs opportunities: name a cue in 'applies_when: "
            "customer' [R302]",
            id="a share of no opportunities",
        ),
        pytest.param(
            "any: [sorry]", "any: [sorry], within_turns: 2",
            "r.yaml:18:67: error: 'within_turns' needs opportunities: name a cue in "
            "'applies_when' [R302]",
            id="turns within nothing",
        ),
        pytest.param(
            "scale: {0: no, 1: yes}\n        indicators:\n          - {id: sorry, kind: phrase,",
            "scale: {0: no, 1: yes}\n        applies_when: {customer: trouble}\n"
            "        indicators:\n          - {id: sorry, within_turns: 2, speaker: customer, kind: phrase,",
            "r.yaml:19:39: error: 'within_turns' counts the agent's turns, not the customer's [R302]",
            id="turns within of the customer",
        ),
        pytest.param(
            "          - {id: sorry, kind: phrase, any: [sorry], points: 1}",
            "          - {id: mood, kind: sentiment_shift, at_least: 0.5, points: 1}\n"
            "        critical: true",
            "r.yaml:18:30: error: a critical criterion must not rest on sentiment, which misreads "
            "service [R601]",
            id="sentiment that decides",
        ),
        pytest.param(
            "kind: phrase, any: [sorry]", "kind: response_time, measure: first",
            "r.yaml:18:13: error: without a bound it is always found; give 'at_most_s' or "
            "'longer_than_s' [R205]",
            id="a wait without a bound",
        ),
        pytest.param(
            "kind: phrase, any: [sorry]", "kind: sentiment_shift",
            "r.yaml:18:13: error: without a bound it is always found; give 'at_least' or "
            "'at_most' [R205]",
            id="a shift without a bound",
        ),
        pytest.param(
            "    title: Empathy", '    title: ""',
            "r.yaml:11:12: error: sections[0].title: String should have at least 1 character [R004]",
            id="a section without a title",
        ),
        pytest.param(
            "title: Small", 'title: " "',
            "r.yaml:4:8: error: title: String should have at least 1 character [R004]",
            id="a title of a space",
        ),
        pytest.param(
            "question: Is the agent sorry?", "question: ''",
            "r.yaml:15:19: error: sections[0].criteria[0].question: String should have at least 1 "
            "character [R004]",
            id="nothing asked",
        ),
        pytest.param(
            "{0: no, 1: yes}", '{0: no, 1: yes, "1": yes}',
            "r.yaml:16:32: error: the key '1' is given twice, first in line 16 [R002]",
            id="a level given twice, once in quotes",
        ),
        pytest.param(
            "1: yes}", "2: yes}",
            "r.yaml:16:16: error: the top level 2 cannot be reached, at most 1 [R204]",
            id="a level out of reach",
        ),
        pytest.param(
            "        indicators:\n          - {id: sorry, kind: phrase, any: [sorry], points: 1}\n", "",
            "r.yaml:14:9: error: no indicators; a criterion that only people can rate says 'rate: "
            "manual' [R203]",
            id="nothing to look for",
        ),
        pytest.param(
            "scale: {0: no, 1: yes}", "scale: {0: no, 1: yes}\n        tips: {3: try harder}",
            "r.yaml:17:19: error: there is no level 3 in the scale [R301]",
            id="a tip for no level",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(old: str, new: str, expected: str) -> None:
    assert old in GOOD
    assert told(GOOD.replace(old, new, 1)) == [expected]


MOODY = GOOD.replace("any: [broken]", "any: [broken], sentiment_below: -0.5").replace(
    "scale: {0: no, 1: yes}", "scale: {0: no, 1: yes}\n        applies_when: {customer: trouble}"
)


def test_sentiment_must_not_decide_a_critical_criterion_through_a_cue() -> None:
    critical = MOODY.replace("        indicators:", "        critical: true\n        indicators:")
    assert told(MOODY) == []
    assert told(critical) == [
        "r.yaml:17:34: error: a critical criterion must not rest on sentiment, which misreads "
        "service: the cue 'trouble' has 'sentiment_below' [R601]"
    ]


def test_a_quoted_level_that_is_not_there_is_told_at_its_mapping() -> None:
    text = GOOD.replace("1: yes}", '1: yes}\n        tips: {"7": x}')
    assert told(text) == ["r.yaml:17:15: error: there is no level 7 in the scale [R301]"]


@given(st.integers(), st.integers(), st.sampled_from(["{}", '"{}"', "'{}'"]))
def test_no_quoting_of_a_level_makes_checking_fail(level: int, tip: int, quoting: str) -> None:
    scale, tips = (f"{{{quoting.format(key)}: x}}" for key in (level, tip))
    text = GOOD.replace("{0: no, 1: yes}", f"{scale[:-1]}, 1: yes}}\n        tips: {tips}")
    assert all(problem.line in (16, 17) for problem in problems_in(text))


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    text = GOOD.replace("title: Small", "titel: Small").replace("weight: 100", "weight: 0")
    assert [line.split(": ")[0] for line in told(text)] == [
        "r.yaml:4:1",
        "r.yaml:12:13",
    ]


def test_the_same_id_twice_is_told() -> None:
    indicator = "          - {id: sorry, kind: phrase, any: [sorry], points: 1}\n"
    assert told(GOOD + indicator) == [
        "r.yaml:19:18: error: the indicator 'sorry' is there twice [R101]"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "the file is empty", id="empty"),
        pytest.param("a: [1", "cannot be read as YAML", id="an open bracket"),
        pytest.param("a: &x 1\nb: *x", "aliases (*name) are not allowed", id="an alias"),
        pytest.param("[" * 20_000, "nested deeper than 40 levels", id="20,000 brackets"),
        pytest.param("a:\n\t- b", "cannot be read as YAML", id="a tab"),
        pytest.param("a: \x00", "cannot be read as YAML", id="a NUL"),
        pytest.param("- a", "Input should be", id="a list"),
        pytest.param("? [a]\n: b", "a key must be a plain word", id="a list as key"),
        pytest.param("a: 1\n---\nb: 2", "cannot be read as YAML", id="two documents"),
        pytest.param("x" * 1_000_001, "larger than 1,000,000", id="1 MB"),
    ],
)
def test_what_is_no_rubric_is_told_not_raised(text: str, expected: str) -> None:
    assert expected in told(text)[0]


def test_comments_and_layout_do_not_change_a_rubrics_hash() -> None:
    other = "# a comment\n" + GOOD.replace("{channels: [chat]}", "\n  channels:\n    - chat")
    assert read_rubric(GOOD, "a").hash == read_rubric(other, "b").hash


def test_a_changed_weight_changes_the_hash() -> None:
    assert read_rubric(GOOD, "a").hash != read_rubric(GOOD.replace("100", "99"), "a").hash


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda path: path.write_bytes(b"\xff\xfe\x00a"), id="not UTF-8"),
        pytest.param(lambda path: path.mkdir(), id="a folder"),
        pytest.param(lambda path: None, id="missing"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_clear_error(
    tmp_path: Path, write: Callable[[Path], object]
) -> None:
    path = tmp_path / "r.yaml"
    write(path)
    with pytest.raises(UsageError, match=r"r\.yaml"):
        load_rubric(path)


@given(st.data())
def test_no_damage_to_a_rubric_makes_reading_fail(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(GOOD)))
    end = data.draw(st.integers(start, min(len(GOOD), start + 40)))
    text = GOOD[:start] + data.draw(st.text(max_size=20)) + GOOD[end:]
    loaded = read_rubric(text, "r.yaml")
    assert (loaded.rubric is None) == any(p.severity == "error" for p in loaded.problems)


@given(st.text())
def test_no_text_at_all_makes_reading_fail(text: str) -> None:
    assert read_rubric(text, "r.yaml").problems


def test_a_section_and_a_criterion_given_twice_are_told() -> None:
    section = GOOD[GOOD.index("  - id: empathy\n") :]
    assert [line.split("error: ")[1] for line in told(GOOD + section)] == [
        "the section 'empathy' is there twice [R101]",
        "the criterion 'empathy.sorry' is there twice [R101]",
    ]


def test_a_file_too_large_for_a_rubric_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_bytes(b"#" * 1_000_001)
    with pytest.raises(UsageError, match="not a rubric"):
        load_rubric(path)


def test_a_folder_without_rubrics_is_told_instead_of_being_all_right(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(UsageError, match="no rubric in this folder"):
        list(rubric_files([tmp_path]))


def test_the_rubrics_of_a_folder_are_found_with_either_ending(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yaml"):
        (tmp_path / name).touch()
    assert [path.name for path in rubric_files([tmp_path])] == ["a.yaml", "b.yml"]


def test_a_rubric_named_by_its_file_is_found_and_a_missing_one_told(tmp_path: Path) -> None:
    here = tmp_path / "r.yaml"
    here.touch()
    assert list(rubric_files([here])) == [here]
    with pytest.raises(UsageError, match="no such file or folder"):
        list(rubric_files([tmp_path / "none.yaml"]))
