"""Mystery shopping: scenarios, drawings of plans, shops, and all that happens to them.

Only an assignment that nobody has begun and a draft change; everything else is only added to.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_APPENDED = {
    "scenarios": "scenarios that were used are kept",
    "shop_drawings": "drawings of plans are append-only",
    "shop_steps": "the life of a shop is append-only",
    "shop_logs": "what was handed in is never changed",
    "shop_grades": "grades are append-only",
    "shop_claims": "expenses are append-only",
    "shop_claim_answers": "expenses are append-only",
    "shop_payments": "payments are append-only",
    "shop_payrolls": "payrolls are append-only",
    "shop_attempts": "certifications are append-only",
}


def upgrade() -> None:
    """Create the tables, and the triggers that keep them append-only."""
    _plans()
    _lives()
    _pay()
    op.create_table(
        "shop_attempts",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("shopper", sa.String, nullable=False),
        sa.Column("scenario_hash", sa.String, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_index("ix_shop_attempts_shopper", "shop_attempts", ["shopper"])
    for table, words in _APPENDED.items():
        for event in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
            )
    _guards()


def _plans() -> None:
    op.create_table(
        "scenarios",
        sa.Column("hash", sa.String, primary_key=True),
        sa.Column("scenario_id", sa.String, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("rubric_hash", sa.String, sa.ForeignKey("rubrics.hash"), nullable=False),
        sa.Column("first_used_at", sa.String, nullable=False),
    )
    op.create_table(
        "shop_drawings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("plan", sa.String, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("drawn_at", sa.String, nullable=False),
    )
    op.create_index("ix_shop_drawings_plan", "shop_drawings", ["plan"])
    op.create_table(
        "shops",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("drawing", sa.Integer, sa.ForeignKey("shop_drawings.number"), nullable=False),
        sa.Column("plan", sa.String, nullable=False),
        sa.Column("scenario_hash", sa.String, sa.ForeignKey("scenarios.hash"), nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_index("ix_shops_plan", "shops", ["plan"])


def _lives() -> None:
    op.create_table(
        "shop_steps",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("shop", sa.String, sa.ForeignKey("shops.id"), nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_index("ix_shop_steps_shop", "shop_steps", ["shop"])
    op.create_table(
        "shop_drafts",
        sa.Column("shop", sa.String, sa.ForeignKey("shops.id"), primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("payload", sa.JSON),
        sa.Column("saved_by", sa.String, nullable=False),
        sa.Column("saved_at", sa.String, nullable=False),
    )
    op.create_table(
        "shop_logs",
        sa.Column("shop", sa.String, sa.ForeignKey("shops.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("submitted_at", sa.String, nullable=False),
    )
    op.create_table(
        "shop_grades",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("shop", sa.String, sa.ForeignKey("shops.id"), nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_index("ix_shop_grades_shop", "shop_grades", ["shop"])


def _pay() -> None:
    for table in ("shop_claims", "shop_payments"):
        op.create_table(
            table,
            sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
            sa.Column("shop", sa.String, sa.ForeignKey("shops.id"), nullable=False),
            sa.Column("payload", sa.JSON, nullable=False),
        )
        op.create_index(f"ix_{table}_shop", table, ["shop"])
    op.create_table(
        "shop_claim_answers",
        sa.Column("claim", sa.Integer, sa.ForeignKey("shop_claims.number"), primary_key=True),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_table(
        "shop_payrolls",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("payment", sa.Integer, sa.ForeignKey("shop_payments.number"), nullable=False),
        sa.Column("target", sa.String, nullable=False),
        sa.Column("exported_at", sa.String, nullable=False),
    )
    op.create_index("ix_shop_payrolls_payment", "shop_payrolls", ["payment"])


def _guards() -> None:
    """A shop with a step or a draft keeps its assignment, and a locked one takes nothing more."""
    op.execute(
        "CREATE TRIGGER shops_begun BEFORE UPDATE ON shops "
        "WHEN EXISTS (SELECT 1 FROM shop_steps WHERE shop = old.id) "
        "OR EXISTS (SELECT 1 FROM shop_drafts WHERE shop = old.id) "
        "BEGIN SELECT RAISE(ABORT, 'a shop that was begun keeps its assignment'); END"
    )
    op.execute(
        "CREATE TRIGGER shops_no_delete BEFORE DELETE ON shops "
        "BEGIN SELECT RAISE(ABORT, 'shops are kept; cancel one that is not wanted'); END"
    )
    closed = (
        "(SELECT status FROM shop_steps WHERE shop = new.shop ORDER BY number DESC LIMIT 1) "
        "= 'locked'"
    )
    for table, event in (
        ("shop_steps", "INSERT"),
        ("shop_logs", "INSERT"),
        ("shop_grades", "INSERT"),
        ("shop_drafts", "INSERT"),
        ("shop_drafts", "UPDATE"),
    ):
        op.execute(
            f"CREATE TRIGGER {table}_closed_{event.lower()} BEFORE {event} ON {table} "
            f"WHEN {closed} BEGIN SELECT RAISE(ABORT, 'the shop is locked'); END"
        )
