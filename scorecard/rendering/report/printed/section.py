"""Sections of the document and their parts, each with a heading, which is a bookmark as well."""

from __future__ import annotations

from scorecard.rendering.report.printed.markup import Child, Typst, call, joined


def section(title: str, *children: Child, lead: str | None = None, new_page: bool = False) -> Typst:
    """A section; ``lead`` says in a line what is to be seen."""
    begin = Typst("pagebreak(weak: true)") if new_page else None
    said = call("lead", lead) if lead else None
    return joined((begin, call("heading", title, level=1), said, *children))


def part(title: str, *children: Child) -> Typst:
    """A part of a section."""
    return joined((call("heading", title, level=2), *children))
