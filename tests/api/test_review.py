"""Reviews read and written beside a map."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scorecard.api.examine import load
from scorecard.api.review import (
    add_comment,
    add_decision,
    close_decision,
    open_decisions,
    period_under_review,
    review_of,
    review_problems,
)
from scorecard.api.score import InvalidDataError, PeriodError
from scorecard.api.select import SelectionError
from scorecard.model import StrategyMap
from scorecard.period import parse_period
from scorecard.review import Decision
from scorecard.reviewing.amended import DecisionGoneError, NoteError
from scorecard.reviewing.files import LARGEST

OCTOBER = parse_period("2026-10")
MAP = """\
as_of: 2026-10-31
goals:
  engaging-content: {perspective: customer, lagging: [k]}
  other: {perspective: customer, name: The other one, lagging: [k]}
kpis: {k: {value: 3, baseline: 0, target: 4}}
"""


@pytest.fixture
def strategy_map(tmp_path: Path) -> StrategyMap:
    (tmp_path / "strategy.yaml").write_text(MAP, encoding="utf-8")
    return load(tmp_path / "strategy.yaml")


def decision(text: str = "answer faster", period: str = "2026-10") -> Decision:
    return Decision(
        period=parse_period(period),
        goal="engaging-content",
        kind="change",
        text=text,
        owner="Ana",
        due=date(2026, 12, 15),
        done=False,
        line=0,
    )


def write(folder: Path, period: str, text: str | bytes) -> None:
    (folder / "reviews").mkdir(exist_ok=True)
    (folder / f"reviews/{period}.md").write_bytes(text if isinstance(text, bytes) else text.encode())


def test_what_is_noted_is_read(strategy_map: StrategyMap, tmp_path: Path) -> None:
    assert review_of(tmp_path, OCTOBER).comments == ()
    add_comment(strategy_map, tmp_path, OCTOBER, "other", "first")
    add_decision(strategy_map, tmp_path, decision())
    add_comment(strategy_map, tmp_path, OCTOBER, "other", "second")
    review = review_of(tmp_path, OCTOBER)
    assert [(comment.goal, comment.text) for comment in review.comments] == [("other", "first"), ("other", "second")]
    assert review.decisions == (replace(decision(), line=10),)
    assert (tmp_path / "reviews/2026-10.md").read_text(encoding="utf-8").startswith("# Review 2026-10\n\n## The other")


def test_an_unknown_goal_is_answered_with_the_nearest(strategy_map: StrategyMap, tmp_path: Path) -> None:
    with pytest.raises(SelectionError, match="did you mean 'engaging-content'"):
        add_comment(strategy_map, tmp_path, OCTOBER, "engaging-contnt", "x")
    with pytest.raises(NoteError):
        add_comment(strategy_map, tmp_path, OCTOBER, "other", "")
    assert not (tmp_path / "reviews/2026-10.md").exists()


def test_decisions_that_are_open_from_all_earlier_reviews(strategy_map: StrategyMap, tmp_path: Path) -> None:
    write(tmp_path, "2026-07", "- [ ] oldest\n")
    write(tmp_path, "2026-Q3", "- [ ] of a quarter\n")
    write(tmp_path, "2026-09", "- [x] done\n- [ ] new one\n- [ ] new two\n")
    write(tmp_path, "2026-10", "- [ ] of this one\n")
    write(tmp_path, "2026-11", "- [ ] later\n")
    found = open_decisions(tmp_path, OCTOBER)
    assert [one.text for one in found] == ["new one", "new two", "of a quarter", "oldest"]
    close_decision(strategy_map, tmp_path, found[3])
    assert (tmp_path / "reviews/2026-07.md").read_text() == "- [x] oldest\n"
    assert [one.text for one in open_decisions(tmp_path, OCTOBER)] == ["new one", "new two", "of a quarter"]
    close_decision(strategy_map, tmp_path, found[3], done=False)
    assert (tmp_path / "reviews/2026-07.md").read_text() == "- [ ] oldest\n"
    write(tmp_path, "2026-07", "- [ ] changed\n")
    with pytest.raises(DecisionGoneError):
        close_decision(strategy_map, tmp_path, found[3])


def test_a_file_that_cannot_be_read_hides_no_decision_silently(strategy_map: StrategyMap, tmp_path: Path) -> None:
    write(tmp_path, "2026-08", b"- [ ] caf\xe9\n")
    write(tmp_path, "2026-09", b"\xff\xfe")
    with pytest.raises(InvalidDataError) as caught:
        open_decisions(tmp_path, OCTOBER)
    assert [problem.path for problem in caught.value.problems] == ["reviews/2026-09.md", "reviews/2026-08.md"]
    with pytest.raises(InvalidDataError):
        add_comment(strategy_map, tmp_path, parse_period("2026-08"), "other", "x")
    assert (tmp_path / "reviews/2026-08.md").read_bytes() == b"- [ ] caf\xe9\n"
    write(tmp_path, "2026-08", "- [ ] x · Ana · 31.12.2026 · other\n")
    assert [problem.rule for problem in review_problems(tmp_path)] == ["review-file", "bad-due"]


def test_the_period_under_review(strategy_map: StrategyMap, tmp_path: Path) -> None:
    day = date(2026, 10, 31)
    assert period_under_review(strategy_map, tmp_path, day) == OCTOBER
    assert str(period_under_review(strategy_map, tmp_path, day, "2026-09")) == "2026-09"
    with pytest.raises(PeriodError):
        period_under_review(strategy_map, tmp_path, day, "2026-Q3")


def test_a_heading_by_name_alone_is_understood(strategy_map: StrategyMap, tmp_path: Path) -> None:
    write(tmp_path, "2026-10", "## The other one\n\n- by hand\n")
    add_comment(strategy_map, tmp_path, OCTOBER, "other", "by the app")
    assert (tmp_path / "reviews/2026-10.md").read_text() == "## The other one\n\n- by hand\n- by the app\n"


def test_no_note_makes_the_file_unreadable(strategy_map: StrategyMap, tmp_path: Path) -> None:
    text = "# Review\n" + "x" * (LARGEST - 60) + "\n"
    write(tmp_path, "2026-10", text)
    with pytest.raises(NoteError, match=r"reviews/2026-10\.md would have more than 2 MB"):
        add_comment(strategy_map, tmp_path, OCTOBER, "other", "y" * 60)
    assert (tmp_path / "reviews/2026-10.md").read_text() == text
    assert review_of(tmp_path, OCTOBER).comments == ()
