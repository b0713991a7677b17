"""One number of a card with everything it is made of, down to the figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import NamedTuple, TypeAlias

import networkx as nx

from scorecard.explanation import NumberName, WholeKind
from scorecard.graph import Graph, components_of
from scorecard.propagation.outlook import declared_shares
from scorecard.propagation.system import Components
from scorecard.result import Contribution, GoalScore, IndexScore, PartKind, PerspectiveScore, Scorecard

Scored: TypeAlias = GoalScore | PerspectiveScore | IndexScore
Whole: TypeAlias = tuple[WholeKind, str]


class Branch(NamedTuple):
    """A part of a sum. ``place`` is where it is unrolled further, or the name of a leaf; ``declared`` its share before
    and ``share`` after leaving out what has no data (None for one without); ``delay``: its value is that of so many
    periods ago."""

    place: str
    kind: PartKind
    id: str
    declared: float
    share: float | None
    value: float | None
    coverage: float
    delay: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Web:
    """A number with its parts, theirs, and so on: ``branches`` by place, ``wholes`` what each place is."""

    root: str
    wholes: Mapping[str, Whole]
    branches: Mapping[str, Mapping[str, Branch]]
    components: Components

    def shares(self) -> dict[str, dict[str, float]]:
        """The share of every part with data."""
        return {
            place: {part: branch.share for part, branch in branches.items() if branch.share is not None}
            for place, branches in self.branches.items()
        }

    def inner(self, place: str) -> list[Branch]:
        """The parts of a place that are unrolled further."""
        return [branch for part, branch in self.branches[place].items() if part in self.branches]

    def leaves(self) -> dict[str, Branch]:
        """The parts with data that are not unrolled further: KPIs, and of drivers the results of goals."""
        return {
            part: branch
            for branches in self.branches.values()
            for part, branch in branches.items()
            if part not in self.branches and branch.share is not None
        }


class Card:
    """A card whose items are found by kind and id."""

    def __init__(self, card: Scorecard) -> None:
        self.card = card
        self.kpis = {kpi.id: kpi for kpi in card.kpis}
        self._items: dict[tuple[str, str], Scored] = {("goal", goal.id): goal for goal in card.goals}
        self._items |= {("perspective", item.id): item for item in card.perspectives}
        self._items["index", "index"] = card.index
        self.delays: dict[tuple[str, PartKind, str], int] = {
            (link.effect, "goal", link.cause): link.delay for link in card.links if link.kind == "driven-by"
        }
        for goal in card.goals:
            self.delays.update(((goal.id, "kpi", note.kpi), note.delay) for note in goal.kpi_notes)

    def item(self, kind: str, item_id: str) -> Scored | None:
        """A goal, a perspective or the index."""
        return self._items.get((kind, item_id))

    def name(self, kind: str, item_id: str) -> str:
        """What an item or a KPI is called."""
        if kind == "kpi":
            return self.kpis[item_id].name if item_id in self.kpis else item_id
        found = self._items.get((kind, item_id))
        return "Index" if kind == "index" else item_id if found is None or isinstance(found, IndexScore) else found.name


def number_of(item: Scored, number: NumberName) -> float | None:
    """One of the numbers of an item by its name."""
    found: float | None = getattr(item, number)
    return found


def web_of(card: Card, kind: WholeKind, item_id: str, number: NumberName) -> Web:
    """Everything behind a number. An outlook goes on through causes; of results and drivers, which are measured values
    one step away, the causes are leaves."""
    root = f"{kind}:{item_id}"
    wholes: dict[str, Whole] = {root: (kind, item_id)}
    branches: dict[str, Mapping[str, Branch]] = {}
    waiting = [root]
    while waiting:
        place = waiting.pop()
        of_kind, of_id = wholes[place]
        found = _branches(card, of_kind, of_id, number)
        branches[place] = _each_once(found)
        for branch in found:
            goes_on = branch.kind == "perspective" or (branch.kind == "goal" and branch.place == f"goal:{branch.id}")
            if goes_on and branch.share is not None and branch.place not in wholes:
                wholes[branch.place] = ("goal" if branch.kind == "goal" else "perspective", branch.id)
                waiting.append(branch.place)
    return Web(root=root, wholes=wholes, branches=branches, components=parts_first(branches))


def parts_first(branches: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """The places, each after its parts; those of one loop together."""
    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(branches)
    graph.add_edges_from((part, place) for place, parts in branches.items() for part in parts if part in branches)
    return components_of(graph)


def _branches(card: Card, kind: WholeKind, item_id: str, number: NumberName) -> list[Branch]:
    item = card.item(kind, item_id)
    assert item is not None  # only what the card holds is asked for
    rows: Sequence[Contribution] = getattr(item.contributions, number)
    declared = _declared(card, item, rows, number)
    one_step = kind == "goal" and number != "outlook"
    pulls = isinstance(item, GoalScore) and (
        number == "leading" or (number == "performance" and item.basis == "leading")
    )
    found = []
    for row, share in zip(rows, declared, strict=True):
        delay = card.delays.get((item_id, row.kind, row.id), 0) if pulls else 0
        word = "results" if row.kind == "goal" and one_step else row.kind
        place = f"{word}:{row.id}" + (f"@{delay}" if delay else "")
        found.append(Branch(place, row.kind, row.id, share, row.share, row.value, row.coverage, delay))
    return found


def _declared(card: Card, item: Scored, rows: Sequence[Contribution], number: NumberName) -> list[float]:
    """The declared shares of the parts: their weights made a whole, in an outlook those of each side by itself."""
    if isinstance(item, GoalScore) and number == "outlook":
        results, pulls = declared_shares(
            [row.weight for row in item.contributions.lagging],
            [row.weight for row in item.contributions.leading],
            card.card.map.drivers_share,
        )
        return [*results, *pulls]
    whole = fsum(row.weight for row in rows)
    return [row.weight / whole for row in rows]


def _each_once(found: Sequence[Branch]) -> dict[str, Branch]:
    """By place; a KPI that stands on both sides of a goal is one part of it, with both shares."""
    branches: dict[str, Branch] = {}
    for branch in found:
        if (twin := branches.get(branch.place)) is not None:
            both = None if branch.share is None or twin.share is None else branch.share + twin.share
            branch = branch._replace(declared=twin.declared + branch.declared, share=both)
        branches[branch.place] = branch
    return branches
