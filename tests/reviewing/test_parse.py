"""What the text of a review says, written by hand in all the ways that people write."""

from __future__ import annotations

from datetime import date

import pytest

from scorecard.period import parse_period
from scorecard.review import Decision, DecisionKind
from scorecard.reviewing.document import ReviewText, parse

OCTOBER = parse_period("2026-10")
GOALS = {"engaging-content": "Engaging content", "ana": "Ana's goal", "draft": "Draft"}


def read(text: str, goals: dict[str, str] | None = None) -> ReviewText:
    return parse(text, OCTOBER, GOALS if goals is None else goals)


def comments(text: str) -> list[tuple[str, str]]:
    return [(comment.goal, comment.text) for comment in read(text).review.comments]


def decision(line: str, below: str = "engaging-content") -> Decision:
    (found,) = read(f"## X ({below})\n\n{line}\n" if below else f"{line}\n").review.decisions
    return found


WHOLE = """\
# Review 2026-10

Present: Ana, Ben.

## Engaging content (engaging-content)

- Reach fell because the campaign
  ended in September.
- Second comment
* A third, with another mark
1. And a fourth
- [ ] change: answer within a day · Community manager · 2026-12-15 · engaging-content
- [x] stop: the newsletter · – · – · engaging-content

A paragraph is a comment,
too.

### Details

Still the same goal.

| a table | stays |
|---|---|

> a quote stays

## Next time

- bring cake
"""


def test_a_whole_review() -> None:
    document = read(WHOLE)
    assert document.text == WHOLE
    assert document.problems == ()
    assert comments(WHOLE) == [
        ("engaging-content", "Reach fell because the campaign ended in September."),
        ("engaging-content", "Second comment"),
        ("engaging-content", "A third, with another mark"),
        ("engaging-content", "And a fourth"),
        ("engaging-content", "A paragraph is a comment, too."),
        ("engaging-content", "Still the same goal."),
    ]
    assert [comment.line for comment in document.review.comments] == [7, 9, 10, 11, 15, 20]
    first, second = document.review.decisions
    assert first == Decision(
        period=OCTOBER,
        goal="engaging-content",
        kind="change",
        text="answer within a day",
        owner="Community manager",
        due=date(2026, 12, 15),
        done=False,
        line=12,
    )
    assert (second.kind, second.owner, second.due, second.done) == ("stop", None, None, True)
    assert document.review.path == "reviews/2026-10.md"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- [ ] answer faster", (None, "answer faster", None, None)),
        ("- [ ] answer faster · Ana Lee", (None, "answer faster", "Ana Lee", None)),
        ("- [ ] answer faster · 2026-12-15", (None, "answer faster", None, date(2026, 12, 15))),
        ("- [ ] answer faster · Ana Lee · 2026-Q4", (None, "answer faster", "Ana Lee", date(2026, 12, 31))),
        ("- [ ] answer faster · Ana Lee · engaging-content", (None, "answer faster", "Ana Lee", None)),
        ("- [ ] answer faster · 2026-12 · engaging-content", (None, "answer faster", None, date(2026, 12, 31))),
        ("- [ ] answer faster · - · 2026-12-15", (None, "answer faster", None, date(2026, 12, 15))),
        ("- [ ] a · b · c · Ana · 2026-12-15 · engaging-content", (None, "a · b · c", "Ana", date(2026, 12, 15))),
        ("- [ ] STOP: it", ("stop", "it", None, None)),
        ("- [ ] Slow down: it", ("slow-down", "it", None, None)),
        ("- [ ] slow-down:it", ("slow-down", "it", None, None)),
        ("- [ ] stopping: it", (None, "stopping: it", None, None)),
        ("- []  change: x", ("change", "x", None, None)),
        ("  * [X] change: x", ("change", "x", None, None)),
        ("2. [ ] change: x", ("change", "x", None, None)),
        (
            "- [ ] change: wrapped\n  by hand · Ana ·\n  2026-12-15 · engaging-content",
            ("change", "wrapped by hand", "Ana", date(2026, 12, 15)),
        ),
    ],
)
def test_a_decision_by_hand(line: str, expected: tuple[DecisionKind | None, str, str | None, date | None]) -> None:
    found = decision(line)
    assert (found.kind, found.text, found.owner, found.due) == expected
    assert found.goal == "engaging-content"


@pytest.mark.parametrize(
    ("line", "below", "goal"),
    [
        ("- [ ] x · Ana · 2026-12-15 · gone-goal", "", "gone-goal"),
        ("- [ ] x · – · – · gone-goal", "engaging-content", "gone-goal"),
        ("- [ ] x · Ana · 15.12.2026 · gone-goal", "", "gone-goal"),
        ("- [ ] x · ana", "", "ana"),
        ("- [ ] x · gone-goal", "", None),
        ("- [ ] x", "gone-goal", "gone-goal"),
        ("- [ ] x", "", None),
    ],
)
def test_the_goal_of_a_decision(line: str, below: str, goal: str | None) -> None:
    assert decision(line, below).goal == goal


