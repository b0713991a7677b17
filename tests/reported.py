"""A working folder whose map uses every text that a report may show, and what is needed to read a page in a test."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from scorecard.api.examine import load
from scorecard.api.report import report
from scorecard.report import Audience, Report

DAY = date(2026, 3, 31)
HOSTILE = (
    "</style></script><script>alert(1)</script><img src=x onerror=alert(2)> \" ' & ]]> --> "
    "`code` | [a](javascript:alert(3)) @all #1 \u202eevil\u202c \u200f שלום 👩‍🚀 " + "w" * 500
)
_VOID = frozenset(("br", "hr", "meta", "wbr"))


def folder_of(folder: Path, say: Callable[[str], str]) -> Path:
    """The map with its data; ``say`` gives the text of each field, told by a few words of ours."""
    (folder / "data").mkdir(parents=True)
    (folder / "strategy.yaml").write_text(json.dumps(_map(say), ensure_ascii=False), encoding="utf-8")
    _write(
        folder / "data/actuals.csv",
        ["date", "kpi", "value", "n", "note"],
        [
            [f"2026-0{month}", kpi, value + month, 9, say("note")]
            for month in (1, 2, 3)
            for kpi, value in (("answers", 40), ("trained", 50))
        ],
    )
    _write(
        folder / "data/posts.csv",
        ["published", "title", "network", "reach", "likes"],
        [
            [f"2026-0{month}-0{number}", say(f"post {number}"), say(f"network {number % 2}"), 90 * number, 7 * number]
            for month in (2, 3)
            for number in range(1, 10)
        ],
    )
    return folder


def _write(path: Path, head: list[str], rows: list[list[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([head, *rows])


def _map(say: Callable[[str], str]) -> dict[str, Any]:
    plan = {"since": "2026-01-01", "by": "2026-12-31"}
    return {
        "name": say("map"),
        "description": say("description of the map"),
        "organisation": say("organisation"),
        "mission": say("mission"),
        "vision": say("vision"),
        "owner": say("owner of the map"),
        "horizon": say("horizon"),
        "as_of": DAY.isoformat(),
        "currency": "EUR",
        "dimensions": ["network"],
        "headline": ["reach", "rate"],
        "events": {"2026-02-10": say("event"), "2026-03": say("event of the period")},
        "perspectives": {
            "top": {"name": say("top"), "questions": [say("question")]},
            "base": {"name": say("base"), "questions": [say("question below")]},
        },
        "themes": {"one": {"name": say("theme"), "description": say("description of the theme")}},
        "goals": {
            "seen": {
                "name": say("goal"),
                "description": say("description of the goal"),
                "perspective": "top",
                "owner": say("owner of the goal"),
                "theme": "one",
                "url": say("page of the goal"),
                "importance": 5,
                "urgency": 4,
                "lagging": {"rate": {"weight": 2, "because": say("why this result")}, "clicks": 1},
                "leading": {"answers": {"delay": 1, "because": say("why this driver")}},
                "guardrails": ["lost"],
                "driven_by": {"able": {"delay": 1, "because": say("why this cause")}},
                "initiatives": ["course"],
            },
            "able": {
                "name": say("cause"),
                "perspective": "base",
                "lagging": ["trained"],
                "hindered_by": {"seen": {"because": say("why this hinders")}},
            },
        },
        "sources": {"posts": {"date": "published", "label": "title", "files": "data/posts.csv"}},
        "measures": {
            "reach": {
                "name": say("measure"),
                "description": say("description of the measure"),
                "unit": "count",
                "source": "posts",
                "formula": "sum(reach)",
            }
        },
        "kpis": {
            "rate": {
                "name": say("rate"),
                "description": say("description of the rate"),
                "owner": say("owner of the rate"),
                "url": say("page of the rate"),
                "unit": "%",
                "source": "posts",
                "formula": "sum(likes) / sum(reach)",
                "baseline": "2%",
                "target": "9%",
                **plan,
            },
            "clicks": {"name": say("clicks"), "kind": "flow", "baseline": 1, "target": 9, **plan},
            "answers": {
                "name": say("answers"),
                "unit": say("unit")[:30],
                "kind": "stock",
                "baseline": 20,
                "target": 60,
                "alarm": {"above": 10},
                "review_by": "2026-01-31",
                "breaks": {"2026-02": say("break")},
                **plan,
            },
            "trained": {"name": say("trained"), "kind": "stock", "baseline": 0, "target": 100, **plan},
            "lost": {"name": say("guardrail"), "kind": "flow", "direction": "minimise", "alarm": {"above": 3}},
        },
        "initiatives": {
            "course": {
                "name": say("initiative"),
                "description": say("description of the initiative"),
                "owner": say("owner of the initiative"),
                "due": "2026-02-28",
                "status": "active",
                "completion": 0.4,
                "budget": 100,
                "spent": 130,
                "because": say("why the initiative"),
                "result": say("result"),
                "url": say("page of the initiative"),
            }
        },
    }


def plain(words: str) -> str:
    """A harmless text for a field."""
    return words.capitalize()


def hostile(words: str) -> str:
    """The worst text for a field."""
    return f"{words} {HOSTILE}"


def report_of(folder: Path, audience: Audience = "team") -> Report:
    """The report of the map in a folder."""
    return report(load(folder / "strategy.yaml"), DAY, folder=folder, audience=audience)


@dataclass
class Page(HTMLParser):
    """What a browser would make of a page: its elements with their attributes in order, and the text in them."""

    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        if len({key for key, _ in attrs}) < len(attrs):
            self.odd.append(f"an attribute twice on {tag}")
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself, as those of SVG do."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Note the end of one, which has to be the last that was begun."""
        if not self.open or self.open.pop() != tag:
            self.odd.append(f"</{tag}> ends another element")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        """There are none."""
        self.odd.append(f"a comment: {data[:40]}")

    def unknown_decl(self, data: str) -> None:
        """There are none."""
        self.odd.append(f"a declaration: {data[:40]}")

    def of(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every such element."""
        return [attributes for name, attributes in self.elements if name == tag]

    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """The elements with the names of their attributes: what no text of a map may change."""
        return [(tag, tuple(attributes)) for tag, attributes in self.elements]


def read(text: str) -> Page:
    """Read a page."""
    page = Page()
    page.feed(text)
    page.close()
    return page
