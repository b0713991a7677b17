"""Text: that each line of it fits what it stands in by the width table, and covers no other."""

from __future__ import annotations

from collections.abc import Iterator

from tests.rendering.board.picture import Box, Picture, Text

_SPARE = 4.0
_ROUNDING = 0.11
"""Coordinates are written to a tenth, and a box has two sides."""


def text_findings(picture: Picture) -> Iterator[str]:
    """Texts that do not fit or cover each other."""
    by_part: dict[str, list[Text]] = {}
    for text in picture.texts:
        by_part.setdefault(text.part, []).append(text)
        name, box, spare = _around(text, picture)
        if not box.holds(text.box, spare - _ROUNDING, -_ROUNDING):
            yield f"{_quoted(text)} of {text.part} does not fit {name}: {_sides(text.box)} in {_sides(box)}"
    for part, texts in by_part.items():
        for place, text in enumerate(texts):
            for other in texts[:place]:
                if text.box.grown(-_ROUNDING).meets(other.box.grown(-_ROUNDING)):
                    yield f"{_quoted(other)} and {_quoted(text)} of {part} cover each other"


def _around(text: Text, picture: Picture) -> tuple[str, Box, float]:
    """The innermost thing that a text stands in, and how much room it should keep at the sides."""
    kind, _, name = text.part.partition("--")
    if kind == "goal" and name in picture.cards:
        return "its card", picture.cards[name], _SPARE
    if kind == "band" and name in picture.panels:
        return "its panel", picture.panels[name], _SPARE
    if kind == "band" and name in picture.bands:
        return "its band", picture.bands[name], _SPARE
    middle = ((text.box.left + text.box.right) / 2, (text.box.top + text.box.bottom) / 2)
    labels = [label.box for label in picture.labels if f"label--{label.cause}--{label.effect}" == text.part]
    around = labels or [pill for pill in picture.pills if pill.distance(middle) < 0]
    if around:
        return "its pill", min(around, key=lambda box: box.right - box.left), _SPARE
    return "the picture", picture.page, 0.0


def _quoted(text: Text) -> str:
    return f"“{text.content[:40]}”"


def _sides(box: Box) -> str:
    return f"{box.left:.1f} to {box.right:.1f}, {box.top:.1f} to {box.bottom:.1f}"
