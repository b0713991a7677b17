"""Words that several rules use."""

from __future__ import annotations


def with_article(noun: str) -> str:
    """``a goal``, ``an initiative``."""
    return f"an {noun}" if noun[:1] in "aeio" else f"a {noun}"
