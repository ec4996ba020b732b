"""Transcript → Signals: sentiment, pace, silence, response times; facts without judgement."""

from qa_toolkit.signals.measure import measure

__all__ = ["measure"]
