"""Maps that someone, or a broken disk, has changed at random: bytes, tokens and whole branches."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from scorecard.api.examine import examine_bytes
from scorecard.api.explain import explanation_text
from scorecard.api.problems import problems_text
from scorecard.api.render import render
from scorecard.api.score import scored
from scorecard.api.show import show_text
from scorecard.api.status import Screen, StatusOptions, status_text
from scorecard.explaining import explain
from scorecard.measuring import measure
from scorecard.problem import Examination, lines_of
from scorecard.reading import read_bytes
from scorecard.rendering.show.page import Kind
from scorecard.result import GoalScore, IndexScore, PerspectiveScore, Scorecard
from tests.regrown import regrown

_Source: TypeAlias = tuple[bytes, Any]

_ROOT = Path(__file__).parents[1]
_DAY = date(2026, 10, 31)
_NO_TREES = {"alias-bomb", "alias-recursion", "nesting"}  # too large to be written again
_MARKS = b"\t \n\r:-,[]{}#&*!|>'\"%@`?<~\\=.0123456789ekMn"
_TOKENS = (
    *(": ", " #", "\n", "- ", "{", "}", "[", "]", ", ", "\t", '"', "'", "&a ", "*a", "<<: *a", "!x ", "---\n", "...\n"),
    *("null", "~", "no", "yes", ".nan", ".inf", "-.inf", "1e308", "-1e15", "1e-300", "0", "-0", "+5", "5%", "1,200"),
    *("0x1F", "999999999999999999999", "9" * 400, "0x" + "f" * 300, "2026-02-30", "9999-12-31", "0000", "\x85"),
    *(
        "\u2028",
        "\ufeff",
        "\u202e",
        "😀",
        "e\u0301",
        "x" * 3000,
        "[" * 70,
        "{a: " * 70,
        "  ",
        "goals:",
        "kpis:",
        "driven_by:",
    ),
    *(
        "delay: 1",
        "hindered_by:",
        "curve: [[0, 0], [1, 1]]",
        "range: [1, 2]",
        "worst: 3",
        "scale: binary",
        "direction: none",
    ),
    *("target: {change: +12%}", "target: {kpi: a}", "weight: 1000", "perspective: customer", "# scorecard: ignore[x]"),
)
_VALUES: tuple[Any, ...] = (
    None,
    "",
    "no",
    "5",
    "-1",
    "1e15",
    "1e-300",
    "0",
    "5%",
    "a",
    "a b",
    [],
    {},
    [[]],
    {"a": "b"},
    "2026-01-01",
)


def right_files() -> list[Path]:
    """The maps that are right."""
    return [*sorted((_ROOT / "maps").glob("**/*.yaml")), *sorted((_ROOT / "templates").glob("*/strategy.yaml"))]


def wrong_files() -> list[Path]:
    """The maps that are wrong already."""
    return sorted((_ROOT / "tests" / "invalid").glob("*.yaml"))


@cache
def _files() -> tuple[list[Path], list[Path]]:
    return right_files(), wrong_files()


def source(seed: int) -> Path:
    """The file that is changed for this seed: by turns a right one and a wrong one."""
    number, is_wrong = divmod(seed, 2)
    files = _files()[is_wrong]
    return files[number % len(files)]


@cache
def _read(path: Path) -> _Source:
    """The bytes of a file, and its data where it can be read."""
    raw = path.read_bytes()
    try:
        data = yaml.load(raw, Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        data = None
    return raw, data if path.stem not in _NO_TREES else None


def mutant(seed: int) -> bytes:
    """One changed map; the same seed gives the same bytes while the files stay the same.

    Every second of the right maps is changed as an author would, so that many mutants can be scored.
    """
    chance = random.Random(seed)
    raw, data = _read(source(seed))
    if seed % 2 == 0 and chance.random() < 0.5:
        tree = deepcopy(data)
        regrown(chance, tree)
        return chance.choice((_figures, _as_it_is))(chance, _written(chance, tree))
    if data is not None and chance.random() < 0.4:
        raw = _changed_tree(chance, data)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        raw = chance.choice((_bytes, _tokens, _lines, _figures, _figures))(chance, raw)
    return raw


def _bytes(chance: random.Random, raw: bytes) -> bytes:
    at = chance.randrange(len(raw) + 1)
    kind = chance.randrange(4)
    byte = bytes([chance.choice(_MARKS) if chance.random() < 0.8 else chance.randrange(256)])
    if kind == 0:
        return raw[:at] + byte + raw[at:]
    if kind == 1:
        return raw[:at] + raw[at + chance.choice((1, 1, 2, 50)) :]
    if kind == 2:
        return raw[:at] + byte + raw[at + 1 :]
    return raw[:at] if chance.random() < 0.1 else raw[:at] + raw[at : at + 3][::-1] + raw[at + 3 :]


def _tokens(chance: random.Random, raw: bytes) -> bytes:
    words = raw.split(b" ")
    at = chance.randrange(len(words))
    kind = chance.randrange(4)
    if kind == 0:
        words[at] = chance.choice(_TOKENS).encode()
    elif kind == 1:
        words.insert(at, chance.choice(_TOKENS).encode())
    elif kind == 2:
        other = chance.randrange(len(words))
        words[at], words[other] = words[other], words[at]
    else:
        words[at] += chance.choice(_TOKENS).encode()
    return b" ".join(words)


def _lines(chance: random.Random, raw: bytes) -> bytes:
    lines = raw.split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    kind = chance.randrange(5)
    if kind == 0:
        lines.insert(at, lines[other])
    elif kind == 1:
        del lines[at : at + chance.choice((1, 1, 5))]
    elif kind == 2:
        lines[at] = b" " * chance.randrange(9) + lines[at].lstrip()
    elif kind == 3:
        lines[at], lines[other] = lines[other], lines[at]
    else:
        return chance.choice((b"\r\n", b"\r", b"\n\n")).join(lines)
    return b"\n".join(lines)


def _figures(chance: random.Random, raw: bytes) -> bytes:
    """Another number, in the place of one: this leaves most maps without errors."""
    places = list(re.finditer(rb"(?<=[ \[])-?\d[\d.]*(?=[%kM]?[,}\]\n])", raw))
    if not places:
        return raw
    place = chance.choice(places)
    fixed = (b"0", b"1", b"1e15", b"-1e15", b"1e-300", b"0.001", b"-7", b"100", b"1e-9")
    number = chance.choice((*fixed, place[0] + b"0"))
    return raw[: place.start()] + number + raw[place.end() :]


def _as_it_is(chance: random.Random, raw: bytes) -> bytes:
    return raw


def _changed_tree(chance: random.Random, data: Any) -> bytes:
    """The data with some branches changed."""
    changed = deepcopy(data)
    for _ in range(chance.choice((1, 2, 5))):
        places = list(_places(changed))
        if not places:
            break
        holder, key = chance.choice(places)
        kind = chance.randrange(4)
        if kind == 0:
            del holder[key]
        elif kind == 1:
            holder[key] = deepcopy(chance.choice(_VALUES))
        elif kind == 2:
            other, other_key = chance.choice(places)
            holder[key] = deepcopy(other[other_key]) if _size(other[other_key]) < 200 else "x"
        elif isinstance(holder, dict):
            holder[chance.choice(("x-own", "name", "goals", "a", "A b", "", "1", "by"))] = holder.pop(key)
        else:
            holder.insert(key, deepcopy(chance.choice(_VALUES)))
    return _written(chance, changed)


def _written(chance: random.Random, data: Any) -> bytes:
    """The data in one of YAML's styles."""
    flow = chance.choice((True, False, None))
    text: bytes = yaml.dump(
        data, Dumper=yaml.CSafeDumper, default_flow_style=flow, allow_unicode=True, sort_keys=False, encoding="utf-8"
    )
    return text


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    items = list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    for key, value in items:
        yield data, key
        yield from _places(value)


