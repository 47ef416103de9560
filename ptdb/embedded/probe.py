"""What answers at a server's socket, asked in PostgreSQL's own protocol; needs neither programs nor a driver."""

from __future__ import annotations

import enum
import socket
import struct

from ptdb.embedded.place import SOCKET, EmbeddedServer

_ANSWER_SECONDS = 5


class State(enum.Enum):
    """What answers at the socket."""

    ABSENT = "nothing"
    BUSY = "a server that is starting, recovering, stopping or not responding"
    NO_DATABASE = "a server without the store's database"
    READY = "a server that accepts connections"


def probe(server: EmbeddedServer) -> State:
    """Connect as a client would, and say what answers; needs neither programs nor a driver."""
    parameters = ("user", server.user, "database", server.database, "", "")
    body = struct.pack("!I", 0x30000) + "\0".join(parameters).encode()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(_ANSWER_SECONDS)
        try:
            connection.connect(str(server.socket_folder / SOCKET))
        except (TimeoutError, BlockingIOError):
            return State.BUSY
        except OSError:
            return State.ABSENT
        try:
            connection.sendall(struct.pack("!I", len(body) + 4) + body)
            return _answer(connection)
        except OSError:
            return State.BUSY


def _answer(connection: socket.socket) -> State:
    with connection.makefile("rb") as stream:
        while len(head := stream.read(5)) == 5:
            kind, length = struct.unpack("!cI", head)
            content = stream.read(length - 4)
            if kind == b"Z":
                connection.sendall(b"X\0\0\0\4")
                return State.READY
            if kind == b"E":
                fields = {field[:1]: field[1:] for field in content.split(b"\0")}
                code = fields.get(b"C", b"")
                if code == b"3D000":
                    return State.NO_DATABASE
                # 57P: starting or stopping. Any other refusal (too many connections, say) is
                # a running server's own, and for the caller's connection to report.
                return State.BUSY if code.startswith(b"57P") else State.READY
    return State.BUSY
