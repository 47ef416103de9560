"""What the embedded store makes of an answer at its socket, given by servers that are none."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ptdb.embedded import probe as probing
from ptdb.embedded.place import SOCKET, EmbeddedServer
from ptdb.embedded.probe import State, probe
from tests.support import engines


@pytest.fixture
def server() -> Iterator[EmbeddedServer]:
    with engines.scratch() as folder:
        yield EmbeddedServer(folder, folder)


def error(code: str) -> bytes:
    fields = b"SFATAL\0C" + code.encode() + b"\0Mno\0\0"
    return b"E" + (len(fields) + 4).to_bytes(4) + fields


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (b"R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I", State.READY),
        (error("3D000"), State.NO_DATABASE),
        (error("57P03"), State.BUSY),
        (error("53300"), State.READY),
        (b"", State.BUSY),
        (b"E\0", State.BUSY),
        (None, State.BUSY),
    ],
    ids=["ready", "no database", "starting", "too many connections", "nothing", "a torn answer", "silence"],
)
def test_an_answer(server: EmbeddedServer, answer: bytes | None, state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "_ANSWER_SECONDS", 5 if answer is not None else 0.05)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(server.socket_folder / SOCKET))
        listener.listen()
        silence = threading.Event()

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(1000)
                if answer is None:
                    silence.wait(10)
                else:
                    connection.sendall(answer)
                    connection.shutdown(socket.SHUT_WR)
                    connection.recv(1)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            assert probe(server) is state
        finally:
            silence.set()
            thread.join()


def test_nothing_there(server: EmbeddedServer) -> None:
    """No socket, or one that nobody listens at any more."""
    assert probe(server) is State.ABSENT
    path = Path(server.socket_folder / SOCKET)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
    assert path.exists()
    assert probe(server) is State.ABSENT
