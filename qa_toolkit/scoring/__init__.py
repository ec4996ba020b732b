"""Transcript and signals, read against a rubric → evidence, ratings and a scorecard. Pure."""

from qa_toolkit.scoring.score import score

__all__ = ["score"]
