"""Commitments, the words they were read from last, and the verdicts on them, which are only added."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, and the triggers that keep verdicts append-only."""
    op.create_table(
        "commitments",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("interaction_id", sa.String, sa.ForeignKey("interactions.id"), nullable=False),
        sa.Column("transcript_key", sa.String, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("found_at", sa.String, nullable=False),
    )
    op.create_index("ix_commitments_interaction_id", "commitments", ["interaction_id"])
    op.create_table(
        "commitment_readings",
        sa.Column("interaction_id", sa.String, sa.ForeignKey("interactions.id"), primary_key=True),
        sa.Column("transcript_key", sa.String, nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("clock", sa.String, nullable=False),
    )
    op.create_table(
        "commitment_verdicts",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("commitment_id", sa.String, sa.ForeignKey("commitments.id"), nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_index(
        "ix_commitment_verdicts_commitment_id", "commitment_verdicts", ["commitment_id"]
    )
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER commitment_verdicts_no_{event.lower()} BEFORE {event} "
            "ON commitment_verdicts "
            "BEGIN SELECT RAISE(ABORT, 'verdicts on commitments are append-only'); END"
        )
