"""The types of single fields: how each is read, and what the schema says of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from scorecard import scalars
from scorecard.period import Period
from scorecard.scalars import LARGEST, number_schema


class _TextToo:
    """Says in the schema that a text may stand where an item with a name does."""

    def __get_pydantic_json_schema__(self, item: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [scalars.TEXT_SCHEMA, handler(item)]}


NUMBER_SCHEMA = number_schema()
WEIGHT_SCHEMA = number_schema(0.001, 1000)
DELAY_SCHEMA = {"type": "integer", "minimum": 0, "maximum": 1000}
NAME_ALONE = (BeforeValidator(scalars.read_named), _TextToo())
KEY_SCHEMA = {"pattern": scalars.ID_PATTERN, "maxLength": scalars.LONGEST_ID}
ID_SCHEMA = {"type": ["string", "integer"], "minimum": 0, **KEY_SCHEMA}
PAIR_SCHEMA = {"type": "array", "items": NUMBER_SCHEMA, "minItems": 2, "maxItems": 2}

Id: TypeAlias = Annotated[
    str, StringConstraints(pattern=scalars.ID_PATTERN, max_length=scalars.LONGEST_ID), WithJsonSchema(ID_SCHEMA)
]
Text: TypeAlias = Annotated[str, StringConstraints(min_length=1), WithJsonSchema(scalars.TEXT_SCHEMA)]
Texts: TypeAlias = Annotated[
    tuple[Text, ...],
    BeforeValidator(scalars.read_texts),
    WithJsonSchema({"anyOf": [scalars.TEXT_SCHEMA, {"type": "array", "items": scalars.TEXT_SCHEMA}]}),
]
Unit: TypeAlias = Annotated[Text, BeforeValidator(scalars.read_unit)]
Number: TypeAlias = Annotated[float, PlainValidator(scalars.read_number), WithJsonSchema(NUMBER_SCHEMA)]
Fraction: TypeAlias = Annotated[float, PlainValidator(scalars.read_fraction), WithJsonSchema(scalars.FRACTION_SCHEMA)]
Amount: TypeAlias = Annotated[
    float, Field(ge=0), BeforeValidator(scalars.read_number), WithJsonSchema(number_schema(0, LARGEST))
]
Weight: TypeAlias = Annotated[
    float,
    Field(ge=0.001, le=1000),
    BeforeValidator(scalars.read_number),
    WithJsonSchema(WEIGHT_SCHEMA),
]
Delay: TypeAlias = Annotated[
    int,
    Field(ge=0, le=1000),
    BeforeValidator(scalars.read_whole),
    WithJsonSchema(DELAY_SCHEMA),
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
Pair: TypeAlias = Annotated[tuple[float, float], BeforeValidator(scalars.read_pair), WithJsonSchema(PAIR_SCHEMA)]
NumberOrPair: TypeAlias = Annotated[
    float | tuple[float, float],
    BeforeValidator(scalars.read_number_or_pair),
    WithJsonSchema({"anyOf": [*NUMBER_SCHEMA["anyOf"], PAIR_SCHEMA]}),
]
Curve: TypeAlias = Annotated[
    tuple[tuple[float, float], ...],
    BeforeValidator(scalars.read_curve),
    WithJsonSchema({"type": "array", "items": PAIR_SCHEMA}),
]
FirstDay: TypeAlias = Annotated[date, BeforeValidator(scalars.read_first_day), WithJsonSchema(scalars.DATE_SCHEMA)]
PeriodName: TypeAlias = Annotated[
    Period, PlainValidator(scalars.read_period), PlainSerializer(str), WithJsonSchema(scalars.DATE_SCHEMA)
]
Notes: TypeAlias = Annotated[
    Mapping[PeriodName, Text],
    WithJsonSchema(
        {
            "type": "object",
            "propertyNames": {"pattern": scalars.PERIOD_PATTERN},
            "additionalProperties": scalars.TEXT_SCHEMA,
        }
    ),
]
"""A sentence for each of some days or periods."""
Against: TypeAlias = Annotated[str, BeforeValidator(scalars.read_against), WithJsonSchema(scalars.AGAINST_SCHEMA)]
YesNo: TypeAlias = Annotated[
    bool,
    PlainValidator(scalars.read_yes_no),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no", "true", "false"]}]}),
]
Count: TypeAlias = Annotated[
    int,
    Field(ge=1, le=1_000_000),
    BeforeValidator(scalars.read_whole),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 1_000_000}),
]
Month: TypeAlias = Annotated[
    int,
    Field(ge=1, le=12),
    BeforeValidator(scalars.read_whole),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 12}),
]
Lines: TypeAlias = Annotated[
    int,
    Field(ge=0, le=1000),
    BeforeValidator(scalars.read_whole),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 1000}),
]
Lasting: TypeAlias = Annotated[
    tuple[int, int],
    PlainValidator(scalars.read_lasting),
    PlainSerializer(scalars.lasting_text),
    WithJsonSchema(scalars.LASTING_SCHEMA),
]
"""``2 of 3``: in so many of the last so many periods."""
ParamName: TypeAlias = Annotated[str, StringConstraints(pattern=scalars.PARAM_PATTERN, max_length=scalars.LONGEST_ID)]
LastDay: TypeAlias = Annotated[date, BeforeValidator(scalars.read_last_day), WithJsonSchema(scalars.DATE_SCHEMA)]
Direction: TypeAlias = Annotated[
    Literal["maximise", "minimise", "none"],
    BeforeValidator(scalars.read_direction),
    WithJsonSchema({"enum": ["maximise", "maximize", "minimise", "minimize", "none"]}),
]


class Noun(BaseModel):
    """An immutable part of a map; keys it does not know are errors.

    A field whose key is a word of Python (``else``, ``for``, ``in``) has another name here and the key as its alias.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        json_schema_extra={"patternProperties": {"^x-": {}}},
        serialize_by_alias=True,
    )


def keys_of(noun: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a part of a map, as they stand in the file."""
    return tuple(field.alias or name for name, field in noun.model_fields.items())


class Thresholds(Noun):
    """From ``at_risk`` on a performance is at risk and no longer off track, from ``on_track`` on it is on track."""

    at_risk: Fraction | None = Field(None, description="Below this share the status is off track (50%)")
    on_track: Fraction | None = Field(None, description="From this share on the status is on track (80%)")
