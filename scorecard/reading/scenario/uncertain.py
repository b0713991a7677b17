"""The section ``uncertain``: KPIs, or one word for all of them, and how uncertain their values are."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticCustomError

from scorecard.model import Kpi
from scorecard.problem import Loc
from scorecard.reading.scenario.figures import figure
from scorecard.reading.scenario.page import Page
from scorecard.scalars import read_number
from scorecard.scenario import Uncertain

ALL = "*"
HISTORY = "history"
_MOST_SHARE = 10.0


def uncertain_of(page: Page, written: Any) -> tuple[Uncertain, ...]:
    """Every KPI that is uncertain; a word instead of a block is said of all of them."""
    if isinstance(written, str) and written.strip():
        one = _uncertain(page, ("uncertain",), ALL, written.strip())
        return () if one is None else (one,)
    found = []
    for kpi_id, value in page.block(("uncertain",), written):
        loc = ("uncertain", kpi_id)
        known = kpi_id == ALL or page.is_known("unknown-kpi", loc, kpi_id, page.strategy_map.kpis, of="KPI")
        text = page.text(loc, value) if known else None
        one = None if text is None else _uncertain(page, loc, kpi_id, text)
        found += [] if one is None else [one]
    return tuple(found)


def _uncertain(page: Page, loc: Loc, kpi_id: str, text: str) -> Uncertain | None:
    from scorecard.reading.scenario.rules import bad_uncertainty

    kpi = None if kpi_id == ALL else page.strategy_map.kpis[kpi_id]
    if kpi is not None and kpi.unit == "yes-no":
        page.say(bad_uncertainty.yes_no(loc, text))
    elif text.casefold() == HISTORY:
        return Uncertain(kpi_id, HISTORY, "history", at=page.place(loc))
    elif ".." in text and kpi is not None:
        return _range(page, loc, kpi_id, kpi, text)
    elif text.endswith("%") and ".." not in text:
        return _share(page, loc, kpi_id, text)
    else:
        page.say(bad_uncertainty.no_spread(loc, text))
    return None


def _share(page: Page, loc: Loc, kpi_id: str, text: str) -> Uncertain | None:
    from scorecard.reading.scenario.rules import bad_uncertainty

    try:
        share = read_number(text[:-1].rstrip() + "%")
    except PydanticCustomError:
        page.say(bad_uncertainty.no_share(loc, text))
        return None
    if not 0 < share <= _MOST_SHARE:
        page.say(bad_uncertainty.no_share(loc, text))
        return None
    return Uncertain(kpi_id, text, "share", share=share, at=page.place(loc))


def _range(page: Page, loc: Loc, kpi_id: str, kpi: Kpi, text: str) -> Uncertain | None:
    from scorecard.reading.scenario.rules import bad_uncertainty

    ends = [end.strip() for end in text.replace("−", "-").split("..")]
    if len(ends) != 2 or not all(ends):
        page.say(bad_uncertainty.no_spread(loc, text))
        return None
    low, high = (figure(page, loc, kpi, end) for end in ends)
    if low is None or high is None:
        return None
    if low >= high:
        page.say(bad_uncertainty.wrong_way(loc, text))
        return None
    return Uncertain(kpi_id, text, "range", low=low, high=high, at=page.place(loc))
