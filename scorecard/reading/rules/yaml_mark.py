"""A text that begins with a mark of YAML stands in quotes.

`%`, `@`, `&`, `*`, `!`, `|`, `>`, `?`, `-` and the backtick mean something to YAML at the start of a value. In quotes
they are plain characters. `&name` may name a text that `*name` repeats; a name that nothing repeats was meant as
text.

Good:
    name: "@mentions"
    goals:
      growth: {perspective: financial}

Bad:
    name: @mentions
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

import re
from dataclasses import replace

from scorecard.problem import Position, Problem
from scorecard.reading.quoting import in_quotes, key_before, line_in_quotes, value_on

_COMPARISON = re.compile(r"[<>]=?\s*([+-]?\d[\d_,.]*[%kM]?)")


def problem(position: Position, before: str, rest: str) -> Problem:
    """The value ``rest``, with ``before`` on its line, begins with a mark of YAML."""
    value = value_on(before, rest)
    if comparison := _COMPARISON.fullmatch(value):
        return Problem(
            rule="yaml-mark",
            position=position,
            message="`{value}` is a comparison; a target is a plain number",
            label="only the number",
            hint="write `{corrected}`; which way is better follows from `baseline`, `worst` or `direction`",
            params={"value": value, "corrected": key_before(before) + comparison[1]},
        )
    alone = not before.strip()
    if alone and value.startswith("```"):
        return Problem(
            rule="yaml-mark",
            position=position,
            message="the line is a mark of Markdown, not of the map",
            label="no key",
            hint="delete the line",
        )
    bullet = alone and value.startswith("* ")
    key = "name: " if alone else key_before(before)
    return Problem(
        rule="yaml-mark",
        position=position,
        message="a text that begins with {mark} has to stand in quotes",
        label="{mark} means something else in YAML",
        hint="write `{corrected}`; the entries of a list begin with `-`" if bullet else "write `{corrected}`",
        params={
            "mark": _named(value[:1]),
            "corrected": "-" + value[1:] if bullet else key + in_quotes(value),
        },
    )


def unknown_alias(position: Position, before: str, rest: str) -> Problem:
    """``*name`` that repeats nothing: mostly meant as text."""
    found = problem(position, before, rest)
    return replace(
        found,
        message="`*{anchor}` repeats what is marked by `&{anchor}`, and nothing above is marked so",
        label="nothing to repeat",
        hint="write `{corrected}` if it is text, or mark what it repeats: `&{anchor}`",
        params={**found.params, "anchor": value_on(before, rest).split()[0][1:]},
    )


def needless(position: Position, before: str, rest: str, *, key: bool) -> Problem:
    """A tag or an anchor in front of a key or a block, where no quotes would help."""
    mark = (re.match(r"\S+", rest) or [rest[:1]])[0]
    return Problem(
        rule="yaml-mark",
        position=position,
        message="a key cannot begin with {named}" if key else "`{mark}` has no meaning in a strategy map",
        label="{named} means something else in YAML",
        hint="delete `{mark}`",
        params={"mark": mark, "named": _named(mark[:1])},
    )


def backslash(position: Position, line: str) -> Problem:
    r"""A backslash in double quotes that begins none of YAML's signs, such as ``\n``."""
    return Problem(
        rule="yaml-mark",
        position=position,
        message="in double quotes a backslash is a special sign, and it has no meaning in front of this character",
        label="no meaning",
        hint="write `{corrected}`",
        params={"corrected": line_in_quotes(line)},
    )


def _named(mark: str) -> str:
    return "a backtick" if mark == "`" else f"`{mark}`"
