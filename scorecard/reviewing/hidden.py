"""Which lines of a review say nothing, whatever stands in them: those between two fences, and HTML.

A fence is closed by one of the same marks that is as long at least and has nothing behind it; a comment of HTML by
``-->``; any other block of HTML by an empty line. A fence or comment that is never closed hides nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

_FENCE = re.compile(r"\s*(?:(`{3,})([^`]*)|(~{3,})(.*))", re.DOTALL)
_COMMENT = re.compile(r"\s*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?<!--", re.ASCII)
COMMENT_END = "-->"
_BLOCKS = (
    "address|article|aside|blockquote|center|details|dialog|div|dl|dd|dt|fieldset|figure|figcaption|footer|form|"
    "h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_TAG = re.compile(rf"\s*</?(?:{_BLOCKS})(?=[\s/>]|$)", re.IGNORECASE)
_ONLY_A_TAG = re.compile(r"\s*</?[a-z][^<>]*>\s*", re.IGNORECASE)


def hidden(bodies: Sequence[str]) -> list[bool]:
    """Of each line, without its end, whether it says nothing."""
    fences, comment_ends = _fence_ends(bodies), _comment_ends(bodies)
    inside = [False] * len(bodies)
    place = 0
    while place < len(bodies):
        end = fences.get(place, comment_ends.get(place, place))
        if end == place and _begins_html(bodies, place):
            end = next((at for at in range(place, len(bodies)) if not bodies[at].strip()), len(bodies))
        last = max(end, place + 1)
        inside[place:last] = [end > place] * (last - place)
        place = last
    return inside


def _begins_html(bodies: Sequence[str], place: int) -> bool:
    """Whether a block begins: with a tag of blocks anywhere, with any other one alone in its line behind no text."""
    line = bodies[place]
    follows_text = place > 0 and bool(bodies[place - 1].strip())
    return _TAG.match(line) is not None or (not follows_text and _ONLY_A_TAG.fullmatch(line) is not None)


def _fence_ends(bodies: Sequence[str]) -> dict[int, int]:
    """For each line that may open a fenced block, the line behind the nearest one that closes it."""
    ends: dict[int, int] = {}
    # Of each mark the closing lines below, the nearest last: as negative lengths, which rise, and as places.
    below: dict[str, tuple[list[int], list[int]]] = {"`": ([], []), "~": ([], [])}
    for place in range(len(bodies) - 1, -1, -1):
        found = _FENCE.fullmatch(bodies[place])
        if found is None:
            continue
        marks, behind = (found[1], found[2]) if found[1] else (found[3], found[4])
        lengths, places = below[marks[0]]
        nearest = bisect_right(lengths, -len(marks)) - 1
        if nearest >= 0:
            ends[place] = places[nearest] + 1
        if not behind.strip():
            while lengths and lengths[-1] >= -len(marks):
                lengths.pop()
                places.pop()
            lengths.append(-len(marks))
            places.append(place)
    return ends


def _comment_ends(bodies: Sequence[str]) -> dict[int, int]:
    """For each line that opens a comment, the line behind the one in which it is closed."""
    ends: dict[int, int] = {}
    nearest = -1
    for place in range(len(bodies) - 1, -1, -1):
        if COMMENT_END in bodies[place]:
            nearest = place
        if nearest >= 0 and _COMMENT.match(bodies[place]):
            ends[place] = nearest + 1
    return ends
