"""A criterion → a question of an Amazon Connect form."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.forms.amazon_connect.conditions import enablement_of
from qa_toolkit.forms.amazon_connect.limits import fitted
from qa_toolkit.forms.amazon_connect.options import Writer
from qa_toolkit.forms.amazon_connect.scoring import Scale, counts
from qa_toolkit.forms.difference import Differences
from qa_toolkit.forms.rest import CRITERION, list_rest

_TYPES: Mapping[str, tuple[str, str]] = {
    "yes_no": ("SINGLESELECT", "SingleSelect"),
    "scale": ("SINGLESELECT", "SingleSelect"),
    "choice": ("SINGLESELECT", "SingleSelect"),
    "multi_choice": ("MULTISELECT", "MultiSelect"),
    "number": ("NUMERIC", "Numeric"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the questions of a form have in common.

    Attributes:
        scored: something in it counts.
        refs: RefIds by the id of what they name.
        weights: by id, of what has one.
    """

    rubric: Rubric
    scale: Scale
    scored: bool
    refs: Mapping[str, str]
    weights: Mapping[str, int | float]
    differences: Differences


def question_of(criterion: Criterion, place: str, form: Form) -> dict[str, object]:
    """The question; whatever it cannot say is listed."""
    differences = form.differences
    list_rest(criterion, CRITERION, place, differences)
    enabled = enablement_of(criterion, form.rubric, form.refs, place, differences)
    question: dict[str, object] = {
        "Title": fitted(criterion.question, "question", f"{place}.question", differences),
        "RefId": form.refs[criterion.id],
    }
    if criterion.guidance:
        text = fitted(criterion.guidance, "instructions", f"{place}.guidance", differences)
        question["Instructions"] = text
    question |= _typed(criterion, place, form)
    question["NotApplicableEnabled"] = criterion.na_allowed or enabled.by_people
    if criterion.id in form.weights:
        question["Weight"] = form.weights[criterion.id]
    return question | dict(enabled.keys)


def _typed(criterion: Criterion, place: str, form: Form) -> dict[str, object]:
    kind, member = _TYPES.get(criterion.type, ("TEXT", "Text"))
    if criterion.type == "info":
        form.differences.changed(f"{place}.type", "an information", "a question for text")
    if kind == "TEXT":
        return {"QuestionType": kind}
    writer = Writer(
        criterion=criterion,
        place=place,
        scale=form.scale,
        fails=_fails(criterion, place, form),
        differences=form.differences,
    )
    if kind == "NUMERIC":
        ranges = writer.ranges()
        bounds = [known[key] for known in ranges for key in ("MinValue", "MaxValue")]
        whole = [bound for bound in bounds if isinstance(bound, int)]
        least, largest = min(whole, default=0), max(whole, default=0)
        properties: dict[str, object] = {"MinValue": least, "MaxValue": largest}
        if len(ranges) > 1 or len(ranges[0]) > 2:  # else it says no more than the bounds
            properties["Options"] = ranges
    else:
        properties = {"Options": writer.options()}
    keys: dict[str, object] = {"QuestionType": kind, "QuestionTypeProperties": {member: properties}}
    scoring = _scoring(criterion, place, form)
    return keys | ({"ScoringConfiguration": scoring} if scoring else {})


def _scoring(criterion: Criterion, place: str, form: Form) -> dict[str, object]:
    """Whether it counts, and how, where that goes without saying for most questions."""
    bonus = criterion.bonus and form.scale.mode == "POINTS_BASED"
    if criterion.bonus and not bonus:
        what = "a bonus, which only forms that count points have"
        form.differences.lost(f"{place}.bonus", what, "asked, and not scored")
    counted = counts(criterion) and criterion.bonus is bonus
    excluded = {"IsExcludedFromScoring": True} if form.scored and not counted else {}
    return excluded | ({"PointsConfiguration": {"IsBonus": True}} if bonus else {})


def _fails(criterion: Criterion, place: str, form: Form) -> dict[str, object]:
    """What an option says that is a critical failure."""
    if criterion.critical is False:
        return {}
    place = f"{place}.critical"
    if criterion.type == "multi_choice" or criterion.bonus:
        reason = "a bonus" if criterion.bonus else "a question with several answers"
        form.differences.lost(place, f"critical, in {reason}", "an ordinary question")
        return {}
    if criterion.critical_class is not None:
        form.differences.lost(place, f"the class '{criterion.critical_class}'")
    rule = form.rubric.critical_rule(criterion)
    if rule == "fail":
        what = "a failure that keeps the score"
        form.differences.changed(place, what, "automatic fail, which makes the score 0")
    if rule != "section":
        return {"AutomaticFail": True}
    section = form.refs[form.rubric.places[criterion.id].section]
    return {"AutomaticFail": True, "AutomaticFailConfiguration": {"TargetSection": section}}
