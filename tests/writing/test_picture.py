"""Pictures through either engine, and what is said when there is none or it fails."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from scorecard.writing import engine as engine_module
from scorecard.writing.engine import EngineError, NoEngineError, engines
from scorecard.writing.picture import PictureFormat, draw
from tests.needs import needs_engine
from tests.writing.false_dot import child_is_gone, install_dot, install_sleeping_dot

DOT = 'digraph { a [label="Profit ● 82 %" fontname="Helvetica,Arial,sans-serif"]; a -> b }\n'
FORMATS: dict[PictureFormat, bytes] = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}

posix = pytest.mark.skipif(sys.platform == "win32", reason="the false engines are shell scripts")


@pytest.fixture(params=["dot", "pygraphviz"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """Leaves one engine to be found."""
    needs_engine(request.param)
    if request.param == "pygraphviz":
        monkeypatch.setenv("PATH", str(tmp_path))
    return str(request.param)


@pytest.mark.parametrize("form", FORMATS)
def test_both_engines_draw_every_format_twice_the_same(form: PictureFormat, engine: str) -> None:
    first = draw(DOT, form)
    assert first.startswith(FORMATS[form])
    assert draw(DOT, form) == first


def test_text_of_an_svg_is_text_and_names_no_place_of_this_machine(engine: str) -> None:
    svg = draw(DOT, "svg").decode()
    assert "Profit ● 82 %</text>" in svg
    for place in (str(Path.home()), str(Path(__file__).parents[2]), "/usr/", "/tmp"):
        assert place not in svg


def test_a_png_is_twice_as_fine_as_the_screen(engine: str) -> None:
    def width(png: bytes) -> int:
        return int.from_bytes(png[16:20], "big")

    svg = draw(DOT, "svg").decode()
    points = float(svg.split('width="')[1].split("pt")[0])
    assert abs(width(draw(DOT, "png")) - 2 * points) <= 4


def test_a_pdf_holds_no_time_of_day(engine: str) -> None:
    assert b"/CreationDate (D:19700101000000" in draw(DOT, "pdf")


def test_broken_dot_text_is_an_engine_error(engine: str) -> None:
    with pytest.raises(EngineError, match=rf"^{engine} could not draw the picture: .*\n.*\.dot and \.mmd"):
        draw("digraph { a -> ", "svg")


def test_without_an_engine_the_error_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(engine_module, "_pygraphviz_version", lambda: None)
    with pytest.raises(NoEngineError) as caught:
        draw(DOT, "svg")
    for line in (
        "python -m pip install 'pygraphviz>=2.0.1'",
        "sudo apt install graphviz",
        "brew install graphviz",
        "winget install graphviz",
        "formats .dot and .mmd (Mermaid) and the board style as .svg or .png need no Graphviz",
    ):
        assert line in str(caught.value)
    assert [engine.state for engine in engines()] == ["not on the PATH", "not installed"]


@posix
def test_an_engine_that_sleeps_is_stopped_with_its_children(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install_sleeping_dot(tmp_path, monkeypatch)
    with pytest.raises(EngineError, match=r"^dot was stopped: it was not ready after 0\.5 seconds\."):
        draw(DOT, "svg", limit=0.5)
    assert child_is_gone(tmp_path)


@posix
def test_an_engine_that_fails_is_quoted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = "echo 'Warning: no fonts' >&2; printf 'Error: \\033[31mout of ink\\n' >&2; exit 3"
    install_dot(tmp_path, monkeypatch, script)
    with pytest.raises(EngineError, match=r"^dot could not draw the picture: Error:") as caught:
        draw(DOT, "svg")
    assert "out of ink" in str(caught.value)
    assert "\x1b" not in str(caught.value)


@posix
@pytest.mark.parametrize("script", ["echo hello", "exit 0"])
@pytest.mark.parametrize("form", FORMATS)
def test_what_is_no_picture_is_refused(
    form: PictureFormat, script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install_dot(tmp_path, monkeypatch, script)
    with pytest.raises(EngineError, match=rf"^dot returned no {form.upper()}"):
        draw(DOT, form)


@posix
def test_an_engine_that_cannot_be_started_is_an_engine_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install_dot(tmp_path, monkeypatch, "")
    (tmp_path / "dot").write_text("#!/nonexistent/shell\n")
    with pytest.raises(EngineError, match=r"^dot cannot be started: "):
        draw(DOT, "svg")
    assert engines()[0].state.startswith("does not answer")


def test_no_module_of_the_folder_at_hand_is_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pygraphviz.py").write_text("raise SystemExit('taken from the folder')\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert draw(DOT, "svg").startswith(b"<?xml")


def test_engines_tell_version_and_place() -> None:
    for name in ("dot", "pygraphviz"):
        needs_engine(name)
    dot, pygraphviz = engines()
    assert dot.name == "dot"
    assert dot.state.startswith("graphviz version ")
    assert dot.state.endswith(f", {shutil.which('dot')}")
    assert pygraphviz.name == "pygraphviz"
    assert pygraphviz.state[0].isdigit()
