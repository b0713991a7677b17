"""What people really type between brackets and braces."""

from __future__ import annotations

import pytest

from tests.reading.found import hint, message, place, problems


@pytest.mark.parametrize(
    ("text", "rule", "at", "offered"),
    [
        ("a: {b: c d: e}\n", "second-colon", (1, 11), 'b: "c d: e"'),
        ("a: {name: c owner: e}\n", "missing-comma", (1, 13), "c, owner:"),
        ("a: {name: c: d, owner: e}\n", "second-colon", (1, 12), 'name: "c: d"'),
        ("a: [b: c: d]\n", "second-colon", (1, 9), 'b: "c: d"'),
        ('a: {b: "c" d, e: f}\n', "text-after-quote", (1, 12), "b: '\"c\" d'"),
        ("a: {b: 'c's d', e: f}\n", "text-after-quote", (1, 11), 'b: "c\'s d"'),
        ('a: ["b" "c"]\n', "missing-comma", (1, 9), '"b", "c"'),
        ("a: [[b] [c]]\n", "missing-comma", (1, 9), "], [c"),
        ('a: {b: "c" owner: d}\n', "missing-comma", (1, 12), '"c", owner: d'),
        ("a: {b: the #1 choice, c: d}\n", "lost-text", (1, 12), 'b: "the #1 choice"'),
        ("a: [the #1 choice, d]\n", "lost-text", (1, 9), '"the #1 choice"'),
    ],
)
def test_mistake_is_found_with_what_was_meant(text: str, rule: str, at: tuple[int, int], offered: str) -> None:
    problem = problems(text)[0]
    assert (problem.rule, place(problem)) == (rule, at)
    assert f"`{offered}" in hint(problem)


@pytest.mark.parametrize(
    ("text", "rule", "at"),
    [
        ("a: {b: c\nd: e\n", "unclosed", (1, 4)),
        ("a: [b\nc: d\n", "unclosed", (1, 4)),
        ("a: {b: [c}\n", "unclosed", (1, 10)),
        ("a: [b}\n", "unclosed", (1, 6)),
        ("a: {b: c]\n", "unclosed", (1, 9)),
        ("a: [b, , c]\n", "empty-value", (1, 8)),
        ("a: [, b]\n", "empty-value", (1, 5)),
        ("a: {b: [c\n", "unclosed", (1, 8)),
        ("a: {b: [c]\u00a0}\n", "tab", (1, 11)),
    ],
)
def test_mistake_is_found(text: str, rule: str, at: tuple[int, int]) -> None:
    problem = problems(text)[0]
    assert (problem.rule, place(problem)) == (rule, at)


def test_closing_bracket_names_the_one_that_is_open() -> None:
    assert message(problems("a:\n  - {b: [c}\n")[0]).endswith("the bracket that is open is `[` (line 2, column 9)")


def test_comment_that_swallows_nothing_is_no_lost_text() -> None:
    assert problems("a: [b,  # first\n  c\nd: e\n")[0].rule == "unclosed"
