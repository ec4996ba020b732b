"""What could not be used, and why: by an import, or by transcription; and what waits for words."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from qa_toolkit.domain.problem import Problem
from qa_toolkit.store import tables
from qa_toolkit.store.database import Database, now
from qa_toolkit.store.records import PROBLEM

_COLUMNS = tables.left_out.c


def replace_import(database: Database, folder: str, problems: Iterable[Problem]) -> None:
    """Record what an import of `folder` could not use, in place of what the last one could not."""
    with database.writing() as connection:
        connection.execute(
            delete(tables.left_out).where(_COLUMNS.stage == "import", _COLUMNS.scope == folder)
        )
        for problem in problems:
            _put(connection, stage="import", scope=folder, key="", problem=problem)


def add_failure(database: Database, interaction_id: str, key: str, problem: Problem) -> None:
    """Record why the transcript with this key could not be made, in place of what was recorded.

    The key is empty where another try may end otherwise.
    """
    with database.writing() as connection:
        forget_failure(connection, interaction_id)
        _put(connection, stage="transcribe", scope=interaction_id, key=key, problem=problem)


def forget_failure(connection: Connection, interaction_id: str) -> None:
    """Forget, within a transaction, that an interaction has no words as wanted, and why."""
    connection.execute(
        delete(tables.left_out).where(
            _COLUMNS.stage.in_(("transcribe", "wait")), _COLUMNS.scope == interaction_id
        )
    )


def wait_for(database: Database, ids: Iterable[str]) -> None:
    """Record that these interactions have older words and wait for those that are wanted."""
    with database.writing() as connection:
        for interaction_id in ids:
            connection.execute(
                delete(tables.left_out).where(
                    _COLUMNS.stage == "wait", _COLUMNS.scope == interaction_id
                )
            )
            problem = Problem(source=interaction_id, message="waits for its words")
            _put(connection, stage="wait", scope=interaction_id, key="", problem=problem)


def without_wanted_words(database: Database) -> frozenset[str]:
    """The interactions that failed, or have words made under other options than wanted last."""
    query = select(_COLUMNS.scope).where(_COLUMNS.stage.in_(("transcribe", "wait")))
    return frozenset(row.scope for row in database.rows(query))


def failures(database: Database) -> dict[tuple[str, str], Problem]:
    """Why transcripts could not be made, by interaction and key, see `add_failure`."""
    query = select(_COLUMNS.scope, _COLUMNS.key, _COLUMNS.payload).where(
        _COLUMNS.stage == "transcribe"
    )
    return {(row.scope, row.key): PROBLEM.load(row.payload) for row in database.rows(query)}


def of_imports(database: Database) -> tuple[Problem, ...]:
    """Everything imports could not use, in the order of their sources."""
    rows = database.rows(select(_COLUMNS.payload).where(_COLUMNS.stage == "import"))
    problems = (PROBLEM.load(row.payload) for row in rows)
    return tuple(sorted(problems, key=lambda problem: (problem.source, problem.line or 0)))


def _put(connection: Connection, *, stage: str, scope: str, key: str, problem: Problem) -> None:
    payload = PROBLEM.dump(problem)
    connection.execute(
        insert(tables.left_out).values(
            stage=stage, scope=scope, key=key, payload=payload, found_at=now()
        )
    )
