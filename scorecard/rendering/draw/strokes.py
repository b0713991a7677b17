"""The characters that boxes and lines are drawn with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NORTH, EAST, SOUTH, WEST = 1, 2, 4, 8
"""The sides of a cell to which a line goes on; a cell's line is their sum."""

_JOINTS = {
    NORTH: "│",
    SOUTH: "│",
    NORTH + SOUTH: "│",
    EAST: "─",
    WEST: "─",
    EAST + WEST: "─",
    SOUTH + EAST: "╭",
    SOUTH + WEST: "╮",
    NORTH + EAST: "╰",
    NORTH + WEST: "╯",
    NORTH + SOUTH + EAST: "├",
    NORTH + SOUTH + WEST: "┤",
    EAST + WEST + SOUTH: "┬",
    EAST + WEST + NORTH: "┴",
    NORTH + EAST + SOUTH + WEST: "┼",
}
# Turns must be told from joins, and a turn up from the turn down that may stand below it.
_PLAIN = str.maketrans("│─╭╮╰╯├┤┬┴┼", "|-..''+++++")


@dataclass(frozen=True, kw_only=True, slots=True)
class Strokes:
    """What a line looks like in a cell, by the sides it goes to; where it ends at its effect; the frame of a card.

    ``corners`` are those of a card, upper ones first; ``spine`` stands along a perspective.
    """

    joints: Mapping[int, str]
    drives: str
    hinders: str
    corners: str
    flat: str
    upright: str
    spine: str


BOX = Strokes(joints=_JOINTS, drives="▲", hinders="┯", corners="╭╮╰╯", flat="─", upright="│", spine="▌")
ASCII = Strokes(
    joints={sides: joint.translate(_PLAIN) for sides, joint in _JOINTS.items()},
    drives="^",
    hinders="T",
    corners="++++",
    flat="-",
    upright="|",
    spine="|",
)
