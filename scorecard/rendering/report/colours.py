"""The palette as rules of a style sheet: a variable for each role, and the classes that fill and stroke with it."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rendering.palette import DARK, LIGHT, Palette, roles


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
