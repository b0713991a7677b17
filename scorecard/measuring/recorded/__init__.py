"""Figures that people wrote down: ``data/actuals*.csv`` beside the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from scorecard.measuring.recorded.files import bytes_of, files_of_figures, text_of
from scorecard.measuring.recorded.header import header_of
from scorecard.measuring.recorded.rows import Reader, Seen
from scorecard.measuring.rules import figure_row
from scorecard.problem import Problem
from scorecard.recorded import Recorded
from scorecard.table_text import rows_of


def read_recorded(
    folder: Path, kpis: Mapping[str, str | None], dimensions: Sequence[str]
) -> tuple[tuple[Recorded, ...], tuple[Problem, ...]]:
    """Every figure in ``data/actuals*.csv`` below the folder of the map, file by file, and what is wrong with them.

    ``kpis`` are the ids that figures may have (measures too) with their units, ``dimensions`` those of the map.

    Raises:
        OSError: when the folder cannot be listed.
    """
    figures: list[Recorded] = []
    problems: list[Problem] = []
    seen: Seen = {}
    for path in files_of_figures(folder):
        raw = bytes_of(folder, path)
        text = raw if isinstance(raw, Problem) else text_of(raw, path)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        first = next((row for row in rows_of(text) if any(row.cells)), None)
        if first is None:
            problems.append(figure_row.empty(path))
            continue
        header = header_of(text, first, path, dimensions)
        if isinstance(header, list):
            problems += header
            continue
        reader = Reader(path=path, text=text, header=header, kpis=kpis, seen=seen)
        figures += reader.figures()
        problems += reader.problems
    return tuple(figures), tuple(problems)
