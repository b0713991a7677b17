"""The part of Inter that a page needs, small enough to be carried inside it."""

from __future__ import annotations

from io import BytesIO

from scorecard.writing.inter import inter_file

ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0±·×–—‘’“”…−≤≥●▲▼■○↑→↓↗↘"
"""Characters that are there whatever the text: ASCII, and the signs that pages set with."""

OPTICAL_SIZE = 14
"""The optical size for text, for which the widths of the characters are known."""
WEIGHTS = (400, 700)
"""Every weight from the first to the second is there."""

# Pairs of letters keep their distances, accents find their places, and figures stand in columns where a page asks for
# it. Left out is what changes signs into others, such as `->` into an arrow: a name is shown as it was written.
_FEATURES = ["kern", "ccmp", "locl", "mark", "mkmk", "tnum"]
# The family and the style, and whose font it is under which licence: that goes where the font goes.
_NAMES = [0, 1, 2, 13, 14]


def font_subset(text: str) -> bytes:
    """Inter as a WOFF file with the characters of ``text`` and `ALWAYS`, in every weight of `WEIGHTS`.

    Characters that Inter lacks are left to the fonts of the reader. The same set of characters gives the same bytes,
    whenever it is made.
    """
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
    from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]

    options = Options(
        layout_features=_FEATURES, name_IDs=_NAMES, hinting=False, notdef_outline=True, recalc_timestamp=False
    )
    with TTFont(inter_file(), lazy=True, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=sorted(set(map(ord, ALWAYS + text))))
        subsetter.subset(font)  # first, so that the axes of a hundred glyphs are cut and not those of three thousand
        instantiateVariableFont(font, {"opsz": OPTICAL_SIZE, "wght": WEIGHTS}, inplace=True)
        font.flavor = "woff"
        file = BytesIO()
        font.save(file)
    return file.getvalue()
