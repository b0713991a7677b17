"""Ids that name nothing: what was meant, and how to say so."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from scorecard.model import StrategyMap
from scorecard.problem import Loc, Part, Place, Problem

_SEARCHES, _COMPARED = 20, 40_000
"""Comparing names is slow, and nobody reads the twenty-first suggestion first, or the second of a huge map."""


class Use(NamedTuple):
    """A place that names an unknown ``id``: the sentence for it, and the params of that sentence beside ``id``."""

    id: str
    loc: Loc
    part: Part
    message: str
    params: Mapping[str, object]
    wrong_kind: Mapping[str, str] = {}
    """The hint when the id names an item of another section: section -> hint."""


def nearest(item_id: str, known: Collection[str]) -> str | None:
    """The known id that looks most like ``item_id``; None when none does."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(item_id, known, n=1)), None)


def meant(unknown: Iterable[str], known: Collection[str]) -> dict[str, str]:
    """Unknown id -> the known id that was probably meant, for the first twenty unknown ids (in huge maps fewer)."""
    searches = max(1, min(_SEARCHES, _COMPARED // max(1, len(known))))
    found = {item_id: nearest(item_id, known) for item_id in islice(dict.fromkeys(unknown), searches)}
    return {item_id: known_id for item_id, known_id in found.items() if known_id is not None}


def unknown_ids(
    rule: str, uses: Iterable[Use], strategy_map: StrategyMap, section: str, label: str, also: Sequence[str] = ()
) -> Iterator[Problem]:
    """One problem for each id that no item of ``section`` has, at its first use; ``label`` says what is not there.

    ``also`` are further sections whose items may be meant.
    """
    by_id: dict[str, list[Use]] = {}
    for use in uses:
        by_id.setdefault(use.id, []).append(use)
    if not by_id:
        return
    sections = {name: getattr(strategy_map, name) for name in (section, *also)}
    known: Mapping[str, object] = ChainMap(*sections.values())
    suggestions = meant(by_id, known)
    for item_id, (first, *others) in by_id.items():
        params: dict[str, object] = {**first.params, "id": item_id}
        if others:
            params["others"] = len(others)
        hint = next((text for kind, text in first.wrong_kind.items() if item_id in getattr(strategy_map, kind)), "")
        if not hint and item_id in suggestions:
            params["nearest"] = suggestions[item_id]
            hint = "did you mean '{nearest}'?"
            home = next(name for name in sections if suggestions[item_id] in sections[name])
            if home in strategy_map.model_fields_set:
                params["place"] = Place(loc=(home, suggestions[item_id]))
                hint = "did you mean '{nearest}' ({place})?"
        if not hint:
            hint, more = _way_out(section, known)
            params |= more
        yield Problem(
            rule=rule,
            loc=first.loc,
            part=first.part,
            message=first.message,
            label=label + elsewhere(len(others)),
            hint=hint,
            params=params,
        )


def elsewhere(others: int) -> str:
    """The end of a label when the same stands in so many more places; the template takes ``others``."""
    if not others:
        return ""
    return "; it stands in one more place" if others == 1 else "; it stands in {others} more places"


def _way_out(section: str, known: Mapping[str, object]) -> tuple[str, dict[str, object]]:
    if section == "perspectives":
        return "the perspectives of this map are {known}", {"known": ", ".join(known)}
    return f"define it under `{section}`, or take it out here", {}
