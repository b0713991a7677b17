"""KPIs and measures: where their figures come from, what they should reach, and when to sound the alarm."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from scorecard.model.fields import (
    Amount,
    Count,
    Curve,
    Direction,
    FirstDay,
    Id,
    LastDay,
    Lasting,
    Notes,
    Noun,
    Number,
    NumberOrPair,
    Pair,
    Text,
    Thresholds,
    Unit,
    YesNo,
)
from scorecard.model.target import Target
from scorecard.period import Over, Rhythm

Kind: TypeAlias = Literal["flow", "stock", "rate"]
"""How figures add up: a flow is summed, a stock is what there is at the end, a rate is a mean."""


class Alarm(Noun):
    """A limit that a value should not pass, and how often it may before the alarm sounds."""

    above: Number | None = Field(None, description="Sounds when the value is larger")
    below: Number | None = Field(None, description="Sounds when the value is smaller")
    lasting: Lasting = Field((1, 1), alias="for", description="In how many of the last periods: 2 of 3")


class Measure(Noun):
    """A figure that is no KPI: formulas may use it and it may be split, but it is never scored."""

    name: Text | None = Field(None, description="Shown name; made from the id when left out")
    description: Text | None = Field(None, description="What exactly is counted")
    unit: Unit | None = Field(None, description="count, %, money, yes-no, a currency code, hours ...")
    source: Id | None = Field(None, description="Id of the source whose rows the formula is worked out over")
    formula: Text | None = Field(None, description="As for a KPI")
    where: Text | None = Field(None, description="A condition that a row must meet to count")
    kind: Kind | None = Field(None, description="How figures of several days add up; clear from most formulas")
    additive: YesNo = Field(True, description="no: figures of several networks add up to an upper bound only")
    over: Over | None = Field(None, description="A window wider than the period: year-to-date, last-12-months ...")
    url: Text | None = Field(None, description="A page with more about the measure")


class Kpi(Noun):
    """A figure that shows how a goal fares, with the scale it is judged on."""

    name: Text | None = Field(None, description="Shown name; made from the id when left out")
    description: Text | None = Field(None, description="What exactly is counted")
    unit: Unit | None = Field(None, description="count, %, money, yes-no, a currency code, hours ...")
    direction: Direction | None = Field(None, description="Which way is better; usually clear from the scale")
    baseline: Number | None = Field(None, description="The value at the start: 0 % of the way")
    target: Target | None = Field(None, description="The value to reach: 100 % of the way")
    since: FirstDay | None = Field(None, description="First day of the plan")
    by: LastDay | None = Field(None, description="Last day of the plan, the target's date")
    worst: NumberOrPair | None = Field(None, description="The value that is worth 0 %; a pair with `range`")
    best: Number | None = Field(None, description="The value that is worth 100 %")
    scale: Literal["binary"] | None = Field(None, description="binary: reached or not")
    curve: Curve | None = Field(None, description="Points [value, performance], values rising")
    range: Pair | None = Field(None, description="[low, high]: inside is good, outside is not")
    kind: Kind | None = Field(None, description="How figures of several days add up; clear from most formulas")
    thresholds: Thresholds = Field(Thresholds(), description="Limits of the status, where they differ")
    owner: Text | None = Field(None, description="Who answers for the figure")
    value: Number | None = Field(None, description="The present value, without a date")
    source: Id | None = Field(None, description="Id of the source whose rows the formula is worked out over")
    formula: Text | None = Field(
        None, description="sum(shares) / sum(reach) over the rows of a period; without a source: ad_spend / leads"
    )
    where: Text | None = Field(None, description="A condition that a row must meet to count")
    sample: Text | None = Field(None, description="How many rows or answers stand behind a figure: count(*)")
    min_sample: Count | None = Field(None, description="With a smaller sample the figure is shown and not scored")
    additive: YesNo = Field(True, description="no: figures of several networks add up to an upper bound only")
    substitute: Id | None = Field(
        None, alias="else", description="Id of the KPI or measure that stands in when there is no figure"
    )
    over: Over | None = Field(None, description="A window wider than the period: year-to-date, last-12-months ...")
    cadence: Rhythm | None = Field(None, description="How often it is measured, where that is rarer than the period")
    review_by: LastDay | None = Field(None, description="The day by which the KPI itself is to be looked at again")
    alarm: Alarm | None = Field(None, description="Sounds when the value lies above or below this")
    warning: Alarm | None = Field(None, description="As alarm, one degree milder")
    unstable_above: Amount | None = Field(
        None, description="Sounds when the standard deviation of six periods is a larger share of their mean"
    )
    breaks: Notes = Field({}, description="Periods from which on figures do not compare with those before, and why")
    url: Text | None = Field(None, description="A page with more about the KPI")
