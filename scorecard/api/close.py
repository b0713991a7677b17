"""Closing a period: what is reported of it stays."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scorecard import __version__
from scorecard.api.closed import FOLDER
from scorecard.api.score import actuals_of, asked_period, scored
from scorecard.measuring.closed import raw_document
from scorecard.model import StrategyMap
from scorecard.period import Period
from scorecard.reading import read_file
from scorecard.result import Scorecard

_SCHEMA_VERSION = 1


class CloseError(Exception):
    """A period cannot be closed; the message says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Closing:
    """A period that was closed: its card, the file that was written, and whether it had been closed before."""

    card: Scorecard
    path: Path
    reopened: bool


def close(
    strategy_map: StrategyMap,
    map_path: Path,
    as_of: date,
    period: str | Period | None = None,
    *,
    reopen: bool = False,
    because: str | None = None,
) -> Closing:
    """Write ``closed/2026-10.json`` beside the map: the whole review of the period and the text of the map.

    From then on the period is read and not scored again. ``period`` left out is the one that would be scored. One that
    was closed is closed again only with ``reopen`` and the reason ``because``, which the file keeps.

    Raises:
        CloseError: when the period is not over, was closed before, or a reason is missing.
        PeriodError, InvalidDataError, OSError: see `scorecard.api.score.score`.
    """
    folder = map_path.parent
    asked = asked_period(strategy_map, period, as_of)
    actuals = actuals_of(strategy_map, folder, as_of, since=asked)
    card = scored(strategy_map, actuals, as_of, asked, folder)
    path = folder / FOLDER / f"{card.period}.json"
    _refuse(card, path, reopen, because)
    earlier = _earlier(path) if path.exists() else []
    if reopen:
        earlier.append({"on": as_of.isoformat(), "because": because})
    _write(path, card, as_of, earlier, read_file(map_path).document.text)
    return Closing(card=card, path=path, reopened=reopen)


def _refuse(card: Scorecard, path: Path, reopen: bool, because: str | None) -> None:
    name = f"{path.parent.name}/{path.name}"
    if card.period.end > card.as_of:
        raise CloseError(f"{card.period} is not over on {card.as_of}, so it cannot be closed yet")
    if path.exists() and not reopen:
        raise CloseError(
            f"{card.period} is closed already ({name}); to report it anew, give --reopen and the reason: --because …"
        )
    if reopen and not path.exists():
        raise CloseError(f"{card.period} is not closed, so there is nothing to reopen")
    if reopen and not (because or "").strip():
        raise CloseError("a closed period is reopened for a reason: --because …")
    if because is not None and not reopen:
        raise CloseError("--because belongs to --reopen")


def _earlier(path: Path) -> list[dict[str, str | None]]:
    """The reasons for which the period was reopened before."""
    found = raw_document(path).get("reopened", [])
    return found if isinstance(found, list) else []


def _write(path: Path, card: Scorecard, as_of: date, reopened: list[dict[str, str | None]], map_text: str) -> None:
    from scorecard.rendering.json_text import Json, document, json_text
    from scorecard.rendering.status.as_json import status_json
    from scorecard.writing.closed import write_closed

    text = document(
        {
            "schema_version": _SCHEMA_VERSION,
            "closed_on": as_of,
            "reopened": Json(json.dumps(reopened, ensure_ascii=False)),
            "status": Json(status_json(card, tool_version=__version__).strip()),
            "map": Json(json_text(map_text)),
        }
    )
    write_closed(path, text)
