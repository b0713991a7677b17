"""An arrow is named by its two ends, `cause:effect`, and stands in the map.

The effect is the goal that names the other one under `driven_by` or `hindered_by`.

Good:
    scenario: Turnaround does nothing for fares
    drop_links: [fast-ground-turnaround:fewer-planes]

Bad:
    scenario: Turnaround does nothing for fares
    drop_links: [fewer-planes:fast-ground-turnaround]
"""

from __future__ import annotations

from collections.abc import Collection

from scorecard.problem import Loc, Part, Problem

_MOST = 12


def problem(loc: Loc, cause: str, effect: str, arrows: Collection[tuple[str, str]], part: Part) -> Problem:
    """No arrow leads from ``cause`` to ``effect``."""
    turned = (effect, cause) in arrows
    from_there = [f"{one}:{other}" for one, other in sorted(arrows) if cause in (one, other) or effect in (one, other)]
    return Problem(
        rule="unknown-link",
        loc=loc,
        part=part,
        message="no arrow of the map leads from '{cause}' to '{effect}'",
        label="not in the map",
        hint="it leads the other way: write `{effect}:{cause}`"
        if turned
        else "arrows of these goals are: {arrows}"
        if from_there
        else "these goals have no arrows",
        params={"cause": cause, "effect": effect, "arrows": ", ".join(from_there[:_MOST])},
    )


def no_arrow(loc: Loc, text: str, part: Part) -> Problem:
    """``text`` is no arrow."""
    return Problem(
        rule="unknown-link",
        loc=loc,
        part=part,
        message="`{text}` is no arrow",
        label="no colon",
        hint="write the two goals with a colon between them: `cause:effect`",
        params={"text": text},
    )
