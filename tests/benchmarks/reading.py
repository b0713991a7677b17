"""Reading with positions against one bare pass over libyaml's events (garbage collector off on both sides) and
against `yaml.load(..., CSafeLoader)` as people call it (collector on)."""

from __future__ import annotations

import gc
from collections.abc import Callable

import yaml
from yaml._yaml import CParser

from scorecard.model import StrategyMap
from scorecard.reading import read_bytes
from scorecard.reading.compose import Composer
from tests.benchmarks.measured import in_turn, large_map, report


def main() -> None:
    """Print the comparisons at 1,000 and at 10,000 goals."""
    for goals, runs in ((1000, 15), (10_000, 5)):
        text = large_map(goals)
        raw = text.encode()

        def events(text: str = text) -> None:
            get = CParser(text).get_event
            while get() is not None:
                pass

        def positions(text: str = text) -> object:
            return Composer(text).document()

        def whole(raw: bytes = raw) -> StrategyMap | None:
            return read_bytes(raw).strategy_map

        def load(text: str = text) -> object:
            gc.enable()
            found = yaml.load(text, yaml.CSafeLoader)
            gc.disable()
            return found

        gc.disable()
        sides: dict[str, Callable[[], object]] = {
            "events": events,
            "positions": positions,
            "with the model": whole,
            "CSafeLoader": load,
        }
        times = in_turn(sides, runs)
        gc.enable()
        report(f"{goals:,} goals, data and positions", times, "positions", "events", "<= 2.5")
        report(f"{goals:,} goals, with the model", times, "with the model", "events", "<= 2.5")
        report(f"{goals:,} goals, CSafeLoader ÷ data and positions", times, "CSafeLoader", "positions", ">= 3")
        report(f"{goals:,} goals, CSafeLoader ÷ with the model", times, "CSafeLoader", "with the model", ">= 3")


if __name__ == "__main__":
    main()
