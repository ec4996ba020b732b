"""Rubrics as YAML that says the same when it is read again; a merged one, without its files."""

from collections.abc import Iterable
from typing import Any

import yaml

from qa_toolkit.strict_yaml.core_schema import plain_value

_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
NO_WRAP = 1_000_000_000


class TextDumper(_DUMPER):  # type: ignore[misc]  # PyYAML's C classes are untyped
    """Quotes what would be read as a number or a word such as `true`, by YAML 1.1 or 1.2."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: Any, text: str) -> Any:
    style = None if plain_value(text) == text else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


TextDumper.add_representer(str, _text)


def dump(value: object, sources: Iterable[str], silenced: Iterable[str]) -> str:
    """The text of a merged rubric.

    Args:
        value: mappings, lists and scalars.
        sources: the files it was made of, nearest first, named in the head comment.
        silenced: codes of findings that comments in these files silence; they stay silent.
    """
    names = ", which extends ".join(map(printable, sources))
    head = f"# Made from {names}.\n"
    if codes := ",".join(silenced):
        head += f"# qa: disable={codes} as in these files\n"
    return head + str(
        yaml.dump(value, Dumper=TextDumper, sort_keys=False, allow_unicode=True, width=NO_WRAP)
    )


def printable(name: str) -> str:
    """A file's name as a comment can hold it."""
    return "".join(sign if sign.isprintable() else "?" for sign in name)
