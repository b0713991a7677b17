"""The expressions of a source through the fence: what they name, and of which kinds columns have to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from scorecard.measuring import fence
from scorecard.measuring.duck.headings import folded, tidy
from scorecard.measuring.duck.wanted import ROW
from scorecard.measuring.fence import ColumnKind, Fenced, RefusedError
from scorecard.measuring.fence.problems import problem_of
from scorecard.measuring.sql_text import identifier
from scorecard.problem import Loc, Problem


@dataclass(slots=True)
class Columns:
    """The columns that expressions may name: those of the files, and those that are derived."""

    of_files: Mapping[str, str]
    derived: Sequence[str]

    @property
    def all(self) -> tuple[str, ...]:
        """All names, those of the files first."""
        hidden = set(map(folded, self.derived))
        return (*(name for key, name in self.of_files.items() if key not in hidden), *map(tidy, self.derived))

    def has(self, name: str) -> bool:
        """Whether there is such a column."""
        return folded(name) in set(map(folded, self.all))

    def spelled(self, name: str) -> str:
        """A name as the columns spell it."""
        return next((known for known in self.all if folded(known) == folded(name)), tidy(name))


@dataclass(slots=True)
class Expressions:
    """Collects expressions and what is wrong with them."""

    source_id: str
    columns: Columns
    params: Mapping[str, float]
    derived: dict[str, Fenced] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _places: list[tuple[Fenced, Loc, str]] = field(default_factory=list)

    def derive(self, texts: Mapping[str, str], key: Sequence[str]) -> None:
        """Take the derived columns, each of which may name those before it."""
        ties = (*map(self.columns.spelled, key), ROW)
        files = [name for name in self.columns.all if folded(name) not in set(map(folded, texts))]
        for name, text in texts.items():
            known = [*files, *self.derived]
            loc = ("sources", self.source_id, "derive")
            made = self._take(partial(fence.derived, text, known, self.params, ties), loc, name)
            if made is not None:
                self.derived[tidy(name)] = made

    def formula(self, text: str, where: str | None, loc: Loc, key: str) -> Fenced | None:
        """Take a formula over all rows."""
        return self._take(partial(fence.aggregate, text, self.columns.all, self.params, where), loc, key)

    def figure(self, text: str, key: str) -> Fenced | None:
        """Take a figure of each row."""
        return self._take(partial(fence.rowwise, text, self.columns.all, self.params, "number"), (), key)

    def column(self, name: str, key: str) -> Fenced | None:
        """Take a column by which rows are parted, as text."""
        return self._take(partial(fence.rowwise, identifier(name), self.columns.all, self.params, "text"), (), key)

    def kinds(self, date: str, dimensions: Sequence[str]) -> Mapping[str, ColumnKind]:
        """What each column has to be: the date is a date, dimensions are texts, and where nothing tells it is a text.
        Expressions that disagree are a problem."""
        fixed: dict[str, ColumnKind] = {**dict.fromkeys(dimensions, "text"), date: "date"}
        try:
            return fence.decide([made for made, _, _ in self._places], fixed, self.derived)
        except RefusedError as error:
            loc, key = next(
                ((loc, key) for made, loc, key in self._places if made is error.fenced),
                (("sources", self.source_id), ""),
            )
            self.problems.append(problem_of(error, loc, key))
            return {}

    def needed(self, names: Iterable[str]) -> tuple[list[str], dict[str, Fenced]]:
        """The columns of files, and the derived ones, that the expressions and ``names`` make necessary."""
        of_formulas = [made for made, loc, _ in self._places if loc[-1:] != ("derive",)]
        wanted = dict.fromkeys([*names, *(column for made in of_formulas for column in made.columns)])
        for name in reversed(self.derived):
            if name in wanted:
                wanted |= dict.fromkeys(self.derived[name].columns)
        used = {name: made for name, made in self.derived.items() if name in wanted}
        return [name for name in wanted if name not in self.derived], used

    def _take(self, make: Callable[[], Fenced], loc: Loc, key: str) -> Fenced | None:
        try:
            made = make()
        except RefusedError as error:
            self.problems.append(problem_of(error, loc, key))
            return None
        self._places.append((made, loc, key))
        return made
