"""The JSON Schema of the strategy-map file, made from the classes that load it."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from scorecard.model import StrategyMap
from scorecard.scalars import LONGEST_ID

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema of a map as data, JSON Schema draft 2020-12.

    It says which keys there are, what their values look like and how they nest. What takes two places at once (ids
    that must be known, loops, the sign that goes with a unit) only ``scorecard check`` can say.
    """
    made = StrategyMap.model_json_schema(schema_generator=_FileSchema)
    return {"$schema": _DIALECT, **made, "title": "Strategy map"}


def schema_text() -> str:
    """The schema of a map as JSON text, with a line break at its end."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


class _FileSchema(GenerateJsonSchema):
    """A schema for people who write the file: no value is null, and no key needs a title or an empty default."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Optional means that the key may be left out; a key that is there has a value."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Only a default that is a single value helps an author."""
        made = super().default_schema(schema)
        if isinstance(made.get("default"), str | float | int):
            return made
        return {key: value for key, value in made.items() if key != "default"}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """A block of items: every key is an id, or has the pattern that its type gives."""
        made = super().dict_schema(schema)
        patterns = made.pop("patternProperties", None)
        if patterns is None:
            return made
        ((pattern, items),) = patterns.items()
        return {
            **made,
            "propertyNames": {"pattern": pattern, "maxLength": LONGEST_ID},
            "additionalProperties": items,
        }

    def field_title_should_be_set(self, schema: Any) -> bool:
        """The key says what its title would."""
        return False
