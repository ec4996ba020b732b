"""Mistakes people make in YAML, and what they are told."""

import pytest
import yaml

from qa_toolkit.strict_yaml import reader
from qa_toolkit.strict_yaml.advice import Advice, advice
from qa_toolkit.strict_yaml.reader import read_yaml

QUOTE = "put the whole text in quotation marks"
ALIGN = "items of one list, and keys of one mapping, begin in the same column"

MISTAKES = [
    ("a colon in a text", "title: Calls: and chats\n", "1:13", "a colon and a space in the middle of unquoted text", f"{QUOTE}, or leave the colon out"),
    ("a colon in an item", "a:\n  - so: that: x\n", "2:13", "a colon and a space in the middle of unquoted text", f"{QUOTE}, or leave the colon out"),
    ("a colon in text of two lines", "a: some\n  more text: x\n", "2:12", "a colon and a space in the middle of unquoted text", f"{QUOTE}, or leave the colon out"),
    ("curly quotes", "a: “x: y”\n", "1:6", "a colon and a space in the middle of unquoted text", "curly quotation marks do not count, use straight ones"),
    ("a phrase with an option first", "a:\n  - b\n  - [so] sorry\n", "3:5", "text that begins with '[' needs quotation marks", QUOTE),
    ("a value in braces", "a: {b} c\n", "1:4", "text that begins with '{' needs quotation marks", QUOTE),
    ("a stem first", "a:\n  - *sorry* now\n", "2:5", "text that begins with '*' needs quotation marks", QUOTE),
    ("an ampersand first", "a: & b\n", "1:4", "text that begins with '&' needs quotation marks", QUOTE),
    ("an at sign first", "a: @home\n", "1:4", "text that begins with '@' needs quotation marks", QUOTE),
    ("a percent sign first", "a: %home\n", "1:4", "text that begins with '%' needs quotation marks", QUOTE),
    ("a backtick first", "a: `home`\n", "1:4", "text that begins with '`' needs quotation marks", QUOTE),
    ("a question mark within", "a: [b] ? c\n", "1:8", "text that begins with '?' needs quotation marks", QUOTE),
    ("a bang first", "a: !<b c\n", "1:4", "tags (!name) are not read", "remove it; text that begins with '!' needs quotation marks"),
    ("text behind a bar", "a: | foo\n", "1:4", "behind '|' the text begins in the next line", f"or, if the text begins with '|', {QUOTE}"),
    ("a letter behind a bar", "a: |foo\n", "1:4", "behind '|' the text begins in the next line", f"or, if the text begins with '|', {QUOTE}"),
    ("an apostrophe in single quotes", "a:\n  - 'don't worry'\n", "2:10", "text goes on behind the closing quotation mark", "inside '…' an apostrophe is written twice: 'don''t'"),
    ("text behind quotes", 'a: "so" sorry\n', "1:9", "text goes on behind the closing quotation mark", QUOTE),
    ("quotes that close much later", 'a: "b\nc: "d"\n', "1:4", "the quotation mark that opens here closes in line 2", "close it where its text ends"),
    ("quotes that never close", 'a: "b\nc: 1\n', "1:4", "the quotation mark that opens here is never closed", ""),
    ("a document mark in quotes", 'a: "b\n---\n', "1:4", "the quotation mark that opens here is never closed", ""),
    ("a bracket that never closes", "a: [b, c\nd: 1\n", "1:4", "the bracket '[' is not closed, or a comma is missing behind it", ""),
    ("a brace that never closes", "a: {b: c\nd: 1\n", "1:4", "the bracket '{' is not closed, or a comma is missing behind it", ""),
    ("a bracket at the end", "a: [", "1:4", "the bracket '[' is not closed, or a comma is missing behind it", ""),
    ("a comma too many", "a: [b, , c]\n", "1:8", "',' cannot stand here", "is a comma too many?"),
    ("a comma too few", "a: [b c: d e: f]\n", "1:13", "a comma is missing before this, in what '[' opens", "between brackets, text with any of : , [ ] { } needs quotation marks"),
    ("a comma at the end", "a: [b,", "1:7", "a comma or a closing bracket is missing before this", ""),
    ("a percent sign that begins a line", "a:\n%[]\n", "2:1", "a line cannot begin with '%'", ""),
    ("a bracket too many", "a: [b]]\n", "1:7", "the bracket ']' closes nothing", "remove it"),
    ("no space behind a colon", "id: x\ntitle:Small\nb: 1\n", "2:7", "a space is missing behind 'title:'", ""),
    ("no space in the first line", "title:Small\nid: x\n", "1:7", "a space is missing behind 'title:'", ""),
    ("no space in the last line", "id: x\ntitle:Small\n", "2:7", "a space is missing behind 'title:'", ""),
    ("no space between brackets", "a: {b:[c]}\n", "1:6", "a space is missing behind the colon", ""),
    ("no space behind a dash", "a:\n  - b\n  -c\n", "3:4", "a space is missing behind the dash", ""),
    ("no colon", "a: 1\nsections\n  b: 1\n", "2:1", "a colon is missing behind 'sections'", ""),
    ("no colon in the first line", "sections\n\n  b: 1\n", "1:1", "a colon is missing behind 'sections'", ""),
    ("a line of text", "a: 1\nsome text here\n", "2:1", "this line is neither a key with its colon nor a list item", "indent it if it goes on with the text above, or write 'key: value'"),
    ("a key too deep", "a: 1\n  b: 2\n", "2:3", "this key is indented deeper than those above", ALIGN),
    ("a key not deep enough", "a:\n    b: 2\n  c: 3\n", "3:3", "this line's indentation fits none of the lines above", ALIGN),
    ("an item not deep enough", "a:\n  - x\n - y\n", "3:2", "this line's indentation fits none of the lines above", ALIGN),
    ("an item among keys", "a: 1\n- b\n", "2:1", "a list item among keys", ALIGN),
    ("a key among items", "- a\nb: 1\n", "2:1", "a key among list items", ALIGN),
    ("a list behind a key", "a: - b\n  - c\n", "1:4", "a list cannot begin behind a key, in the same line", "begin the list in the next line; text with a dash in front needs quotation marks"),
    ("a backslash in quotes", 'a: "\\d+"\n', "1:5", "'\\d' means nothing inside double quotation marks", "write the backslash twice, or use single quotation marks"),
    ("a bad hexadecimal escape", 'a: "\\xq"\n', "1:5", "'\\x' means nothing inside double quotation marks", "write the backslash twice, or use single quotation marks"),
    ("a conflict of git", "a: 1\n<<<<<<< HEAD\nb: 1\n", "2:1", "two versions of the file were not merged", "resolve the conflict that git marked here"),
    ("two colons", "''::", "1:3", "this cannot stand here", "what is before it seems to be complete"),
]  # fmt: skip


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [pytest.param(*mistake[1:], id=mistake[0]) for mistake in MISTAKES],
)
def test_a_mistake_is_told_in_plain_words_by_both_parsers(
    loader: str, text: str, place: str, message: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_LOADER", getattr(yaml, loader))
    (problem,) = read_yaml(text, "r.yaml").problems
    assert (problem.place, problem.message) == (f"r.yaml:{place}", message)
    assert problem.hint == hint


def test_a_mistake_that_nobody_foresaw_is_told_in_the_parsers_words_inside_the_file() -> None:
    mark = yaml.Mark("", 9, 7, 0, "", 0)
    error = yaml.MarkedYAMLError(problem="something odd\nmore", problem_mark=mark)
    found = advice("a: 1\nb: 2\n", error, None)
    assert found == Advice("cannot be read as YAML: something odd", "", line=2, column=5)


def test_an_error_without_a_place_is_told_at_the_start() -> None:
    found = advice("a", yaml.MarkedYAMLError(problem="odd"), None)
    assert (found.line, found.column) == (1, 1)
