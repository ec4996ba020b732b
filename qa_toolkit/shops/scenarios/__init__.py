"""Scenarios of mystery shops: their files, their lint rules, their schema and their versions."""
