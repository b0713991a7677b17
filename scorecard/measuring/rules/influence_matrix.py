"""A matrix of influence has the same goals as rows and as columns, and numbers from 0 up between them.

Row by row it says how strongly a goal influences each other one, say from 0 (not at all) to 4 (very strongly), as
experts see it. The diagonal stays empty or 0: nothing influences itself. An empty cell is 0.

Good:
    goal,training,answers
    training,,3
    answers,0,

Bad:
    goal,training,answers
    training,,strong
    answers,0,
"""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from scorecard.measuring.spot import Spot
from scorecard.problem import Problem

_LONGEST_WORD = 100


def empty(path: str) -> Problem:
    """There is no matrix."""
    hint = "begin with a line of goals, and a line for each of them"
    return _problem(Spot(path, None), "the file holds no matrix", "", hint)


def twice(at: Spot, name: str) -> Problem:
    """Two rows or two columns are of one goal."""
    return _problem(at, "{name} stands here twice", "the second one", "delete one of them", name=_quoted(name))


def nameless(at: Spot) -> Problem:
    """A row or a column without a name."""
    return _problem(at, "a row or a column has no name", "no name", "name its goal, or delete it")


def not_square(at: Spot, name: str, *, row: bool) -> Problem:
    """A goal is only a row or only a column."""
    has, lacks = ("row", "column") if row else ("column", "row")
    message = "{name} has a {has} and no {lacks}"
    return _problem(at, message, "no {lacks}", "give it a {lacks}, too", name=_quoted(name), has=has, lacks=lacks)


def unknown(at: Spot, name: str, known: Collection[str]) -> Problem:
    """The map has no such goal."""
    near = get_close_matches(name[:_LONGEST_WORD], known, n=1)
    hint = "did you mean `{near}`?" if near else "write the id or the name of a goal"
    words = {"name": _quoted(name), "near": "".join(near)}
    return _problem(at, "the map has no goal {name}", "not in the map", hint, **words)


def few_cells(at: Spot, found: int, wanted: int) -> Problem:
    """A row has another number of cells than the first one."""
    words = {"found": str(found), "wanted": str(wanted)}
    return _problem(at, "the row has {found} cells and not {wanted}", "{found} cells", "", **words)


def no_number(at: Spot, text: str) -> Problem:
    """A cell is no number from 0 up."""
    message = "{text} is no strength of influence"
    return _problem(at, message, "no number from 0 up", "write 0, or how strong it is, such as 3", text=_quoted(text))


def itself(at: Spot) -> Problem:
    """The diagonal is not empty."""
    return _problem(at, "nothing influences itself", "the diagonal", "leave it empty")


def no_influence(path: str) -> Problem:
    """All cells are 0."""
    return _problem(Spot(path, None), "no goal influences any other", "", "a matrix needs one number above 0 at least")


def other_goals(path: str, first: str) -> Problem:
    """A second matrix is of other goals."""
    message = "the goals are not those of {first}"
    return _problem(Spot(path, None), message, "", "experts are asked about the same goals", first=first)


def _quoted(text: str) -> str:
    return f"'{text[:_LONGEST_WORD]}'"


def _problem(at: Spot, message: str, label: str, hint: str, **params: str) -> Problem:
    return Problem(
        rule="influence-matrix",
        path=at.path,
        position=at.position,
        message=message,
        label=label,
        hint=hint,
        params=params,
    )
