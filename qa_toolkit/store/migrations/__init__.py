"""Versions of the schema, applied by Alembic when a project is opened."""
