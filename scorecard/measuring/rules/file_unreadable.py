"""A file of a source is what its name says, and can be read.

Read are CSV (`.csv`, `.tsv`, `.txt`), JSON (`.json`, `.ndjson`, `.jsonl`), Parquet (`.parquet`) and workbooks (`.xlsx`,
`.xls`, `.ods`). A text is UTF-8 or says otherwise by its first bytes; any other encoding is said in the map, because
a guess would turn names into other names.

Good:
    files: {file: data/posts.csv, encoding: cp1252}

Bad:
    files: data/posts.csv  # saved as Windows-1252, and nothing says so
"""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.problem import Loc, Problem


def system(loc: Loc, path: str, reason: str) -> Problem:
    """The system does not let us read the file."""
    return _problem(loc, "`{path}` cannot be read: {reason}", "can you open it yourself?", path=path, reason=reason)


def no_file(loc: Loc, path: str, *, folder: bool) -> Problem:
    """A folder, a pipe or a device."""
    if folder:
        hint = "name its files: `{path}/*.csv`"
        return _problem(loc, "`{path}` is a folder, not a file", hint, path=path.rstrip("/"))
    return _problem(loc, "`{path}` is a pipe or a device, not a file", "put a file in its place", path=path)


def unknown_ending(loc: Loc, path: str, endings: Sequence[str]) -> Problem:
    """The ending of the name says nothing."""
    message = "the name of `{path}` does not say what kind of file it is"
    return _problem(loc, message, "files may end in {endings}", path=path, endings=", ".join(endings))


def odd_name(loc: Loc, path: str) -> Problem:
    """A JSON or Parquet file whose name looks like a pattern."""
    message = "the name of `{path}` has one of the signs * ? [ in it, which stand for other names"
    return _problem(loc, message, "give the file another name", path=path)


def misnamed(loc: Loc, path: str, ending: str, kind: str) -> Problem:
    """What is in the file is something else than its name says."""
    message = "`{path}` ends in {ending}, but in it is {kind}"
    return _problem(
        loc, message, "give it the ending that fits, or export it anew", path=path, ending=ending, kind=kind
    )


def not_decoded(loc: Loc, path: str, encoding: str, *, said: bool) -> Problem:
    """The bytes are no text of the encoding."""
    name = "UTF-8" if encoding.startswith("utf-8") else encoding
    if said:
        hint = "say the encoding that the file has, or save it as UTF-8 and leave `encoding` out"
        return _problem(loc, "`{path}` is not written in {encoding}", hint, path=path, encoding=name)
    message = "`{path}` is not written in {encoding}, and does not say in which encoding it is"
    hint = "say it beside the file, as `encoding: cp1252` (Windows) or `encoding: mac_roman`, or save it as UTF-8"
    return _problem(loc, message, hint, path=path, encoding=name)


def unknown_encoding(loc: Loc, encoding: str) -> Problem:
    """No encoding of texts has this name."""
    hint = "usual ones are utf-8, utf-16, cp1252 (Windows, western Europe), cp1250 and iso-8859-1"
    return _problem(loc, "`{encoding}` is not an encoding of texts", hint, encoding=encoding)


def no_sheet(loc: Loc, path: str, sheet: str, near: str, sheets: Sequence[str]) -> Problem:
    """The workbook has no sheet of this name."""
    hint = "did you mean `{near}`?" if near else "its sheets are {sheets}"
    params = {"path": path, "sheet": sheet, "near": near, "sheets": ", ".join(sheets)}
    return _problem(loc, "`{path}` has no sheet `{sheet}`", hint, **params)


def malformed(loc: Loc, path: str, reason: str) -> Problem:
    """The file is damaged."""
    return _problem(loc, "`{path}` cannot be read: {reason}", "export it anew", path=path, reason=reason)


def _problem(loc: Loc, message: str, hint: str, **params: object) -> Problem:
    return Problem(rule="file-unreadable", loc=loc, message=message, label="not readable", hint=hint, params=params)
