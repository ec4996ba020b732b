"""JSON as the reader of YAML takes it, so that mistakes in both are told by line and column."""

import json
import re

from qa_toolkit.domain.problem import Problem

_PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
"""One character in two halves, as JSON escapes it; YAML has another escape for it."""


def as_yaml_takes_it(text: str, source: str) -> str | Problem:
    """The same JSON, in which nothing is left that only JSON knows; or why it is none."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        return Problem(
            source=source, message=message, line=error.lineno, column=error.colno, code="L001"
        )
    except (RecursionError, ValueError):  # nested without end, or a number of endless digits
        return Problem(source=source, message="not a log: it is nested too deeply", code="L001")
    # a bare tab can only stand between JSON's values
    return _PAIR.sub(_joined, text).replace("\t", " ")


def _joined(found: re.Match[str]) -> str:
    halves = int(found[1], 16).to_bytes(2, "big") + int(found[2], 16).to_bytes(2, "big")
    return halves.decode("utf-16-be")