def _size(data: Any) -> int:
    return 1 + sum(1 for _ in _places(data))


def use(raw: bytes) -> str:
    """Do with a file all that the commands do, and say how far it came: ``broken``, ``warned`` or ``scored``."""
    examination = examine_bytes(raw, "map.yaml")
    _look_at(examination)
    if any(problem.severity == "error" for problem in examination.problems):
        return "broken"
    strategy_map = read_bytes(raw).strategy_map
    assert strategy_map is not None
    # Without a folder no source has rows; files that are changed have a test of their own.
    card = scored(strategy_map, measure(strategy_map, None, _DAY).actuals, _DAY, None, None)
    _look_into(card)
    json.loads(status_text(card, "json", StatusOptions(), Screen()), parse_constant=_no_constant)
    everything = StatusOptions(kpis=True, initiatives=True, full=True)
    assert status_text(card, "table", everything, Screen(width=80, ascii=True)).isascii() or not raw.isascii()
    assert status_text(card, "markdown", everything, Screen())
    assert status_text(card, "csv", everything, Screen())
    assert render(card, "dot")
    assert render(card, "mmd")
    for kind, items in _KINDS:
        for item in items(card)[len(raw) % 7 :: 7]:  # some of them, since each is a page of its own
            assert show_text(card, kind, item.id, "table", Screen(width=80))
            json.loads(show_text(card, kind, item.id, "json", Screen()), parse_constant=_no_constant)
            if kind == "goal":
                found = explain(card, kind, item.id, "outlook", earlier=card)
                json.loads(explanation_text(found, "json", Screen()), parse_constant=_no_constant)
                assert explanation_text(replace(found, change=None), "table", Screen(width=80))
    return "warned" if examination.problems else "scored"


_KINDS: tuple[tuple[Kind, Callable[[Scorecard], Sequence[Any]]], ...] = (
    ("goal", lambda card: card.goals),
    ("kpi", lambda card: card.kpis),
    ("perspective", lambda card: card.perspectives),
    ("initiative", lambda card: card.initiatives),
)


def _look_into(card: Scorecard) -> None:
    """Every mean lies between the smallest and the largest performance, every coverage between nothing and all."""
    known = [kpi.performance for kpi in card.kpis if kpi.performance is not None]
    items: tuple[IndexScore | PerspectiveScore | GoalScore, ...] = (card.index, *card.perspectives, *card.goals)
    for item in items:
        for number in (item.performance, item.lagging, item.leading, item.outlook):
            assert number is None or min(known) - 1e-6 <= number <= max(known) + 1e-6, item
        for share in (item.coverage.lagging, item.coverage.leading, item.coverage.outlook):
            assert 0 <= share <= 1 + 1e-9, item


def _look_at(examination: Examination) -> None:
    """Every problem has its place inside the text, and its sentences can be said."""
    lines = lines_of(examination.text)
    for problem in examination.problems:
        if problem.position is not None:
            line, column = problem.position.line, problem.position.column
            assert 1 <= line <= len(lines), problem
            assert 1 <= column <= len(lines[line - 1]) + 1, problem
    for style in ("full", "json", "github"):
        assert problems_text([examination], style, Screen())


def _no_constant(name: str) -> None:
    raise AssertionError(f"{name} in JSON")
