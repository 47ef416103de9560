"""A look at a connection's socket."""

from __future__ import annotations

import select
from typing import Any


def has_input(socket: Any) -> bool:
    """Whether something can be read, the end of the stream included, without waiting.

    Args:
        socket: its descriptor, or what has one.

    Raises:
        OSError, ValueError: it is closed.
    """
    if hasattr(select, "poll"):  # select() takes no descriptor beyond 1023; Windows has no poll()
        poll = select.poll()
        poll.register(socket, select.POLLIN)
        return bool(poll.poll(0))
    return bool(select.select([socket], [], [], 0)[0])
