"""Commitments: what the company's side promises a customer, by when, and by which channel."""

from qa_toolkit.scoring.commitments.extract import commitments_of

__all__ = ["commitments_of"]
