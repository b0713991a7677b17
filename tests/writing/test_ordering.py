"""The order of nodes, as either engine tells it, and engines that sleep, fail or talk nonsense."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scorecard.writing import engine
from scorecard.writing.engine import EngineError, EngineName, NoEngineError, engines_present
from scorecard.writing.ordering import node_positions
from tests.needs import needs_engine
from tests.writing.false_dot import child_is_gone, install_dot, install_sleeping_dot

# Without crossings the lower row stands in the order c, b, a.
DOT = """digraph { rankdir=BT; node [shape=box, fixedsize=true, label=""];
  {rank=same; "x"; "y"; "z"} {rank=same; "a"; "b"; "c"}
  a -> z; b -> y; c -> x; a -> y; b -> x }
"""
ENGINES: tuple[EngineName, ...] = ("dot", "pygraphviz")

posix = pytest.mark.skipif(sys.platform == "win32", reason="the false engines are shell scripts")


def answering(answer: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ``dot`` that says this."""
    (folder / "answer").write_text(answer)
    install_dot(folder, monkeypatch, f"cat > {folder}/asked; cat {folder}/answer")


@pytest.mark.parametrize("name", ENGINES)
def test_the_order_has_no_needless_crossing(name: EngineName) -> None:
    needs_engine(name)
    found = node_positions(DOT, name)
    assert set(found) == set("abcxyz")
    upper, lower = sorted("xyz", key=found.__getitem__), sorted("abc", key=found.__getitem__)
    assert (upper, lower) in ((list("xyz"), list("cba")), (list("zyx"), list("abc")))


def test_engines_agree_on_the_order() -> None:
    for name in ENGINES:
        needs_engine(name)
    first, second = (sorted("abc", key=node_positions(DOT, name).__getitem__) for name in ENGINES)
    assert first == second


@pytest.mark.parametrize("name", ENGINES)
def test_broken_dot_text_is_an_engine_error(name: EngineName) -> None:
    needs_engine(name)
    with pytest.raises(EngineError, match=rf"^{name} could not order the goals: "):
        node_positions("digraph { a -> ", name)


def test_an_engine_that_is_missing_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoEngineError, match=r"^dot is not on the PATH$"):
        node_positions(DOT, "dot")
    monkeypatch.setattr(engine, "_pygraphviz_version", lambda: None)
    with pytest.raises(NoEngineError, match=r"^pygraphviz is not installed$"):
        node_positions(DOT, "pygraphviz")
    assert engines_present() == ()


@posix
def test_an_engine_that_sleeps_is_stopped_with_its_children(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install_sleeping_dot(tmp_path, monkeypatch)
    with pytest.raises(EngineError, match=r"^dot was stopped: it was not ready after 0\.5 seconds$"):
        node_positions(DOT, "dot", limit=0.5)
    assert child_is_gone(tmp_path)


@posix
def test_an_engine_that_fails_is_quoted_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install_dot(
        tmp_path, monkeypatch, "echo 'Warning: no fonts' >&2; printf 'Error: \\033[31mout of ink\\n' >&2; exit 1"
    )
    with pytest.raises(EngineError) as caught:
        node_positions(DOT, "dot")
    assert str(caught.value) == "dot could not order the goals: Error:  [31mout of ink"


@posix
@pytest.mark.parametrize(
    "answer",
    [
        "",
        "hello",
        "[]",
        "7",
        '{"objects": 7}',
        '{"objects": [7]}',
        '{"objects": [{"pos": "1,2"}]}',
        '{"objects": [{"name": "a", "pos": "left"}]}',
        '{"objects": [{"name": "a", "pos": "nan,1"}]}',
        '{"objects": [{"name": "a", "pos": 1}]}',
        "[" * 100_000,
    ],
)
def test_nonsense_is_an_engine_error(answer: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answering(answer, tmp_path, monkeypatch)
    with pytest.raises(EngineError, match=r"^dot answered something that is no order of goals$"):
        node_positions(DOT, "dot")


@posix
def test_what_has_no_position_is_left_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answering('{"objects": [{"name": "cluster_a"}, {"name": "b", "pos": "12.5,3"}]}', tmp_path, monkeypatch)
    assert node_positions(DOT, "dot") == {"b": 12.5}
    assert (tmp_path / "asked").read_text() == DOT


def test_an_order_needs_nothing_of_the_folder_at_hand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    needs_engine("pygraphviz")
    (tmp_path / "pygraphviz.py").write_text("raise SystemExit('taken from the folder')\n")
    monkeypatch.chdir(tmp_path)
    assert set(node_positions(DOT, "pygraphviz")) == set("abcxyz")


def test_dot_comes_first() -> None:
    needs_engine("dot")
    assert engines_present()[0] == "dot"
