"""People's ratings and the coaching log, all of which is only added to."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_REFUSED = {
    "overrides": "overrides are append-only",
    "coaching_entries": "the coaching log is append-only",
    "coaching_changes": "the coaching log is append-only",
}


def upgrade() -> None:
    """Create the tables, and the triggers that keep them append-only."""
    op.create_table(
        "overrides",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("interaction_id", sa.String, sa.ForeignKey("interactions.id"), nullable=False),
        sa.Column("rubric_id", sa.String, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_index("ix_overrides_interaction_id", "overrides", ["interaction_id"])
    op.create_table(
        "coaching_entries",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("agent_id", sa.String, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_index("ix_coaching_entries_agent_id", "coaching_entries", ["agent_id"])
    op.create_table(
        "coaching_changes",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("entry_id", sa.String, sa.ForeignKey("coaching_entries.id"), nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_index("ix_coaching_changes_entry_id", "coaching_changes", ["entry_id"])
    for table, words in _REFUSED.items():
        for event in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
            )
