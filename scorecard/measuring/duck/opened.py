"""The first bytes of a file -> how it is read: its format, its encoding, its delimiter and its headings."""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from scorecard.measuring.duck.located import Located
from scorecard.measuring.rules import file_empty, file_unreadable
from scorecard.problem import Problem

Format: TypeAlias = Literal["text", "json", "parquet", "workbook"]

ENDINGS: dict[str, Format] = {
    ".csv": "text",
    ".tsv": "text",
    ".txt": "text",
    ".json": "json",
    ".ndjson": "json",
    ".jsonl": "json",
    ".parquet": "parquet",
    ".xlsx": "workbook",
    ".xls": "workbook",
    ".ods": "workbook",
}

_HEAD = 1 << 16
_ZIP, _OLD_OFFICE, _PARQUET = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1"
_KINDS = {_ZIP: "a workbook (or another zip file)", _OLD_OFFICE: "an old workbook (.xls)", _PARQUET: "a Parquet file"}
_RIGHT = {".xlsx": _ZIP, ".ods": _ZIP, ".xls": _OLD_OFFICE, ".parquet": _PARQUET}
_DELIMITERS = ",;\t|"
_BREAK = re.compile("\r\n|\r|\n")
_PLAIN = frozenset({"utf-8", "ascii"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """A file of which it is known how it is read.

    ``headings`` are as they stand in the file. For texts ``encoding`` is that of Python, ``above`` counts the lines
    above the headings and ``below`` those up to their end; ``direct`` says whether DuckDB can read it where it lies.
    For workbooks ``cells`` are those below the headings of the ``sheet``. ``numeric`` are the headings of columns that
    are stored as numbers.
    """

    file: Located
    format: Format
    headings: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ","
    above: int = 0
    below: int = 0
    direct: bool = False
    sheet: str = ""
    cells: tuple[tuple[str, ...], ...] = ()
    numeric: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The path as shown."""
        return self.file.path

    @property
    def ambiguous(self) -> bool:
        """Whether a point in a number may part its thousands: commas do not part the cells, and nothing is said."""
        return self.format == "text" and self.delimiter == ";" and self.file.entry.decimal is None


def recognise(file: Located) -> Opened | Problem:
    """How a file is read; of what is no text only the format. Or what is wrong with it."""
    place = (*file.loc, "file")
    ending = file.real.suffix.lower() if file.real.suffix.lower() in ENDINGS else _ending(file.path)
    try:
        with file.real.open("rb") as stream:
            head = stream.read(_HEAD)
            whole = len(head) < _HEAD
    except OSError as error:
        return file_unreadable.system(place, file.path, error.strerror or type(error).__name__)
    if ending not in ENDINGS:
        return file_unreadable.unknown_ending(place, file.path, list(ENDINGS))
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        return file_empty.nothing(place, file.path)
    if problem := _misnamed(file, ending, head):
        return problem
    if ENDINGS[ending] != "text":
        return Opened(file=file, format=ENDINGS[ending], direct=True)
    return _text(file, head, whole)


def _ending(path: str) -> str:
    match = re.search(r"\.[^./]+$", path)
    return match[0].lower() if match else ""


def _misnamed(file: Located, ending: str, head: bytes) -> Problem | None:
    place = (*file.loc, "file")
    for magic, kind in _KINDS.items():
        if head.startswith(magic) and _RIGHT.get(ending) != magic:
            return file_unreadable.misnamed(place, file.path, ending, kind)
    if ending in _RIGHT and not head.startswith(_RIGHT[ending]):
        kind = "a web page" if head.lstrip()[:1] == b"<" else "no such file"
        return file_unreadable.misnamed(place, file.path, ending, kind)
    return None


def encoding_of(head: bytes, said: str | None) -> str:
    """The encoding that the first bytes tell, else the one that is said, else UTF-8."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    return said or "utf-8"


def _text(file: Located, head: bytes, whole: bool) -> Opened | Problem:
    place, said = (*file.loc, "file"), file.entry.encoding
    encoding = encoding_of(head, said)
    try:
        b"x".decode(encoding, "replace")
    except LookupError:
        return file_unreadable.unknown_encoding((*file.loc, "encoding"), encoding)
    try:
        start = codecs.getincrementaldecoder(encoding)("strict").decode(head, whole)
    except UnicodeError:
        return file_unreadable.not_decoded(place, file.path, encoding, said=said is not None)
    return _headed(file, encoding, start)


def _headed(file: Located, encoding: str, start: str) -> Opened | Problem:
    lines = _BREAK.split(start)
    told = re.fullmatch(r'"?sep=(.)"?', lines[0])
    above = max(file.entry.skip, 1 if told else 0)
    while above < len(lines) and not lines[above].strip():
        above += 1
    if above >= len(lines):
        return file_empty.no_headings((*file.loc, "file"), file.path, above=file.entry.skip)
    delimiter = told[1] if told else _delimiter(lines[above])
    reader = csv.reader(io.StringIO("\n".join(lines[above:])), delimiter=delimiter)
    headings = tuple(next(reader, []))
    simple = reader.line_num == 1 and sum(line.count('"') % 2 for line in lines[:above]) == 0
    codec = codecs.lookup(encoding).name
    return Opened(
        file=file,
        format="text",
        headings=headings,
        encoding=encoding,
        delimiter=delimiter,
        above=above,
        below=above + reader.line_num,
        direct=simple and (codec in _PLAIN or encoding == "utf-8-sig") and len(headings) > 1,
    )


def _delimiter(line: str) -> str:
    """What parts the headings, of those signs that stand outside of quotes."""
    bare = re.sub(r'"[^"]*"', "", line)
    counts = {sign: bare.count(sign) for sign in _DELIMITERS}
    return max(counts, key=lambda sign: counts[sign]) if any(counts.values()) else ","
