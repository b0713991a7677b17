"""One page for the browsers of this machine, and a stream that says when there is another."""

from __future__ import annotations

import secrets
import sys
from http.server import ThreadingHTTPServer
from socketserver import TCPServer
from threading import Condition, Thread
from types import TracebackType
from typing import Any, Self

from scorecard.serving.live_page import live, version_of
from scorecard.serving.request import Request

ADDRESS = "127.0.0.1"


class PageServer(ThreadingHTTPServer):
    """Serves one page on the loopback address and a free port until it is closed; use it in a ``with`` statement.

    The page stands behind a random part of the address, so that other pages in the browser cannot ask for it, and is
    given only to who names this machine as its host, so that no foreign name can be bent to it.
    """

    daemon_threads = True

    def __init__(self, page: str) -> None:
        super().__init__((ADDRESS, 0), Request)
        self.token = secrets.token_urlsafe(16)
        self._shown = Condition()
        self._ended = False
        self._put(page)
        self._thread = Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)

    @property
    def url(self) -> str:
        """Where the page stands."""
        return f"http://{ADDRESS}:{self.server_port}/{self.token}/"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts that a request may name."""
        return tuple(f"{name}:{self.server_port}" for name in (ADDRESS, "localhost"))

    @property
    def content(self) -> bytes:
        """The page that is shown now, with the script that loads the next one."""
        with self._shown:
            return self._content

    def show(self, page: str) -> None:
        """Show this page from now on, in the browsers that show an earlier one, too."""
        with self._shown:
            self._put(page)
            self._shown.notify_all()

    def next_version(self, seen: str | None, wait: float) -> str | None:
        """The version of the page, as soon as it is another than the one ``seen``, or after ``wait`` seconds the same;
        ``None`` at the end."""
        with self._shown:
            self._shown.wait_for(lambda: self._ended or self._version != seen, wait)
            return None if self._ended else self._version

    def _put(self, page: str) -> None:
        self._version = version_of(page)
        self._content = live(page).encode("utf-8", "replace")

    def server_bind(self) -> None:
        """Bind without asking who has this address: that question may leave the machine."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser may go at any time; anything else is our bug, and is shown."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._shown:
            self._ended = True
            self._shown.notify_all()
        self.shutdown()
        self.server_close()
        self._thread.join()
