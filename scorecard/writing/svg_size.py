"""How large an SVG is."""

from __future__ import annotations

import re

_VIEW_BOX = re.compile(r'<svg\b[^>]*?\bviewBox="0 0 (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)"')


def size_of(svg: str) -> tuple[float, float]:
    """Width and height in px, as the view box of the outermost element says them.

    Raises:
        ValueError: when it says none, or one that does not begin at 0 0.
    """
    found = _VIEW_BOX.search(svg)
    if found is None:
        raise ValueError("the SVG has no view box that begins at 0 0")
    return float(found[1]), float(found[2])
