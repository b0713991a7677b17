"""The section ``expect``: what the numbers have to come to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast, get_args

from pydantic_core import PydanticCustomError

from scorecard.problem import Loc
from scorecard.reading.scenario.figures import figure
from scorecard.reading.scenario.page import Page
from scorecard.result import Status
from scorecard.scalars import read_number
from scorecard.scenario import Expectation, ExpectedKind, ExpectedNumber, Sign

INDEX = "index"
_ROLLED: tuple[ExpectedNumber, ...] = ("performance", "lagging", "leading", "outlook", "status")
NUMBERS: Mapping[ExpectedKind, tuple[ExpectedNumber, ...]] = {
    "goal": (*_ROLLED, "outlook_status"),
    "perspective": _ROLLED,
    "index": _ROLLED,
    "kpi": ("value", "performance", "progress", "status"),
}
"""What can be expected of each kind of item."""

_OF: Mapping[ExpectedKind, str] = {
    "goal": "a goal",
    "perspective": "a perspective",
    "index": "the index",
    "kpi": "a KPI",
}
_COMPARED = re.compile(r"(>=|<=|==|=>|=<|=|≥|≤|>|<)\s*(.*)", re.DOTALL)
_SIGN: Mapping[str, Sign] = {"≥": ">=", "=>": ">=", "≤": "<=", "=<": "<=", "=": "=="}
_STATUSES: tuple[str, ...] = get_args(Status)


def expectations_of(page: Page, written: Any) -> tuple[Expectation, ...]:
    """Everything that is expected."""
    found: list[Expectation] = []
    for key, numbers in page.block(("expect",), written):
        item = _item(page, ("expect", key), key)
        if item is None:
            continue
        for number, value in page.block(("expect", key), numbers):
            expected = _expected(page, ("expect", key, number), *item, number, value)
            found += [expected] if expected is not None else []
    return tuple(found)


def _item(page: Page, loc: Loc, key: str) -> tuple[ExpectedKind, str] | None:
    """What a key names: ``index``, or the id of a goal, a perspective or a KPI; where an id stands for several, the
    kind is said before it: ``kpi:followers``."""
    from scorecard.reading.scenario.rules import unknown_item

    strategy_map = page.strategy_map
    known: list[tuple[ExpectedKind, str]] = [
        *(("goal", goal) for goal in strategy_map.goals),
        *(("perspective", perspective) for perspective in strategy_map.perspectives),
        *(("kpi", kpi) for kpi in strategy_map.kpis),
    ]
    kind, colon, rest = key.partition(":")
    found = [one for one in known if key == one[1] or (colon and one == (kind, rest.strip()))]
    if key == INDEX:
        found = [("index", INDEX)]
    if len(found) == 1:
        return found[0]
    if found:
        page.say(unknown_item.several(loc, key, [f"{kind}:{item}" for kind, item in found]))
    else:
        names = [INDEX, *(item for _, item in known)]
        page.is_known("unknown-item", loc, rest.strip() or key, names, of="goal, perspective or KPI")
    return None


def _expected(page: Page, loc: Loc, kind: ExpectedKind, item: str, number: str, written: Any) -> Expectation | None:
    from scorecard.reading.rules import unknown_key

    known = NUMBERS[kind]
    name = next((name for name in known if name == number), None)
    if name is None:
        page.say(unknown_key.problem(loc, number, known, of=f"expectation of {_OF[kind]}", homes_of=lambda key: ()))
        return None
    text = page.text(loc, written)
    if text is None:
        return None
    if name in ("status", "outlook_status"):
        word = _status(page, loc, name, text)
        return None if word is None else Expectation(kind, item, name, "==", word, text, page.place(loc))
    return _compared(page, loc, kind, item, name, text)


def _status(page: Page, loc: Loc, number: str, text: str) -> Status | None:
    from scorecard.reading.rules import bad_choice

    compared = _COMPARED.fullmatch(text)
    word = compared[2] if compared and compared[1] in ("=", "==") else text
    word = re.sub(r"[\s_]+", "-", word.strip().casefold())
    if word in _STATUSES:
        return cast(Status, word)
    page.say(bad_choice.problem(loc, number, text, _STATUSES))
    return None


def _compared(
    page: Page, loc: Loc, kind: ExpectedKind, item: str, number: ExpectedNumber, text: str
) -> Expectation | None:
    from scorecard.reading.scenario.rules import bad_expectation

    compared = _COMPARED.fullmatch(text)
    if compared is None:
        page.say(bad_expectation.no_sign(loc, text))
        return None
    sign = _SIGN.get(compared[1], cast(Sign, compared[1]))
    if number == "value":
        limit = figure(page, loc, page.strategy_map.kpis[item], compared[2])
    else:
        limit = _share(page, loc, compared[2])
    return None if limit is None else Expectation(kind, item, number, sign, limit, text, page.place(loc))


def _share(page: Page, loc: Loc, text: str) -> float | None:
    from scorecard.reading.rules import bad_number
    from scorecard.reading.scenario.rules import bad_expectation

    plain = re.sub(r"\s+%$", "%", text)
    try:
        share = read_number(plain)
    except PydanticCustomError as error:
        large = (error.context or {}).get("large")
        page.say(bad_number.problem(loc, text) if large is None else bad_number.beyond(loc, text, large=large))
        return None
    if plain in ("yes", "no") or (not plain.endswith("%") and not 0 <= share <= 1):
        page.say(bad_expectation.no_share(loc, text))
        return None
    return share
