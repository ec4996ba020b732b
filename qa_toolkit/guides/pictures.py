"""The two pictures of a guide as widths: what weighs how much, and the totals from 0 to 100."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from qa_toolkit.domain.rubric import Rubric, Section
from qa_toolkit.domain.wording import plain_number
from qa_toolkit.guides.anchors import section_anchor
from qa_toolkit.guides.context import Context
from qa_toolkit.guides.shares import group_share, percent, shown
from qa_toolkit.guides.view import Slice, WeightRow


def weights(context: Context) -> tuple[WeightRow, ...]:
    """The sections as bars of their criteria; the widest bar takes all the room."""
    sections = context.rubric.sections
    whole = [group_share(section.all_criteria(), context.shares) for section in sections]
    widest = max(whole) or Fraction(1)
    return tuple(
        WeightRow(
            anchor=section_anchor(section.id),
            title=section.title,
            share=shown(share),
            least=least(section, context.rubric),
            slices=tuple(_slices(section, context.shares, widest)),
        )
        for section, share in zip(sections, whole, strict=True)
    )


def _slices(section: Section, shares: Mapping[str, Fraction], widest: Fraction) -> Iterator[Slice]:
    for item in section.all_criteria():
        if shares[item.id] and not item.bonus:
            yield Slice(
                name=item.question,
                width=percent(shares[item.id] / widest),
                note=shown(shares[item.id]),
                tone="against" if item.fails_at else "",
            )


def least(section: Section, rubric: Rubric) -> str:
    """What a section must reach for a pass; empty where there is no such minimum."""
    minimum = rubric.minimums.get(section.id)
    return "" if minimum is None else f"{plain_number(minimum)} %"


def scale(rubric: Rubric) -> Iterator[Slice]:
    """The bands from 0 to 100; without any, what passes and what does not."""
    starts = sorted((start, name) for name, start in rubric.bands.items())
    starts = starts or [(Decimal(0), "Does not pass"), (rubric.pass_mark, "Passes")]
    ends = [(Decimal(0), ""), *starts, (Decimal(100), "")]
    for (start, name), (end, _) in pairwise(ends):
        if end > start:
            yield Slice(
                name=name,
                width=float(end - start),
                note=f"{plain_number(start)} to {plain_number(end)}",
                tone="for" if start >= rubric.pass_mark else "",
            )
