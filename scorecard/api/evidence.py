"""What the data of a map say of its arrows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from scorecard import __version__
from scorecard.actuals import Actuals
from scorecard.api.score import actuals_of
from scorecard.api.status import Screen, StatusFormat
from scorecard.arrow_evidence import Evidence
from scorecard.extras import lacking
from scorecard.model import StrategyMap
from scorecard.period import period_before, period_of

_MOST_PERIODS = 600


class ReasoningError(Exception):
    """A library of the extra ``scorecard[reasoning]`` is not installed; the message says how to install it."""


def evidence(strategy_map: StrategyMap, as_of: date, *, folder: Path | None = None) -> Evidence:
    """For every arrow and every leading KPI, whether the figures show what is declared: up with up, for a hindrance
    down with up, after the declared delay.

    Compared are the changes from period to period (values in the KPI's unit, up for better; a goal is the weighted
    mean of its lagging KPIs' changes), in the longest stretch without a gap in which both are known, 600 periods at
    most; trend and seasons (from two years on) are taken out, and so is what each series' own past tells. ``r`` lies in
    [−1, 1], ``p``, ``q`` and ``power`` in [0, 1]. p is corrected for the search over delays and for autocorrelation,
    q for all arrows of the map. A verdict errs in at most 5 % of unrelated pairs. Support is no proof: something that
    moves both, the one a little earlier, looks the same; and within one period nothing shows which came first.

    The formulas, one function each with its source, are in `scorecard.inference`: ``changes``, ``common_course``,
    ``lagged`` (Granger 1969, Haugh 1976, Newey and West 1987), ``granger``, ``certainty`` (Fisher 1921, Cohen 1988),
    ``corrected`` (Holm 1979, Šidák 1967, Benjamini and Hochberg 1995).

    Raises:
        ReasoningError: when scipy is not installed.
        InvalidDataError: when sources, formulas or recorded figures have errors.
    """
    needs_scipy("evidence")
    first = period_before(period_of(as_of, strategy_map.period), _MOST_PERIODS)
    return evidence_of(strategy_map, actuals_of(strategy_map, folder, as_of, since=first), as_of)


def evidence_of(strategy_map: StrategyMap, actuals: Actuals, as_of: date) -> Evidence:
    """The same of figures that are at hand."""
    from scorecard.evidencing import evidence as found

    return found(strategy_map, actuals, as_of)


def needs_scipy(what: str) -> None:
    """ReasoningError where scipy is missing."""
    try:
        import scipy.special  # noqa: F401
    except ImportError:
        raise ReasoningError(lacking(what, "scipy")) from None


def evidence_text(found: Evidence, style: StatusFormat, screen: Screen) -> str:
    """The evidence as text."""
    if style == "json":
        from scorecard.rendering.evidence.as_json import evidence_json

        return evidence_json(found, tool_version=__version__)
    if style == "csv":
        from scorecard.rendering.evidence.as_csv import evidence_csv

        return evidence_csv(found)
    if style == "markdown":
        from scorecard.rendering.evidence.as_markdown import evidence_markdown

        return evidence_markdown(found)
    from scorecard.rendering.evidence.table import evidence_table
    from scorecard.rendering.spans import as_text

    return as_text(evidence_table(found, width=screen.width, ascii=screen.ascii), colour=screen.colour)
