"""The counting proxy of the tests and the benchmark, before a server that echoes."""

from __future__ import annotations

import contextlib
import shutil
import socket
import socketserver
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.proxy import Address, Proxy


class _Echo(socketserver.StreamRequestHandler):
    """Answers each line with the line; `N...` with N more lines of it, `close` by going."""

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):
            for line in self.rfile:
                if line == b"close\n":
                    return
                times = int(line.split()[0]) if line[:1].isdigit() else 1
                self.wfile.write(line * times)


class _TCPServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False


class _UnixServer(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    block_on_close = False


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder whose path is short enough for a socket."""
    path = Path(tempfile.mkdtemp(prefix="ptdb-", dir="/tmp"))
    yield path
    shutil.rmtree(path)


@pytest.fixture(params=["unix", "tcp"])
def proxy(request: pytest.FixtureRequest, folder: Path) -> Iterator[Proxy]:
    """A proxy before the echoing server, both by Unix sockets or both by TCP."""
    server: _UnixServer | _TCPServer
    if request.param == "unix":
        server = _UnixServer(str(folder / "server"), _Echo)
        address: Address = str(folder / "server")
    else:
        server = _TCPServer(("127.0.0.1", 0), _Echo)
        host, port = server.server_address[:2]
        address = (str(host), int(port))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        with Proxy(address, folder / "proxy" if request.param == "unix" else None) as entered:
            yield entered
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextlib.contextmanager
def _client(proxy: Proxy) -> Iterator[socket.socket]:
    address = proxy.address
    if isinstance(address, str):
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(address)
    else:
        connection = socket.create_connection(address)
    connection.settimeout(30)
    with connection:
        yield connection


def _receive(connection: socket.socket, size: int) -> bytes:
    received = b""
    while len(received) < size:
        data = connection.recv(65536)
        if not data:
            break
        received += data
    return received


def _ask(connection: socket.socket, line: bytes) -> None:
    connection.sendall(line)
    assert _receive(connection, len(line)) == line


def test_each_request_and_its_answer_are_a_round_trip(proxy: Proxy) -> None:
    """Nothing is counted before the first answer, and one for each from then on."""
    with _client(proxy) as client:
        assert proxy.round_trips == 0
        for number in range(1, 6):
            _ask(client, b"hello\n")
            assert proxy.round_trips == number


def test_what_is_sent_before_the_answer_is_one_request(proxy: Proxy) -> None:
    """A request that comes in pieces is one."""
    with _client(proxy) as client:
        for piece in (b"one ", b"request", b"\n"):
            client.sendall(piece)
            time.sleep(0.02)
        assert _receive(client, 12) == b"one request\n"
        assert proxy.round_trips == 1


def test_a_long_answer_is_one_answer(proxy: Proxy) -> None:
    """However many pieces it comes in, and whole."""
    with _client(proxy) as client:
        line = b"100000 times this\n"
        client.sendall(line)
        assert _receive(client, 100_000 * len(line)) == line * 100_000
        assert proxy.round_trips == 1


def test_a_long_request_arrives_whole(proxy: Proxy) -> None:
    """Also while the server takes it more slowly than it is sent."""
    with _client(proxy) as client:
        _ask(client, b"x" * 10_000_000 + b"\n")
        assert proxy.round_trips == 1


def test_an_unanswered_request_does_not_count(proxy: Proxy) -> None:
    """A client's farewell, which no server answers, is no round trip."""
    with _client(proxy) as client:
        _ask(client, b"hello\n")
        client.sendall(b"close\n")
        assert client.recv(1) == b""
    assert proxy.round_trips == 1


def test_connections_are_counted_apart_and_together(proxy: Proxy) -> None:
    """Also after they are closed; `reset` begins anew."""
    with _client(proxy) as first, _client(proxy) as second:
        _ask(first, b"hello\n")
        for _ in range(2):
            _ask(second, b"hello\n")
        assert [connection.round_trips for connection in proxy.connections] == [1, 2]
        assert proxy.round_trips == 3
        assert proxy.open_connections == 2
    deadline = time.monotonic() + 10
    while proxy.open_connections and time.monotonic() < deadline:
        time.sleep(0.01)
    assert proxy.open_connections == 0
    assert proxy.round_trips == 3
    proxy.reset()
    assert proxy.round_trips == 0
    with _client(proxy) as third:
        _ask(third, b"hello\n")
    assert proxy.round_trips == 1


def test_latency_lengthens_each_round_trip(proxy: Proxy) -> None:
    """By no less than it says; it may be changed while a connection is open."""
    with _client(proxy) as client:
        _ask(client, b"hello\n")
        proxy.latency = 0.05
        for _ in range(3):
            before = time.perf_counter()
            _ask(client, b"hello\n")
            assert time.perf_counter() - before >= 0.05
        proxy.latency = 0.0
        _ask(client, b"hello\n")
        assert proxy.round_trips == 5


def test_latency_keeps_the_order_of_what_is_sent(proxy: Proxy) -> None:
    """Pieces under way arrive whole and in their order."""
    proxy.latency = 0.01
    with _client(proxy) as client:
        lines = [b"line %d\n" % number for number in range(200)]
        for line in lines:
            client.sendall(line)
        assert _receive(client, len(b"".join(lines))) == b"".join(lines)


def test_a_client_may_end_its_own_side_first(proxy: Proxy) -> None:
    """The answer to what it said before still comes."""
    proxy.latency = 0.01
    with _client(proxy) as client:
        client.sendall(b"last words\n")
        client.shutdown(socket.SHUT_WR)
        assert _receive(client, 100) == b"last words\n"


def test_without_a_server_the_client_is_turned_away(folder: Path) -> None:
    """It sees the end of the connection, not silence."""
    with Proxy(str(folder / "nobody"), folder / "proxy") as proxy, _client(proxy) as client:
        assert client.recv(1) == b""
        assert proxy.round_trips == 0
        assert proxy.connections == []


def test_leaving_closes_what_is_open(proxy: Proxy, folder: Path) -> None:
    """A client of a proxy that ends sees the end, and its socket's file is gone."""
    with contextlib.ExitStack() as stack:
        second = stack.enter_context(Proxy(proxy.address, folder / "second"))
        with _client(second) as client:
            _ask(client, b"hello\n")
            stack.close()
            assert client.recv(1) == b""
    assert not (folder / "second").exists()
