"""A section of the page with its heading."""

from __future__ import annotations

from scorecard.rendering.report.element import Child, Html, el


def section(anchor: str, title: Child, *children: Child, lead: Child = None) -> Html:
    """A landmark named by its heading; ``lead`` says in a line what is to be seen."""
    return el(
        "section",
        el("h2", title, id=f"{anchor}-title"),
        el("p", lead, class_="lead") if lead else None,
        *children,
        id=anchor,
        aria_labelledby=f"{anchor}-title",
    )


def folded(summary: Child, *children: Child, kind: str | None = None) -> Html:
    """A part that is closed until somebody opens it."""
    return el("details", el("summary", summary), *children, class_=kind)
