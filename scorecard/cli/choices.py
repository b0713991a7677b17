"""Reading what people type for a choice, an id or a name: capitals, blanks, underscores and hyphens are all one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any, TypeVar

import typer

_PARTING = re.compile(r"[\s_-]+")
_Choice = TypeVar("_Choice", bound=StrEnum)


def choice(words: type[_Choice]) -> Callable[[str], _Choice]:
    """How one of some words is read: ``off-track``, ``off_track``, ``Off track`` are the same."""
    known = {_plain(word): word for word in words}

    def read(text: str) -> _Choice:
        found = known.get(_plain(text))
        if found is None:
            raise typer.BadParameter(f"{text!r} is not known; there are: {', '.join(words)}")
        return found

    return read


def choices(words: type[_Choice]) -> Callable[[], list[str]]:
    """What a shell can complete."""
    return lambda: list(words)


def option(words: type[_Choice], *names: str, metavar: str, help: str) -> Any:
    """An option whose value is one of some words, however it is spelt."""
    return typer.Option(*names, metavar=metavar, parser=choice(words), autocompletion=choices(words), help=help)


def ids(asked: Sequence[str] | None, items: Iterable[tuple[str, str | None]]) -> tuple[str, ...]:
    """The ids that are meant by ``asked``, each an id or the name that stands on the screen.

    What is not found stays as it was typed, so that the complaint about it can quote it.
    """
    pairs = list(items) if asked else []
    known = {item_id for item_id, _ in pairs}
    names: dict[str, set[str]] = {}
    for item_id, name in pairs:
        for text in (item_id, name or ""):
            names.setdefault(_plain(text), set()).add(item_id)
    found: list[str] = []
    for text in asked or ():
        meant = {text} if text in known else names.get(_plain(text), set())
        found.append(min(meant) if len(meant) == 1 else text)
    return tuple(found)


def _plain(text: str) -> str:
    return _PARTING.sub("-", text.strip().casefold())
