"""A diff and its impact as lines for a terminal."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from qa_toolkit.domain.wording import counted, cut
from qa_toolkit.rubric.diff import words
from qa_toolkit.rubric.diff.change import Change
from qa_toolkit.rubric.diff.difference import RubricDiff
from qa_toolkit.rubric.diff.impact import GroupImpact, Impact
from qa_toolkit.rubric.diff.outcomes import outcome_rows
from qa_toolkit.rubric.diff.values import shown

Tone = Literal["plain", "heading", "faint", "good", "bad"]
MOST_ENTRIES = 8
_LONGEST = 100


class Line(NamedTuple):
    """One line, and how loud it is."""

    text: str = ""
    tone: Tone = "plain"


def lines(diff: RubricDiff, impact: Impact | None) -> Iterator[Line]:
    """What differs, grouped by effect; the impact; the verdict last, where eyes are."""
    versions = " → ".join(filter(None, (diff.old_version, diff.new_version)))
    yield Line(f"{diff.rubric_id} {versions}", "heading")
    yield Line(f"{diff.old} → {diff.new}", "faint")
    for title, changes in diff.grouped():
        yield Line()
        yield Line(f"{title} ({len(changes)})", "heading")
        for change in changes:
            yield from _change(change, diff)
    if impact is not None:
        yield Line()
        yield from _impact(impact)
    yield Line()
    yield from _verdict(diff, impact)


def _verdict(diff: RubricDiff, impact: Impact | None) -> Iterator[Line]:
    tail = f"; {words.headline(impact)}" if impact else ""
    said = f"{words.verdict(diff)}: {words.version(diff)}{tail}"
    yield Line(said, "bad" if diff.finding else "good")
    if diff.finding and diff.finding.hint:
        yield Line(f"    → {diff.finding.place}: {diff.finding.hint}")


def _change(change: Change, diff: RubricDiff) -> Iterator[Line]:
    told = words.told(change)
    if change.kind == "changed" and len(told) > _LONGEST and not (change.added or change.removed):
        yield Line(f"  {change.name}{_place(change, diff)}")
        before, after = shown(change.before), shown(change.after)
        yield Line(f"    - {words.excerpt(before, (after,), _LONGEST)}", "bad")
        yield Line(f"    + {words.excerpt(after, (before,), _LONGEST)}", "good")
        return
    yield Line(f"  {change.name}: {cut(told, _LONGEST)}{_place(change, diff)}")
    yield from _entries("-", change.removed, change.added, "bad")
    yield from _entries("+", change.added, change.removed, "good")


def _entries(
    sign: str, entries: Sequence[str], others: Sequence[str], tone: Tone
) -> Iterator[Line]:
    for entry in entries[:MOST_ENTRIES]:
        yield Line(f"    {sign} {words.excerpt(entry, others, _LONGEST)}", tone)
    if len(entries) > MOST_ENTRIES:
        yield Line(f"    {sign} … and {len(entries) - MOST_ENTRIES} more", "faint")


def _place(change: Change, diff: RubricDiff) -> str:
    """The line in the new file; the whole place where it is in another file."""
    spot = change.old if change.kind == "removed" else change.new
    if spot is None:
        return ""
    return f"  (line {spot.line})" if spot.source == diff.new else f"  ({spot})"


def _impact(impact: Impact) -> Iterator[Line]:
    scored = counted(impact.scored, "interaction")
    yield Line(f"Impact on {scored} of {impact.source}", "heading")
    total = GroupImpact(id="", name="total", moved=impact.total)
    yield from _groups("", (total, *impact.sections))
    yield Line()
    yield Line("Outcomes, before (down) and after (across)", "heading")
    yield from _table([(*row, "") for row in outcome_rows(impact)])
    yield from _flips(impact)
    yield from _groups("Agents that move", impact.agents)
    yield from _groups("Teams that move", impact.teams)
    yield from _criteria(impact)
    yield from _left_out(impact)


def _groups(title: str, groups: Sequence[GroupImpact]) -> Iterator[Line]:
    if not groups:
        return
    if title:
        yield Line()
        yield Line(title, "heading")
    head = ("", "interactions", "before", "after", "change", "95 % interval", "")
    rows = [
        (
            group.name,
            f"{group.moved.count:,}",
            words.percent(group.moved.before),
            words.percent(group.moved.after),
            words.signed(group.moved.change),
            words.interval(group.moved),
            words.certainty(group.moved),
        )
        for group in groups
    ]
    yield from _table((head, *rows))


def _flips(impact: Impact) -> Iterator[Line]:
    if not impact.flips:
        return
    yield Line()
    yield Line(f"Other outcomes ({len(impact.flips):,})", "heading")
    for flip in impact.flips:
        who = f" ({flip.agent})" if flip.agent else ""
        change = f"{words.flip_outcome(flip)}, {words.flip_totals(flip)}"
        yield Line(f"  {flip.interaction_id}{who}: {change}: {words.flip_why(flip)}")


def _criteria(impact: Impact) -> Iterator[Line]:
    changed = [item for item in impact.criteria if item.before != item.after]
    if changed:
        yield Line()
        yield Line("Criteria rated otherwise", "heading")
        for item in changed:
            yield Line(f"  {item.id}")
            yield Line(f"    - {words.counts(item.before)}", "bad")
            yield Line(f"    + {words.counts(item.after)}", "good")
    lost = [item for item in impact.criteria if item.lost]
    if lost or impact.silent:
        yield Line()
        yield Line("Never any more", "heading")
    for item in lost:
        yield Line(f"  {item.id} {item.lost}", "bad")
    for silent in impact.silent:
        found = counted(silent.found_before, "interaction")
        where = f"{silent.criterion} › indicator {silent.indicator}"
        yield Line(f"  {where} finds nothing any more, and did in {found}", "bad")


def _left_out(impact: Impact) -> Iterator[Line]:
    if impact.without_words:
        yield Line()
        yield Line(f"{counted(impact.without_words, 'interaction')} without words left out")
    if impact.unreadable:
        yield Line()
        yield Line(f"Left out ({impact.unreadable:,})", "heading")
        for problem in impact.problems[:MOST_ENTRIES]:
            yield Line(f"  {problem.place}: {problem.message}", "bad")
        if impact.unreadable > MOST_ENTRIES:
            yield Line(f"  … and {impact.unreadable - MOST_ENTRIES:,} more", "faint")


def _table(rows: Sequence[Sequence[str]]) -> Iterator[Line]:
    """Columns as wide as they need to be: words in the first and the last, numbers between."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        first, *middle, last = row
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(middle, widths[1:-1], strict=True)]
        text = "  ".join((*cells, last))
        yield Line(f"  {text.rstrip()}", "plain" if number else "faint")
