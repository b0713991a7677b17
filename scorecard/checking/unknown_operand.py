"""A formula without a source names KPIs and measures that there are.

It writes their ids with underscores, because a hyphen is a minus sign in a formula: `cost_per_lead` is the KPI
`cost-per-lead`, and `cost-per-lead` takes two figures from a third.

Good:
    goals:
      cheap-leads: {perspective: customer, lagging: [cost-per-lead]}
    kpis:
      cost-per-lead: {formula: ad_spend / leads, baseline: 20, target: 12}
    measures:
      ad-spend: {}
      leads: {}

Bad:
    goals:
      cheap-leads: {perspective: customer, lagging: [cost-per-lead]}
    kpis:
      cost-per-lead: {formula: ad-spend / leeds, baseline: 20, target: 12}
    measures:
      ad-spend: {}
      leads: {}
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from scorecard.arithmetic import Formula, long_form, operand_id, operand_name
from scorecard.checking._formulas import Written, formulas_of
from scorecard.checking._ids import elsewhere, meant
from scorecard.model import StrategyMap
from scorecard.problem import Place, Problem

_HYPHENATED = re.compile(r"(?<![A-Za-z0-9_.$])[a-z0-9_]+(?:-[a-z0-9_]+)+(?![A-Za-z0-9_.(])")
_WORD = re.compile(r"[a-z0-9_]+")


class _Hyphenated(NamedTuple):
    """A known id that stands in a formula with its hyphens; columns count from 1, ``end`` is the one behind it."""

    id: str
    text: str
    column: int
    end: int


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every known id that reads as a difference, and each unknown name once, at its first use."""
    known = {**dict.fromkeys(strategy_map.measures, "measures"), **dict.fromkeys(strategy_map.kpis, "kpis")}
    unknown: dict[str, list[Written]] = {}
    for written in formulas_of(strategy_map):
        if not isinstance(written.formula, Formula):
            continue
        hyphenated = list(_hyphenated(written.text, known))
        yield from (_difference(written, written.formula, each, known) for each in hyphenated)
        for name, column in zip(written.formula.operands, written.formula.columns, strict=True):
            inside = any(each.column <= column < each.end for each in hyphenated)
            if not inside and operand_id(name) not in known:
                unknown.setdefault(name, []).append(written)
    suggestions = meant(map(operand_id, unknown), known)
    for name, (first, *others) in unknown.items():
        yield _unknown(strategy_map, known, first, name, suggestions.get(operand_id(name)), len(others))


def _hyphenated(text: str, known: Collection[str]) -> Iterator[_Hyphenated]:
    """The longest known ids among words that are joined by hyphens, without blanks."""
    for match in _HYPHENATED.finditer(text):
        words = [(word.start(), word.end()) for word in _WORD.finditer(text, *match.span())]
        first = 0
        while first < len(words):
            for last in range(len(words) - 1, first, -1):
                start, end = words[first][0], words[last][1]
                if operand_id(text[start:end]) in known:
                    yield _Hyphenated(operand_id(text[start:end]), text[start:end], start + 1, end + 1)
                    first = last
                    break
            first += 1


def _difference(written: Written, formula: Formula, hyphenated: _Hyphenated, known: Mapping[str, str]) -> Problem:
    parts = hyphenated.text.split("-")
    both = all(operand_id(part) in known for part in parts if part in formula.operands)
    return Problem(
        rule="unknown-operand",
        loc=(written.section, written.id, "formula"),
        message="in the formula of {whose}, '{text}' reads as a difference",
        label="a hyphen is a minus sign here",
        hint="write '{name}' for {item}"
        + (" ({place}), or '{difference}', with blanks, for the difference" if both else " ({place})"),
        params={
            "whose": written.whose,
            "text": hyphenated.text,
            "name": operand_name(hyphenated.id),
            "item": f"the {'KPI' if known[hyphenated.id] == 'kpis' else 'measure'}",
            "place": Place(loc=(known[hyphenated.id], hyphenated.id)),
            "difference": " - ".join(parts),
        },
    )


def _unknown(
    strategy_map: StrategyMap, known: Mapping[str, str], first: Written, name: str, nearest: str | None, others: int
) -> Problem:
    params: dict[str, object] = {"whose": first.whose, "name": name, "others": others}
    hint = "define it under `measures` or `kpis`, or take it out here"
    if name in strategy_map.params:
        hint = "that is a parameter: write '${name}'"
    elif long_form(name):
        hint = "if it is a number, write {number}"
        params["number"] = long_form(name)
    elif nearest is not None:
        hint = "did you mean '{nearest}' ({place})?"
        params |= {"nearest": operand_name(nearest), "place": Place(loc=(known[nearest], nearest))}
    elif operand_id(name) in strategy_map.goals:
        hint = "that is a goal: a formula is made of KPIs and measures"
    return Problem(
        rule="unknown-operand",
        loc=(first.section, first.id, "formula"),
        message="the formula of {whose} names an unknown KPI or measure '{name}'",
        label="no KPI or measure has this id" + elsewhere(others),
        hint=hint,
        params=params,
    )
