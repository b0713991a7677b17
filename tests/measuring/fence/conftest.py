"""A table of posts, and what an expression gives over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import duckdb
import pytest

from scorecard.measuring.fence import Fenced, RefusedError, aggregate, rowwise
from tests.measuring.fence.table import COLUMNS, posts

Run = Callable[[Fenced], list[object]]
Refuse = Callable[..., RefusedError]
PARAMS = {"committed_from": 5.0, "share": 0.25}


@pytest.fixture(scope="session")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """The table, read only once."""
    with posts() as connection:
        yield connection


@pytest.fixture
def run(database: duckdb.DuckDBPyConnection) -> Run:
    """The outcome of an expression: one value for a formula, one for each row otherwise."""
    return lambda fenced: [row[0] for row in database.execute(f"select {fenced.sql} from posts").fetchall()]


@pytest.fixture
def figure(run: Run) -> Callable[..., object]:
    """The value of a formula, where a ``where`` holds."""

    def value(text: str, where: str | None = None) -> object:
        (only,) = run(aggregate(text, COLUMNS, PARAMS, where))
        return only

    return value


@pytest.fixture
def rows(run: Run) -> Callable[[str], str]:
    """The names of the posts for which a condition holds, one letter each."""

    def names(text: str) -> str:
        return "".join(name for name, holds in zip("abcd", run(rowwise(text, COLUMNS, PARAMS)), strict=True) if holds)

    return names


@pytest.fixture
def refused() -> Refuse:
    """What is said of a formula, a condition (``entrance=rowwise``) or a derived column that may not run."""

    def error(text: str, entrance: Callable[..., Fenced] = aggregate, **more: object) -> RefusedError:
        with pytest.raises(RefusedError) as caught:
            entrance(text, COLUMNS, PARAMS, **more)
        return caught.value

    return error
