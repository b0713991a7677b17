"""The KPIs that still need a figure, by owner: for the terminal, as the CSV form to fill in, and as Markdown."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from scorecard.actuals import DimensionValues
from scorecard.due import DueKpi
from scorecard.naming import counted
from scorecard.period import Period
from scorecard.recorded import figure_text, one_line
from scorecard.rendering.columns import GAP, Row, natural_width, paragraph, table_rows
from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.numbers import amount
from scorecard.rendering.spans import Line, Span, as_ascii, printable
from scorecard.table_text import guarded

FORM = ("kpi", "name", "owner", "unit", "period", "last value", "value", "n", "note")
"""The columns of the form; those of dimensions stand before the period."""

_HELP = ("name", "owner", "unit", "last value")
"""Columns for whoever fills the form in; one gives way to a dimension of that name."""

_INDENT = 4
_NAME, _LAST = 0, 3
_LEAST_NAME = 16
_NO_OWNER = "no owner"
_NO_FIGURE = "no figure yet"


def by_owner(due: Iterable[DueKpi]) -> Mapping[str | None, list[DueKpi]]:
    """The KPIs of each owner in their order; those without an owner come last, under None."""
    groups: dict[str | None, list[DueKpi]] = {}
    for kpi in due:
        groups.setdefault(kpi.owner, []).append(kpi)
    nobody = groups.pop(None, [])
    return {**groups, None: nobody} if nobody else groups


def due_lines(
    due: Sequence[DueKpi], period: Period, currency: str | None, *, width: int | None = None, ascii: bool = False
) -> tuple[Line, ...]:
    """A block for each owner, its KPIs with their last values; a sentence when nothing is due for ``period``."""
    lines = _blocks(due, period, currency, width) if due else [(Span(_nothing(period)),)]
    return as_ascii(lines) if ascii else tuple(lines)


def _nothing(period: Period) -> str:
    return f"Nothing is due for {period}."


def _title(due: Sequence[DueKpi], period: Period) -> str:
    return f"{counted(KPI=len({kpi.id for kpi in due}))} without a figure for {period}"


def _part(dimensions: DimensionValues) -> str:
    """What part of a KPI is meant, as ``record --for`` takes it."""
    return " ".join(f"{name}={value}" for name, value in dimensions)


def _blocks(due: Sequence[DueKpi], period: Period, currency: str | None, width: int | None) -> list[Line]:
    groups = by_owner(due)
    ordered = [kpi for kpis in groups.values() for kpi in kpis]
    rows = iter(_rows([_cells(kpi, period, currency) for kpi in ordered], width))
    lines = paragraph(_title(due, period), "strong", width=width)
    for owner, kpis in groups.items():
        lines += [(), *paragraph(printable(owner or _NO_OWNER), "strong" if owner else "muted", indent=2, width=width)]
        for _ in kpis:
            lines += next(rows)
    return lines


def _cells(kpi: DueKpi, period: Period, currency: str | None) -> Row:
    value, when = _last(kpi, currency)
    return (
        (Span(printable(kpi.name)),),
        (Span(printable(" ".join(filter(None, (kpi.id, _part(kpi.dimensions))))), "muted"),),
        (Span("" if kpi.period == period else f"for {kpi.period}"),),
        (Span(value),),
        (Span(when, "muted"),),
    )


def _last(kpi: DueKpi, currency: str | None) -> tuple[str, str]:
    """The last value, and when that was."""
    if kpi.last_value is None:
        return "", _NO_FIGURE
    value = printable(amount(kpi.last_value, kpi.unit, currency))
    return value, "" if kpi.last_period is None else f"in {kpi.last_period}"


def _rows(rows: Sequence[Row], width: int | None) -> list[list[Line]]:
    """Each KPI in one line where all of them fit, else its name and below it everything else."""
    nameless = [(*row[:_NAME], (), *row[_NAME + 1 :]) for row in rows]
    if width is None or _INDENT + natural_width(nameless) + GAP + _LEAST_NAME <= width:
        return table_rows(rows, right=(_LAST,), indent=_INDENT, width=width, folding=_NAME)
    return [
        [
            *paragraph(_text(name), indent=_INDENT, width=width),
            *paragraph("  ".join(filter(None, map(_text, others))), "muted", indent=_INDENT + 2, width=width),
        ]
        for name, *others in rows
    ]


def _text(line: Line) -> str:
    return "".join(span.text for span in line)


def due_csv(due: Sequence[DueKpi]) -> str:
    """The form to fill in: the column names and a row for each KPI or part, with ``value``, ``n`` and ``note`` left
    empty. There is a column for each dimension by which something is due.

    A text that a spreadsheet would take for a formula is given an apostrophe in front.
    """
    stream = StringIO()
    dimensions = list(dict.fromkeys(name for kpi in due for name, _ in kpi.dimensions))
    taken = {name.casefold() for name in dimensions}
    columns = [name for name in FORM if name not in taken or name not in _HELP]
    columns[columns.index("period") : columns.index("period")] = dimensions
    writer = csv.DictWriter(stream, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    for kpis in by_owner(due).values():
        for kpi in kpis:
            part = dict(kpi.dimensions)
            writer.writerow({**_form_row(kpi), **{name: _plain(part.get(name)) for name in dimensions}})
    return stream.getvalue()


def _form_row(kpi: DueKpi) -> dict[str, str]:
    return {
        "kpi": _plain(kpi.id),
        "name": _plain(kpi.name),
        "owner": _plain(kpi.owner),
        "unit": _plain(kpi.unit),
        "period": str(kpi.period),
        "last value": "" if kpi.last_value is None else figure_text(kpi.last_value, kpi.unit),
    }


def _plain(text: str | None) -> str:
    return guarded(printable(one_line(text or "")))


def due_markdown(due: Sequence[DueKpi], period: Period, currency: str | None) -> str:
    """A table for each owner, for a ticket or a mail; a sentence when nothing is due for ``period``."""
    if not due:
        return f"{_nothing(period)}\n"
    lines = [f"## {_title(due, period)}", ""]
    for owner, kpis in by_owner(due).items():
        lines += [f"### {markdown_text(owner or _NO_OWNER)}", ""]
        headings = ("KPI", "Unit", "Period", "Last value")
        lines += markdown_table(headings, [_markdown_row(kpi, currency) for kpi in kpis], right=(3,))
    return "\n".join(lines)


def _markdown_row(kpi: DueKpi, currency: str | None) -> tuple[str, ...]:
    value, when = _last(kpi, currency)
    part = markdown_text(_part(kpi.dimensions))
    return (
        f"{markdown_text(kpi.name)}<br>{markdown_id(kpi.id)}{part and ' ' + part}",
        markdown_text(kpi.unit or ""),
        str(kpi.period),
        markdown_text(" ".join(filter(None, (value, when)))),
    )
