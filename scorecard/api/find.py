"""Which map is meant when none is named."""

from __future__ import annotations

from pathlib import Path

from scorecard.reading.finding import USUAL, maps_in


class MapNotFoundError(Exception):
    """No map was named and it is not clear which one is meant; the message says what there is."""


def find_map(folder: Path) -> Path:
    """``strategy.yaml`` in the folder, else the only map there.

    Raises:
        MapNotFoundError: when there is none, or more than one.
        OSError: when the folder cannot be read.
    """
    found = maps_in(folder)
    if len(found) == 1:
        return found[0]
    if found:
        from scorecard.rendering.spans import printable

        listed = ", ".join(printable(path.name) for path in found)
        raise MapNotFoundError(f"several strategy maps are here: {listed}; name the one you mean")
    raise MapNotFoundError(
        f"no strategy map is here (no {USUAL}, no other YAML file with goals); "
        "name one, or begin with: scorecard init my-strategy"
    )
