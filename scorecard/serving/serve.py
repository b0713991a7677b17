"""Showing a page while it is being worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scorecard.serving.page_server import PageServer


def serve(make: Callable[[], str], changes: Iterable[object], ready: Callable[[str], None]) -> None:
    """Make a page, serve it, and make it again at every change, until there are no more; ``ready`` is told its address.

    Whatever ends the changes or the making of the page ends the server, too.
    """
    with PageServer(make()) as server:
        ready(server.url)
        for _ in changes:
            server.show(make())
