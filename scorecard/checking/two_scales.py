"""A KPI is judged on one scale.

There are four: the line from `baseline` to `target` (or from `worst` to `best`), `scale: binary` with its `target`,
the `curve`, and the `range` with its two `worst` values. Two scales would give two answers to one figure. A KPI with
`unit: yes-no` is binary.

Good:
    goals:
      good-stock: {perspective: internal, lagging: [days-of-stock]}
    kpis:
      days-of-stock: {range: [8, 12], worst: [2, 20]}

Bad:
    goals:
      good-stock: {perspective: internal, lagging: [days-of-stock]}
    kpis:
      days-of-stock: {range: [8, 12], worst: [2, 20], baseline: 15, target: 10}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._figures import listed
from scorecard.model import Kpi, StrategyMap
from scorecard.problem import Place, Problem

_NAME = {
    "curve": "a curve",
    "range": "a range",
    "scale": "reached or not (`scale: binary`)",
    "unit": "reached or not (`unit: yes-no`)",
}


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI whose keys belong to more than one scale."""
    for kpi_id, kpi in strategy_map.kpis.items():
        if not has_two_scales(kpi):
            continue
        special = _special_scales(kpi)
        line = _line_keys(kpi, special[0])
        names = [_NAME[key] for key in special]
        if line:
            names.append(f"a line ({listed([f'`{key}`' for key in line])})")
        other = line[0] if line else special[1]
        yield Problem(
            rule="two-scales",
            loc=("kpis", kpi_id, special[0]),
            part="key",
            message="KPI '{kpi}' is judged on more than one scale: {scales}",
            label="this is one scale",
            hint="keep one of them; the other begins with `{other}` ({place})",
            params={
                "kpi": kpi_id,
                "scales": listed(names),
                "other": other,
                "place": Place(loc=("kpis", kpi_id, other)),
            },
        )


def has_two_scales(kpi: Kpi) -> bool:
    """Whether the keys of a KPI belong to more than one scale."""
    if kpi.curve is None and kpi.range is None and kpi.scale is None and kpi.unit != "yes-no":
        return False
    special = _special_scales(kpi)
    return len(special) > 1 or bool(_line_keys(kpi, special[0]))


def _special_scales(kpi: Kpi) -> list[str]:
    """The keys that choose a scale other than the line."""
    keys = [key for key in ("curve", "range") if getattr(kpi, key) is not None]
    if kpi.scale == "binary" or kpi.unit == "yes-no":
        keys.append("scale" if kpi.scale == "binary" else "unit")
    return keys


def _line_keys(kpi: Kpi, special: str) -> list[str]:
    """The keys that only a line may have beside the ``special`` scale."""
    keys = ["best"] if special in ("scale", "unit") else ["baseline", "target", "best"]
    found = [key for key in keys if getattr(kpi, key) is not None]
    if special != "range" and isinstance(kpi.worst, float):
        found.append("worst")
    return found
