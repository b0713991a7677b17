"""One cause, one message."""

from __future__ import annotations

import pytest

from tests.reading.found import GOAL, KPI, MAP, hint, marked, message, only, problems, rules


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (GOAL.replace("perspective:", "perspectve:") + KPI, "unknown-key"),
        (MAP.replace("deals", "Deals"), "bad-id"),
        ("goals:\n  growth:\n  perspective: financial\n  owner: Ana\n", "indentation"),
        ("goals:\ngrowth: {perspective: financial}\nskills: {perspective: learning}\n", "indentation"),
        (GOAL.replace("financial,", "financial, owner: Ana, Ben, Cleo, Dan,") + KPI, "comma-in-braces"),
        ("goals:\n  growth:{perspective: financial}\n", "space-after-colon"),
    ],
)
def test_what_follows_from_a_mistake_is_not_said_again(text: str, rule: str) -> None:
    assert rules(text) == [rule]


def test_text_cut_at_its_commas_is_offered_whole() -> None:
    text = GOAL.replace("financial,", "financial, owner: Ana, Ben, and Cleo,") + KPI
    assert hint(only(text)) == 'write `owner: "Ana, Ben, and Cleo"`'


def test_empty_key_behind_a_number_or_a_quote_is_a_key() -> None:
    assert rules(GOAL.replace("financial,", 'financial, owner: "Ana", Ben,') + KPI) == ["unknown-key"]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (GOAL.replace("lagging: [deals]", "lagging: {deals: }") + KPI, "write `deals: 1`, which is the usual weight"),
        ("goals:\n  growth:\n    perspective: financial\n    lagging:\n      - deals:\n" + KPI, "write `deals: 1`"),
        ("goals:\n  growth:\n    perspective: financial\n    lagging:\n      -\n" + KPI, "write an id"),
        ("themes:\n" + MAP, "fill it, or leave the line out"),
        ("themes:\n  big-brand:\n" + MAP, "write a name behind it: `big-brand: Big brand`"),
        ("perspectives:\n  money: ''\n" + MAP.replace("financial", "money"), "write a name behind it: `money: Money`"),
        ("perspectives:\n  money: # first\n" + MAP.replace("financial", "money"), 'write `money: "# first"`'),
        ("goals:\n  growth:\n", "write its keys below it"),
        (MAP.replace("5", "''"), "write a value"),
        (MAP.replace("value: 5", "baseline: 1, target: ''"), "write a value"),
        ("as_of: ''\n" + MAP, "write a value"),
        ("currency: ''\n" + MAP, "write a value"),
        (GOAL.replace("[deals]", "[deals, '']") + KPI, "write an id"),
        (GOAL.replace("[deals]", "[deals], driven_by: ''") + KPI, "write a value"),
        ("owner:\n" + MAP, "write a value"),
        ("owner: # nobody\n" + MAP, 'write `owner: "# nobody"`'),
        (MAP.replace("value: 5", "unit: "), "write a value"),
        (GOAL.replace("[deals]", "[{deals: {weight: }}]") + KPI, "write a value"),
    ],
)
def test_empty_values(text: str, offered: str) -> None:
    assert hint(only(text)).startswith(offered)


@pytest.mark.parametrize(
    ("key", "offered"),
    [
        ("deadline: 2026", "the word for this is `by` in a KPI or `due` in an initiative"),
        ("objective: more", "the word for this is `goals` in a map"),
        ("currency: EUR", "`currency` is a key of a map"),
        ("target: 5", "`target` is a key of a KPI"),
        ("delay: 2", "`delay` is a key of an entry of `driven_by`"),
        ("id: growth", "leave it out: the id stands in front of the colon already"),
        ("leads_to: [a]", "put the arrow under `driven_by`"),
        ("Owner: Ana", "write `owner`"),
        ("ownr: Ana", "did you mean `owner`?"),
        ("metrics: [deals]", "a goal names its KPIs under `lagging`"),
        ("x: y", "a goal may have: name, description, perspective"),
    ],
)
def test_unknown_key_of_a_goal(key: str, offered: str) -> None:
    text = GOAL.replace("financial,", f"financial, {key},") + KPI
    problem = only(text)
    assert problem.rule == "unknown-key"
    assert marked(text, problem.position) == key.partition(":")[0]
    assert hint(problem).startswith(offered)


@pytest.mark.parametrize(
    "text", [": 5\n" + MAP, "goals: {'': {perspective: financial}}\n", GOAL.replace("{p", "{: a, p") + KPI]
)
def test_key_that_is_missing(text: str) -> None:
    problem = only(text)
    assert "``" not in message(problem)
    assert hint(problem)


def test_lagging_has_no_delay() -> None:
    assert "`leading` or `driven_by`" in hint(only(GOAL.replace("[deals]", "{deals: {delay: 1}}") + KPI))


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("{}", "missing-key"),
        ("{change: +5, kpi: deals}", "unknown-key"),
        ("{kpi: deals, change: +5}", "unknown-key"),
        ("{chnge: +5}", "unknown-key"),
        ("{kpi: Deals}", "bad-id"),
        ("[5]", "wrong-shape"),
        ("+5", "bad-change"),
        ("{change: 5}", "bad-change"),
        ("{change: +99999999999999999999}", "bad-number"),
    ],
)
def test_targets(target: str, rule: str) -> None:
    assert rules(MAP.replace("value: 5", f"value: 5, baseline: 1, target: {target}")) == [rule]


@pytest.mark.parametrize(
    ("written", "offered"),
    [("Ana Weber", "ana-weber"), ("Müller & Co.", "muller-co"), ("--", ""), ("日本", ""), ("a" * 150, "a" * 100)],
)
def test_id_is_made_from_what_was_written(written: str, offered: str) -> None:
    assert only(f"x-a: b\ngoals: {{'{written}': {{perspective: financial}}}}\n").params["offered"] == offered


def test_no_break_space_behind_a_colon_is_named() -> None:
    problem = only("goals:\n  growth: {perspective:\u00a0financial, lagging: [deals]}\n" + KPI)
    assert problem.rule == "space-after-colon"
    assert "special" in message(problem)
    assert hint(problem).startswith("write `perspective: financial`")


@pytest.mark.parametrize(
    ("written", "large"), [("1e16", True), ("0x" + "f" * 300, True), ("9" * 400, True), ("1e-13", False)]
)
def test_number_beyond_all_figures_is_no_word(written: str, large: bool) -> None:
    problem = only(MAP.replace("value: 5", f"value: {written}"))
    assert problem.rule == "bad-number"
    assert ("too large" in message(problem)) is large


def test_every_problem_has_its_place() -> None:
    for problem in problems(
        "nome: a\ngoals: {a: {b: c, d}, e: f, g: [h]}\nkpis: {i: {target: {}}, j: [k]}\nformat: 2\n"
    ):
        assert problem.position is not None
