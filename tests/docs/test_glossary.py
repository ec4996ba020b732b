"""The glossary names what is in the code."""

import re
from dataclasses import is_dataclass
from importlib import import_module
from pathlib import Path

import pytest
from pydantic import BaseModel

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").split("## Beside")[0]
TERMS = re.findall(r"^\| ([^|]+) \| `([\w.]+)`", TEXT, re.MULTILINE)


def exists(name: str) -> bool:
    """Whether a dotted name below `qa_toolkit` leads to a module, a class, a function or a field."""
    *path, last = ["qa_toolkit", *name.split(".")]
    try:
        import_module(".".join([*path, last]))
    except ImportError:
        pass
    else:
        return True
    try:
        owner: object = import_module(".".join(path))
    except ImportError:
        *module, kind = path
        owner = getattr(import_module(".".join(module)), kind)
    if isinstance(owner, type) and issubclass(owner, BaseModel):
        return last in owner.model_fields
    if is_dataclass(owner):
        return last in owner.__dataclass_fields__
    return hasattr(owner, last)


def test_the_glossary_has_terms() -> None:
    assert len(TERMS) > 40


@pytest.mark.parametrize(("term", "name"), TERMS, ids=[term for term, _ in TERMS])
def test_a_terms_code_name_exists(term: str, name: str) -> None:
    assert exists(name), f"{term}: there is no qa_toolkit.{name}"
