"""The phrase engine: wordings in, places out, with a cost that hardly grows with the phrases."""

from qa_toolkit.scoring.finding.index import Index, Place, Places
from qa_toolkit.scoring.finding.words import Words

__all__ = ["Index", "Place", "Places", "Words"]
