"""The server's log: the end of it, for error messages, and a limit to its length."""

from __future__ import annotations

import contextlib
import os

from ptdb.embedded.place import LOG, OLD_LOG, EmbeddedServer

_LIMIT = 10 * 1024 * 1024  # bytes
_LINES_SHOWN = 10


def size(server: EmbeddedServer) -> int:
    """The log's length in bytes, 0 if there is none."""
    with contextlib.suppress(FileNotFoundError):
        return (server.folder / LOG).stat().st_size
    return 0


def set_aside_if_long(server: EmbeddedServer) -> None:
    """Start a new log, and keep the last one, when it is too long."""
    if size(server) > _LIMIT:
        (server.folder / LOG).rename(server.folder / OLD_LOG)


def last_lines(server: EmbeddedServer, offset: int = 0) -> str:
    """The end of the server's log, as far as it was written after ``offset`` (bytes)."""
    with contextlib.suppress(OSError), (server.folder / LOG).open("rb") as log:
        end = log.seek(0, os.SEEK_END)
        log.seek(max(offset, end - 10_000))
        return tail(log.read().decode(errors="replace"))
    return ""


def tail(text: str) -> str:
    """The last lines of a program's output, or of the log."""
    return "\n".join(text.rstrip().splitlines()[-_LINES_SHOWN:])
