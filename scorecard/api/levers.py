"""Which KPI moves a number of a map, and what it would take."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from pathlib import Path

from scorecard import __version__, levering
from scorecard.api.score import score
from scorecard.api.show import ItemNotFoundError
from scorecard.api.status import Screen, StatusFormat
from scorecard.lever import LeverKind, Levers, TotalEffects
from scorecard.model import StrategyMap
from scorecard.period import Period
from scorecard.result import Scorecard


def levers(
    strategy_map: StrategyMap,
    as_of: date | None = None,
    of: str = "index",
    *,
    period: str | Period | None = None,
    folder: str | Path | None = None,
) -> Levers:
    """The levers of the outlook of a goal, a perspective or the index: every KPI from which arrows lead there.

    ``of`` is an id, or ``index``; ``as_of``, ``period`` and ``folder`` as in `score`. d outlook / d performance is the
    sum over all paths of arrows of the products of their shares (scoring.md 4), found for all KPIs in one reverse
    sweep; d outlook / d value has the slope of the KPI's scale beside it, on the side where the KPI gets better. What
    a target adds and what turns an outlook on track hold with everything else as it is: targets and references of
    other KPIs that follow this one stay where they are, and hindrances are left out and named. Numbers are fractions,
    values in the KPI's unit.

    Raises:
        ItemNotFoundError: when no goal and no perspective has the id, or both have.
        InvalidDataError, PeriodError, ValueError: as `score`.
    """
    return levers_of(score(strategy_map, as_of, period=period, folder=folder), of)


def levers_of(card: Scorecard, of: str = "index") -> Levers:
    """The same of a card that is at hand."""
    kind, item_id = _item(card, of)
    return levering.levers(card, kind, item_id)


def total_effects_of(card: Scorecard) -> TotalEffects:
    """How much each goal moves every other one: the matrix of the sums over all paths of arrows."""
    return levering.total_effects(card)


def _item(card: Scorecard, name: str) -> tuple[LeverKind, str]:
    known: dict[LeverKind, list[str]] = {
        "goal": [goal.id for goal in card.goals],
        "perspective": [item.id for item in card.perspectives],
        "index": ["index"],
    }
    kind, colon, rest = name.partition(":")
    found: list[tuple[LeverKind, str]] = [
        (one, item) for one, items in known.items() for item in items if item == name or (kind, rest) == (one, item)
    ]
    if len(found) == 1 or (found and name == "index"):
        return found[-1]
    if found:
        choices = " or ".join(f"{one}:{item}" for one, item in found)
        raise ItemNotFoundError(f"{name!r} is the id of several things; say {choices}")
    near = get_close_matches(rest if colon else name, [item for items in known.values() for item in items], n=3)
    hint = f"; did you mean {' or '.join(dict.fromkeys(near))}?" if near else ""
    raise ItemNotFoundError(f"the map has no goal or perspective {name!r}{hint}")


def levers_text(found: Levers, style: StatusFormat, screen: Screen, *, most: int | None = None) -> str:
    """The levers as text, in the terminal and in Markdown at most so many."""
    if style == "json":
        from scorecard.rendering.levers.as_json import levers_json

        return levers_json(found, tool_version=__version__)
    if style == "csv":
        from scorecard.rendering.levers.as_csv import levers_csv

        return levers_csv(found)
    if style == "markdown":
        from scorecard.rendering.levers.as_markdown import levers_markdown

        return levers_markdown(found, most=most)
    from scorecard.rendering.levers.terminal import levers_table
    from scorecard.rendering.spans import as_text

    return as_text(levers_table(found, width=screen.width, ascii=screen.ascii, most=most), colour=screen.colour)


def total_effects_text(found: TotalEffects, style: StatusFormat, screen: Screen) -> str:
    """The matrix as text."""
    if style == "json":
        from scorecard.rendering.levers.as_json import total_effects_json

        return total_effects_json(found, tool_version=__version__)
    if style == "csv":
        from scorecard.rendering.levers.as_csv import total_effects_csv

        return total_effects_csv(found)
    if style == "markdown":
        from scorecard.rendering.levers.as_markdown import total_effects_markdown

        return total_effects_markdown(found)
    from scorecard.rendering.levers.matrix import total_effects_table
    from scorecard.rendering.spans import as_text

    return as_text(total_effects_table(found, width=screen.width, ascii=screen.ascii), colour=screen.colour)
