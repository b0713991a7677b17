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

import re

from scorecard.problem import Loc, Problem
from scorecard.reading.quoting import in_quotes


def problem(loc: Loc, key: str, written: str) -> Problem:
    """The value of ``key``, as ``written``, was cut off at a comma; ``loc`` is the first part behind it."""
    if re.fullmatch(r"[+-]?\d+(\s*,\s*\d+)+[%kM]?", written):
        numbers = [re.sub(r"[\s,]", "", written)]
        if written.count(",") == 1:
            numbers.append(re.sub(r"\s*,\s*", ".", written))
        return Problem(
            rule="comma-in-braces",
            loc=loc,
            part="key",
            message="a comma ends a value inside {{ }}, so `{written}` is not one number",
            label="cut off from `{key}`",
            hint="write `{key}: {joined}` or `{key}: {point}`, whichever is meant"
            if numbers[1:]
            else "write `{key}: {joined}`",
            params={"key": key, "written": written, "joined": numbers[0], "point": numbers[-1]},
        )
    return Problem(
        rule="comma-in-braces",
        loc=loc,
        part="key",
        message="a comma ends a value inside {{ }}: put it in quotes",
        label="cut off from `{key}`",
        hint="write `{key}: {quoted}`",
        params={"key": key, "quoted": in_quotes(written)},
    )
