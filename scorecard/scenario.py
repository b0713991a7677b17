"""A scenario: what would be otherwise, and what is expected to come of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from scorecard.period import Period
from scorecard.problem import Position
from scorecard.result import Status

COMMAND_LINE = "command line"
"""The name of the scenario that options make."""

Sign: TypeAlias = Literal[">=", "<=", ">", "<", "=="]
ExpectedKind: TypeAlias = Literal["goal", "perspective", "index", "kpi"]
ExpectedNumber: TypeAlias = Literal[
    "performance", "lagging", "leading", "outlook", "status", "outlook_status", "value", "progress"
]


class Step(NamedTuple):
    """What a KPI is set to, from the period ``since`` on (None: from the first one on).

    It is ``value`` in the KPI's unit (2 % is 0.02), or its value now after the ``change``: ``+10%`` of it, ``+500``,
    ``+3pp``. Without either it is what the KPI should reach, its target. ``written`` is what was written, ``at`` its
    place in the file.
    """

    written: str
    value: float | None = None
    change: str | None = None
    since: Period | None = None
    at: Position | None = None


class Setting(NamedTuple):
    """A KPI and what it is set to, in one step or in several, the earliest first."""

    kpi: str
    steps: tuple[Step, ...]


class Dropped(NamedTuple):
    """An arrow, of either kind, that is not there."""

    cause: str
    effect: str
    at: Position | None = None


class Weighted(NamedTuple):
    """Another weight: of the perspective or goal ``id``; of the arrow from the goal ``id`` to the goal ``of``; of the
    KPI ``id`` in the goal ``of``."""

    kind: Literal["perspective", "goal", "link", "kpi"]
    id: str
    of: str | None
    weight: float
    at: Position | None = None


class Expectation(NamedTuple):
    """A number of an item, and what it has to be: ``outlook`` ``>=`` 0.8, or ``outlook_status`` ``==`` on-track.

    The limit of a value is in the KPI's unit, that of any other number a fraction; a status has a word.
    """

    kind: ExpectedKind
    id: str
    number: ExpectedNumber
    sign: Sign
    limit: float | Status
    written: str
    at: Position | None = None


class Uncertain(NamedTuple):
    """A KPI (``*``: every one that has a score) whose value is not certain: normal around its value with a standard
    deviation of a ``share`` of it; normal with 90 of 100 values in a ``range`` from ``low`` to ``high``; or normal
    around its value, as far as it changed from one period to the next in its ``history``."""

    kpi: str
    written: str
    spread: Literal["share", "range", "history"]
    share: float | None = None
    low: float | None = None
    high: float | None = None
    at: Position | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Scenario:
    """Changes that are made together, in no order: nothing is changed twice.

    ``path`` is the file it was read from; empty for one that was made otherwise.
    """

    name: str
    description: str | None = None
    path: str = ""
    settings: tuple[Setting, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    weights: tuple[Weighted, ...] = ()
    uncertain: tuple[Uncertain, ...] = ()
    expectations: tuple[Expectation, ...] = ()
