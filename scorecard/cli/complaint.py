"""Wrong use of the command line, in our words: what was typed, what would be right, where to read on."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

_TOO_MANY = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((?P<name>.*)\)", re.DOTALL)
_NO_VALUE = re.compile(r"Option '(?P<name>.*)' requires an argument\.")
_SWITCH = re.compile(r"Option '(?P<name>.*)' does not take a value\.")
_SAID = (
    (_TOO_MANY, "'{}' is more than the command takes"),
    (_NO_VALUE, "{} is followed by no value"),
    (_SWITCH, "{} is a switch and takes no value"),
)


def complaint(error: Any) -> str:
    """The sentence for an exception of the library that reads the arguments, and where its command is explained.

    The classes of that library are private and differ from version to version: they are known by what they carry.
    """
    context = getattr(error, "ctx", None)
    sentence = _sentence(error)
    return sentence if context is None else f"{sentence}\nsee: {context.command_path} --help"


def _sentence(error: Any) -> str:
    if hasattr(error, "possibilities"):
        near = get_close_matches(error.option_name, error.possibilities or (), n=1)
        return f"there is no option '{error.option_name}'{f'; did you mean {near[0]}?' if near else ''}"
    parameter = getattr(error, "param", None)
    if parameter is None:
        return _said(str(error.message))
    is_option = parameter.param_type_name == "option"
    name = parameter.opts[0] if is_option else parameter.metavar or parameter.name
    if hasattr(error, "param_type"):
        return f"{name} is missing"
    return f"{name}: {error.message}"


def _said(message: str) -> str:
    for pattern, sentence in _SAID:
        found = pattern.fullmatch(message)
        if found:
            return sentence.format(found["name"])
    return message
