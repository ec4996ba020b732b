"""Answers in files are understood by id, text and number; else told with what there is."""

import pytest
from shop_form_builders import kinds

from qa_toolkit.domain.shop.form import FormQuestion
from qa_toolkit.shops.forms.answers import answer_of, labels
from qa_toolkit.workbooks.plain import Unclear


def question(name: str) -> FormQuestion:
    return next(one for one in kinds().questions() if one.id == name)


@pytest.mark.parametrize(
    ("name", "said", "answer"),
    [
        pytest.param("welcome.greeted", "Yes", "yes", id="yes"),
        pytest.param("welcome.greeted", " no ", "no", id="no with blanks"),
        pytest.param("welcome.greeted", True, "yes", id="true"),
        pytest.param("welcome.greeted", "Not applicable", "na", id="not applicable in words"),
        pytest.param("welcome.greeted", "n/a", "na", id="n/a"),
        pytest.param("welcome.greeted", None, None, id="nothing"),
        pytest.param("welcome.greeted", "  ", None, id="blanks"),
        pytest.param("welcome.wait", 20.0, 20, id="a whole number"),
        pytest.param("welcome.wait", "12,5", 12.5, id="a decimal comma"),
        pytest.param("welcome.wait", "1:20", 80, id="minutes and seconds"),
        pytest.param("welcome.wait", "NA", "na", id="no number needed"),
        pytest.param("welcome.late", 2.0, 2, id="a level as a number"),
        pytest.param("welcome.late", "1 – =1+1 is two", 1, id="a level as offered"),
        pytest.param("welcome.late", "nothing", 0, id="a level by its text"),
        pytest.param("help.way", "by post", "post", id="an option by its text"),
        pytest.param("help.way", "By van [bike]", "bike", id="one of two with equal texts"),
        pytest.param("help.way", "van", "van", id="an option by its id"),
        pytest.param("help.told", ["day", "the price"], ("price", "day"), id="several, in order"),
        pytest.param("help.told", "price", ("price",), id="one of several"),
        pytest.param("help.told", [], (), id="an empty list is none of them"),
        pytest.param("help.told", "None of these", (), id="none of these"),
        pytest.param("help.opinion", "na", "na", id="words are words"),
        pytest.param("help.opinion", 4711.0, "4711", id="a number as words"),
    ],
)
def test_an_answer_is_read_in_all_plain_forms(name: str, said: object, answer: object) -> None:
    assert answer_of(question(name), said) == answer


@pytest.mark.parametrize(
    ("name", "said", "told"),
    [
        pytest.param("welcome.greeted", "maybe", "is no answer", id="no choice"),
        pytest.param("welcome.greeted", 1, "is no answer", id="a number for yes"),
        pytest.param("welcome.greeted", ["yes"], "a list", id="a list"),
        pytest.param("welcome.wait", "1,000", "can be 1 or 1000", id="thousands or decimals"),
        pytest.param("welcome.wait", "soon", "is no number", id="no number"),
        pytest.param("welcome.wait", float("nan"), "is no number", id="not a number"),
        pytest.param("welcome.late", 7, "'7' is no answer", id="no level"),
        pytest.param("help.way", "By van", "'By van' is no answer", id="a text of two"),
        pytest.param("help.way", "pots", "did you mean 'post'", id="misspelt"),
        pytest.param("help.way", "na", "may not be answered as not applicable", id="no N/A"),
        pytest.param("help.told", ["price", "size"], "'size' is no answer", id="one of a list"),
        pytest.param("help.opinion", {"a": 1}, "a mapping", id="no words"),
        pytest.param("welcome.note", "yes", "read and not answered", id="a line to be read"),
    ],
)
def test_what_is_no_answer_is_told_with_what_there_is(name: str, said: object, told: str) -> None:
    with pytest.raises(Unclear, match=told) as caught:
        answer_of(question(name), said)
    assert caught.value.hint


def test_equal_texts_are_told_apart_by_their_ids() -> None:
    assert labels(question("help.way")) == {
        "post": "By post",
        "van": "By van [van]",
        "bike": "By van [bike]",
    }
