"""What a person would say of a path, of what is missing, and of what moved a number.

Names are as they stand in the map: who writes a sentence for a page makes them safe there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from scorecard.explanation import Explanation, Missing, Move, NumberName, Path, Split, Step, TermsReason
from scorecard.naming import counted
from scorecard.rendering.numbers import (
    WHOLE,
    exact_change,
    exact_percent,
    exact_points,
    parts_percent,
    parts_points,
    percent,
    points_adding_up,
)
from scorecard.rendering.words import REASON_WORD, STATUS_WORD, delay_words, listed

NUMBER_WORD: Mapping[NumberName, str] = MappingProxyType(
    {"performance": "performance", "lagging": "results", "leading": "drivers", "outlook": "outlook"}
)
_THIS: Mapping[NumberName, str] = MappingProxyType(
    {
        "performance": "this performance",
        "lagging": "these results",
        "leading": "these drivers",
        "outlook": "this outlook",
    }
)
_TERMS: Mapping[TermsReason, str] = MappingProxyType(
    {
        "target": "its target or scale moved",
        "plan": "the plan moved on",
        "target-and-plan": "its target moved and the plan moved on",
    }
)
SHARES_LINE = "What has no data is left out, and what is known fills the whole: so shares can be larger than declared."
_MOST = 4
_COUNTABLE = 1_000_000_000


def points_of(explanation: Explanation) -> list[str]:
    """What each path gives in points, and last what the paths that are not listed give: ``9.13``; they are seen to
    add up to the number."""
    parts = [*(path.product for path in explanation.paths), explanation.rest]
    return [text.removesuffix(" %") for text in parts_percent(parts, explanation.value or 0.0)]


def head_sentence(explanation: Explanation) -> str:
    """The number with its coverage: ``Its outlook is 78.52 % (91 % of it known): the sum of 12 paths.``"""
    word, value = NUMBER_WORD[explanation.number], explanation.value
    verb = "are" if word in ("results", "drivers") else "is"
    if value is None:
        return f"Its {word} {verb} not known: {REASON_WORD[explanation.reason or 'no-data']}."
    basis = ", which is that of its drivers" if explanation.basis == "leading" else ""
    known = "" if explanation.coverage >= 1 else f" ({percent(explanation.coverage, WHOLE)} of it known)"
    return f"Its {word} {verb} {exact_percent(value)}{known}{basis}: {_made_of(explanation)}."


def _made_of(explanation: Explanation) -> str:
    listed_paths = len(explanation.paths)
    if explanation.more is None:
        return f"paths without end, because goals drive each other round a loop; the {listed_paths} largest are listed"
    if explanation.more:
        return f"the sum of {_many(listed_paths + explanation.more)} paths; the {listed_paths} largest are listed"
    return f"the sum of {counted(path=listed_paths)}"


def unrolled_sentence(explanation: Explanation, shown: int) -> str:
    """``Its outlook is 78.52 % (91 % of it known), the sum of what 12 KPIs give by all paths; the largest 5 paths:``"""
    known = "" if explanation.coverage >= 1 else f" ({percent(explanation.coverage, WHOLE)} of it known)"
    number = f"Its {NUMBER_WORD[explanation.number]} is {exact_percent(explanation.value)}{known}"
    largest = f"the {shown} largest paths" if shown > 1 else "the largest path"
    return f"{number}, the sum of what {counted(KPI=len(explanation.totals))} give by all paths; {largest}:"


def path_sentence(explanation: Explanation, path: Path, points: str, *, through: bool = True) -> str:
    """``'First response time' is at 73.02 %; it is 12.50 % of this outlook through 'Quick answers', so it gives 9.13
    points.``

    ``points`` is its text of `points_of`; ``through``: say the way, where no tree shows it."""
    one = path.end.kind == "kpi"
    subject = f"'{path.end.name}'" if one else f"The results of '{path.end.name}'"
    it, be, give = ("it", "is", "gives") if one else ("they", "are", "give")
    time = ""
    if path.delay:
        be_at, time = ("was" if one else "were"), f" {delay_words(path.delay, explanation.rhythm)} ago"
    else:
        be_at = be
    way = through_words(path.steps[:-1]) if through else ""
    again = ", once more round the loop," if path.round else ","
    return (
        f"{subject} {be_at} at {exact_percent(path.value)}{time}; {it} {be} {exact_percent(path.share)} of "
        f"{_THIS[explanation.number]}{way}{again} so {it} {give} {points} points."
    )


def through_words(steps: Sequence[Step]) -> str:
    """The way down: `` through 'Happy users' and 'Quick answers'``; empty without a step in between."""
    names = [f"'{step.name}'" for step in steps]
    if not names:
        return ""
    return f" through {', '.join(names[:-1])}{' and ' if len(names) > 1 else ''}{names[-1]}"


def branch_sentence(explanation: Explanation, step: Step) -> str:
    """``'Quick answers' is at 66.40 % and 25.00 % of this outlook, which gives 16.60 points in all:``"""
    gives = exact_percent(step.product).removesuffix(" %")
    return (
        f"'{step.name}' is at {exact_percent(step.value)} and {exact_percent(step.of_whole)} of "
        f"{_THIS[explanation.number]}, which gives {gives} points in all:"
    )


def rest_sentence(explanation: Explanation, points: str) -> str | None:
    """``5 more paths, together 0.40 points``; None when all are listed."""
    if explanation.more == 0:
        return None
    if explanation.more is None:
        return f"endlessly many more paths, most of them further rounds of the loop, together {points} points"
    word = "path" if explanation.more == 1 else "paths"
    return f"{_many(explanation.more)} more {word}, together {points} points"


def _many(number: int) -> str:
    """How many, as far as anybody counts: in a large map their number can have thirty digits."""
    return f"{number:,}" if number < _COUNTABLE else "more than a billion"


def missing_sentence(explanation: Explanation, row: Missing) -> str:
    """``'Response quality' has no data (no figure for this period); it was declared as 25.00 % of 'Happy users', and
    6.25 % of this outlook is not known because of it.``"""
    known = f"is known only in part ({percent(row.coverage, WHOLE)})" if row.coverage > 0 else "has no data"
    why = f" ({REASON_WORD[row.reason]})" if row.reason and row.coverage <= 0 and row.reason != "no-data" else ""
    inner = (row.of_kind, row.of_id) != (explanation.kind, explanation.id)
    this = _THIS[explanation.number]
    if not inner:
        return f"'{row.name}' {known}{why}; it was declared as {exact_percent(row.share)} of {this}."
    return (
        f"'{row.name}' {known}{why}; it was declared as {exact_percent(row.share)} of '{row.of_name}', "
        f"and {exact_percent(row.of_whole)} of {this} is not known because of it."
    )


def change_sentence(explanation: Explanation) -> str:
    """``Its outlook fell by 3.58 points, from 82.10 % in 2026-08 to 78.52 % in 2026-10.``"""
    change, word = explanation.change, NUMBER_WORD[explanation.number]
    assert change is not None  # only what was compared is asked for
    be = "are" if word in ("results", "drivers") else "is"
    now = when(explanation)
    if change.before is None or change.now is None:
        ends = [
            f"no data in {period}" if value is None else f"{exact_percent(value)} in {period}"
            for value, period in ((change.before, str(change.period)), (change.now, now))
        ]
        return f"Its {word} cannot be compared: {ends[0]}, {ends[1]}."
    moved = exact_change(change.before, change.now)
    if moved == exact_points(0.0):
        same = f"{exact_percent(change.now)} in {change.period} and in {now}"
        return f"Its {word} {be} as before: {same}{_both_known(explanation)}."
    verb = "rose" if moved.startswith("+") else "fell"
    return (
        f"Its {word} {verb} by {moved[1:]} points, from {exact_percent(change.before)} in {change.period} "
        f"to {exact_percent(change.now)} in {now}{_both_known(explanation)}."
    )


def _both_known(explanation: Explanation) -> str:
    """How much of both is known, where it is not all."""
    now, before = explanation.coverage, explanation.change.coverage_before if explanation.change else None
    if now >= 1 and (before is None or before >= 1):
        return ""
    then = "" if before is None else f"{percent(before, WHOLE)} of it known then, "
    return f" ({then}{percent(now, WHOLE)} {'now' if then else 'of it known now'})"


def points_of_moves(explanation: Explanation) -> list[str]:
    """What each move brought in points with its sign, and last what the smaller ones did; they are seen to add up."""
    change = explanation.change
    if change is None or change.before is None or change.now is None:
        return []
    return parts_points([*(move.change for move in change.moves), change.rest], change.before, change.now)


def move_sentence(explanation: Explanation, move: Move, points: str) -> str:
    """What moved a number, and by how much: ``points`` is its text of `points_of_moves`."""
    if move.what == "performance":
        return _performance_moved(explanation, move, points)
    did = _did(points)
    place = f"In '{move.name}'" if move.kind != "index" else "In the index"
    if move.what == "not-kept":
        period = explanation.change.period if explanation.change else explanation.period
        return f"{place} the shares of {period} and values from before it are not kept; what they changed {did}."
    if move.what == "weights":
        edits = [f"new: {_names(move.added)}"] if move.added else []
        edits += [f"gone: {_names(move.removed)}"] if move.removed else []
        named = f" ({'; '.join(edits)})" if edits else ""
        return f"{place} weights or arrows were edited{named}, so its parts have other shares, which {did}."
    came = [f"came for {_names(move.came)}"] if move.came else []
    went = [f"went for {_names(move.went)}"] if move.went else []
    return (
        f"{place} data {' and '.join([*came, *went]) or 'came or went'}, so its parts have other shares, which {did}."
    )


def _names(names: Sequence[str]) -> str:
    return listed([f"'{name}'" for name in names], _MOST)


def _did(points: str) -> str:
    if points == exact_points(0.0):
        return "changed nothing to speak of"
    return f"{'brought' if points.startswith('+') else 'took'} {points[1:]} points"


def _performance_moved(explanation: Explanation, move: Move, points: str) -> str:
    """``'Followers' went from 80.00 % to 72.00 %; it is on average 26.25 % of this outlook, so it took 2.10 points:
    −2.50 by its value, +0.40 because the plan moved on.``"""
    one = move.kind == "kpi"
    subject = f"'{move.name}'" if one else f"The results of '{move.name}'"
    time = f" ({delay_words(move.delay, explanation.rhythm)} earlier each)" if move.delay else ""
    it, be = ("it", "is") if one else ("they", "are")
    mean = " on average" if explanation.change and not explanation.change.reported else ""
    return (
        f"{subject} went from {exact_percent(move.before)} to {exact_percent(move.now)}{time}; {it} {be}{mean} "
        f"{exact_percent(move.share)} of {_THIS[explanation.number]}, so {it} {_did(points)}{_by_terms(move, points)}."
    )


def _by_terms(move: Move, points: str) -> str:
    if move.by_value is None or move.by_terms is None or move.terms is None:
        return ""
    by_value, by_terms = points_adding_up([move.by_value, move.by_terms], points)
    if by_terms == exact_points(0.0):
        return ""
    return f": {by_value} by its value, {by_terms} because {_TERMS[move.terms]}"


def more_moves_sentence(explanation: Explanation, points: str) -> str | None:
    """``12 smaller ones, together +0.02 points``; None when all are listed."""
    change = explanation.change
    if change is None or not change.more:
        return None
    return f"{change.more:,} smaller {'one' if change.more == 1 else 'ones'}, together {points} points"


def split_sentence(split: Split) -> str:
    """``Quick answers: 60.00 % → 66.40 %, +6.40 points, of which 25.00 % arrive``."""
    moved = exact_change(split.before, split.now)
    reach = exact_percent(split.reach)
    ends = f"{exact_percent(split.before)} → {exact_percent(split.now)}, {moved} points"
    return f"{split.name}: {ends}" + ("" if reach == exact_percent(1.0) else f", of which {reach} arrive")


def outlook_words(explanation: Explanation) -> str:
    """The status of the number in words: ``outlook on track 84 %``."""
    word = NUMBER_WORD[explanation.number]
    if explanation.value is None:
        return f"{word} {STATUS_WORD['no-data']}"
    return f"{word} {STATUS_WORD[explanation.status]} {percent(explanation.value, explanation.limits)}"


def when(explanation: Explanation) -> str:
    """The period of the number."""
    return str(explanation.period) if explanation.closed else f"{explanation.period} so far"


def reported_sentence(explanation: Explanation) -> str | None:
    """That only the numbers of the earlier period are known; None where all of it is."""
    change = explanation.change
    if change is None or not change.reported:
        return None
    return (
        f"{change.period} is closed and was reported otherwise than today's map and figures give it. Only its numbers "
        f"are kept, so the split is by the shares of {explanation.period}."
    )


SPLIT_HEAD = ("part", "share", "value", "by value", "by share")
SPLIT_LINE = (
    "By value: mean share × change of the value. By share: mean value × change of the share. "
    "Both of all parts add up to the change."
)


def split_rows(split: Split) -> list[tuple[str, ...]]:
    """The parts of a step as cells below `SPLIT_HEAD`; what shows no move in hundredths of a point is left out."""
    points = parts_points(
        [number for part in split.parts for number in (part.by_value, part.by_share)] + [split.rest],
        split.before,
        split.now,
    )
    still = exact_points(0.0)
    rows: list[tuple[str, ...]] = []
    for place, part in enumerate(split.parts):
        by_value, by_share = points[2 * place : 2 * place + 2]
        if (by_value, by_share) == (still, still):
            continue
        share = _moved(part.share_before if part.share_before is not None else part.share_now, part.share_now)
        rows.append((part.name, share, _moved(part.value_before, part.value_now), by_value, by_share))
    if points[-1] != still:
        rows.append(("not kept", "", "", "", points[-1]))
    return rows


def _moved(before: float | None, now: float | None) -> str:
    ends = exact_percent(before), exact_percent(now)
    return ends[0] if ends[0] == ends[1] else " → ".join(ends)
