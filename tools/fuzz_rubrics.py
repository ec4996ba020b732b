"""Damage rubrics at random and read them: problems or a rubric, never an exception, never slowly.

    python tools/fuzz_rubrics.py 20000 --seed 1

Prints how many damaged rubrics were read, what came of them, the slowest, and the memory it took.
What breaks a rule is written to a file, and the exit code is 1.
"""

import argparse
import random
import re
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from qa_toolkit.rubric.load import load_rubric
from qa_toolkit.strict_yaml.decode import read_file

LIMIT_S = 2.0
ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "rubrics"
SERVICE = FOLDER / "service.yaml"
SIGNS = (
    ":", ": ", "- ", "\n- ", "[", "]", "{", "}", "#", " # qa: disable=R204 x", "*a", "&a ", "!t ", "%",
    "\t", "'", '"', "|\n", ">\n", "? ", "---\n", "...\n", "<<: *a", "\0", "\r", "\u2028", "\ufeff", "😀",
    "\\", "@", "`", ",", "null", "~", "1e999", "extends: service.yaml\n", "extends: x.yaml\n", "remove: [x]\n", "format: 2\n",
    "[" * 500, "{" * 500, "- " * 500, "? " * 500, "\n" * 500, "a: " * 500, " " * 5000, "\u201c",
)  # fmt: skip
"""What YAML or this format gives a meaning, and what people paste."""
VALUES = (
    b"0",
    b"-1",
    b"1e5",
    b"999999999999999999999",
    b"yes",
    b"true",
    b"null",
    b"''",
    b"[]",
    b"{}",
    b"x",
    b"~9 ~9",
)
Damage = Callable[[bytes, random.Random], bytes]


def flip(data: bytes, chance: random.Random) -> bytes:
    """Another value for a few bytes."""
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def cut(data: bytes, chance: random.Random) -> bytes:
    """A piece missing, or the end."""
    start = chance.randrange(len(data))
    end = len(data) if chance.random() < 0.3 else start + chance.randint(1, 200)
    return data[:start] + data[end:]


def insert(data: bytes, chance: random.Random) -> bytes:
    """Signs that mean something."""
    for _ in range(chance.randint(1, 3)):
        start = chance.randrange(len(data) + 1)
        data = data[:start] + chance.choice(SIGNS).encode() + data[start:]
    return data


def swap_lines(data: bytes, chance: random.Random) -> bytes:
    """Lines in another order, or twice, or indented otherwise."""
    lines = data.split(b"\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines[first], lines[second] = lines[second], lines[first]
        case 1:
            lines.insert(first, lines[second])
        case 2:
            lines[first] = b" " * chance.randint(1, 3) + lines[first]
        case _:
            lines[first] = lines[first].lstrip(b" -")
    return b"\n".join(lines)


def replace(data: bytes, chance: random.Random) -> bytes:
    """Another word or number in the place of one: mostly YAML, seldom a rubric."""
    for _ in range(chance.randint(1, 3)):
        words = list(re.finditer(rb"[\w.]+", data))
        if words:
            word, other = chance.choice(words), chance.choice(words)
            new = chance.choice((*VALUES, other.group()))
            data = data[: word.start()] + new + data[word.end() :]
    return data


def noise(data: bytes, chance: random.Random) -> bytes:
    """Random bytes within, or nothing but them."""
    junk = chance.randbytes(chance.randint(1, 300))
    if chance.random() < 0.2:
        return junk
    start = chance.randrange(len(data))
    return data[:start] + junk + data[start:]


def text_noise(data: bytes, chance: random.Random) -> bytes:
    """Random characters of all planes."""
    signs = (
        chr(chance.choice((chance.randrange(0x250), chance.randrange(0xD800)))) for _ in range(30)
    )
    start = chance.randrange(len(data))
    return data[:start] + "".join(signs).encode() + data[start:]


def recode(data: bytes, chance: random.Random) -> bytes:
    """The text in another encoding."""
    name = chance.choice(("utf-16", "utf-16-le", "utf-32", "utf-32-be", "latin-1", "utf-8-sig"))
    return data.decode(errors="replace").encode(name, errors="replace")


# gentle damage more often than rough: what is YAML no more is refused before much of the code runs
DAMAGES: tuple[Damage, ...] = (
    *(replace,) * 6, *(swap_lines,) * 3, *(insert,) * 3, cut, flip, noise, text_noise, recode,
)  # fmt: skip


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A rubric with one damage, or a few."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = chance.choice(DAMAGES)(data, chance) or b" "
    return data


def broken_rule(data: bytes) -> tuple[str, str, float]:
    """What came of reading (`rubric` or `problems`), the rule it broke if any, and the seconds."""
    path = FOLDER / "damaged.yaml"
    started = process_time()
    loaded = load_rubric(path, lambda file: data if file == path else read_file(file))
    took_s = process_time() - started
    came = "problems" if loaded.rubric is None else "rubric"
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    if loaded.rubric is None and not any(one.severity == "error" for one in loaded.problems):
        return came, "neither a rubric nor an error", took_s
    own = [problem for problem in loaded.problems if problem.source == str(path)]
    if any(not 1 <= (problem.line or 0) <= lines for problem in own):
        return came, "a problem without a line of the file", took_s
    return came, f"slower than {LIMIT_S:g} s" if took_s > LIMIT_S else "", took_s


def main() -> int:
    """Read damaged rubrics and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path(), help="folder for what breaks a rule")
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - damage needs no secrecy
    seeds = [path.read_bytes() for path in sorted(FOLDER.glob("*.yaml"))]
    tally = {"rubric": 0, "problems": 0}
    slowest_s, failures = 0.0, 0
    started = process_time()
    for number in range(options.count):
        data = damaged(chance.choice(seeds), chance)
        try:
            came, rule, took_s = broken_rule(data)
        except Exception as error:  # noqa: BLE001 - every exception is what is looked for
            came, rule, took_s = "problems", f"{type(error).__name__}: {error}", 0.0
        tally[came] += 1
        slowest_s = max(slowest_s, took_s)
        if rule:
            failures += 1
            file = options.keep / f"damaged-{options.seed}-{number}.yaml"
            file.write_bytes(data)
            print(f"{file}: {rule}")
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{options.count:,} damaged rubrics in {process_time() - started:.0f} s: "
        f"{tally['problems']:,} with problems, {tally['rubric']:,} still rubrics, "
        f"{failures} broken rules; slowest {slowest_s * 1000:.0f} ms, peak memory {memory_mb:.0f} MB"
    )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
