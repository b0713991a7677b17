"""The strategy map as its author wrote it: what may be said, and nothing computed.

The JSON Schema of the file is generated from these classes. A scalar comes in as the text that stands in the file
(or, from JSON, as a number); what a text means follows from the field it fills, so ``name: no`` is a name and
``target: 80k`` a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from scorecard import scalars
from scorecard.period import Rhythm
from scorecard.scalars import LARGEST, number_schema


class _TextToo:
    """Says in the schema that a text may stand where an item with a name does."""

    def __get_pydantic_json_schema__(self, item: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [scalars.TEXT_SCHEMA, handler(item)]}


_NUMBER_SCHEMA = number_schema()
_WEIGHT_SCHEMA = number_schema(0.001, 1000)
_DELAY_SCHEMA = {"type": "integer", "minimum": 0, "maximum": 1000}
_NAME_ALONE = (BeforeValidator(scalars.read_named), _TextToo())
_KEY_SCHEMA = {"pattern": scalars.ID_PATTERN, "maxLength": scalars.LONGEST_ID}
_ID_SCHEMA = {"type": ["string", "integer"], "minimum": 0, **_KEY_SCHEMA}
_PAIR_SCHEMA = {"type": "array", "items": _NUMBER_SCHEMA, "minItems": 2, "maxItems": 2}

Id: TypeAlias = Annotated[
    str, StringConstraints(pattern=scalars.ID_PATTERN, max_length=scalars.LONGEST_ID), WithJsonSchema(_ID_SCHEMA)
]
Text: TypeAlias = Annotated[str, StringConstraints(min_length=1), WithJsonSchema(scalars.TEXT_SCHEMA)]
Texts: TypeAlias = Annotated[
    tuple[Text, ...],
    BeforeValidator(scalars.read_texts),
    WithJsonSchema({"anyOf": [scalars.TEXT_SCHEMA, {"type": "array", "items": scalars.TEXT_SCHEMA}]}),
]
Unit: TypeAlias = Annotated[Text, BeforeValidator(scalars.read_unit)]
Number: TypeAlias = Annotated[float, PlainValidator(scalars.read_number), WithJsonSchema(_NUMBER_SCHEMA)]
Fraction: TypeAlias = Annotated[float, PlainValidator(scalars.read_fraction), WithJsonSchema(scalars.FRACTION_SCHEMA)]
Amount: TypeAlias = Annotated[
    float, Field(ge=0), BeforeValidator(scalars.read_number), WithJsonSchema(number_schema(0, LARGEST))
]
Weight: TypeAlias = Annotated[
    float,
    Field(ge=0.001, le=1000),
    BeforeValidator(scalars.read_number),
    WithJsonSchema(_WEIGHT_SCHEMA),
]
Delay: TypeAlias = Annotated[
    int,
    Field(ge=0, le=1000),
    BeforeValidator(scalars.read_whole),
    WithJsonSchema(_DELAY_SCHEMA),
]
Rank: TypeAlias = Annotated[
    int,
    Field(ge=1, le=5),
    BeforeValidator(scalars.read_whole),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 5}),
]
Format: TypeAlias = Annotated[
    int,
    Field(ge=1, le=1),
    BeforeValidator(scalars.read_whole),
    WithJsonSchema({"type": "integer", "enum": [1]}),
]
Pair: TypeAlias = Annotated[tuple[float, float], BeforeValidator(scalars.read_pair), WithJsonSchema(_PAIR_SCHEMA)]
NumberOrPair: TypeAlias = Annotated[
    float | tuple[float, float],
    BeforeValidator(scalars.read_number_or_pair),
    WithJsonSchema({"anyOf": [*_NUMBER_SCHEMA["anyOf"], _PAIR_SCHEMA]}),
]
Curve: TypeAlias = Annotated[
    tuple[tuple[float, float], ...],
    BeforeValidator(scalars.read_curve),
    WithJsonSchema({"type": "array", "items": _PAIR_SCHEMA}),
]
FirstDay: TypeAlias = Annotated[date, BeforeValidator(scalars.read_first_day), WithJsonSchema(scalars.DATE_SCHEMA)]
LastDay: TypeAlias = Annotated[date, BeforeValidator(scalars.read_last_day), WithJsonSchema(scalars.DATE_SCHEMA)]
Direction: TypeAlias = Annotated[
    Literal["maximise", "minimise", "none"],
    BeforeValidator(scalars.read_direction),
    WithJsonSchema({"enum": ["maximise", "maximize", "minimise", "minimize", "none"]}),
]


class Noun(BaseModel):
    """An immutable part of a map; keys it does not know are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"patternProperties": {"^x-": {}}})


