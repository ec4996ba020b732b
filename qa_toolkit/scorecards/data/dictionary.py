"""The data dictionary: every column and key of the outputs for programs, with type and meaning."""

from collections.abc import Iterable, Iterator
from typing import Any

from qa_toolkit.scorecards.data.columns import (
    PART_MEANING,
    RATINGS,
    RATINGS_STAGED,
    SCORES_AFTER,
    SCORES_BEFORE,
    SCORES_BETWEEN,
    SCORES_STAGED,
    SECTION_MEANING,
    Column,
    Kind,
)

TYPES: dict[Kind, tuple[str, str]] = {
    "text": ("text", "dictionary of strings"),
    "integer": ("whole number", "int64"),
    "percent": ("number, one decimal place", "decimal128(9, 1)"),
    "amount": ("number", "decimal128(18, 6)"),
    "moment": ("ISO 8601 with offset", "timestamp in milliseconds, UTC"),
    "flag": ("yes or no", "bool"),
}
"""How each kind is written in CSV and in Parquet."""

DOCUMENT: tuple[tuple[str, str, str], ...] = (
    ("schema", "integer", "1; raised when a reader of the old shape would break"),
    ("toolkit", "text", "version of what wrote it"),
    ("rubric.id", "text", "the rubric"),
    ("rubric.version", "text", "its version"),
    ("rubric.hashes", "list of text", "of its meaning, in hex; one"),
    ("rubric.critical_classes", "object", "id of each critical criterion and whom its failure harms, or null"),
    ("scope", "object", "what of the sample is shown, by name; empty for all of it"),
    ("notes", "list of text", "how to read the figures, where that is not as usual"),
    ("sample", "object or null", "the draw with its manifest; null for several samples"),
    ("scorecards", "list", "one for each scorecard, in order of their ids"),
    ("left_out", "list", "what has no score"),
    ("left_out[].source", "text", "the file or interaction"),
    ("left_out[].line", "integer or null", "line in the file, from 1"),
    ("left_out[].reason", "text", "why"),
    ("left_out[].remedy", "text", "what to do; empty where the reason says it"),
)  # fmt: skip
"""Keys of the JSON document beside those of a scorecard: path, type, meaning."""

SCORECARD: tuple[tuple[str, str, str], ...] = (
    ("id", "text", "the interaction's id"),
    ("interaction.channel", "text", "call, chat, email, sms, social or visit"),
    ("interaction.agent.id", "text", "the agent's id"),
    ("interaction.agent.name", "text", "the agent's name; empty where none is known"),
    ("interaction.agent.team", "text", "the agent's team"),
    ("interaction.started_at", "moment or null", "when it began, with offset"),
    ("interaction.language", "text", "two-letter code, as far as known"),
    ("interaction.queue", "text", "the queue"),
    ("interaction.customer", "text", "the customer, as the source names them"),
    ("interaction.content_hash", "text", "of the recording's bytes or of the chat's words, in hex; empty where names are replaced"),
    ("percent", "number or null", "the total that counts, 0 to 100, not rounded; null when not scored"),
    ("computed_percent", "number or null", "the total before any critical policy"),
    ("reason", "text", "why this outcome"),
    ("coverage", "number", "rated weight over applicable weight, 0 to 1"),
    ("critical_failed", "list of text", "ids of the critical criteria that failed"),
    ("sections", "object", "by id: title, weight, percent, minimum, below_minimum, and parts by id with title, weight and percent"),
    ("result.id", "text", "as above: `result` is the line that `qa score - --jsonl` prints"),
    ("result.overall", "number or null", "percent / 100"),
    ("result.outcome", "text", "pass, fail or not_scored"),
    ("result.scores", "object", "how much of each section's behaviour was shown, 0 to 1, by id; null where nothing can be said"),
    ("result.customer_sentiment", "number or null", "0 to 1, 0.5 is neutral"),
    ("result.criteria", "object", "by id: status, rating, max, strength, reason, bonus, and evidence with turn, start, end, quote, indicator, effect and, where there is one, note"),
    ("result.band", "text or null", "the rubric's name for the total"),
    ("result.role_confidence", "number or null", "how sure it is who is who, 0 to 1, where that was estimated"),
    ("result.remarks", "list of text", "what to know about the transcript"),
    ("duration_s", "number or null", "length in seconds"),
    ("doubt", "text", "why nothing in it can be trusted; empty where it can"),
    ("provenance.rubric_id", "text", "the rubric it was rated by"),
    ("provenance.rubric_version", "text", "its version"),
    ("provenance.rubric_hash", "text", "of its meaning, in hex"),
    ("provenance.engine", "text", "what made the words; chat where they were written"),
    ("provenance.model", "text", "its model"),
    ("provenance.options", "text", "its options"),
    ("provenance.evaluator", "text", "what rated"),
    ("provenance.sample", "text", "the sample it was drawn in"),
    ("provenance.seed", "text", "the seed of that sample"),
    ("stands_for", "number", "how many interactions it stands for in overall figures; 1 where all count alike, 0 outside the sample"),
    ("machine", "object or null", "percent, computed_percent, outcome, and by criterion status and rating as the machine rated; null where no person has said anything"),
    ("overrides", "list", "all that people said of its ratings, the oldest first"),
    ("overrides[].number", "integer", "its place in the history of the project"),
    ("overrides[].criterion", "text", "the criterion's id"),
    ("overrides[].status", "text or null", "rated or not_applicable; null takes back what was said before"),
    ("overrides[].rating", "integer or null", "points"),
    ("overrides[].reason", "text", "why"),
    ("overrides[].cause", "text or null", "root cause"),
    ("overrides[].by", "text", "who said it"),
    ("overrides[].source", "text", "the file it was read from; empty where it was typed in"),
    ("overrides[].made_at", "moment", "when it was kept, UTC"),
    ("overrides[].rubric_version", "text", "the version of the rubric it was given under"),
)  # fmt: skip
"""Keys of one scorecard, in JSON as in each line of JSONL."""

