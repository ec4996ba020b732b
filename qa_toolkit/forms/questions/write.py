"""A rubric → a list of questions, one a row."""

from collections.abc import Sequence

from qa_toolkit.domain.rubric import Criterion, Critical, Rubric
from qa_toolkit.domain.wording import plain_number
from qa_toolkit.forms.difference import Differences
from qa_toolkit.forms.questions.answers import shown_answers
from qa_toolkit.forms.rest import list_rest

HEADER = (
    "Section", "Section weight", "Subsection", "Subsection weight", "Id", "Question", "Guidance",
    "Type", "Answers", "Weight", "Critical", "N/A",
)  # fmt: skip
WIDTHS = (22, 10, 18, 12, 26, 60, 40, 14, 50, 10, 16, 8)
_RUBRIC = ("title", "policy", "sections", "applies_to", "pass_mark")
_GROUP = ("id", "title", "weight", "criteria", "sections")
_CRITERION = (
    "id", "question", "guidance", "type", "weight", "scale", "options", "ranges", "critical",
    "allow_na",
)  # fmt: skip


def write_rows(rubric: Rubric, differences: Differences) -> list[Sequence[str]]:
    """The header and one row a criterion; whatever they cannot say is listed."""
    list_rest(rubric, _RUBRIC, "", differences)
    _list_rubric(rubric, differences)
    rows: list[Sequence[str]] = [HEADER]
    for s, section in enumerate(rubric.sections):
        place = f"sections[{s}]"
        list_rest(section, _GROUP, place, differences)
        weight = plain_number(section.weight) if rubric.policy.total == "sections" else ""
        for c, criterion in enumerate(section.criteria):
            cells = _cells(criterion, f"{place}.criteria[{c}]", differences)
            rows.append((section.title, weight, "", "", *cells))
        for p, part in enumerate(section.sections):
            inner = f"{place}.sections[{p}]"
            list_rest(part, _GROUP, inner, differences)
            for c, criterion in enumerate(part.criteria):
                cells = _cells(criterion, f"{inner}.criteria[{c}]", differences)
                rows.append((section.title, weight, part.title, plain_number(part.weight), *cells))
    return rows


def _cells(criterion: Criterion, place: str, differences: Differences) -> Sequence[str]:
    list_rest(criterion, _CRITERION, place, differences)
    for number, known in enumerate(criterion.ranges):
        if known.text:
            differences.lost(f"{place}.ranges[{number}].text", f"'{known.text}'")
    if any("|" in text for text in _texts(criterion)):
        differences.changed(place, "answers with a bar in their text", "a slash in its place")
    if criterion.options:
        differences.note(f"{place}.options", "names of options", "names made from their texts")
    weight = plain_number(criterion.weight) if criterion.scored else ""
    allowed = "" if criterion.allow_na is None else "yes" if criterion.allow_na else "no"
    return (
        *(criterion.id, criterion.question, criterion.guidance, criterion.type.replace("_", " ")),
        *(shown_answers(criterion), weight, _critical(criterion), allowed),
    )


def _critical(criterion: Criterion) -> str:
    critical = criterion.critical
    if isinstance(critical, Critical):
        levels = f"at {' '.join(map(str, critical.at))}" if critical.at else ""
        words = (critical.kind or "", critical.rule or "", levels)
        return " ".join(filter(None, words)) or "yes"
    if isinstance(critical, str):
        return critical
    return "yes" if critical else ""


def _texts(criterion: Criterion) -> Sequence[str]:
    return [*criterion.scale.values(), *(option.text for option in criterion.options)]


def _list_rubric(rubric: Rubric, differences: Differences) -> None:
    for name in ("not_applicable", "critical", "bonus"):
        value = getattr(rubric.policy, name)
        if value != type(rubric.policy).model_fields[name].default:
            differences.lost(f"policy.{name}", f"{value}")
    differences.lost("pass_mark", f"{rubric.pass_mark}")
    channels = ", ".join(channel.value for channel in rubric.applies_to.channels)
    differences.lost("applies_to.channels", channels)
    differences.note("title", f"'{rubric.title}'", "the name of the file, when it is read again")
