"""A number unrolled: its largest paths, all KPIs behind it, and what has no data."""

from __future__ import annotations

from itertools import islice

from scorecard.explaining.web import Card, Web, web_of
from scorecard.explanation import Missing, Path, Step, Total
from scorecard.propagation.paths import Way, largest_ways
from scorecard.propagation.system import path_sums
from scorecard.result import Contribution, GoalScore, PartKind, Reason, Scorecard

_NOTHING = 1e-12


def largest_paths(card: Card, web: Web, most: int) -> tuple[Path, ...]:
    """The ``most`` paths that give most, largest first."""
    values = {place: leaf.value or 0.0 for place, leaf in web.leaves().items()}
    ways = list(islice(largest_ways(web.shares(), values, web.root), most))
    paths = [_path(card, web, way) for way in ways]
    return tuple(sorted(paths, key=lambda path: -path.product))


def _path(card: Card, web: Web, way: Way) -> Path:
    steps: list[Step] = []
    place, of_whole = web.root, 1.0
    for part in way.through:
        branch = web.branches[place][part]
        share, value = branch.share or 0.0, branch.value or 0.0
        of_whole *= share
        steps.append(
            Step(
                kind=branch.kind,
                id=branch.id,
                name=card.name(branch.kind, branch.id),
                share=share,
                of_whole=of_whole,
                value=value,
                product=of_whole * value,
            )
        )
        place = part
    passed = [web.root, *way.through]
    return Path(
        steps=tuple(steps),
        share=of_whole,
        value=value,
        product=of_whole * value,
        delay=branch.delay,
        round=len(set(passed)) < len(passed),
    )


def totals(card: Card, web: Web) -> tuple[Total, ...]:
    """Every leaf with data over all its paths, largest share first; the products add up to the number."""
    shares = web.shares()
    inner = {place: {part: share for part, share in row.items() if part in shares} for place, row in shares.items()}
    reach = path_sums(inner, web.components, web.root)
    leaves = web.leaves()
    found = dict.fromkeys(leaves, 0.0)
    for place, row in shares.items():
        for part, share in row.items():
            if part in leaves:
                found[part] += reach[place] * share
    rows = []
    for place, share in found.items():
        leaf = leaves[place]
        value = leaf.value or 0.0
        name = card.name(leaf.kind, leaf.id)
        rows.append(
            Total(
                kind=leaf.kind,
                id=leaf.id,
                name=name,
                share=share,
                value=value,
                product=share * value,
                delay=leaf.delay,
            )
        )
    return tuple(sorted(rows, key=lambda row: -row.share))


def outlook_by_kpi(card: Scorecard, goal_id: str) -> tuple[Contribution, ...]:
    """Every KPI with data behind the outlook of a goal, largest coefficient first.

    ``share`` is the sum over all paths of arrows of the products of their shares, which is also how many points the
    outlook moves with one point of the KPI's performance; the products add up to the outlook (scoring.md 4).
    """
    found = Card(card)
    rows = totals(found, web_of(found, "goal", goal_id, "outlook"))
    return tuple(Contribution("kpi", row.id, 1.0, row.share, row.value, row.product, 1.0) for row in rows)


def missing(card: Card, web: Web) -> tuple[Missing, ...]:
    """What has no data, or only in part, with the declared share of the whole that it leaves unknown; largest first.

    ``coverage = 1 − Σ of_whole``: the declared shares of all ways that end in something unknown.
    """
    declared = {place: {branch.place: branch.declared for branch in web.inner(place)} for place in web.branches}
    reach = path_sums(declared, web.components, web.root)
    rows = []
    for place, branches in web.branches.items():
        of_kind, of_id = web.wholes[place]
        for part, branch in branches.items():
            unknown = reach[place] * branch.declared * (1 - branch.coverage)
            if part in web.branches or unknown <= _NOTHING:
                continue
            rows.append(
                Missing(
                    kind=branch.kind,
                    id=branch.id,
                    name=card.name(branch.kind, branch.id),
                    of_kind=of_kind,
                    of_id=of_id,
                    of_name=card.name(of_kind, of_id),
                    share=branch.declared,
                    coverage=branch.coverage,
                    of_whole=unknown,
                    reason=_reason(card, branch.kind, branch.id),
                )
            )
    return tuple(sorted(rows, key=lambda row: -row.of_whole))


def _reason(card: Card, kind: PartKind, item_id: str) -> Reason | None:
    if kind == "kpi":
        return card.kpis[item_id].reason if item_id in card.kpis else None
    item = card.item(kind, item_id)
    return item.reason if isinstance(item, GoalScore) else None
