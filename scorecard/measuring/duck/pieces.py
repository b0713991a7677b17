"""One file as a query: its wanted columns, typed, and the day and the file of each row."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.measuring.duck import cells, typed
from scorecard.measuring.duck.cells import Value
from scorecard.measuring.duck.headings import Layout, folded
from scorecard.measuring.duck.opened import Opened
from scorecard.measuring.duck.wanted import DAY, FILE, Wanted
from scorecard.measuring.fence import ColumnKind
from scorecard.measuring.sql_text import identifier, literal


def constant_sql(value: Value, kind: ColumnKind) -> str:
    """A value that the map says of all rows of a file."""
    if value is None:
        return f"CAST(NULL AS {typed.SQL_TYPE[kind]})"
    return f"CAST({literal(str(value))} AS {typed.SQL_TYPE[kind]})"


def constant_value(text: str, kind: ColumnKind) -> Value:
    """What the map says of all rows.

    Raises:
        ValueError: when that is not of this kind.
    """
    if kind == "number":
        return cells.number(text)
    if kind == "truth":
        return cells.truth(text)
    return cells.moment(text) if kind == "date" else cells.plain(text)


def direct(number: int, opened: Opened, layout: Layout, wanted: Wanted) -> str:
    """The rows of a file that DuckDB reads where it lies. Running it fails where a cell is not what it should be."""
    entry = opened.file.entry
    doubles = _doubles(opened, layout, wanted)
    values: dict[str, str] = {}
    for name, kind in wanted.all.items():
        place = layout.places.get(folded(name))
        if place is None or folded(name) in layout.constants:
            continue
        column = identifier(_column(opened, place))
        if name == wanted.date and name not in wanted.columns and entry.date_format is None:
            values[name] = typed.iso_day(column)
        elif name == wanted.date and entry.date_format is not None:
            values[name] = typed.written_moment(column, entry.date_format)
        elif place in doubles:
            values[name] = typed.number(column, typed=True)
        elif kind == "text" and opened.format == "text":
            values[name] = column
        else:
            values[name] = typed.typed(column, kind, decimal=entry.decimal, date_format=entry.date_format)
    return _selected(number, layout, wanted, values, _reading(opened, layout, wanted, doubles))


def stored(number: int, layout: Layout, wanted: Wanted, table: str) -> str:
    """The rows of a file that were read by ourselves and stand in a table, with the same names."""
    values = {name: identifier(name) for name in wanted.all if folded(name) not in layout.constants}
    return _selected(number, layout, wanted, values, identifier(table))


def _selected(number: int, layout: Layout, wanted: Wanted, values: Mapping[str, str], origin: str) -> str:
    said = {
        name: constant_sql(constant_value(layout.constants[folded(name)], kind), kind)
        for name, kind in wanted.all.items()
        if folded(name) in layout.constants
    }
    every = {**values, **said}
    chosen = [f"CAST({number} AS INTEGER) AS {identifier(FILE)}"]
    chosen += [f"{every[name]} AS {identifier(name)}" for name in wanted.columns]
    if wanted.date in wanted.columns:  # then it is read once, and the day is made from it
        inner = f"SELECT {', '.join(chosen)} FROM {origin}"
        return f"SELECT {_day(identifier(wanted.date))}, * FROM ({inner})"
    return f"SELECT {', '.join([_day(every[wanted.date]), *chosen])} FROM {origin}"


def _day(moment: str) -> str:
    return f"coalesce(CAST({moment} AS DATE), CAST(error('no date') AS DATE)) AS {identifier(DAY)}"


def _column(opened: Opened, place: int) -> str:
    return f"c{place}" if opened.format == "text" else opened.headings[place]


def _doubles(opened: Opened, layout: Layout, wanted: Wanted) -> frozenset[int]:
    """The columns that come as numbers: those of a text that are needed as nothing else, and those stored as such."""
    kinds: dict[int, set[ColumnKind]] = {}
    for name, kind in wanted.all.items():
        if folded(name) in layout.places:
            kinds.setdefault(layout.places[folded(name)], set()).add(kind)
    return frozenset(
        place
        for place, found in kinds.items()
        if found == {"number"} and (opened.format == "text" or opened.headings[place] in opened.numeric)
    )


def _reading(opened: Opened, layout: Layout, wanted: Wanted, doubles: frozenset[int]) -> str:
    path = literal(str(opened.file.real))
    if opened.format == "parquet":
        return _parquet(opened, path, doubles)
    if opened.format == "json":
        places = sorted({layout.places[folded(name)] for name in wanted.all if folded(name) in layout.places})
        columns = ", ".join(f"{literal(opened.headings[place])}: 'VARCHAR'" for place in places)
        return f"read_json({path}, columns={{{columns}}})"
    types = ("DOUBLE" if place in doubles else "VARCHAR" for place in range(len(opened.headings)))
    columns = ", ".join(f"'c{place}': '{name}'" for place, name in enumerate(types))
    return (
        f"read_csv({path}, columns={{{columns}}}, auto_detect=false, header=false, skip={opened.below}, "
        f"delim={literal(opened.delimiter)}, quote='\"', escape='\"', nullstr=[{typed.MISSING_LIST}], "
        f"decimal_separator={literal(opened.file.entry.decimal or '.')}, strict_mode=true, null_padding=false)"
    )


def _parquet(opened: Opened, path: str, doubles: frozenset[int]) -> str:
    """All columns as text but for those that are numbers already."""
    columns = ", ".join(
        f"CAST({identifier(heading)} AS {'DOUBLE' if place in doubles else 'VARCHAR'}) AS {identifier(heading)}"
        for place, heading in enumerate(opened.headings)
    )
    return f"(SELECT {columns} FROM read_parquet({path}))"
