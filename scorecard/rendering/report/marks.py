"""The marks of statuses: a shape, a colour and a word."""

from __future__ import annotations

from scorecard.rendering.report.element import Html, el, joined
from scorecard.rendering.words import STATUS_WORD, status_and_number
from scorecard.result import Limits, Status

_TICK = "M5.5 10.3 9 13.8 14.8 6.6"
_CROSS = "M6.6 6.6 13.4 13.4M13.4 6.6 6.6 13.4"
_TRIANGLE = "M10 1 19.4 17.6H.6Z"
_DIAMOND = "M10 0 20 10 10 20 0 10Z"


def symbols() -> Html:
    """The shapes, drawn once; every mark refers to one of them."""
    shapes: dict[Status, tuple[Html, ...]] = {
        "on-track": (
            el("circle", cx=10, cy=10, r=9.4, class_="f-on-track"),
            el("path", d=_TICK, class_="cut"),
        ),
        "at-risk": (
            el("path", d=_TRIANGLE, class_="f-at-risk"),
            el("path", d="M10 6.6V11.4M10 14.4V14.5", class_="cut"),
        ),
        "off-track": (
            el("path", d=_DIAMOND, class_="f-off-track"),
            el("path", d=_CROSS, class_="cut"),
        ),
        "no-data": (el("circle", cx=10, cy=10, r=8, class_="ring"),),
    }
    drawn = (el("symbol", *parts, id=f"mark-{status}", viewBox="0 0 20 20") for status, parts in shapes.items())
    return el("svg", joined(drawn), class_="hidden", aria_hidden="true", width=0, height=0)


def mark(status: Status) -> Html:
    """The shape of a status; a word always stands beside it."""
    return el("svg", el("use", href=f"#mark-{status}"), class_="mark", aria_hidden="true")


def status_word(status: Status) -> Html:
    """Shape and word."""
    return el("span", mark(status), STATUS_WORD[status], class_=f"status t-{status}")


def status_number(status: Status, share: float | None, limits: Limits) -> Html:
    """Shape, word and number: ``at risk 78 %``."""
    return el("span", mark(status), status_and_number(status, share, limits), class_=f"status t-{status}")
