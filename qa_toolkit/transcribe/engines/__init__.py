"""What recognises speech: one module for each engine, all of them behind `Recogniser`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from qa_toolkit.domain.languages import CODES
from qa_toolkit.errors import EnvironmentProblem, UsageError
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
    return faster.FasterWhisper(
        _for_faster(options), beam=BEAMS[options.preset], vocabulary=options.vocabulary
    )


def _for_faster(options: TranscribeOptions) -> SpeechModel:
    model = model_for(options)
    if model.location.endswith(CHECKPOINT):
        raise UsageError(
            f"{model.location} is a checkpoint of openai-whisper, which faster-whisper cannot read",
            hint="choose engine = openai-whisper, or a directory in CTranslate2's format",
        )
    return model


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


def _faster_identity(options: TranscribeOptions) -> tuple[str, ...]:
    return faster.engine_name(), *_weights(_for_faster(options), options.preset)


def _openai_identity(options: TranscribeOptions) -> tuple[str, ...]:
    return openai.engine_name(), *_weights(model_for(options), options.preset)


def _weights(model: SpeechModel, preset: Preset) -> tuple[str, ...]:
    return model.name, model.digest, f"beam {BEAMS[preset]}"


ENGINES: Mapping[EngineName, Engine] = {
    EngineName.FASTER_WHISPER: Engine(load=_faster, identity=_faster_identity),
    EngineName.OPENAI_WHISPER: Engine(load=_openai, identity=_openai_identity),
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
        UsageError: the server may not be asked, or the engine cannot read the model.
    """
    return (*ENGINES[options.engine].identity(options), *options.vocabulary)


def check_language(options: TranscribeOptions) -> None:
    """Refuse a language that no recording could be recognised in, as far as files tell it.

    For the language of all recordings: one that a single recording is in is that one's trouble.

    Raises:
        EnvironmentProblem: the model knows English only.
        UsageError: no model knows the language.
    """
    language = options.language
    if options.engine is EngineName.HTTP or language in (AUTO, ENGLISH):
        return
    if language not in CODES.values():
        raise UsageError(
            f"no speech model knows the language '{language}'",
            hint="transcribe.language is a two-letter code of ISO 639-1, or auto",
        )
    model = model_for(options)
    if model.multilingual is False:
        raise EnvironmentProblem(
            f"the speech model {model.name} knows English only, not '{language}'",
            hint="pip install 'qa-toolkit[multilingual]', or name a multilingual model such as "
            "small",
        )
