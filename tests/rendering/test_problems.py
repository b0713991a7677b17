from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from scorecard.problem import Examination, Position, Problem, Severity
from scorecard.rendering import problems
from scorecard.rendering.problems import (
    problems_concise,
    problems_full,
    problems_github,
    problems_json,
    yaml_path,
)
from scorecard.rendering.spans import as_text, cell_width

TEXT = "goals:\n  engaging-content:\n    driven_by: [paid-ads-audiance]\n"


def unknown(line: int = 3, column: int = 17, severity: Severity = "error") -> Problem:
    return Problem(
        rule="unknown-goal",
        severity=severity,
        loc=("goals", "engaging-content", "driven_by", 0),
        position=Position(line=line, column=column, length=17),
        message="goal '{goal}' is driven by an unknown goal '{id}'",
        label="no goal has this id",
        hint="did you mean '{near}' ({place})?",
        params={
            "goal": "engaging-content",
            "id": "paid-ads-audiance",
            "near": "paid-ads-audience",
            "place": "line 71",
        },
    )


def simple(text: str, column: int = 1, length: int = 1, **params: object) -> Examination:
    problem = Problem(
        rule="bad-text",
        position=Position(line=1, column=column, length=length),
        message="it is {word}" if params else "it is so",
        label="here",
        params=params,
    )
    return Examination(path="a.yaml", text=text, problems=(problem,))


def examination(*found: Problem, path: str = "strategy.yaml") -> Examination:
    return Examination(path=path, text=TEXT, problems=found)


def full(*examinations: Examination, ascii: bool = False) -> list[str]:
    return as_text(problems_full(examinations, ascii=ascii), colour=False).splitlines()


def test_a_problem_shows_sentence_place_line_caret_and_hint() -> None:
    assert full(examination(unknown())) == [
        "error[unknown-goal]: goal 'engaging-content' is driven by an unknown goal 'paid-ads-audiance'",
        "  --> strategy.yaml:3:17",
        "   |",
        " 3 |     driven_by: [paid-ads-audiance]",
        "   |                 ^^^^^^^^^^^^^^^^^ no goal has this id",
        "   = did you mean 'paid-ads-audience' (line 71)?",
        "",
        "1 error in strategy.yaml",
    ]


def test_the_summary_counts_each_kind() -> None:
    assert full(examination(unknown(), unknown(), unknown(severity="warning")))[-1] == (
        "2 errors and 1 warning in strategy.yaml"
    )
    assert full(examination()) == ["No problems in strategy.yaml"]
    told = problems_full([replace(examination(), holds="9 goals, 26 KPIs")])
    assert as_text(told, colour=False) == "No problems in strategy.yaml: 9 goals, 26 KPIs\n"


@pytest.mark.parametrize(
    ("line", "column", "length"),
    [
        ("日本: x", 5, 1),
        ("e\u0301e\u0301: x", 7, 1),
        ("\tx: y", 2, 1),
        ("a: ❤️ x", 7, 1),
        ("plain: x", 8, 1),
        ("日本語", 1, 3),
    ],
)
def test_the_caret_stands_under_its_text(line: str, column: int, length: int) -> None:
    lines = full(simple(line, column, length))
    shown, carets = lines[3], lines[4]
    before = shown[: shown.index("|") + 2] + line[: column - 1].replace("\t", "    ")
    assert cell_width(carets[: carets.index("^")]) == cell_width(before)
    assert carets.count("^") == cell_width(line[column - 1 : column - 1 + length])


def test_of_a_very_long_line_the_part_around_the_caret_is_shown() -> None:
    line = "x" * 5000 + "HERE" + "y" * 5000
    lines = full(simple(line, 5001, 4))
    assert max(map(len, lines)) < 120
    assert lines[3].count("…") == 2
    place = lines[3].index("HERE")
    assert lines[4][place : place + 4] == "^^^^"


def test_the_end_of_a_long_line_has_no_ellipsis() -> None:
    lines = full(simple("x" * 500 + "HERE", 501, 4))
    assert lines[3].endswith("HERE")


def test_a_marked_text_without_end_is_cut_to_the_window() -> None:
    assert max(map(len, full(simple("x" * 10_000, 1, 10_000)))) < 120


@pytest.mark.parametrize("position", [Position(line=99, column=1), Position(line=1, column=500)])
def test_a_place_outside_the_text_is_no_accident(position: Position) -> None:
    problem = Problem(rule="r", position=position, message="m")
    assert (
        full(Examination(path="a", text="short", problems=(problem,)))[1]
        == f"  --> a:{position.line}:{position.column}"
    )


