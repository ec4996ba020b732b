"""Transcript → Signals: sentiment, silence, response times; facts without judgement."""

from qa_toolkit.signals.measure import measure

__all__ = ["measure"]
