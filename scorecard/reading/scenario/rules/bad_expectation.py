"""An expectation says which way and how much, in quotes: `">= 80%"`.

`>=`, `<=`, `>`, `<` and `==` are followed by a number: a percentage, and for the `value` of a KPI a figure in its
unit. A status is expected by its word: `on-track`, `at-risk`, `off-track` or `no-data`. What is expected is what it
comes to in the end, when every arrow has run through; nothing is expected of a single period on the way.

Good:
    scenario: The profit we want
    expect:
      profit: {outlook: ">= 80%", outlook_status: on-track}

Bad:
    scenario: The profit we want
    expect:
      profit: {outlook: 80%, outlook_status: on-track}
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem


def no_sign(loc: Loc, text: str) -> Problem:
    """``text`` does not say whether more or less is meant."""
    message = "`{text}` does not say whether more or less is expected"
    return _problem(loc, message, "at least, or at most?", 'write `">= {text}"` or `"<= {text}"`', text)


def no_share(loc: Loc, text: str) -> Problem:
    """``text`` is neither a percentage nor a share of a whole."""
    return _problem(loc, "`{text}` is no percentage", "without a sign", 'write it with its sign: `">= 80%"`', text)


def _problem(loc: Loc, message: str, label: str, hint: str, text: str) -> Problem:
    return Problem(rule="bad-expectation", loc=loc, message=message, label=label, hint=hint, params={"text": text})
