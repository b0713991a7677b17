"""Whole documents as they were agreed, for every reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from scorecard.rendering.report.printed.document import report_typst
from scorecard.rendering.report.printed.look import look
from scorecard.report import Audience
from tests.reported import folder_of, plain, report_of

AUDIENCES: tuple[Audience, ...] = get_args(Audience)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"/>'
Golden = Callable[[str, str], None]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(tmp_path_factory.mktemp("told"), plain)


def body(document: str) -> str:
    """The document without what it looks like and without its pictures, a line for each thing with a place."""
    head, rest = document.split("\n#let running", 1)
    rest = rest[rest.index("\n#block(") :]
    without = re.sub(r'bytes\("(?:[^"\\]|\\.)*"\)', 'bytes("…")', rest)
    kinds = "heading|goal-head|perspective|beside|cells|sums|block|part|tile|list|plain-list|enum|facts|defined"
    return head + re.sub(rf"(?<![-\w])(?=(?:{kinds})\()|(?=\.\.(?:whole|long|summed)\()", "\n", without)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_document_as_it_was_agreed(golden: Golden, told: Path, audience: Audience) -> None:
    golden(f"report/{audience}.typ", body(report_typst(report_of(told, audience), PICTURE.format(20, 10))))


@pytest.mark.parametrize(("width", "height", "flipped"), [(20, 10, "true"), (10, 20, "false")])
def test_the_map_lies_across_the_sheet_where_it_is_wide(told: Path, width: int, height: int, flipped: str) -> None:
    document = report_typst(report_of(told), PICTURE.format(width, height))
    assert f'map-page({flipped}, "Strategy map", ' in document


def test_what_runs_along_the_pages_is_text(told: Path) -> None:
    made = look(name='"#panic()\\', period="2026-03", day="As of")
    assert made.startswith('#let running = (name: "\\"#panic()\\\\", period: "2026-03", day: "As of")\n')