def test_a_problem_without_a_place_names_the_file() -> None:
    missing = Problem(rule="not-found", message="there is no such file")
    nowhere = Examination(path="a.yaml", text="", problems=(missing,))
    assert full(nowhere)[:3] == ["error[not-found]: there is no such file", "  --> a.yaml", ""]
    assert problems_concise([nowhere]) == "a.yaml: error[not-found] there is no such file\n"
    assert problems_github([nowhere]).startswith("::error file=a.yaml,title=not-found::there is no such file\n")


@pytest.mark.parametrize("word", ["{word}", "{0.__class__}", "%s", "\x1b[31m\nerror: fake", "\u202e"])
def test_words_of_the_map_are_words_only(word: str) -> None:
    lines = full(simple("x", 1, 1, word=word))
    assert lines[0].startswith("error[bad-text]: it is ")
    assert lines[1] == "  --> a.yaml:1:1"
    assert "\x1b" not in "".join(lines)
    if word.isprintable():
        assert lines[0].endswith(word)


def test_absurdly_long_words_are_cut() -> None:
    lines = full(simple("x", 1, 1, word="y" * 10_000))
    assert len(lines[0]) < 400
    assert lines[0].endswith("…")


def test_the_path_of_a_file_is_text_too() -> None:
    assert "\x1b" not in "".join(full(examination(unknown(), path="a\x1b[31m.yaml")))


def test_no_more_than_fifty_are_shown_and_errors_first() -> None:
    many = [unknown(severity="warning")] * 60 + [unknown() for _ in range(5)]
    lines = full(examination(*[Problem(**fields(problem)) for problem in many]))
    assert sum(line.startswith("error[") for line in lines) == 5
    assert sum(line.startswith("warning[") for line in lines) == 45
    assert lines[-3:] == ["and 15 more problems", "", "5 errors and 60 warnings in strategy.yaml"]


def fields(problem: Problem) -> dict[str, Any]:
    return {name: getattr(problem, name) for name in Problem.__dataclass_fields__}


def test_the_ascii_form_is_ascii() -> None:
    long = simple("x" * 500, 300, 1)
    assert "\n".join(full(long, ascii=True)).isascii()


def test_concise_is_one_line_each() -> None:
    text = problems_concise([examination(unknown(), unknown(1, 1, "warning")), examination(path="b.yaml")])
    assert text.splitlines() == [
        "strategy.yaml:3:17: error[unknown-goal] goal 'engaging-content' is driven by an unknown goal "
        "'paid-ads-audiance'",
        "strategy.yaml:1:1: warning[unknown-goal] goal 'engaging-content' is driven by an unknown goal "
        "'paid-ads-audiance'",
    ]


def test_json_keeps_parameters_apart_from_sentences() -> None:
    text = problems_json([examination(unknown()), examination(path="b.yaml")])
    found = json.loads(text)
    first, second = found["files"]
    assert found["schema_version"] == 1
    assert (first["path"], first["errors"], first["warnings"]) == ("strategy.yaml", 1, 0)
    assert second["problems"] == []
    (problem,) = first["problems"]
    assert problem["at"] == "goals.engaging-content.driven_by[0]"
    assert (problem["line"], problem["column"], problem["length"]) == (3, 17, 17)
    assert problem["params"]["near"] == "paid-ads-audience"
    assert problem["message"].startswith("goal 'engaging-content' is driven")
    assert problem["hint"] == "did you mean 'paid-ads-audience' (line 71)?"


def test_json_takes_any_parameter() -> None:
    found = json.loads(problems_json([simple("x", word=("a", 1, None, object))]))
    assert found["files"][0]["problems"][0]["params"]["word"][:3] == ["a", 1, None]


def test_yaml_paths_read_as_people_write_them() -> None:
    assert yaml_path(("goals", "x", "driven_by", 0)) == "goals.x.driven_by[0]"
    assert yaml_path(()) == ""


def test_github_gets_commands_then_lines_then_the_summary() -> None:
    lines = problems_github([examination(unknown(1, 1, "warning"), unknown())]).splitlines()
    assert lines[0] == (
        "::error file=strategy.yaml,line=3,col=17,endColumn=34,title=unknown-goal::goal 'engaging-content' is driven "
        "by an unknown goal 'paid-ads-audiance'%0Adid you mean 'paid-ads-audience' (line 71)?"
    )
    assert lines[1].startswith("::warning file=strategy.yaml,line=1,col=1,")
    assert [line.split(":")[0] for line in lines[2:4]] == ["strategy.yaml", "strategy.yaml"]
    assert lines[-1] == "1 error and 1 warning in strategy.yaml"


