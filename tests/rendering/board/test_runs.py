"""Lines of text taken apart: nothing is lost, every piece keeps its look, and a line of one script is not touched."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rendering.board.pen import Pen
from scorecard.rendering.board.runs import in_runs
from scorecard.rendering.letters import all_known, width_of
from scorecard.rendering.palette import LIGHT
from scorecard.rendering.spans import printable

PEN = Pen(LIGHT)


def pieces(svg: str) -> list[ElementTree.Element]:
    """The lines of text of a picture."""
    return list(ElementTree.fromstring(f"<svg>{svg}</svg>").iter("text"))


@pytest.mark.parametrize(
    "text", ["Engaging content", "漢字", "漢字 字", "✔", "", "شركة 2026 plan", "הכנסות ✔ abc", "a & <b>"]
)
def test_a_line_of_one_script_and_one_from_right_to_left_stay_as_they_are(text: str) -> None:
    line = PEN.text(20, 40, text, 12)
    assert in_runs(line) == line


def test_a_line_of_two_scripts_is_set_side_by_side() -> None:
    first, second, third = pieces(in_runs(PEN.text(20, 40, "Umsatz 顧客 ✔ pro Kopf", 12, "muted", 600)))
    assert (first.text, second.text, third.text) == ("Umsatz ", "顧客 ✔", " pro Kopf")
    assert float(second.get("x", "")) == pytest.approx(20 + width_of("Umsatz ", 12, 600), abs=0.05)
    for piece in (first, second, third):
        assert {name: piece.get(name) for name in ("y", "font-size", "font-weight", "fill", "class")} == {
            "y": "40",
            "font-size": "12",
            "font-weight": "600",
            "fill": LIGHT.muted,
            "class": "f-muted",
        }


@pytest.mark.parametrize(("anchor", "share"), [("end", 1.0), ("middle", 0.5)])
def test_a_line_that_ends_or_is_centred_at_a_place_still_does(anchor: str, share: float) -> None:
    first, second = pieces(in_runs(PEN.text(300, 40, "顧客 42", 12, text_anchor=anchor)))
    assert float(first.get("x", "")) == pytest.approx(300 - share * width_of("顧客 42", 12), abs=0.05)
    assert first.get("text-anchor") is second.get("text-anchor") is None


@given(st.text("aW7 .,&<>\"'漢字한✔😀👍🏽é\u0301\u200d\ufe0f", max_size=40))
def test_nothing_is_lost_and_every_piece_is_of_one_font(text: str) -> None:
    line = PEN.text(20, 40, text, 12)
    found = pieces(in_runs(line))
    assert "".join(piece.text or "" for piece in found) == printable(text)
    places = [float(piece.get("x", "")) for piece in found]
    assert places == sorted(places)
    for piece in found:
        letters = [character for character in piece.text or "" if character.isalnum()]
        assert len({all_known(character) for character in letters}) <= 1


def test_what_is_no_line_of_text_is_not_touched() -> None:
    svg = "<title>Kunden 顧客</title><path d='M0,0'/>"
    assert in_runs(svg) == svg
