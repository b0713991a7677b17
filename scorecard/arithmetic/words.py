"""The words of a formula: which there are, and in which order they make sense.

Whatever is wrong with a formula is found here, where it stands. Words that pass have exactly one meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple, NoReturn

LONGEST = 1000
"""No formula has more characters."""
DEEPEST = 20
"""No formula has more brackets inside each other."""
FUNCTIONS = ("min", "max", "abs", "change", "previous")

_WORDS = re.compile(
    r"""(?P<blank>\s+)
    |(?P<number>(?:[0-9]+(?:_[0-9]+)*(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?![A-Za-z0-9_.]))
    |(?P<odd>[0-9]+\.[A-Za-z0-9_.]*|\.[0-9][A-Za-z0-9_.]*)
    |(?P<name>[A-Za-z0-9_]+)
    |(?P<param>\$[A-Za-z][A-Za-z0-9_]*)
    |(?P<sign>\*\*|//|:=|[<>=!]=|<>|.)""",
    re.VERBOSE | re.DOTALL,
)
_NAME = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*", re.ASCII | re.IGNORECASE)
_SHORT_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+)([kKM])", re.ASCII)
_SIGNS = ("+", "-", "*", "/")
_OVER_ROWS = ("sum", "count", "avg", "mean", "median", "first", "last", "quantile", "stddev")
_LOGIC = ("if", "else", "and", "or", "not", "in", "is", "for", "lambda", "case", "when")
_CALLED = {
    "**": "a power",
    "^": "a power",
    "//": "whole division",
    ":=": "an assignment",
    "[": "a square bracket",
    "]": "a square bracket",
    "{": "a curly bracket",
    "}": "a curly bracket",
    "'": "a text in quotes",
    '"': "a text in quotes",
    ".": "a dot",
    **{sign: f"a comparison (`{sign}`)" for sign in ("<", ">", "==", "!=", "<=", ">=", "<>")},
}
_INSTEAD = {
    "**": "multiply instead",
    "^": "multiply instead",
    "//": "write `/`",
    "$": "write `$` and a name that stands under `params`",
    "−": "write `-`",
    "–": "write `-`",
    "×": "write `*`",
    "·": "write `*`",
    "÷": "write `/`",
    ":": "to divide, write `/`",
}
_ALLOWED = "there are numbers, ids with underscores, + - * / ( ), min, max, abs, change, previous and $parameters"


class FormulaError(Exception):
    """A text is no formula.

    ``message`` says why, ``part`` is what is wrong, ``column`` where that begins (characters, from 1), and ``hint``
    what would mend it.
    """

    def __init__(self, message: str, part: str, hint: str, column: int) -> None:
        super().__init__(message)
        self.message, self.part, self.hint, self.column = message, part, hint, column


class Word(NamedTuple):
    """A word of ``kind`` number, name, param or sign, and where it begins (characters, from 1)."""

    kind: str
    text: str
    column: int


@dataclass(slots=True)
class _Bracket:
    """An open bracket, the function before it if there is one, and how many commas it has so far."""

    word: Word
    function: Word | None = None
    commas: int = 0


def words_of(text: str) -> list[Word]:
    """The words of a formula, in an order that makes sense.

    Raises:
        FormulaError: when the text is longer than 1,000 characters or anything but arithmetic.
    """
    if len(text) > LONGEST:
        what = f"it has {len(text):,} characters, more than {LONGEST:,}"
        raise FormulaError(what, text[:20], "make a measure of a part of it", 1)
    words = list(_cut(text))
    if not words:
        raise FormulaError("it is empty", "", _ALLOWED, 1)
    _check_order(words)
    return words


def long_form(text: str) -> str | None:
    """How a formula writes ``80k`` or ``1.2M``: ``80000``; None for anything else."""
    match = _SHORT_NUMBER.fullmatch(text)
    return match and f"{float(match[1]) * (1e6 if match[2] == 'M' else 1e3):.12g}"


def _refuse(message: str, word: Word, hint: str = _ALLOWED) -> NoReturn:
    raise FormulaError(message, word.text, hint, word.column)


