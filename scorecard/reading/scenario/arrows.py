"""The sections ``drop_links`` and ``weights``: arrows that are not there, and what weighs otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic_core import PydanticCustomError

from scorecard.problem import Loc, Part
from scorecard.reading.scenario.page import Page
from scorecard.scalars import read_number, shape_of
from scorecard.scenario import Dropped, Weighted

_LEAST, _MOST = 0.001, 1000.0


def dropped_of(page: Page, written: Any) -> tuple[Dropped, ...]:
    """Every arrow that is dropped: ``cause:effect``."""
    from scorecard.reading.rules import empty_value, wrong_shape
    from scorecard.reading.scenario.rules import changed_twice

    loc: Loc = ("drop_links",)
    if written == "":
        page.say(empty_value.problem(loc, "drop_links"))
        return ()
    if isinstance(written, str):
        written = [written]
    if not isinstance(written, list):
        page.say(wrong_shape.problem(loc, "list of arrows", shape_of(written), "write `[cause:effect]`"))
        return ()
    found: dict[tuple[str, str], Dropped] = {}
    for place, item in enumerate(written):
        ends = _ends(page, (*loc, place), page.text((*loc, place), item) or "")
        if ends in found:
            page.say(changed_twice.problem((*loc, place), f"the arrow {item}"))
        elif ends is not None:
            found[ends] = Dropped(*ends, page.place((*loc, place)))
    return tuple(found.values())


def weights_of(page: Page, written: Any, dropped: Sequence[Dropped]) -> tuple[Weighted, ...]:
    """Every weight that is another one: of ``goal``, ``perspective``, ``cause:effect`` or ``goal/kpi``."""
    from scorecard.reading.scenario.rules import changed_twice

    gone = {(link.cause, link.effect) for link in dropped}
    found = []
    for key, value in page.block(("weights",), written):
        loc: Loc = ("weights", key)
        of = _weighed(page, loc, key)
        weight = _weight(page, loc, value)
        if of is not None and of.kind == "link" and (of.id, of.of) in gone:
            page.say(changed_twice.dropped_too(loc, key))
        elif of is not None and weight is not None:
            found.append(of._replace(weight=weight, at=page.place(loc, "key")))
    return tuple(found)


def _ends(page: Page, loc: Loc, text: str, part: Part = "value") -> tuple[str, str] | None:
    """The cause and the effect of an arrow that the map has."""
    from scorecard.reading.scenario.rules import unknown_link

    cause, colon, effect = (word.strip() for word in text.partition(":"))
    if not text:
        return None
    if not colon:
        page.say(unknown_link.no_arrow(loc, text, part))
        return None
    goals = page.strategy_map.goals
    known = [page.is_known("unknown-goal", loc, end, goals, of="goal", part=part) for end in (cause, effect)]
    if not all(known):
        return None
    arrows = {(entry.id, goal_id) for goal_id, goal in goals.items() for entry in (*goal.driven_by, *goal.hindered_by)}
    if (cause, effect) not in arrows:
        page.say(unknown_link.problem(loc, cause, effect, arrows, part))
        return None
    return cause, effect


def _weighed(page: Page, loc: Loc, key: str) -> Weighted | None:
    """What a key names; its weight is filled in later."""
    strategy_map = page.strategy_map
    if ":" in key:
        ends = _ends(page, loc, key, "key")
        return None if ends is None else Weighted("link", *ends, 1.0)
    goal_id, slash, kpi_id = (word.strip() for word in key.partition("/"))
    if slash:
        if not page.is_known("unknown-goal", loc, goal_id, strategy_map.goals, of="goal"):
            return None
        goal = strategy_map.goals[goal_id]
        own = [*(entry.id for entry in goal.lagging), *(entry.id for entry in goal.leading)]
        holder = f"goal '{goal_id}'"
        known = page.is_known("unknown-kpi", loc, kpi_id, own, of="KPI", holder=holder)
        return Weighted("kpi", kpi_id, goal_id, 1.0) if known else None
    if key in strategy_map.perspectives and key not in strategy_map.goals:
        return Weighted("perspective", key, None, 1.0)
    known = page.is_known("unknown-goal", loc, key, strategy_map.goals, of="goal or perspective")
    return Weighted("goal", key, None, 1.0) if known else None


def _weight(page: Page, loc: Loc, written: Any) -> float | None:
    from scorecard.reading.rules import bad_number, out_of_range

    text = page.text(loc, written)
    if text is None:
        return None
    try:
        weight = read_number(text)
    except PydanticCustomError as error:
        large = (error.context or {}).get("large")
        page.say(bad_number.problem(loc, text) if large is None else bad_number.beyond(loc, text, large=large))
        return None
    if not _LEAST <= weight <= _MOST:
        page.say(out_of_range.problem(loc, "weight", text, ("0.001", "1000")))
        return None
    return weight
