"""What experts say of how strongly goals influence each other, and the weights that follow for the arrows of a map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class EndlessInfluenceError(ValueError):
    """The influences run round and never die out, so they have no finite total."""


class Matrix(NamedTuple):
    """What one expert judged: the goals in the order of the rows, ``values[i][j]``, how strongly goal i influences goal
    j, from 0 up, and ``notes`` on how the file was read."""

    goals: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    notes: tuple[str, ...] = ()


class Standing(NamedTuple):
    """A goal among all: ``given`` is its row sum of the total relation, ``received`` its column sum; ``prominence`` is
    their sum (how much it is part of everything), ``net`` given less received (above 0 a cause, below 0 an effect)."""

    id: str
    name: str
    given: float
    received: float
    prominence: float
    net: float


class Proposal(NamedTuple):
    """An arrow of the map: its weight now, and the one that the direct influence asks for.

    The weights of the causes of an effect keep their sum, so what its KPIs weigh beside them does not change.
    ``direct`` is the judged influence, ``total`` that over all paths. ``proposed`` is None where experts see no
    influence: the arrow is in doubt.
    """

    cause: str
    effect: str
    weight: float
    proposed: float | None
    direct: float
    total: float


class Unseen(NamedTuple):
    """An influence that is judged as strong as those that count, and is no arrow of the map."""

    cause: str
    effect: str
    direct: float
    total: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Influence:
    """An expert matrix worked out (DEMATEL).

    ``goals`` are the names by id, in the order of the rows; ``direct[i][j]`` is how strongly goal i influences goal j,
    the mean of ``experts`` matrices; ``scale`` is the largest row or column sum, by which it is divided; ``total`` the
    total relation T = R(I - R)⁻¹, ``threshold`` the mean of T, above which an influence counts. ``proposals`` and
    ``unseen`` are empty without a map; ``outside`` are the goals of the map that were not judged.
    """

    experts: int
    goals: Mapping[str, str]
    direct: tuple[tuple[float, ...], ...]
    scale: float
    total: tuple[tuple[float, ...], ...]
    threshold: float
    standings: tuple[Standing, ...]
    map: str | None = None
    proposals: tuple[Proposal, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    outside: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
