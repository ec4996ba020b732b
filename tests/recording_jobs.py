"""Transcribing in worker processes as tests need it, where tests cannot be imported from."""

import time
from pathlib import Path

from jobs import fill_memory

from qa_toolkit.domain.transcript import Origin, Transcript
from qa_toolkit.errors import Passing, Unusable, UsageError
from qa_toolkit.transcribe.content import check_unchanged
from qa_toolkit.transcribe.options import Preset
from qa_toolkit.workflow.filters import FileJob, FileLine
from qa_toolkit.workflow.speech import Job


def transcribe_by_hand(job: Job) -> Transcript:
    """Write down that a recording was asked for, then do what its first bytes say."""
    path = Path(job.path)
    with path.with_name("asked.log").open("a") as file:
        file.write(f"{job.interaction_id}\n")
    check_unchanged(path, job.content_hash)
    match path.read_bytes().partition(b":")[0]:
        case b"refuse":
            raise Unusable("it sounds wrong", hint="record it again")
        case b"down":
            raise Passing("the server is down", hint="look at the server")
        case b"hang":
            time.sleep(60)
        case b"swell":
            fill_memory(600)
        case b"slow":
            time.sleep(0.4)
        case b"refuse fast" if job.options.preset is Preset.FAST:
            raise Unusable("it is too hard to do fast")
        case b"misuse fast" if job.options.preset is Preset.FAST:
            raise UsageError("this engine cannot be fast", hint="choose another preset")
        case b"last of 40":
            _wait_for_others(path.with_name("asked.log"), 40)
        case _:
            pass
    origin = Origin(engine="by hand", model="", options="")
    return Transcript(interaction_id=job.interaction_id, turns=(), origin=origin, duration_s=60.0)


def line_by_hand(job: FileJob) -> FileLine:
    """A line for a recording that nobody listened to."""
    return FileLine(text=job.path, audio_s=90.0)


def _wait_for_others(log: Path, number: int) -> None:
    """Wait until so many have been asked for; refuse when that takes too long."""
    end = time.monotonic() + 20
    while len(log.read_text().split()) < number:
        if time.monotonic() > end:
            raise Unusable("the others wait for it")
        time.sleep(0.05)
