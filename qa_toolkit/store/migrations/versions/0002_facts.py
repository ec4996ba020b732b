"""Scorecards keep the facts they rest on: a corrected fact asks for a new scorecard."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column to the table and to what makes a scorecard unique; SQLite copies the table."""
    op.rename_table("scorecards", "scorecards_before")
    op.drop_index("ix_scorecards_interaction_id", "scorecards_before")
    op.create_table(
        "scorecards",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("interaction_id", sa.String, sa.ForeignKey("interactions.id"), nullable=False),
        sa.Column("rubric_hash", sa.String, sa.ForeignKey("rubrics.hash"), nullable=False),
        sa.Column("transcript_key", sa.String, nullable=False),
        sa.Column("evaluator", sa.String, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("facts", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("scored_at", sa.String, nullable=False),
        sa.UniqueConstraint(
            "interaction_id", "rubric_hash", "transcript_key", "evaluator", "channel", "facts"
        ),
    )
    columns = (
        "number, interaction_id, rubric_hash, transcript_key, evaluator, channel, "
        "outcome, payload, scored_at"
    )
    op.execute(
        f"INSERT INTO scorecards ({columns}, facts) SELECT {columns}, '' FROM scorecards_before"  # noqa: S608 - our own column names
    )
    op.drop_table("scorecards_before")  # and with it its triggers
    op.create_index("ix_scorecards_interaction_id", "scorecards", ["interaction_id"])
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER scorecards_no_{event.lower()} BEFORE {event} ON scorecards "
            "BEGIN SELECT RAISE(ABORT, 'scorecards are append-only'); END"
        )
