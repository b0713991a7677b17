"""The legend: every mark that occurs, with what it means."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from scorecard.rendering.board.cards import is_part_known
from scorecard.rendering.board.evidence_marks import DASHES, MARK, MEANINGS, shape, shapes_of
from scorecard.rendering.board.header import MARGIN
from scorecard.rendering.board.kpi_rows import PART, shown_kpis
from scorecard.rendering.board.links import WIDTH, link_key
from scorecard.rendering.board.look import Look
from scorecard.rendering.board.marks import status_mark, trend_mark
from scorecard.rendering.board.pen import num, polygon
from scorecard.rendering.kpi_words import standing
from scorecard.rendering.letters import fitted, width_of
from scorecard.rendering.palette import theme_role
from scorecard.rendering.words import STRENGTH_WORDS, UNLIKE, counts_by_status, link_strength, status_meanings
from scorecard.result import GoalScore, Heading, KpiScore, Status, TrendWord

_SIZE = 12.0
_LINE = 26.0
_TOP = 34.0


class Entry(NamedTuple):
    """A mark with its meaning; ``mark`` draws itself from x around y and is ``width`` wide; no mark is a heading."""

    text: str
    width: float = 0.0
    mark: Callable[[float, float], str] | None = None


def legend(look: Look, width: float) -> tuple[float, Callable[[float], str]]:
    """The height of the legend, and what draws it from a y on."""
    lines = _lines(look, width - 2 * MARGIN)

    def draw(y: float) -> str:
        return "".join(_line(entries, y + _TOP + _LINE * number, look) for number, entries in enumerate(lines))

    return _TOP + _LINE * len(lines), draw


def _lines(look: Look, room: float) -> list[list[tuple[float, Entry]]]:
    """The entries with their x, broken into lines; a heading never ends a line."""
    lines: list[list[tuple[float, Entry]]] = [[]]
    x = 0.0
    for title, entries in _groups(look):
        shown = list(entries)
        if not shown:
            continue
        whole = _width(Entry(title)) + 14 + sum(_width(entry) + 20 for entry in shown) - 20
        if x and x + whole > room:
            lines.append([])
            x = 0.0
        lines[-1].append((x, Entry(title)))
        x += _width(Entry(title)) + 14
        for entry in shown:
            if x + _width(entry) > room and lines[-1]:
                lines.append([])
                x = 0.0
            lines[-1].append((x, Entry(fitted(entry.text, room, _SIZE), entry.width, entry.mark)))
            x += _width(entry) + 20
        x += 14
    return lines


def _width(entry: Entry) -> float:
    heavy = entry.mark is None and not entry.width
    return entry.width + (8 if entry.width else 0) + width_of(entry.text, _SIZE, 600 if heavy else 400)


def _line(entries: list[tuple[float, Entry]], y: float, look: Look) -> str:
    parts: list[str] = []
    for offset, entry in entries:
        x = MARGIN + offset
        if entry.mark is None:
            parts.append(look.pen.text(x, y, entry.text, _SIZE, "ink", 600))
        else:
            parts.append(entry.mark(x, y - 4.2))
            parts.append(look.pen.text(x + entry.width + (8 if entry.width else 0), y, entry.text, _SIZE, "muted"))
    return "".join(parts)


def _groups(look: Look) -> Iterator[tuple[str, Iterator[Entry]]]:
    yield "Status", _statuses(look)
    yield f"Trend since {look.against}", _trends(look)
    yield "Outlook", _outlooks(look)
    yield "Links", _links(look)
    yield "Evidence", _evidence(look)
    yield "Theme", _themes(look)
    yield "Reading", _reading(look)


def _kpis(look: Look) -> list[KpiScore]:
    """The KPIs that have rows on cards."""
    if look.detail != "full":
        return []
    return [kpi for goal in look.card.goals for part in shown_kpis(goal, look) for kpi in part]


def _is_in_part(goal: GoalScore, look: Look) -> bool:
    """Whether a number on the card of a goal is marked as known in part."""
    if look.detail == "chip":
        return is_part_known(goal)
    drivers = goal.leading is not None and goal.coverage.leading < 1
    return drivers or (look.detail == "full" and goal.outlook is not None and goal.coverage.outlook < 1)


def _statuses(look: Look) -> Iterator[Entry]:
    card = look.card
    shown: set[Status] = {goal.status for goal in card.goals}
    shown |= {
        perspective.status for perspective in card.perspectives if any(counts_by_status(perspective.counts).values())
    }
    if not look.linked:
        shown |= {
            card.index.status,
            *(status for status, count in counts_by_status(card.index.counts).items() if count),
        }
    if look.detail != "chip":
        shown |= {goal.lagging_status for goal in card.goals if goal.lagging}
        shown |= {goal.leading_status for goal in card.goals if goal.leading}
    shown |= {kpi.status for kpi in _kpis(look)}
    for status, text in status_meanings(card).items():
        if status in shown:
            yield Entry(text, 14, partial(_status, look, status))


def _trends(look: Look) -> Iterator[Entry]:
    found = {trend[0] for goal in look.card.goals if (trend := look.trend(goal))}
    found |= {word for kpi in _kpis(look) if (word := look.kpi_trend(kpi))}
    for word in ("better", "same", "worse"):
        if word in found:
            yield Entry(word, 9, partial(_trend, look, word))


def _outlooks(look: Look) -> Iterator[Entry]:
    if look.detail == "chip":
        return
    found = {goal.heading for goal in look.card.goals}
    for word in ("rising", "steady", "falling"):
        if word in found:
            yield Entry(word, 9, partial(_trend, look, word))


def _links(look: Look) -> Iterator[Entry]:
    shown = {link_strength(link.share) for link in look.card.links if link.kind == "driven-by"}
    for strength, text in STRENGTH_WORDS.items():
        if strength in shown:
            yield Entry(text, 26, partial(_stroke, look, WIDTH[strength]))
    if any(link.kind == "hindered-by" for link in look.card.links):
        yield Entry("hinders", 26, lambda x, y: _stroke(look, WIDTH[1], x, y) + _bar(look, x + 26, y))
    if any(link.delay for link in look.card.links):
        yield Entry("a time on a line: until it shows", 0, lambda x, y: "")


def _evidence(look: Look) -> Iterator[Entry]:
    links = [arrow.verdict for link in look.card.links if (arrow := look.evidence.get(link_key(link)))]
    for name in shapes_of(links):
        yield Entry(MEANINGS[name], MARK, partial(_shape, look, name))
    if any(verdict != "supported" for verdict in links):
        yield Entry("not supported, or not yet", 26, partial(_stroke, look, WIDTH[1], dashes=DASHES))


def _shape(look: Look, name: str, x: float, y: float) -> str:
    return shape(look.pen, name, x + MARK / 2, y)


def _status(look: Look, status: Status, x: float, y: float) -> str:
    return status_mark(look.pen, status, x + 7, y, 6.5)


def _trend(look: Look, word: TrendWord | Heading, x: float, y: float) -> str:
    return trend_mark(look.pen, word, x + 4.5, y, 9)


def _theme(look: Look, role: str, x: float, y: float) -> str:
    return look.pen.rect(x, y - 2, 22, 4, role, radius=2)


def _stroke(look: Look, width: float, x: float, y: float, dashes: str = "") -> str:
    more = {"stroke_dasharray": dashes} if dashes else {}
    return look.pen.path(f"M{num(x)},{num(y)} L{num(x + 26)},{num(y)}", stroke="link", stroke_width=num(width), **more)


def _outlined(look: Look, x: float, y: float) -> str:
    return look.pen.rect(x + 1, y - 5, 20, 10, "card", radius=3, stroke="ink", stroke_width="2")


def _bar(look: Look, x: float, y: float) -> str:
    return look.pen.path(polygon((x - 3, y - 6), (x, y - 6), (x, y + 6), (x - 3, y + 6)), "link")


def _themes(look: Look) -> Iterator[Entry]:
    names = {theme.id: theme.name for theme in look.card.themes}
    for theme, number in look.theme_of.items():
        yield Entry(names[theme], 22, partial(_theme, look, theme_role(number)))


def _reading(look: Look) -> Iterator[Entry]:
    def plain(text: str) -> Entry:
        return Entry(text, 0, lambda x, y: "")

    if look.around is not None:
        yield Entry("the goal that was asked for", 22, lambda x, y: _outlined(look, x, y))
    if any(map(look.is_new_status, look.card.goals)):
        yield plain(f"outlined: another status than in {look.against}")
    kpis = _kpis(look)
    if kpis:
        yield plain("KPI rows: actual / target")
    if any(kpi.part != 1 and " / " in standing(kpi, None) for kpi in kpis):
        yield plain(f"{PART} only the part of a larger target that is due in this period")
    if any(_is_in_part(goal, look) for goal in look.card.goals):
        yield plain("~ a part of it is not known")
    trends = (trend[1] for goal in look.card.goals if (trend := look.trend(goal)))
    if look.detail != "chip" and any(UNLIKE in trend for trend in trends):
        yield plain(f"{UNLIKE} not like for like: made of other KPIs then")
    if look.detail != "chip":
        yield plain("ticks on a bar: the limits of its goal")
    yield plain("100 % is the target, or what the plan asks for by now")
