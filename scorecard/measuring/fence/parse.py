"""Text of an expression -> its syntax tree, read by DuckDB, after what would cost too much is refused."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from scorecard.measuring.fence.refused import RefusedError

if TYPE_CHECKING:
    import duckdb

Tree: TypeAlias = dict[str, Any]
"""A node of the tree, as DuckDB's ``json_serialize_sql`` writes it."""

MOST_CHARACTERS = 2000
DEEPEST = 100

_SELECT = "select "
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"")
_NO_PLACE = 2**64 - 1
_SINGLE = {
    "modifiers": "an `order by`, `limit` or `distinct`",
    "where_clause": "a `where`: it stands under a key of its own, or in `filter (where …)`,",
    "group_expressions": "a `group by`",
    "group_sets": "a `group by`",
    "having": "a `having`",
    "qualify": "a `qualify`",
    "sample": "a sample of rows",
}


def parse(text: str) -> Tree:
    """The tree of the one expression that ``text`` holds.

    Raises:
        RefusedError: for what is no expression, more than one, too long or too deep.
    """
    _refuse_text(text)
    try:
        answer: Tree = json.loads(_serialised(_SELECT + text))
    except RecursionError:
        raise too_deep() from None
    if answer["error"]:
        raise _not_read(text, answer)
    return _only_expression(answer)


def part_of(text: str, tree: Tree) -> str:
    """The piece of ``text`` that a node was read from, with all that stands under it; empty where it is not known."""
    raw = (_SELECT + text).encode()
    try:
        places = list(_places(tree))
    except RecursionError:
        return ""
    if not places:
        return ""
    start = max(min(start for start, _ in places), len(_SELECT))
    return raw[start : max(end for _, end in places)].decode(errors="replace")


def _places(tree: object) -> Iterator[tuple[int, int]]:
    if isinstance(tree, dict):
        start, length = tree.get("query_location", _NO_PLACE), tree.get("query_location_length", 0)
        if start != _NO_PLACE and length:
            yield start, start + length
        for under in tree.values():
            yield from _places(under)
    elif isinstance(tree, list):
        for under in tree:
            yield from _places(under)


def _refuse_text(text: str) -> None:
    if not text.strip():
        raise RefusedError("formula-refused", "the expression is empty", "write one like `sum(reach)`")
    if len(text) > MOST_CHARACTERS:
        raise RefusedError(
            "formula-refused",
            "the expression has {length} characters; at most {most} can be read",
            "split it into several measures",
            length=f"{len(text):,}",
            most=f"{MOST_CHARACTERS:,}",
        )
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in "\t\n\r":
            raise RefusedError(
                "formula-refused",
                "an invisible character ({code}) stands in the expression",
                "delete the character, or type the line anew",
                code=f"U+{ord(character):04X}",
            )
    _refuse_marks(_QUOTED.sub("''", text))


def _refuse_marks(bare: str) -> None:
    """Refuse what may stand in quotes only, and brackets that are too deep."""
    for mark, what in {"--": "a comment", "/*": "a comment", ";": "a semicolon"}.items():
        if mark in bare:
            raise RefusedError(
                "formula-refused",
                "{what} (`{mark}`) cannot stand in an expression",
                "write `- -` for minus minus" if mark == "--" else "leave it out",
                part=mark,
                what=what,
                mark=mark,
            )
    if bare.rstrip().endswith(","):
        raise RefusedError("formula-refused", "the expression ends with a comma", "leave it out", part=",")
    depth = 0
    for character in bare:
        depth += (character in "([{") - (character in ")]}")
        if depth > DEEPEST:
            raise too_deep()
        if depth < 0:
            raise RefusedError(
                "formula-refused", "`{part}` closes what was never opened", "leave it out", part=character
            )
    if depth > 0:
        raise RefusedError("formula-refused", "a parenthesis is not closed", "add `)`", part=bare)


def too_deep() -> RefusedError:
    return RefusedError(
        "formula-refused",
        "the expression is nested more than {most} levels deep",
        "split it into several measures",
        most=str(DEEPEST),
    )


_QUOTES = (
    'a column whose heading holds blanks, or is a word of SQL such as `Primary`, stands in double quotes: `"Primary"`'
)


def _not_read(text: str, answer: Tree) -> RefusedError:
    said = str(answer.get("error_message", "")).splitlines()[0]
    at = str(answer.get("position", ""))
    rest = (_SELECT + text).encode()[int(at) :].decode(errors="replace") if at.isdigit() else ""
    if rest.strip():
        hint = _QUOTES if said.startswith("syntax error") else "{said}"
        return RefusedError(
            "formula-refused", "the expression cannot be read from `{part}` on", hint, part=rest, said=said
        )
    if said.startswith("syntax error at end"):
        said = "something is missing at its end"
    return RefusedError("formula-refused", "the expression cannot be read", "{said}", said=said)


def _only_expression(answer: Tree) -> Tree:
    statements = answer["statements"]
    node = statements[0]["node"] if len(statements) == 1 else {}
    if node.get("type") != "SELECT_NODE":
        raise _more_than_one("a second query")
    if node["from_table"]["type"] != "EMPTY":
        raise _more_than_one("a `from`")
    if node["cte_map"]["map"]:
        raise _more_than_one("a `with`")
    for key, what in _SINGLE.items():
        if node[key]:
            raise _more_than_one(what)
    if node["aggregate_handling"] != "STANDARD_HANDLING":
        raise _more_than_one("a `group by`")
    if len(node["select_list"]) != 1:
        raise _more_than_one("a second one, after a comma,")
    tree: Tree = node["select_list"][0]
    if tree.get("alias"):
        raise RefusedError(
            "formula-refused",
            "a name (`{part}`) for the outcome cannot stand in an expression",
            "leave the name out, or an operator is missing in front of it",
            part=tree["alias"],
        )
    return tree


def _more_than_one(what: str) -> RefusedError:
    return RefusedError("formula-refused", "{what} cannot stand beside the one expression", "leave it out", what=what)


@cache
def _reader() -> duckdb.DuckDBPyConnection:
    """A database of nothing, to read with: it runs no expression and reaches no file."""
    import duckdb

    return duckdb.connect(
        config={
            "enable_external_access": "false",
            "autoload_known_extensions": "false",
            "autoinstall_known_extensions": "false",
            "lock_configuration": "true",
            "threads": "1",
        }
    )


def _serialised(query: str) -> str:
    import duckdb

    try:
        row = _reader().execute("select json_serialize_sql(?::varchar)", [query]).fetchone()
    except duckdb.Error as error:
        said = str(error).splitlines()[0]
        raise RefusedError("formula-refused", "the expression cannot be read", "{said}", said=said) from None
    return str(row[0]) if row else "{}"
