"""Which column of a file holds what: headings are compared without case and with their blanks collapsed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from scorecard.model import SourceFile


def tidy(heading: str) -> str:
    """A heading as it is shown: no blanks around it, one between its words."""
    return " ".join(heading.replace("\0", "").split())


def folded(name: str) -> str:
    """What two spellings of one name have in common."""
    return tidy(name).casefold()


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """The columns of one file by their folded names.

    ``constants`` are said in the map; ``places`` counts the columns of the file from 0; ``absent`` holds the
    headings that the map gives to a column and the file does not have. ``doubled`` are the places of headings that
    stand in the file once more.
    """

    constants: Mapping[str, str]
    places: Mapping[str, int]
    absent: Mapping[str, str]
    doubled: frozenset[int] = frozenset()

    def has(self, name: str) -> bool:
        """Whether the file gives this column a value."""
        key = folded(name)
        return key in self.constants or key in self.places


def layout(entry: SourceFile, headings: Sequence[str]) -> Layout:
    """Find the columns that an entry names among the headings of a file; of two equal headings the first counts."""
    found: dict[str, int] = {}
    doubled: set[int] = set()
    for place, heading in enumerate(headings):
        if (key := folded(heading)) and found.setdefault(key, place) != place:
            doubled.add(found[key])
    named = {folded(name): folded(heading) for name, heading in entry.columns.items()}
    places = {key: place for key, place in found.items() if key not in named.values()}
    places |= {name: found[heading] for name, heading in named.items() if heading in found}
    absent = {folded(name): heading for name, heading in entry.columns.items() if folded(heading) not in found}
    for name in absent:
        places.pop(name, None)
    return Layout(
        constants={folded(name): text for name, text in entry.set.items()},
        places=places,
        absent=absent,
        doubled=frozenset(doubled),
    )


def spelled(entry: SourceFile, headings: Sequence[str]) -> Iterable[str]:
    """The names of the columns of a file: those of the map first, then the headings that the map does not rename."""
    yield from map(tidy, entry.set)
    yield from map(tidy, entry.columns)
    renamed = {folded(heading) for heading in entry.columns.values()}
    for heading in headings:
        if folded(heading) and folded(heading) not in renamed:
            yield tidy(heading)


def nearest(name: str, headings: Iterable[str]) -> str:
    """The heading that resembles a name most, or nothing."""
    by_key = {folded(heading): tidy(heading) for heading in headings if folded(heading)}
    close = get_close_matches(folded(name)[:100], [key[:200] for key in by_key], n=1, cutoff=0.5)
    return by_key.get(close[0], "") if close else ""
