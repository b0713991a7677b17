"""Why a number is what it is, and why it moved: sums that anybody can do again with a pocket calculator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from scorecard.period import Period, Rhythm
from scorecard.result import Limits, PartKind, Reason, Status

NumberName: TypeAlias = Literal["performance", "lagging", "leading", "outlook"]
WholeKind: TypeAlias = Literal["goal", "perspective", "index"]
TermsReason: TypeAlias = Literal["target", "plan", "target-and-plan"]
"""What else than its value moved a KPI's performance: its target or scale, the time of its plan, or both."""
MoveKind: TypeAlias = Literal["performance", "data", "weights", "not-kept"]
"""What moved a number: the performance of a part; other shares because data came or went; other shares because weights
or arrows were edited; or what a closed period does not let one tell apart."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step down from a number: a part of the one above with its ``share`` of that.

    ``of_whole`` is the product of the shares so far, ``value`` what the part is worth, and ``product`` of_whole ×
    value: what the number has from it by this way.
    """

    kind: PartKind
    id: str
    name: str
    share: float
    of_whole: float
    value: float
    product: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Path:
    """A way from the number down to a KPI (of drivers also to a goal, whose results they are).

    ``steps`` go down, the last one is the KPI. ``share`` is the product of their shares, ``value`` the performance of
    the KPI and ``product`` share × value, the part of the number that it gives; all fractions. ``delay``: the value is
    that of so many periods ago. ``round``: it passes the same goal twice, because it goes round a loop.
    """

    steps: tuple[Step, ...]
    share: float
    value: float
    product: float
    delay: int = 0
    round: bool = False

    @property
    def end(self) -> Step:
        """The KPI, or the goal, that the path leads to."""
        return self.steps[-1]


@dataclass(frozen=True, kw_only=True, slots=True)
class Total:
    """A KPI with all its paths together; ``share`` is also by how many points the number moves with one of its own."""

    kind: PartKind
    id: str
    name: str
    share: float
    value: float
    product: float
    delay: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Missing:
    """A part without data, or known only in part, of the number or of something on the way to it.

    ``share`` is the declared share in ``of`` (kind, id and name), ``of_whole`` the declared share of the whole number
    that is not known because of it: these of all the missing add up to 1 less the coverage.
    """

    kind: PartKind
    id: str
    name: str
    of_kind: WholeKind
    of_id: str
    of_name: str
    share: float
    coverage: float
    of_whole: float
    reason: Reason | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PartChange:
    """A part of a sum in both periods, fractions: ``by_value`` is mean share × change of the value, ``by_share`` mean
    value × change of the share. A share is 0 and a value None where there was no data. Beside a closed period the
    shares of then are not known: ``share_before`` is None, and ``by_value`` uses the share of today."""

    kind: PartKind
    id: str
    name: str
    share_before: float | None
    share_now: float
    value_before: float | None
    value_now: float | None
    by_value: float
    by_share: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Split:
    """The change of one number on the way, split by the midpoint rule: the ``by_value`` and ``by_share`` of its
    parts, and ``rest``, add up to ``change``, which is now − before.

    ``reach`` is by how many points the whole moves with one of it; ``by_data`` and ``by_weights`` sum up ``by_share``
    by its reason; ``came`` and ``went`` name the parts that have data in one period only, ``added`` and ``removed``
    those that only one of the two maps has. ``rest`` is what a closed period does not let one tell apart.
    """

    kind: WholeKind
    id: str
    name: str
    before: float
    now: float
    change: float
    reach: float
    parts: tuple[PartChange, ...]
    by_data: float = 0.0
    by_weights: float = 0.0
    rest: float = 0.0
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """One thing that moved the number, over all ways on which it does; all moves add up to the change.

    Of ``performance``: the part (mostly a KPI), its value in both periods, its mean ``share`` of the whole, and
    ``change`` = share × (now − before). ``by_value`` and ``by_terms`` split that into what its figure did and what its
    target, scale or plan did (``terms`` says which); both None where that cannot be told. Of ``data``, ``weights`` and
    ``not-kept``: the goal, perspective or index whose parts have other shares than before.
    """

    what: MoveKind
    kind: PartKind | Literal["index"]
    id: str
    name: str
    change: float
    share: float
    before: float | None = None
    now: float | None = None
    by_value: float | None = None
    by_terms: float | None = None
    terms: TermsReason | None = None
    delay: int = 0
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberChange:
    """A number since an earlier period: ``change`` is None where one of the two has no data.

    ``moves`` moved it most, largest first; they and ``rest``, of ``more`` smaller ones, add up to the change.
    ``splits`` are the steps behind them, the explained number first. ``coverage_before`` is that of the earlier
    number, None where it was not kept.
    ``reported``: the earlier period is closed and only its numbers are known, not what they were made of.
    """

    period: Period
    before: float | None
    now: float | None
    change: float | None
    coverage_before: float | None = None
    moves: tuple[Move, ...] = ()
    more: int = 0
    rest: float = 0.0
    splits: tuple[Split, ...] = ()
    reported: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """A number unrolled: the products of ``paths``, largest first, and ``rest`` add up to ``value``; their shares and
    ``rest_share`` to 1.

    ``more`` counts the paths that are not listed; None where a loop makes no end of them. ``totals`` are the KPIs with
    all their paths together, largest share first; ``missing`` what has no data. ``basis`` says which of lagging and
    leading a performance is; ``status`` is that of the number, of an outlook a word and never a colour. ``reason``
    says why there is no value.
    """

    map: str
    as_of: date
    period: Period
    rhythm: Rhythm
    closed: bool
    kind: WholeKind
    id: str
    name: str
    number: NumberName
    basis: Literal["lagging", "leading"] | None
    value: float | None
    reason: Literal["no-data", "no-kpis"] | None
    coverage: float
    status: Status
    limits: Limits
    paths: tuple[Path, ...] = ()
    more: int | None = 0
    rest: float = 0.0
    rest_share: float = 0.0
    totals: tuple[Total, ...] = ()
    missing: tuple[Missing, ...] = ()
    change: NumberChange | None = None
