"""What a validation error says to the author, and where."""

import pytest
from pydantic import ValidationError

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.strict_yaml.locate import dotted, problems_of
from qa_toolkit.strict_yaml.reader import read_yaml

HEAD = """\
format: 1
id: r
version: 1.0.0
title: T
applies_to: {channels: [chat]}
pass_mark: 50
sections:
  - id: s
    title: S
    weight: 1
    criteria:
"""
CRITERION = "      - {id: s.c, question: Is this?, scale: {0: no, 1: yes}, "


def told(text: str) -> list[str]:
    document = read_yaml(text, "r.yaml")
    assert document.problems == []
    with pytest.raises(ValidationError) as error:
        Rubric.model_validate(document.value)
    return [
        str(problem).removeprefix("r.yaml:").replace("error: ", "")
        for problem in problems_of(error.value, Rubric, document, "r.yaml")
    ]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param(
            "wieght: 2}",
            "12:63: unknown key 'wieght', did you mean 'weight'? [R003]",
            id="a misspelt key of this mapping",
        ),
        pytest.param(
            "applies_when: {channls: [chat]}}",
            "12:78: unknown key 'channls', did you mean 'channels'? [R003]",
            id="a misspelt key of a mapping within",
        ),
        pytest.param(
            "critical: {clas: customer}}",
            "12:74: unknown key 'clas', did you mean 'class'? [R003]",
            id="a misspelt key in one of several shapes",
        ),
        pytest.param(
            "indicators: [{id: a, kind: phrase, any: [b], point: 1}]}",
            "12:108: unknown key 'point', did you mean 'points'? [R003]",
            id="a misspelt key instead of one that is missing",
        ),
        pytest.param(
            "indicators: [{id: a, knd: phrase, any: [b], points: 1}]}",
            "12:84: unknown key 'knd', did you mean 'kind'? [R003]",
            id="a misspelt kind key",
        ),
        pytest.param(
            "indicators: [{id: a, any: [b], points: 1}]}",
            "12:76: the key 'kind' is missing in sections[0].criteria[0].indicators[0] (one of "
            "attribute, commitment, interruption, model, order, phrase, response_time, sentiment_shift, silence) "
            "[R004]",
            id="no kind",
        ),
        pytest.param(
            "indicators: [{id: a, kind: phrse, any: [b], points: 1}]}",
            "12:90: sections[0].criteria[0].indicators[0].kind: must be one of attribute, commitment, "
            "interruption, model, order, phrase, response_time, sentiment_shift, silence, not 'phrse', "
            "did you mean 'phrase'? [R004]",
            id="a misspelt kind",
        ),
        pytest.param(
            "rate: al}",
            "12:69: sections[0].criteria[0].rate: must be 'any', 'all', 'share' or 'manual', not "
            "'al', did you mean 'all'? [R004]",
            id="a misspelt word",
        ),
        pytest.param(
            "critical: custmer}",
            "12:73: sections[0].criteria[0].critical: must be true or false, or 'customer', "
            "'business' or 'compliance', or a mapping of keys, not 'custmer', did you mean "
            "'customer'? [R004]",
            id="a value that could be many things",
        ),
        pytest.param(
            "tips: {x: y}}",
            "12:70: the keys of sections[0].criteria[0].tips: must be a whole number, not 'x' "
            "[R004]",
            id="a key that is no number",
        ),
        pytest.param(
            "guidance: 2024}",
            "12:73: sections[0].criteria[0].guidance: must be text, not 2024 (put it in quotation "
            "marks) [R004]",
            id="a number for text",
        ),
        pytest.param(
            "weight: }",
            "12:63: sections[0].criteria[0].weight: must be a number, not nothing [R004]",
            id="nothing",
        ),
        pytest.param(
            "bonus: [a, b]}",
            "12:70: sections[0].criteria[0].bonus: must be true or false, not a list of 2 [R004]",
            id="a list for a word",
        ),
        pytest.param(
            "applies_when: chat}",
            "12:77: sections[0].criteria[0].applies_when: must be a mapping of keys, not 'chat' "
            "[R004]",
            id="a word for a mapping",
        ),
        pytest.param(
            "applies_when: customer:woe}",
            "12:77: sections[0].criteria[0].applies_when: must be a mapping of keys, not "
            "'customer:woe' (a space is missing behind the colon) [R004]",
            id="no space behind the colon",
        ),
        pytest.param(
            "indicators: -a}",
            "12:75: sections[0].criteria[0].indicators: must be a list, not '-a' (a space is "
            "missing behind the dash) [R004]",
            id="no space behind the dash",
        ),
        pytest.param(
            "applies_when: {channels: chat}}",
            "12:88: sections[0].criteria[0].applies_when.channels: must be a list, not 'chat' "
            "(write it as a list: [one, two]) [R004]",
            id="a word for a list",
        ),
        pytest.param(
            "indicators: [{id: “a”, kind: phrase, any: [b], points: 1}]}",
            "12:81: sections[0].criteria[0].indicators[0].id: must be lower-case letters, digits "
            "and _, a letter first, not '“a”' (curly quotation marks become part of the text, use "
            "straight ones or none) [R004]",
            id="curly quotes",
        ),
        pytest.param(
            "indicators: [{id: a, kind: phrase, any: [], points: 1}]}",
            "12:103: sections[0].criteria[0].indicators[0].any: must be a list of 1 or more, not "
            "an empty list [R004]",
            id="an empty list",
        ),
        pytest.param(
            "indicators: [{id: a, kind: phrase, any: ['(b'], points: 1}]}",
            "12:104: sections[0].criteria[0].indicators[0].any[0]: '(b': cannot read '(b' [R004]",
            id="a phrase, whose list is not too short besides",
        ),
    ],
)
def test_a_wrong_criterion(rest: str, expected: str) -> None:
    assert told(HEAD + CRITERION + rest) == [expected]


