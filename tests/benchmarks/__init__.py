"""Benchmarks: both sides in one run, alternating, medians. Run one with ``python -m tests.benchmarks.reading``."""
