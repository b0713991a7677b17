"""A quote that nobody closed: it swallows the keys below it, and the reader stumbles behind the next quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.error import MarkedYAMLError

from scorecard.problem import Problem
from scorecard.reading.document import Mark

if TYPE_CHECKING:
    from scorecard.reading.syntax import Stop

_KEY = re.compile(r"^[ \t]*(?:- +)*(?:([a-z_]+):(?=\s|$)|[\w-]+:[ \t]*(?:$|[\[{]))", re.MULTILINE)


def runaway_quote(stop: Stop, text: str) -> Problem | None:
    """The quote that was opened lines above the stop, when what it holds looks like keys.

    The last quote before the stop closed it for the reader. Without that quote the reader itself says where the
    text began.
    """
    from scorecard.reading.rules import unclosed

    line_start = stop.at.index - stop.at.column
    for sign in ('"', "'"):
        closing = text.rfind(sign, line_start, stop.at.index)
        opened = _open_at_end(text[:closing]) if closing >= 0 else None
        if opened is None or opened.line == stop.at.line or text[opened.index : opened.index + 1] != sign:
            continue
        if _holds_keys(text[opened.index : closing]):
            return unclosed.problem(stop.place(opened), sign, stop.at.line + 1)
    return None


def _holds_keys(quoted: str) -> bool:
    """Whether a line of a quoted text, but for its first, begins with a key of ours or with a block."""
    from scorecard.reading.vocabulary import VOCABULARY

    below = quoted[quoted.find("\n") + 1 :]
    return any(not match[1] or match[1] in VOCABULARY for match in _KEY.finditer(below))


def _open_at_end(text: str) -> Mark | None:
    """Where the quoted text begins that is still open at the end of ``text``."""
    get = CParser(text).get_event
    try:
        while get() is not None:
            pass
    except MarkedYAMLError as error:
        in_quotes = "quoted scalar" in str(error.context) and "end of stream" in str(error.problem)
        return error.context_mark if in_quotes else None
    except YAMLError:
        pass
    return None
