"""How far an edit reaches: whether scores depend on it, or the figures that scores are made of."""

from __future__ import annotations

from scorecard.map_change import Edit

_OF_MAP = frozenset({"period", "year_starts", "dimensions", "params", "outlook", "thresholds", "min_coverage"})
_FIGURES_OF_MAP = frozenset({"period", "year_starts", "dimensions", "params"})
_WORDS = frozenset(
    {"name", "description", "owner", "url", "because", "questions", "theme", "importance", "urgency"}
    | {"review_by", "alarm", "warning", "unstable_above", "breaks"}
)
_NO_FIGURES = _WORDS | {
    *("direction", "baseline", "by", "worst", "best", "scale", "curve", "range", "thresholds"),
}
"""Fields of a KPI that say nothing of where its figures come from; a target may: it can be another KPI's value."""


def moves_scores(edit: Edit) -> bool:
    """Whether a score can depend on an edit; what is new, or gone, counts only where something names it."""
    if edit.section == "map":
        return edit.field in _OF_MAP
    if edit.section in ("themes", "initiatives"):
        return False
    if edit.kind == "renamed":
        return edit.section == "kpis"  # figures are recorded by the id
    if edit.entries in ("guardrails", "initiatives") or edit.field in _WORDS:
        return False
    return edit.kind == "changed" or edit.section == "goals"


def moves_figures(edit: Edit) -> bool:
    """Whether an edit can change which figures there are, or what they are."""
    if edit.section == "map":
        return edit.field in _FIGURES_OF_MAP
    if edit.section not in ("sources", "measures", "kpis"):
        return False
    return edit.kind != "changed" or edit.field not in _NO_FIGURES
