"""Problems as text, in each of their formats."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.api.status import Screen
from scorecard.problem import Examination


def problems_text(examinations: Sequence[Examination], style: str, screen: Screen) -> str:
    """All problems of the examined files in the style ``full``, ``concise``, ``json`` or ``github``."""
    from scorecard.rendering.problems import problems_concise, problems_full, problems_github, problems_json
    from scorecard.rendering.spans import as_text

    if style == "json":
        return problems_json(examinations)
    if style == "github":
        return problems_github(examinations)
    if style == "concise":
        return problems_concise(examinations)
    return as_text(problems_full(examinations, width=screen.width, ascii=screen.ascii), colour=screen.colour)
