"""What a check of a plan's file finds."""

from typing import NamedTuple

from qa_toolkit.domain.problem import Severity
from qa_toolkit.strict_yaml.document import Path


class Found(NamedTuple):
    """One thing that is wrong, with the path of its value in the file."""

    code: str
    path: Path
    message: str
    hint: str = ""
    severity: Severity = "error"
