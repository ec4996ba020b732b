"""Transcript and signals, read against a rubric → evidence, ratings and a scorecard. Pure."""

from qa_toolkit.scoring.score import score, score_criteria

__all__ = ["score", "score_criteria"]
