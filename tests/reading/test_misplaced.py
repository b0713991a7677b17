"""What was meant by values of the wrong shape and keys in the wrong column."""

from __future__ import annotations

import pytest

from tests.reading.found import GOAL, KPI, MAP, hint, only, rules


def _entry(text: str) -> str:
    lines = "".join(f"      {line}\n" for line in text.splitlines())
    return f"goals:\n  growth:\n    perspective: financial\n    leading:\n{lines}{KPI}"


@pytest.mark.parametrize(
    ("entry", "offered"),
    [
        (
            "- deals:\n  weight: 2",
            "indent `weight` two blanks further in than `deals:`, or write `- deals: {weight: 2}`",
        ),
        ("- deals: 3\n  delay: 1", "or write `- deals: {weight: 3, delay: 1}`"),
        ("- deals:\n  because: Yes, we do", '`- deals: {because: "Yes, we do"}`'),
        ("- id: deals\n  weight: 2", "write `- deals: {weight: 2}`"),
        ("- id: deals\n  name: a", "begin with the id itself: `- first-id: {weight: 2}`"),
        ("- deals: 1\n  offers: 2", "write each id as an entry of its own, with a `-` before it"),
        ("- deals: {weight: 1}\n  offers: 2", "write each id as an entry of its own, with a `-` before it"),
    ],
)
def test_entry_with_several_keys(entry: str, offered: str) -> None:
    problem = only(_entry(entry))
    assert problem.rule == "two-keys"
    assert offered in hint(problem)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (GOAL.replace("[deals]", "deals") + KPI, "write `lagging: [deals]`"),
        (
            "goals:\n  growth:\n    perspective: financial\n    lagging: deals, offers\n",
            "write `lagging: [deals, offers]`",
        ),
        ("perspectives: [financial]\n" + MAP, "write `financial: Financial` instead of `- financial`"),
        ("goals:\n  - Big growth\n", "write `big-growth:` instead of `- big-growth`"),
        ("goals: {growth: financial}\n", "write `growth: {perspective: financial}`"),
        (GOAL + "kpis: {deals: 5}\n", "write `deals: {value: 5}`"),
        (MAP + "initiatives: {train: 'Train: all'}\n", 'write `train: {name: "Train: all"}`'),
        ("thresholds: 50%\n" + MAP, "write `thresholds: {at_risk: 50%, on_track: 80%}`"),
        ("outlook: 50%\n" + MAP, "write `outlook: {drivers: 50%}`"),
        ("name: [a]\n" + MAP, "write one text"),
        (MAP.replace("value: 5", "range: 5"), "write two numbers in brackets"),
        ("as_of: [2026]\n" + MAP, "write one date"),
    ],
)
def test_value_of_another_shape(text: str, offered: str) -> None:
    assert hint(only(text)).startswith(offered)


@pytest.mark.parametrize("value", ["-deals\n      -offers", "-deals"])
def test_dash_without_a_blank(value: str) -> None:
    text = f"goals:\n  growth:\n    perspective: financial\n    lagging:\n      {value}\n{KPI}"
    assert "a blank behind each `-`" in hint(only(text))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("name:\n  Coffee: the plan\n" + MAP, "second-colon"),
        ("name:\n  Coffee:\n    a: b\n" + MAP, "wrong-shape"),
        ("name: {Coffee: the plan}\n" + MAP, "wrong-shape"),
        ("name:\n  a: b\n  c: d\n" + MAP, "wrong-shape"),
    ],
)
def test_text_with_a_colon_is_known_by_standing_on_one_line(text: str, rule: str) -> None:
    assert rules(text) == [rule]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("goals:\n  growth:\n  perspective: financial\n", ["indentation"]),
        ("goals:\n  growth:\n  lagging: {deals: 1}\n", ["indentation"]),
        ("goals:\n  growth:\n  skills: {perspective: financial}\n", ["empty-value"]),
        ("goals: {growth: , perspective: financial}\n", ["empty-value", "wrong-shape"]),
        ("kpis:\ndeals: {value: 5}\n" + GOAL, ["indentation"]),
        ("themes:\nname: Coffee\n" + MAP, ["empty-section"]),
    ],
)
def test_keys_in_the_column_of_their_item(text: str, found: list[str]) -> None:
    assert rules(text) == found