GOOD = HEAD + CRITERION + "rate: manual}\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "version: 1.0.0", "version: '1'",
            "3:10: version: must be three numbers with dots, as in 1.0.0, not '1' [R004]",
            id="a version",
        ),
        pytest.param(
            "title: T", "title: T\nlanguage: eng",
            "5:11: language: must be a language's two letters, as in en, or a list, not 'eng' "
            "(write it as a list: [one, two]) [R004]",
            id="a word or a list of words",
        ),
        pytest.param(
            "title: T", "title: T\nlanguage: [en, deu]",
            "5:16: language[1]: must be a language's two letters, as in en, not 'deu' [R004]",
            id="a wrong item of the list, not the list",
        ),
        pytest.param(
            "    weight: 1", "    weight: 1\n    pass_mark: 50",
            "11:5: the key 'pass_mark' does not belong here, it is one of rubric (known here: id, "
            "title, guidance, weight, model, criteria, sections) [R003]",
            id="a key of another place",
        ),
        pytest.param(
            "title: T", "title: T\nxyz: 1",
            "5:1: unknown key 'xyz' (known here: ",
            id="a key of no place",
        ),
        pytest.param(
            "title: T", "title: T\ncues: {woe: {any: [x], unles: [y]}}",
            "5:24: unknown key 'unles', did you mean 'unless'? [R003]",
            id="a misspelt key below a name",
        ),
        pytest.param(
            "title: T", "title: T\ncues: {woe: {any: [x], points: 1}}",
            "5:24: the key 'points' does not belong here (known here: any, patterns, unless, sentiment_below) "
            "[R003]",
            id="a key of many other places",
        ),
        pytest.param(
            "title: T", "title: T\nminimums: {s: 101}",
            "5:15: minimums.s: must be at most 100, not 101 [R004]",
            id="a bound",
        ),
        pytest.param(
            "title: T", f"title: {{{'x' * 70}: 1}}",
            "4:8: title: must be text, not a mapping [R004]",
            id="a mapping for text",
        ),
        pytest.param(
            "title: T", f"title: T\n{'x' * 70}: 1",
            f"5:1: unknown key '{'x' * 70}' (known here: ",
            id="a key too long to be a misspelling",
        ),
        pytest.param(
            "id: r", f"id: {'r' * 90}",
            f"2:5: id: must be at most 80 characters long, not '{'r' * 40}…' [R004]",
            id="a long name",
        ),
    ],
)  # fmt: skip
def test_a_wrong_rubric(old: str, new: str, expected: str) -> None:
    (problem,) = told(GOOD.replace(old, new, 1))
    assert problem.startswith(expected)


def test_paths_are_written_as_in_the_file() -> None:
    assert dotted(("sections", 0, "scale", 1)) == "sections[0].scale[1]"
