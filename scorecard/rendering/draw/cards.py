"""The card of a goal: its name, number and trend, the bar of its results, its drivers, and KPIs where they are asked
for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scorecard.rendering.columns import bar, line_width, padded
from scorecard.rendering.draw.clipping import clipped, wrapped
from scorecard.rendering.draw.strokes import Strokes
from scorecard.rendering.kpi_words import MOST_KPIS, kpis_of, most_urgent, standing
from scorecard.rendering.numbers import WHOLE, percent
from scorecard.rendering.spans import Line, Span, cell_width
from scorecard.rendering.words import (
    HEADING_GLYPH,
    STATUS_GLYPH,
    STATUS_STYLE,
    STATUS_WORD,
    TREND_STYLE,
    UNLIKE,
    goal_trend,
    is_unlike,
)
from scorecard.result import GoalScore, KpiScore, Scorecard, TrendWord

FRAME = 4
"""What the two sides of a card take of its width, with a blank each."""

PART = "~"
"""Stands before the number of drivers some of which are not known."""

TREND_GLYPH: Mapping[TrendWord, str] = {"better": "↑", "same": "=", "worse": "↓"}
_WIDE = 28
"""From this inner width on the number stands beside the name, and the drivers beside the bar."""
_SHORT_LINES = 20
"""Below this inner width a name has a line more."""
_NAME_LINES, _NAME_LINES_SHORT = 3, 4
_LEAST_NAME = 9


@dataclass(frozen=True, kw_only=True, slots=True)
class Cards:
    """What all cards of a map share: their width in cells, and the room for numbers, so that bars compare.

    ``share`` and ``trend`` are the widths of the performance and of its trend with a blank before it, ``drivers`` that
    of what is said of these.
    """

    card: Scorecard
    width: int
    share: int
    trend: int
    drivers: int
    kpis: bool

    @property
    def inner(self) -> int:
        """The width within the frame."""
        return self.width - FRAME

    @property
    def number(self) -> int:
        """The width of a performance with its trend."""
        return self.share + self.trend


def cards_for(card: Scorecard, width: int, *, kpis: bool = False) -> Cards:
    """The cards of a scorecard that has goals, at a width."""
    trend = max((cell_width(f" {said}") for goal in card.goals if (said := _trend(goal, card))), default=0)
    shares = [_share(goal) for goal in card.goals]
    least = 0 if all(shares) else cell_width(STATUS_WORD["no-data"]) - trend
    return Cards(
        card=card,
        width=width,
        share=max(least, *map(cell_width, shares)),
        trend=trend,
        drivers=max(line_width(_drivers(goal, width - FRAME)) for goal in card.goals),
        kpis=kpis,
    )


def card_height(goal: GoalScore, cards: Cards) -> int:
    """How many rows the card of a goal takes."""
    head, foot = _content(goal, cards)
    return len(head) + len(foot) + 2


def card_lines(goal: GoalScore, cards: Cards, height: int, strokes: Strokes) -> list[Line]:
    """The card of a goal as rows; where it is higher than needed, numbers stand at its foot."""
    head, foot = _content(goal, cards)
    blanks: list[Line] = [()] * (height - 2 - len(head) - len(foot))
    side = Span(strokes.upright, "muted")
    flat = strokes.flat * (cards.width - 2)
    return [
        (Span(strokes.corners[0] + flat + strokes.corners[1], "muted"),),
        *((side, Span(" "), *padded(line, cards.inner), Span(" "), side) for line in (*head, *blanks, *foot)),
        (Span(strokes.corners[2] + flat + strokes.corners[3], "muted"),),
    ]


def _content(goal: GoalScore, cards: Cards) -> tuple[list[Line], list[Line]]:
    """What stands at the top of a card, and what at its foot."""
    head, foot = _beside(goal, cards) if cards.inner >= _WIDE else _below(goal, cards)
    foot += _flags(goal, cards.inner)
    return head, [*foot, *_kpi_lines(goal, cards)] if cards.kpis else foot


def _beside(goal: GoalScore, cards: Cards) -> tuple[list[Line], list[Line]]:
    """A wide card: the number beside the name, the drivers beside the bar."""
    first, *more = wrapped(goal.name, cards.inner - 2, _NAME_LINES, first=cards.inner - 2 - cards.number - 2)
    head = [_apart((*_mark(goal), Span(first, "strong")), _number(goal, cards), cards.inner)]
    head += _more(more)
    if known := _known(goal, cards.inner):
        fits = bool(more) and line_width(head[-1]) + 2 + line_width(known) <= cards.inner
        head.append(_apart(head.pop() if fits else (), known, cards.inner))
    drivers = padded(_drivers(goal, cards.inner), cards.drivers)
    return head, [(*_bar(goal, cards.inner - cards.drivers - 2), Span("  "), *drivers)]


def _below(goal: GoalScore, cards: Cards) -> tuple[list[Line], list[Line]]:
    """A narrow card: the name on top, below it the bar with the number, below that the drivers."""
    inner = cards.inner
    first, *more = wrapped(goal.name, inner - 2, _NAME_LINES_SHORT if inner < _SHORT_LINES else _NAME_LINES)
    head = [(*_mark(goal), Span(first, "strong")), *_more(more)]
    foot: list[Line] = [(*_bar(goal, inner - cards.number - 1), Span(" "), *_number(goal, cards))]
    drivers, known = _drivers(goal, inner), _known(goal, cards.inner)
    if known and line_width(drivers) + 2 + line_width(known) <= inner:
        return head, [*foot, _apart(drivers, known, inner)]
    return head, [*foot, *([known] if known else []), drivers]


def _more(lines: Sequence[str]) -> list[Line]:
    return [(Span("  "), Span(line, "strong")) for line in lines]


def _apart(left: Line, right: Line, width: int) -> Line:
    return (*left, Span(" " * (width - line_width(left) - line_width(right))), *right)


def _mark(goal: GoalScore) -> Line:
    return (Span(STATUS_GLYPH[goal.status], STATUS_STYLE[goal.status]), Span(" "))


def _share(goal: GoalScore) -> str:
    if goal.performance is None or goal.status == "no-data":
        return ""
    return percent(goal.performance, goal.limits)


def _trend(goal: GoalScore, card: Scorecard) -> str:
    """Which way the performance went and by how many points, empty where it does not compare: ``↑4``, ``=``."""
    if goal.trend_word is None or not _share(goal):
        return ""
    change = goal_trend(goal, card)
    far = change.lstrip("+−±") if goal.trend_word != "same" else UNLIKE if change.endswith(UNLIKE) else ""
    return TREND_GLYPH[goal.trend_word] + far


def _number(goal: GoalScore, cards: Cards) -> Line:
    """The performance with its trend, or that there is none; as wide on all cards."""
    style = f"{STATUS_STYLE[goal.status]} strong"
    share = _share(goal)
    if not share:
        return padded((Span(STATUS_WORD["no-data"], style),), cards.number)
    number: Line = (Span(share.rjust(cards.share), style),)
    if trend := _trend(goal, cards.card):
        number += (Span(f" {trend}", TREND_STYLE[goal.trend_word or "same"]),)
    return padded(number, cards.number)


def _known(goal: GoalScore, inner: int) -> Line:
    """How much of the number is known, where that is not all."""
    if goal.performance is None or (goal.performance_coverage >= 1 and goal.status != "no-data"):
        return ()
    if goal.status == "no-data":
        return (Span(f"{percent(goal.performance, goal.limits)} so far", "muted"),)
    known = percent(goal.performance_coverage, WHOLE)
    return (Span(_first_that_fits((f"coverage {known}",), inner) or f"{known} known", "muted"),)


def _bar(goal: GoalScore, width: int) -> Line:
    share = goal.performance if _share(goal) else None
    return bar(share or 0.0, max(width, 1), STATUS_STYLE[goal.status])


def _drivers(goal: GoalScore, inner: int) -> Line:
    """The number of the drivers and where they pull."""
    if goal.basis == "leading" and goal.leading is not None:
        return (Span("by its drivers", "muted"),)
    if goal.leading is None:
        if not (goal.kpis_leading or goal.causes):
            return (Span("no drivers", "muted"),)
        return (Span("drivers no data" if inner > len("drivers no data") else "drivers –", "muted"),)
    number = f"{PART if goal.coverage.leading < 1 else ''}{percent(goal.leading, goal.limits)}"
    heading = "" if goal.heading is None else HEADING_GLYPH[goal.heading]
    short = (f"driv. {number} {heading}", f"driv. {number}{heading}") if heading else ()
    ways = (f"drivers {number} {heading}".rstrip(), f"drivers {number}{heading}", *short, f"drivers {number}")
    return (Span(_first_that_fits(ways, inner) or f"drivers{number}"),)


def _first_that_fits(ways: Sequence[str], width: int) -> str | None:
    """Blanks go before words do, and words before numbers and signs."""
    return next((said for said in ways if cell_width(said) <= width), None)


def _flags(goal: GoalScore, inner: int) -> list[Line]:
    """What no score of the goal shows, by its kind, alarms first."""
    kinds = ", ".join(sorted({flag.kind for flag in goal.flags}))
    return [(Span(clipped(f"{STATUS_GLYPH['at-risk']} {kinds}", inner), "caution"),)] if kinds else []


def _kpi_lines(goal: GoalScore, cards: Cards) -> list[Line]:
    """The KPIs of a goal, those that need attention before others, in the order of the file."""
    known = {kpi.id: kpi for kpi in cards.card.kpis}
    kpis = [known[kpi_id] for _, kpi_id in kpis_of(goal) if kpi_id in known]
    shown = most_urgent(kpis, MOST_KPIS)
    lines = [_kpi_line(kpi, cards) for kpi in shown]
    if len(shown) < len(kpis):
        lines.append((Span(f"  + {len(kpis) - len(shown)} more", "muted"),))
    return lines


def _kpi_line(kpi: KpiScore, cards: Cards) -> Line:
    """A KPI with its value and what it should reach; where that leaves too little of the name, with less."""
    room = cards.inner - 2
    whole = standing(kpi, cards.card.map.currency, brief=True)
    figures = _first_that_fits((whole, whole.partition(" / ")[0]), room - 2 - _LEAST_NAME) or ""
    name = clipped(kpi.name, room - cell_width(figures) - 2 if figures else room)
    mark = Span(f"{STATUS_GLYPH[kpi.status]} ", STATUS_STYLE[kpi.status])
    return _apart((mark, Span(name)), (Span(figures, "muted"),), cards.inner)


def marks_used(card: Scorecard) -> set[str]:
    """The marks on the cards that need an explanation, as they are written."""
    goals = card.goals
    used = {HEADING_GLYPH[goal.heading] for goal in goals if goal.heading and goal.leading is not None}
    trends = [goal for goal in goals if _trend(goal, card)]
    used |= {TREND_GLYPH[goal.trend_word] for goal in trends if goal.trend_word}
    used |= {UNLIKE for goal in trends if is_unlike(goal, card)}
    return used | {PART for goal in goals if goal.leading is not None and goal.coverage.leading < 1}
