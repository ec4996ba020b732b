"""Where the sections and questions of an Amazon Connect evaluation form stand.

The shape is that of its API (CreateEvaluationForm, DescribeEvaluationForm) and of the
CloudFormation resource AWS::Connect::EvaluationForm.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from qa_toolkit.forms.json_fields import Fields, Reading
from qa_toolkit.forms.words import Names, is_name, name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FormQuestion:
    """A question with its id in the rubric.

    Attributes:
        homes: RefIds of the section it stands in and, behind it, of the subsection.
        excluded: it, or what it stands in, is excluded from scoring.
    """

    fields: Fields
    ref: str
    id: str
    homes: tuple[str, ...]
    excluded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """A section or subsection with its id in the rubric."""

    id: str
    title: str
    guidance: str
    weight: float | None
    place: str
    parent: str = ""
    questions: list[FormQuestion] = field(default_factory=list)
    parts: list["FormSection"] = field(default_factory=list)

    def all_questions(self) -> Iterator[FormQuestion]:
        """Its own questions, then those of its subsections."""
        yield from self.questions
        for part in self.parts:
            yield from part.questions


def sections_of(form: Fields, reading: Reading, *, excluded: bool) -> list[FormSection]:
    """All sections in order, each thing with its id; `excluded`: the form is not scored."""
    if "Items" not in form:
        reading.problem(form.at("Items"), "is missing: a form has sections")
    return _Walk(reading).sections(form, excluded=excluded)


def weight_of(fields: Fields, *, excluded: bool) -> float | None:
    """The weight of a section or question; one that is excluded from scoring has none."""
    weight = fields.weight("Weight")
    if excluded and weight:
        what = f"a weight of {weight:g} of what is excluded from scoring"
        fields.reading.differences.note(fields.at("Weight"), what, "it does not count")
    return weight


class _Walk:
    """Goes through the items of a form and gives out ids."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._differences = reading.differences
        self._groups = Names()
        self._questions: defaultdict[str, Names] = defaultdict(Names)
        self._refs: dict[str, str] = {}

    def sections(self, form: Fields, *, excluded: bool) -> list[FormSection]:
        found: list[FormSection] = []
        loose: FormSection | None = None
        for item in form.items("Items"):
            if "Section" in item:
                inner = item.inner("Section")
                found.append(self._section(inner, None, homes=(), excluded=excluded))
            elif "Question" in item:
                if loose is None:
                    loose = self._loose_section(item.place)
                    found.append(loose)
                question = self._question(item.inner("Question"), loose, (), excluded=excluded)
                loose.questions.append(question)
            else:
                self._neither(item)
        return found

    def _section(
        self, fields: Fields, parent: FormSection | None, *, homes: tuple[str, ...], excluded: bool
    ) -> FormSection:
        ref = self._ref(fields)
        title = fields.text("Title", required=True)
        excluded |= fields.flag("IsExcludedFromScoring")
        section = FormSection(
            id=self._groups.take(ref if is_name(ref) else name_of(title, "section")),
            title=title,
            guidance=fields.prose("Instructions"),
            weight=weight_of(fields, excluded=excluded),
            place=fields.place,
            parent=parent.id if parent else "",
        )
        self._renamed(fields, ref, section.id)
        self._fill(section, fields, homes=(*homes, ref), excluded=excluded)
        return section

    def _loose_section(self, place: str) -> FormSection:
        name = self._groups.take("questions")
        self._differences.changed(place, "a question outside of all sections", f"in '{name}'")
        return FormSection(id=name, title="Questions", guidance="", weight=None, place=place)

    def _fill(
        self, section: FormSection, fields: Fields, *, homes: tuple[str, ...], excluded: bool
    ) -> None:
        for item in fields.items("Items"):
            if "Question" in item:
                if section.parts:
                    what = "a question behind a subsection"
                    self._differences.note(item.place, what, "it stands before it")
                question = self._question(item.inner("Question"), section, homes, excluded=excluded)
                section.questions.append(question)
            elif "Section" not in item:
                self._neither(item)
            elif len(homes) == 1:
                part = self._section(item.inner("Section"), section, homes=homes, excluded=excluded)
                section.parts.append(part)
            else:
                self._flatten(section, item.inner("Section"), homes=homes, excluded=excluded)

    def _flatten(
        self, section: FormSection, fields: Fields, *, homes: tuple[str, ...], excluded: bool
    ) -> None:
        """A third level, which neither side should have."""
        what = f"a section in a subsection, '{fields.text('Title')}'"
        self._differences.changed(fields.place, what, f"its questions stand in '{section.id}'")
        excluded |= fields.flag("IsExcludedFromScoring")
        self._fill(section, fields, homes=homes, excluded=excluded)

    def _question(
        self, fields: Fields, section: FormSection, homes: tuple[str, ...], *, excluded: bool
    ) -> FormQuestion:
        ref = self._ref(fields)
        title = fields.text("Title", required=True)
        head, _, tail = ref.partition(".")
        homes_ids = (section.id, section.parent)
        prefix = head if head and tail and head in homes_ids else section.id
        own = ref.removeprefix(f"{prefix}.")
        name = self._questions[prefix].take(own if is_name(own) else name_of(title, "question"))
        self._renamed(fields, own, name)
        excluded |= fields.inner("ScoringConfiguration").flag("IsExcludedFromScoring")
        return FormQuestion(
            fields=fields, ref=ref, id=f"{prefix}.{name}", homes=homes, excluded=excluded
        )

    def _ref(self, fields: Fields) -> str:
        ref = fields.text("RefId")
        first = self._refs.setdefault(ref, fields.place) if ref else fields.place
        if first != fields.place:
            self._reading.problem(fields.at("RefId"), f"'{ref}' is there twice, first at {first}")
        return ref

    def _renamed(self, fields: Fields, ref: str, name: str) -> None:
        if ref and ref != name:
            self._differences.note(fields.at("RefId"), f"the name '{ref}'", f"'{name}'")

    def _neither(self, item: Fields) -> None:
        self._reading.problem(item.place, "holds neither a Section nor a Question")
