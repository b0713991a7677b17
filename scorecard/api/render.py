"""Pictures of a scorecard."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, cast, get_args, overload

from scorecard.comparison import Comparison
from scorecard.result import Scorecard

if TYPE_CHECKING:
    from scorecard.api.board import BoardOptions, EngineChoice, Theme
    from scorecard.rendering.board.look import Detail

TextFormat: TypeAlias = Literal["dot", "mmd"]
PictureFormat: TypeAlias = Literal["svg", "png", "pdf"]
Style: TypeAlias = Literal["board", "plain"]

WIDTH = 1400
"""The width of a board in px when none is asked for."""
LEAST_WIDTH, MOST_WIDTH = 600, 20_000

_ZOOM = 2.0
_MOST_NAMED = 5


class Picture(NamedTuple):
    """What was drawn: the bytes of the file, the style (None for Mermaid) and what the user should know of it."""

    content: bytes
    style: Style | None
    notices: tuple[str, ...] = ()


class PictureNameError(Exception):
    """The ending of a file name stands for no format; the message lists those that do."""


@overload
def render(card: Scorecard, format: TextFormat, *, style: Style | None = None) -> str: ...
@overload
def render(
    card: Scorecard,
    format: PictureFormat = "svg",
    *,
    style: Style | None = None,
    detail: Detail | None = None,
    theme: Theme = "light",
    width: int | None = None,
    engine: EngineChoice = "auto",
    comparison: Comparison | None = None,
) -> bytes: ...
def render(
    card: Scorecard,
    format: TextFormat | PictureFormat = "svg",
    *,
    style: Style | None = None,
    detail: Detail | None = None,
    theme: Theme = "light",
    width: int | None = None,
    engine: EngineChoice = "auto",
    comparison: Comparison | None = None,
) -> str | bytes:
    """Draw a scorecard as a strategy map.

    ``dot`` and ``mmd`` (Mermaid) are text; ``svg``, ``png`` and ``pdf`` are pictures in one of two styles. The style
    ``board``, which is meant when none is named, needs nothing that is not installed, but ``pdf`` needs the extra
    ``scorecard[pdf]``. The style ``plain``, and ``dot``, which has no other, is for people who edit DOT; its pictures
    are drawn by Graphviz: ``dot`` where it is installed, else the libraries of the extra ``scorecard[dot]``.

    The other options belong to the board. ``detail`` says how much a goal's card shows (chosen by the size of the map
    and the width when left out), ``width`` is the least width in px, 600 to 20,000 and 1,400 when left out, ``engine``
    orders the goals from left to right (``auto``: the first of dot, pygraphviz and builtin that is here and answers),
    and with a ``comparison`` the picture marks what has changed. A picture that came out otherwise than asked for (an
    engine took too long; a ``pdf`` without typst is in the plain style) comes with a warning.

    Raises:
        EngineError: when what has to draw is not installed, fails or takes longer than its limit.
        ValueError: for another format, for an option that is none, or for options that its style does not have.
    """
    from warnings import warn

    from scorecard.api.board import BoardOptions

    options = BoardOptions(detail=detail, theme=theme, width=width, engine=engine, comparison=comparison)
    picture = drawn(card, format, style, options)
    for notice in picture.notices:
        warn(notice, stacklevel=2)
    return picture.content.decode() if format in get_args(TextFormat) else picture.content


def save(card: Scorecard, path: Path, style: Style | None = None, options: BoardOptions | None = None) -> Picture:
    """Draw a scorecard into a file whose ending says the format: .svg, .png, .pdf, .dot or .mmd.

    Raises:
        PictureNameError: for another ending.
        EngineError, ValueError: see `render`.
        OSError: when the file cannot be written.
    """
    from scorecard.writing.text import write_bytes

    picture = drawn(card, format_of(path), style, options)
    write_bytes(path, picture.content)
    return picture


def format_of(path: Path) -> TextFormat | PictureFormat:
    """The format that the ending of a file stands for; PictureNameError when it stands for none."""
    ending = path.suffix.lower().lstrip(".")
    if ending not in (*get_args(PictureFormat), *get_args(TextFormat)):
        raise PictureNameError(f"{path.name!r} names no format; end it with .svg, .png, .pdf, .dot or .mmd")
    return cast(TextFormat | PictureFormat, ending)


def drawn(
    card: Scorecard,
    format: TextFormat | PictureFormat,
    style: Style | None = None,
    options: BoardOptions | None = None,
) -> Picture:
    """The picture, and what is to be known of it; raises as `render` does."""
    from scorecard.api.board import BoardOptions

    _fitting(format, style, plain_options=options is None or not _has_wishes(options))
    if format == "mmd":
        from scorecard.rendering.mermaid import mermaid

        return Picture(mermaid(card).encode(), None)
    if format == "dot":
        from scorecard.rendering.plain.dot import plain_dot

        return Picture(plain_dot(card).encode(), "plain")
    if style == "plain":
        return _plain(card, format)
    return _board(card, format, options or BoardOptions(), forced=style == "board")


def _fitting(format: str, style: Style | None, plain_options: bool) -> None:
    """Refuse what does not go together."""
    if format not in (*get_args(PictureFormat), *get_args(TextFormat)):
        raise ValueError(f"{format!r} is no format; there are: svg, png, pdf, dot, mmd")
    if style not in (None, *get_args(Style)):
        raise ValueError(f"{style!r} is no style; there are: board, plain")
    if format == "mmd" and style is not None:
        raise ValueError("Mermaid (mmd) has no styles")
    if format == "dot" and style == "board":
        raise ValueError("dot is always in the plain style")
    if not plain_options and (format in get_args(TextFormat) or style == "plain"):
        raise ValueError("detail, theme, width, engine and comparison are options of the board style")


def _has_wishes(options: BoardOptions) -> bool:
    """Whether anything was asked for that only a board has; which part of a map is drawn is no such wish."""
    from scorecard.api.board import BoardOptions

    return replace(options, around=None, depth=1) != BoardOptions()


def _plain(card: Scorecard, format: PictureFormat, *notices: str) -> Picture:
    from scorecard.rendering.plain.dot import plain_dot
    from scorecard.writing.picture import draw

    return Picture(draw(plain_dot(card), format), "plain", notices)


def _board(card: Scorecard, format: PictureFormat, options: BoardOptions, forced: bool) -> Picture:
    from scorecard.api.board import board
    from scorecard.rendering.board.runs import foreign, in_runs
    from scorecard.writing.svg_size import size_of

    svg, notices = board(card, options)
    needed, _ = size_of(svg)
    if options.width is not None and needed > options.width:
        notices = (*notices, f"the board is {needed:g} px wide and not {options.width}: its cards and lines need that")
    if format == "svg":
        return Picture(svg.encode(), "board", notices)
    # Where Inter has every character, no other font is looked at, and the picture is the same everywhere.
    system_fonts = bool(strangers := foreign(svg))
    svg = in_runs(svg) if system_fonts else svg
    if system_fonts:
        notices = (*notices, _borrowed(strangers))
    if format == "png":
        from scorecard.writing.png import png_of, zoom_of

        zoom = zoom_of(svg, _ZOOM)
        coarse = f"the map is so large that its PNG has {zoom:.2g} pixels to a px, and not {_ZOOM:g}"
        png = png_of(svg, zoom, system_fonts=system_fonts)
        return Picture(png, "board", notices if zoom == _ZOOM else (*notices, coarse))
    return _pdf(card, svg, notices, system_fonts, forced or _has_wishes(options))


def _borrowed(characters: Sequence[str]) -> str:
    """That some characters come from fonts of this machine, if from any."""
    from scorecard.rendering.words import listed

    seen = [character for character in characters if not unicodedata.category(character).startswith(("M", "C"))]
    named = f" ({listed(seen, _MOST_NAMED)})" if seen else ""
    return f"Inter lacks characters of the picture{named}: fonts of this machine draw them, or boxes stand for them"


def _pdf(card: Scorecard, svg: str, notices: tuple[str, ...], system_fonts: bool, forced: bool) -> Picture:
    """The board as PDF; without typst the plain style, unless the board was asked for."""
    from scorecard.rendering.spans import printable
    from scorecard.rendering.words import period_words
    from scorecard.writing.engine import NoEngineError
    from scorecard.writing.pdf import pdf_of

    title = f"{printable(card.map.name)} · {period_words(card)}"
    try:
        return Picture(pdf_of(svg, title, system_fonts=system_fonts), "board", notices)
    except NoEngineError as missing:
        if forced:
            raise
        try:
            return _plain(card, "pdf", f"this is the plain style: {missing}")
        except NoEngineError:
            raise NoEngineError(
                f"{missing}\nGraphviz, which would draw the plain style instead, is not installed either. "
                "The formats .svg and .png need neither."
            ) from None
