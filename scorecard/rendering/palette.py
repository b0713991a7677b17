"""The light palette of pictures and their marks; every status has a colour, a shape and a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from scorecard.result import Heading, Status

PAGE = "#FFFFFF"
CARD = "#FFFFFF"
OUTLINE = "#CBD3DF"
RULE = "#D9DFE8"
TRACK = "#E6EAF0"
INK = "#16202E"
MUTED = "#4F5C6F"
LINK = "#5C6B80"

STATUS_FILL: Mapping[Status, str] = {
    "on-track": "#00875F",
    "at-risk": "#CC8000",
    "off-track": "#B42318",
    "no-data": "#8A94A6",
}
STATUS_TEXT: Mapping[Status, str] = {
    "on-track": "#006B4B",
    "at-risk": "#8A5400",
    "off-track": "#A01F16",
    "no-data": "#4F5C6F",
}

# Fonts without a tick or a cross are common; these marks are in every font that has WGL4, as nearly all do.
STATUS_MARK: Mapping[Status, str] = {"on-track": "●", "at-risk": "▲", "off-track": "■", "no-data": "○"}
HEADING_MARK: Mapping[Heading, str] = {"rising": "↑", "steady": "→", "falling": "↓"}


class Band(NamedTuple):
    """The colours of a perspective: its ground, the text on it and a darker panel."""

    tint: str
    text: str
    panel: str


BANDS = (
    Band("#EDF3FC", "#2456A6", "#D5E3F8"),
    Band("#E9F6F4", "#14706A", "#CDEAE6"),
    Band("#F3F0FB", "#5B3FA8", "#E1D9F6"),
    Band("#FBF5EA", "#85590B", "#F3E4C6"),
    Band("#FBEFF3", "#9B2C54", "#F3D5E0"),
    Band("#F1F4F8", "#41506A", "#DFE5ED"),
)
"""From the top perspective down; after the sixth they begin again."""
