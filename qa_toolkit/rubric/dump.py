"""A merged rubric as YAML that says the same without the files it was made of."""

from collections.abc import Iterable
from typing import Any

import yaml

from qa_toolkit.rubric.core_schema import plain_value

_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_NO_WRAP = 1_000_000_000


class _Dumper(_DUMPER):  # type: ignore[misc]  # PyYAML's C classes are untyped
    """Quotes what would be read as a number or a word such as `true`, by YAML 1.1 or 1.2."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: Any, text: str) -> Any:
    style = None if plain_value(text) == text else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def dump(value: object, sources: Iterable[str], silenced: Iterable[str]) -> str:
    """The text of a merged rubric.

    Args:
        value: mappings, lists and scalars.
        sources: the files it was made of, nearest first, named in the head comment.
        silenced: codes of findings that comments in these files silence; they stay silent.
    """
    names = ", which extends ".join(map(_printable, sources))
    head = f"# Made from {names}.\n"
    if codes := ",".join(silenced):
        head += f"# qa: disable={codes} as in these files\n"
    return head + str(
        yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_NO_WRAP)
    )


def _printable(name: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in name)
