"""What holds for the layout of every rubric, however it was written."""

import json
import re
from itertools import count, pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.rubric.layout import format_text
from qa_toolkit.rubric.layout.reader import all_comments
from qa_toolkit.strict_yaml.reader import read_yaml

TEXTS = st.text(
    st.sampled_from("abcdefgh no-:#,.'\"\\[]{}?!|>&*%@~019\né😀"), max_size=30
) | st.sampled_from(
    ["yes", "null", "12", "1.5", "true", "a: b", "- a", "a #b", "", "line\n\n  in\n"]
)
LEAVES = TEXTS | st.integers(-9, 999) | st.booleans() | st.none() | st.sampled_from([0.5, -1.25])
NAMES = st.text(st.sampled_from("abcde_"), min_size=1, max_size=8)


def shuffled(known: dict[str, st.SearchStrategy[object]]) -> st.SearchStrategy[dict[str, object]]:
    """Some of the keys, in any order."""
    chosen = st.lists(st.sampled_from(sorted(known)), unique=True, max_size=len(known))
    return chosen.flatmap(lambda keys: st.fixed_dictionaries({key: known[key] for key in keys}))


PHRASES = st.lists(TEXTS, max_size=4)
INDICATORS = shuffled(
    {"id": NAMES, "kind": st.just("phrase"), "points": LEAVES, "any": PHRASES, "unless": PHRASES}
)
CRITERIA = shuffled(
    {
        "id": NAMES,
        "question": TEXTS,
        "scale": st.dictionaries(st.integers(0, 5), TEXTS, max_size=3),
        "indicators": st.lists(INDICATORS, max_size=2),
        "tips": st.dictionaries(st.integers(0, 5), TEXTS, max_size=2),
        "odd": st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3), max_leaves=5),
    }
)
SECTIONS = shuffled({"id": NAMES, "title": TEXTS, "criteria": st.lists(CRITERIA, max_size=3)})
RUBRICS = shuffled(
    {
        "format": st.just(1),
        "id": NAMES,
        "title": TEXTS,
        "cues": st.dictionaries(NAMES, shuffled({"any": PHRASES, "unless": PHRASES}), max_size=2),
        "sections": st.lists(SECTIONS, max_size=2),
        "unknown": LEAVES,
    }
)
CASES = st.fixed_dictionaries(
    {"cases": st.dictionaries(NAMES, shuffled({"said": TEXTS, "rating": LEAVES}), max_size=3)}
)


