"""Where notes are put, and how the file looks then."""

from __future__ import annotations

from datetime import date

import pytest

from scorecard.period import parse_period
from scorecard.review import Decision
from scorecard.reviewing.amended import NoteError, with_comment, with_decision
from scorecard.reviewing.document import parse

OCTOBER = parse_period("2026-10")


def noted(text: str, words: str = "said", goal: str = "a", name: str = "Goal A") -> str:
    return with_comment(parse(text, OCTOBER), goal, name, words)


def decided(before: str, **given: object) -> str:
    fields: dict[str, object] = {"kind": "change", "text": "it", "owner": "Ana", "due": date(2026, 12, 15)}
    decision = Decision(period=OCTOBER, goal="a", done=False, line=0, **(fields | given))  # type: ignore[arg-type]
    return with_decision(parse(before, OCTOBER), decision, "Goal A")


def test_the_first_note_makes_the_file() -> None:
    assert noted("") == "# Review 2026-10\n\n## Goal A (a)\n\n- said\n"
    assert decided(noted("")) == (
        "# Review 2026-10\n\n## Goal A (a)\n\n- said\n- [ ] change: it · Ana · 2026-12-15 · a\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## G (a)\n", "## G (a)\n\n- said\n"),
        ("## G (a)", "## G (a)\n\n- said\n"),
        ("## G (a)\n- x", "## G (a)\n- x\n- said\n"),
        ("## G (a)\n- x\n\n\n", "## G (a)\n- x\n- said\n\n\n"),
        ("## G (a)\n\npara\n", "## G (a)\n\npara\n\n- said\n"),
        ("## G (a)\n- x\n## H (b)\n- y\n", "## G (a)\n- x\n- said\n\n## H (b)\n- y\n"),
        ("## G (a)\n- x\n### deeper\n- y\n", "## G (a)\n- x\n- said\n\n### deeper\n- y\n"),
        ("## H (b)\n\n- y\n", "## H (b)\n\n- y\n\n## Goal A (a)\n\n- said\n"),
        ("## H (b)\n\n- y\n\n", "## H (b)\n\n- y\n\n## Goal A (a)\n\n- said\n"),
        ("## G (a)\r\n- x\r\n", "## G (a)\r\n- x\r\n- said\r\n"),
        ("\ufeff", "\ufeff# Review 2026-10\n\n## Goal A (a)\n\n- said\n"),
        ("## G (a)\n- x\n## G (a)\n- y\n", "## G (a)\n- x\n- said\n\n## G (a)\n- y\n"),
        ("## G (a)\n```\n- code\n```\n", "## G (a)\n```\n- code\n```\n\n- said\n"),
    ],
)
def test_where_a_note_is_put(before: str, after: str) -> None:
    assert noted(before) == after


def test_what_would_be_something_else_is_written_so_that_it_is_not() -> None:
    assert noted("", "[ ] no decision").endswith("- \\[ ] no decision\n")
    assert noted("", "# no heading").endswith("- \\# no heading\n")
    assert noted("", "two\nlines\x1b[2J").endswith("- two lines [2J\n")
    assert "## \\[Click](x) \\<b> (a)\n" in noted("", name="[Click](x) <b>")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": " \n"}, "the decision is empty"),
        ({"text": "x" * 10_001}, "10,001 characters"),
        ({"owner": "Ana · Ben"}, "holds no '·'"),
        ({"owner": "x" * 10_001}, "10,001 characters"),
        ({"due": date(1000, 1, 1)}, "from 1900 to 2199"),
    ],
)
def test_what_cannot_be_written_down_is_said(given: dict[str, object], said: str) -> None:
    with pytest.raises(NoteError, match=said):
        decided("", **given)
    with pytest.raises(NoteError, match="the comment is empty"):
        noted("", "\x00")


def test_what_is_not_known_is_a_dash() -> None:
    assert decided("", owner=None, due=None).endswith("- [ ] change: it · – · – · a\n")


def test_a_note_ends_no_open_comment_of_html() -> None:
    document = parse("## A (a)\n\n<!-- open\n\n- kept\n", OCTOBER)
    with pytest.raises(NoteError, match="would end a comment of HTML"):
        with_comment(document, "a", "A", "so --> there")
    assert "so --> there" in with_comment(parse("", OCTOBER), "a", "A", "so --> there")
