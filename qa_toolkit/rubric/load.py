"""A rubric file → a checked `Rubric`, or every problem in it at once."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.errors import UsageError
from qa_toolkit.rubric.check import check
from qa_toolkit.rubric.dump import dump
from qa_toolkit.rubric.extends import FindBase, Read, RubricFile, base_of, beside, with_bases
from qa_toolkit.rubric.merge import merged
from qa_toolkit.rubric.rules import RULES
from qa_toolkit.rubric.shape import FORMAT, newer_format, no_mapping, unknown_format
from qa_toolkit.rubric.suppress import not_silenced, suppressions, without_suppressed
from qa_toolkit.rubric.validate import validated
from qa_toolkit.strict_yaml.decode import decoded, read_file
from qa_toolkit.strict_yaml.document import Document, Node
from qa_toolkit.strict_yaml.locate import problems_from
from qa_toolkit.strict_yaml.reader import read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedRubric:
    """A rubric as its file says it.

    Attributes:
        rubric: None when an error keeps it from being used.
        hash: BLAKE2b over the rubric's meaning; comments and layout do not change it.
        text: kept with the scorecards it made: the file as it was, or, of a rubric that extends
            another, both as one.
        document: what the file and its bases say, with places; None when it cannot be read.
        files: what it depends on: all files that were read, the rubric's own first; last the
            path of a base that could not be used, which may not be there.
    """

    rubric: Rubric | None
    problems: tuple[Problem, ...]
    hash: str
    text: str
    document: Document | None = field(default=None, repr=False)
    files: tuple[Path, ...] = ()


def load_rubric(path: Path, read: Read = read_file, find_base: FindBase = beside) -> LoadedRubric:
    """Read and check a rubric file.

    Whatever the file holds, and whether it can be read at all, is told in problems.

    Args:
        path: where the rubric is.
        read: gives what a path holds, for this file and those it extends.
        find_base: gives the path that `extends` means by a name.
    """
    try:
        data = read(path)
    except (OSError, UsageError) as error:
        why = getattr(error, "strerror", None) or str(error)
        problem = Problem(source=str(path), message=f"cannot be read: {why}", code="R001")
        return _broken([problem], "", (path,))
    text = data if isinstance(data, str) else decoded(data, str(path))
    if isinstance(text, Problem):
        return _broken([text], "", (path,))
    return read_rubric(text, str(path), read, find_base)


def read_rubric(
    text: str, source: str, read: Read = read_file, find_base: FindBase = beside
) -> LoadedRubric:
    """Read and check a rubric's text; `source` is its path, and names it in problems."""
    document = read_yaml(text, source)
    path, root = Path(source), document.root
    if root is None:
        return _broken(document.problems, text, (path,))
    wrong = no_mapping(root, source) or newer_format(root, source)
    if wrong is not None:
        return _broken([wrong], text, (path,), document)
    first = RubricFile(path=path, source=source, text=text, root=root, quoted=document.quoted)
    files, problems = with_bases(first, read, find_base)
    if problems:
        tried = base_of(files[-1], find_base)
        paths = tuple(dict.fromkeys([*(file.path for file in files), *([tried] if tried else [])]))
        return _broken([*document.problems, *problems], text, paths, document)
    return _checked(files, document.problems)


def meaning_hash(rubric: Rubric) -> str:
    """BLAKE2b (16 bytes, hex) over the rubric as sorted JSON, without what is at its default.

    So a key that a later version of the format adds changes no hash of today.
    """
    said = rubric.model_dump(mode="json", exclude_defaults=True)
    meaning = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return blake2b(meaning.encode(), digest_size=16).hexdigest()


def _checked(files: Sequence[RubricFile], told: Sequence[Problem]) -> LoadedRubric:
    """The rubric that a file and its bases make; `told` are the problems found until now."""
    first, paths = files[0], tuple(file.path for file in files)
    problems = list(told)
    root = _as_one(files, problems)
    document = Document(root=root)
    if (wrong := unknown_format(root, first.source)) is not None:
        problems.append(wrong)
    size = sum(len(file.text) for file in files)
    rubric = validated(root.value | {"format": FORMAT}, size)
    if isinstance(rubric, list):
        problems += problems_from(rubric, Rubric, document, first.source)
    if isinstance(rubric, list) or problems:
        return _broken(problems, first.text, paths, document)
    found = tuple(check(rubric, document, first.source))
    kept = _in_order(_not_silenced(found, files), first.source)
    if any(problem.severity == "error" for problem in kept):
        return _broken(kept, first.text, paths, document)
    text = first.text
    if len(files) > 1:
        silenced = {problem.code for problem in set(found).difference(kept)}
        text = dump(root.value, [file.source for file in files], sorted(silenced))
    return LoadedRubric(
        rubric=rubric,
        problems=kept,
        hash=meaning_hash(rubric),
        text=text,
        document=document,
        files=paths,
    )


def _as_one(files: Sequence[RubricFile], problems: list[Problem]) -> Node:
    root = files[-1].root
    for file in reversed(files[:-1]):
        root = merged(root, file.root, file.source, problems)
    return root


def _not_silenced(problems: Iterable[Problem], files: Sequence[RubricFile]) -> Iterable[Problem]:
    """The findings that no comment of any file silences; only the file's own comments are judged."""
    codes = {rule.code for rule in RULES}
    first, *others = files
    for file in others:
        problems = not_silenced(problems, suppressions(file.text, file.quoted), file.source)
    found = suppressions(first.text, first.quoted)
    return without_suppressed(problems, found, first.source, codes)


def _in_order(problems: Iterable[Problem], source: str) -> tuple[Problem, ...]:
    """The file's own problems first, as they stand in it."""
    return tuple(
        sorted(problems, key=lambda one: (one.source != source, one.line or 0, one.column or 0))
    )


def _broken(
    problems: Iterable[Problem],
    text: str,
    files: tuple[Path, ...],
    document: Document | None = None,
) -> LoadedRubric:
    told = _in_order(problems, str(files[0]))
    return LoadedRubric(
        rubric=None, problems=told, hash="", text=text, document=document, files=files
    )
