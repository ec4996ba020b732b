"""The project's database, the only reader and writer of project data: SQLite through SQLAlchemy.

Each module is one subject. Writes are upserts on what made a thing, so doing it twice changes
nothing and an interrupted run can simply be started again.
"""

from qa_toolkit.store import (
    coaching,
    commitments,
    interactions,
    left_out,
    overrides,
    rubrics,
    samples,
    scorecards,
    search,
    transcripts,
)
from qa_toolkit.store.database import Database, open_database

__all__ = [
    "Database",
    "coaching",
    "commitments",
    "interactions",
    "left_out",
    "open_database",
    "overrides",
    "rubrics",
    "samples",
    "scorecards",
    "search",
    "transcripts",
]