def _cut(text: str) -> Iterator[Word]:
    """The words of a text without its blanks; the first that means nothing in a formula is refused."""
    before: Word | None = None
    for match in _WORDS.finditer(text):
        word = Word(match.lastgroup or "", match.group(), match.start() + 1)
        if word.kind == "blank":
            continue
        if word.kind == "odd":
            number = long_form(word.text)
            _refuse(f"'{word.text}' is not a number", word, f"write {number}" if number else "write it as in 1200.5")
        if word.kind == "number" and not isfinite(float(word.text)):
            _refuse("a number is too large", word, "no figure of a map is larger than 1e15")
        if word.kind == "name" and (word.text in ("True", "False", "None") or not _NAME.fullmatch(word.text)):
            _refuse(f"'{word.text}' cannot be a KPI or a measure", word)
        if word.kind == "sign" and word.text not in (*_SIGNS, "(", ")", ","):
            _refuse_sign(word, before, text)
        yield word
        before = word


def _refuse_sign(word: Word, before: Word | None, text: str) -> NoReturn:
    if word.text == "%" and before is not None and before.kind == "number":
        percentage = Word("odd", text[before.column - 1 : word.column], before.column)
        hint = f"write {float(before.text) / 100:.12g} for {percentage.text}"
        _refuse("a percentage has no meaning in a formula", percentage, hint)
    character = f"'{word.text}'" if word.text.isprintable() else f"the character U+{ord(word.text):04X}"
    called = _CALLED.get(word.text, character)
    _refuse(f"{called} has no meaning in a formula", word, _INSTEAD.get(word.text, _ALLOWED))


def _check_order(words: Sequence[Word]) -> None:
    brackets: list[_Bracket] = []
    for index, word in enumerate(words):
        before = words[index - 1] if index else None
        if before is not None and _ends_a_part(before):
            _check_after_a_part(word, before, brackets)
        else:
            _check_beginning(word, words[max(0, index - 2) : index], brackets)
        if len(brackets) > DEEPEST:
            _refuse(f"more than {DEEPEST} brackets stand inside each other", word, "make a measure of a part of it")
    if not _ends_a_part(words[-1]):
        _refuse(f"something is missing after '{words[-1].text}'", words[-1])
    if brackets:
        _refuse("a bracket is not closed", brackets[-1].word, "close it with `)`")


def _ends_a_part(word: Word) -> bool:
    return word.kind != "sign" or word.text == ")"


def _check_beginning(word: Word, before: Sequence[Word], brackets: list[_Bracket]) -> None:
    """A number, a name, a bracket or a minus sign may begin a part."""
    if word.kind != "sign":
        return
    if word.text == "(":
        brackets.append(_Bracket(word))
    elif word.text != "-":
        place = f"after '{before[-1].text}'" if before else "at the beginning"
        _refuse(f"'{word.text}' cannot stand {place}", word, "a number or an id has to stand before it")
    elif len(before) == 2 and all(sign.text in _SIGNS for sign in before):
        _refuse("three signs stand together", word, "one is enough")


def _check_after_a_part(word: Word, before: Word, brackets: list[_Bracket]) -> None:
    """A sign, a comma or a closing bracket may follow a part; an opening one follows the name of a function."""
    if word.text == "(" and before.kind == "name":
        if before.text not in FUNCTIONS:
            needs_rows = before.text.lower() in _OVER_ROWS
            hint = "to work it out over rows, name their `source`" if needs_rows else f"there are {_listed(FUNCTIONS)}"
            _refuse(f"'{before.text}' is not a function of a formula without a source", before, hint)
        brackets.append(_Bracket(word, before))
    elif word.text == "(" or word.kind != "sign":
        for logic in (before, word):
            if logic.text in _LOGIC:
                _refuse(f"'{logic.text}' has no meaning in a formula", logic)
        _refuse(f"between '{before.text}' and '{word.text}' a sign is missing", word, "put + - * or / in between")
    elif word.text == ",":
        if not brackets or brackets[-1].function is None:
            _refuse("a comma stands outside of min( ) and max( )", word, "write numbers without one: 1200 or 3.5")
        brackets[-1].commas += 1
    elif word.text == ")":
        if not brackets:
            _refuse("a bracket is closed that was never opened", word, "take it out, or open it with `(`")
        _check_arguments(brackets.pop())


def _check_arguments(bracket: _Bracket) -> None:
    function = bracket.function
    if function is None:
        return
    if function.text in ("min", "max") and not bracket.commas:
        _refuse(f"'{function.text}' has nothing to compare with", function, f"write {function.text}(a, b)")
    if function.text not in ("min", "max") and bracket.commas:
        _refuse(f"'{function.text}' takes one thing, not {bracket.commas + 1}", function, f"write {function.text}(a)")


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + f" and {words[-1]}"
