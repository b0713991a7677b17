"""What a KPI should reach: a figure, a step from another figure, another KPI, or a figure for each of some periods."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema, model_serializer, model_validator

from scorecard import scalars
from scorecard.model.fields import Against, Id, Noun, Number, PeriodName
from scorecard.scalars import number_schema

EARLIER = ("previous-period", "same-period-last-year")
"""The references of a relative target that move with the period."""


class Change(Noun):
    """A target said as a step from the reference: ``+12%`` of it, ``+500`` units or ``+0.5pp``.

    The reference is the baseline, or what ``against`` names: ``previous-period``, ``same-period-last-year``, a period
    (``2026-Q2``) or another KPI. ``in`` is the period from which on the target holds.
    """

    change: Annotated[str, BeforeValidator(scalars.read_change), WithJsonSchema(scalars.CHANGE_SCHEMA)] = Field(
        description="The step, with its sign: +12% of the reference, +500, or +0.5pp"
    )
    against: Against | None = Field(
        None, description="The reference: previous-period, same-period-last-year, a period, or the id of another KPI"
    )
    from_period: PeriodName | None = Field(None, alias="in", description="The period from which on the target holds")


class OtherKpi(Noun):
    """A target that is the value of another KPI."""

    kpi: Id = Field(description="Id of the KPI whose value is the target")


class PeriodTargets(Noun):
    """A figure for each of some periods; each holds until the next one that is named."""

    steps: Mapping[PeriodName, Number] = Field(description="The figures by period", min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _as_written(cls, written: Any) -> Any:
        return written if isinstance(written, dict) and written.keys() == {"steps"} else {"steps": written}

    @model_serializer
    def _written(self) -> dict[str, float]:
        return {str(period): figure for period, figure in self.steps.items()}


def _read_target(written: object) -> float | Change | OtherKpi | PeriodTargets:
    if isinstance(written, str):  # by far the most, so first
        return scalars.read_target_number(written)
    if isinstance(written, (Change, OtherKpi, PeriodTargets)):
        return written
    if isinstance(written, dict):
        if "kpi" in written:
            return OtherKpi.model_validate(written)
        if scalars.names_periods(written):
            return PeriodTargets(steps=scalars.read_steps(written))
        return Change.model_validate(written)
    return scalars.read_target_number(written)


_CHANGE_SCHEMA = {
    "type": "object",
    "properties": {
        "change": {"description": Change.model_fields["change"].description, **scalars.CHANGE_SCHEMA},
        "against": {"description": Change.model_fields["against"].description, **scalars.AGAINST_SCHEMA},
        "in": {"description": Change.model_fields["from_period"].description, **scalars.DATE_SCHEMA},
    },
    "required": ["change"],
    "additionalProperties": False,
    "patternProperties": {"^x-": {}},
}
_STEPS_SCHEMA = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"pattern": scalars.PERIOD_PATTERN},
    "additionalProperties": {"anyOf": number_schema(plus=False)["anyOf"]},
}

Target: TypeAlias = Annotated[
    float | Change | OtherKpi | PeriodTargets,
    BeforeValidator(_read_target),
    WithJsonSchema(
        {
            "anyOf": [
                *number_schema(plus=False)["anyOf"],
                _CHANGE_SCHEMA,
                OtherKpi.model_json_schema(),
                _STEPS_SCHEMA,
            ]
        }
    ),
]
