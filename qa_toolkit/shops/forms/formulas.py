"""What the workbook form works out by itself: what is asked, what is missing, how many words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qa_toolkit.domain.shop.form import AskedWhen, FormQuestion, FormSection, ShopForm
from qa_toolkit.shops.forms import layout
from qa_toolkit.shops.forms.lines import Line

A_NUMBER, AN_ANSWER, A_COMMENT = "B", "D", "E"
IS_ASKED, NO_ANSWER, NO_COMMENT = "F", "G", "H"
"""Hidden columns: 1 where a question is asked, where its answer and where its comment is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where everything stands.

    Attributes:
        rows: on the form, by key.
        choices: on the sheet of lists, by question and value.
    """

    form: ShopForm
    rows: Mapping[str, int]
    choices: Mapping[tuple[str, str], int]

    def row(self, question: str) -> int:
        return self.rows[layout.key(layout.ASKED, question)]


def asked(question: FormQuestion, places: Places) -> str:
    """1 where a question is asked by what was answered so far, as `ShopForm.asked` has it."""
    known = {one.id: one for one in places.form.questions()}
    waits = [
        _holds(one, known[one.question], places) for one in question.when if one.question in known
    ]
    if not question.when:
        return "=1"
    joined = "OR" if question.any_of else "AND"
    # a question that is not on this form has no answer
    if len(waits) < len(question.when) and not question.any_of:
        return "=0"
    return f"=IF({joined}({','.join(waits)}),1,0)" if waits else "=0"


def missing_answer(line: Line, row: int, places: Places) -> str:
    """1 where an answer is missing that has to be given."""
    if not line.required:
        return "=0"
    empty = f'TRIM({AN_ANSWER}{row})=""'
    match line.kind:
        case "question":
            options = _options(line.about, places)
            none = f",COUNTA({options})=0" if options else ""
            return f"=IF(AND({IS_ASKED}{row}=1,{empty}{none}),1,0)"
        case "comment" if line.section is not None:
            return f"=IF(AND({_any_asked(line.section, places)},{empty}),1,0)"
        case "story":
            return f"=IF({words(row)}<{places.form.narrative_words},1,0)"
        case "file":
            return f'=IF(TRIM({A_COMMENT}{row})="",1,0)'
        case "text" if line.about == "staff":
            other = places.rows[layout.key(layout.TEXT, "staff_description")]
            return f'=IF(AND({empty},TRIM({AN_ANSWER}{other})=""),1,0)'
        case _:
            return f"=IF({empty},1,0)"


def missing_comment(line: Line, row: int, places: Places) -> str:
    """1 where an answer stands that needs a comment, and no comment."""
    question = line.question
    if question is None or line.kind != "question" or not question.comment_at:
        return "=0"
    given = _is_one_of(question, question.comment_at, row, places)
    return f'=IF(AND({IS_ASKED}{row}=1,{given},TRIM({A_COMMENT}{row})=""),1,0)'


def words(row: int) -> str:
    """The number of words of the story in a row."""
    plain = f'TRIM(SUBSTITUTE({A_NUMBER}{row},CHAR(10)," "))'
    return f'IF({plain}="",0,LEN({plain})-LEN(SUBSTITUTE({plain}," ",""))+1)'


def still_missing(first: int, last: int) -> str:
    """The count at the top of the form, in words."""
    count = f"SUM({NO_ANSWER}{first}:{NO_COMMENT}{last})"
    return f'=IF({count}=0,"Nothing is missing","Missing: "&{count})'


def _holds(wait: AskedWhen, question: FormQuestion, places: Places) -> str:
    row = places.row(question.id)
    tests = []
    if wait.values:
        tests.append(_is_one_of(question, wait.values, row, places))
    for low, high in wait.spans:
        cell = f"{AN_ANSWER}{row}"
        bounds = [f"ISNUMBER({cell})"]
        bounds += [f"{cell}>={low!r}"] if low is not None else []
        bounds += [f"{cell}<{high!r}"] if high is not None else []
        tests.append(f"AND({','.join(bounds)})")
    held = f"OR({','.join(tests)})" if tests else "FALSE"
    return f"AND({IS_ASKED}{row}=1,{held})"


def _is_one_of(question: FormQuestion, values: Iterable[str], row: int, places: Places) -> str:
    """Whether one of these answers is given, by its text or its id."""
    tests = []
    for value in sorted(values):
        if question.type == "multi_choice":
            option = places.rows.get(layout.key(layout.OPTION, question.id, value))
            tests += [f'TRIM({AN_ANSWER}{option})<>""'] if option else []
        elif (at := places.choices.get((question.id, value))) is not None:
            cell = f"TRIM({AN_ANSWER}{row})"
            tests += [f"{cell}={layout.LISTS}!$B${at}", f"{cell}={layout.LISTS}!$C${at}"]
    return f"OR({','.join(tests)})" if tests else "FALSE"


def _options(question: str, places: Places) -> str:
    """The cells of the options of a question; empty where it has none."""
    start = layout.key(layout.OPTION, question, "")
    rows = [row for key, row in places.rows.items() if key.startswith(start)]
    return f"{AN_ANSWER}{min(rows)}:{AN_ANSWER}{max(rows)}" if rows else ""


def _any_asked(section: FormSection, places: Places) -> str:
    rows = [
        places.row(one.id)
        for one in section.questions
        if layout.key(layout.ASKED, one.id) in places.rows
    ]
    return f"SUM({IS_ASKED}{min(rows)}:{IS_ASKED}{max(rows)})>0" if rows else "TRUE"
