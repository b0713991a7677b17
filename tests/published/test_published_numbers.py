"""Numbers that others have published: BSC Designer's manual (worst to best unless said)."""

from datetime import date

import pytest

from scorecard.model import Kpi
from scorecard.propagation.performance import line_performance, progress
from scorecard.propagation.scale import judge, scale_of

DAY = date(2026, 10, 31)


@pytest.mark.parametrize(
    ("value", "worst", "best", "expected"),
    [
        (50, 0, 200, 0.25),
        (50, 50, 200, 0.0),
        (22, 15, 80, 0.1077),
        (22, 15, 30, 0.4667),
        (1, 48, 0, 0.9792),
    ],
)
def test_performance_between_worst_and_best(value: float, worst: float, best: float, expected: float) -> None:
    assert line_performance(value, worst, best) == pytest.approx(expected, abs=5e-5)
    kpi = Kpi.model_validate({"worst": worst, "best": best})
    assert judge(scale_of(kpi), value, DAY).performance == pytest.approx(expected, abs=5e-5)


def test_progress_from_baseline_to_target() -> None:
    assert progress(16, 15, 45) == pytest.approx(0.0333, abs=5e-5)
    kpi = Kpi.model_validate({"baseline": 15, "target": 45})
    assert judge(scale_of(kpi), 16, DAY).progress == pytest.approx(0.0333, abs=5e-5)
