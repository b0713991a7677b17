"""From the bytes of a file to its text."""

from __future__ import annotations

import re

from scorecard.problem import Position, Problem, lines_of

LARGEST = 10_000_000

_PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))
_MARKS_OF_OTHERS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  # those of UTF-16 and UTF-32
# Compiled only for a text that is not plain ASCII.
_UNPRINTABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"


def text_of(raw: bytes) -> tuple[str, list[Problem]]:
    """Decode a file. With an error among the problems the text is only for showing."""
    from scorecard.reading.rules import byte_order_mark, control_character, file_too_large, not_utf8

    if len(raw) > LARGEST:
        return "", [file_too_large.problem(LARGEST)]
    if raw.startswith(_MARKS_OF_OTHERS) or raw[:4].count(0) > 1:
        return "", [not_utf8.utf16()]
    problems: list[Problem] = []
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
        problems.append(byte_order_mark.problem())
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return raw.decode("utf-8", "replace"), [*problems, not_utf8.problem(raw, error.start)]
    if raw.translate(None, _PLAIN):
        found = re.search(_UNPRINTABLE, text)
        if found is not None:
            before = lines_of(text[: found.start()])
            place = Position(line=len(before), column=len(before[-1]) + 1)
            problems.append(control_character.problem(found[0], place))
    return text, problems
