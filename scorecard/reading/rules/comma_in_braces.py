"""Inside braces a comma ends a value.

`{because: Sharing, not likes}` are two entries for YAML. A text with a comma stands in quotes, a number has no comma.

Good:
    kpis:
      deals: {value: 1200, description: "Deals, not offers", direction: maximise}
    goals:
      growth: {perspective: financial, lagging: [deals]}

Bad:
    kpis:
      deals: {value: 1200, description: Deals, not offers, direction: maximise}
    goals:
      growth: {perspective: financial, lagging: [deals]}
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem
from scorecard.reading.quoting import in_quotes


def problem(loc: Loc, key: str, value: str, rest: tuple[str, ...]) -> Problem:
    """The value of ``key`` was cut off at a comma; ``rest`` is what followed."""
    whole = ", ".join((value, *rest))
    digits = len(rest) == 1 and value.lstrip("+-").isdigit() and rest[0].rstrip("%kM").isdigit()
    if digits:
        return Problem(
            rule="comma-in-braces",
            loc=loc,
            part="key",
            message="a comma ends a value inside {{ }}, so `{whole}` is not one number",
            label="cut off here",
            hint="write `{key}: {joined}` or `{key}: {point}`, whichever is meant",
            params={
                "key": key,
                "whole": f"{value},{rest[0]}",
                "joined": value + rest[0],
                "point": f"{value}.{rest[0]}",
            },
        )
    return Problem(
        rule="comma-in-braces",
        loc=loc,
        part="key",
        message="a comma ends a value inside {{ }}: put it in quotes",
        label="cut off from `{key}`",
        hint="write `{key}: {quoted}`",
        params={"key": key, "quoted": in_quotes(whole)},
    )
