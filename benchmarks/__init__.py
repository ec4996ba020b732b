"""Measurements against bars and peers; each is run with `python -m benchmarks.NAME`."""
