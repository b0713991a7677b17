"""The functions of a row that an expression may use, and how each is written so that it cannot fail."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scorecard.measuring.fence.constants import number_of, text_of
from scorecard.measuring.fence.fenced import ColumnKind
from scorecard.measuring.fence.kinds import of_kind
from scorecard.measuring.fence.parse import Tree
from scorecard.measuring.fence.reader import Reader, Scope, Term
from scorecard.measuring.sql_text import literal

Writer = Callable[[Reader, Tree, Sequence[Tree], Scope], Term]

_NOT_A_NUMBER = "CAST('nan' AS DOUBLE)"
_INFINITY = "CAST('inf' AS DOUBLE)"
_PARTS_OF_DATES = (
    *("year", "quarter", "month", "week", "day", "hour", "minute", "second"),
    *("dow", "isodow", "doy", "isoyear", "epoch"),
)
_STEPS_OF_DATES = ("year", "quarter", "month", "week", "day", "hour", "minute", "second")
_PLACES = range(-15, 16)
_MOST_WILDCARDS = 10


@dataclass(frozen=True, slots=True)
class _Plain:
    """A function whose arguments are of given kinds; ``sql`` takes them in order."""

    takes: tuple[ColumnKind, ...]
    gives: ColumnKind
    sql: str


# A logarithm or a root of what has none is an error of DuckDB; here it is no value. The argument stands once in
# each, since a nested formula would otherwise double its length with every level.
_PLAIN: Mapping[str, _Plain] = {
    "abs": _Plain(("number",), "number", "abs({})"),
    "floor": _Plain(("number",), "number", "floor({})"),
    "ceil": _Plain(("number",), "number", "ceil({})"),
    "sqrt": _Plain(("number",), "number", f"nullif(power({{}}, 0.5e0), {_NOT_A_NUMBER})"),
    "ln": _Plain(("number",), "number", "ln(nullif(greatest({}, 0e0), 0e0))"),
    "exp": _Plain(("number",), "number", f"nullif(exp({{}}), {_INFINITY})"),
    "lower": _Plain(("text",), "text", "lower({})"),
    "upper": _Plain(("text",), "text", "upper({})"),
    "trim": _Plain(("text",), "text", "trim({})"),
    "starts_with": _Plain(("text", "text"), "truth", "starts_with({}, {})"),
}


def scalar(reader: Reader, tree: Tree, name: str, scope: Scope) -> Term:
    """A function of a row's own values."""
    trees = arguments(reader, tree, name)
    for key in ("filter", "distinct", "export_state"):
        if tree[key]:
            raise reader.refusal(tree, "`{name}` takes no {key}", name=name, key=key.replace("_", " "))
    if tree["order_bys"]["orders"]:
        raise reader.refusal(tree, "`{name}` takes no order", name=name)
    if name in _PLAIN:
        return _plain(reader, tree, name, trees, scope)
    return _SPECIAL[name](reader, tree, trees, scope)


def arguments(reader: Reader, tree: Tree, name: str) -> list[Tree]:
    """What stands between the parentheses of a function."""
    if any(argument["name"] for argument in tree["arguments"]):
        raise reader.refusal(tree, "the arguments of `{name}` have no names", name=name)
    return [argument["expression"] for argument in tree["arguments"]]


def count_arguments(reader: Reader, tree: Tree, name: str, trees: Sequence[Tree], least: int, most: int) -> None:
    """Refuse another number of arguments."""
    if not least <= len(trees) <= most:
        wanted = str(least) if least == most else f"{least} or {most}" if most == least + 1 else f"{least} or more"
        raise reader.refusal(
            tree,
            "`{name}` takes {wanted}, here it has {count}",
            name=name,
            wanted=f"{wanted} argument{'' if wanted == '1' else 's'}",
            count=str(len(trees)),
        )


def one_of(reader: Reader, tree: Tree, name: str, words: Sequence[str]) -> str:
    """The word that an argument is."""
    word = (text_of(tree) or "").lower()
    if word not in words:
        raise reader.refusal(
            tree,
            "`{part}` is not a word that `{name}` knows",
            "it may be {words}",
            name=name,
            words=", ".join(f"'{known}'" for known in words),
        )
    return literal(word)


def whole_number(reader: Reader, tree: Tree, name: str, within: range) -> int:
    """The whole number that an argument is."""
    number = number_of(reader, tree)
    if number is None or number not in within:
        raise reader.refusal(
            tree,
            "`{part}` cannot stand here: `{name}` wants a whole number from {least} to {most}",
            name=name,
            least=str(within[0]),
            most=f"{within[-1]:,}",
        )
    return int(number)


def _plain(reader: Reader, tree: Tree, name: str, trees: Sequence[Tree], scope: Scope) -> Term:
    function = _PLAIN[name]
    count_arguments(reader, tree, name, trees, len(function.takes), len(function.takes))
    sql = [
        reader.want(under, reader.walk(under, scope), kind) for under, kind in zip(trees, function.takes, strict=True)
    ]
    return Term(function.sql.format(*sql), of_kind(function.gives))


def _numbers(reader: Reader, trees: Sequence[Tree], scope: Scope) -> list[str]:
    return [reader.want(tree, reader.walk(tree, scope), "number") for tree in trees]


def _arithmetic(operator: str) -> Writer:
    def write(reader: Reader, tree: Tree, trees: Sequence[Tree], scope: Scope) -> Term:
        sides = _numbers(reader, trees, scope)
        if len(sides) == 1 and operator in "+-":
            return Term(f"({operator} {sides[0]})", of_kind("number"))
        count_arguments(reader, tree, operator, trees, 2, 2)
        return Term(f"({sides[0]} {operator} {sides[1]})", of_kind("number"))

    return write


