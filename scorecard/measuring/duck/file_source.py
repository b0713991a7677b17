"""A source of raw files: rows of CSV, JSON, Parquet and workbooks, worked out by DuckDB in this process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from scorecard.measuring.duck import pieces
from scorecard.measuring.duck.expressions import Columns, Expressions
from scorecard.measuring.duck.figures import Figures, Question, figures, figures_one_by_one
from scorecard.measuring.duck.files import Files, open_files
from scorecard.measuring.duck.headings import folded, nearest
from scorecard.measuring.duck.ranked import Order, ranking
from scorecard.measuring.duck.table import Recipe, Table
from scorecard.measuring.duck.twice import twins_of
from scorecard.measuring.duck.wanted import Wanted
from scorecard.measuring.fence import ColumnKind, Fenced, RefusedError
from scorecard.measuring.fence.problems import problem_of
from scorecard.measuring.rules import bad_cell, column_missing, heading_twice
from scorecard.measuring.source import Evaluation, Expression
from scorecard.model import Source
from scorecard.period import Days
from scorecard.problem import Problem
from scorecard.ranking import Ranking

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ready:
    """Expressions that passed the fence, the dimensions of the source with their columns, and the table of its rows,
    or the ``problems`` that are why there is none."""

    made: Mapping[str, Fenced]
    parts: Mapping[str, str]
    table: Table | None
    problems: Sequence[Problem]


class FileSource:
    """The rows of the files of one source, up to the day ``limit``.

    ``definition`` is the source as the map says it, ``folder`` that of the map, ``params`` and ``dimensions`` those of
    the map. Files are opened when something is asked for the first time; `close` lets go of them. ``connection`` is
    that of `database_of`, which several sources may share one after the other.
    """

    def __init__(
        self,
        source_id: str,
        definition: Source,
        folder: Path,
        params: Mapping[str, float],
        dimensions: Sequence[str],
        limit: date,
        connection: duckdb.DuckDBPyConnection | None = None,
    ) -> None:
        self._id = source_id
        self._definition = definition
        self._folder = folder
        self._params = params
        self._dimensions = dimensions
        self._limit = limit
        self._connection = connection
        self._prepared: Mapping[str, Expression] = {}
        self._keep = False
        self._ready: _Ready | None = None
        self._warnings: list[Problem] = []

    def __enter__(self) -> FileSource:
        """Use the source; it is closed at the end."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the files."""
        self.close()

    def close(self) -> None:
        """Let go of the files; a database that was lent is left empty."""
        if "_files" in self.__dict__:
            if self._connection is None:
                self._files.connection.close()
            else:
                self._forget()
            del self._files
        self._ready = None

    def columns(self) -> Sequence[str]:
        """All columns of any of the files, and the derived ones."""
        return self._columns.all

    def prepare(self, expressions: Mapping[str, Expression], looks: int = 2) -> None:
        """Look at everything that will be asked: what a column is, a number, a date or a text, follows from all.

        ``looks`` says how often `evaluate` will be called. For one look the rows are not kept; for more, they are
        read once and kept until the source is closed or prepared anew.
        """
        self._forget()
        self._prepared = dict(expressions)
        self._keep = looks > 1

    def evaluate(
        self, expressions: Mapping[str, Expression], windows: Sequence[Days], dimensions: Sequence[str]
    ) -> Evaluation:
        """Every expression over every window: of the whole, and of every value of each of the ``dimensions``.

        What is wrong with the files or with any expression, the prepared ones too, is in the ``problems``; then there
        are no values.
        """
        ready = self._ready_for(expressions)
        made = {key: ready.made[key] for key in expressions if key in ready.made}
        kinds, parts = {key: fenced.kind for key, fenced in made.items()}, tuple(ready.parts)
        if ready.table is None:
            return Evaluation(kinds=kinds, parts=parts, problems=tuple(ready.problems))
        question = Question(
            formulas=made,
            windows=windows,
            dimensions=ready.parts,
            asked=[name for name in parts if name in dimensions],
            date=self._columns.spelled(self._definition.date),
        )
        found, problems = self._figures(ready.table, question)
        replaced = ready.table.replaced
        if ready is not self._ready:
            ready.table.clear()
        if problems:
            return Evaluation(kinds=kinds, parts=parts, problems=tuple(problems), replaced=replaced)
        return Evaluation(
            values=found.values,
            rows=found.rows,
            kinds=kinds,
            parts=parts,
            first=found.first,
            last=found.last,
            replaced=replaced,
            warnings=tuple(self._warnings),
        )

    def ranked(
        self,
        by: str,
        days: Days,
        per: str | None = None,
        lowest: bool = False,
        count: int = 5,
        group: str | None = None,
    ) -> Ranking:
        """The ``count`` rows of some days with the highest (or ``lowest``) figure, of each value of ``per``.

        ``by`` is an expression of a row. With ``group``, the values of that column are ranked by the mean of their
        rows. A problem of ``by``, ``per`` or ``group`` has that word as its ``loc``.
        """
        self._forget()
        taken = Expressions(self._id, self._columns, self._params)
        label, figure = self._definition.label, None
        said: dict[str, Fenced | None] = {}
        if not self._files.problems:
            taken.derive(self._definition.derive, self._definition.key)
            columns = {"label": label, "per": per, "group": group}
            said = {key: taken.column(name, key) for key, name in columns.items() if name}
            figure = taken.figure(by, "by")
        table, problems = self._table(taken, [], kept=True)
        if table is None or figure is None:
            return Ranking(problems=tuple(problems))
        sql = {key: made.sql for key, made in said.items() if made}
        order = Order(by=figure.sql, per=sql.get("per"), group=sql.get("group"), label=sql.get("label"))
        found = self._order_of(order, days, count, lowest=lowest)
        table.clear()
        return found

    def _order_of(self, order: Order, days: Days, count: int, *, lowest: bool) -> Ranking:
        import duckdb

        try:
            return ranking(self._files.connection, order, days, count, lowest=lowest)
        except duckdb.Error as error:
            said = str(error).splitlines()[0]
            refused = RefusedError(
                "formula-refused", "the figure cannot be worked out for all rows", "{said}", said=said
            )
            return Ranking(problems=(problem_of(refused, (), "by"),))

    def _ready_for(self, expressions: Mapping[str, Expression]) -> _Ready:
        """The table in which expressions can be worked out: the one that is kept, or a new one."""
        every = {**self._prepared, **expressions}
        if self._ready is not None and every == self._prepared:
            return self._ready
        self._forget()
        taken = Expressions(self._id, self._columns, self._params)
        made: dict[str, Fenced] = {}
        if not self._files.problems:
            taken.derive(self._definition.derive, self._definition.key)
            for key, item in every.items():
                fenced = taken.formula(item.formula, item.where, item.loc, item.field)
                if fenced is not None:
                    made[key] = fenced
        parts = {name: self._columns.spelled(name) for name in self._dimensions if self._columns.has(name)}
        stocks = any(fenced.stocks for fenced in made.values())
        table, problems = self._table(taken, list(parts.values()), kept=self._keep or stocks, dated=stocks)
        ready = _Ready(made=made, parts=parts, table=table, problems=problems)
        if self._keep and every == self._prepared:
            self._ready = ready
        return ready

    def _forget(self) -> None:
        """Let go of the table that is kept."""
        if self._ready is not None and self._ready.table is not None:
            self._ready.table.clear()
        self._ready = None

    @cached_property
    def _files(self) -> Files:
        return open_files(self._id, self._definition, self._folder, self._connection)

    @property
    def _columns(self) -> Columns:
        return Columns(self._files.names(), list(self._definition.derive))

    def _table(
        self, taken: Expressions, names: Sequence[str], *, kept: bool, dated: bool = False
    ) -> tuple[Table | None, list[Problem]]:
        """The table of all that the expressions and ``names`` need, or what is wrong."""
        if self._files.problems:
            return None, list(self._files.problems)
        spelled = self._columns.spelled
        day, key = spelled(self._definition.date), list(map(spelled, self._definition.key))
        parts = [spelled(name) for name in self._dimensions if self._columns.has(name)]
        kinds = taken.kinds(day, parts)
        needed, derived = taken.needed([*names, *key, *(parts if key else []), *([day] if dated else [])])
        wanted = Wanted(date=day, columns={name: kinds.get(name, "text") for name in needed})
        problems = [*taken.problems, *self._misfits(wanted)]
        self._warnings = self._doubled(wanted)
        if problems:
            return None, problems
        recipe = Recipe(
            files=self._files.opened, wanted=wanted, limit=self._limit, key=key, parts=parts, derived=derived, kept=kept
        )
        return self._built(Table(self._files.connection, recipe))

    def _built(self, table: Table) -> tuple[Table | None, list[Problem]]:
        import duckdb

        try:
            problems = table.quick()
        except duckdb.Error:
            problems = table.slow()
        if problems:
            table.clear()
            return None, problems
        return table, []

    def _figures(self, table: Table, question: Question) -> tuple[Figures, list[Problem]]:
        import duckdb

        connection = self._files.connection
        try:
            return self._answered(question)
        except duckdb.Error:
            if table.recipe.read_once:
                problems = table.slow()
                if problems:
                    return Figures(), problems
            return figures_one_by_one(connection, question), []

    def _answered(self, question: Question) -> tuple[Figures, list[Problem]]:
        connection = self._files.connection
        problems = twins_of(connection, question, self._files.opened)
        return (Figures(), problems) if problems else (figures(connection, question), [])

    def _doubled(self, wanted: Wanted) -> list[Problem]:
        """Wanted columns whose heading stands in a file more than once."""
        return [
            heading_twice.problem((*opened.file.loc, "file"), opened.name, opened.headings[layout.places[folded(name)]])
            for opened, layout in self._files.opened
            for name in wanted.all
            if folded(name) not in layout.constants and layout.places.get(folded(name)) in layout.doubled
        ]

    def _misfits(self, wanted: Wanted) -> list[Problem]:
        """Columns that a file lacks, and constants of the map that are of another kind."""
        problems: list[Problem] = []
        for opened, layout in self._files.opened:
            for name, kind in wanted.all.items():
                if not layout.has(name):
                    heading = layout.absent.get(folded(name), name)
                    near = nearest(heading, opened.headings)
                    loc = (*opened.file.loc, *self._said(opened.file.entry.columns, "columns", name, "file"))
                    date_too = name == wanted.date
                    problems.append(
                        column_missing.problem(loc, opened.name, name, heading, near, opened.headings, date=date_too)
                    )
                elif folded(name) in layout.constants:
                    problems += self._constant(
                        name, layout.constants[folded(name)], kind, opened.file.loc, opened.file.entry.set
                    )
        return [problem for place, problem in enumerate(problems) if problem not in problems[:place]]

    def _constant(
        self, name: str, text: str, kind: ColumnKind, loc: tuple[str | int, ...], said: Mapping[str, str]
    ) -> list[Problem]:
        try:
            pieces.constant_value(text, kind)
        except ValueError:
            return [bad_cell.said((*loc, *self._said(said, "set", name, "set")), text, name, kind)]
        return []

    def _said(self, said: Mapping[str, str], under: str, name: str, otherwise: str) -> tuple[str, ...]:
        """Where the map says something of a column."""
        return next(((under, key) for key in said if folded(key) == folded(name)), (otherwise,))
