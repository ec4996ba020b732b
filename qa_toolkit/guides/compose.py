"""Rubric and examples → the values of a guide."""

from collections.abc import Iterable, Iterator, Sequence

from qa_toolkit.domain.rubric import Cue, Rubric, Section
from qa_toolkit.domain.shares import shares
from qa_toolkit.domain.wording import counted, listed, plain_number
from qa_toolkit.guides.anchors import cue_anchor, section_anchor
from qa_toolkit.guides.context import Context
from qa_toolkit.guides.criteria import criterion_guide
from qa_toolkit.guides.examples import Example
from qa_toolkit.guides.pictures import least, scale, weights
from qa_toolkit.guides.rules import reading, rules
from qa_toolkit.guides.shares import group_share, shown
from qa_toolkit.guides.view import CueGuide, Fact, Group, Guide, Link, SectionGuide, Wordings
from qa_toolkit.guides.wordings import wordings
from qa_toolkit.guides.words import titled

MOST_CUE_WORDINGS = 24


def compose(rubric: Rubric, examples: Iterable[Example], made_by: str) -> Guide:
    """The guide of a rubric for the people it rates.

    Args:
        rubric: what is looked at.
        examples: rated dialogues, of which the best and the poorest of a criterion are shown.
        made_by: what made the guide, for its last line.
    """
    context = Context(
        rubric=rubric, shares=shares(rubric, with_bonus=True), examples=tuple(examples)
    )
    sections = tuple(_section(section, context) for section in rubric.sections)
    cues = tuple(_cue(name, cue) for name, cue in rubric.cues.items())
    return Guide(
        title=rubric.title,
        language=rubric.languages[0],
        lead=rubric.description,
        made_for=listed([channel.contacts for channel in rubric.applies_to.channels]),
        facts=tuple(_facts(rubric)),
        contents=tuple(_contents(rubric, sections)),
        weights=weights(context),
        scale=tuple(scale(rubric)),
        pass_mark=plain_number(rubric.pass_mark),
        pass_at=float(rubric.pass_mark),
        rules=rules(rubric),
        reading=reading(rubric),
        sections=sections,
        cues=cues,
        has_critical=any(item.fails_at for item in rubric.criteria()),
        made_by=f"{rubric.id} {rubric.version}, told by {made_by}",
    )


def _facts(rubric: Rubric) -> Iterator[Fact]:
    criteria = [item for item in rubric.criteria() if item.scored]
    critical = sum(bool(item.fails_at) for item in criteria)
    sections = f"in {counted(len(rubric.sections), 'section')}"
    yield Fact(label="Passes from", figure=plain_number(rubric.pass_mark), note="of 100")
    yield Fact(label="Questions", figure=str(len(criteria)), note=sections)
    if critical:
        yield Fact(label="Critical", figure=str(critical), note="where a failure decides")
    if rubric.appeal_days:
        days = counted(rubric.appeal_days, "day")
        yield Fact(label="Review", figure=days, note="to ask for one")


def _contents(rubric: Rubric, sections: Sequence[SectionGuide]) -> Iterator[Link]:
    yield Link(anchor="weights", title="What weighs how much", level=1)
    yield Link(anchor="total", title="How your total is made", level=1)
    for section in sections:
        yield Link(anchor=section.anchor, title=section.title, level=1, own=True)
        for group in section.groups:
            for item in group.criteria:
                yield Link(anchor=item.anchor, title=item.question, level=2, own=True)
    if rubric.cues:
        yield Link(anchor="cues", title="What customers say", level=1)
    if reading(rubric):
        yield Link(anchor="reading", title="How to read this guide", level=1)


def _section(section: Section, context: Context) -> SectionGuide:
    groups = [("", "", "", section.criteria)] if section.criteria else []
    for part in section.sections:
        share = shown(group_share(part.criteria, context.shares))
        groups.append((part.title, part.guidance, share, part.criteria))
    return SectionGuide(
        anchor=section_anchor(section.id),
        title=section.title,
        guidance=section.guidance,
        share=shown(group_share(section.all_criteria(), context.shares)),
        least=least(section, context.rubric),
        groups=tuple(
            Group(
                title=title,
                guidance=guidance,
                share=share,
                criteria=tuple(criterion_guide(item, context) for item in criteria),
            )
            for title, guidance, share, criteria in groups
        ),
    )


def _cue(name: str, cue: Cue) -> CueGuide:
    mood = "A message in a very dark mood is taken for it, too, whatever its words."
    found = (
        ("for example", wordings(cue.any, MOST_CUE_WORDINGS)),
        ("not in a sentence with", wordings(cue.unless)),
    )
    return CueGuide(
        anchor=cue_anchor(name),
        title=titled(name),
        note=mood if cue.sentiment_below is not None else "",
        wordings=tuple(Wordings(label=label, examples=said) for label, said in found if said),
    )
