"""The rubric a command is to use: where its file is, and that it has no errors."""

import os.path
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.errors import UsageError
from qa_toolkit.rubric.extends import Read, beside
from qa_toolkit.rubric.load import LoadedRubric, load_rubric
from qa_toolkit.scoring.models import Model
from qa_toolkit.shipped import rubrics_folder
from qa_toolkit.strict_yaml.decode import read_file
from qa_toolkit.workflow.rubric_models import hash_with, model_problems, models_of

Exists = Callable[[Path], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class UsableRubric:
    """A rubric without errors, with the hash of its meaning and its text.

    Attributes:
        files: what it was read from, its own file first, then those it extends.
        models: those it names, by the name it gives them.
    """

    rubric: Rubric
    hash: str
    text: str
    files: tuple[Path, ...] = ()
    models: Mapping[str, Model] = field(default_factory=dict)

    @property
    def facts_asked(self) -> tuple[str, ...]:
        """The facts about an interaction that its scores depend on, in lower case."""
        looked_at = (name for model in self.models.values() for name in model.facts)
        return tuple(sorted({*self.rubric.facts_used, *looked_at}))


def rubric_file(name: str, folder: Path) -> Path:
    """The file of a rubric: a path, or the name of a rubric of the project or of the toolkit.

    Raises:
        UsageError: there is no such file and no such name.
    """
    names = (name, f"{name}.yaml", f"rubrics/{name}.yaml")
    candidates = [folder / candidate for candidate in names]
    candidates.append(rubrics_folder() / f"{name}.yaml")
    for candidate in candidates:
        if is_file(candidate):
            return candidate
    shipped = ", ".join(sorted(path.stem for path in rubrics_folder().glob("*.yaml")))
    raise UsageError(f"there is no rubric '{name}'", hint=f"a file, or one of: {shipped}")


def is_file(path: Path) -> bool:
    """Whether a file is there; a name that no file can have is none, and no failure."""
    return os.path.isfile(path)  # noqa: PTH113 - of a name too long, Path.is_file() raises


def load(path: Path, read: Read = read_file, exists: Exists = is_file) -> LoadedRubric:
    """Load a rubric; what it extends may lie beside it, or be one that ships, by its name.

    Args:
        path: where it is.
        read: gives what a path holds, such as a revision's files.
        exists: whether `read` has a file to give.
    """

    def base(name: str, file: Path) -> Path:
        """A file beside the one that names it; else a shipped rubric of that name."""
        near = beside(name, file)
        shipped = rubrics_folder() / f"{name.removesuffix('.yaml')}.yaml"
        return shipped if not exists(near) and is_file(shipped) else near

    return _with_models(load_rubric(path, read, base), read)


def _with_models(loaded: LoadedRubric, read: Read) -> LoadedRubric:
    """The rubric when the models it names can be used, else what is wrong with them."""
    if loaded.rubric is None or loaded.document is None or not loaded.rubric.models_used:
        return loaded
    wrong = tuple(model_problems(loaded.rubric, loaded.document, loaded.files, read))
    if wrong:
        return replace(loaded, rubric=None, hash="", problems=(*loaded.problems, *wrong))
    models = models_of(loaded.rubric, loaded.files, read)
    return replace(loaded, hash=hash_with(loaded.hash, models))


def usable_rubric(path: Path) -> UsableRubric:
    """Load a rubric that is to be used.

    Raises:
        UsageError: it has errors; all of them are in the message, with their lines.
    """
    loaded = load(path)
    if loaded.rubric is None:
        problems = "\n".join(str(problem) for problem in loaded.problems)
        raise UsageError(f"the rubric cannot be used:\n{problems}", hint=f"qa rubric check {path}")
    return UsableRubric(
        rubric=loaded.rubric,
        hash=loaded.hash,
        text=loaded.text,
        files=loaded.files,
        models=models_of(loaded.rubric, loaded.files),
    )
