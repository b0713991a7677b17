"""Reading a file as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.reading import MOST, read_bytes, read_file
from tests.reading.found import GOAL, KPI, MAP, hint, message, only, place, problems, rules


def test_file_is_read_with_its_text_and_its_places(tmp_path: Path) -> None:
    path = tmp_path / "strategy.yaml"
    path.write_text("name: Coffee\n" + MAP, encoding="utf-8")
    reading = read_file(path)
    assert reading.problems == ()
    assert reading.strategy_map is not None
    assert reading.strategy_map.name == "Coffee"
    assert reading.document.text == "name: Coffee\n" + MAP
    assert reading.left_out == frozenset()
    position = reading.document.position(("goals",), "key")
    assert position is not None
    assert position.line == 2


@pytest.mark.parametrize("name", ["nowhere.yaml", "."])
def test_file_that_cannot_be_read_is_left_to_the_caller(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError, match=r"nowhere|directory|denied"):
        read_file(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty"),
        ("# a map will come here\n", "the file is empty"),
        ("---\n", "the file is empty"),
        ('""\n', "the file is a text, not a strategy map"),
        ("- growth\n", "the file is a list, not a strategy map"),
        ("growth\n", "the file is a text, not a strategy map"),
        ("name: Coffee\n", "the file has no `goals`, so it is no strategy map"),
        ("scenario: More\ngoal: {}\n", "the file has no `goals`, so it is no strategy map; it has `goal`"),
        ("scenario: More\n", "this is a scenario, not a strategy map"),
        ("objectives: {}\n", "the file has no `goals`, so it is no strategy map; it has `objectives`"),
        ("Goals: {}\n", "the file has no `goals`, so it is no strategy map; it has `Goals`"),
        ("gaols: {}\n", "the file has no `goals`, so it is no strategy map; it has `gaols`"),
        ("{}", "the file has no `goals`, so it is no strategy map"),
    ],
)
def test_what_is_no_map_is_said_in_one_sentence(text: str, said: str) -> None:
    problem = only(text)
    assert problem.rule == "not-a-map"
    assert message(problem) == said


def test_map_with_errors_is_what_remains_without_its_wrong_parts() -> None:
    text = "nome: Coffee\n" + GOAL.replace("perspective: financial", "perspective: financial, importance: 9") + KPI
    reading = read_bytes(text.encode())
    assert [problem.rule for problem in reading.problems] == ["unknown-key", "out-of-range"]
    assert reading.left_out == {("nome",), ("goals", "growth", "importance")}
    assert reading.strategy_map is not None
    assert reading.strategy_map.goals["growth"].importance is None
    assert reading.strategy_map.goals["growth"].lagging[0].id == "deals"


def test_text_that_is_no_yaml_has_no_map() -> None:
    reading = read_bytes(b"goals: {a")
    assert reading.strategy_map is None
    assert reading.document.text == "goals: {a"


def test_mistakes_found_before_the_parser_gave_up_are_kept() -> None:
    assert rules("name: a\nname: b\n" + MAP + "owner: 'Ana\n") == ["doubled-key", "unclosed"]


def test_what_is_wrong_at_one_place_is_said_once() -> None:
    assert rules("!key nome: Coffee\n" + MAP) == ["yaml-mark"]


def test_a_warning_hides_no_error_at_its_place() -> None:
    raw = b"nome: Coffee\n" + MAP.encode()
    assert [problem.rule for problem in problems(b"\xef\xbb\xbf" + raw)] == ["unknown-key", "byte-order-mark"]


def test_wrong_figure_is_said_once() -> None:
    assert rules(GOAL + 'kpis: {deals: {unit: "%", direction: maximise, value: 1e16}}\n') == ["bad-number"]


def test_problems_of_one_kind_have_a_limit() -> None:
    kpis = "".join(f"  k{number}: {{unit: '%', direction: maximise, value: 5}}\n" for number in range(MOST + 5))
    reading = read_bytes((GOAL + "kpis:\n" + kpis).encode())
    assert [problem.rule for problem in reading.problems] == ["percent-sign"] * MOST


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(end: str) -> None:
    text = "name: the #1 choice\n" + MAP + "nome: x\n"
    found = problems(text.replace("\n", end))
    assert [(problem.rule, place(problem)) for problem in found] == [("lost-text", (1, 11)), ("unknown-key", (4, 1))]


def test_keys_of_ones_own_are_left_out_and_nothing_is_wrong() -> None:
    text = (
        "x-own: {a: [1, {b: 2}]}\n"
        + GOAL.replace("lagging:", "x-y: 5, lagging:")
        + KPI.replace("value", "x-z: ~, value")
    )
    reading = read_bytes(text.encode())
    assert reading.problems == ()
    assert reading.left_out == frozenset()
    assert reading.strategy_map is not None
    assert reading.strategy_map == read_bytes(MAP.encode()).strategy_map


def test_sentences_have_no_template_left_in_them() -> None:
    for problem in problems("nome: {a: {b}}\n" + MAP + "name: {c: {d}}\n"):
        assert message(problem)
        assert "{{" not in message(problem) + hint(problem)
