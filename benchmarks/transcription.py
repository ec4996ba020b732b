"""Words wrong, speed, roles and doubt on a folder of speech files; exit 1 when a bar is missed.

    python -m benchmarks.transcription --data DIR

DIR holds prompts_*.wav with their words in references.json (`{"references": [{"file", "text"}]}`),
the stereo call auto_repairs_40_stereo.wav with its agent on the left, and spanish_short.wav. The figures of
read prompts say nothing about the words wrong in spontaneous calls, which are several times more.

Files go through a worker process, as `qa` sends them: the number of threads changes words. Speed is
that of one core, with the model loaded before the clock starts.
"""

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jiwer
from whisper_normalizer.english import EnglishTextNormalizer

from qa_toolkit.domain.transcript import SpeakerRole, Transcript
from qa_toolkit.execution import Failed
from qa_toolkit.execution import run as in_workers
from qa_toolkit.transcribe import TranscribeOptions, engine_for, find_model, transcribe

MOST_WORDS_WRONG = 0.035
OPENINGS = ("thank you for calling", "thanks for calling")
SHOWN_TURNS = 6


@dataclass(frozen=True)
class Run:
    """A transcript and the seconds it took."""

    transcript: Transcript
    took_s: float

    @property
    def speed(self) -> float:
        """How many times faster than real time."""
        return (self.transcript.duration_s or 0.0) / self.took_s


def run_one(model: str | None, path: Path) -> Run:
    """Transcribe one file; runs in a worker process."""
    engine = engine_for(find_model(model))
    begun = time.perf_counter()
    transcript = transcribe(path, path.stem, TranscribeOptions(model=model), engine)
    return Run(transcript, time.perf_counter() - begun)


def run_all(paths: Sequence[Path], model: str | None) -> dict[str, Run]:
    """The runs by file name, in the order of the paths."""
    runs: dict[str, Run] = {}
    for result in in_workers(partial(run_one, model), paths, workers=1):
        if isinstance(result, Failed):
            raise SystemExit(f"{result.item}: {result.reason}")
        runs[result.item.name] = result.value
    return {path.name: runs[path.name] for path in paths}


def words_wrong(runs: dict[str, Run], references: dict[str, str]) -> list[str]:
    """Print the words wrong of each prompt file and of all; what misses the bar on all of them."""
    normal = EnglishTextNormalizer()
    said = [normal(text) for text in references.values()]
    heard = [
        normal(" ".join(turn.text for turn in runs[name].transcript.turns)) for name in references
    ]
    for name, truth, guess in zip(references, said, heard, strict=True):
        print(f"{name:32} words wrong {jiwer.wer(truth, guess):6.2%}")
    rate = jiwer.wer(said, heard)
    print(f"{'all prompt files':32} words wrong {rate:6.2%}")
    if rate <= MOST_WORDS_WRONG:
        return []
    return [f"prompt files: {rate:.2%} of the words wrong, over {MOST_WORDS_WRONG:.1%}"]


def roles_right(transcript: Transcript) -> list[str]:
    """Print the first turns of the stereo call; what is wrong about its roles."""
    for turn in transcript.turns[:SHOWN_TURNS]:
        print(f"{turn.start_s:7.2f} {turn.end_s:7.2f}  {turn.speaker:8}  {turn.text}")
    speakers = [turn.speaker for turn in transcript.turns[:2]]
    missed = []
    if speakers != [SpeakerRole.AGENT, SpeakerRole.CUSTOMER]:
        missed.append(f"{transcript.interaction_id}: opens with {', '.join(speakers) or 'nobody'}")
    elif not transcript.turns[0].text.lower().startswith(OPENINGS):
        missed.append(
            f"{transcript.interaction_id}: the agent does not open with thanks for calling"
        )
    return missed


def main() -> int:
    """Print all figures; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description="Measure transcription on a folder of speech.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the speech files")
    parser.add_argument("--model", help="directory or size name (default: the bundled model)")
    options = parser.parse_args()
    files = sorted(options.data.glob("*.wav"))
    if not files:
        parser.error(f"no .wav files in {options.data}")
    listed = json.loads((options.data / "references.json").read_text(encoding="utf-8"))
    references = {entry["file"]: entry["text"] for entry in listed["references"]}

    print(f"model {find_model(options.model).label}")
    runs = run_all(files, options.model)
    for name, done in runs.items():
        level = done.transcript.log_probability
        shown = "none" if level is None else f"{level:.2f}"
        print(
            f"{name:32} {done.transcript.duration_s:7.1f} s  {done.speed:5.1f} x real time  "
            f"log-probability {shown}  {done.transcript.doubt or 'no doubt'}"
        )
    missed = words_wrong(runs, references)
    missed += roles_right(runs["auto_repairs_40_stereo.wav"].transcript)
    if "doubtful" not in runs["spanish_short.wav"].transcript.doubt:
        missed.append("spanish_short: not flagged as doubtful")
    for miss in missed:
        print(f"MISSED {miss}")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
