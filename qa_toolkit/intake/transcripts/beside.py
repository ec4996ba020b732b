"""Which transcripts of a folder stand for a recording beside them, and which stand alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.wording import listed

_FULLEST_FIRST = (".json", ".vtt", ".srt")
"""JSON has words with probabilities, WebVTT voices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcripts:
    """The transcripts among the files of a folder.

    Attributes:
        of: the transcript of each recording that has one.
        alone: transcripts without a recording.
        others: transcripts of the same call that are not used.
        problems: which those are.
    """

    of: dict[Path, Path]
    alone: frozenset[Path]
    others: frozenset[Path]
    problems: tuple[Problem, ...]

    @property
    def not_alone(self) -> set[Path]:
        """Transcripts that are no interaction of their own."""
        return {*self.of.values(), *self.others}


def place_transcripts(recordings: Iterable[Path], transcripts: Iterable[Path]) -> Transcripts:
    """Match `call.vtt` and `call.wav.vtt` with `call.wav`; of several the fullest is used."""
    of: dict[Path, Path] = {}
    by_stem: dict[str, list[Path]] = defaultdict(list)
    recordings = tuple(recordings)
    plain = {path.name: path.stem for path in recordings}
    for path in transcripts:
        by_stem[plain.get(path.stem, path.stem)].append(path)
    ranked = {stem: sorted(paths, key=_fullness) for stem, paths in by_stem.items()}
    for path in recordings:
        if path.stem in ranked:
            of[path] = ranked[path.stem][0]
    used = set(of.values())
    return Transcripts(
        of=of,
        alone=frozenset(paths[0] for paths in ranked.values() if paths[0] not in used),
        others=frozenset(path for paths in ranked.values() for path in paths[1:]),
        problems=tuple(_passed_over(paths) for paths in ranked.values() if len(paths) > 1),
    )


def _fullness(path: Path) -> tuple[int, str]:
    return _FULLEST_FIRST.index(path.suffix.casefold()), path.name


def _passed_over(paths: Sequence[Path]) -> Problem:
    first, *others = paths
    names = listed([path.name for path in others])
    verb = "is" if len(others) == 1 else "are"
    return Problem(
        source=str(first),
        message=f"{names} {verb} not used: the words are taken from {first.name}",
        severity="info",
    )
