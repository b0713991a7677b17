"""The pixels of a PNG as resvg writes it: eight bits for each of red, green, blue and alpha, not interlaced."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator


def size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def rows(png: bytes, count: int) -> list[bytes]:
    """The first ``count`` rows of pixels, four bytes for each."""
    chunks = dict.fromkeys((b"IHDR", b"IDAT"), b"")
    for kind, body in _chunks(png):
        chunks[kind] = chunks.get(kind, b"") + body
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert (depth, colour, interlaced) == (8, 6, 0)
    raw = zlib.decompress(chunks[b"IDAT"])
    length = 4 * width
    above = bytes(length)
    found = []
    for row in range(min(count, height)):
        start = row * (length + 1)
        above = _unfiltered(raw[start], raw[start + 1 : start + 1 + length], above)
        found.append(above)
    return found


def dark(png: bytes, left: int, top: int, right: int, bottom: int) -> int:
    """How many pixels of a box are darker than the middle grey."""
    return sum(
        sum(row[4 * x : 4 * x + 3]) < 384 and row[4 * x + 3] > 127
        for row in rows(png, bottom)[top:]
        for x in range(left, right)
    )


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _unfiltered(kind: int, line: bytes, above: bytes) -> bytes:
    """A row, from what was written for it and the row above (PNG specification, section 9)."""
    done = bytearray(line)
    for at in range(len(done)):
        left = done[at - 4] if at >= 4 else 0
        corner = above[at - 4] if at >= 4 else 0
        guess = (0, left, above[at], (left + above[at]) // 2, _nearest(left, above[at], corner))[kind]
        done[at] = (done[at] + guess) & 255
    return bytes(done)


def _nearest(left: int, above: int, corner: int) -> int:
    aim = left + above - corner
    return min((left, above, corner), key=lambda value: abs(aim - value))
