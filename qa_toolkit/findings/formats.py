"""The formats of `--output`, one module each."""

from collections.abc import Callable, Mapping

from qa_toolkit.findings import github, gitlab, json, junit, markdown, sarif, text
from qa_toolkit.findings.report import Report

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": text.render,
    "json": json.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "markdown": markdown.render,
}
"""Name → a report in that format, ending with a line break unless it is empty."""
