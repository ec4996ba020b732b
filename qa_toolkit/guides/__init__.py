"""Guides: a rubric told to the people whose work it rates, as a page or as Markdown."""

from qa_toolkit.guides.compose import compose
from qa_toolkit.guides.examples import Example
from qa_toolkit.guides.pages import as_html, as_markdown
from qa_toolkit.guides.view import Guide

__all__ = ["Example", "Guide", "as_html", "as_markdown", "compose"]
