"""A proxy that counts round trips and adds latency.

For any protocol in which a client asks and a server answers. One thread serves all connections, so
that what it counts has one order. A round trip is what a client sent since the server's last
answer, however many pieces it came in, together with the answer to it.
"""

from __future__ import annotations

import os
import select
import socket
import threading
from collections import deque
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

Address = str | tuple[str, int]
"""Path of a Unix socket, or host and port."""

_CHUNK = 256 * 1024  # bytes
_QUEUE_LIMIT = 4 * 1024 * 1024  # bytes
_CONNECT_SECONDS = 10
# A sleeping thread is woken up to this late, so the rest of a wait is spent looking at the clock.
_SLACK_SECONDS = 0.00015


class Connection:
    """A client's connection, as the proxy sees it.

    Attributes:
        round_trips: how many of the client's requests the server has answered.
        is_open: whether client or server may still say something.
    """

    def __init__(self) -> None:
        self.round_trips = 0
        self.is_open = True


class Proxy:
    """Forwards connections to a server while it is entered as a context manager.

    Args:
        server: where the server listens.
        listen: path for the proxy's Unix socket; a free port of 127.0.0.1 when not given.
        latency: seconds that a round trip takes longer, half of it each way. It may be
            set at any time, for what arrives from then on.

    Attributes:
        connections: all connections since the start, the closed ones too.

    Raises:
        OSError: on entering, when the proxy cannot listen.
    """

    def __init__(self, server: Address, listen: str | Path | None = None, *, latency: float = 0.0) -> None:
        self.server = server
        self.latency = latency
        self.connections: list[Connection] = []
        self._path = None if listen is None else str(listen)
        self._links: list[_Link] = []
        self._listener: socket.socket | None = None
        self._bell, self._ringer = socket.socketpair()
        self._thread = threading.Thread(target=self._serve, name="proxy", daemon=True)

    @property
    def address(self) -> Address:
        """Where a client reaches the proxy; known once it is entered."""
        if self._path is not None:
            return self._path
        if self._listener is None:
            raise RuntimeError("the proxy is not listening")
        host, port = self._listener.getsockname()
        return str(host), int(port)

    @property
    def round_trips(self) -> int:
        """Round trips of all connections since the start or the last `reset`."""
        return sum(connection.round_trips for connection in self.connections)

    @property
    def open_connections(self) -> int:
        """How many connections are open now."""
        return sum(connection.is_open for connection in self.connections)

    def reset(self) -> None:
        """Counts from 0 again. For when no client waits for an answer."""
        for connection in self.connections:
            connection.round_trips = 0

    def __enter__(self) -> Self:
        if self._path is None:
            self._listener = socket.create_server(("127.0.0.1", 0))
        else:
            self._listener = socket.socket(socket.AF_UNIX)
            self._listener.bind(self._path)
            self._listener.listen()
        self._listener.setblocking(False)
        self._thread.start()
        return self

    def __exit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ringer.close()
        self._thread.join()
        for link in self._links:
            link.close()
        self._bell.close()
        if self._listener is not None:
            self._listener.close()
        if self._path is not None:
            os.unlink(self._path)

    # All below runs in the proxy's thread.

    def _serve(self) -> None:
        assert self._listener is not None
        while True:
            flows = [flow for link in self._links for flow in link.flows]
            readers: list[socket.socket] = [self._bell, self._listener]
            readers += [flow.source for flow in flows if flow.is_hungry]
            writers = [flow.sink for flow in flows if flow.is_stuck]
            dues = [flow.queue[0][0] for flow in flows if flow.queue and not flow.is_stuck]
            wait = max(0.0, min(dues) - perf_counter() - _SLACK_SECONDS) if dues else None
            readable, writable, _ = select.select(readers, writers, [], wait)
            if self._bell in readable:
                return
            if self._listener in readable:
                self._accept()
            for link in self._links:
                link.move(set(readable), set(writable), self.latency / 2)
            self._links = [link for link in self._links if link.connection.is_open]

    def _accept(self) -> None:
        assert self._listener is not None
        try:
            client, _ = self._listener.accept()
        except OSError:  # the client has gone again
            return
        try:
            server = _connect(self.server)
        except OSError:
            client.close()
            return
        link = _Link(client, server)
        self._links.append(link)
        self.connections.append(link.connection)


class _Flow:
    """One direction of a connection: what has been read and is not yet due, or not yet taken."""

    def __init__(self, source: socket.socket, sink: socket.socket) -> None:
        self.source = source
        self.sink = sink
        self.queue: deque[tuple[float, memoryview]] = deque()
        self.queued = 0
        self.is_stuck = False
        self.has_ended = False

    @property
    def is_hungry(self) -> bool:
        return not self.has_ended and self.queued < _QUEUE_LIMIT

    def receive(self, delay: float) -> bool:
        """Reads what is there; whether it was more than the end."""
        try:
            data = self.source.recv(_CHUNK)
        except BlockingIOError:
            return False
        self.has_ended = not data
        self.queue.append((perf_counter() + delay, memoryview(data)))
        self.queued += len(data)
        return bool(data)

    def send(self) -> None:
        """Writes what is due, as far as the sink takes it. An empty piece is the end."""
        while self.queue and self.queue[0][0] <= perf_counter():
            due, data = self.queue[0]
            if not data:
                self.sink.shutdown(socket.SHUT_WR)
                self.queue.popleft()
                return
            try:
                taken = self.sink.send(data)
            except BlockingIOError:
                self.is_stuck = True
                return
            self.queued -= taken
            if taken < len(data):
                self.queue[0] = (due, data[taken:])
            else:
                self.queue.popleft()


class _Link:
    """A client's connection and the one to the server that belongs to it."""

    def __init__(self, client: socket.socket, server: socket.socket) -> None:
        for end in (client, server):
            end.setblocking(False)
            if end.family != socket.AF_UNIX:
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.connection = Connection()
        self.requests = _Flow(client, server)
        self.answers = _Flow(server, client)
        # A client that speaks while an answer is on its way has not read that answer yet.
        self.flows = (self.answers, self.requests)
        self.has_asked = False

    def move(self, readable: set[socket.socket], writable: set[socket.socket], delay: float) -> None:
        """Takes and gives what can be taken and given now."""
        try:
            for flow in self.flows:
                if flow.source in readable and flow.receive(delay):
                    self._count(flow)
                if flow.sink in writable:
                    flow.is_stuck = False
                if not flow.is_stuck:
                    flow.send()
        except OSError:  # one side is gone, and the other is told by the end of its connection
            self.close()
            return
        if all(flow.has_ended and not flow.queue for flow in self.flows):
            self.close()

    def _count(self, flow: _Flow) -> None:
        if flow is self.requests:
            self.has_asked = True
        elif self.has_asked:
            self.has_asked = False
            self.connection.round_trips += 1

    def close(self) -> None:
        self.requests.source.close()
        self.answers.source.close()
        self.connection.is_open = False


def _connect(address: Address) -> socket.socket:
    if not isinstance(address, str):
        return socket.create_connection(address, _CONNECT_SECONDS)
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.connect(address)
    except OSError:
        connection.close()
        raise
    return connection
