"""Quotes that nobody closed, and texts in quotes that only look like it."""

from __future__ import annotations

import pytest

from tests.reading.found import KPI, MAP, only, place, rules


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ('name: "Coffee\ngoals: {}\nowner: "Ana"\n', (1, 7)),
        ("name: 'Coffee\ngoals: {}\nowner: 'Ana'\n", (1, 7)),
        ('mission: Tea\nname: "Coffee\ngoals:\n  growth: {perspective: "financial"}\n', (2, 7)),
        ('name: "Coffee\ngoals:\n  growth:\n    perspective: financial\n    owner: "@ana"\n', (1, 7)),
    ],
)
def test_quote_that_swallows_keys_is_named_where_it_opens(text: str, at: tuple[int, int]) -> None:
    problem = only(text)
    assert problem.rule == "unclosed"
    assert place(problem) == at


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('name: "Coffee\n  and: tea" at noon\n' + MAP, "unclosed"),
        ('name: "Coffee\n  and tea"\nowner: @ana "Ana"\n' + MAP, "yaml-mark"),
        ('name: "Coffee\n  goals: tea"\nowner: @ana\n' + MAP, "yaml-mark"),
        ('name: "Coffee" at "noon"\n' + MAP, "text-after-quote"),
    ],
)
def test_other_mistakes_behind_quotes_keep_their_names(text: str, rule: str) -> None:
    assert rules(text) == [rule]


def test_text_in_quotes_may_hold_keys() -> None:
    assert "unclosed" not in rules('goals:\n  growth:\n    description: "is\n      name: x"\n' + KPI)
