"""The commands by name; each is imported when it is run."""

from __future__ import annotations

import sys
from collections.abc import Iterator, MutableMapping
from difflib import get_close_matches
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from scorecard import __version__
from scorecard.cli.manual import Manual, manual

COMMANDS = (
    "init",
    "templates",
    "check",
    "status",
    "show",
    "explain",
    "top",
    "history",
    "levers",
    "simulate",
    "influence",
    "evidence",
    "forecast",
    "diff",
    "render",
    "report",
    "record",
    "due",
    "note",
    "decide",
    "decisions",
    "review",
    "close",
    "schema",
    "rule",
    "doctor",
)
_MEANT = {
    **dict.fromkeys(("validate", "lint", "verify", "test"), "check"),
    **dict.fromkeys(("score", "list", "summary"), "status"),
    **dict.fromkeys(("goal", "kpi", "describe", "view"), "show"),
    **dict.fromkeys(("why", "unroll", "breakdown"), "explain"),
    **dict.fromkeys(("trend", "timeline", "series"), "history"),
    **dict.fromkeys(("what-if", "whatif", "scenario", "scenarios"), "simulate"),
    **dict.fromkeys(("hypotheses", "granger", "causality", "correlation"), "evidence"),
    **dict.fromkeys(("predict", "projection", "future"), "forecast"),
    **dict.fromkeys(("rank", "ranking", "best", "worst", "posts"), "top"),
    **dict.fromkeys(("draw", "plot", "graph", "picture", "export", "map"), "render"),
    **dict.fromkeys(("page", "dashboard", "html"), "report"),
    **dict.fromkeys(("new", "create", "start"), "init"),
    **dict.fromkeys(("freeze", "lock", "snapshot", "publish"), "close"),
    **dict.fromkeys(("enter", "add", "set", "update"), "record"),
    **dict.fromkeys(("missing", "todo", "overdue"), "due"),
    **dict.fromkeys(("comment", "remark"), "note"),
    **dict.fromkeys(("actions", "action", "decision"), "decisions"),
    **dict.fromkeys(("meeting", "meet", "tui"), "review"),
    "version": "--version",
    "help": "--help",
}
"""What people type out of habit, and what does it here."""


class Commands(MutableMapping[str, Any]):
    """The commands as typer wants them, built from ``scorecard.cli.<name>`` when they are asked for."""

    def __getitem__(self, name: str) -> Any:
        if name not in COMMANDS:
            raise KeyError(name)
        function = getattr(import_module(f"scorecard.cli.{name}"), name)
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(name, cls=Manual)(function)
        command = get_command(single)
        command.name = name
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)

    def __setitem__(self, name: str, command: Any) -> None:
        raise TypeError("commands are listed in COMMANDS")

    def __delitem__(self, name: str) -> None:
        raise TypeError("commands are listed in COMMANDS")


class Group(TyperGroup):
    """A group whose commands are imported one by one."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = Commands()

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is meant, or the nearest one as advice."""
        if args[0] in COMMANDS or args[0].startswith("-"):
            return super().resolve_command(ctx, args)
        raise typer.BadParameter(_no_command(args[0]), ctx=ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The page of ``scorecard --help``."""
        formatter.write(manual(self, ctx, formatter.width))


def _no_command(name: str) -> str:
    typed = name.lower()
    near = [_MEANT[typed]] if typed in _MEANT else get_close_matches(typed, COMMANDS, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(COMMANDS)}"
    return f"there is no command '{name}'; {hint}"


app = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True)


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"scorecard {__version__}\n")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Strategy maps as code.

    Check, score, review and draw a Balanced Scorecard kept in one YAML file.

    scorecard init my-strategy

    scorecard status my-strategy
    """
