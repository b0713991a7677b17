"""A formula as a tree, and how a text becomes one."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, cast

from scorecard.arithmetic.words import FormulaError, Word, words_of

Sign: TypeAlias = Literal["+", "-", "*", "/"]
Function: TypeAlias = Literal["min", "max", "abs", "change", "previous"]

_SIGNS: Mapping[type[ast.operator], Sign] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands in the formula."""

    value: float


@dataclass(frozen=True, slots=True)
class Operand:
    """The value of a KPI or a measure; ``name`` is its id with underscores."""

    name: str


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of the map; ``name`` is without ``$``."""

    name: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A sum or a product of any length, worked out from left to right; ``-a`` is ``0 - a``."""

    first: Node
    rest: tuple[tuple[Sign, Node], ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    function: Function
    arguments: tuple[Node, ...]


Node: TypeAlias = Number | Operand | Param | Chain | Call


@dataclass(frozen=True, kw_only=True, slots=True)
class Formula:
    """A formula that was read.

    ``operands`` and ``params`` are the names it uses, each once, in the order of the text; ``columns`` says where
    each operand stands first (characters, from 1). ``reach`` is how many periods back it looks at most.
    """

    text: str
    operands: tuple[str, ...]
    columns: tuple[int, ...]
    params: tuple[str, ...]
    reach: int
    tree: Node = field(repr=False)


def parse(text: str) -> Formula:
    """Read a formula.

    Raises:
        FormulaError: when the text is longer than 1,000 characters or anything but arithmetic.
    """
    words = words_of(text)
    # Python's parser is asked only what belongs together. It sees the signs, and for every other word its number.
    placeholders = " ".join(word.text if word.kind == "sign" else f"w{place}" for place, word in enumerate(words))
    try:
        tree = _node(ast.parse(placeholders, mode="eval").body, words)
    except (SyntaxError, RecursionError, MemoryError):  # the words make sense, so it can only be too much of it
        raise FormulaError("it is too long to be read", text[:20], "make a measure of a part of it", 1) from None
    operands: dict[str, int] = {}
    for word, after in zip(words, [*words[1:], words[-1]], strict=True):
        if word.kind == "name" and after.text != "(":
            operands.setdefault(word.text, word.column)
    return Formula(
        text=text,
        operands=tuple(operands),
        columns=tuple(operands.values()),
        params=tuple(dict.fromkeys(word.text[1:] for word in words if word.kind == "param")),
        reach=max((ago for _, ago in operands_of(tree)), default=0),
        tree=tree,
    )


def operands_of(node: Node) -> frozenset[tuple[str, int]]:
    """Every operand below a node, and how many periods before the node's own its value is taken."""
    if isinstance(node, Operand):
        return frozenset({(node.name, 0)})
    if isinstance(node, Chain):
        return operands_of(node.first).union(*(operands_of(part) for _, part in node.rest))
    if not isinstance(node, Call):
        return frozenset()
    found = frozenset[tuple[str, int]]().union(*map(operands_of, node.arguments))
    earlier = frozenset((name, ago + 1) for name, ago in found)
    return {"change": found | earlier, "previous": earlier}.get(node.function, found)


def _node(tree: ast.expr, words: Sequence[Word]) -> Node:
    if isinstance(tree, ast.Name):
        return _leaf(words[int(tree.id[1:])])
    if isinstance(tree, ast.UnaryOp):
        return Chain(Number(0.0), (("-", _node(tree.operand, words)),))
    if isinstance(tree, ast.BinOp):
        return _chain(tree, words)
    if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name):
        arguments = tuple(_node(argument, words) for argument in tree.args)
        return Call(cast(Function, words[int(tree.func.id[1:])].text), arguments)
    raise SyntaxError(ast.dump(tree))


def _leaf(word: Word) -> Node:
    if word.kind == "number":
        return Number(float(word.text))
    return Param(word.text[1:]) if word.kind == "param" else Operand(word.text)


def _chain(tree: ast.BinOp, words: Sequence[Word]) -> Chain:
    """A long sum hangs to the left, one level for every part; it is laid flat, as it is worked out."""
    kinds = (ast.Add, ast.Sub) if isinstance(tree.op, (ast.Add, ast.Sub)) else (ast.Mult, ast.Div)
    rest: list[tuple[Sign, Node]] = []
    left: ast.expr = tree
    while isinstance(left, ast.BinOp) and isinstance(left.op, kinds):
        rest.append((_SIGNS[type(left.op)], _node(left.right, words)))
        left = left.left
    return Chain(_node(left, words), tuple(reversed(rest)))
