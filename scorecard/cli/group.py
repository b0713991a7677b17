"""The commands by name; each is imported when it is run."""

from __future__ import annotations

import sys
from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

COMMANDS = ("init", "templates", "check", "status", "show", "render", "schema", "rule", "doctor")


class Commands(MutableMapping[str, Any]):
    """The commands as typer wants them, built from ``scorecard.cli.<name>`` when they are asked for."""

    def __getitem__(self, name: str) -> Any:
        if name not in COMMANDS:
            raise KeyError(name)
        function = getattr(import_module(f"scorecard.cli.{name}"), name)
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(name)(function)
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


app = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True)


def _version(asked: bool) -> None:
    if asked:
        from scorecard.api.version import tool_version

        sys.stdout.write(f"scorecard {tool_version()}\n")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Strategy maps as code: check, score, review and draw a Balanced Scorecard kept in one YAML file.

    Begin with: scorecard init my-strategy
    """
