"""Sources: the raw rows that figures are worked out from, as they lie in files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from scorecard import scalars
from scorecard.model.fields import Lines, Noun, Text, Texts, YesNo

Plain: TypeAlias = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]
"""A text that may be empty."""


class SourceFile(Noun):
    """One file, or all that a pattern finds; what the file does not say is said here."""

    file: Text = Field(description="A path below the folder of the map, or a pattern: data/instagram-*.csv")
    set: Mapping[Text, Plain] = Field({}, description="Columns that have the same text in every row: {network: x}")
    columns: Mapping[Text, Text] = Field({}, description="Our name of a column, and the heading it has in the file")
    encoding: Text | None = Field(None, description="utf-16, cp1252 ...; recognised where the file says it itself")
    skip: Lines = Field(0, description="How many lines stand above the headings")
    date_format: Text | None = Field(None, description="How dates are written, when not 2026-10-31: %m/%d/%Y %H:%M")
    decimal: Literal[".", ","] | None = Field(None, description="The decimal sign, when it is a comma")
    sheet: Text | None = Field(None, description="The sheet of a workbook; its first when left out")


class _OneToo:
    """Says in the schema that one path, or one file with its settings, may stand where a list of them does."""

    def __get_pydantic_json_schema__(self, files: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        made = handler(files)
        one = {"anyOf": [scalars.TEXT_SCHEMA, made["items"]]}
        return {"anyOf": [*one["anyOf"], {"type": "array", "minItems": 1, "items": one}]}


SourceFiles: TypeAlias = Annotated[tuple[SourceFile, ...], BeforeValidator(scalars.read_files), _OneToo()]


class Source(Noun):
    """A table of dated rows."""

    date: Text = Field(description="The column that says when a row happened")
    label: Text | None = Field(None, description="The column that names a row to people: title")
    key: Texts = Field((), description="Columns that tell rows apart; of two rows with the same key the later counts")
    files: SourceFiles = Field(description="A file, a pattern, or a list of them", min_length=1)
    derive: Mapping[Text, Text] = Field({}, description="New columns, worked out row by row before any formula")
    sparse: YesNo = Field(False, description="yes: that a network has no rows in a period is nothing to wonder about")
