"""Texts and lines as they should have been written."""

from __future__ import annotations

import re

SPECIAL_BLANKS = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200C))) + "\u202f\u205f\u3000"
"""The characters that look like a blank and are none for YAML; they come in from web pages and word processors."""

_LONGEST = 200
_KEY_BEFORE = re.compile(r"""(?:- +)*(?:[^\s{\[,"':][^{\[,"':]*:|-)[ \t]+$""")
_KEY_AND_VALUE = re.compile(r"\s*((?:- )*[^:]*:)\s+(.*)")
_COMMENT = re.compile(r"[ \t]{2,}#(?:\s.*)?$")
_QUOTES = {'"': '"', "'": "'", "“": "”", "„": "“", "‘": "’", "«": "»"}


def in_quotes(text: str) -> str:
    """The text in quotes, for YAML; a very long one is cut, since it is shown to people only."""
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + "…"
    if ('"' in text or "\\" in text) and "'" not in text and text.isprintable():
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def key_before(before: str) -> str:
    """The end of a line that stands before a value: ``name: ``, ``- `` or nothing."""
    match = _KEY_BEFORE.search(before[-_LONGEST:])
    return match[0].rstrip() + " " if match else ""


def value_on(before: str, rest: str) -> str:
    """What is written from a place to the end of its line ``rest``, or in braces to the end of the entry."""
    rest = without_comment(rest)
    if "{" in before or "[" in before:
        rest = re.split(r"[,}\]]", rest, maxsplit=1)[0]
    return rest.strip()


def without_comment(line: str) -> str:
    """A line without the comment behind it; after one blank only, ``#`` is mostly meant as text."""
    return _COMMENT.sub("", line)


def around(text: str, index: int) -> tuple[str, str]:
    """The line of a text before and from ``index`` on, at most 1,000 characters of each."""
    start = max(text.rfind("\n", 0, index) + 1, index - 1000)
    end = text.find("\n", index, index + 1000)
    return text[start:index], text[index : end if end >= 0 else index + 1000].rstrip()


def line_in_quotes(line: str) -> str:
    """A line ``key: text`` with its text in quotes."""
    match = _KEY_AND_VALUE.match(line)
    if match is None:
        return line.strip()
    key, value = match[1], without_comment(match[2]).rstrip()
    if len(value) > 1 and _QUOTES.get(value[0]) == value[-1]:
        value = value[1:-1]
    return f"{key} {in_quotes(value)}"
