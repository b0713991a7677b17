"""Closed periods, read from the documents that were written when they were closed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import Any, get_args

from scorecard.closed import ClosedNumbers, ClosedPeriod
from scorecard.period import Period, Rhythm, parse_period
from scorecard.result import Status

_LARGEST = 50_000_000
_STATUSES: Mapping[str, Status] = {status: status for status in get_args(Status)}


class ClosedFileError(Exception):
    """A file of a closed period cannot be read as one; the message says which and why."""


def read_closed(folder: Path, rhythm: Rhythm) -> dict[Period, ClosedPeriod]:
    """Every ``2026-10.json`` of the rhythm in the folder, by period, oldest first.

    Raises:
        ClosedFileError: when a file is named like a period and holds something else.
        OSError: when one cannot be read.
    """
    found: dict[Period, ClosedPeriod] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            period = parse_period(path.stem)
        except ValueError:
            continue  # a file of somebody else's
        if period.rhythm == rhythm:
            found[period] = closed_period(path, period)
    return dict(sorted(found.items()))


def closed_period(path: Path, period: Period) -> ClosedPeriod:
    """One closed period from its file.

    Raises:
        ClosedFileError: when the file is no closed period, or one of another period.
    """
    document = raw_document(path)
    try:
        return _from(document, period)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError):
        raise _unread(path) from None


def raw_document(path: Path) -> dict[str, Any]:
    """The document in the file of a closed period, as it stands there.

    Raises:
        ClosedFileError: when the file is too large or no JSON object.
    """
    if path.stat().st_size > _LARGEST:
        raise ClosedFileError(f"{path.name} is larger than {_LARGEST // 1_000_000} MB, so it is no closed period")
    try:
        document = json.loads(path.read_bytes().decode("utf-8"))
    except (ValueError, RecursionError):
        raise _unread(path) from None
    if not isinstance(document, dict):
        raise _unread(path)
    return document


def _unread(path: Path) -> ClosedFileError:
    return ClosedFileError(
        f"{path.parent.name}/{path.name} is no closed period; put it back as it was, from version control or a copy, "
        "or take it away and close the period again"
    )


def _from(document: Any, period: Period) -> ClosedPeriod:
    status = document["status"]
    if status["period"] != str(period):
        raise ValueError(status["period"])
    return ClosedPeriod(
        period=period,
        values={kpi["id"]: _number(kpi["value"]) for kpi in status["kpis"]},
        performances={kpi["id"]: _number(kpi["performance"]) for kpi in status["kpis"]},
        goals={goal["id"]: _numbers(goal) for goal in status["goals"]},
        perspectives={item["id"]: _numbers(item) for item in status["perspectives"]},
        index=_numbers(status["index"]),
        map_text=str(document["map"]),
    )


def _numbers(item: Mapping[str, Any]) -> ClosedNumbers:
    return ClosedNumbers(
        performance=_number(item["performance"]),
        lagging=_number(item["lagging"]),
        leading=_number(item["leading"]),
        outlook=_number(item["outlook"]),
        lagging_coverage=_number(item["coverage"]["lagging"]) or 0.0,
        status=_STATUSES[item["status"]],
    )


def _number(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        number = float(value)
        if isfinite(number):
            return number
    raise TypeError(value)