class Messy:
    """Writes a value as YAML in one of very many layouts."""

    over_lines = 0.7  # how often what could stand in brackets does not
    blocks = 0.3

    def __init__(self, random: Random) -> None:
        self.random = random
        self.numbers = count()
        self.open = False  # below a block scalar, where empty lines and deep comments are text

    def maybe(self, chance: float) -> bool:
        return self.random.random() < chance

    def whole(self, value: dict[str, object]) -> str:
        lines = ["---"] if self.maybe(0.1) else []
        lines += self.block(value, 0) if value else ["{}"]
        ends_open = self.open  # without an end of line the text would lose its own
        lines += self.between(0)
        return "\n".join(lines) + ("\n" if ends_open or self.maybe(0.8) else "")

    def block(self, value: object, indent: int) -> list[str]:
        """A mapping or list that is not empty, over lines."""
        lines: list[str] = []
        items = value.items() if isinstance(value, dict) else ((None, it) for it in value)  # type: ignore[attr-defined]
        for key, inner in items:
            lines += self.between(indent)
            lead = " " * indent + ("-" if key is None else f"{self.key(key)}:")
            lines += self.entry(lead, inner, indent, item=key is None)
        return lines

    def entry(self, lead: str, value: object, indent: int, *, item: bool) -> list[str]:
        if isinstance(value, dict | list) and value and self.maybe(self.over_lines):
            if item and self.maybe(0.6):
                first, *rest = self.block(value, indent + 2)
                if first.strip() and not first.lstrip().startswith("#"):
                    return [f"{lead} {first[indent + 2 :]}", *rest]
                return [f"{lead}{self.remark()}", first, *rest]
            flush = isinstance(value, list) and not item and self.maybe(0.4)
            inner = indent if flush else indent + self.random.randint(1, 5)
            return [f"{lead}{self.remark()}", *self.block(value, inner)]
        if isinstance(value, str) and value.strip() and self.maybe(self.blocks):
            return self.literal(lead, value, indent)
        flow = self.flow(value, indent)
        if self.maybe(0.1) and not flow.startswith("#"):
            return [f"{lead}{self.remark()}", f"{' ' * (indent + 2)}{flow}{self.remark()}"]
        return [f"{lead} {flow}{self.remark()}".rstrip()]

    def literal(self, lead: str, value: str, indent: int) -> list[str]:
        self.open = True
        inner = self.random.randint(1, 4)
        body = value.rstrip("\n")
        ending = {0: "-", 1: ""}.get(len(value) - len(body), "+")
        spaced = body.lstrip("\n").startswith(" ") or body.startswith("\n")
        pad = " " * (indent + inner)
        lines = [pad + line if line else "" for line in value.split("\n")]
        lines = lines[:-1] if value.endswith("\n") else lines
        return [f"{lead} |{inner if spaced else ''}{ending}{self.remark()}", *lines]

    def flow(self, value: object, indent: int) -> str:
        if isinstance(value, dict):
            pairs = [f"{self.key(key)}: {self.flow(it, indent)}" for key, it in value.items()]
            return "{" + self.commas(pairs, indent) + "}"
        if isinstance(value, list):
            return "[" + self.commas([self.flow(it, indent) for it in value], indent) + "]"
        if isinstance(value, str):
            return self.quoted(value)
        return json.dumps(value)

    def commas(self, parts: list[str], indent: int) -> str:
        pad = "\n" + " " * (indent + 2)
        breaks = [f"{self.remark()}{pad}" if self.maybe(0.2) else " " for _ in parts]
        return "".join(f"{part},{gap}" for part, gap in zip(parts, breaks, strict=True))

    def key(self, key: object) -> str:
        return self.quoted(key) if isinstance(key, str) else str(key)

    def quoted(self, text: str) -> str:
        if (
            text.isalpha()
            and text not in ("yes", "no", "null", "true", "false")
            and self.maybe(0.5)
        ):
            return text
        if "\n" not in text and self.maybe(0.5):
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=self.maybe(0.5)).replace("\\ud83d\\ude00", "😀")

    def between(self, indent: int) -> list[str]:
        """Comments and empty lines before an entry."""
        lines = []
        while self.maybe(0.2):
            depth = self.random.randint(0, indent if self.open else indent + 5)
            remark = f"{' ' * depth}# remark {next(self.numbers)}"
            lines.append("" if not self.open and self.maybe(0.4) else remark)
        self.open = False
        return lines

    def remark(self) -> str:
        return f"  # remark {next(self.numbers)}" if self.maybe(0.2) else ""


class Plain(Messy):
    """Without what an author may choose: comments, empty lines, brackets, block scalars."""

    over_lines = 1.0
    blocks = 0.0

    def between(self, indent: int) -> list[str]:
        return []

    def remark(self) -> str:
        return ""


KEY = re.compile(r"""(?P<pad> *)(?P<quote>["']?)(?P<key>[a-z]+)(?P=quote):(?: |$)""")
VALUES = RUBRICS | CASES
RANDOMS = st.randoms(use_true_random=True)


@given(VALUES, RANDOMS)
def test_a_layout_says_the_same_with_every_comment(
    value: dict[str, object], random: Random
) -> None:
    text = Messy(random).whole(value)
    assert read_yaml(text, "r").value == value, text
    after = format_text(text, "r")
    assert after.problems == ()
    assert read_yaml(after.text, "r").value == value
    assert sorted(all_comments(after.text)) == sorted(all_comments(text))


@given(VALUES, RANDOMS)
def test_a_second_time_nothing_changes(value: dict[str, object], random: Random) -> None:
    once = format_text(Messy(random).whole(value), "r")
    assert format_text(once.text, "r") == once


@given(VALUES, RANDOMS)
def test_there_is_one_layout(value: dict[str, object], random: Random) -> None:
    """But for what an author may choose."""
    plain = Plain(random)
    assert format_text(plain.whole(value), "r") == format_text(plain.whole(value), "r")


@given(VALUES, RANDOMS)
def test_a_comment_above_a_key_stays_above_it(value: dict[str, object], random: Random) -> None:
    first, *others = Plain(random).whole(value).removeprefix("---\n").splitlines()
    text = f"{first}\n"
    for line in others:
        found = KEY.match(line)
        text += f"{found['pad']}# above {found['key']}\n{line}\n" if found else f"{line}\n"
    after = format_text(text, "r").text.splitlines()
    for above, line in pairwise(after):
        if above.lstrip().startswith("# above "):
            assert line.strip(" -").startswith(f"{above.split()[-1]}:")


@given(st.text(st.sampled_from("ab:-#|>[]{},'\"\\ \n?!&*%\t~1"), max_size=60))
def test_any_text_is_laid_out_or_left_alone(text: str) -> None:
    result = format_text(text, "r")
    assert not any("mistake of ours" in problem.hint for problem in result.problems)
    assert result.text == text if result.problems else format_text(result.text, "r") == result
