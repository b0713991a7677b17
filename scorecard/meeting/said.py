"""What went wrong, in a sentence for the people in the meeting."""

from __future__ import annotations

from scorecard.api.errors import FOR_PEOPLE
from scorecard.api.scenario import InvalidScenarioError
from scorecard.api.score import InvalidDataError
from scorecard.rendering.problems import message

CAUGHT: tuple[type[Exception], ...] = (*FOR_PEOPLE, InvalidDataError, InvalidScenarioError, OSError)
"""The errors after which a meeting goes on."""


def sentence(error: BaseException) -> str:
    """Of errors in a file the first one with its place, of anything else its own words."""
    if isinstance(error, InvalidDataError):
        first = error.problems[0]
        place = "" if first.position is None else f":{first.position.line}:{first.position.column}"
        return f"{first.path or 'the map'}{place}: {message(first)}"
    if isinstance(error, OSError):
        return ": ".join(filter(None, (str(error.filename or ""), error.strerror or str(error))))
    return str(error)
