"""From data to a strategy map, or to the reasons why it is none."""

from __future__ import annotations

from itertools import islice
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scorecard.model import StrategyMap
from scorecard.problem import Loc, Problem
from scorecard.reading.compose import MOST_PROBLEMS
from scorecard.reading.document import Document
from scorecard.reading.vocabulary import SECTIONS

MOST_DETAILS = 20_000
"""So many complaints of pydantic's are looked at one by one."""

_OWN = "x-"


def strategy_map_of(document: Document) -> tuple[StrategyMap | None, list[Problem], frozenset[Loc]]:
    """The map a document holds, all that is wrong with its shape, and the paths of the parts that are wrong.

    With problems the map is what remains when the wrong parts are left out, so that the rest can be checked in the
    same run; None when nothing that could be checked remains.
    """
    data = document.data
    try:
        return StrategyMap.model_validate(data), [], frozenset()
    except ValidationError as error:
        details, rest = _details(data, error)
    from scorecard.reading.complaints import Complaints
    from scorecard.reading.misplaced import nested_section

    complaints = Complaints(document)
    wrong: list[Loc] = []
    own: list[Loc] = []
    for detail in details:
        loc = tuple(step for step in detail["loc"] if step != "[key]")
        if _is_own(detail, loc):
            own.append(loc)
        else:
            wrong.append(loc)
            complaints.add(detail, loc)
    # What a section would define that stands inside another one is not missed.
    nested: set[Loc] = {loc[1:] for loc in {loc[:2] for loc in wrong} if nested_section(document, loc)}
    kept = None if rest else _without(data, wrong + own)
    return kept, complaints.problems(rest), frozenset(wrong) | nested


def _is_own(detail: ErrorDetails, loc: Loc) -> bool:
    """Whether an unknown key is one of the author's own, ``x-…``; they are left out, and nothing is wrong."""
    return detail["type"] == "extra_forbidden" and str(loc[-1]).startswith(_OWN)


def _details(data: dict[str, Any], error: ValidationError) -> tuple[list[ErrorDetails], bool]:
    """What pydantic complains of first, and whether there is more.

    Of very many complaints, which take long to list, those of the first items.
    """
    if error.error_count() <= MOST_DETAILS:
        return error.errors(include_url=False)[:MOST_PROBLEMS], error.error_count() > MOST_PROBLEMS
    items = 1_000
    while error.error_count() > MOST_PROBLEMS and items > 1:
        items //= 10
        first = {
            key: dict(islice(value.items(), items)) if key in SECTIONS and isinstance(value, dict) else value
            for key, value in data.items()
        }
        try:
            StrategyMap.model_validate(first)
        except ValidationError as fewer:
            error = fewer
        else:
            break
    return ([] if error.error_count() > MOST_PROBLEMS else error.errors(include_url=False)), True


def _without(data: Any, wrong: list[Loc]) -> StrategyMap | None:
    """The map without its wrong parts: a wrong field or item is left out, a wrong or missing perspective replaced."""
    kept = {key: dict(value) if key in SECTIONS and isinstance(value, dict) else value for key, value in data.items()}
    perspectives = kept.get("perspectives")
    first = next(iter(perspectives), "financial") if isinstance(perspectives, dict) else "financial"
    for loc in sorted(wrong, key=len, reverse=True):
        if len(loc) > 2 and loc[0] in SECTIONS:
            section, item, field = loc[:3]
            items = kept.get(section)
            if isinstance(items, dict) and isinstance(items.get(item), dict):
                fields = {key: value for key, value in items[item].items() if key != field}
                items[item] = fields | ({"perspective": first} if field == "perspective" else {})
        elif len(loc) == 2 and loc[0] in SECTIONS and isinstance(kept.get(loc[0]), dict):
            kept[loc[0]].pop(loc[1], None)
        elif loc:
            kept.pop(loc[0], None)
    try:
        return StrategyMap.model_validate(kept)
    except ValidationError:
        return None
