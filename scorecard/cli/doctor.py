"""``scorecard doctor``: what is installed and which map would be used."""

from __future__ import annotations

from pathlib import Path

from scorecard.cli.options import MapArgument, Verbose
from scorecard.cli.terminal import write


def doctor(strategy_map: MapArgument = None, verbose: Verbose = False) -> None:
    """Show what is installed.

    Versions, what works here and what would have to be installed for the rest, and the map in use.

    scorecard doctor

    scorecard doctor maps/city.yaml
    """
    from scorecard.api.doctor import doctor_text

    if strategy_map is not None:
        strategy_map.stat()  # a path that is not there is wrong use, here as everywhere
    write(doctor_text(strategy_map or Path()))
