"""The pages of ``--help``: what a command does, its arguments and options, examples."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from typer.core import TyperCommand

_WIDTH = 79
_FIRST = "scorecard "


class Manual(TyperCommand):
    """A command that shows its help as `manual` lays it out."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The page of ``--help``."""
        formatter.write(manual(self, ctx, formatter.width))


def manual(command: Any, ctx: Any, width: int) -> str:
    """Usage, text, arguments, options, commands; last the paragraphs that are command lines, as examples."""
    width = min(width, _WIDTH)
    # Some versions of the library put what must not be left out into braces.
    pieces = [piece.strip("{}") for piece in command.collect_usage_pieces(ctx)]
    lines = [f"Usage: {ctx.command_path} {' '.join(pieces)}"]
    paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    for paragraph in paragraphs:
        if not paragraph.startswith(_FIRST):
            lines += ["", *_wrapped(paragraph, width, 2)]
    parameters = [parameter for parameter in command.get_params(ctx) if not getattr(parameter, "hidden", False)]
    lines += _listed("Arguments", [_row(item) for item in parameters if item.param_type_name == "argument"], width)
    lines += _listed("Options", [_row(item) for item in parameters if item.param_type_name == "option"], width)
    if hasattr(command, "list_commands"):
        lines += _listed("Commands", _commands(command, ctx), width)
    examples = [paragraph for paragraph in paragraphs if paragraph.startswith(_FIRST)]
    lines += ["", "Examples:", *(f"  {example}" for example in examples)]
    return "".join(f"{line}\n" for line in lines)


def _wrapped(text: str, width: int, indent: int) -> list[str]:
    blanks = " " * indent
    return textwrap.wrap(text, width, initial_indent=blanks, subsequent_indent=blanks, break_on_hyphens=False)


def _listed(title: str, rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    rows = list(rows)
    if not rows:
        return
    column = max(len(name) for name, _ in rows) + 4
    yield from ("", f"{title}:")
    for name, text in rows:
        first, *more = _wrapped(text, width, column) or [""]
        yield f"  {name}".ljust(column) + first[column:]
        yield from more


def _commands(group: Any, ctx: Any) -> Iterator[tuple[str, str]]:
    for name in group.list_commands(ctx):
        summary, _, _ = inspect.cleandoc(group.get_command(ctx, name).help or "").partition("\n")
        yield name, summary


def _row(parameter: Any) -> tuple[str, str]:
    metavar = "" if getattr(parameter, "is_flag", False) else parameter.metavar or ""
    if parameter.param_type_name == "argument":
        return metavar, parameter.help or ""
    short = [name for name in parameter.opts if not name.startswith("--")]
    long = [name for name in parameter.opts if name.startswith("--")]
    # Without a short name there is a blank, so that the long ones stand below each other.
    names = f"{', '.join(short)}, " if short else "    "
    return f"{names}{', '.join(long)} {metavar}".rstrip(), parameter.help or ""
