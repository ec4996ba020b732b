"""The first schema: interactions, transcripts, samples, rubrics, scorecards, what was left out."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, and the triggers that keep scorecards append-only."""
    op.create_table(
        "interactions",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("agent_id", sa.String, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("is_recorded", sa.Boolean, nullable=False),
        sa.Column("content_hash", sa.String, nullable=False),
        sa.Column("transcript_key", sa.String),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("imported_at", sa.String, nullable=False),
    )
    op.create_index("ix_interactions_agent_id", "interactions", ["agent_id"])
    op.create_index("ix_interactions_content_hash", "interactions", ["content_hash"])
    op.create_table(
        "transcripts",
        sa.Column("interaction_id", sa.String, sa.ForeignKey("interactions.id"), primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("made_at", sa.String, nullable=False),
    )
    op.create_table(
        "samples",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False, unique=True),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("drawn_at", sa.String, nullable=False),
    )
    op.create_table(
        "rubrics",
        sa.Column("hash", sa.String, primary_key=True),
        sa.Column("rubric_id", sa.String, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("first_used_at", sa.String, nullable=False),
    )
    op.create_table(
        "scorecards",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("interaction_id", sa.String, sa.ForeignKey("interactions.id"), nullable=False),
        sa.Column("rubric_hash", sa.String, sa.ForeignKey("rubrics.hash"), nullable=False),
        sa.Column("transcript_key", sa.String, nullable=False),
        sa.Column("evaluator", sa.String, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("scored_at", sa.String, nullable=False),
        sa.UniqueConstraint(
            "interaction_id", "rubric_hash", "transcript_key", "evaluator", "channel"
        ),
    )
    op.create_index("ix_scorecards_interaction_id", "scorecards", ["interaction_id"])
    op.create_table(
        "left_out",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("scope", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("found_at", sa.String, nullable=False),
    )
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER scorecards_no_{event.lower()} BEFORE {event} ON scorecards "
            "BEGIN SELECT RAISE(ABORT, 'scorecards are append-only'); END"
        )
