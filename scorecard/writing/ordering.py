"""Where an engine puts the nodes of DOT text from left to right."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import isfinite
from typing import Any

from scorecard.writing.engine import EngineError, EngineName, ask


def node_positions(dot_text: str, engine: EngineName, limit: float = 10.0) -> Mapping[str, float]:
    """The x of every node, by its name, in points; only their order means something, and the numbers differ by version.

    ``limit`` is the time the engine may take, in seconds; it runs in a process of its own and is ended then.

    Raises:
        NoEngineError: when the engine is not installed.
        EngineError: when it fails, takes longer, or answers with something else. The message is one sentence without
            a full stop.
    """
    answer = ask(engine, dot_text, ("-Tjson",), limit)
    if answer.code != 0:
        raise EngineError(f"{engine} could not order the goals: {answer.complaint}")
    try:
        told = json.loads(answer.written)
        found = {str(thing["name"]): _x(thing["pos"]) for thing in told.get("objects", ()) if "pos" in thing}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise EngineError(f"{engine} answered something that is no order of goals") from None
    return found


def _x(position: Any) -> float:
    """The x of a position ``"x,y"``; a number, or it is a ValueError."""
    x = float(position.partition(",")[0])
    if not isfinite(x):
        raise ValueError(position)
    return x
