"""The colours of pictures and pages, light and dark, and their marks; every status has a colour, a shape and a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from scorecard.result import Heading, Status


class Band(NamedTuple):
    """The colours of a perspective: its ground, the text on it and a darker panel."""

    tint: str
    text: str
    panel: str


class Palette(NamedTuple):
    """Every colour of a picture, by its role; ``cut`` is what glyphs are cut out with.

    ``bands`` go from the top perspective down and begin again after the last, ``themes`` likewise; no theme may look
    like a status.
    """

    page: str
    card: str
    outline: str
    rule: str
    track: str
    ink: str
    muted: str
    link: str
    shadow: str
    cut: str
    status_fill: Mapping[Status, str]
    status_text: Mapping[Status, str]
    bands: tuple[Band, ...]
    themes: tuple[str, ...]


LIGHT = Palette(
    page="#FFFFFF",
    card="#FFFFFF",
    outline="#CBD3DF",
    rule="#D9DFE8",
    track="#E6EAF0",
    ink="#16202E",
    muted="#4E5B6E",
    link="#5C6B80",
    shadow="#0F1B2D",
    cut="#FFFFFF",
    status_fill={"on-track": "#00875F", "at-risk": "#CC8000", "off-track": "#B42318", "no-data": "#8892A4"},
    status_text={"on-track": "#006B4B", "at-risk": "#8A5300", "off-track": "#A01F16", "no-data": "#4E5B6E"},
    bands=(
        Band("#EDF3FC", "#2456A6", "#D5E3F8"),
        Band("#E9F6F4", "#14706A", "#CDEAE6"),
        Band("#F3F0FB", "#5B3FA8", "#E1D9F6"),
        Band("#FBF5EA", "#85590B", "#F3E4C6"),
        Band("#FBEFF3", "#9B2C54", "#F3D5E0"),
        Band("#F1F4F8", "#41506A", "#DFE5ED"),
    ),
    themes=("#076DCB", "#7654EE", "#B41F79", "#005D73", "#273556"),
)
DARK = Palette(
    page="#0E141D",
    card="#1A2432",
    outline="#37455A",
    rule="#2A3546",
    track="#2D3A4D",
    ink="#EDF2F8",
    muted="#A6B2C3",
    link="#9FB0C7",
    shadow="#000000",
    cut="#0E141D",
    status_fill={"on-track": "#2CC79A", "at-risk": "#FFB938", "off-track": "#FF7A52", "no-data": "#8D9AAF"},
    status_text={"on-track": "#4FDDB4", "at-risk": "#FFC95E", "off-track": "#FF9A7A", "no-data": "#A6B2C3"},
    bands=(
        Band("#131F33", "#8DB7FF", "#1B2D4C"),
        Band("#10262A", "#5FD6C8", "#16373A"),
        Band("#1D1A33", "#B9A5FF", "#2A2549"),
        Band("#272014", "#F0C36B", "#3A2F1A"),
        Band("#2B1722", "#FF9CC0", "#40202F"),
        Band("#161E2A", "#B7C4D6", "#222D3D"),
    ),
    # The hues of the light ones, as light as they must be to look like no status and, to no eye, like each other.
    themes=("#6EA1D8", "#C7A7FF", "#ECABE4", "#8FDBFF", "#D7D5E0"),
)

# Both palettes have as many bands and as many themes.
_BANDS, _THEMES = len(LIGHT.bands), len(LIGHT.themes)

# Fonts without a tick or a cross are common; these marks are in every font that has WGL4, as nearly all do.
STATUS_MARK: Mapping[Status, str] = {"on-track": "●", "at-risk": "▲", "off-track": "■", "no-data": "○"}
HEADING_MARK: Mapping[Heading, str] = {"rising": "↑", "steady": "→", "falling": "↓"}


def band_role(place: int) -> str:
    """The role of a perspective, counted from 0 at the top; what is drawn adds ``-tint``, ``-text`` or ``-panel``."""
    return f"band-{place % _BANDS}"


def theme_role(place: int) -> str:
    """The role of a theme's colour, counted from 0 in the order of the file."""
    return f"theme-{place % _THEMES}"


def roles(palette: Palette) -> dict[str, str]:
    """The colour of every role under the name that classes of pictures and pages give it: ``f-ROLE``, ``s-ROLE``.

    Of a perspective there are ``band-0-tint``, ``band-0-text`` and ``band-0-panel``, of a theme ``theme-0``, counted
    from 0; of a status ``on-track`` (to fill with) and ``on-track-text``.
    """
    found: dict[str, str] = {name: colour for name, colour in palette._asdict().items() if isinstance(colour, str)}
    found |= {str(status): colour for status, colour in palette.status_fill.items()}
    found |= {f"{status}-text": colour for status, colour in palette.status_text.items()}
    for number, band in enumerate(palette.bands):
        found |= {f"band-{number}-{part}": colour for part, colour in band._asdict().items()}
    return found | {f"theme-{number}": colour for number, colour in enumerate(palette.themes)}
