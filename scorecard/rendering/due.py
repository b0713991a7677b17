"""The KPIs that still need a figure, by owner: for the terminal, as the CSV form to fill in, and as Markdown."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

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
"""The columns of the form."""

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


def _blocks(due: Sequence[DueKpi], period: Period, currency: str | None, width: int | None) -> list[Line]:
    groups = by_owner(due)
    ordered = [kpi for kpis in groups.values() for kpi in kpis]
    rows = iter(_rows([_cells(kpi, period, currency) for kpi in ordered], width))
    title = f"{counted(KPI=len(due))} without a figure for {period}"
    lines = paragraph(title, "strong", width=width)
    for owner, kpis in groups.items():
        lines += [(), *paragraph(printable(owner or _NO_OWNER), "strong" if owner else "muted", indent=2, width=width)]
        for _ in kpis:
            lines += next(rows)
    return lines


def _cells(kpi: DueKpi, period: Period, currency: str | None) -> Row:
    value, when = _last(kpi, currency)
    return (
        (Span(printable(kpi.name)),),
        (Span(kpi.id, "muted"),),
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
    """The form to fill in: the column names and a row for each KPI, with ``value``, ``n`` and ``note`` left empty.

    A text that a spreadsheet would take for a formula is given an apostrophe in front.
    """
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(FORM)
    for kpis in by_owner(due).values():
        for kpi in kpis:
            last = "" if kpi.last_value is None else figure_text(kpi.last_value, kpi.unit)
            texts = [guarded(printable(one_line(text or ""))) for text in (kpi.id, kpi.name, kpi.owner, kpi.unit)]
            writer.writerow([*texts, str(kpi.period), last, "", "", ""])
    return stream.getvalue()


def due_markdown(due: Sequence[DueKpi], period: Period, currency: str | None) -> str:
    """A table for each owner, for a ticket or a mail; a sentence when nothing is due for ``period``."""
    if not due:
        return f"{_nothing(period)}\n"
    lines = [f"## {counted(KPI=len(due))} without a figure for {period}", ""]
    for owner, kpis in by_owner(due).items():
        lines += [f"### {markdown_text(owner or _NO_OWNER)}", ""]
        headings = ("KPI", "Unit", "Period", "Last value")
        lines += markdown_table(headings, [_markdown_row(kpi, currency) for kpi in kpis], right=(3,))
    return "\n".join(lines)


def _markdown_row(kpi: DueKpi, currency: str | None) -> tuple[str, ...]:
    value, when = _last(kpi, currency)
    return (
        f"{markdown_text(kpi.name)}<br>{markdown_id(kpi.id)}",
        markdown_text(kpi.unit or ""),
        str(kpi.period),
        markdown_text(" ".join(filter(None, (value, when)))),
    )
