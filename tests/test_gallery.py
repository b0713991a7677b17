"""The template and the example maps in every format: the computed scorecard and each text that is made of it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import scorecard
from scorecard.api.status import Screen, StatusFormat, StatusOptions, status_text
from scorecard.result import Scorecard

ROOT = Path(__file__).parents[1]
MAPS = {
    "social-media": ROOT / "templates/social-media/strategy.yaml",
    **{path.stem: path for path in sorted((ROOT / "maps").glob("*.yaml"))},
    **{path.parent.name: path for path in sorted((ROOT / "maps").glob("*/strategy.yaml"))},
}
PICTURES = ROOT / "maps/pictures"
PLAIN = StatusOptions()
ALL = StatusOptions(kpis=True, initiatives=True, full=True)

FORMATS: dict[str, Callable[[Scorecard], str]] = {
    "card.json": lambda card: json.dumps(_plain(card), indent=1, ensure_ascii=False) + "\n",
    "status.txt": lambda card: status_text(card, "table", PLAIN, Screen(width=100)),
    "status-full.txt": lambda card: status_text(card, "table", ALL, Screen(width=140)),
    "status-narrow.txt": lambda card: status_text(card, "table", PLAIN, Screen(width=60, ascii=True)),
    "status.json": lambda card: _text(card, "json"),
    "status.csv": lambda card: _text(card, "csv"),
    "kpis.csv": lambda card: status_text(card, "csv", ALL, Screen()),
    "status.md": lambda card: status_text(card, "markdown", ALL, Screen()),
    "map.dot": lambda card: scorecard.render(card, "dot"),
    "map.mmd": lambda card: scorecard.render(card, "mmd"),
}


def _text(card: Scorecard, style: StatusFormat) -> str:
    return status_text(card, style, PLAIN, Screen())


def _plain(value: Any) -> Any:
    """A computed object as data, numbers to ten digits, so that the last bits of another processor do not matter."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, float):
        return float(f"{value:.10g}")
    return value.isoformat() if isinstance(value, date) else value


@cache
def card_of(name: str) -> Scorecard:
    """The scorecard of a map of the gallery."""
    return scorecard.score(scorecard.load(MAPS[name]), folder=MAPS[name].parent)


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("file", FORMATS)
def test_each_map_in_each_format(name: str, file: str, golden: Callable[[str, str], None]) -> None:
    golden(f"gallery/{name}/{file}", FORMATS[file](card_of(name)))


@pytest.mark.parametrize("name", MAPS)
def test_maps_of_the_gallery_have_no_problems(name: str) -> None:
    assert scorecard.examine(MAPS[name]).problems == ()


def _said(svg: bytes) -> Counter[str]:
    """What a picture says, wherever it says it: engines break lines and place texts differently."""
    texts = [element.text or "" for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
    return Counter(word for text in texts for word in re.split(r"[\s\u00a0]+", text) if word)


@pytest.mark.parametrize("name", MAPS)
def test_pictures_of_the_gallery_are_up_to_date(name: str) -> None:
    """After a change: ``scorecard render MAP -o maps/pictures/NAME.svg``."""
    assert _said((PICTURES / f"{name}.svg").read_bytes()) == _said(scorecard.render(card_of(name), "svg"))


def test_the_gallery_shows_every_map() -> None:
    text = (ROOT / "maps/README.md").read_text(encoding="utf-8")
    for name in MAPS:
        assert f"pictures/{name}.svg" in text
