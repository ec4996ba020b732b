"""What a file must be before it is looked at as a rubric: a mapping, in a format we know."""

from qa_toolkit.domain.problem import Problem
from qa_toolkit.strict_yaml.document import Node
from qa_toolkit.strict_yaml.wording import shown

FORMAT = 1


def no_mapping(root: Node, source: str) -> Problem | None:
    """Why a file holds no rubric at all."""
    if isinstance(root.inner, dict):
        return None
    message = f"a rubric is a mapping of keys, not {shown(root.value)}"
    return _problem(root, source, "R004", message, "begin with 'format: 1'")


def newer_format(root: Node, source: str) -> Problem | None:
    """A format this toolkit is too old for; nothing else in such a file can be judged."""
    node = root.below("format")
    if node is None or type(node.value) is not int or node.value <= FORMAT:
        return None
    message = f"format {node.value} is newer than this toolkit reads ({FORMAT})"
    return _problem(node, source, "R005", message, "upgrade qa-toolkit")


def unknown_format(root: Node, source: str) -> Problem | None:
    """A format that is missing or never was."""
    node = root.below("format")
    if node is None:
        message = "the key 'format' is missing"
    elif type(node.value) is int and node.value == FORMAT:
        return None
    else:
        message = f"{shown(node.value)} is no format"
    return _problem(node or root, source, "R005", message, f"write 'format: {FORMAT}'")


def _problem(node: Node, source: str, code: str, message: str, hint: str) -> Problem:
    return Problem(
        source=node.source or source,
        message=message,
        hint=hint,
        line=node.line,
        column=node.column,
        code=code,
    )
