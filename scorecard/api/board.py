"""The board picture of a scorecard, from the order of its boxes to the text of its SVG."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, TypeAlias, get_args

from scorecard.api.render import LEAST_WIDTH, MOST_WIDTH, WIDTH
from scorecard.arrow_evidence import Evidence
from scorecard.comparison import Comparison
from scorecard.geometry import Arrangement
from scorecard.rendering.board.look import Detail, Look
from scorecard.result import Scorecard
from scorecard.writing.engine import EngineError, EngineName, NoEngineError

Theme: TypeAlias = Literal["light", "dark"]
EngineChoice: TypeAlias = Literal["auto", "dot", "pygraphviz", "builtin"]

_LIMIT = 10.0
_CHAIN: tuple[EngineName, ...] = ("dot", "pygraphviz")
_MOST_ASKED = 300
"""Above so many goals no engine is asked: it would take longer than its limit and find nothing anyone can see."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardOptions:
    """How a board is drawn.

    ``detail`` of the cards is chosen by the number of goals and the width when left out; ``width``, 600 to 20,000 px,
    is what the page should have, 1,400 when left out, and becomes more where cards and lines need it; ``engine`` says
    who orders the boxes of a row, ``auto`` being the first there is. ``comparison`` marks what changed since then.
    ``around``: the card is the `neighbourhood` of the goal with this id within ``depth`` links, and the picture says
    so. ``prefix`` stands before every id in the SVG; ``linked`` is for a page around the picture: each card is a link
    to its ``#goal-ID``, and the heading is left to it. ``evidence`` marks what the figures say of the links.
    """

    detail: Detail | None = None
    theme: Theme = "light"
    width: int | None = None
    engine: EngineChoice = "auto"
    comparison: Comparison | None = None
    around: str | None = None
    depth: int = 1
    prefix: str = ""
    linked: bool = False
    evidence: Evidence | None = None

    def __post_init__(self) -> None:
        """Refuse what no board can be; ValueError."""
        for name, given, known in (
            ("detail", self.detail, (None, *get_args(Detail))),
            ("theme", self.theme, get_args(Theme)),
            ("engine", self.engine, get_args(EngineChoice)),
        ):
            if given not in known:
                raise ValueError(f"{given!r} is no {name}; there are: {', '.join(filter(None, known))}")
        if self.width is not None and not LEAST_WIDTH <= self.width <= MOST_WIDTH:
            raise ValueError(f"a board is {LEAST_WIDTH:,} to {MOST_WIDTH:,} px wide, not {self.width:,}")


class Board(NamedTuple):
    """The text of an SVG, and what is to be said about how it was made."""

    svg: str
    notices: tuple[str, ...]


def board(card: Scorecard, options: BoardOptions = BoardOptions()) -> Board:
    """Draw a scorecard in the board style.

    The same card and options give the same text: everywhere with ``builtin``, else wherever the same engine answers.

    Raises:
        EngineError: when an engine was named and is not there, fails, or takes longer than 10 seconds.
    """
    from scorecard.layout import across, arrange, place
    from scorecard.layout.labels import labelled
    from scorecard.rendering.board.bands import label_height
    from scorecard.rendering.board.cards import card_height
    from scorecard.rendering.board.links import SHORT, label_sizes
    from scorecard.rendering.board.sketch import arrows_of, nodes_of, room_for
    from scorecard.rendering.board.svg import board_svg

    look = _look(card, options)
    room = room_for(look)
    arrangement, notices = ordered(
        arrange(nodes_of(look), arrows_of(look), len(card.perspectives), room), options.engine, room.card_max
    )
    placed = across(arrangement, room)
    heights = {goal.id: card_height(goal, look, placed.card) for goal in card.goals}
    labels = [label_height(perspective, number, look) for number, perspective in enumerate(card.perspectives)]
    geometry = labelled(
        place(arrangement, placed, heights, labels, room), label_sizes(look), short=SHORT if look.evidence else 0.0
    )
    return Board(board_svg(geometry, look), notices)


def _look(card: Scorecard, options: BoardOptions) -> Look:
    """How the board is to look; without a density of its own the one that says most and fits the page."""
    from scorecard.layout import arrange, needed
    from scorecard.rendering.board.header import MARGIN
    from scorecard.rendering.board.look import detail_for, fits, look_at
    from scorecard.rendering.board.pen import Pen
    from scorecard.rendering.board.sketch import arrows_of, nodes_of, room_for
    from scorecard.rendering.palette import DARK, LIGHT

    goals, width = len(card.goals), options.width or WIDTH
    look = look_at(
        card,
        detail=options.detail or detail_for(goals),
        pen=Pen(DARK if options.theme == "dark" else LIGHT),
        width=width,
        comparison=options.comparison,
        around=options.around,
        depth=options.depth,
        prefix=options.prefix,
        linked=options.linked,
        evidence=options.evidence,
    )
    while options.detail is None and look.detail != "chip":
        room = room_for(look)
        widest, right = needed(arrange(nodes_of(look), arrows_of(look), len(card.perspectives), room), room)
        if fits(look.detail, goals, widest, (right + room.edge + MARGIN) / width):
            break
        look = replace(look, detail="standard" if look.detail == "full" else "chip")
    return look


def ordered(arrangement: Arrangement, engine: EngineChoice, width: float) -> tuple[Arrangement, tuple[str, ...]]:
    """The arrangement with its rows in order, and what went wrong with engines that were tried on the way.

    An engine's order is taken where it has fewer crossings than the built-in one, or as many and is nearer to the file.
    With ``auto`` the next engine is asked when one fails or takes longer than 10 seconds. ``width`` is that of a card.

    Raises:
        EngineError: when an engine was named and is not there, fails, or takes longer than 10 seconds.
    """
    from scorecard.layout import better, built_in

    own = built_in(arrangement)
    goals = sum(slot.goal is not None for slot in arrangement.slots)
    if engine == "builtin" or not arrangement.steps or (engine == "auto" and goals > _MOST_ASKED):
        return own, ()
    if engine != "auto":
        return better(own, _asked(arrangement, engine, width)), ()
    failed: list[str] = []
    for name in _CHAIN:
        try:
            found = better(own, _asked(arrangement, name, width))
        except NoEngineError:
            continue
        except EngineError as error:
            failed.append(str(error).splitlines()[0])
            continue
        return found, tuple(f"{said}; {name} was asked instead" for said in failed)
    return own, tuple(f"{said}; the built-in order is used" for said in failed)


def _asked(arrangement: Arrangement, engine: EngineName, width: float) -> Arrangement:
    """The order that an engine gives."""
    from scorecard.layout import dot_request, from_positions
    from scorecard.writing.ordering import node_positions

    found = node_positions(dot_request(arrangement, width), engine, _LIMIT)
    if any(str(slot) not in found for slot in range(len(arrangement.slots))):
        raise EngineError(f"{engine} left goals out of its order")
    return from_positions(arrangement, {slot: found[str(slot)] for slot in range(len(arrangement.slots))})
