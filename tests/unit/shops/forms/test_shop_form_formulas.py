"""Which questions a workbook form greys, told by the same conditions as the form itself."""

from shop_form_builders import kinds

from qa_toolkit.shops.forms.formulas import Places, asked
from qa_toolkit.shops.forms.layout import key

FORM = kinds()
ROWS = {key("question", one.id): 10 + number for number, one in enumerate(FORM.questions())}
ROWS |= {"option:help.told:price": 30, "option:help.told:day": 31}
PLACES = Places(form=FORM, rows=ROWS, choices={("welcome.greeted", "yes"): 2})


def formula(name: str) -> str:
    return asked(next(one for one in FORM.questions() if one.id == name), PLACES)


def test_a_question_without_conditions_is_always_asked() -> None:
    assert formula("welcome.greeted") == "=1"


def test_a_condition_on_a_number_asks_where_it_lies() -> None:
    wait = ROWS["question:welcome.wait"]
    assert formula("welcome.late") == (
        f"=IF(AND(AND(F{wait}=1,OR(AND(ISNUMBER(D{wait}),D{wait}>=30.0)))),1,0)"
    )


def test_a_condition_on_several_options_asks_their_marks() -> None:
    told = ROWS["question:help.told"]
    assert formula("help.name") == f'=IF(AND(AND(F{told}=1,OR(OR(TRIM(D30)<>"")))),1,0)'
