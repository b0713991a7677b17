"""A comment that silences a warning has a warning to silence.

`# scorecard: ignore[rule-id] reason` at the end of a line silences a warning that points at this line. Once the
warning is gone the comment should go too. Errors cannot be silenced.

Good:
    goals:
      growth: {perspective: financial, lagging: [profit]}
    kpis:
      profit: {direction: maximise, target: 5}  # scorecard: ignore[target-without-date] a standing target

Bad:
    goals:
      growth: {perspective: financial, lagging: [profit]}  # scorecard: ignore[goal-without-kpis] to come
    kpis:
      profit: {direction: maximise, target: 5, by: 2026-12-31, since: 2026-01-01}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(position: Position, silenced: str, known: bool, error: bool) -> Problem:
    """The comment at ``position`` names ``silenced``; no warning of that rule points at the line."""
    message = "`{silenced}` warns of nothing on this line"
    if error:
        message = "`{silenced}` is an error; only warnings can be silenced"
    elif not known:
        message = "there is no rule `{silenced}`"
    return Problem(
        rule="unused-ignore",
        severity="warning",
        position=position,
        message=message,
        label="not needed",
        hint="delete the comment" if known else "`scorecard rule` lists the rules",
        params={"silenced": silenced},
    )
