"""One recording → one transcript."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from qa_toolkit.domain.doubt import is_doubtful
from qa_toolkit.domain.transcript import Audio, Origin, Transcript
from qa_toolkit.transcribe import doubt
from qa_toolkit.transcribe.audio import AudioReader, RawFormat, Samples, parse_raw
from qa_toolkit.transcribe.cache import TranscriptCache, cache_key
from qa_toolkit.transcribe.channels import Casting, cast, without_leaks
from qa_toolkit.transcribe.content import check_unchanged
from qa_toolkit.transcribe.engines import engine_for
from qa_toolkit.transcribe.engines.interface import Recogniser
from qa_toolkit.transcribe.hearing import Heard, hear, places
from qa_toolkit.transcribe.options import AUTO, TranscribeOptions
from qa_toolkit.transcribe.segment import Segment
from qa_toolkit.transcribe.study import Studied, study
from qa_toolkit.transcribe.turns import in_turns
from qa_toolkit.transcribe.voices import Cast, by_sound, on_channels


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
        EnvironmentProblem: no usable model, or an extra is missing.
    """
    check_unchanged(path, content_hash)
    key = cache_key(path, content_hash, options) if cache else ""
    known = cache.get(key) if cache else None
    if known is not None:
        return replace(known, interaction_id=interaction_id)
    transcript = transcribe(path, interaction_id, options, engine_for(options))
    check_unchanged(path, content_hash)  # it was read again since, and may have been replaced
    if cache:
        cache.put(key, transcript)
    return transcript


def transcribe(
    path: Path, interaction_id: str, options: TranscribeOptions, engine: Recogniser
) -> Transcript:
    """Transcribe a recording.

    The file is read once to measure it (see `study`), once in blocks for the recogniser, and a
    third time where voices on one channel are told apart. Reading is hundreds of times faster
    than recognising, and three hours never lie in memory.

    Raises:
        Unusable: the recording cannot be used; the reason is for people.
        MissingExtra: PyAV is not installed, or voices are to be told apart without `speakers`.
    """
    raw = parse_raw(options.raw) if options.raw else None
    studied = study(AudioReader(path, raw))
    levels = studied.levels
    casting = cast(levels, options)
    muted = {channel: studied.mapper.not_speech(channel) for channel in casting.roles}
    heard = hear(AudioReader(path, raw), levels, muted, options.language, engine)
    segments = _own(heard, studied)
    who = _who(path, raw, segments, casting, options, heard)
    log_probability = doubt.mean_log_probability(s for own in segments.values() for s in own)
    return Transcript(
        interaction_id=interaction_id,
        turns=in_turns(who.voices, levels),
        origin=_origin(engine, options),
        duration_s=round(levels.duration_s, 2),
        language=_language(heard, options, log_probability),
        log_probability=log_probability,
        doubt=doubt.reasons(
            who.doubt,
            log_probability,
            heard.gaps,
            heard.language.doubt if heard.language else "",
        ),
        role_confidence=who.confidence,
        remarks=(
            *studied.remarks,
            *filter(None, (doubt.left_out(heard.gaps), doubt.not_understood(heard.unclear))),
            *who.remarks,
        ),
        audio=Audio(
            roles=Casting(roles=who.roles).by_channel(levels.channels),
            sounds=studied.mapper.finish({c: places(own) for c, own in segments.items()}),
            waveform=studied.waveform,
        ),
    )


def _own(heard: Heard, studied: Studied) -> Mapping[int, list[Segment]]:
    """What was said on each channel, without what music and other channels put there."""
    said = {
        channel: doubt.without_made_up(segments, studied.mapper.likely_music(channel))
        for channel, segments in heard.segments.items()
    }
    return {channel: without_leaks(said, channel, studied.levels) for channel in said}


def _who(
    path: Path,
    raw: RawFormat | None,
    segments: Mapping[int, list[Segment]],
    casting: Casting,
    options: TranscribeOptions,
    heard: Heard,
) -> Cast:
    shared = casting.shared
    if shared is not None and options.speakers and segments[shared]:
        return by_sound(segments[shared], casting, shared, lambda: _channel(path, raw, shared))
    english = heard.language is not None and heard.language.code == "en"
    return on_channels(segments, casting, english=english)


def _channel(path: Path, raw: RawFormat | None, channel: int) -> Iterator[Samples]:
    return (piece[channel] for piece in AudioReader(path, raw).pieces())


def _language(heard: Heard, options: TranscribeOptions, log_probability: float | None) -> str:
    """What the words are in; empty where that is doubtful."""
    if heard.language is None:
        return "" if options.language == AUTO else options.language
    doubtful = heard.language.doubt or is_doubtful(log_probability)
    return "" if doubtful else heard.language.code


def _origin(engine: Recogniser, options: TranscribeOptions) -> Origin:
    chosen = [engine.configuration, f"language {options.language}"]
    if options.channels:
        chosen.append(f"channels {' '.join(options.channels)}")
    elif options.agent_side:
        chosen.append(f"agent {options.agent_side}")
    if options.speakers:
        chosen.append("voices told apart")
    if options.vocabulary:
        chosen.append(f"vocabulary {', '.join(options.vocabulary)}")
    return Origin(engine=engine.engine, model=engine.model, options=", ".join(chosen))
