"""The arrows and the initiatives of a map, as of a day."""

from __future__ import annotations

from datetime import date

from scorecard.model import Initiative, StrategyMap
from scorecard.naming import name_from
from scorecard.result import InitiativeScore, LinkScore
from scorecard.scoring.parts import scored


def score_links(strategy_map: StrategyMap) -> tuple[LinkScore, ...]:
    """Every arrow in the order of the file; its share is that among all declared drivers of the effect."""
    links: list[LinkScore] = []
    for goal_id, goal in strategy_map.goals.items():
        declared = sum(driver.weight for driver in [*scored(strategy_map, goal.leading), *goal.driven_by])
        links.extend(
            LinkScore(
                cause=driver.id,
                effect=goal_id,
                kind="driven-by",
                weight=driver.weight,
                share=driver.weight / declared,
                delay=driver.delay,
                because=driver.because,
            )
            for driver in goal.driven_by
        )
        links.extend(
            LinkScore(
                cause=driver.id,
                effect=goal_id,
                kind="hindered-by",
                weight=driver.weight,
                share=None,
                delay=driver.delay,
                because=driver.because,
            )
            for driver in goal.hindered_by
        )
    return tuple(links)


def score_initiatives(strategy_map: StrategyMap, as_of: date) -> tuple[InitiativeScore, ...]:
    """Every initiative with the goals it serves, and whether it is late or over its budget on that day."""
    goals: dict[str, list[str]] = {}
    for goal_id, goal in strategy_map.goals.items():
        for initiative_id in goal.initiatives:
            goals.setdefault(initiative_id, []).append(goal_id)
    return tuple(
        InitiativeScore(
            id=initiative_id,
            name=initiative.name or name_from(initiative_id),
            description=initiative.description,
            owner=initiative.owner,
            start=initiative.start,
            due=initiative.due,
            status=initiative.status,
            completion=initiative.completion,
            budget=initiative.budget,
            spent=initiative.spent,
            because=initiative.because,
            kpi=initiative.kpi,
            result=initiative.result,
            url=initiative.url,
            goals=tuple(goals.get(initiative_id, ())),
            late=_late(initiative, as_of),
            over_budget=initiative.budget is not None
            and initiative.spent is not None
            and initiative.spent > initiative.budget,
        )
        for initiative_id, initiative in strategy_map.initiatives.items()
    )


def _late(initiative: Initiative, as_of: date) -> bool:
    ended = initiative.status in ("done", "stopped") or initiative.completion == 1
    return initiative.due is not None and initiative.due < as_of and not ended
