"""Pictures by the command: formats, styles, what does not go together, and what is said of the picture."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from scorecard.writing import engine
from tests import pixels
from tests.cli.commands import ROOT, TEMPLATE, called
from tests.writing.false_dot import install_dot

STARTS: Mapping[str, bytes] = {
    "svg": b"<svg",
    "png": b"\x89PNG",
    "pdf": b"%PDF",
    "dot": b"digraph",
    "mmd": b"flowchart",
}
BOARDS = ("svg", "png", "pdf")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("form", STARTS)
def test_the_ending_says_the_format(form: str) -> None:
    style = ", in the board style" if form in BOARDS else {"dot": ", in the plain style"}.get(form, "")
    ran = called("render", TEMPLATE, "-o", f"map.{form}")
    assert ran == (0, "", f"wrote map.{form}: 9 goals, 8 arrows, as of 2026-10-31{style}\n")
    assert Path(f"map.{form}").read_bytes().startswith(STARTS[form])


def test_without_a_name_it_is_a_board_as_svg() -> None:
    assert called("render", TEMPLATE).err == "wrote map.svg: 9 goals, 8 arrows, as of 2026-10-31, in the board style\n"


@pytest.mark.parametrize("form", BOARDS)
def test_the_plain_style_is_drawn_by_graphviz(form: str) -> None:
    ran = called("render", TEMPLATE, "--style", "plain", "-o", f"map.{form}")
    assert ran == (0, "", f"wrote map.{form}: 9 goals, 8 arrows, as of 2026-10-31, in the plain style\n")
    assert (b"svg" in Path(f"map.{form}").read_bytes()[:500]) == (form == "svg")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--style", "board", "-o", "a.dot"], "a .dot file is always in the plain style; for the board write .svg,"),
        (["--style", "board", "-o", "a.mmd"], "a .mmd file is Mermaid and has no styles; leave --style out"),
        (["--style", "plain", "-o", "a.mmd"], "a .mmd file is Mermaid and has no styles; leave --style out"),
        (["--style", "plain", "--detail", "full"], "--detail belongs to the board style, and the plain style does not"),
        (["--style", "plain", "--dark"], "--dark belongs to the board style, and the plain style does not know it"),
        (["--style", "plain", "--width", "1400"], "--width belongs to the board style"),
        (["--style", "plain", "--engine", "dot"], "--engine belongs to the board style"),
        (["--compare", "2026-08", "-o", "a.mmd"], "--compare belongs to the board style, and Mermaid does not know it"),
        (["--dark", "-o", "a.dot"], "--dark belongs to the board style, and a .dot file does not know it"),
        (["--depth", "2"], "--depth says how far around --goal the picture goes, so it needs --goal"),
        (["--goal", "engaging-content", "--depth", "0"], "--depth: '0' is no number of steps; write one from 1 to 100"),
        (["--width", "wide"], "--width: 'wide' is no width in px; write one from 600 to 20,000"),
        (["--width", "50"], "--width: '50' is no width in px; write one from 600 to 20,000"),
        (["--width", "²"], "--width: '²' is no width in px"),
        (["--detail", "all"], "--detail: 'all' is not known; there are: full, standard, chip"),
        (["--engine", "neato"], "--engine: 'neato' is not known; there are: auto, dot, pygraphviz, builtin"),
        (["--style", "fancy"], "--style: 'fancy' is not known; there are: board, plain"),
        (["--compare", "2026-12"], "2026-12"),
        (["--compare", "2026-10"], "2026-10 does not lie before the scored period, which is 2026-10"),
        (["--goal", "engaging", "-o", "a.svg"], "no goal 'engaging'; did you mean 'engaging-content'"),
        (["-o", "map"], "'map' names no format; end it with .svg, .png, .pdf, .dot or .mmd"),
    ],
)
def test_what_does_not_go_together_is_refused_in_a_sentence(arguments: list[str], said: str, tmp_path: Path) -> None:
    ran = called("render", TEMPLATE, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: ")
    assert said in ran.err
    assert list(tmp_path.iterdir()) == []


def test_dark_and_light_are_the_same_picture_in_other_colours() -> None:
    for switches, name in (([], "light.png"), (["--dark"], "dark.png")):
        assert called("render", TEMPLATE, *switches, "-o", name).code == 0
    light, dark = (Path(name).read_bytes() for name in ("light.png", "dark.png"))
    assert pixels.size(light) == pixels.size(dark)
    assert pixels.rows(light, 1)[0][:3] == b"\xff\xff\xff"
    assert max(pixels.rows(dark, 1)[0][:3]) < 64


def test_a_wider_board_is_wider() -> None:
    assert called("render", TEMPLATE, "--width", "1800").code == 0
    assert 'viewBox="0 0 1800 ' in Path("map.svg").read_text()


def test_a_board_that_needs_more_than_was_asked_for_says_so() -> None:
    ran = called("render", TEMPLATE, "--width", "600")
    assert ran.code == 0
    width = Path("map.svg").read_text().split('viewBox="0 0 ')[1].split()[0]
    assert ran.err.splitlines()[1:] == [
        f"note: the board is {width} px wide and not 600: its cards and lines need that"
    ]
    assert len(called("render", ROOT / "maps/city.yaml").err.splitlines()) == 1
    asked = called("render", ROOT / "maps/city.yaml", "--width", "1400").err.splitlines()
    assert asked[1:] == ["note: the board is 1644 px wide and not 1400: its cards and lines need that"]


def test_the_goal_that_was_asked_for_is_named_when_the_picture_is_done() -> None:
    ran = called("render", ROOT / "maps/city.yaml", "--goal", "sound budget", "--depth", "2", "-o", "around.svg")
    assert ran.err.startswith("wrote around.svg: ")
    assert " of 13 goals around 'Sound budget', " in ran.err
    assert "around Sound budget, 2 links" in Path("around.svg").read_text()


def test_the_three_densities_differ() -> None:
    pictures = set()
    for detail in ("full", "standard", "chip"):
        assert called("render", TEMPLATE, "--detail", detail).code == 0
        pictures.add(Path("map.svg").read_text())
    assert len(pictures) == 3


def test_a_goal_is_found_by_its_name_and_drawn_with_what_is_around_it() -> None:
    ran = called("render", TEMPLATE, "--goal", "understand the customer profile", "-o", "map.mmd")
    assert (ran.code, ran.out) == (0, "")
    assert called("render", TEMPLATE, "--goal", "understand-customer", "-o", "same.mmd").code == 0
    text = Path("map.mmd").read_text()
    assert text == Path("same.mmd").read_text()
    assert "Understand the customer profile" in text
    assert "Post engaging content" in text
    assert "Achieve valuable business results" not in text


def test_a_comparison_is_said() -> None:
    ran = called("render", TEMPLATE, "--compare", "2026-08")
    assert ran.err.startswith("wrote map.svg: 9 goals, 8 arrows, as of 2026-10-31, compared with 2026-08, in the board")
    assert called("render", TEMPLATE, "-o", "other.svg").code == 0
    assert Path("map.svg").read_text() != Path("other.svg").read_text()


def test_a_pdf_without_typst_is_plain_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    ran = called("render", TEMPLATE, "-o", "map.pdf")
    assert ran.code == 0
    assert ran.err.splitlines() == [
        "wrote map.pdf: 9 goals, 8 arrows, as of 2026-10-31, in the plain style",
        "note: this is the plain style: the board as a PDF needs typst, which is not installed: "
        "python -m pip install 'typst>=0.15'",
    ]
    assert Path("map.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(sys.platform == "win32", reason="the false engines are shell scripts")
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 1", "dot could not order the goals: exit code 1"),
        ("echo hello", "dot answered something that is no order of goals"),
        ("echo '{}'", "dot left goals out of its order"),
    ],
)
def test_an_engine_that_fails_is_named_and_the_board_is_drawn(
    script: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_dot(tmp_path, monkeypatch, script)
    ran = called("render", TEMPLATE, "--detail", "chip")
    assert ran.code == 0
    assert ran.err.splitlines()[1:] == [f"note: {said}; pygraphviz was asked instead"]
    asked = called("render", TEMPLATE, "--engine", "dot", "-o", "other.svg")
    assert asked.code == 2
    assert asked.err.startswith(f"error: {said}")
    assert not Path("other.svg").exists()


def test_an_engine_that_is_asked_for_and_missing_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    ran = called("render", TEMPLATE, "--engine", "dot")
    assert (ran.code, ran.err) == (2, "error: dot is not on the PATH\n")


@pytest.mark.parametrize("asked", [["--style", "board"], ["--dark"]])
def test_a_board_that_was_asked_for_is_never_exchanged(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    ran = called("render", TEMPLATE, *asked, "-o", "map.pdf")
    assert ran.code == 2
    assert "the board as a PDF needs typst, which is not installed" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_pdf_without_typst_and_graphviz_says_what_needs_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.setattr(engine, "_pygraphviz_version", lambda: None)
    ran = called("render", TEMPLATE, "-o", "map.pdf")
    assert ran.code == 2
    assert "python -m pip install 'typst>=0.15'" in ran.err
    assert "The formats .svg and .png need neither." in ran.err
    assert list(tmp_path.iterdir()) == []
