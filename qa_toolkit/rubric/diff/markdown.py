"""A diff and its impact as the comment of a pull request: the verdict first, long lists folded.

GitHub takes 65,536 characters in a comment; every table stops before its share of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from qa_toolkit.domain.wording import counted, cut
from qa_toolkit.rubric.diff import words
from qa_toolkit.rubric.diff.change import Change
from qa_toolkit.rubric.diff.difference import RubricDiff
from qa_toolkit.rubric.diff.impact import CriterionImpact, Flip, GroupImpact, Impact
from qa_toolkit.rubric.diff.outcomes import outcome_rows
from qa_toolkit.rubric.diff.values import shown

Escape = Callable[[str], str]
"""Makes text of a rubric or an interaction show as it is: no markup, no cell, nobody mentioned."""
Row = Sequence[str]
OPEN_ROWS = 10
"""A longer table is folded away."""
MOST_CHARACTERS = 7_000
"""Of one table: all eight of them fit into a comment."""
MOST_LOST = 20
MOST_ENTRIES = 5
_CELL = 160


def render(diff: RubricDiff, impact: Impact | None, escaped: Escape) -> str:
    """The verdict in one line, tables of changes, tables of the impact."""
    blocks = [_verdict(diff, impact, escaped), *_changes(diff, escaped)]
    if impact is not None:
        blocks += _impact(impact, escaped)
    return "\n\n".join(blocks) + "\n"


def _verdict(diff: RubricDiff, impact: Impact | None, escaped: Escape) -> str:
    said = f"**{words.verdict(diff)}** → {escaped(words.version(diff))}"
    if impact is not None:
        said += f"; {words.headline(impact)}"
    return f"{said} ({escaped(diff.rubric_id)}, {escaped(diff.old)} → {escaped(diff.new)})"


def _changes(diff: RubricDiff, escaped: Escape) -> Iterator[str]:
    for title, changes in diff.grouped():
        rows = [(escaped(change.name), _told(change, escaped)) for change in changes]
        yield _folded(f"{title} ({len(rows)})", ("Where", "Change"), rows)


def _told(change: Change, escaped: Escape) -> str:
    if change.kind == "changed" and not (change.added or change.removed):
        before, after = shown(change.before), shown(change.after)
        was, is_ = words.excerpt(before, (after,), _CELL), words.excerpt(after, (before,), _CELL)
        return f"{escaped(was)} → {escaped(is_)}"
    lines = [escaped(cut(words.told(change), _CELL))]
    lines += _entries("−", change.removed, change.added, escaped)
    lines += _entries("+", change.added, change.removed, escaped)
    return "<br>".join(lines)


def _entries(
    sign: str, entries: Sequence[str], others: Sequence[str], escaped: Escape
) -> Iterator[str]:
    for entry in entries[:MOST_ENTRIES]:
        yield f"{sign} {escaped(words.excerpt(entry, others, _CELL))}"
    if len(entries) > MOST_ENTRIES:
        yield f"{sign} … and {len(entries) - MOST_ENTRIES} more"


def _impact(impact: Impact, escaped: Escape) -> Iterator[str]:
    scored = counted(impact.scored, "interaction")
    yield f"### Impact on {scored} of {escaped(impact.source)}"
    total = GroupImpact(id="", name="Total", moved=impact.total)
    yield _table(_MEANS, [_group(group, escaped) for group in (total, *impact.sections)])
    head, *rows = outcome_rows(impact)
    yield _table(("Before ↓ after →", *head[1:]), rows)
    yield from _flips(impact.flips, escaped)
    for title, groups in (("Agents that move", impact.agents), ("Teams that move", impact.teams)):
        if groups:
            yield _folded(title, _MEANS, [_group(group, escaped) for group in groups])
    yield from _criteria(impact.criteria, escaped)
    yield from _never(impact, escaped)
    if impact.unreadable or impact.without_words:
        yield (
            f"Left out: {impact.unreadable:,} unreadable, {impact.without_words:,} without words."
        )


_MEANS = ("", "Interactions", "Before", "After", "Change", "95 % interval", "")


def _group(group: GroupImpact, escaped: Escape) -> Row:
    moved = group.moved
    return (
        escaped(group.name),
        f"{moved.count:,}",
        words.percent(moved.before),
        words.percent(moved.after),
        words.signed(moved.change),
        words.interval(moved),
        words.certainty(moved),
    )


def _flips(flips: Sequence[Flip], escaped: Escape) -> Iterator[str]:
    if not flips:
        return
    rows = [
        (
            escaped(flip.interaction_id),
            escaped(flip.agent),
            words.flip_outcome(flip),
            words.flip_totals(flip),
            escaped(cut(words.flip_why(flip), _CELL)),
        )
        for flip in flips
    ]
    head = ("Interaction", "Agent", "Outcome", "Total", "Why")
    yield _folded(f"Other outcomes ({len(rows):,})", head, rows)


def _criteria(criteria: Iterable[CriterionImpact], escaped: Escape) -> Iterator[str]:
    rows = [
        (escaped(item.id), words.counts(item.before), words.counts(item.after))
        for item in criteria
        if item.before != item.after
    ]
    if rows:
        yield _folded(f"Criteria rated otherwise ({len(rows)})", ("", "Before", "After"), rows)


def _never(impact: Impact, escaped: Escape) -> Iterator[str]:
    lost = [f"- **{escaped(item.id)}** {item.lost}" for item in impact.criteria if item.lost]
    silent = [
        f"- **{escaped(item.criterion)} › indicator {escaped(item.indicator)}** finds nothing any "
        f"more, and did in {counted(item.found_before, 'interaction')}"
        for item in impact.silent
    ]
    told = (*lost, *silent)
    if told:
        more = [f"- … and {len(told) - MOST_LOST:,} more"] if len(told) > MOST_LOST else []
        yield "\n".join((*told[:MOST_LOST], *more))


def _folded(title: str, head: Row, rows: Sequence[Row]) -> str:
    """A table with a title, folded away when it is long."""
    table = _table(head, rows)
    if len(rows) <= OPEN_ROWS:
        return f"**{title}**\n\n{table}"
    return f"<details><summary>{title}</summary>\n\n{table}\n\n</details>"


def _table(head: Row, rows: Sequence[Row]) -> str:
    lines = [_line(head), _line(("---",) * len(head))]
    left = MOST_CHARACTERS
    for number, row in enumerate(rows):
        line = _line(row)
        left -= len(line) + 1
        if left < 0:
            lines.append(f"\n… and {len(rows) - number:,} more, in the JSON")
            break
        lines.append(line)
    return "\n".join(lines)


def _line(cells: Row) -> str:
    return f"| {' | '.join(cells)} |"
