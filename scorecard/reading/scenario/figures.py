"""What a KPI is set to: a figure in its unit, a change, or its target."""

from __future__ import annotations

import re
from dataclasses import replace

from pydantic_core import PydanticCustomError

from scorecard.model import Kpi
from scorecard.problem import Loc
from scorecard.reading.scenario.page import Page
from scorecard.scalars import read_change, read_number
from scorecard.scenario import Step

TARGET = "target"

_ANSWERS = {"yes": 1.0, "no": 0.0}
_BEFORE_SIGN = re.compile(r"(?<=[\d.])\s+(?=(?:%|pp|[kKM])$)")
_POINTS = re.compile(r"\s*(?:points?|pp)$")


def step_of(page: Page, loc: Loc, kpi_id: str, written: str) -> Step | None:
    """What a text says of a KPI: ``target``; ``+10%``, ``-500``, ``+3pp``; or a figure as the map would write it.

    A figure below 0 stands behind an equals sign, ``= -5%``, because a sign makes a change.
    """
    kpi = page.strategy_map.kpis[kpi_id]
    text = _BEFORE_SIGN.sub("", written.replace("−", "-"))
    if text.casefold() == TARGET:
        return _target(page, loc, kpi_id, kpi, written)
    if text.startswith(("+", "-")):
        change = _change(page, loc, kpi, text)
        return None if change is None else Step(written, change=change, at=page.place(loc))
    value = figure(page, loc, kpi, text.removeprefix("=").lstrip())
    return None if value is None else Step(written, value=value, at=page.place(loc))


def figure(page: Page, loc: Loc, kpi: Kpi, text: str) -> float | None:
    """A figure of a KPI, with its unit behind it or without."""
    from scorecard.reading.rules import bad_number, percent_sign, yes_no

    number = _without_unit(text, kpi.unit)
    if kpi.unit == "yes-no":
        if number not in _ANSWERS:
            page.say(yes_no.wanted(loc, text))
        return _ANSWERS.get(number)
    try:
        value = read_number(number)
    except PydanticCustomError as error:
        words = error.context or {}
        if "large" in words:
            page.say(bad_number.beyond(loc, text, large=words["large"]))
        else:
            problem = bad_number.problem(loc, text)
            unit = kpi.unit if "number" in problem.params else None
            hint = "write the number alone: `{number}`; the unit of the KPI is `{unit}`" if unit else problem.hint
            page.say(replace(problem, hint=hint, params={**problem.params, "unit": unit}))
        return None
    if number in _ANSWERS:
        page.say(yes_no.unexpected(loc, text))
        return None
    if kpi.unit == "%" and not number.endswith("%") and value != 0:
        page.say(percent_sign.missing(loc, text))
        return None
    if kpi.unit != "%" and number.endswith("%"):
        page.say(percent_sign.unexpected(loc, text, kpi.unit))
        return None
    return value + 0.0  # no figure is -0


def _without_unit(text: str, unit: str | None) -> str:
    """``4 hours`` of a KPI in hours is 4."""
    bare = text.removesuffix(unit).rstrip() if unit and unit != "%" and text != unit else text
    return _BEFORE_SIGN.sub("", bare)


def _target(page: Page, loc: Loc, kpi_id: str, kpi: Kpi, written: str) -> Step | None:
    if kpi.target is None and kpi.best is None and kpi.range is None:
        from scorecard.reading.scenario.rules import nothing_to_change

        page.say(nothing_to_change.no_target(loc, kpi_id))
        return None
    return Step(written, at=page.place(loc))


def _change(page: Page, loc: Loc, kpi: Kpi, text: str) -> str | None:
    from scorecard.reading.rules import bad_change, bad_number, yes_no

    change = _POINTS.sub("pp", text)
    if kpi.unit == "yes-no":
        page.say(yes_no.wanted(loc, text))
        return None
    try:
        read_change(change)
    except PydanticCustomError as error:
        words = error.context or {}
        large = words.get("large")
        page.say(bad_change.problem(loc, text) if large is None else bad_number.beyond(loc, text, large=large))
        return None
    if change.endswith("pp") and kpi.unit != "%":
        page.say(bad_change.points_without_percent(loc, text))
    elif kpi.unit == "%" and not change.endswith(("%", "pp")) and read_number(change) != 0:
        page.say(bad_change.without_percent(loc, text))
    else:
        return change
    return None
