"""All files of a source -> one table, ``" rows"``, of typed columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from scorecard.measuring.duck import careful, pieces
from scorecard.measuring.duck.headings import Layout
from scorecard.measuring.duck.opened import Opened
from scorecard.measuring.duck.wanted import DAY, ROW, Wanted
from scorecard.measuring.fence import Fenced
from scorecard.measuring.sql_text import identifier
from scorecard.problem import Problem

if TYPE_CHECKING:
    import duckdb

ROWS = identifier(" rows")
ALL = identifier(" all")
_KEPT, _ROW, _DAY = identifier(" kept"), identifier(ROW), identifier(DAY)


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipe:
    """What the table is made of: the files with their layouts, what is ``wanted`` of them up to the day ``limit``.

    Of rows with the same ``key`` and the same ``parts``, the dimensions of the source, the last counts; ``derived``
    columns are worked out then. ``kept`` says that the rows are looked at more than once, or have to have numbers.
    """

    files: Sequence[tuple[Opened, Layout]]
    wanted: Wanted
    limit: date
    key: Sequence[str] = ()
    parts: Sequence[str] = ()
    derived: Mapping[str, Fenced]
    kept: bool = False

    @property
    def read_once(self) -> bool:
        """Whether one look at the files is enough, so that their rows need not be kept."""
        return not self.key and not self.derived and not self.kept


class Table:
    """Builds the table of a recipe, the quick way or the careful one."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, recipe: Recipe) -> None:
        self._connection = connection
        self.recipe = recipe
        self._made: list[tuple[str, str]] = []
        self.replaced = 0

    def quick(self) -> list[Problem]:
        """Let DuckDB read the files where they lie.

        Raises:
            duckdb.Error: where a file is not as it should be: now, or when the rows are asked for.
        """
        queries, problems = [], []
        for number, (opened, layout) in enumerate(self.recipe.files):
            if opened.direct:
                queries.append(pieces.direct(number, opened, layout, self.recipe.wanted))
            else:
                piece, found = self._careful(number, opened, layout)
                queries.append(piece)
                problems += found
        if not problems:
            self._build(queries)
        return problems

    def slow(self) -> list[Problem]:
        """Read file after file, those cell by cell with which DuckDB has trouble, and say what is wrong with them."""
        import duckdb

        self.clear()
        queries, problems = [], []
        for number, (opened, layout) in enumerate(self.recipe.files):
            name = self._name(number)
            try:
                if not opened.direct:
                    raise duckdb.Error
                query = pieces.direct(number, opened, layout, self.recipe.wanted)
                self._create("TEMP TABLE", name, query)
                piece = f"SELECT * FROM {name}"
            except duckdb.Error:
                piece, found = self._careful(number, opened, layout)
                problems += found
            queries.append(piece)
        if not problems:
            self._build(queries)
        return problems

    def clear(self) -> None:
        """Drop all that was made."""
        for thing, name in reversed(self._made):
            self._connection.execute(f"DROP {thing} IF EXISTS {name}")
        self._made.clear()

    def _careful(self, number: int, opened: Opened, layout: Layout) -> tuple[str, list[Problem]]:
        name = f" file {number}"
        found = careful.store(opened, layout, self.recipe.wanted, self._connection, name)
        self._made.append(("TABLE", identifier(name)))
        return pieces.stored(number, layout, self.recipe.wanted, name), found

    def _name(self, number: int) -> str:
        return identifier(f" direct {number}")

    def _create(self, thing: str, name: str, query: str) -> None:
        self._connection.execute(f"CREATE {thing} {name} AS {query}")
        self._made.append((thing.removeprefix("TEMP "), name))

    def _build(self, queries: Sequence[str]) -> None:
        recipe = self.recipe
        union = " UNION ALL ".join(f"({piece})" for piece in queries)
        seen = f"{_DAY} <= DATE '{recipe.limit.isoformat()}'"
        if recipe.read_once:
            self._create("TEMP VIEW", ROWS, f"SELECT * FROM ({union}) WHERE {seen}")
            return
        self._create("TEMP TABLE", ALL, union)
        query = f"SELECT *, rowid AS {_ROW} FROM {ALL} WHERE {seen}{self._last_of_key(seen)}"
        for name, fenced in recipe.derived.items():
            query = f"SELECT *, {fenced.sql} AS {identifier(name)} FROM ({query})"
        self._create("TEMP TABLE" if recipe.derived and recipe.kept else "TEMP VIEW", ROWS, query)

    def _last_of_key(self, seen: str) -> str:
        """The condition that leaves only the last of the rows with the same key; rows without a key all stay."""
        if not self.recipe.key:
            return ""
        key = ", ".join(map(identifier, dict.fromkeys([*self.recipe.key, *self.recipe.parts])))
        complete = " AND ".join(f"{identifier(name)} IS NOT NULL" for name in self.recipe.key)
        self._create(
            "TEMP TABLE", _KEPT, f"SELECT max(rowid) AS kept FROM {ALL} WHERE {seen} AND {complete} GROUP BY {key}"
        )
        counts = f"SELECT (SELECT count(*) FROM {ALL} WHERE {seen} AND {complete}), (SELECT count(*) FROM {_KEPT})"
        rows, kept = self._connection.execute(counts).fetchall()[0]
        self.replaced = rows - kept
        return f" AND (rowid IN (SELECT kept FROM {_KEPT}) OR NOT ({complete}))" if self.replaced else ""
