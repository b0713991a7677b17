"""When a series of values should make somebody look: beyond a limit again and again, or unstable."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, isclose, sqrt

_LAST, _AT_LEAST = 6, 4
_ROUNDING = 1e-9


def beyond(values: Sequence[float | None], above: float | None, below: float | None, m: int = 1, n: int = 1) -> bool:
    """Whether ``m`` of the last ``n`` values, the newest first, lie above one limit or below the other.

    A value on the limit (within 1e-9 of it) is not beyond it, and neither is a missing one.
    """
    return sum(value is not None and _is_beyond(value, above, below) for value in values[:n]) >= m


def _is_beyond(value: float, above: float | None, below: float | None) -> bool:
    too_high = above is not None and value > above and not isclose(value, above)
    return too_high or (below is not None and value < below and not isclose(value, below))


def instability(values: Sequence[float | None]) -> float | None:
    """The variation of the last six values, the newest first; None when fewer than four of them are known."""
    known = [value for value in values[:_LAST] if value is not None]
    return variation(known) if len(known) >= _AT_LEAST else None


def variation(values: Sequence[float]) -> float | None:
    """Sample standard deviation ÷ absolute mean of two or more values; None when the mean is 0 but for rounding."""
    mean = fsum(values) / len(values)
    if abs(mean) <= _ROUNDING * max(map(abs, values)):
        return None
    spread = sqrt(fsum((value - mean) ** 2 for value in values) / (len(values) - 1))
    return spread / abs(mean) if spread > _ROUNDING * abs(mean) else 0.0
