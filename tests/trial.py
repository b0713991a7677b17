"""Mutants one after another under limits of time and memory, in a process of its own.

``python -m tests.trial 8`` tries the mutant of seed 8 and shows the traceback; ``python -m tests.trial 0 100`` tries
a hundred. One line of JSON is printed for each: the seed, how far it came, and the traceback if it failed. A mutant
that takes too long ends the process, also when it is deep inside C code.
"""

from __future__ import annotations

import faulthandler
import json
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from importlib import import_module

SECONDS = 5.0
BYTES = 500_000_000


def attempt(seed: int) -> str:
    """Use the mutant of one seed."""
    from tests.mutants import mutant, use

    return use(mutant(seed))


def run(seeds: range, what: Callable[[int], str] = attempt, seconds: float = SECONDS) -> None:
    """Try seeds one by one; the whole process gets `BYTES` of memory and each seed ``seconds`` of time."""
    faulthandler.register(signal.SIGALRM, chain=True)  # say where it was, then end
    _, hardest = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, hardest))
    for seed in seeds:
        failure = ""
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            outcome = what(seed)
        except Exception:
            outcome, failure = "failed", traceback.format_exc()
        signal.setitimer(signal.ITIMER_REAL, 0)
        print(json.dumps([seed, outcome, failure]), flush=True)


def main(arguments: list[str]) -> None:
    """``FIRST [LAST [module:function [seconds]]]``, the last one left out; stand-ins are for the trial's own tests."""
    first = int(arguments[0])
    last = int(arguments[1]) if len(arguments) > 1 else first + 1
    module, _, name = (arguments[2] if len(arguments) > 2 else "tests.trial:attempt").partition(":")
    seconds = float(arguments[3]) if len(arguments) > 3 else SECONDS
    run(range(first, last), getattr(import_module(module), name), seconds)


if __name__ == "__main__":
    main(sys.argv[1:])
