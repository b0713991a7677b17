"""One page on the loopback address: for who knows the address and names this machine, and for nobody else."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest

from scorecard.serving.live_page import live, version_of
from scorecard.serving.page_server import PageServer

PAGE = "<!DOCTYPE html><html><body><h1>Größe</h1></body></html>\n"


@pytest.fixture
def server() -> Iterator[PageServer]:
    with PageServer(PAGE) as running:
        yield running


class Answer:
    """What came back."""

    def __init__(self, response: HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()


def asked(server: PageServer, path: str, *, method: str = "GET", host: str | None = None) -> Answer:
    with closing(HTTPConnection("127.0.0.1", server.server_port, timeout=10)) as connection:
        connection.request(method, path, headers={} if host is None else {"Host": host})
        return Answer(connection.getresponse())


def page_of(server: PageServer) -> str:
    return urlsplit(server.url).path


class Stream:
    """The stream of a server, as lines."""

    def __init__(self, server: PageServer) -> None:
        self._connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        self._connection.request("GET", f"{page_of(server)}events")
        self.response = self._connection.getresponse()

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self.response.close()
        self._connection.close()

    def event(self) -> list[str]:
        """The lines of the next event."""
        lines: list[str] = []
        while (line := self.response.readline().decode().rstrip("\n")) or not lines:
            if line:
                lines.append(line)
        return lines


def test_the_page_is_served_with_its_script_and_may_not_be_kept(server: PageServer) -> None:
    answer = asked(server, page_of(server))
    assert answer.status == 200
    assert answer.body.decode() == live(PAGE)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Server"] == "scorecard"
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_it_listens_on_the_loopback_address_alone(server: PageServer) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
    assert server.url.startswith(f"http://127.0.0.1:{server.server_port}/")


def test_every_server_has_its_own_secret(server: PageServer) -> None:
    with PageServer(PAGE) as other:
        assert server.token != other.token
        assert len(server.token) >= 20
        assert asked(server, f"/{other.token}/").status == 404


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/TOKEN", "/TOKEN/x", "/TOKEN/events/", "/TOKEN/../TOKEN/", "/TOKEN/?x", "/token/"),
        *("/events", "/favicon.ico", "/%2e%2e/etc/passwd", "/TOKEN/../../etc/passwd", "/TOKEN/%00", "*", "/TOKEN/é"),
    ],
)
def test_no_other_path_is_answered(server: PageServer, path: str) -> None:
    asked_for = path.replace("TOKEN", server.token).encode().decode("latin-1")
    with closing(socket.create_connection(("127.0.0.1", server.server_port), timeout=10)) as connection:
        connection.sendall(f"GET {asked_for} HTTP/1.0\r\nHost: {server.hosts[0]}\r\n\r\n".encode("latin-1"))
        answer = connection.makefile("rb").read()
    assert b"Gr" not in answer
    assert answer.startswith(b"HTTP/1.0 404 ")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:PORT", "localhost", ""])
def test_no_other_host_is_answered(server: PageServer, host: str) -> None:
    answer = asked(server, page_of(server), host=host.replace("PORT", str(server.server_port)))
    assert (answer.status, answer.body) == (421, b"")
    assert asked(server, page_of(server), host=f"localhost:{server.server_port}").status == 200


@pytest.mark.parametrize(
    "hosts", ["", "Host: {good}\r\nHost: evil.example\r\n", "Host: evil.example\r\nHost: {good}\r\n"]
)
def test_a_request_names_one_host(server: PageServer, hosts: str) -> None:
    with closing(socket.create_connection(("127.0.0.1", server.server_port), timeout=10)) as connection:
        named = hosts.format(good=server.hosts[0])
        connection.sendall(f"GET {page_of(server)} HTTP/1.0\r\n{named}\r\n".encode())
        assert connection.makefile("rb").read().startswith(b"HTTP/1.0 421 ")


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_nothing_can_be_done_but_getting(server: PageServer, method: str) -> None:
    answer = asked(server, page_of(server), method=method)
    assert answer.status == 501
    assert "Größe" not in answer.body.decode()


def test_the_stream_tells_the_version_and_every_new_one(server: PageServer) -> None:
    with Stream(server) as stream:
        assert stream.response.headers["Content-Type"] == "text/event-stream"
        assert stream.event() == ["event: page", f"data: {version_of(PAGE)}"]
        server.show(PAGE)  # the same page is no news
        server.show("<p>new")
        assert stream.event() == ["event: page", f"data: {version_of('<p>new')}"]
        assert asked(server, page_of(server)).body.decode() == live("<p>new")


def test_many_are_told(server: PageServer) -> None:
    streams = [Stream(server) for _ in range(8)]
    for stream in streams:
        stream.event()
    server.show("<p>new")
    for stream in streams:
        with stream:
            assert stream.event() == ["event: page", f"data: {version_of('<p>new')}"]


def test_at_the_end_the_stream_says_so_and_nobody_listens_any_more() -> None:
    with PageServer(PAGE) as server, Stream(server) as stream:
        stream.event()
        ends = threading.Thread(target=server.__exit__, args=(None, None, None))
        ends.start()
        assert stream.event() == ["event: end", "data: "]
        ends.join(10)
        with pytest.raises(OSError, match="refused"):
            asked(server, page_of(server))


def test_a_silent_stream_shows_that_it_is_there(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorecard.serving.request._HEARTBEAT", 0.05)
    with Stream(server) as stream:
        stream.event()
        assert stream.event() == [":"]


def test_who_leaves_early_disturbs_nobody(
    server: PageServer, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("scorecard.serving.request._HEARTBEAT", 0.02)
    for text in (b"", b"GET ", b"nonsense\r\n\r\n", f"GET {page_of(server)}events HTTP/1.0\r\n".encode()):
        with closing(socket.create_connection(("127.0.0.1", server.server_port), timeout=10)) as connection:
            connection.sendall(text)
    stream = Stream(server)
    stream.event()
    stream.__exit__()
    before = threading.active_count()
    for _ in range(200):
        if threading.active_count() < before:
            break
        threading.Event().wait(0.02)
    assert asked(server, page_of(server)).status == 200
    assert capfd.readouterr() == ("", "")
