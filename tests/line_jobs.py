"""Scoring lines in worker processes, where tests themselves cannot be imported from."""

import os

from qa_toolkit.workflow.lines import Chunk, Line, score_chunk


def die_on_poison(chunk: Chunk) -> list[Line]:
    """Score a chunk of lines as the filter does, but for a line that takes the process down."""
    if b"poison\n" in chunk.lines:
        os._exit(1)
    return score_chunk(chunk)