SHOPS: tuple[tuple[str, str, str], ...] = (
    ("scorecards[].interaction.shop", "object", "location, location_name, scenario, shopper, plan, and what was noted beside the ratings; only of a mystery shop"),
    ("shops.locations", "list", "id, name, total, and sections by id"),
    ("shops.total", "object or null", "the totals compared, as in shops.compared; null without monitored scorecards"),
    ("shops.compared", "list", "by criterion: id, question, section, is_share, monitored, staged, and difference (staged less monitored, in percent points)"),
    ("shops.shoppers", "list", "shopper, shops, shared, difference (from others at the same places, in percent of the scale; its count is of places), cannot_tell"),
    ("any figure of shops", "object", "count, value in percent, and low and high of its 95 % interval; null where nothing can be said"),
)  # fmt: skip
"""Keys that the JSON document of `qa shop export` has beside those of any."""

_BEFORE = """\
# Data dictionary

What stands in the outputs for programs. This page is made by `tools/data_dictionary.py` from the lists that the
outputs are made from; do not edit it by hand.

- Two tables, in CSV and in Parquet: `team.csv` holds one row a scorecard, `team-detail.csv` one row a rating; likewise
  `team.parquet` and `team-detail.parquet`. They join by `interaction`.
- One document, `team.json`, with everything; and `team.jsonl` with one scorecard a line.
- An empty cell, or null, means that there is no number; it is never 0.
- The same content gives the same bytes, on any day and machine.
- New columns are added at the end, new keys anywhere. With `--anonymise`, names and ids are pseudonyms.
"""


def page() -> str:
    """The whole page, as Markdown."""
    return "\n".join((_BEFORE, *_types(), *_tables(), *_documents(), *_of_shops()))


def _types() -> Iterator[str]:
    rows = ((kind, csv, parquet) for kind, (csv, parquet) in TYPES.items())
    yield from _section("## Types", ("Type", "CSV", "Parquet"), rows)


def _tables() -> Iterator[str]:
    heads = ("Column", "Type", "Unit", "Meaning")
    of_sections = ("*id of a section*", "percent", "%", f"{SECTION_MEANING}; one for each")
    of_parts = ("*id of a subsection*", "percent", "%", f"{PART_MEANING}; one for each")
    scorecards = (
        *map(_row, SCORES_BEFORE),
        of_sections,
        *map(_row, SCORES_BETWEEN),
        of_parts,
        *map(_row, SCORES_AFTER),
    )
    yield from _section("## Scorecards: team.csv, team.parquet", heads, scorecards)
    yield (
        "A section or subsection whose id is the name of another column already has `_percent` "
        "behind it.\n"
    )
    title = "## Ratings: team-detail.csv, team-detail.parquet"
    yield from _section(title, heads, map(_row, RATINGS))


def _documents() -> Iterator[str]:
    heads = ("Key", "Type", "Meaning")
    yield from _section("## Document: team.json", heads, _keys(DOCUMENT))
    title = "## A scorecard: in team.json below scorecards, in team.jsonl one a line"
    yield from _section(title, heads, _keys(SCORECARD))


def _of_shops() -> Iterator[str]:
    heads = ("Column", "Type", "Unit", "Meaning")
    columns = (
        *map(_row, SCORES_STAGED),
        *((f"{name} of the ratings", *rest) for name, *rest in map(_row, RATINGS_STAGED)),
    )
    yield from _section("## Mystery shops: columns that `qa shop export` adds", heads, columns)
    title = "## Mystery shops: keys that `qa shop export` adds"
    yield from _section(title, ("Key", "Type", "Meaning"), _keys(SHOPS))


def _row(column: Column[Any]) -> tuple[str, ...]:
    return f"`{column.name}`", column.kind, column.unit, column.meaning


def _keys(keys: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, ...]]:
    return ((f"`{path}`", kind, meaning) for path, kind, meaning in keys)


def _section(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"{title}\n"
    yield _line(heads)
    yield "|" + "---|" * len(heads)
    yield from map(_line, rows)
    yield ""


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
