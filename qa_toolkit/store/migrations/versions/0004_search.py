"""The turns of all words in use, searchable; and which transcript was found beside a recording.

Triggers keep the turns in step with `interactions.transcript_key`, whoever sets it, and the index of
words (FTS5, https://www.sqlite.org/fts5.html) in step with the turns.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TURNS_OF = """
INSERT INTO turns (interaction_id, number, speaker, start_s, text)
SELECT words.interaction_id, turn.key, json_extract(turn.value, '$.speaker'),
    json_extract(turn.value, '$.start_s'), json_extract(turn.value, '$.text')
FROM transcripts AS words, json_each(words.payload, '$.turns') AS turn
"""


def upgrade() -> None:
    """Create table, index and triggers, and fill them from the words that are there."""
    op.add_column("interactions", sa.Column("found_key", sa.String))
    op.create_table(
        "turns",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("interaction_id", sa.String, sa.ForeignKey("interactions.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("speaker", sa.String, nullable=False),
        sa.Column("start_s", sa.Float),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("ix_turns_interaction_id", "turns", ["interaction_id"])
    # letters are found with and without their accents; other than that words are as they are said
    op.execute(
        "CREATE VIRTUAL TABLE turns_text USING fts5 "
        "(text, content='turns', content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER turns_added AFTER INSERT ON turns "
        "BEGIN INSERT INTO turns_text (rowid, text) VALUES (new.id, new.text); END"
    )
    op.execute(
        "CREATE TRIGGER turns_removed AFTER DELETE ON turns BEGIN "
        "INSERT INTO turns_text (turns_text, rowid, text) VALUES ('delete', old.id, old.text); END"
    )
    op.execute(
        "CREATE TRIGGER words_chosen AFTER UPDATE OF transcript_key ON interactions "  # noqa: S608 - our own words
        "WHEN new.transcript_key IS NOT old.transcript_key BEGIN "
        "DELETE FROM turns WHERE interaction_id = old.id; "
        f"{_TURNS_OF} WHERE words.interaction_id = new.id AND words.key = new.transcript_key; "
        "END"
    )
    op.execute(
        f"{_TURNS_OF} JOIN interactions ON interactions.id = words.interaction_id "
        "AND interactions.transcript_key = words.key"
    )
