"""Laws: no letter is lost, what is added is found, a decision is closed by one character."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scorecard.period import parse_period
from scorecard.recorded import one_line
from scorecard.review import KINDS, Decision
from scorecard.reviewing.amended import DecisionGoneError, NoteError, with_comment, with_decision, with_done
from scorecard.reviewing.decision_line import DASHES
from scorecard.reviewing.document import parse

OCTOBER = parse_period("2026-10")
PIECES = (
    *("# Review 2026-10", "## Engaging content (engaging-content)", "### x", "## (b)", "#", "a", "- said", "  more"),
    *("- [ ] stop: x · Ana · 2026-12-15 · engaging-content", "- [x] y", "- [ ] stop: x", "- []", "1. z", "```", "~~~"),
    *("> q", "| t |", "---", "- ---", "\\", "\t- [ ] n", "<!--", "-->", "\ufeff", "\x00", "\x85", "· · ·", "", " "),
)
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES)).flatmap(
        lambda pieces: st.sampled_from(["\n", "\r\n", "\r", "\n\n", ""]).map(
            lambda end: end.join(pieces) + end * (len(pieces) % 2)
        )
    ),
)
GOALS = st.sampled_from(["engaging-content", "b", "2026-12-15", "a-b-c", "stop"])
WORDS = st.one_of(
    st.text(), st.lists(st.sampled_from(["·", " · ", "-", "–", "[ ]", "stop:", "a", " ", "2026"])).map("".join)
)
OWNERS = st.one_of(st.none(), WORDS)
DAYS = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2199, 12, 31)))


@given(TEXTS)
def test_reading_loses_nothing(text: str) -> None:
    assert parse(text, OCTOBER).text == text


def without(text: str, added: str) -> bool:
    """Whether every line of a text still stands in another one, in their order, and at most its end was added."""
    rest = added
    for piece in text.splitlines():
        at = rest.find(piece)
        if at < 0:
            return False
        rest = rest[at + len(piece) :]
    return True


@given(TEXTS, GOALS, st.text(), WORDS)
@example("```\n", "b", "```", "```")
@example("## x (b)\n~~~", "b", "", "~~~")
@example("", "b", "a\n- [ ] stop: x", "\\[ ] x")
def test_a_comment_that_is_added_is_found(text: str, goal: str, name: str, words: str) -> None:
    before = parse(text, OCTOBER, {goal: name})
    try:
        added = with_comment(before, goal, name, words)
    except NoteError:
        assert one_line(words) == ""
        return
    after = parse(added, OCTOBER, {goal: name})
    assert without(text, added)
    said = [(comment.goal, comment.text) for comment in after.review.comments]
    old = [(comment.goal, comment.text) for comment in before.review.comments]
    assert (goal, one_line(words)) in said
    said.remove((goal, one_line(words)))
    assert said == old
    assert [replace(one, line=0) for one in after.review.decisions] == [
        replace(one, line=0) for one in before.review.decisions
    ]


@given(TEXTS, GOALS, st.text(), st.sampled_from(KINDS), WORDS, OWNERS, DAYS, st.booleans())
def test_a_decision_that_is_added_is_found(
    text: str, goal: str, name: str, kind: str, words: str, owner: str | None, due: date | None, done: bool
) -> None:
    before = parse(text, OCTOBER, {goal: name})
    decision = Decision(
        period=OCTOBER,
        goal=goal,
        kind=kind,  # type: ignore[arg-type]
        text=words,
        owner=owner,
        due=due,
        done=done,
        line=0,
    )
    said_owner = one_line(owner or "")
    try:
        added = with_decision(before, decision, name)
    except NoteError:
        assert one_line(words) == "" or "·" in said_owner
        return
    expected = replace(
        decision, text=one_line(words), owner=None if said_owner in ("", *DASHES) else said_owner, line=0
    )
    after = parse(added, OCTOBER, {goal: name})
    assert without(text, added)
    found = [replace(one, line=0) for one in after.review.decisions]
    assert expected in found
    found.remove(expected)
    assert found == [replace(one, line=0) for one in before.review.decisions]
    assert [comment.text for comment in after.review.comments] == [comment.text for comment in before.review.comments]


@given(TEXTS, st.data())
def test_a_decision_is_closed_and_opened_by_one_character(text: str, data: st.DataObject) -> None:
    document = parse(text, OCTOBER)
    if not document.review.decisions:
        return
    decision = data.draw(st.sampled_from(document.review.decisions))
    other = with_done(document, decision, not decision.done)
    grown = len(other) - len(text)
    assert grown in (0, 1)  # one more where a box was written as []
    if not grown:
        assert sum(one != two for one, two in zip(text, other, strict=True)) == 1
    again = parse(other, OCTOBER)
    changed = [one for one in zip(document.review.decisions, again.review.decisions, strict=True) if one[0] != one[1]]
    assert [(before.done, after.done) for before, after in changed] == [(decision.done, not decision.done)]
    assert [replace(after, done=before.done) for before, after in changed] == [before for before, _ in changed]
    assert with_done(document, decision, decision.done) == text or len(changed) == 1
    if not grown and text.count("X") == 0:
        assert with_done(again, decision, decision.done) == text


def test_the_nearest_of_two_that_are_the_same_is_closed() -> None:
    text = "## A (b)\n- [ ] stop: it\n- [ ] stop: it\n"
    document = parse(text, OCTOBER)
    closed = with_done(document, document.review.decisions[1], True)
    assert closed == "## A (b)\n- [ ] stop: it\n- [x] stop: it\n"
    # Somebody else has closed the same one meanwhile, and added a line above it.
    later = parse("## A (b)\n- said\n- [ ] stop: it\n- [x] stop: it\n", OCTOBER)
    assert with_done(later, document.review.decisions[1], True).count("[x]") == 2


def test_a_decision_that_somebody_changed_is_not_guessed() -> None:
    before = parse("## A (b)\n- [ ] stop: it\n", OCTOBER)
    after = parse("## A (b)\n- [ ] stop: all of it\n", OCTOBER)
    with pytest.raises(DecisionGoneError, match="no longer stands in reviews"):
        with_done(after, before.review.decisions[0], True)
