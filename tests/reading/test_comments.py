"""Comments are found outside scalars, and lost texts inside them."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scorecard.problem import Loc
from scorecard.reading.comments import comment_behind, ignores, is_text, lost_texts
from scorecard.reading.document import MappingNode
from tests.reading.found import GOAL, MAP, document, hint, marked, only, place, rules

_IGNORE = "# scorecard: ignore[some-rule] because"
_WARNED = "kpis: {deals: {direction: maximise, target: 5, value: 5}}"


def _lines(text: str) -> list[int]:
    return [ignore.position.line for ignore in ignores(document(text))]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"a: 1  {_IGNORE}\nb: 2\n", [1]),
        (f"a: 1\n{_IGNORE}\nb: 2  {_IGNORE}\n", [2, 3]),
        (f"a: [1,  {_IGNORE}\n  2]\n", [1]),
        (f"a: {{b: 1}}  {_IGNORE}\n", [1]),
        (f"a: 'text'  {_IGNORE}\n", [1]),
        (f"a: 1\u2028b: 2  {_IGNORE}\n", [2]),
        (f"a: 1\r\nb: 2  {_IGNORE}\r\n", [2]),
        (f"{_IGNORE}\n", [1]),
        (f'a: "{_IGNORE}"\n', []),
        (f"a: 'it''s {_IGNORE}'\n", []),
        (f"a: |\n  {_IGNORE}\n  more\nb: 2\n", []),
        (f"a: >\n  text\n  {_IGNORE}\nb: 2  {_IGNORE}\n", [4]),
        (f'"{_IGNORE}": 1  {_IGNORE}\n', [1]),
        ("a: 1  # scorecard: ignored\n", []),
        ("a: 1  # ignore[some-rule]\n", []),
    ],
)
def test_ignore_comments_stand_outside_scalars(text: str, lines: list[int]) -> None:
    assert _lines(text) == lines


def test_ignore_comment_is_known_by_its_rules_and_its_place() -> None:
    text = "a: 1  # scorecard: ignore[one-rule, other-rule] for now\n"
    (ignore,) = ignores(document(text))
    assert ignore.rules == ("one-rule", "other-rule")
    assert marked(text, ignore.position) == "# scorecard: ignore[one-rule, other-rule]"


_words = st.lists(st.sampled_from(["a", "b: c", "it's", '"', "\n", "\n\n", _IGNORE, "#", "- x", "é"]), max_size=6)
_texts = _words.map(" ".join)


@given(
    st.recursive(_texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3)),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from([None, True, False]),
    st.sampled_from([20, 1000]),
)
def test_no_text_is_taken_for_a_comment(data: Any, style: str | None, flow: bool | None, width: int) -> None:
    text = str(yaml.dump({"data": data}, default_style=style, default_flow_style=flow, width=width))
    assert ignores(document(text)) == ()
    comment = "# scorecard: ignore[added]"
    (found,) = ignores(document(f"{text}{comment}\n"))
    assert found.rules == ("added",)


def test_ignore_comment_silences_the_warnings_of_its_rule_on_its_line() -> None:
    assert rules(f"{GOAL}{_WARNED}\n") == ["target-without-date"]
    assert rules(f"{GOAL}{_WARNED}  # scorecard: ignore[target-without-date] it stands\n") == []
    assert rules(f"{GOAL}# scorecard: ignore[target-without-date]\n{_WARNED}\n") == [
        "unused-ignore",
        "target-without-date",
    ]


def test_ignore_comment_that_silences_nothing_is_reported_at_its_place() -> None:
    text = f"{GOAL}kpis: {{deals: {{worst: 0, target: 5}}}}  # scorecard: ignore[target-without-date]\n"
    problem = only(text)
    assert (problem.rule, problem.severity) == ("unused-ignore", "warning")
    assert marked(text, problem.position) == "# scorecard: ignore[target-without-date]"


def test_each_rule_of_an_ignore_comment_is_needed() -> None:
    text = f"{GOAL}{_WARNED}  # scorecard: ignore[target-without-date, narrow-scale]\n"
    assert only(text).params["silenced"] == "narrow-scale"


def test_errors_cannot_be_silenced() -> None:
    assert rules(f"{MAP}nome: Coffee  # scorecard: ignore[unknown-key]\n") == ["unknown-key", "unused-ignore"]


def test_ignore_comments_are_looked_for_in_the_first_thousand() -> None:
    assert len(_lines(f"{_IGNORE}\n" * 1_500 + "a: 1\n")) == 1_000


def _lost(text: str) -> list[str]:
    return [marked(text, problem.position) for problem in lost_texts(document(text))]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("name: the #1 choice\n", ["#1 choice"]),
        ("name: the # 1 choice\n", ["# 1 choice"]),
        ("name: the  #1 choice\n", ["#1 choice"]),
        ("name: the\t#1 choice\n", ["#1 choice"]),
        ("name: the choice  # of the people\n", []),
        ("name: the choice  #\n", []),
        ("name: the choice #\n", ["#"]),
        ("name: 'the' #1 choice\n", []),
        ("name: the#1 choice\n", []),
        ("name: |\n  the #1 choice\n", []),
        ("name: >\n  the #1 choice\n  # 2\n", []),
        ("unit: deals #per week\n", ["#per week"]),
        ("period: month #1\n", []),
        ("goals: {g: {weight: 1 #one\n }}\n", []),
        ("goals:\n  g:\n    because: the #1\n    name: a #2\n", ["#1", "#2"]),
        ("perspectives:\n  money: Money #first\n  people: {name: People, questions: [a]}\n", ["#first"]),
        ("perspectives:\n  name: Money #first\n", ["#first"]),
        ("perspectives:\n  p:\n    questions:\n      - Are we #1?\n      - Why\n", ["#1?"]),
        ("name: a text\n  over two #lines\n", ["#lines"]),
        ("goals:\n  name: {perspective: financial #1\n }\n", []),
        ("name: a # scorecard: ignore[narrow-scale]\n", []),
        ("x-own: the #1 choice\n", []),
        ("name: &n Coffee\ndescription: *n #1\n", []),
    ],
)
def test_texts_of_which_a_part_was_taken_for_a_comment(text: str, lost: list[str]) -> None:
    assert _lost(text) == lost


def test_lost_text_is_offered_in_quotes() -> None:
    problem = only("name: the #1 choice\n" + MAP)
    assert hint(problem).startswith('write `name: "the #1 choice"`')
    assert place(problem) == (1, 11)


@pytest.mark.parametrize(
    ("text", "comment"),
    [("name: # of leads\n", "# of leads"), ("name:   #1\n", "#1"), ("name:\n# of leads\n", ""), ("name:\n", "")],
)
def test_comment_behind_an_empty_value(text: str, comment: str) -> None:
    found = document(text)
    assert isinstance(found.node, MappingNode)
    value = found.node.values["name"]
    assert isinstance(value, yaml.ScalarEvent)
    assert comment_behind(found, value) == comment


@pytest.mark.parametrize(
    ("loc", "text"),
    [
        (("name",), True),
        (("goals", "g", "owner"), True),
        (("goals", "g", "lagging", 0, "because"), True),
        (("perspectives", "money"), True),
        (("themes", "name"), True),
        (("goals", "name"), False),
        (("goals", "g", "weight"), False),
        (("period",), False),
        (("kpis",), False),
    ],
)
def test_where_free_text_stands(loc: Loc, text: bool) -> None:
    assert is_text(loc) is text


@pytest.mark.parametrize("key", ["name", "owner"])
def test_empty_text_with_a_comment_is_offered_in_quotes(key: str) -> None:
    assert hint(only(f"{key}: # of leads\n" + MAP)) == f'write `{key}: "# of leads"`'


@pytest.mark.parametrize("line", ["period: # of scoring", "themes: # later", "min_coverage: # none"])
def test_empty_value_that_is_no_text_is_not_offered_its_comment(line: str) -> None:
    assert "#" not in hint(only(f"{line}\n" + MAP))
