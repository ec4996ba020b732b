"""A mystery shop that became final: an interaction, its words and its scorecard, kept at once."""

from typing import TypeAlias

from sqlalchemy import Connection

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.store import interactions, rubrics, scorecards
from qa_toolkit.store.scorecards import Made

Transaction: TypeAlias = Connection


def put(
    transaction: Transaction,
    interaction: Interaction,
    transcript: Transcript,
    scorecard: Scorecard,
    rubric_text: str,
) -> None:
    """Keep all of it within a transaction, with the text of the rubric that made the scorecard."""
    made = scorecard.provenance
    interactions.put(transaction, interaction, transcript)
    rubrics.put(
        transaction,
        rubric_hash=made.rubric_hash,
        rubric_id=made.rubric_id,
        version=made.rubric_version,
        text=rubric_text,
    )
    key = Made(
        interaction_id=interaction.id,
        transcript_key=interaction.content_hash,
        rubric_hash=made.rubric_hash,
        evaluator=made.evaluator,
        channel=interaction.channel.value,
    )
    scorecards.put(transaction, key, scorecard)
