"""``scorecard record``: write a figure down."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from scorecard.cli.choices import ids
from scorecard.cli.opening import Opened, explained, explained_file, open_map
from scorecard.cli.options import AsOf, ColourOption, MapOption, Verbose
from scorecard.cli.terminal import Colour, write, write_note

_Kpi: TypeAlias = Annotated[
    str | None, typer.Argument(metavar="KPI", help="The KPI or measure, by id or name.", show_default=False)
]
_Value: TypeAlias = Annotated[
    str | None,
    typer.Argument(
        metavar="VALUE",
        help="The figure as in the map: 12280, 80k, 2.5%, yes. A negative one stands behind --.",
        show_default=False,
    ),
]
_Period: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="PERIOD",
        help="The period it is for, as 2026-10; the last that is over.",
        show_default=False,
    ),
]
_Day: TypeAlias = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="The day it is for, instead.", show_default=False)
]
_Parts: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--for", metavar="NAME=VALUE", help="The part it is for: network=instagram; may be repeated."),
]
_Sample: TypeAlias = Annotated[
    float | None,
    typer.Option("--n", metavar="N", help="How many answers or rows stand behind it.", min=0, show_default=False),
]
_Note: TypeAlias = Annotated[str | None, typer.Option("--note", metavar="WORDS", help="A word about it.")]
_Filled: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="A table that was filled in, long or with a column for each period; all of it is recorded, or nothing.",
        show_default=False,
    ),
]


def record(
    kpi: _Kpi = None,
    value: _Value = None,
    period: _Period = None,
    day: _Day = None,
    parts: _Parts = None,
    n: _Sample = None,
    note: _Note = None,
    filled: _Filled = None,
    strategy_map: MapOption = None,
    as_of: AsOf = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Record a figure.

    It is kept in data/actuals.csv beside the map, or in the data/actuals*.csv that has figures of the KPI. A figure
    that is there already for the same period is replaced, and the old one is said.

    scorecard record guests 2640 --map maps/corner-cafe

    scorecard record satisfied 82% --period 2026-Q3 --n 45 -m maps/corner-cafe

    scorecard record waiting-time 4.9 --date 2026-10-31 --n 9 -m maps/corner-cafe
    """
    from scorecard.api.record import filled_figures, new_figure, record_text

    opened = open_map(strategy_map, as_of, colour, verbose)
    if filled is not None:
        _alone(kpi, value, period, day, parts, n, note)
        with explained_file(filled, colour):
            figures, notes = filled_figures(opened.strategy_map, filled, opened.as_of)
        for text in notes:
            write_note(f"note: {text}")
    else:
        typed = (_meant(opened, kpi), _given(value), opened.as_of)
        when, of_parts = _one(period, day), _pairs(parts)
        figures = (new_figure(opened.strategy_map, *typed, period=when, parts=of_parts, n=n, note=note),)
    with explained(opened, colour):
        write(record_text(opened.strategy_map, opened.folder, figures))


def _alone(*others: object) -> None:
    if any(other is not None for other in others):
        raise typer.BadParameter("--from stands alone: the table says which KPIs, values and periods")


def _meant(opened: Opened, kpi: str | None) -> str:
    if kpi is None:
        raise typer.BadParameter("KPI and VALUE are missing; or hand over a table with --from")
    names = {item_id: item.name for item_id, item in opened.strategy_map.measures.items()}
    names |= {item_id: item.name for item_id, item in opened.strategy_map.kpis.items()}
    return ids([kpi], names.items())[0]


def _given(value: str | None) -> str:
    if value is None:
        raise typer.BadParameter("VALUE is missing: scorecard record guests 2640")
    return value


def _one(period: str | None, day: str | None) -> str | None:
    if period is not None and day is not None:
        raise typer.BadParameter("--period and --date are two ways to say when; give one of them")
    return period or day


def _pairs(parts: list[str] | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in parts or ():
        name, equals, text = part.partition("=")
        if not equals or not name.strip() or not text.strip():
            raise typer.BadParameter(f"--for {part!r} is no part; write network=instagram")
        found[name.strip()] = text.strip()
    return found
