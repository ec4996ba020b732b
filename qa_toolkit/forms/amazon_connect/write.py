"""A rubric → an Amazon Connect evaluation form."""

from collections.abc import Mapping, Sequence

from qa_toolkit.domain.rubric import Criterion, Rubric, Section, Subsection
from qa_toolkit.forms.amazon_connect.limits import fitted, list_numbers
from qa_toolkit.forms.amazon_connect.refs import refs_of
from qa_toolkit.forms.amazon_connect.scoring import counts, differ, scale_of, weights
from qa_toolkit.forms.amazon_connect.thresholds import thresholds_of
from qa_toolkit.forms.amazon_connect.write_question import Form, question_of
from qa_toolkit.forms.difference import Differences
from qa_toolkit.forms.rest import list_rest

_CARRIED = (
    "title", "description", "language", "applies_to", "pass_mark", "bands", "policy", "sections",
    "appeal_days",
)  # fmt: skip
_GROUP = ("id", "title", "guidance", "weight", "criteria", "sections")
_CODES: Mapping[str, str] = {
    "de": "de-DE", "en": "en-US", "es": "es-ES", "fr": "fr-FR", "it": "it-IT",
    "ja": "ja-JP", "ko": "ko-KR", "pt": "pt-BR", "zh": "zh-CN",
}  # fmt: skip
_Json = dict[str, object]


def write_form(rubric: Rubric, differences: Differences) -> _Json:
    """The form as CreateEvaluationForm takes it; whatever it cannot say is listed."""
    scale = scale_of(rubric)
    mode = scale.mode
    scored = any(map(counts, rubric.criteria()))
    list_rest(rubric, _CARRIED, "", differences)
    _list_policy(rubric, differences)
    list_numbers(rubric, differences)
    form = Form(
        rubric=rubric,
        scale=scale,
        scored=scored,
        refs=refs_of(rubric, differences),
        weights=weights(rubric, mode),
        differences=differences,
    )
    if mode == "SECTION_ONLY" and differ(rubric):
        differences.changed(
            "policy.total",
            "criteria of one section with different weights",
            "written, but Amazon Connect may share a section's weight evenly: look at it there",
        )
    written: _Json = {"Title": fitted(rubric.title, "form title", "title", differences)}
    if rubric.description:
        text = fitted(rubric.description, "description", "description", differences)
        written["Description"] = text
    written["Items"] = [
        _section(section, f"sections[{number}]", form)
        for number, section in enumerate(rubric.sections)
    ]
    strategy: _Json = {"Mode": mode, "Status": "ENABLED" if scored else "DISABLED"}
    if scored:
        strategy["ScoreThresholds"] = thresholds_of(rubric, differences)
    else:
        what = "a pass mark, and names for totals, where nothing counts"
        differences.note("pass_mark", what, "left out")
    written["ScoringStrategy"] = strategy
    return written | _language(rubric, differences) | _appeal(rubric, differences)


def _section(group: Section | Subsection, place: str, form: Form) -> _Json:
    differences = form.differences
    list_rest(group, _GROUP, place, differences)
    section: _Json = {
        "Title": fitted(group.title, "section title", f"{place}.title", differences),
        "RefId": form.refs[group.id],
    }
    if group.guidance:
        text = fitted(group.guidance, "instructions", f"{place}.guidance", differences)
        section["Instructions"] = text
    if group.id in form.weights:
        section["Weight"] = form.weights[group.id]
    items = _questions(group.criteria, place, form)
    if isinstance(group, Section):
        for number, part in enumerate(group.sections):
            items.append(_section(part, f"{place}.sections[{number}]", form))
    return {"Section": section | {"Items": items}}


def _questions(criteria: Sequence[Criterion], place: str, form: Form) -> list[_Json]:
    return [
        {"Question": question_of(criterion, f"{place}.criteria[{number}]", form)}
        for number, criterion in enumerate(criteria)
    ]


def _list_policy(rubric: Rubric, differences: Differences) -> None:
    policy = rubric.policy
    if policy.not_applicable == "full":
        what = "'not applicable' counts as fully shown"
        differences.changed("policy.not_applicable", what, "it leaves the total")
    if policy.bonus == "open" and any(criterion.bonus for criterion in rubric.criteria()):
        differences.lost("policy.bonus", "a total beyond 100 %")
    channels = ", ".join(channel.value for channel in rubric.applies_to.channels)
    became = "chosen by rules in Amazon Connect"
    differences.note("applies_to.channels", channels, became)


def _language(rubric: Rubric, differences: Differences) -> _Json:
    first, *others = rubric.languages
    if others:
        differences.lost("language", f"also for {', '.join(others)}")
    if first not in _CODES:
        differences.lost("language", f"'{first}', which Amazon Connect has not for forms")
        return {}
    return {"LanguageConfiguration": {"FormLanguage": _CODES[first]}}


def _appeal(rubric: Rubric, differences: Differences) -> _Json:
    if rubric.appeal_days is None:
        return {}
    what = f"{rubric.appeal_days} days to ask for a review"
    differences.note("appeal_days", what, "written; who is told of a review must be added")
    review = {"ReviewNotificationRecipients": [], "EligibilityDays": rubric.appeal_days}
    return {"ReviewConfiguration": review}
