"""How the figures of a KPI are written: with the sign of their unit, and yes or no where that is the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from scorecard.problem import Loc, Problem
from scorecard.scalars import names_period, read_number

_FIGURES = ("value", "baseline", "target", "worst", "best", "range", "curve", "alarm", "warning")
_IN_BLOCKS = ("above", "below")
_ANSWERS = ("yes", "no")


def written_figures(data: Any) -> Iterator[Problem]:
    """The figures of all KPIs that do not go with their unit."""
    kpis = data.get("kpis") if isinstance(data, dict) else None
    for kpi_id, kpi in kpis.items() if isinstance(kpis, dict) else ():
        if isinstance(kpi, dict):
            unit = kpi.get("unit")
            for key in _FIGURES:
                if key in kpi:
                    written = kpi[key]
                    # The usual case, a plain number of a plain unit, is decided without a call.
                    if unit not in ("%", "percent", "yes-no") and written.__class__ is str and written[-1:].isdigit():
                        continue
                    for loc, text in _texts(("kpis", kpi_id, key), key, written):
                        problem = _judge(loc, text, unit)
                        if problem is not None:
                            yield problem


def _texts(loc: Loc, key: str, written: Any) -> Iterator[tuple[Loc, str]]:
    """The single figures of a value: of a pair both, of a curve the values and not the performances."""
    if isinstance(written, str):
        yield loc, written
    elif isinstance(written, list):
        for index, item in enumerate(written):
            if key == "curve" and isinstance(item, list):
                item = item[:1]
            yield from _texts((*loc, index), "", item)
    elif isinstance(written, Mapping) and isinstance(written.get("change"), str):
        yield (*loc, "change"), written["change"]
    elif isinstance(written, Mapping) and key in ("target", "alarm", "warning"):
        for name, figure in written.items():
            if isinstance(figure, str) and (name in _IN_BLOCKS or (key == "target" and names_period(str(name)))):
                yield (*loc, name), figure


def _judge(loc: Loc, text: str, unit: object) -> Problem | None:
    from scorecard.reading.rules import bad_change, percent_sign, yes_no

    in_percent = unit in ("%", "percent")
    if loc[-1] == "change":
        if text.endswith("pp"):
            return None if in_percent else bad_change.points_without_percent(loc, text)
        return bad_change.without_percent(loc, text) if in_percent and _is_bare(text) else None
    if unit == "yes-no":
        return None if text in _ANSWERS or not text else yes_no.wanted(loc, text)
    if text in _ANSWERS:
        return yes_no.unexpected(loc, text)
    if in_percent:
        return percent_sign.missing(loc, text) if _is_bare(text) else None
    if text.endswith("%"):
        return percent_sign.unexpected(loc, text, unit if isinstance(unit, str) else None)
    return None


def _is_bare(text: str) -> bool:
    """Whether a text is a number other than 0 without a % sign."""
    try:
        return read_number(text) != 0 and not text.endswith("%")
    except PydanticCustomError:
        return False
