"""Which numbers a KPI gets depends on seed, KPI and draw, and on nothing else."""

from __future__ import annotations

import numpy
import pytest

from scorecard.propagation.counter_random import CHUNK, Normals, key_of


def numbers(seed: int, items: tuple[str, ...], chunk: int, place: int, count: int = CHUNK) -> list[float]:
    row = numpy.empty(count)
    Normals(seed, items).fill(chunk, place, row)
    return row.tolist()


def test_the_first_numbers_stay_what_they_are() -> None:
    """Others would be another answer for the same seed."""
    assert numbers(1, ("followers",), 0, 0, 3) == pytest.approx(FIRST, abs=1e-12)


FIRST = [1.9420988896073106, -0.10033641989426195, 0.344767419135873]


def test_beside_what_else_and_in_what_order_does_not_matter() -> None:
    normals = Normals(7, ("a", "b", "c"))
    row = numpy.empty(CHUNK)
    for chunk, place in ((3, 2), (0, 1), (3, 1), (0, 0), (3, 2)):
        normals.fill(chunk, place, row)
    assert row.tolist() == numbers(7, ("c",), 3, 0)


def test_a_shorter_row_has_the_first_numbers() -> None:
    assert numbers(1, ("a",), 2, 0, 10) == numbers(1, ("a",), 2, 0)[:10]


def test_seeds_kpis_and_chunks_differ() -> None:
    rows = [numbers(seed, (item,), chunk, 0) for seed in (1, 2) for item in ("a", "b") for chunk in (0, 1, 2)]
    together = numpy.corrcoef(rows) - numpy.eye(len(rows))
    assert numpy.abs(together).max() < 5 / CHUNK**0.5
    every = numpy.concatenate(rows)
    assert len(set(every.tolist())) == len(every)
    assert abs(every.mean()) < 4 / len(every) ** 0.5
    assert every.std() == pytest.approx(1, abs=4 / (2 * len(every)) ** 0.5)


def test_ids_and_seeds_do_not_run_together() -> None:
    assert key_of(1, "1:a") != key_of(11, "a")
    assert key_of(1, "a") != key_of(1, "a ")