def test_github_escapes_what_would_end_a_command() -> None:
    found = problems_github([examination(unknown(), path="a,b:100%.yaml")])
    assert found.startswith("::error file=a%2Cb%3A100%25.yaml,line=3,")
    hostile = problems_github([simple("x", word="100%\n::set-output name=a::b ##[error]x")])
    assert "100%25 ::set-output" in hostile.splitlines()[0]
    assert not any(line.startswith("::set-output") for line in hostile.splitlines())
    assert "##[error]" not in hostile.split("\n", 1)[1]


def as_the_runner_reads(line: str) -> tuple[str, dict[str, str], str] | None:
    """A line of a log as GitHub's runner takes it for a command: its kind, properties and message; None for a text."""
    stripped = line.lstrip()
    if not stripped.startswith("::") or "::" not in stripped[2:]:
        return None
    head, _, message = stripped[2:].partition("::")
    kind, _, properties = head.partition(" ")
    pairs = (pair.split("=", 1) for pair in properties.split(",") if "=" in pair)
    return kind, {name.strip(): _unescaped(value) for name, value in pairs}, _unescaped(message)


def _unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


@pytest.mark.parametrize("path", ["strategy.yaml", "a,b:100%.yaml", "C:/maps/a=b.yaml", "x::y.yaml", "%0A%3A.yaml"])
@pytest.mark.parametrize("word", ["plain", "100 %, and: more", "::error::x", "%0A%25", "two\nlines", "a\r\n::b"])
def test_the_runner_reads_what_was_meant(path: str, word: str) -> None:
    problem = replace(unknown(), params={**unknown().params, "id": word})
    first, *rest = problems_github([examination(problem, path=path)]).splitlines()
    read = as_the_runner_reads(first)
    assert read is not None
    kind, properties, text = read
    assert (kind, properties["file"], properties["line"], properties["col"]) == ("error", path, "3", "17")
    assert properties["title"] == "unknown-goal"
    assert text == problems.message(problem) + "\ndid you mean 'paid-ads-audience' (line 71)?"
    assert [as_the_runner_reads(line) for line in rest] == [None] * len(rest)


def test_github_shows_ten_of_each_and_lists_all() -> None:
    many = [unknown(severity="warning") for _ in range(15)] + [unknown() for _ in range(15)]
    lines = problems_github([examination(*many)]).splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert sum(line.startswith("::warning") for line in lines) == 10
    assert sum(line.startswith("strategy.yaml:") for line in lines) == 30


def test_a_file_named_like_a_command_is_none() -> None:
    for path in ("::stop-commands::x", " ::stop-commands::x"):
        lines = problems_github([examination(unknown(), path=path)]).splitlines()
        assert as_the_runner_reads(lines[1]) is None


@pytest.mark.parametrize("width", [50, 60, 80, 120])
@pytest.mark.parametrize("before", ["x" * 30, "x" * 200, "推薦度" * 30, "cafe\u0301 " * 30, "\t\t"])
def test_on_a_screen_the_caret_stands_under_its_text(width: int, before: str) -> None:
    found = simple(f"{before}WRONG{'y' * 200}", column=len(before) + 1, length=5)
    lines = as_text(problems_full([found], width=width), colour=False).splitlines()
    assert max(map(cell_width, lines)) <= width
    shown, carets = next(pair for pair in pairwise(lines) if "^^^^^" in pair[1])
    assert cell_width(shown[: shown.index("WRONG")]) == carets.index("^")


def test_on_a_screen_sentences_are_folded_and_places_are_not() -> None:
    page = problems_full([examination(unknown(), path="a-folder/of-a-long-name/strategy.yaml")], width=50)
    lines = as_text(page, colour=False).splitlines()
    assert "  --> a-folder/of-a-long-name/strategy.yaml:3:17" in lines
    assert lines[1].startswith("  driven by an unknown goal")
    assert " ".join(lines).count("did you mean") == 1
    assert max(map(len, lines)) <= 50


def test_a_line_as_long_as_a_file_is_shown_in_part() -> None:
    text = "ü\x00\t" * 1_000_000
    (shown,) = (line for line in full(simple(text, column=1_500_000)) if line.startswith(" 1 |"))
    assert 90 < cell_width(shown) < 110


def test_sentences_are_made_from_params_that_are_lists() -> None:
    assert full(simple("x", word=("a", "b")))[0] == "error[bad-text]: it is a, b"
    assert problems.message(unknown()).count("'") == 4
