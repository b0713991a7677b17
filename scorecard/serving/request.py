"""What a browser asks for, and what it gets: the page, the stream that tells of the next one, or nothing."""

from __future__ import annotations

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from secrets import compare_digest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scorecard.serving.page_server import PageServer

_HEARTBEAT = 15.0
"""After so many seconds of silence the stream says that it is still there, and notices when nobody listens."""

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'; form-action 'none'; base-uri 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Request(BaseHTTPRequestHandler):
    """One request to a `PageServer`."""

    server: PageServer
    timeout = 10

    def do_GET(self) -> None:
        """Answer, if it is the page or its stream that is asked for, and by a name of this machine."""
        if self.headers.get_all("Host") not in [[host] for host in self.server.hosts]:
            self._answer(HTTPStatus.MISDIRECTED_REQUEST)
        elif self._asks_for(""):
            self._answer(HTTPStatus.OK, "text/html; charset=utf-8", self.server.content)
        elif self._asks_for("events"):
            self._answer(HTTPStatus.OK, "text/event-stream", None)
            self._tell()
        else:
            self._answer(HTTPStatus.NOT_FOUND)

    def _asks_for(self, name: str) -> bool:
        return compare_digest(self.path.encode("utf-8", "replace"), f"/{self.server.token}/{name}".encode())

    def _answer(self, status: HTTPStatus, kind: str = "text/plain", content: bytes | None = b"") -> None:
        """Answer with this content; ``None`` is a stream, which goes on."""
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": kind}.items():
            self.send_header(name, value)
        if content is not None:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content or b"")

    def _tell(self) -> None:
        """Tell the version of the page, now and whenever it changes, until the end."""
        told: str | None = None
        while (version := self.server.next_version(told, _HEARTBEAT)) is not None:
            self._send("page", version) if version != told else self.wfile.write(b":\n\n")
            told = version
        self._send("end", "")

    def _send(self, event: str, data: str) -> None:
        self.wfile.write(f"event: {event}\ndata: {data}\n\n".encode())

    def version_string(self) -> str:
        """Nobody needs to know which Python this is."""
        return "scorecard"

    def log_message(self, format: str, *args: Any) -> None:
        """The terminal is for the map, not for requests."""
