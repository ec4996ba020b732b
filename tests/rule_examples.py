"""What lint rules find: in the examples of their manuals, completed, and in built rubrics."""

import re
from pathlib import Path
from textwrap import indent

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules import RULES
from qa_toolkit.rubric.rules.interface import Found
from qa_toolkit.workflow.rubric_files import load

CRITERIA = """\
- id: basics.thanks
  question: Does the agent thank the customer?
  type: yes_no
  indicators:
    - {id: thanks, kind: phrase, any: [thank you, thanks], points: 1}
"""
HEAD = {
    "format": "format: 1\n",
    "id": "id: example\n",
    "version": "version: 1.0.0\n",
    "title": "title: An example\n",
    "applies_to": "applies_to: {channels: [call, chat]}\n",
    "pass_mark": "pass_mark: 50\n",
    "appeal_days": "appeal_days: 7\n",
}
SECTIONS = "sections:\n  - id: basics\n    title: Basics\n    weight: 1\n    criteria:\n"
FILE = re.compile(r"# file: (\S+)\n")


def problems_of(blocks: tuple[str, ...], folder: Path) -> tuple[Problem, ...]:
    """What is found in an example; blocks that begin with `# file: NAME` are files beside it."""
    rubric = folder / "example.yaml"
    for block in blocks:
        named = FILE.match(block)
        path = folder / named[1] if named else rubric
        path.write_text(whole(block), encoding="utf-8")
    return load(rubric).problems


def whole(snippet: str) -> str:
    """A whole file, from a whole file, a list of criteria, or some of the keys of a rubric."""
    if re.search(r"^(format|extends):", snippet, re.MULTILINE):
        return snippet
    if snippet.startswith(("- id:", "- {id:")):
        return "".join(HEAD.values()) + SECTIONS + indent(snippet, " " * 6)
    given = set(re.findall(r"^(\w+):", snippet, re.MULTILINE))
    head = "".join(line for key, line in HEAD.items() if key not in given)
    tail = "" if "sections" in given else SECTIONS + indent(CRITERIA, " " * 6)
    return head + snippet + tail


def found(code: str, rubric: Rubric) -> list[Found]:
    """What one rule finds in a rubric."""
    (find,) = (rule.find for rule in RULES if rule.code == code)
    assert find is not None, f"{code} is found while reading"
    return list(find(rubric))
