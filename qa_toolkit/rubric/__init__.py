"""Rubric files: read with positions, checked, tested by cases, compared, laid out, documented."""
