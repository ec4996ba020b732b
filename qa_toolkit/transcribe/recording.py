"""One recording → one transcript."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qa_toolkit.domain.transcript import Origin, SpeakerRole, Transcript
from qa_toolkit.transcribe import doubt
from qa_toolkit.transcribe.audio import FULL_SCALE, Samples, read_pieces
from qa_toolkit.transcribe.blocks import in_blocks, planned_cuts
from qa_toolkit.transcribe.cache import TranscriptCache, cache_key
from qa_toolkit.transcribe.channels import SILENT_PEAK, cast, without_leaks
from qa_toolkit.transcribe.content import check_unchanged
from qa_toolkit.transcribe.find import find_model
from qa_toolkit.transcribe.levels import measure
from qa_toolkit.transcribe.options import TranscribeOptions
from qa_toolkit.transcribe.segment import Gap, Recogniser, Segment
from qa_toolkit.transcribe.turns import in_turns
from qa_toolkit.transcribe.whisper import engine_for


def transcribe_cached(
    path: Path,
    interaction_id: str,
    content_hash: str,
    options: TranscribeOptions,
    cache: TranscriptCache | None,
) -> Transcript:
    """The transcript of a recording: from the cache, else from this process's engine.

    Args:
        path: the recording.
        interaction_id: what the transcript is filed under.
        content_hash: of the recording's bytes, as intake computed it.
        options: the choices for this recording.
        cache: where to look first and to keep the result; None for neither.

    Raises:
        Unusable: the recording cannot be used, or is no longer the one that was imported.
        EnvironmentProblem: no usable model, or the speech extra is missing.
    """
    check_unchanged(path, content_hash)
    model = find_model(options.model)
    key = cache_key(content_hash, model, options)
    known = cache.get(key) if cache else None
    if known is not None:
        return replace(known, interaction_id=interaction_id)
    transcript = transcribe(path, interaction_id, options, engine_for(model))
    if cache:
        cache.put(key, transcript)
    return transcript


def transcribe(
    path: Path, interaction_id: str, options: TranscribeOptions, engine: Recogniser
) -> Transcript:
    """Transcribe a recording.

    The file is read twice: once to measure it (see `Levels`), once in blocks for the recogniser.
    Reading is hundreds of times faster than recognising, and three hours never lie in memory.

    Raises:
        Unusable: the recording cannot be used; the reason is for people.
        MissingExtra: PyAV is not installed.
    """
    levels = measure(read_pieces(path))
    casting = cast(levels, options.agent_side)
    heard: dict[int, list[Segment]] = {channel: [] for channel in casting.roles}
    gaps: list[Gap] = []
    if heard:
        for block in in_blocks(read_pieces(path), planned_cuts(levels)):
            for channel, segments in heard.items():
                if _audible(block.samples[channel]):
                    found = engine.recognise(
                        block.samples[channel], options.language, start_s=block.start_s
                    )
                    segments += (item for item in found if isinstance(item, Segment))
                    gaps += (item for item in found if isinstance(item, Gap))
    spoken: dict[SpeakerRole, Sequence[Segment]] = {
        role: heard[channel]
        if role is SpeakerRole.UNKNOWN
        else without_leaks(heard[channel], channel, levels)
        for channel, role in casting.roles.items()
    }
    log_probability = doubt.mean_log_probability(
        s for segments in spoken.values() for s in segments
    )
    return Transcript(
        interaction_id=interaction_id,
        turns=in_turns(spoken),
        origin=_origin(engine, options),
        duration_s=round(levels.duration_s, 2),
        language="" if doubt.is_doubtful(log_probability) else options.language,
        log_probability=log_probability,
        doubt=doubt.reasons(casting.doubt, log_probability, gaps),
    )


def _audible(samples: Samples) -> bool:
    return int(samples.max()) - int(samples.min()) > 2 * SILENT_PEAK * FULL_SCALE


def _origin(engine: Recogniser, options: TranscribeOptions) -> Origin:
    return Origin(
        engine=engine.engine,
        model=engine.model,
        options=f"{engine.configuration}, language {options.language}, agent {options.agent_side}",
    )
