"""The whole map, and the parts of it that are neither goal nor KPI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from scorecard.model.fields import (
    NAME_ALONE,
    Amount,
    FirstDay,
    Format,
    Fraction,
    Id,
    LastDay,
    Month,
    Notes,
    Noun,
    Number,
    ParamName,
    Text,
    Texts,
    Thresholds,
    Weight,
)
from scorecard.model.goal import Goal
from scorecard.model.kpi import Kpi, Measure
from scorecard.model.source import Source
from scorecard.period import Rhythm


class Perspective(Noun):
    """A point of view from which the strategy is seen; the first of the map is the top."""

    name: Text | None = Field(None, description="Shown name; made from the id when left out")
    questions: Texts = Field((), description="The questions this perspective answers")
    weight: Weight = Field(1.0, description="Weight in the index of the map, 0.001 to 1000")


class Theme(Noun):
    """A strand of the strategy that runs through several goals."""

    name: Text | None = Field(None, description="Shown name; made from the id when left out")
    description: Text | None = Field(None, description="What the theme is about")


class Initiative(Noun):
    """A piece of work that serves goals; it never enters a score."""

    name: Text | None = Field(None, description="Shown name; made from the id when left out")
    description: Text | None = Field(None, description="What is done")
    owner: Text | None = Field(None, description="Who answers for it")
    start: FirstDay | None = Field(None, description="First day")
    due: LastDay | None = Field(None, description="Last day")
    status: Literal["planned", "active", "done", "stopped"] | None = Field(None, description="Where it stands")
    completion: Fraction | None = Field(None, description="Share of the work that is done, 0% to 100%")
    budget: Amount | None = Field(None, description="Money planned, in the map's currency")
    spent: Amount | None = Field(None, description="Money spent, in the map's currency")
    because: Text | None = Field(None, description="Why it should help, in a sentence")
    kpi: Id | None = Field(None, description="Id of the KPI that should show the result")
    result: Text | None = Field(None, description="What came of it")
    url: Text | None = Field(None, description="A page with more about it")


class OutlookSettings(Noun):
    """How the outlook of a goal is made."""

    drivers: Annotated[Fraction, Field(ge=0.1, le=0.9)] = Field(
        0.5, description="Share of the drivers in a goal's outlook, 10% to 90%"
    )


class StrategyMap(Noun):
    """A whole strategy: perspectives from top to bottom, goals, KPIs, arrows and initiatives."""

    format: Format = Field(1, description="Version of this file format")
    name: Text | None = Field(None, description="Name of the strategy")
    description: Text | None = Field(None, description="What this strategy is about")
    organisation: Text | None = Field(None, description="Whose strategy it is")
    mission: Text | None = Field(None, description="Why the organisation exists")
    vision: Text | None = Field(None, description="What it wants to become")
    owner: Text | None = Field(None, description="Who answers for the strategy")
    horizon: Text | None = Field(None, description="The time the strategy is made for")
    period: Rhythm = Field("month", description="The rhythm of scoring")
    as_of: LastDay | None = Field(None, description="The day to score for when none is asked for")
    year_starts: Month = Field(1, description="The month in which the year of `over` begins")
    dimensions: Texts = Field((), description="Columns by which figures may be split: [network]")
    params: Mapping[ParamName, Number] = Field({}, description="Figures that formulas name as $name")
    headline: tuple[Id, ...] = Field((), description="The few KPIs and measures for an outsider")
    events: Notes = Field({}, description="Marks on the time line, by day or period")
    trend_same: Fraction = Field(0.02, description="A trend smaller than this share of the scale is none (2%)")
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = Field(
        None, description="Currency of `unit: money`, three letters: EUR"
    )
    outlook: OutlookSettings = Field(OutlookSettings(), description="How outlooks are made")
    thresholds: Thresholds = Field(Thresholds(), description="Limits of the status for the whole map")
    min_coverage: Fraction = Field(0.5, description="A number that knows less than this share shows no colour")
    perspectives: Mapping[Id, Annotated[Perspective, *NAME_ALONE]] = Field(
        {
            "financial": Perspective(name="Financial"),
            "customer": Perspective(name="Customer"),
            "internal": Perspective(name="Internal processes"),
            "learning": Perspective(name="Learning and growth"),
        },
        description="From top to bottom; Kaplan and Norton's four when left out",
        min_length=1,
    )
    themes: Mapping[Id, Annotated[Theme, *NAME_ALONE]] = Field({}, description="Strands of the strategy")
    goals: Mapping[Id, Goal] = Field(description="The goals, by id", min_length=1)
    sources: Mapping[Id, Source] = Field({}, description="Where the raw rows lie, by id")
    measures: Mapping[Id, Measure] = Field({}, description="Figures that formulas use and that are no KPIs, by id")
    kpis: Mapping[Id, Kpi] = Field({}, description="The KPIs, by id")
    initiatives: Mapping[Id, Initiative] = Field({}, description="The initiatives, by id")
