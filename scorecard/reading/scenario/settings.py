"""The section ``set``: KPIs, and what each is set to, at once or from period to period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic_core import PydanticCustomError

from scorecard.period import Period
from scorecard.problem import Loc
from scorecard.reading.scenario.figures import step_of
from scorecard.reading.scenario.page import Page
from scorecard.scalars import read_period
from scorecard.scenario import Setting, Step


def settings_of(page: Page, written: Any) -> tuple[Setting, ...]:
    """Every KPI that is set."""
    return tuple(
        Setting(kpi_id, steps)
        for kpi_id, value in page.block(("set",), written)
        if page.is_known("unknown-kpi", ("set", kpi_id), kpi_id, page.strategy_map.kpis, of="KPI")
        and (steps := _steps(page, ("set", kpi_id), kpi_id, value))
    )


def _steps(page: Page, loc: Loc, kpi_id: str, written: Any) -> tuple[Step, ...]:
    from scorecard.reading.rules import empty_value

    if not isinstance(written, Mapping):
        text = page.text(loc, written)
        step = None if text is None else step_of(page, loc, kpi_id, text)
        return () if step is None else (step,)
    if not written:
        page.say(empty_value.problem(loc, kpi_id, block=True))
    steps: dict[Period, Step] = {}
    for key, value in page.block(loc, written):
        since = _period(page, (*loc, key), key, steps)
        text = page.text((*loc, key), value)
        step = None if text is None else step_of(page, (*loc, key), kpi_id, text)
        if since is not None and step is not None:
            steps[since] = step._replace(since=since)
    return tuple(steps[since] for since in sorted(steps, key=lambda period: period.start))


def _period(page: Page, loc: Loc, text: str, known: Mapping[Period, Step]) -> Period | None:
    from scorecard.reading.rules import bad_date
    from scorecard.reading.scenario.rules import changed_twice

    try:
        period = read_period(text)
    except PydanticCustomError:
        page.say(replace(bad_date.problem(loc, text), part="key"))
        return None
    other = next((other for other in known if other.start == period.start), None)
    if other is not None:
        page.say(changed_twice.same_start(loc, str(other), text))
    return period
