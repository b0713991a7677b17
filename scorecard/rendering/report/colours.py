"""The palette as rules of a style sheet: a variable for each role, and the classes that fill and stroke with it."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rendering.palette import DARK, LIGHT, Palette

_PLAIN = ("page", "card", "outline", "rule", "track", "ink", "muted", "link", "shadow", "cut")


def roles(palette: Palette) -> dict[str, str]:
    """Every colour of a palette by the name of its role, as the classes of pictures call it."""
    found = {role: getattr(palette, role) for role in _PLAIN}
    for status, colour in palette.status_fill.items():
        found[status] = colour
        found[f"{status}-text"] = palette.status_text[status]
    for number, band in enumerate(palette.bands):
        found |= {f"band-{number}-{part}": colour for part, colour in band._asdict().items()}
    return found | {f"theme-{number}": colour for number, colour in enumerate(palette.themes)}


def colour_rules() -> str:
    """Light, dark where the reader's system or the page says so, and light on paper."""
    light, dark = _variables(LIGHT, "light"), _variables(DARK, "dark")
    return "\n".join(
        (
            f":root{{{light}}}",
            f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}",
            f":root[data-theme=dark]{{{dark}}}",
            f"@media print{{:root,:root:not([data-theme=light]),:root[data-theme=dark]{{{light}}}}}",
            *_classes(),
        )
    )


def _variables(palette: Palette, scheme: str) -> str:
    return f"color-scheme:{scheme};" + "".join(f"--{role}:{colour};" for role, colour in roles(palette).items())


def _classes() -> Iterator[str]:
    for role in roles(LIGHT):
        yield f".f-{role}{{fill:var(--{role})}}.s-{role}{{stroke:var(--{role})}}"