@pytest.mark.parametrize(
    ("heading", "goal"),
    [
        ("## Engaging content (engaging-content)", "engaging-content"),
        ("## engaging-content", "engaging-content"),
        ("## Engaging Content", "engaging-content"),
        ("# Engaging content ##", "engaging-content"),
        ("## Nobody knows (gone-goal)", "gone-goal"),
        ("##\tEngaging content", "engaging-content"),
        ("## Notes", None),
        ("## Notes (Draft version)", None),
        ("##Engaging content", None),
        ("    ## Engaging content", None),
    ],
)
def test_which_goal_a_heading_names(heading: str, goal: str | None) -> None:
    assert comments(f"{heading}\n\n- said\n") == ([(goal, "said")] if goal else [])


def test_of_two_goals_with_one_name_neither_is_meant() -> None:
    assert read("## Same\n- x\n", {"a": "Same", "b": "same"}).review.comments == ()


def test_a_heading_of_the_same_depth_ends_a_goal_and_a_deeper_one_does_not() -> None:
    text = "## A (draft)\n- 1\n### deeper\n- 2\n## other\n- 3\n"
    assert comments(text) == [("draft", "1"), ("draft", "2")]


def test_what_stands_between_two_fences_says_nothing() -> None:
    text = "## A (draft)\n```sh\n# no heading\n- [ ] no decision\n```\n- said\n~~~\n- an open fence is none\n"
    assert comments(text) == [("draft", "said ~~~"), ("draft", "an open fence is none")]
    assert read(text).review.decisions == ()


def test_nested_items_belong_to_the_one_above_but_a_box_stands_for_itself() -> None:
    document = read("## A (draft)\n- one\n  - under it\n  - [ ] stop: this\n")
    assert [comment.text for comment in document.review.comments] == ["one - under it"]
    assert [found.text for found in document.review.decisions] == ["this"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_any_line_end_and_a_mark_at_the_beginning(end: str) -> None:
    text = f"\ufeff## A (draft){end}{end}- said{end}- [ ] stop: it"
    assert read(text).text == text
    assert comments(text) == [("draft", "said")]
    assert read(text).review.decisions[0].line == 4


def test_a_day_that_is_none_is_doubted_at_its_place() -> None:
    (problem,) = read("## A (draft)\n\n- [ ] x · Ana · 15.12.2026 · draft\n").problems
    assert (problem.rule, problem.severity, problem.path) == ("bad-due", "warning", "reviews/2026-10.md")
    assert problem.position is not None
    assert (problem.position.line, problem.position.column, problem.position.length) == (3, 17, 10)
    assert decision("- [ ] x · Ana · 15.12.2026 · draft").owner == "Ana"


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("- [ ] four · Ana · someday · draft", "someday"),
        ("- [ ] four · Ana · next week · draft", "next week"),
        ("- [ ] four · Ana · 1 December", "1 December"),
        ("- [ ] four · Ana · Dec 1st", "Dec 1st"),
    ],
)
def test_words_in_the_place_of_the_day_are_doubted(line: str, due: str) -> None:
    document = read(f"## A (draft)\n\n{line}\n")
    assert [problem.params for problem in document.problems] == [{"text": due}]
    (found,) = document.review.decisions
    assert (found.text, found.owner, found.due, found.goal) == ("four", "Ana", None, "draft")


def test_an_owner_with_a_number_is_no_day() -> None:
    document = read("## A (draft)\n- [ ] x · Team 1\n- [ ] x · Team 1 · draft\n- [ ] a · b · Ana\n")
    assert document.problems == ()
    assert [found.owner for found in document.review.decisions] == ["Team 1", "Team 1", "Ana"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<!--\n- [ ] stop: x\n\n## B (ana)\n\n- y\n-->",
        "- <!-- a comment\n  - [ ] stop: x\n  -->",
        "<!-- one line -->",
        "<details>\n<summary>More</summary>\n- [ ] stop: x\ny\n</details>\n",
        "<custom-tag>\n- [ ] stop: x\n",
        "````\n```\n- [ ] stop: x\n```\n- y\n````",
        "```sh\n- [ ] stop: x\n```py\n- y\n```",
        "~~~\n```\n- y\n~~~",
    ],
)
def test_what_is_hidden_says_nothing(hidden: str) -> None:
    document = read(f"## A (draft)\n- before\n\n{hidden}\n- after\n")
    assert [(comment.goal, comment.text) for comment in document.review.comments] == [
        ("draft", "before"),
        ("draft", "after"),
    ]
    assert document.review.decisions == ()


def test_what_only_looks_like_html_hides_nothing_below() -> None:
    for line in ("<!-- never closed", "<https://example.org>", "<b>bold</b> words", "text\n<br>"):
        assert ("draft", "after") in comments(f"## A (draft)\n{line}\n- after\n")


def test_hostile_fences_are_read_in_one_go() -> None:
    lines = [*("`" * length for length in range(1_000, 3, -1)), *["```", "<!--", "<div>", "~~~ x"] * 40_000]
    assert read("\n".join(lines)).review.decisions == ()


def test_a_huge_text_is_read_in_one_go() -> None:
    lines = ["```\n", "# # # # #\n", "- [ ] · · · · ·\n", "- - - - - - -\n", "(((((\n", "~~~x\n"] * 30_000
    text = "## A (draft)\n" + "".join(lines) + "#" * 100_000 + " " * 100_000 + "x" + "\n- " + "· " * 100_000
    assert read(text).text == text
