"""One item of a map by its id."""

from __future__ import annotations

from typing import Literal

from scorecard import __version__, explaining
from scorecard.api.status import Screen
from scorecard.rendering.show.page import Kind
from scorecard.result import Scorecard


class ItemNotFoundError(Exception):
    """No item, or more than one, has the id; the message says what could be meant."""


_LISTED = 12


def find_item(card: Scorecard, name: str) -> tuple[Kind, str]:
    """What ``name`` stands for: an id, or ``goal:id``, ``kpi:id``, ``perspective:id``, ``initiative:id``,
    ``measure:id``.

    Raises:
        ItemNotFoundError: when nothing has this id, or several things of different kinds have it.
    """
    ids: dict[Kind, list[str]] = {
        "goal": [goal.id for goal in card.goals],
        "kpi": [kpi.id for kpi in card.kpis],
        "perspective": [perspective.id for perspective in card.perspectives],
        "initiative": [initiative.id for initiative in card.initiatives],
        "measure": [measure.id for measure in card.measures],
    }
    prefix, colon, rest = name.partition(":")
    found: list[tuple[Kind, str]] = []
    for kind, known in ids.items():
        if name in known and not colon:
            found.append((kind, name))
        elif colon and prefix == kind and rest in known:
            found.append((kind, rest))
    if len(found) == 1:
        return found[0]
    if found:
        choices = " or ".join(f"{kind}:{item}" for kind, item in found)
        raise ItemNotFoundError(f"{name!r} is the id of several things; say {choices}")
    from difflib import get_close_matches

    from scorecard.rendering.words import listed

    near = get_close_matches(rest or name, [item for known in ids.values() for item in known], n=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else f"; its goals are: {listed(ids['goal'], _LISTED)}"
    raise ItemNotFoundError(f"the map has no goal, KPI, perspective, initiative or measure {name!r}{hint}")


def show_text(
    card: Scorecard,
    kind: Kind,
    item_id: str,
    style: Literal["table", "json"],
    screen: Screen,
) -> str:
    """One item with its definition, its numbers and the contributions behind them."""
    parts = explaining.outlook_by_kpi(card, item_id) if kind == "goal" else ()
    if style == "json":
        from scorecard.rendering.show.as_json import show_json

        return show_json(card, kind, item_id, unrolled=parts, tool_version=__version__)
    from scorecard.rendering.show.page import show
    from scorecard.rendering.spans import as_text

    lines = show(card, kind, item_id, unrolled=parts, width=screen.width, ascii=screen.ascii)
    return as_text(lines, colour=screen.colour)
