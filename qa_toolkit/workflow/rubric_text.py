"""A rubric as the text of a file, in the layout of `qa rubric fmt`."""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum

import yaml
from pydantic import BaseModel

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.dump import NO_WRAP, TextDumper, printable
from qa_toolkit.rubric.layout import format_text

_ON_ONE_LINE = frozenset(
    ("options", "ranges", "applies_to", "policy", "critical", "applies_when", "language")
)


def rubric_text(rubric: Rubric, made_from: str) -> str:
    """The YAML of a rubric, without keys that say the default.

    Args:
        rubric: what it says.
        made_from: named in the first line.
    """
    text = yaml.dump(
        _plain(rubric),
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=NO_WRAP,
    )
    return format_text(f"# Made from {printable(made_from)}.\n{text}", made_from).text


class _Line(dict[object, object]):
    """A mapping on one line: `{id: good, text: Good, points: 5}`."""


class _Items(list[object]):
    """A list on one line."""


class _Dumper(TextDumper):
    """Knows what goes on one line."""


def _line(dumper: yaml.SafeDumper, value: _Line) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=True)


def _items(dumper: yaml.SafeDumper, value: _Items) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


_Dumper.add_representer(_Line, _line)
_Dumper.add_representer(_Items, _items)


def _plain(value: object, *, line: bool = False) -> object:
    """Mappings, lists and scalars, as a file says them."""
    match value:
        case BaseModel():
            found = {
                info.alias or name: _plain(inner, line=line or name in _ON_ONE_LINE)
                for name, info in type(value).model_fields.items()
                if (inner := getattr(value, name)) != info.get_default(call_default_factory=True)
            }
            return _Line(found) if line else found
        case Mapping():
            inner_values = {key: _plain(inner, line=line) for key, inner in value.items()}
            return _Line(inner_values) if line else inner_values
        case tuple():
            items = [_plain(inner, line=line) for inner in value]
            return items if any(isinstance(item, _Line) for item in items) else _Items(items)
        case Enum():
            return value.value
        case Decimal() | float() if value == int(value):
            return int(value)
        case Decimal():
            return float(value)
        case _:
            return value