class Thresholds(Noun):
    """From ``at_risk`` on a performance is at risk and no longer off track, from ``on_track`` on it is on track."""

    at_risk: Fraction | None = Field(None, description="Below this share the status is off track (50%)")
    on_track: Fraction | None = Field(None, description="From this share on the status is on track (80%)")


class Perspective(Noun):
    """A point of view from which the strategy is seen; the first of the map is the top."""

    name: Text | None = Field(None, description="Shown name; made from the id when left out")
    questions: Texts = Field((), description="The questions this perspective answers")
    weight: Weight = Field(1.0, description="Weight in the index of the map, 0.001 to 1000")


class Theme(Noun):
    """A strand of the strategy that runs through several goals."""

    name: Text | None = Field(None, description="Shown name; made from the id when left out")
    description: Text | None = Field(None, description="What the theme is about")


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
    settings: dict[str, Any] = {"weight": _WEIGHT_SCHEMA, "because": scalars.TEXT_SCHEMA}
    if delay:
        settings["delay"] = _DELAY_SCHEMA
    entry = {
        "anyOf": [
            *_WEIGHT_SCHEMA["anyOf"],
            {
                "type": "object",
                "properties": settings,
                "additionalProperties": False,
                "patternProperties": {"^x-": {}},
            },
        ]
    }
    ids = {"type": "object", "propertyNames": _KEY_SCHEMA, "additionalProperties": entry}
    item = {
        "anyOf": [
            _ID_SCHEMA,
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
    url: Text | None = Field(None, description="A page with more about the goal")


class Change(Noun):
    """A target said as a step from the reference: ``+12%`` of it, ``+500`` units or ``+0.5pp``."""

    change: Annotated[str, BeforeValidator(scalars.read_change), WithJsonSchema(scalars.CHANGE_SCHEMA)] = Field(
        description="The step, with its sign: +12% of the reference, +500, or +0.5pp"
    )


class OtherKpi(Noun):
    """A target that is the value of another KPI."""

    kpi: Id = Field(description="Id of the KPI whose value is the target")


def _read_target(written: object) -> float | Change | OtherKpi:
    if isinstance(written, str):  # by far the most, so first
        return scalars.read_target_number(written)
    if isinstance(written, (Change, OtherKpi)):
        return written
    if isinstance(written, dict):
        return OtherKpi.model_validate(written) if "kpi" in written else Change.model_validate(written)
    return scalars.read_target_number(written)


Target: TypeAlias = Annotated[
    float | Change | OtherKpi,
    BeforeValidator(_read_target),
    WithJsonSchema(
        {"anyOf": [*number_schema(plus=False)["anyOf"], Change.model_json_schema(), OtherKpi.model_json_schema()]}
    ),
]


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
    kind: Literal["flow", "stock", "rate"] | None = Field(None, description="How figures of several days add up")
    thresholds: Thresholds = Field(Thresholds(), description="Limits of the status, where they differ")
    owner: Text | None = Field(None, description="Who answers for the figure")
    value: Number | None = Field(None, description="The present value, without a date")
    url: Text | None = Field(None, description="A page with more about the KPI")


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
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = Field(
        None, description="Currency of `unit: money`, three letters: EUR"
    )
    outlook: OutlookSettings = Field(OutlookSettings(), description="How outlooks are made")
    thresholds: Thresholds = Field(Thresholds(), description="Limits of the status for the whole map")
    min_coverage: Fraction = Field(0.5, description="A number that knows less than this share shows no colour")
    perspectives: Mapping[Id, Annotated[Perspective, *_NAME_ALONE]] = Field(
        {
            "financial": Perspective(name="Financial"),
            "customer": Perspective(name="Customer"),
            "internal": Perspective(name="Internal processes"),
            "learning": Perspective(name="Learning and growth"),
        },
        description="From top to bottom; Kaplan and Norton's four when left out",
        min_length=1,
    )
    themes: Mapping[Id, Annotated[Theme, *_NAME_ALONE]] = Field({}, description="Strands of the strategy")
    goals: Mapping[Id, Goal] = Field(description="The goals, by id", min_length=1)
    kpis: Mapping[Id, Kpi] = Field({}, description="The KPIs, by id")
    initiatives: Mapping[Id, Initiative] = Field({}, description="The initiatives, by id")
