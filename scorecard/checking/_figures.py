"""Figures inside sentences, written as the author of a map writes them."""

from __future__ import annotations

import math
from collections.abc import Sequence


def written(value: float, unit: str | None = None) -> str:
    """A value in the KPI's unit: ``1200``, ``4.5%`` where the unit is a percentage, ``yes`` or ``no``."""
    if unit == "yes-no" and value in (0, 1):
        return "yes" if value else "no"
    if unit == "%":
        return f"{_plain(value * 100)}%"
    return _plain(value)


def _plain(value: float) -> str:
    return f"{value:.0f}" if value.is_integer() else f"{value:.12g}"


def share(value: float) -> str:
    """A share of a whole as a percentage, rounded down to a tenth: no limit is printed that was not reached."""
    return f"{math.floor(value * 1000 + 1e-6) / 10:g} %"


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
