"""A refusal as a problem of the map."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scorecard.measuring.fence.refused import RefusedError, Rule
from scorecard.measuring.rules import formula_refused, formula_type, unknown_column
from scorecard.problem import Loc, Problem

_Maker = Callable[[Loc, str, str, Mapping[str, str]], Problem]
_MAKERS: Mapping[Rule, _Maker] = {
    "formula-refused": formula_refused.problem,
    "unknown-column": unknown_column.problem,
    "formula-type": formula_type.problem,
}


def problem_of(error: RefusedError, loc: Loc, field: str) -> Problem:
    """The problem at the ``field`` of the item at ``loc`` that holds the expression, or at its ``where``."""
    place = (*loc, "where" if error.in_where else field)
    return _MAKERS[error.rule](place, error.sentence, error.advice, error.params)
