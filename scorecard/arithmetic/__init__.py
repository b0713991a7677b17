"""Arithmetic over KPIs and measures: what a formula without a source says, and what it comes to.

Such a formula is made of numbers, ids with underscores, ``+ - * / ( )``, min, max, abs, change, previous and
``$parameters``.
"""

from scorecard.arithmetic.evaluation import BreakAt, ValueOf, evaluate, rounded
from scorecard.arithmetic.formula import Formula, operands_of, parse
from scorecard.arithmetic.words import FUNCTIONS, FormulaError, long_form

__all__ = [
    "FUNCTIONS",
    "BreakAt",
    "Formula",
    "FormulaError",
    "ValueOf",
    "evaluate",
    "long_form",
    "operand_id",
    "operand_name",
    "operands_of",
    "parse",
    "rounded",
]


def operand_name(item_id: str) -> str:
    """How a formula writes an id: ``cost_per_lead``."""
    return item_id.replace("-", "_")


def operand_id(name: str) -> str:
    """The id that a formula means by a name: ``cost-per-lead``."""
    return name.replace("_", "-")
