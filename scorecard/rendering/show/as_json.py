"""One item of a scorecard as JSON: its row of `status`, its definition and what its numbers are made of."""

from __future__ import annotations

from scorecard.rendering.json_text import Json, document, json_text, rows
from scorecard.rendering.show.page import Kind, item_of
from scorecard.rendering.show.smart import smart_letters, smart_sentence
from scorecard.rendering.status.as_json import (
    goal_json,
    heading,
    initiative_json,
    kpi_json,
    link_json,
    measure_json,
    perspective_json,
)
from scorecard.result import (
    Contribution,
    Contributions,
    GoalScore,
    InitiativeScore,
    KpiScore,
    Limits,
    MeasureValue,
    Origin,
    PerspectiveScore,
    Scorecard,
)


def show_json(
    card: Scorecard,
    kind: Kind,
    item_id: str,
    *,
    unrolled: tuple[Contribution, ...] = (),
    tool_version: str,
) -> str:
    """An item as one JSON document; under ``item`` it looks as in the JSON of the whole review.

    ``unrolled``: for a goal, the KPIs its outlook comes from along all arrows, their coefficients as shares.

    Raises:
        KeyError: when ``card`` has no such item.
    """
    item = item_of(card, kind, item_id)
    if isinstance(item, GoalScore):
        fields = _goal(card, item, unrolled)
    elif isinstance(item, KpiScore):
        fields = _kpi(card, item)
    elif isinstance(item, PerspectiveScore):
        fields = _perspective(item)
    elif isinstance(item, MeasureValue):
        fields = _measure(item)
    else:
        fields = _initiative(item)
    return document({**heading(card, tool_version), "kind": kind, **fields})


def _goal(card: Scorecard, goal: GoalScore, unrolled: tuple[Contribution, ...]) -> dict[str, object]:
    mine = [link for link in card.links if goal.id in (link.cause, link.effect)]
    return {
        "item": Json(goal_json(goal)),
        "description": goal.description,
        "url": goal.url,
        "thresholds": _limits(goal.limits),
        "kpis": {"lagging": goal.kpis_lagging, "leading": goal.kpis_leading},
        "kpi_notes": [note._asdict() for note in goal.kpi_notes],
        "links": rows(map(link_json, mine)),
        "initiatives": goal.initiatives,
        "guardrails": goal.guardrails,
        "contributions": _contributions(goal.contributions),
        "outlook_unrolled": rows(map(_part, unrolled)),
    }


def _kpi(card: Scorecard, kpi: KpiScore) -> dict[str, object]:
    letters = smart_letters(kpi, card)
    return {
        "item": Json(kpi_json(kpi)),
        "description": kpi.description,
        "url": kpi.url,
        "thresholds": _limits(kpi.limits),
        "scale": kpi.scale,
        "worst": kpi.worst,
        "best": kpi.best,
        "range": kpi.range,
        "curve": kpi.curve,
        "sentence": smart_sentence(kpi, card.map.currency),
        "smart": {letter.word: not letter.missing for letter in letters},
        "missing": {letter.word: letter.missing for letter in letters if letter.missing},
        "origin": _origin(kpi.origin),
        "before": kpi.before,
        "trend_word": kpi.trend_word,
        "min_sample": kpi.min_sample,
        "lacks": kpi.lacks,
        "at_most": kpi.at_most,
        "part": kpi.part,
        "broken": kpi.broken,
        "review_by": kpi.review_by,
        "review_due": kpi.review_due,
    }


def _measure(measure: MeasureValue) -> dict[str, object]:
    return {
        "item": measure_json(measure),
        "description": measure.description,
        "at_most": measure.at_most,
        "origin": _origin(measure.origin),
    }


def _origin(origin: Origin) -> dict[str, str | None]:
    return {
        "source": origin.source,
        "formula": origin.formula,
        "where": origin.where,
        "over": origin.over,
        "cadence": origin.cadence,
        "kind": origin.kind,
    }


def _perspective(perspective: PerspectiveScore) -> dict[str, object]:
    return {
        "item": Json(perspective_json(perspective)),
        "questions": perspective.questions,
        "contributions": _contributions(perspective.contributions),
    }


def _initiative(initiative: InitiativeScore) -> dict[str, object]:
    return {
        "item": Json(initiative_json(initiative)),
        "description": initiative.description,
        "url": initiative.url,
    }


def _limits(limits: Limits) -> dict[str, float]:
    return {"at_risk": limits.at_risk, "on_track": limits.on_track}


def _contributions(contributions: Contributions) -> Json:
    numbers = {
        "performance": contributions.performance,
        "lagging": contributions.lagging,
        "leading": contributions.leading,
        "outlook": contributions.outlook,
    }
    lists = (f'"{name}": [{_joined(parts)}]' for name, parts in numbers.items())
    return Json("{\n    " + ",\n    ".join(lists) + "\n  }")


def _joined(parts: tuple[Contribution, ...]) -> str:
    text = ",\n      ".join(map(_part, parts))
    return f"\n      {text}\n    " if parts else ""


def _part(part: Contribution) -> Json:
    fields = {
        "kind": part.kind,
        "id": part.id,
        "weight": part.weight,
        "share": part.share,
        "value": part.value,
        "product": part.product,
        "coverage": part.coverage,
    }
    return Json(json_text(fields))
