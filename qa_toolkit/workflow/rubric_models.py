"""The models a rubric names: those that ship by name, others as files from the rubric's folder."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.errors import UsageError
from qa_toolkit.rubric.decode import decoded, read_file
from qa_toolkit.rubric.document import Document
from qa_toolkit.rubric.document import Path as Place
from qa_toolkit.rubric.extends import Read
from qa_toolkit.scoring.models import Model, ModelError, read_model, shipped, write_model

_FILE = ".json"
UNKNOWN = "R308"


def models_of(rubric: Rubric, path: Path, read: Read = read_file) -> dict[str, Model]:
    """The models of a rubric, by the name it gives them.

    Args:
        rubric: names them.
        path: of the rubric; files are looked for from its folder.
        read: gives what a path holds.

    Raises:
        ModelError: one is missing or cannot be used.
    """
    return {name: _model(name, path, read) for name in rubric.models_used}


def model_problems(
    rubric: Rubric, document: Document, path: Path, read: Read = read_file
) -> Iterator[Problem]:
    """What is wrong with the models a rubric names, where it names them."""
    wrong: dict[str, ModelError] = {}
    for name in rubric.models_used:
        try:
            _model(name, path, read)
        except ModelError as error:
            wrong[name] = error
    for place, name in _named(rubric) if wrong else ():
        if name in wrong:
            at = document.place_of(place)
            yield Problem(
                source=at.source or str(path),
                line=at.line,
                column=at.column,
                code=UNKNOWN,
                message=wrong[name].message,
                hint=wrong[name].hint or "a model that ships, or a file from the rubric's folder",
            )


def hash_with(rubric_hash: str, models: Mapping[str, Model]) -> str:
    """The hash of a rubric together with the model files it names; as it was without any."""
    files = {name: model for name, model in models.items() if name.endswith(_FILE)}
    if not files:
        return rubric_hash
    parts = [rubric_hash, *(write_model(model) for _, model in sorted(files.items()))]
    return blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()


def _model(name: str, path: Path, read: Read) -> Model:
    if not name.endswith(_FILE):
        return shipped(name)
    file = path.parent / name
    try:
        data = read(file)
    except (OSError, UsageError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise ModelError(f"the model {name} cannot be read: {why}") from None
    text = data if isinstance(data, str) else decoded(data, name)
    if isinstance(text, Problem):
        raise ModelError(f"the model {name} cannot be read: {text.message}")
    return read_model(text, name)


def _named(rubric: Rubric) -> Iterator[tuple[Place, str]]:
    """Every place that names a model."""
    if rubric.customer_sentiment is not None:
        yield ("customer_sentiment",), rubric.customer_sentiment
    for s, section in enumerate(rubric.sections):
        if section.model is not None:
            yield ("sections", s, "model"), section.model
        yield from _named_in(("sections", s), section.criteria)
        for p, part in enumerate(section.sections):
            yield from _named_in(("sections", s, "sections", p), part.criteria)


def _named_in(above: Place, criteria: Iterable[Criterion]) -> Iterator[tuple[Place, str]]:
    for c, criterion in enumerate(criteria):
        for i, indicator in enumerate(criterion.indicators):
            if indicator.kind == "model":
                yield (*above, "criteria", c, "indicators", i, "model"), indicator.model
