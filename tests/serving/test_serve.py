"""A page is made, served, and made again at every change."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.request import urlopen

import pytest

from scorecard.serving.serve import serve


def read(url: str) -> str:
    with urlopen(url, timeout=10) as answer:
        return str(answer.read().decode())


def test_every_change_makes_the_page_anew() -> None:
    pages = iter(["<p>one", "<p>two", "<p>three"])
    seen: list[str] = []
    urls: list[str] = []

    def changes() -> Iterator[None]:
        for _ in range(2):
            seen.append(read(urls[0]))
            yield
        seen.append(read(urls[0]))

    serve(lambda: next(pages), changes(), urls.append)
    assert [page.partition("<script>")[0] for page in seen] == ["<p>one", "<p>two", "<p>three"]
    with pytest.raises(OSError, match="refused"):
        read(urls[0])


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_whatever_ends_the_changes_ends_the_server(error: type[BaseException]) -> None:
    urls: list[str] = []

    def changes() -> Iterator[None]:
        yield
        raise error

    with pytest.raises(error):
        serve(lambda: "<p>", changes(), urls.append)
    with pytest.raises(OSError, match="refused"):
        read(urls[0])


def test_a_page_that_cannot_be_made_at_first_is_never_served() -> None:
    def make() -> str:
        raise ValueError("no page")

    with pytest.raises(ValueError, match="no page"):
        serve(make, [], lambda url: pytest.fail(url))
