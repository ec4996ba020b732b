"""The second pass over a recording: what is said on the channels that carry speech."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from qa_toolkit.transcribe.audio import FULL_SCALE, AudioReader, Samples
from qa_toolkit.transcribe.blocks import in_blocks, planned_cuts
from qa_toolkit.transcribe.channels import SILENT_PEAK
from qa_toolkit.transcribe.engines.interface import Recogniser
from qa_toolkit.transcribe.engines.words import loops
from qa_toolkit.transcribe.language import Language, of_all, spoken
from qa_toolkit.transcribe.levels import Levels
from qa_toolkit.transcribe.options import AUTO
from qa_toolkit.transcribe.segment import Gap, Segment
from qa_toolkit.transcribe.speech import speech_spans
from qa_toolkit.transcribe.unheard import LIKELY, unheard
from qa_toolkit.transcribe.windows import Window, in_windows

LEAST_S = 0.4
"""What is shorter than this is no speech: the detector adds 0.8 s of the sound around a word, so
only in a recording that is hardly longer itself can so little be left."""
SHORTEST_S = 6.0
"""Where the engine gets stuck, shorter stretches than this are not heard again: what it wrote
again and again is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was recognised.

    Attributes:
        segments: by audio channel, in order.
        gaps: stretches of speech in which words are missing, because the engine got stuck there.
        unclear: stretches that sound like speech and gave no words, or none that are likely.
        language: what is spoken; None where no speech was found. Where the first block hardly
            tells, the next ones are asked too; see `of_all`.
    """

    segments: Mapping[int, list[Segment]]
    gaps: list[Gap] = field(default_factory=list)
    unclear: list[Gap] = field(default_factory=list)
    language: Language | None = None


def hear(
    reader: AudioReader,
    levels: Levels,
    muted: Mapping[int, Sequence[tuple[float, float]]],
    wanted: str,
    engine: Recogniser,
) -> Heard:
    """Recognise speech, block by block, on all wanted channels at once.

    Args:
        reader: of the recording.
        levels: of the whole recording; say where blocks may be cut.
        muted: the channels to recognise, each with the spans that are known to be no speech.
        wanted: the language that is spoken, or `auto`.
        engine: turns windows of speech into words.

    Raises:
        Unusable: the recording cannot be read, or the engine does not know the language.
    """
    segments: dict[int, list[Segment]] = {channel: [] for channel in muted}
    gaps: list[Gap] = []
    unclear: list[Gap] = []
    languages: list[Language] = []
    for block in in_blocks(reader.pieces(), planned_cuts(levels)):
        found = [
            (channel, window)
            for channel, silent in muted.items()
            for window in _windows(block.samples[channel], block.start, silent)
        ]
        if not found:
            continue
        windows = [window for _, window in found]
        if not languages or (languages[-1].doubt and wanted == AUTO):
            by_channel = [[w for channel, w in found if channel == one] for one in muted]
            languages.append(spoken(engine, by_channel, wanted))
        said = list(_said(engine, windows, languages[-1].code))
        for (channel, _), (own, lost) in zip(found, said, strict=True):
            segments[channel] += own
            gaps += lost
        passed_over = [
            (channel, part)
            for (channel, window), (own, lost) in zip(found, said, strict=True)
            if not lost
            for part in unheard(window, own)
        ]
        for channel, part, own in _again(engine, passed_over, languages[-1].code):
            segments[channel] += own
            unclear += [] if own else [part.gap]
    for own in segments.values():
        own.sort(key=lambda segment: segment.start_s)
    return Heard(segments=segments, gaps=gaps, unclear=unclear, language=of_all(languages))


def _again(
    engine: Recogniser, passed_over: Sequence[tuple[int, Window]], language: str
) -> Iterator[tuple[int, Window, list[Segment]]]:
    """For each stretch that was passed over what is said in it after all, if anything is."""
    if not passed_over:
        return
    heard = engine.recognise([part for _, part in passed_over], language)
    for (channel, part), segments in zip(passed_over, heard, strict=True):
        within = [s for s in segments if s.log_probability > LIKELY and _lies_in(s, part.gap)]
        yield channel, part, [] if stuck(segments) else within


def _windows(
    samples: Samples, start: int, silent: Sequence[tuple[float, float]]
) -> Iterator[Window]:
    import numpy as np

    if int(samples.max()) - int(samples.min()) <= 2 * SILENT_PEAK * FULL_SCALE:
        return
    sound = samples.astype(np.float32)
    sound /= FULL_SCALE
    windows = in_windows(sound, speech_spans(sound, start=start, muted=silent), start=start)
    yield from (window for window in windows if window.length_s >= LEAST_S)


def _said(
    engine: Recogniser, windows: Sequence[Window], language: str
) -> Iterator[tuple[list[Segment], list[Gap]]]:
    """For each window what is said in it, and what was lost because the engine got stuck.

    Heard in halves, a stretch is cut differently and nearly always comes out right. Whisper's
    own way out is to draw words at random, so the transcript would vary.
    """
    for window, segments in zip(windows, engine.recognise(windows, language), strict=True):
        if not stuck(segments):
            yield list(segments), []
        elif window.length_s < SHORTEST_S:
            kept = [segment for segment in segments if not stuck([segment])]
            yield [] if stuck(kept) else kept, [window.gap]
        else:
            halves = list(_said(engine, window.halves(), language))
            yield [s for said, _ in halves for s in said], [g for _, lost in halves for g in lost]


def _lies_in(segment: Segment, stretch: Gap) -> bool:
    """Whether a segment is where it was looked for, so that nothing is said twice."""
    return stretch.start_s <= (segment.start_s + segment.end_s) / 2 <= stretch.end_s


def stuck(segments: Sequence[Segment]) -> bool:
    """Whether the engine wrote the same again and again."""
    return loops("".join(f" {word.text}" for segment in segments for word in segment.words))


def places(segments: Sequence[Segment]) -> list[tuple[float, float]]:
    """Where words were found on a channel, in seconds."""
    return [(word.start_s, word.end_s) for segment in segments for word in segment.words]
