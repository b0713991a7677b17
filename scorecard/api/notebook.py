"""How a scorecard shows itself in a notebook.

A noun cannot know its renderers, so the display methods that Jupyter looks for are put on the class here, where
everything may meet. `scorecard.api.score` does it once, before it hands out its first card.
"""

from __future__ import annotations

from scorecard.result import Scorecard


def show_in_notebooks() -> None:
    """Give `Scorecard` the methods ``_repr_html_`` and ``_repr_markdown_``, and a short ``repr``."""
    for name, method in (
        ("_repr_html_", _html),
        ("_repr_markdown_", _markdown),
        ("__repr__", _line),
    ):
        setattr(Scorecard, name, method)


def _html(card: Scorecard) -> str:
    from scorecard.rendering.card_html import card_html

    return card_html(card)


def _markdown(card: Scorecard) -> str:
    from scorecard.rendering.status.as_markdown import status_markdown

    return status_markdown(card)


def _line(card: Scorecard) -> str:
    from scorecard.rendering.card_html import card_line

    return card_line(card)
