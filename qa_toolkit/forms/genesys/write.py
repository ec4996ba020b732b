"""A rubric → a Genesys Cloud evaluation form."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.forms.build import decimal, plain
from qa_toolkit.forms.difference import Differences
from qa_toolkit.forms.genesys.conditions import Places, visibility_of
from qa_toolkit.forms.genesys.question import FREE_TEXT, MULTIPLE_CHOICE, MULTIPLE_SELECT, READ_ONLY
from qa_toolkit.forms.genesys.worth import Group, Points, groups_in, points_of
from qa_toolkit.forms.rest import CRITERION, list_rest

_CARRIED = ("title", "policy", "sections", "applies_to", "pass_mark", "language")
_GROUP = ("id", "title", "weight", "criteria", "sections")
_LONGEST = {"form": 250, "group": 250, "question": 500}
_Json = dict[str, object]


def write_form(rubric: Rubric, differences: Differences) -> _Json:
    """The form as the API takes it; whatever it cannot say is listed."""
    list_rest(rubric, _CARRIED, "", differences)
    _list_policy(rubric, differences)
    for s, section in enumerate(rubric.sections):
        list_rest(section, _GROUP, f"sections[{s}]", differences)
        for p, part in enumerate(section.sections):
            place = f"sections[{s}].sections[{p}]"
            list_rest(part, _GROUP, place, differences)
            differences.changed(place, "a subsection", "a question group of its own")
    groups = groups_in(rubric)
    places: Places = {
        criterion.id: (g, q)
        for g, group in enumerate(groups)
        for q, criterion in enumerate(group.criteria)
    }
    writer = _Writer(rubric=rubric, places=places, differences=differences)
    return {
        "name": writer.fitted(rubric.title, "form", "title"),
        "published": False,
        "questionGroups": [writer.group(group) for group in groups],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    rubric: Rubric
    places: Places
    differences: Differences

    def group(self, group: Group) -> _Json:
        points = points_of(group)
        if not points.exact:
            what = "weights that need points beyond 1000"
            self.differences.changed(group.place, what, "rounded to the nearest points")
        return {
            "name": self.fitted(group.title, "group", f"{group.place}.title"),
            "weight": plain(decimal(float(points.weight))),
            "manualWeight": True,
            "naEnabled": False,
            "defaultAnswersToHighest": False,
            "questions": [
                self.question(criterion, f"{group.place}.criteria[{number}]", points)
                for number, criterion in enumerate(group.criteria)
            ],
        }

    def question(self, criterion: Criterion, place: str, points: Points) -> _Json:
        list_rest(criterion, CRITERION, place, self.differences)
        visible = visibility_of(criterion, self.rubric, self.places, place, self.differences)
        question: _Json = {"text": self.fitted(criterion.question, "question", f"{place}.question")}
        if criterion.guidance:
            question["helpText"] = criterion.guidance
        question |= self.answers(criterion, place, points)
        question["naEnabled"] = criterion.na_allowed or visible.by_people
        question["commentsRequired"] = False
        question["isKill"] = self.is_kill(criterion, place, points)
        question["isCritical"] = False
        return question | dict(visible.keys)

    def answers(self, criterion: Criterion, place: str, points: Points) -> _Json:
        if criterion.bonus:
            what = "a bonus"
            self.differences.lost(f"{place}.bonus", what, "a question whose answers count nothing")
        elif not criterion.weight and not points.own and criterion.highest > criterion.lowest:
            what = "points of a question that does not count"
            self.differences.note(place, what, "0 for every answer")
        if criterion.type == "text":
            return {"type": FREE_TEXT}
        if criterion.type == "info":
            return {"type": READ_ONLY}
        if criterion.type == "multi_choice":
            return self.selectable(criterion, place, points)
        if criterion.type == "number":
            what = "a number"
            self.differences.changed(f"{place}.type", what, "a choice between its ranges")
        options = [
            {"text": text, "value": points.of(criterion, level)}
            for text, level in _texts(criterion)
        ]
        return {"type": MULTIPLE_CHOICE, "answerOptions": options}

    def selectable(self, criterion: Criterion, place: str, points: Points) -> _Json:
        """Each option is a question of its own in Genesys."""
        if criterion.lowest < 0:
            what = "options that take points away from others"
            self.differences.changed(f"{place}.options", what, "they take them from the total")
        found = []
        for option in criterion.options:
            worth = points.of_option(criterion, option.points)
            values = [
                {"builtInType": "Selected", "value": worth},
                {"builtInType": "Unselected", "value": 0},
            ]
            found.append({"text": option.text, "answerOptions": values})
        return {"type": MULTIPLE_SELECT, "multipleSelectOptionQuestions": found}

    def is_kill(self, criterion: Criterion, place: str, points: Points) -> bool:
        """Whether its lowest answer is fatal, which makes the score 0."""
        if criterion.critical is False:
            return False
        place = f"{place}.critical"
        if criterion.type == "multi_choice":
            self.differences.lost(place, "critical, with several answers", "an ordinary question")
            return False
        if points.of(criterion, criterion.lowest) == points.of(criterion, criterion.highest):
            what = "critical, where all answers give the same points"
            self.differences.lost(place, what, "an ordinary question")
            return False
        if criterion.critical_class is not None:
            self.differences.lost(place, f"the class '{criterion.critical_class}'")
        rule = self.rubric.critical_rule(criterion)
        if rule != "zero":
            kept = "its section fails" if rule == "section" else "a failure that keeps the score"
            self.differences.changed(place, kept, "fatal, which makes the score 0")
        if criterion.fails_at != (criterion.lowest,):
            at = ", ".join(map(str, criterion.fails_at))
            self.differences.changed(
                f"{place}.at", f"critical at {at}", "the lowest answer is fatal"
            )
        return True

    def fitted(self, text: str, kind: str, place: str) -> str:
        """The text, cut where Genesys would refuse it."""
        most = _LONGEST[kind]
        if len(text) <= most:
            return text
        self.differences.changed(place, f"{len(text)} characters", f"cut to {most}")
        return f"{text[: most - 1].rstrip()}…"


def _texts(criterion: Criterion) -> Iterator[tuple[str, int]]:
    """The text of each answer with its rating."""
    match criterion.type:
        case "yes_no":
            yield criterion.levels[1], 1
            yield criterion.levels[0], 0
        case "scale":
            for level, text in sorted(criterion.levels.items()):
                yield text or str(level), level
        case "number":
            for known in criterion.ranges:
                yield known.shown, known.points
        case _:
            for option in criterion.options:
                yield option.text, option.points


def _list_policy(rubric: Rubric, differences: Differences) -> None:
    policy = rubric.policy
    if policy.not_applicable == "full":
        what = "'not applicable' counts as fully shown"
        differences.changed("policy.not_applicable", what, "it leaves the total")
    if policy.total == "sections":
        what = "sections keep their weight, however much of them applies"
        became = "a group weighs less where some of its questions do not apply"
        differences.changed("policy.total", what, became)
    differences.lost("pass_mark", f"{rubric.pass_mark}")
    channels = ", ".join(channel.value for channel in rubric.applies_to.channels)
    differences.note("applies_to.channels", channels, "chosen by policies in Genesys")
    if rubric.languages != ("en",):
        differences.lost("language", ", ".join(rubric.languages))
