"""The two tables that ``scorecard status`` prints instead of the review: by a dimension, and against a period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import typer

from scorecard.api.status import StatusFormat
from scorecard.cli.choices import ids
from scorecard.cli.opening import Opened, explained, open_map, uncollected
from scorecard.cli.terminal import Colour, screen


class SideTable(NamedTuple):
    """Which table is asked for: by the dimension ``by``, of the ``kpis`` if any are named, or against a period."""

    by: str | None
    kpis: Sequence[str] | None
    against: str | None


class View(NamedTuple):
    """Which map is meant, for when, and how it is written."""

    strategy_map: Path | None
    as_of: date | None
    period: str | None
    style: StatusFormat
    output: Path | None
    colour: Colour
    verbose: bool


def side_table(asked: SideTable, view: View, of_the_review: Mapping[str, bool]) -> str | None:
    """The text of the table, None where the review is meant.

    ``of_the_review`` says which options were given that only a review knows: a gate that is passed because nothing
    was looked at would be none.
    """
    if asked.by is None and asked.against is None:
        if asked.kpis:
            raise typer.BadParameter("--kpi says which figures --by shows, so it needs --by; all KPIs show with --kpis")
        return None
    if asked.by is not None and asked.against is not None:
        raise typer.BadParameter("--by and --compare are two tables; ask for one of them")
    if asked.kpis and asked.against is not None:
        raise typer.BadParameter("--kpi says which figures --by shows; --compare shows all that moved")
    table = "--by" if asked.by is not None else "--compare"
    for name, given in of_the_review.items():
        if given:
            raise typer.BadParameter(f"{name} belongs to the review, and {table} prints its own table only")
    opened = open_map(view.strategy_map, view.as_of, view.colour, view.verbose)
    with uncollected(), explained(opened, view.colour):
        return _split(opened, asked, view) if asked.by is not None else _compared(opened, asked.against or "", view)


def _split(opened: Opened, asked: SideTable, view: View) -> str:
    from scorecard.api.split import split, split_text

    strategy_map = opened.strategy_map
    names = [(kpi_id, kpi.name) for kpi_id, kpi in strategy_map.kpis.items()]
    names += [(measure_id, measure.name) for measure_id, measure in strategy_map.measures.items()]
    found = split(
        strategy_map,
        opened.as_of,
        *ids([asked.by or ""], ((name, None) for name in strategy_map.dimensions)),
        figures=ids(asked.kpis, names),
        period=view.period,
        folder=opened.folder,
    )
    return split_text(found, view.style, screen(view.colour, output=view.output))


def _compared(opened: Opened, against: str, view: View) -> str:
    from scorecard.api.compare import compared, comparison_text

    found = compared(opened.strategy_map, opened.as_of, against, period=view.period, folder=opened.folder)
    return comparison_text(found, view.style, screen(view.colour, output=view.output))
