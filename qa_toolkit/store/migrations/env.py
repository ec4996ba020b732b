"""Alembic's entry: run the versions on the connection the store hands over."""

from alembic import context

from qa_toolkit.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # the store begins transactions itself, see database.py
)
with context.begin_transaction():
    context.run_migrations()
