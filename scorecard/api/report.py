"""All that a report of one period shows, collected from the other verbs and written as page, Markdown or PDF."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from scorecard.actuals import Actuals
from scorecard.api.compare import moved_since
from scorecard.api.evidence import evidence as evidence_found
from scorecard.api.explain import outlooks_explained
from scorecard.api.forecast import forecast as forecast_found
from scorecard.api.history import history_of
from scorecard.api.levers import levers_of
from scorecard.api.rankings import rankings
from scorecard.api.review import names_of, open_decisions, review_of
from scorecard.api.scenario import FOLDER, InvalidScenarioError, kept_scenarios
from scorecard.api.score import PeriodError, actuals_of, asked_period, scored
from scorecard.api.simulate import simulated
from scorecard.comparison import Comparison
from scorecard.model import StrategyMap
from scorecard.period import Period, period_before, period_of
from scorecard.report import Audience, Report
from scorecard.result import Scorecard
from scorecard.scoring.splitting import split_by
from scorecard.simulation import Outcome, Simulation
from scorecard.split import Split

ReportFormat: TypeAlias = Literal["html", "markdown", "pdf"]

LAST = 13
"""So many periods a report looks back on: of a map that is scored by the month, the same one a year before as well."""

_WIDTH = 1192
"""The width of the map in px: that of the page, so that its letters have the size that they are drawn in."""

_PRINTED_WIDTH = 1300
"""The same for paper: as wide as the letters of the cards can still be read on A4."""


def report(
    strategy_map: StrategyMap,
    as_of: date,
    *,
    period: str | None = None,
    folder: Path | None = None,
    audience: Audience = "team",
    evidence: bool = False,
    forecast: bool = False,
) -> Report:
    """Collect all that a report of a period shows.

    ``period`` and ``folder`` as in `score`; the history ends with that period. ``evidence`` and ``forecast`` ask for
    what the figures say of the arrows and where the outlooks are expected to go, both as of ``as_of`` and whatever the
    period is; they need the extra reasoning.

    Raises:
        PeriodError: when the period is none of the map's rhythm, or begins after the day.
        InvalidDataError: when sources, formulas, recorded figures or reviews have errors.
        ClosedFileError: when the file of a closed period cannot be read.
        ReasoningError, ForecastError: when what they need is not installed.
    """
    asked = asked_period(strategy_map, period, as_of)
    first = _earlier(asked or period_of(as_of, strategy_map.period), LAST)
    actuals = actuals_of(strategy_map, folder, as_of, split=strategy_map.dimensions, since=first)
    card = scored(strategy_map, actuals, as_of, asked, folder)
    names = names_of(strategy_map)
    scenarios, broken = _scenarios(strategy_map, actuals, card, folder)
    return Report(
        card=card,
        audience=audience,
        history=history_of(strategy_map, actuals, as_of, last=LAST, folder=folder, period=card.period),
        comparison=_comparison(strategy_map, actuals, card, folder),
        splits=_splits(strategy_map, actuals, card, as_of),
        rankings=rankings(strategy_map, card, as_of, folder),
        review=None if folder is None else review_of(folder, card.period, names),
        open_decisions=() if folder is None else open_decisions(folder, card.period, names),
        reasons=outlooks_explained(strategy_map, actuals, card, folder) if audience == "team" else (),
        levers=levers_of(card),
        scenarios=scenarios,
        broken_scenarios=broken,
        evidence=evidence_found(strategy_map, as_of, folder=folder) if evidence else None,
        forecast=forecast_found(strategy_map, as_of, folder=folder) if forecast else None,
    )


def _earlier(period: Period, steps: int) -> Period:
    try:
        return period_before(period, steps)
    except OverflowError:
        return period


def _comparison(strategy_map: StrategyMap, actuals: Actuals, card: Scorecard, folder: Path | None) -> Comparison | None:
    try:
        return moved_since(strategy_map, actuals, card, period_before(card.period), folder)
    except (PeriodError, OverflowError):
        return None


def _scenarios(
    strategy_map: StrategyMap, actuals: Actuals, card: Scorecard, folder: Path | None
) -> tuple[Simulation | None, tuple[str, ...]]:
    """What the scenarios beside the map would do, and the files of those that have errors."""
    if folder is None:
        return None, ()
    scenarios, broken = kept_scenarios(folder, strategy_map)
    outcomes: list[Outcome] = []
    for scenario in scenarios:
        try:
            outcomes += simulated(strategy_map, actuals, card, [scenario], folder=folder).outcomes
        except InvalidScenarioError:  # it does not go with the figures of this period
            broken += (f"{FOLDER}/{Path(scenario.path).name}",)
    return Simulation(before=card, outcomes=tuple(outcomes)) if outcomes else None, broken


def _splits(strategy_map: StrategyMap, actuals: Actuals, card: Scorecard, as_of: date) -> tuple[Split, ...]:
    """The headline by each dimension; where there is no headline, or no part of it is known, there is no table."""
    if not strategy_map.headline:
        return ()
    found = (split_by(strategy_map, actuals, card.period, as_of, dimension) for dimension in strategy_map.dimensions)
    return tuple(split for split in found if split.columns)


ENDINGS: Mapping[str, ReportFormat] = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".pdf": "pdf",
}
"""What the ending of a file says of its format."""


class ReportNameError(Exception):
    """The ending of a file name stands for no format of a report; the message lists those that do."""


def save_report(found: Report, path: Path) -> None:
    """Write a report into a file whose ending says the format: .html, .md or .pdf.

    Raises:
        ReportNameError: for another ending.
        EngineError: see `report_pdf`.
        OSError: when the file cannot be written; what stood there before is untouched.
    """
    from scorecard.writing.text import write_bytes

    style = ENDINGS.get(path.suffix.lower())
    if style is None:
        raise ReportNameError(f"{path.name!r} names no format of a report; end it with .html, .md or .pdf")
    write_bytes(path, report_pdf(found) if style == "pdf" else report_text(found, style).encode("utf-8", "replace"))


def report_text(found: Report, style: Literal["html", "markdown"]) -> str:
    """The report as one page of HTML that carries its letters with it, or as Markdown."""
    if style == "markdown":
        from scorecard.rendering.report.as_markdown import report_markdown

        return report_markdown(found)
    from scorecard.rendering.report.page import report_page
    from scorecard.writing.font_subset import font_subset

    return report_page(found, picture=_picture(found), font=font_subset)


def report_pdf(found: Report) -> bytes:
    """The report on pages of A4, set by typst; the same report gives the same bytes on every day.

    Raises:
        NoEngineError: when typst is not installed; the message says how to install it.
        EngineError: when typst cannot set the report.
    """
    from scorecard.rendering.letters import all_known
    from scorecard.rendering.report.printed.document import report_typst
    from scorecard.rendering.report.printed.markup import BREAK
    from scorecard.writing.pdf import typeset

    document = report_typst(found, _printed_picture(found))
    # Where Inter has every character, no other font is looked at, and the pages are the same everywhere.
    return typeset(document, system_fonts=not all_known(document.replace(BREAK, "")))


def _picture(found: Report) -> str:
    """The strategy map with the trends that the tables have, its goals linked to their sections."""
    from scorecard.api.board import BoardOptions, board

    return board(found.card, BoardOptions(width=_WIDTH, linked=True, prefix="map-")).svg


def _printed_picture(found: Report) -> str:
    """The same for a sheet of A4; its cards leave the KPIs to the sections of the goals."""
    from scorecard.api.board import BoardOptions, board
    from scorecard.rendering.board.look import detail_for
    from scorecard.rendering.board.runs import in_runs

    detail = detail_for(len(found.card.goals))
    options = BoardOptions(
        width=_PRINTED_WIDTH,
        detail="standard" if detail == "full" else detail,
        linked=True,
        prefix="map-",
    )
    return in_runs(board(found.card, options).svg)
