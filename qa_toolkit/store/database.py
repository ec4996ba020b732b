"""The database file: SQLite's settings, the schema's version, errors in the user's words."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError

from qa_toolkit.errors import StorageError

HEAD = "0006"
_MIGRATIONS = Path(__file__).parent / "migrations"
_IDS_A_QUERY = 500


@dataclass(frozen=True, slots=True)
class Database:
    """An open project database; the modules beside this one ask it and write to it."""

    path: Path
    engine: Engine

    def rows(self, query: Select[Any]) -> Sequence[Row[Any]]:
        """The rows of one query."""
        with told(self.path), self.engine.connect() as connection:
            return connection.execute(query).all()

    def first(self, query: Select[Any]) -> Row[Any] | None:
        """The first row of one query, None without rows."""
        with told(self.path), self.engine.connect() as connection:
            return connection.execute(query.limit(1)).first()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or nothing."""
        with told(self.path), _writing(self.engine) as connection:
            yield connection

    def close(self) -> None:
        """Give the file free."""
        self.engine.dispose()


def open_database(path: Path) -> Database:
    """Open a project's database, making it or bringing its schema up to date where needed.

    Raises:
        StorageError: the file cannot be opened, is no database, or was written by a newer version.
    """
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    with told(path), engine.connect() as connection:
        version = _version(connection)
    if version != HEAD:
        with told(path), _writing(engine) as connection:
            _upgrade(connection, path, version)
    return Database(path, engine)


def batches(ids: Iterable[str]) -> Iterator[Sequence[str]]:
    """Ids in order, as many at once as one query takes: SQLite takes a limited number of values."""
    known = sorted(ids)
    return (known[i : i + _IDS_A_QUERY] for i in range(0, len(known), _IDS_A_QUERY))


def now() -> str:
    """This moment in UTC, as it is kept."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the database's errors into one line for people: a full disk, a read-only folder."""
    try:
        yield
    except DatabaseError as error:
        said = str(error.orig)
        hint = next((hint for sign, hint in _HINTS if sign in said.lower()), "")
        raise StorageError(f"{path}: {said}", hint=hint) from error


_HINTS = (
    ("disk is full", "make room on the disk and run the command again; nothing done is lost"),
    ("disk i/o", "check the disk, then run the command again; nothing done is lost"),
    ("readonly", "the project folder must be writable"),
    ("unable to open", "the project folder must exist and be writable"),
    ("locked", "another qa command is writing to this project; wait for it to end"),
    ("no such module: fts5", "use a Python whose SQLite has full-text search, as python.org's has"),
    ("not a database", "this file is no qa_toolkit project; move it away and run qa init"),
)


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    # Python's driver begins transactions only before INSERT and the like, so that a schema could
    # be left half made; with None it leaves them to us, see _begin.
    connection.isolation_level = None
    # WAL: readers do not wait for the writer. FULL: what was committed survives a power cut.
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA busy_timeout = 10000")


def _begin(connection: Connection) -> None:
    # A writer takes its place in the queue at once: a reader that turns writer later can meet
    # "database is locked" without any waiting.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def _version(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def _upgrade(connection: Connection, path: Path, version: str) -> None:
    # Alembic takes 0.1 s to import and is needed only when there is something to upgrade.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "os")
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StorageError(
            f"{path}: its schema {version!r} is not known to this version of the toolkit",
            hint="upgrade qa-toolkit",
        ) from error
