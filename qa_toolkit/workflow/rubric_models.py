"""The models a rubric names: those that ship by name, others as files from the rubric's folder."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.errors import UsageError
from qa_toolkit.rubric.extends import Read
from qa_toolkit.scoring.models import Model, ModelError, read_model, shipped, write_model
from qa_toolkit.strict_yaml.decode import decoded, read_file
from qa_toolkit.strict_yaml.document import Document
from qa_toolkit.strict_yaml.document import Path as Place

_FILE = ".json"
UNKNOWN = "R308"


def models_of(rubric: Rubric, files: Sequence[Path], read: Read = read_file) -> dict[str, Model]:
    """The models of a rubric, by the name it gives them.

    Args:
        rubric: names them.
        files: of the rubric, and of those it extends: a model lies where the file lies that
            names it, or one that builds on that.
        read: gives what a path holds.

    Raises:
        ModelError: one is missing or cannot be used.
    """
    return {name: _model(name, files, read) for name in rubric.models_used}


def model_problems(
    rubric: Rubric, document: Document, files: Sequence[Path], read: Read = read_file
) -> Iterator[Problem]:
    """What is wrong with the models a rubric names, where it names them."""
    for place, name in _named(rubric):
        try:
            wrong, hint = _unfit(place, _model(name, files, read), rubric), ""
        except ModelError as error:
            wrong, hint = error.message, error.hint or ""
        if wrong:
            at = document.place_of(place)
            yield Problem(
                source=at.source or str(files[0]),
                line=at.line,
                column=at.column,
                code=UNKNOWN,
                message=wrong,
                hint=hint or "a model that ships, or a file from the rubric's folder",
            )


def _unfit(place: Place, model: Model, rubric: Rubric) -> str:
    """Why a model cannot serve where it is named; empty when it can."""
    if model.language not in rubric.languages:
        return f"{model.name} is made for '{model.language}', which this rubric is not for"
    wanted = SpeakerRole.CUSTOMER if place == ("customer_sentiment",) else SpeakerRole.AGENT
    if "indicators" in place or model.speaker is wanted:
        return ""
    return f"{model.name} judges the {model.speaker}; a model of the {wanted} is needed here"


def hash_with(rubric_hash: str, models: Mapping[str, Model]) -> str:
    """The hash of a rubric together with the models it names; as it was without any."""
    if not models:
        return rubric_hash
    parts = [rubric_hash, *(write_model(model) for _, model in sorted(models.items()))]
    return blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()


def _model(name: str, files: Sequence[Path], read: Read) -> Model:
    if not name.endswith(_FILE):
        return shipped(name)
    why = ""
    for folder in dict.fromkeys(file.parent for file in files):
        try:
            return _read(name, read(folder / name))
        except OSError as error:
            why = error.strerror or str(error)
        except UsageError as error:
            if isinstance(error, ModelError):
                raise
            raise ModelError(f"the model {name} cannot be read: {error.message}") from None
    raise ModelError(f"the model {name} cannot be read: {why}")


def _read(name: str, data: bytes | str) -> Model:
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
