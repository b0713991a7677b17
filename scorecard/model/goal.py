"""Goals, and the entries of their lists: results, drivers, causes and hindrances."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema, model_serializer, model_validator

from scorecard import scalars
from scorecard.model.fields import (
    DELAY_SCHEMA,
    ID_SCHEMA,
    KEY_SCHEMA,
    WEIGHT_SCHEMA,
    Delay,
    Id,
    Noun,
    Rank,
    Text,
    Thresholds,
    Weight,
)


class Lagging(Noun):
    """A KPI that measures the result of a goal."""

    id: Id = Field(description="Id of the KPI")
    weight: Weight = Field(1.0, description="Weight among the goal's lagging KPIs, 0.001 to 1000")
    because: Text | None = Field(None, description="Why this KPI shows the result, in a sentence")

    @model_validator(mode="before")
    @classmethod
    def _one_form(cls, written: Any) -> Any:
        return scalars.read_entry(written)

    @model_serializer
    def _as_written(self) -> dict[str, Any]:
        return {self.id: {"weight": self.weight, **({"because": self.because} if self.because else {})}}


class Driver(Noun):
    """A leading KPI, a cause or a hindrance of a goal."""

    id: Id = Field(description="Id of the KPI or of the goal")
    weight: Weight = Field(1.0, description="Weight among the goal's drivers, 0.001 to 1000")
    delay: Delay = Field(0, description="Whole periods until the effect shows, 0 to 1000")
    because: Text | None = Field(None, description="The hypothesis, in a sentence")

    @model_validator(mode="before")
    @classmethod
    def _one_form(cls, written: Any) -> Any:
        return scalars.read_entry(written)

    @model_serializer
    def _as_written(self) -> dict[str, Any]:
        because = {"because": self.because} if self.because else {}
        return {self.id: {"weight": self.weight, "delay": self.delay, **because}}


def _entries_schema(delay: bool) -> dict[str, Any]:
    settings: dict[str, Any] = {"weight": WEIGHT_SCHEMA, "because": scalars.TEXT_SCHEMA}
    if delay:
        settings["delay"] = DELAY_SCHEMA
    entry = {
        "anyOf": [
            *WEIGHT_SCHEMA["anyOf"],
            {
                "type": "object",
                "properties": settings,
                "additionalProperties": False,
                "patternProperties": {"^x-": {}},
            },
        ]
    }
    ids = {"type": "object", "propertyNames": KEY_SCHEMA, "additionalProperties": entry}
    item = {
        "anyOf": [
            ID_SCHEMA,
            {**ids, "minProperties": 1, "maxProperties": 1},
        ]
    }
    return {"anyOf": [{"type": "array", "items": item}, ids]}


LaggingEntries: TypeAlias = Annotated[
    tuple[Lagging, ...], BeforeValidator(scalars.read_entries), WithJsonSchema(_entries_schema(delay=False))
]
Drivers: TypeAlias = Annotated[
    tuple[Driver, ...], BeforeValidator(scalars.read_entries), WithJsonSchema(_entries_schema(delay=True))
]


class Goal(Noun):
    """What is to be achieved, seen from one perspective."""

    name: Text | None = Field(None, description="Shown name; made from the id when left out")
    description: Text | None = Field(None, description="What the goal means")
    perspective: Id = Field(description="Id of the perspective the goal belongs to")
    owner: Text | None = Field(None, description="Who answers for the goal")
    weight: Weight = Field(1.0, description="Weight within its perspective, 0.001 to 1000")
    theme: Id | None = Field(None, description="Id of a theme")
    importance: Rank | None = Field(None, description="1 to 5, 5 most; orders, never weighs")
    urgency: Rank | None = Field(None, description="1 to 5, 5 most; orders, never weighs")
    thresholds: Thresholds = Field(Thresholds(), description="Limits of the status, where they differ")
    lagging: LaggingEntries = Field((), description="KPIs that measure the result")
    leading: Drivers = Field((), description="KPIs that drive the result")
    driven_by: Drivers = Field((), description="Goals whose results drive this one: the arrows of the map")
    hindered_by: Drivers = Field((), description="Goals whose success this one pays for")
    initiatives: tuple[Id, ...] = Field((), description="Ids of the initiatives that serve the goal")
    guardrails: tuple[Id, ...] = Field((), description="KPIs watched beside the goal: never scored, they raise flags")
    url: Text | None = Field(None, description="A page with more about the goal")
