"""Pictures in Python: bytes or text, warnings, and what is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import scorecard
from scorecard import EngineError, Scorecard
from scorecard.api import board as board_module
from scorecard.api.board import BoardOptions
from scorecard.api.render import PictureNameError, drawn, save
from tests import pixels
from tests.cards import make_card, make_goal, make_link
from tests.cli.commands import TEMPLATE
from tests.needs import needs
from tests.rendering.picture_cards import hostile_card
from tests.writing.false_dot import child_is_gone, install_dot, install_sleeping_dot

posix = pytest.mark.skipif(sys.platform == "win32", reason="the false engines are shell scripts")


@pytest.fixture(scope="module")
def card() -> Scorecard:
    return scorecard.score(scorecard.load(TEMPLATE), folder=TEMPLATE.parent)


def test_a_board_is_meant_when_nothing_is_said(card: Scorecard) -> None:
    svg = scorecard.render(card)
    assert svg.startswith(b"<svg")
    assert scorecard.render(card, "svg", style="board") == svg
    assert scorecard.render(card, "svg", style="plain") != svg


def test_nothing_is_drawn_in_layers(card: Scorecard) -> None:
    """The converter to PNG makes a layer for each element with ``opacity``: on a large map that takes minutes."""
    for theme in ("light", "dark"):
        assert b" opacity=" not in scorecard.render(card, "svg", theme=theme, engine="builtin")


def test_text_is_text(card: Scorecard) -> None:
    assert scorecard.render(card, "dot").startswith("digraph")
    assert scorecard.render(card, "dot", style="plain") == scorecard.render(card, "dot")
    assert scorecard.render(card, "mmd").startswith("flowchart")


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
def test_the_same_card_gives_the_same_bytes(card: Scorecard, format: Any) -> None:
    first = scorecard.render(card, format, engine="builtin")
    assert scorecard.render(card, format, engine="builtin") == first


def test_a_dark_board_is_dark(card: Scorecard) -> None:
    png = scorecard.render(card, "png", theme="dark", detail="chip", engine="builtin")
    assert max(pixels.rows(png, 1)[0][:3]) < 64


@pytest.mark.parametrize(
    ("format", "options", "said"),
    [
        ("gif", {}, "'gif' is no format; there are: svg, png, pdf, dot, mmd"),
        ("svg", {"style": "fancy"}, "'fancy' is no style; there are: board, plain"),
        ("dot", {"style": "board"}, "dot is always in the plain style"),
        ("mmd", {"style": "plain"}, "Mermaid (mmd) has no styles"),
        ("svg", {"style": "plain", "theme": "dark"}, "are options of the board style"),
        ("dot", {"width": 900}, "are options of the board style"),
    ],
)
def test_what_does_not_go_together_is_a_value_error(
    card: Scorecard, format: Any, options: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        scorecard.render(card, format, **options)
    assert said in str(caught.value)


@posix
def test_an_engine_that_sleeps_costs_its_limit_and_a_warning(
    card: Scorecard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    expected = scorecard.render(card, "svg", engine="builtin")
    install_sleeping_dot(tmp_path, monkeypatch)
    monkeypatch.setattr(board_module, "_LIMIT", 0.5)
    with pytest.warns(UserWarning, match=r"^dot was stopped: .* 0\.5 seconds; pygraphviz was asked instead$"):
        assert scorecard.render(card, "svg") == expected
    assert child_is_gone(tmp_path)
    with pytest.raises(EngineError, match=r"^dot was stopped"):
        scorecard.render(card, "svg", engine="dot")


@posix
def test_above_300_goals_no_engine_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install_dot(tmp_path, monkeypatch, f"touch {tmp_path}/asked; exit 1")
    for count, asked in ((301, False), (300, True)):
        goals = [make_goal(f"goal-{number}", ("below", "above")[number % 2], 0.5) for number in range(count)]
        links = [make_link(f"goal-{number}", f"goal-{number + 1}") for number in range(0, count - 1, 2)]
        picture = drawn(make_card(("above", "below"), goals, links), "svg")
        assert bool(picture.notices) == (tmp_path / "asked").exists() == asked


def test_a_pdf_without_typst_is_plain_with_a_warning(card: Scorecard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.warns(
        UserWarning,
        match=r"^this is the plain style: .* needs typst, which is not installed: python -m pip",
    ):
        assert scorecard.render(card, "pdf") == scorecard.render(card, "pdf", style="plain")
    with pytest.raises(EngineError, match="typst"):
        scorecard.render(card, "pdf", theme="dark")


@pytest.mark.parametrize("format", ["svg", "png", "pdf", "dot", "mmd"])
def test_hostile_names_do_no_harm(format: Any) -> None:
    picture = drawn(hostile_card(), format)
    assert picture.content
    assert bool(picture.notices) == (format in ("png", "pdf"))
    assert all(notice.startswith("Inter lacks characters of the picture (") for notice in picture.notices)


def test_what_stands_on_a_board_can_be_copied_from_its_pdf(card: Scorecard, tmp_path: Path) -> None:
    needs("pdftotext")
    save(card, tmp_path / "map.pdf", options=BoardOptions(engine="builtin"))
    done = subprocess.run(["pdftotext", tmp_path / "map.pdf", "-"], capture_output=True, text=True, check=True)
    found = " ".join(done.stdout.split())
    for words in ("Social media marketing", "Stakeholders'", "Engaging content", "Profile visits", "2,264 / 2,700"):
        assert words in found
    assert "at risk" in found


def test_a_file_is_written_in_the_format_of_its_ending(card: Scorecard, tmp_path: Path) -> None:
    picture = save(card, tmp_path / "MAP.SVG", options=BoardOptions(detail="chip", engine="builtin"))
    assert (tmp_path / "MAP.SVG").read_bytes() == picture.content
    assert picture.style == "board"
    for name in ("map", "map.gif", "map.svg.bak"):
        with pytest.raises(PictureNameError, match=r"names no format; end it with \.svg, \.png"):
            save(card, tmp_path / name)


def test_characters_that_inter_lacks_are_said_where_they_are_drawn() -> None:
    goals = [make_goal("a", "only", 0.9, name="顧客が喜ぶ👍\ufe0f 日本 one")]
    picture = drawn(make_card(["only"], goals), "png")
    assert picture.notices == (
        "Inter lacks characters of the picture (顧, 客, が, 喜, ぶ and 3 more): "
        "fonts of this machine draw them, or boxes stand for them",
    )
    assert drawn(make_card(["only"], goals), "svg").notices == (), "whoever opens it has fonts of their own"


def test_characters_of_tooltips_are_not_drawn_and_not_said() -> None:
    goals = [make_goal("a", "top", 0.9), make_goal("b", "low", 0.9)]
    card = make_card(["top", "low"], goals, (make_link("b", "a", because="顧客"),))
    assert drawn(card, "png").notices == ()
