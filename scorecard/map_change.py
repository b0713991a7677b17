"""Two states of a map side by side: what was edited, in which order it is applied, and what each edit does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from scorecard.result import Scorecard, Status

EditKind: TypeAlias = Literal["renamed", "added", "changed", "removed"]
Section: TypeAlias = Literal["perspectives", "themes", "sources", "measures", "kpis", "initiatives", "goals"]
"""The parts of a map that hold things by their ids."""
EntryList: TypeAlias = Literal["lagging", "leading", "driven_by", "hindered_by", "guardrails", "initiatives"]
"""The lists of a goal."""
Suspicion: TypeAlias = Literal["easier-after-miss", "weight-onto-green", "weight-off-red"]
"""Why an edit deserves a second look: what a KPI should reach became easier while it was not on track; a weight was
raised on what is on track; a weight was lowered, or taken away, on what is off track."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """One difference between two states of a map.

    ``section`` is ``map`` for what the map says of itself (``field`` names it). With ``entries`` the edit is about an
    entry of that list of the goal ``goal``: ``id`` is then the KPI, cause or initiative that is listed. ``field`` is
    the name of what changed, ``entries`` itself when an entry went from one list into another (``before`` and ``after``
    are then the names of the lists), None for a whole thing that was added or removed. ``before`` and ``after`` are
    values of the model, None where there was or is nothing; of a rename the two ids. ``step`` is the place of its step
    among those that change scores, from 0; None for what no score depends on.
    """

    kind: EditKind
    section: Section | Literal["map"]
    id: str
    name: str
    entries: EntryList | None = None
    goal: str | None = None
    goal_name: str | None = None
    field: str | None = None
    before: object = None
    after: object = None
    unit: str | None = None
    step: int | None = None
    suspicions: tuple[Suspicion, ...] = ()


class Numbers(NamedTuple):
    """Performance and outlook, fractions or None for no data, with their statuses; the index has no outlook status."""

    performance: float | None
    outlook: float | None
    status: Status
    outlook_status: Status | None = None


class GoalMove(NamedTuple):
    """A goal whose numbers or status an edit changed; ``before`` or ``after`` is None where there is no such goal."""

    id: str
    name: str
    before: Numbers | None
    after: Numbers | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """What edits do when they are applied after all steps before them; mostly it is one edit.

    ``edits`` are places in the list of edits. ``goals`` holds only those that moved, the largest move first.
    """

    edits: tuple[int, ...]
    before: Numbers
    after: Numbers
    goals: tuple[GoalMove, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MapChange:
    """What was edited between two states of a map, and what it does to the scores with the data of today.

    ``before`` and ``after`` say which states these are. ``edits`` stand in the order in which they are applied, one
    after the other, to the older map: what each does depends on that order, and the steps add up exactly to the change
    from the index of ``old`` to that of ``new``. Both cards are scored with the same data for the same period.
    ``goals`` are the goals that all edits together moved.
    """

    before: str
    after: str
    old: Scorecard
    new: Scorecard
    edits: tuple[Edit, ...]
    steps: tuple[Step, ...]
    index_before: Numbers
    index_after: Numbers
    goals: tuple[GoalMove, ...]
