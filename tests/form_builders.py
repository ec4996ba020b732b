"""Evaluation forms for tests, as small as the test's question allows."""

from typing import Any

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.forms import amazon_connect, genesys, questions
from qa_toolkit.forms.build import Assumed
from qa_toolkit.forms.difference import Difference
from qa_toolkit.forms.json_fields import Reading

Json = dict[str, Any]
ASSUMED = Assumed(channels=(Channel.CALL, Channel.CHAT), title="Calls")
ENABLED: Json = {"Mode": "SECTION_ONLY", "Status": "ENABLED"}


class Read:
    """What became of a form."""

    def __init__(self, kind: Any, value: Any) -> None:
        reading = Reading("form")
        self.rubric: Rubric | None = kind.read_form(value, reading, ASSUMED)
        self.problems = [problem.message for problem in reading.problems]
        self.differences = reading.differences.found

    @property
    def made(self) -> Rubric:
        """The rubric."""
        assert self.rubric is not None, self.problems
        return self.rubric

    def criterion(self, number: int = 0) -> Criterion:
        """One of its criteria."""
        return list(self.made.criteria())[number]

    def listed(self, *kinds: str) -> list[Difference]:
        """The differences of these kinds; lost and changed ones where none are named."""
        return [known for known in self.differences if known.kind in (kinds or ("lost", "changed"))]


def connect(*questions_: Json, **fields: Any) -> Json:
    """An Amazon Connect form with one section `s` that holds the questions."""
    section = {"Title": "S", "RefId": "s", "Items": [{"Question": known} for known in questions_]}
    known = {"Title": "Calls", "Items": [{"Section": section}], "ScoringStrategy": ENABLED}
    return known | fields


def question(ref: str = "q", **fields: Any) -> Json:
    """A yes or no question of an Amazon Connect form."""
    return single(ref, option("yes", 10, Text="Yes"), option("no", 0, Text="No"), **fields)


def single(ref: str, *options: Json, **fields: Any) -> Json:
    """A question of an Amazon Connect form with one answer."""
    return _asked(ref, "SINGLESELECT", {"SingleSelect": {"Options": list(options)}}, fields)


def multi(ref: str, *options: Json, **fields: Any) -> Json:
    """A question of an Amazon Connect form with several answers."""
    return _asked(ref, "MULTISELECT", {"MultiSelect": {"Options": list(options)}}, fields)


def numeric(ref: str, *options: Json, **fields: Any) -> Json:
    """A question of an Amazon Connect form for a number."""
    bounds = {"MinValue": options[0]["MinValue"], "MaxValue": options[-1]["MaxValue"]}
    return _asked(ref, "NUMERIC", {"Numeric": bounds | {"Options": list(options)}}, fields)


def option(ref: str, score: int | None, **fields: Any) -> Json:
    """An answer with a score."""
    scored = {} if score is None else {"Score": score}
    return {"RefId": ref, "Text": ref.capitalize()} | scored | fields


def points(ref: str, value: int, *, bonus: bool = False, **fields: Any) -> Json:
    """An answer with points."""
    configuration = {"PointValue": value} | ({"IsBonus": True} if bonus else {})
    return {"RefId": ref, "Text": ref.capitalize(), "PointsConfiguration": configuration} | fields


def enabled_by(*sources: tuple[str, list[str]], **fields: Any) -> Json:
    """The condition that questions are answered with one of some options."""
    comparator = fields.pop("Comparator", "IN")
    operator = fields.pop("Operator", None)
    operands = [
        {
            "Expression": {
                "Source": {"Type": "QUESTION_REF_ID", "RefId": ref},
                "Values": [{"Type": "OPTION_REF_ID", "RefId": name} for name in options],
                "Comparator": comparator,
            }
        }
        for ref, options in sources
    ]
    condition = {"Operands": operands} | ({"Operator": operator} if operator else {})
    known = {"Condition": condition, "Action": "ENABLE", "DefaultAction": "DISABLE"}
    return {"Enablement": known | fields}


def from_connect(value: Any) -> Read:
    """An Amazon Connect form as a rubric."""
    return Read(amazon_connect, value)


def from_genesys(value: Any) -> Read:
    """A Genesys form as a rubric."""
    return Read(genesys, value)


def from_list(text: str | bytes) -> Read:
    """A list of questions as a rubric."""
    return Read(questions, text.encode() if isinstance(text, str) else text)


def _asked(ref: str, kind: str, properties: Json, fields: Json) -> Json:
    known = {"Title": f"{ref}?", "RefId": ref, "QuestionType": kind}
    return known | {"QuestionTypeProperties": properties} | fields
