"""What was edited between two states of a map, and what that does to the scores."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from scorecard import __version__, diffing
from scorecard.actuals import Actuals
from scorecard.api.examine import load_bytes
from scorecard.api.score import InvalidDataError, actuals_of, asked_period, scored
from scorecard.api.status import Screen, StatusFormat
from scorecard.map_change import Edit, MapChange, Step
from scorecard.model import StrategyMap
from scorecard.period import Period
from scorecard.reading.revision import RevisionError, bytes_in, is_revision
from scorecard.result import Scorecard

__all__ = ["OldDataError", "RevisionError", "diff", "diff_text", "is_revision", "load_revision"]


class OldDataError(Exception):
    """The older map asks for data that are not there any more, so it cannot be scored; the message names the first."""

    def __init__(self, error: InvalidDataError) -> None:
        from scorecard.rendering.problems import message

        more = f" and {len(error.problems) - 1} more" if len(error.problems) > 1 else ""
        super().__init__(f"the older map cannot be scored with the data of today: {message(error.problems[0])}{more}")


_MOST = 100
"""After so many steps, all other edits are one: nobody reads more, and each is a scoring of the map."""


def load_revision(path: str | os.PathLike[str], revision: str) -> StrategyMap:
    """The map that a file was in a revision of its git repository: ``HEAD~3``, a branch, a tag, a commit.

    Raises:
        RevisionError: when there is no git, no repository, no such revision, or no such file in it.
        InvalidMapError: when the map had errors then.
    """
    return load_bytes(bytes_in(revision, Path(path)), f"{revision}:{os.fspath(path)}")


def diff(
    old: StrategyMap,
    new: StrategyMap,
    as_of: date | None = None,
    *,
    period: str | Period | None = None,
    folder: str | Path | None = None,
    names: tuple[str, str] = ("before", "after"),
) -> MapChange:
    """What was edited between two states of a map, and what each edit does to the scores with the data of today.

    Both maps are scored with the figures in ``folder`` for the same day and period, those of ``new``; ``as_of`` and
    ``period`` as in `score`, ``names`` say what the two states are called. The edits are applied to the old map one
    after the other, in the order in which they are listed, and after each that a score can depend on the map is scored
    again: its effect is the difference to the score before it. So the effects add up exactly to the whole change, and
    what one edit does on top of another counts for the later one. Edits after which the data cannot be read (a formula
    over a column that only the next edit brings) are one step with the next.

    Raises:
        ValueError, InvalidDataError, PeriodError: as `score`.
        OldDataError: when the older map asks for data that are not there any more.
    """
    day = as_of or new.as_of
    if day is None:
        raise ValueError("the map says no as_of, so say for which day to score: diff(old, new, as_of=date.today())")
    where = None if folder is None else Path(folder)
    asked = asked_period(new, period, day)
    now = scored(new, actuals_of(new, where, day, since=asked), day, asked, where)
    try:
        pricing = _Pricing(old, now, where)
    except InvalidDataError as error:
        raise OldDataError(error) from None
    edits, steps = pricing.price(diffing.edits_between(old, new))
    return MapChange(
        before=names[0],
        after=names[1],
        old=pricing.first,
        new=now,
        edits=edits,
        steps=steps,
        index_before=diffing.index_numbers(pricing.first),
        index_after=diffing.index_numbers(now),
        goals=diffing.moved_goals(pricing.first, now, _ids(edits)),
    )


def _ids(edits: Sequence[Edit]) -> dict[str, str]:
    return {str(edit.before): edit.id for edit in edits if edit.kind == "renamed" and edit.section == "goals"}


@dataclass(slots=True)
class _Pricing:
    """Scoring a map again and again while it turns into another one, whose card ``last`` is known."""

    strategy_map: StrategyMap
    last: Scorecard
    folder: Path | None
    actuals: Actuals = field(init=False)
    first: Scorecard = field(init=False)

    def __post_init__(self) -> None:
        self.actuals = self._measured()
        self.first = self._card()

    def price(self, found: Sequence[Edit]) -> tuple[tuple[Edit, ...], tuple[Step, ...]]:
        """The edits with their steps and what is to be looked at twice, and the steps."""
        places = [place for place, edit in enumerate(found) if diffing.moves_scores(edit)]
        edits = list(found)
        steps: list[Step] = []
        around: dict[int, tuple[Scorecard, Scorecard]] = {}
        before, stale = self.first, False
        waiting: list[int] = []
        for place, edit in enumerate(found):
            self.strategy_map = diffing.applied(self.strategy_map, [edit])
            stale = stale or diffing.moves_figures(edit)
            if not diffing.moves_scores(edit):
                continue
            waiting.append(place)
            after = self._next(stale, is_last=place == places[-1], is_late=len(steps) >= _MOST)
            if after is None:
                continue
            stale = False
            for one in waiting:
                around[one] = before, after
                edits[one] = replace(edits[one], step=len(steps))
            steps.append(_step(tuple(waiting), before, after, _ids(found)))
            before, waiting = after, []
        cards = [around.get(place, (None, None)) for place in range(len(edits))]
        return diffing.with_suspicions(edits, [one for one, _ in cards], [other for _, other in cards]), tuple(steps)

    def _next(self, stale: bool, is_last: bool, is_late: bool) -> Scorecard | None:
        """The card of the map as it is by now; None while it cannot be scored, or is not to be."""
        if is_last:
            return self.last
        if is_late:
            return None
        try:
            if stale:
                self.actuals = self._measured()
            return self._card()
        except InvalidDataError:
            return None

    def _measured(self) -> Actuals:
        return actuals_of(self.strategy_map, self.folder, self.last.as_of, since=self._period())

    def _period(self) -> Period | None:
        return self.last.period if self.strategy_map.period == self.last.period.rhythm else None

    def _card(self) -> Scorecard:
        return scored(self.strategy_map, self.actuals, self.last.as_of, self._period(), self.folder)


def _step(places: tuple[int, ...], before: Scorecard, after: Scorecard, ids: dict[str, str]) -> Step:
    return Step(
        edits=places,
        before=diffing.index_numbers(before),
        after=diffing.index_numbers(after),
        goals=diffing.moved_goals(before, after, ids),
    )


def diff_text(found: MapChange, style: StatusFormat, screen: Screen) -> str:
    """The differences as text."""
    if style == "json":
        from scorecard.rendering.map_change.as_json import map_change_json

        return map_change_json(found, tool_version=__version__)
    if style == "markdown":
        from scorecard.rendering.map_change.as_markdown import map_change_markdown

        return map_change_markdown(found)
    from scorecard.rendering.map_change.terminal import map_change_table
    from scorecard.rendering.spans import as_text

    return as_text(map_change_table(found, width=screen.width, ascii=screen.ascii), colour=screen.colour)
