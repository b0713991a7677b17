"""`status --format json` against Python with its imports alone, as whole processes: a map whose values stand in it,
and 1,000 goals."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.benchmarks.measured import IMPORTS, ROOT, in_turn, large_map, process, report

EVENTS = f"""{IMPORTS}
import gc, sys
from yaml._yaml import CParser
gc.disable()
get = CParser(open(sys.argv[1]).read()).get_event
while get() is not None:
    pass
"""


def main() -> None:
    """Print both comparisons."""
    city = str(ROOT / "maps/city.yaml")
    status = process("-m", "scorecard", "status", city, "--format", "json")
    times = in_turn({"status": status, "imports": process("-c", IMPORTS)}, 21)
    report("city", times, "status", "imports", "<= 1.25")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(large_map(1000), encoding="utf-8")
        status = process("-m", "scorecard", "status", str(path), "--format", "json")
        times = in_turn({"status": status, "imports and events": process("-c", EVENTS, str(path))}, 11)
        report("1,000 goals", times, "status", "imports and events", "<= 2")


if __name__ == "__main__":
    main()
