"""The file of a review is a text in UTF-8 inside the folder of the map.

What lies elsewhere, behind a link for instance, is neither read nor written to: a map could otherwise show any file of
the machine to whoever opens it, or have notes written into it, the map and its figures included. Two megabytes are more
than any meeting says.

Good:
    reviews/2026-10.md

Bad:
    reviews/2026-10.md -> /home/anna/notes.md
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def outside(path: str) -> Problem:
    """The file is a link to another one, or its folder lies outside of that of the map."""
    message = "{path} is a link that leads out of the folder of reviews or to another file, so it is not read"
    return _problem(path, message, "put the file itself there")


def no_file(path: str) -> Problem:
    """A folder or a device has the name of a review."""
    return _problem(path, "{path} is not a file", "give it another name")


def unreadable(path: str, reason: str) -> Problem:
    """The system does not let us read the file."""
    return _problem(path, "{path} cannot be read: {reason}", "", reason=reason)


def too_large(path: str, most: int) -> Problem:
    """The file has more than the ``most`` bytes that are allowed."""
    return _problem(path, "{path} has more than {most} MB; no review has", "", most=most // 1_000_000)


def not_utf8(path: str, position: Position, byte: int) -> Problem:
    """A byte is no character of UTF-8."""
    message = "the file is not saved as UTF-8: byte {byte} is no character there"
    hint = "save the file with the encoding UTF-8"
    return _problem(path, message, hint, position, "saved in another encoding", byte=f"{byte:#04x}")


def utf16(path: str) -> Problem:
    """The file begins, or is filled with zeros, as UTF-16 is."""
    message = "the file is saved as UTF-16 (“Unicode” in some programs) or holds zero bytes; it is not UTF-8 text"
    return _problem(path, message, "save the file with the encoding UTF-8", Position(line=1, column=1))


def _problem(
    path: str, message: str, hint: str, position: Position | None = None, label: str = "", **params: object
) -> Problem:
    return Problem(
        rule="review-file",
        path=path,
        position=position,
        message=message,
        label=label,
        hint=hint,
        params={"path": path, **params},
    )
