"""Formulas over KPIs and measures: what is one, what it comes to, and what never gets through."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.arithmetic import Formula, FormulaError, evaluate, operand_id, operand_name, parse, rounded

_ROOT = Path(__file__).parents[1]

FIGURES: Mapping[str, list[float | None]] = {
    "ad_spend": [300.0, 200.0, 250.0, 0.0],
    "leads": [40.0, 50.0, 0.0, 20.0],
    "loss": [-10.0, -40.0],
    "gap": [5.0, None, 4.0],
    "none_yet": [],
    "404_errors": [8.0, 2.0],
    "return": [3.0],
    "min": [7.0],
    "huge": [1e300, 1e-300],
}
PARAMS = {"committed_from": 5.0, "rate": 0.25}


def _figure(name: str, ago: int) -> float | None:
    return FIGURES[name][ago] if ago < len(FIGURES[name]) else None


def _come_to(text: str) -> float | None:
    return evaluate(parse(text), _figure, PARAMS)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ad_spend / leads", 7.5),
        ("  2\n+ 3\t* 4 ", 14.0),
        ("(2 + 3) * 4", 20.0),
        ("10 - 4 - 3", 3.0),
        ("10 - (4 - 3)", 9.0),
        ("24 / 4 / 3", 2.0),
        ("24 / (4 / 2)", 12.0),
        ("24 / 4 * 3", 18.0),
        ("-3 + 5", 2.0),
        ("2 - -3", 5.0),
        ("-2 * -3", 6.0),
        ("-(2 + 3)", -5.0),
        ("1_000 + .5 + 2. + 1e2", 1102.5),
        ("min(leads, 3, ad_spend)", 3.0),
        ("max(-1, -2)", -1.0),
        ("abs(loss)", 10.0),
        ("previous(leads)", 50.0),
        ("previous(previous(ad_spend))", 250.0),
        ("change(ad_spend)", 0.5),  # 300 after 200
        ("change(loss)", 0.75),  # a loss of 10 after one of 40: three quarters better
        ("change(ad_spend / leads)", 0.875),  # 7.5 after 4
        ("previous(change(ad_spend))", -0.2),  # 200 after 250
        ("change(change(ad_spend))", 3.5),  # 0.5 after -0.2
        ("leads * $rate + $committed_from", 15.0),
        ("404_errors / 4", 2.0),
        ("return + min", 10.0),  # words of Python, and a name that is also a function
        ("min(min, return)", 3.0),
        ("0.1 + 0.2", 0.3),  # 0.30000000000000004 in binary
        ("2 / 3", 0.666666666667),
        ("0 * -1", 0.0),
    ],
)
def test_what_it_comes_to(text: str, value: float) -> None:
    result = _come_to(text)
    assert result == value
    assert str(result) == str(value)  # a zero has no sign


@pytest.mark.parametrize(
    "text",
    [
        "none_yet + 1",
        "1 + none_yet",
        "none_yet * 0",
        "max(leads, none_yet)",
        "min(none_yet, leads)",
        "abs(none_yet)",
        "-none_yet",
        "1 / 0",
        "1 / (leads - 40)",
        "0 / 0",
        "previous(loss / 0)",
        "previous(gap)",
        "change(gap)",
        "previous(change(leads))",  # 50 after 0
        "change(return)",  # nothing before
        "huge * 1e10",
        "huge * huge",
        "1 / (huge * huge)",  # not 0
        "huge / previous(huge)",
        "change(huge)",
        "0 * (huge * huge)",
    ],
)
def test_no_value(text: str) -> None:
    assert _come_to(text) is None


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_figure_that_is_no_number_is_missing(value: float) -> None:
    assert evaluate(parse("1 / it"), lambda name, ago: value, {}) is None
    assert rounded(value) is None


def test_no_change_is_worked_out_across_a_break() -> None:
    def broken(name: str, ago: int) -> bool:
        return (name, ago) == ("leads", 1)

    def come_to(text: str) -> float | None:
        return evaluate(parse(text), lambda name, ago: 10.0 + ago, {}, broken)

    assert come_to("change(leads)") is not None
    assert come_to("previous(change(leads))") is None
    assert come_to("change(change(leads))") is None
    assert come_to("change(previous(leads + 1))") is None
    assert come_to("change(ad_spend) + previous(leads)") is not None


def test_what_a_formula_uses() -> None:
    formula = parse("b / a + change(previous(c) * $p) - b + abs($q - $p)")
    assert formula.operands == ("b", "a", "c")
    assert formula.columns == (1, 5, 25)
    assert formula.params == ("p", "q")
    assert formula.reach == 2
    assert parse("a + b").reach == 0
    assert parse("min(min, 1)").operands == ("min",)


def test_unknown_parameter_is_the_callers_mistake() -> None:
    with pytest.raises(KeyError):
        evaluate(parse("$nowhere"), _figure, PARAMS)


@pytest.mark.parametrize("text", ["80k", "1j", "0xff", "1e"])
def test_digits_and_letters_may_be_an_id(text: str) -> None:
    assert parse(text).operands == (text,)


def test_an_id_and_its_name() -> None:
    assert operand_name("cost-per-lead") == "cost_per_lead"
    assert operand_id("cost_per_lead") == "cost-per-lead"


@pytest.mark.parametrize(
    ("text", "message", "part", "hint", "column"),
    [
        ("a ** 2", "a power has no meaning in a formula", "**", "multiply instead", 3),
        ("a // 2", "whole division has no meaning in a formula", "//", "write `/`", 3),
        ("a % 2", "'%' has no meaning in a formula", "%", None, 3),
        ("a + 2%", "a percentage has no meaning in a formula", "2%", "write 0.02 for 2%", 5),
        ("a + 2.5 %", "a percentage has no meaning in a formula", "2.5 %", "write 0.025 for 2.5 %", 5),
        ("a >= b", "a comparison (`>=`) has no meaning in a formula", ">=", None, 3),
        ("a := 1", "an assignment has no meaning in a formula", ":=", None, 3),
        ("a.b", "a dot has no meaning in a formula", ".", None, 2),
        ("a[0]", "a square bracket has no meaning in a formula", "[", None, 2),
        ("'a'", "a text in quotes has no meaning in a formula", "'", None, 1),
        ("a × b", "'×' has no meaning in a formula", "×", "write `*`", 3),
        ("a \u200b", "the character U+200B has no meaning in a formula", "\u200b", None, 3),
        ("３", "'３' has no meaning in a formula", "３", None, 1),
        ("$ + 1", "'$' has no meaning in a formula", "$", "write `$` and a name that stands under `params`", 1),
        ("a if b else c", "'if' has no meaning in a formula", "if", None, 3),
        ("not a", "'not' has no meaning in a formula", "not", None, 1),
        ("a + True", "'True' cannot be a KPI or a measure", "True", None, 5),
        ("__import__", "'__import__' cannot be a KPI or a measure", "__import__", None, 1),
        ("1.2M", "'1.2M' is not a number", "1.2M", "write 1200000", 1),
        ("1.2.3", "'1.2.3' is not a number", "1.2.3", "write it as in 1200.5", 1),
        ("1e400", "a number is too large", "1e400", "no figure of a map is larger than 1e15", 1),
        ("a, b", "a comma stands outside of min( ) and max( )", ",", "write numbers without one: 1200 or 3.5", 2),
        (
            "sum(a)",
            "'sum' is not a function of a formula without a source",
            "sum",
            "to work it out over rows, name their `source`",
            1,
        ),
        (
            "1 + round(a)",
            "'round' is not a function of a formula without a source",
            "round",
            "there are min, max, abs, change and previous",
            5,
        ),
        ("min(a)", "'min' has nothing to compare with", "min", "write min(a, b)", 1),
        ("1 + abs(a, b)", "'abs' takes one thing, not 2", "abs", "write abs(a)", 5),
        ("change()", "')' cannot stand after '('", ")", None, 8),
        ("max(a, b,)", "')' cannot stand after ','", ")", None, 10),
        ("max(*a)", "'*' cannot stand after '('", "*", None, 5),
        ("+5", "'+' cannot stand at the beginning", "+", None, 1),
        ("a + ---b", "three signs stand together", "-", "one is enough", 6),
        ("a b", "between 'a' and 'b' a sign is missing", "b", "put + - * or / in between", 3),
        ("2(a)", "between '2' and '(' a sign is missing", "(", "put + - * or / in between", 2),
        ("a +", "something is missing after '+'", "+", None, 3),
        ("(a", "a bracket is not closed", "(", "close it with `)`", 1),
        ("a)", "a bracket is closed that was never opened", ")", "take it out, or open it with `(`", 2),
        (" ", "it is empty", "", None, 1),
    ],
)
def test_what_is_refused_and_how(text: str, message: str, part: str, hint: str | None, column: int) -> None:
    with pytest.raises(FormulaError) as refused:
        parse(text)
    error = refused.value
    assert (str(error), error.message, error.part, error.column) == (message, message, part, column)
    assert error.hint == hint if hint else error.hint


def test_limits_of_length_and_depth() -> None:
    assert parse("1" + "+1" * 499).text
    assert _come_to("1" + "+1" * 499) == 500.0
    with pytest.raises(FormulaError, match="1,001 characters"):
        parse("1" * 1001)
    assert _come_to("(" * 20 + "1" + ")" * 20) == 1.0
    with pytest.raises(FormulaError, match="more than 20 brackets"):
        parse("(" * 21 + "1" + ")" * 21)


_Tree: TypeAlias = tuple[Any, ...]
_NAMES = ("ad_spend", "leads", "loss", "gap", "none_yet")
_LEAVES: st.SearchStrategy[_Tree] = st.one_of(
    st.tuples(st.just("number"), st.sampled_from(["0", "1", "2.5", "1e3", "40", "0.001", "7"])),
    st.tuples(st.just("name"), st.sampled_from(_NAMES)),
    st.tuples(st.just("name"), st.sampled_from(_NAMES)),
    st.tuples(st.just("param"), st.sampled_from(list(PARAMS))),
)


def _grown(trees: st.SearchStrategy[_Tree]) -> st.SearchStrategy[_Tree]:
    return st.one_of(
        st.tuples(st.sampled_from("+-*/"), trees, trees),
        st.tuples(st.sampled_from("+-*/"), trees, trees),
        st.tuples(st.sampled_from(["minus", "abs", "change", "previous"]), trees),
        st.tuples(st.sampled_from(["min", "max"]), trees, trees, trees),
    )


_TREES = st.recursive(_LEAVES, _grown, max_leaves=10)
_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2, "minus": 3}


def _written(tree: _Tree, weakest: int = 0) -> str:
    """A tree with no bracket more than it needs."""
    kind, *parts = tree
    if kind in ("number", "name"):
        return str(parts[0])
    if kind == "param":
        return f"${parts[0]}"
    strength = _STRENGTH.get(kind)
    if strength is None:
        return f"{kind}({', '.join(map(_written, parts))})"
    if kind == "minus":
        text = f"-{_written(parts[0], 4)}"
    else:
        text = f"{_written(parts[0], strength)} {kind} {_written(parts[1], strength + 1)}"
    return f"({text})" if strength < weakest else text


def _by_hand(tree: _Tree, ago: int = 0) -> float | None:
    """The value of a tree, worked out branch by branch."""
    kind, *parts = tree
    if kind == "number":
        return float(parts[0])
    if kind == "name":
        return _figure(parts[0], ago)
    if kind == "param":
        return PARAMS[parts[0]]
    if kind == "previous":
        return _by_hand(parts[0], ago + 1)
    if kind == "change":
        parts = [parts[0], ("previous", parts[0])]
    values = [_by_hand(part, ago) for part in parts]
    if any(value is None for value in values):
        return None
    value = _combined(kind, *values)
    return value if value is not None and isfinite(value) else None


def _combined(kind: str, a: Any, b: Any = None, c: Any = None) -> float | None:
    if kind in ("/", "change") and b == 0:
        return None
    results = {
        "+": lambda: a + b,
        "-": lambda: a - b,
        "*": lambda: a * b,
        "/": lambda: a / b,
        "minus": lambda: -a,
        "abs": lambda: a if a > 0 else -a,
        "change": lambda: (a - b) / (b if b > 0 else -b),
        "min": lambda: sorted([a, b, c])[0],
        "max": lambda: sorted([a, b, c])[2],
    }
    return float(results[kind]())


@given(_TREES)
def test_any_formula_comes_to_what_its_branches_do(tree: _Tree) -> None:
    value = _by_hand(tree)
    assert _come_to(_written(tree)) == (None if value is None else float(f"{value:.12g}"))


def _read(text: str) -> Formula | FormulaError:
    try:
        return parse(text)
    except FormulaError as error:
        return error


_BITS = ["a", "b_c", "2", "1.5", "5%", "$p", "$", "(", ")", ",", "+", "-", "*", "/", "**", "min(", "change(", " ", "\n"]
_MORE = [
    "if",
    "lambda x:",
    "True",
    "__a__",
    "'",
    "[",
    "=",
    ".",
    "é",
    "٣",
    "\x00",
    "\ud800",
    "1e999",
    "80k",
    "1.2M",
    "sum(",
]


@given(st.lists(st.sampled_from(_BITS + _MORE), max_size=12).map("".join) | st.text(max_size=30))
def test_any_text_is_read_or_refused_where_it_is_wrong(text: str) -> None:
    formula = _read(text)
    if isinstance(formula, FormulaError):
        assert text[formula.column - 1 :].startswith(formula.part)
        assert formula.message
        assert formula.hint
        return
    for name, column in zip(formula.operands, formula.columns, strict=True):
        assert text[column - 1 :].startswith(name)
    evaluate(formula, lambda name, ago: 1.0, dict.fromkeys(formula.params, 2.0))


ATTACKS = [
    "__import__('os').system('id')",
    "__import__",
    "().__class__.__bases__[0].__subclasses__()",
    "leads.__class__",
    "leads.__init__.__globals__",
    "10**10**10",
    "9**9**9**9",
    "2**-1",
    "1 << 1000000",
    "1e400",
    "9" * 999,
    "(" * 900,
    "(" * 499 + "1" + ")" * 499,
    "[" * 900,
    "-" * 999 + "1",
    "+" * 999 + "1",
    "~" * 999 + "1",
    "not " * 200 + "1",
    "abs(" * 240 + "1" + ")" * 240,
    "change(" * 120 + "leads" + ")" * 120,
    "min(" * 240 + "1",
    "lambda: 0",
    "(lambda f: f(f))(lambda f: f(f))",
    "[x for x in leads]",
    "{x: 1 for x in leads}",
    "(x := 1)",
    "eval('1')",
    "exec('1')",
    "open('/etc/passwd')",
    "print(leads)",
    "sum(range(1000000000))",
    "max(*leads)",
    "max(leads, key=abs)",
    "max(**leads)",
    "'a' * 1000000000",
    "f'{leads}'",
    "b'1'",
    "`id`",
    "$leads.x",
    "${leads}",
    "leads if leads else 1",
    "leads and 1",
    "leads == 1",
    "leads; leads",
    "leads # comment",
    "leads \\\n + 1",
    "yield leads",
    "await leads",
    "leads, leads",
    "...",
    "True",
    "None",
    "1_0_.5",
    "٣ + 1",
    "ｌｅａｄｓ",
    "leads\x00",
    "\ud800",
    "1" + "+1" * 500,
]
HEAVY = [
    "change(" * 20 + "leads" + ")" * 20,
    "previous(" * 20 + "leads" + ")" * 20,
    "1" + "+1" * 499,
    "1" + "*9" * 499,
    "1" + "/9" * 499,
    "1e300" + "*1e300" * 140,
    "-(" * 20 + "leads" + ")" * 20,
    "max(" + "1," * 495 + "1)",
    "(".join(["-leads*2+-leads/3-"] * 21) + "1" + ")" * 20,
    "9" * 300,
]


def test_no_attack_gets_through() -> None:
    """In a process with 2 GB and 10 seconds: every attack is refused, and what is long but lawful comes to an end."""
    program = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2 * 2**30, 2 * 2**30))
from scorecard.arithmetic import Formula, FormulaError, evaluate, parse
for text in {ATTACKS!r}:
    try:
        parse(text)
    except FormulaError:
        continue
    print("read:", ascii(text))
for text in {HEAVY!r}:
    try:
        evaluate(parse(text), lambda name, ago: 3.0 + ago, {{}})
    except FormulaError as error:
        print("refused:", ascii(text), error)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=10, cwd=_ROOT
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_it_is_read_in_the_depth_of_another_program() -> None:
    """A formula as deep as may be needs few of Python's frames."""
    text = "(".join(["-leads*2+-leads/3-"] * 21) + "1" + ")" * 20

    def below(frames: int) -> float | None:
        return below(frames - 1) if frames else _come_to(text)

    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(1000)
    try:
        assert below(500) == _come_to(text)
    finally:
        sys.setrecursionlimit(limit)
