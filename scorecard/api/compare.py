"""A period of a map compared with an earlier one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from scorecard import __version__
from scorecard.actuals import Actuals
from scorecard.api.closed import closed_periods
from scorecard.api.score import PeriodError, actuals_of, asked_period, scored
from scorecard.api.status import Screen, StatusFormat
from scorecard.comparing import as_reported, compare, of_card, of_report
from scorecard.comparison import Comparison
from scorecard.model import StrategyMap
from scorecard.period import Period
from scorecard.result import Scorecard


def compared(
    strategy_map: StrategyMap,
    as_of: date,
    against: str,
    *,
    period: str | None = None,
    folder: Path | None = None,
) -> Comparison:
    """What moved from the period ``against`` to ``period``, and what that did to the goals.

    ``period`` and ``folder`` as in `score`. A period that was closed is read and not scored again; beside a card,
    which is always scored, stands what `card_compared` finds.

    Raises:
        PeriodError: when a period is none of the map's rhythm, ``against`` does not lie before the scored one, or
            nothing is known of it.
        InvalidDataError: when sources, formulas or recorded figures have errors.
    """
    before = asked_period(strategy_map, against, as_of)
    asked = asked_period(strategy_map, period, as_of)
    assert before is not None  # a text was asked for
    actuals = actuals_of(strategy_map, folder, as_of, since=before)
    card = scored(strategy_map, actuals, as_of, asked, folder)
    closed = closed_periods(folder, strategy_map.period, as_of)
    if card.period not in closed:
        return moved_since(strategy_map, actuals, card, before, folder)
    reported = as_reported(card, closed[card.period])
    return replace(moved_since(strategy_map, actuals, reported, before, folder), now_reported=True)


def card_compared(strategy_map: StrategyMap, card: Scorecard, against: str, folder: Path | None = None) -> Comparison:
    """What moved from the period ``against`` to a card that it is shown with: only the earlier period is read from
    its closed file, so that both show the same numbers. Raises as `compared` does."""
    before = asked_period(strategy_map, against, card.as_of)
    assert before is not None  # a text was asked for
    return moved_since(strategy_map, actuals_of(strategy_map, folder, card.as_of, since=before), card, before, folder)


def moved_since(
    strategy_map: StrategyMap, actuals: Actuals, card: Scorecard, before: Period, folder: Path | None
) -> Comparison:
    """What moved from the period ``before``, as it was reported where it is closed, to the numbers of a card.

    Raises:
        PeriodError: when ``before`` does not lie before the period of the card, or nothing is known of it.
    """
    as_of = card.as_of
    if before >= card.period:
        raise PeriodError(f"{before} does not lie before the scored period, which is {card.period}")
    closed = closed_periods(folder, strategy_map.period, as_of)
    if before in closed:
        return compare(strategy_map, card, of_report(closed[before]))
    known_since(actuals, before)
    return compare(strategy_map, card, of_card(scored(strategy_map, actuals, as_of, before, folder)))


def known_since(actuals: Actuals, before: Period) -> None:
    """Raises PeriodError when nothing is known of a period."""
    if not actuals.periods:
        raise PeriodError("the figures of the map have no dates, so nothing can have moved; `record` writes dated ones")
    if before < actuals.periods[0]:
        raise PeriodError(f"nothing is known of {before}; the first period with a figure is {actuals.periods[0]}")


def comparison_text(comparison: Comparison, style: StatusFormat, screen: Screen) -> str:
    """The comparison as text."""
    if style == "json":
        from scorecard.rendering.comparison.as_json import comparison_json

        return comparison_json(comparison, tool_version=__version__)
    if style == "csv":
        from scorecard.rendering.comparison.as_csv import comparison_csv

        return comparison_csv(comparison)
    if style == "markdown":
        from scorecard.rendering.comparison.as_markdown import comparison_markdown

        return comparison_markdown(comparison)
    from scorecard.rendering.comparison.terminal import comparison_table
    from scorecard.rendering.spans import as_text

    return as_text(comparison_table(comparison, width=screen.width, ascii=screen.ascii), colour=screen.colour)