def _like(operator: str) -> Writer:
    def write(reader: Reader, tree: Tree, trees: Sequence[Tree], scope: Scope) -> Term:
        count_arguments(reader, tree, "like", trees, 2, 2)
        pattern = text_of(trees[1])
        if pattern is None:
            raise reader.refusal(trees[1], "the pattern after `like` is a text in quotes, not `{part}`")
        _refuse_pattern(reader, trees[1], pattern)
        text = reader.want(trees[0], reader.walk(trees[0], scope), "text")
        return Term(f"({text} {operator} {literal(pattern)})", of_kind("truth"))

    return write


def _refuse_pattern(reader: Reader, tree: Tree, pattern: str) -> None:
    """Several ``%`` beside a ``_`` are matched by trying every way to spread them over the text."""
    most = 1 if "_" in pattern else _MOST_WILDCARDS
    if pattern.count("%") > most:
        raise reader.refusal(
            tree,
            "the pattern `{part}` has more than {most} `%`",
            "with a `_` in it, it may have one" if most == 1 else "use fewer of them",
            most=str(most),
        )


def _contains(reader: Reader, tree: Tree, trees: Sequence[Tree], scope: Scope) -> Term:
    """The parser makes ``contains('abc', x)`` of ``x in 'abc'``, which would be true of ``'b'``."""
    count_arguments(reader, tree, "contains", trees, 2, 2)
    if text_of(trees[0]) is not None:
        raise reader.refusal(tree, "`{part}` looks into a constant", "a list stands in parentheses: `x in ('a', 'b')`")
    whole, piece = (reader.want(under, reader.walk(under, scope), "text") for under in trees)
    return Term(f"contains({whole}, {piece})", of_kind("truth"))


def _round(reader: Reader, tree: Tree, trees: Sequence[Tree], scope: Scope) -> Term:
    count_arguments(reader, tree, "round", trees, 1, 2)
    places = whole_number(reader, trees[1], "round", _PLACES) if len(trees) == 2 else 0
    number = reader.want(trees[0], reader.walk(trees[0], scope), "number")
    return Term(f"round({number}, {places})", of_kind("number"))


def _power(reader: Reader, tree: Tree, trees: Sequence[Tree], scope: Scope) -> Term:
    """Zero to a negative power is an error of DuckDB, which `TRY` makes no value; around an aggregate `TRY` cannot
    stand itself, so the two are handed to it as fields."""
    count_arguments(reader, tree, "power", trees, 2, 2)
    base, exponent = _numbers(reader, trees, scope)
    known = number_of(reader, trees[1])
    if known is None:
        raised = f"list_transform([{{b: {base}, e: {exponent}}}], lambda v: TRY(power(v.b, v.e)))[1]"
    else:
        raised = f"power({base if known >= 0 else f'nullif({base}, 0e0)'}, {exponent})"
    finite = f"nullif(nullif({raised}, {_INFINITY}), -{_INFINITY})"
    return Term(f"nullif({finite}, {_NOT_A_NUMBER})", of_kind("number"))


def _alike(name: str, least: int, most: int) -> Writer:
    def write(reader: Reader, tree: Tree, trees: Sequence[Tree], scope: Scope) -> Term:
        count_arguments(reader, tree, name, trees, least, most)
        terms = [reader.walk(under, scope) for under in trees]
        slot = reader.alike(trees, terms)
        return Term(f"{name}({', '.join(term.sql for term in terms)})", slot)

    return write


def _date_part(reader: Reader, tree: Tree, trees: Sequence[Tree], scope: Scope) -> Term:
    count_arguments(reader, tree, "date_part", trees, 2, 2)
    part = one_of(reader, trees[0], "date_part", _PARTS_OF_DATES)
    return Term(f"CAST(date_part({part}, {_date(reader, trees[1], scope)}) AS DOUBLE)", of_kind("number"))


def _date_diff(reader: Reader, tree: Tree, trees: Sequence[Tree], scope: Scope) -> Term:
    count_arguments(reader, tree, "date_diff", trees, 3, 3)
    step = one_of(reader, trees[0], "date_diff", _STEPS_OF_DATES)
    start, end = (_date(reader, under, scope) for under in trees[1:])
    return Term(f"CAST(date_diff({step}, {start}, {end}) AS DOUBLE)", of_kind("number"))


def _date(reader: Reader, tree: Tree, scope: Scope) -> str:
    """A moment; the cast tells DuckDB so of a bare null too."""
    return f"CAST({reader.want(tree, reader.walk(tree, scope), 'date')} AS TIMESTAMP)"


_SPECIAL: Mapping[str, Writer] = {
    **{sign: _arithmetic(sign) for sign in "+-*/%"},
    "~~": _like("LIKE"),
    "!~~": _like("NOT LIKE"),
    "contains": _contains,
    "round": _round,
    "power": _power,
    "least": _alike("least", 2, 1000),
    "greatest": _alike("greatest", 2, 1000),
    "nullif": _alike("nullif", 2, 2),
    "date_part": _date_part,
    "date_diff": _date_diff,
}
SCALARS: frozenset[str] = frozenset({*_PLAIN, *_SPECIAL})
"""The functions and operators of a row, as the parser names them; `coalesce` is no function to the parser."""

SCALAR_WORDS = (
    *("abs", "round", "floor", "ceil", "sqrt", "ln", "exp", "power", "least", "greatest", "coalesce", "nullif"),
    *("lower", "upper", "trim", "contains", "starts_with", "like", "date_part", "date_diff"),
)
"""The same as they are listed for people."""
