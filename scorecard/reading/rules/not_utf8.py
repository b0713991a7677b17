r"""A map is text in UTF-8.

Spreadsheets and older editors save in other encodings; accented letters and dashes then come out wrong.

Good:
    name: Café
    goals:
      growth: {perspective: financial}

Bad (bytes):
    name: Caf\xe9
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem, lines_of


def problem(raw: bytes, at: int) -> Problem:
    """The byte at index ``at`` begins no character of UTF-8."""
    before = lines_of(raw[:at].decode("utf-8"))
    return Problem(
        rule="not-utf8",
        position=Position(line=len(before), column=len(before[-1]) + 1),
        message="the file is not saved as UTF-8: byte {byte} is no character there",
        label="this character was saved in another encoding",
        hint="open the file in an editor and save it with the encoding UTF-8",
        params={"byte": f"{raw[at]:#04x}"},
    )


def utf16() -> Problem:
    """The file begins as UTF-16 or UTF-32 does."""
    return Problem(
        rule="not-utf8",
        position=Position(line=1, column=1),
        message="the file is saved as UTF-16 or UTF-32 (“Unicode” in some editors), not as UTF-8",
        hint="open the file in an editor and save it with the encoding UTF-8",
    )
