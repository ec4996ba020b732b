"""What recognises speech: one module for each engine, all of them behind `Recogniser`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from qa_toolkit.errors import UsageError
from qa_toolkit.transcribe.engines import faster, http, openai
from qa_toolkit.transcribe.engines.address import address_of
from qa_toolkit.transcribe.engines.interface import Recogniser
from qa_toolkit.transcribe.models import SpeechModel, find_model
from qa_toolkit.transcribe.models.find import CHECKPOINT, ENGLISH
from qa_toolkit.transcribe.options import AUTO, EngineName, Preset, TranscribeOptions

BEAMS: Mapping[Preset, int] = {Preset.FAST: 1, Preset.ACCURATE: 5, Preset.BEST: 8}
"""How many ways of going on are followed at once while words are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """How an engine is made, and what of it changes words.

    Attributes:
        load: makes it ready for use.
        identity: name and version of the software, the model and what it is told, all of it
            known without loading a model.
    """

    load: Callable[[TranscribeOptions], Recogniser]
    identity: Callable[[TranscribeOptions], tuple[str, ...]]


def _faster(options: TranscribeOptions) -> Recogniser:
    model = model_for(options)
    if model.location.endswith(CHECKPOINT):
        raise UsageError(
            f"{model.location} is a checkpoint of openai-whisper, which faster-whisper cannot read",
            hint="choose engine = openai-whisper, or a directory in CTranslate2's format",
        )
    return faster.FasterWhisper(model, beam=BEAMS[options.preset], vocabulary=options.vocabulary)


def _openai(options: TranscribeOptions) -> Recogniser:
    return openai.OpenaiWhisper(
        model_for(options), beam=BEAMS[options.preset], vocabulary=options.vocabulary
    )


def _http(options: TranscribeOptions) -> Recogniser:
    return http.HttpRecogniser(options.endpoint, model=options.model, vocabulary=options.vocabulary)


def _http_identity(options: TranscribeOptions) -> tuple[str, ...]:
    return (
        http.engine_name(address_of(options.endpoint)),
        options.model or http.USUAL_MODEL,
        http.CONFIGURATION,
    )


def _local_identity(name: Callable[[], str]) -> Callable[[TranscribeOptions], tuple[str, ...]]:
    def identity(options: TranscribeOptions) -> tuple[str, ...]:
        model = model_for(options)
        return name(), model.name, model.digest, f"beam {BEAMS[options.preset]}"

    return identity


ENGINES: Mapping[EngineName, Engine] = {
    EngineName.FASTER_WHISPER: Engine(load=_faster, identity=_local_identity(faster.engine_name)),
    EngineName.OPENAI_WHISPER: Engine(load=_openai, identity=_local_identity(openai.engine_name)),
    EngineName.HTTP: Engine(load=_http, identity=_http_identity),
}


def model_for(options: TranscribeOptions) -> SpeechModel:
    """The speech model that a local engine uses under these options.

    Raises:
        EnvironmentProblem: there is none, or it is not what it should be.
    """
    return find_model(options.model, language=options.language, offline=options.offline)


def engine_for(options: TranscribeOptions) -> Recogniser:
    """The engine of this process: loaded at the first use, then kept.

    Raises:
        EnvironmentProblem: the software or the model is missing or refuses.
        UsageError: what the options ask for does not go together.
    """
    # languages other than English use the same model, see `find_model`
    language = options.language if options.language in (ENGLISH, AUTO) else "other"
    return _loaded(
        TranscribeOptions(
            engine=options.engine,
            model=options.model,
            language=language,
            preset=options.preset,
            vocabulary=options.vocabulary,
            offline=options.offline,
            endpoint=options.endpoint,
        )
    )


@cache
def _loaded(options: TranscribeOptions) -> Recogniser:
    return ENGINES[options.engine].load(options)


def identity(options: TranscribeOptions) -> tuple[str, ...]:
    """Everything about the engine that changes words, told without loading a model.

    Raises:
        MissingExtra: the engine, whose version counts, is not installed.
        EnvironmentProblem: there is no model, or it is not what it should be.
        UsageError: the server may not be asked.
    """
    return (*ENGINES[options.engine].identity(options), *options.vocabulary)
