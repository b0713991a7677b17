"""Gives every attack to one entrance, in a process of its own with little memory: ``python -m … ENTRANCE``.

Prints one JSON list per attack: its text (cut), what became of it, the seconds it took.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping

import duckdb

from scorecard.measuring.fence import Fenced, RefusedError, aggregate, decide, derived, rowwise
from tests.measuring.fence.attacks import ALONE, ATTACKS, HARMLESS
from tests.measuring.fence.table import COLUMNS, KINDS, posts

Entrance = Callable[[str], Fenced]
_MEMORY = 2 * 2**30
_SECONDS = 10


def _in_where(text: str) -> Fenced:
    return aggregate("count(*)", COLUMNS, {}, where=text)


ENTRANCES: Mapping[str, tuple[Entrance, tuple[str, ...]]] = {
    "formula": (lambda text: aggregate(text, COLUMNS, {}), ("{}", "sum({})", "1 + max({})", "last({})")),
    "sample": (lambda text: aggregate(text, COLUMNS, {}), ("{}", "count({})", "count(*) filter (where {})")),
    "where": (lambda text: rowwise(text, COLUMNS, {}), ("{}", "({}) > 1", "({}) is null", "promoted and ({})")),
    "where of a formula": (_in_where, ("{}", "({}) is not null")),
    "by": (lambda text: rowwise(text, COLUMNS, {}, "number"), ("{}", "1 + ({})", "coalesce({}, 1)")),
    "derive": (lambda text: derived(text, COLUMNS, {}), ("{}", "lag({}) over (order by published)")),
}
"""The entrances, and the ways in which an attack is written into an expression."""


def _outcomes(
    entrance: Entrance, texts: Iterable[str], database: duckdb.DuckDBPyConnection
) -> Iterator[tuple[str, str, float]]:
    for text in texts:
        start = time.perf_counter()
        try:
            fenced = entrance(text)
            decide([fenced], KINDS)
        except RefusedError as refused:
            outcome = f"refused: {refused.message}"
        else:
            outcome = f"ran: {_run(fenced, database)}"
        yield text[:100], outcome, time.perf_counter() - start


def _run(fenced: Fenced, database: duckdb.DuckDBPyConnection) -> str:
    inner = "".join(f', {stock.value} as "{stock.column}"' for stock in fenced.stocks)
    return str(database.execute(f"select {fenced.sql} from (select *{inner} from posts)").fetchall())[:50]


def main(name: str, kind: str) -> None:
    """Attack the entrance ``name``: with ``refused`` or ``harmless`` ones."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    entrance, ways = ENTRANCES[name]
    attacks = ATTACKS if kind == "refused" else HARMLESS
    texts = [way.format(attack) for attack in attacks for way in ways]
    if kind == "refused":
        texts.extend(ALONE)
    for outcome in _outcomes(entrance, texts, posts()):
        print(json.dumps(outcome))


if __name__ == "__main__":
    main(*sys.argv[1:])
