"""What the user is told when there is no having the embedded store: the error, and the remedy most of them name."""

from __future__ import annotations

from ptdb.errors import StoreUnavailable

FOLDER_VARIABLE = "PTDB_EMBEDDED_FOLDER"
ELSEWHERE = f"give another folder by embedded:///folder or {FOLDER_VARIABLE}"


def unavailable(message: str, log: str = "") -> StoreUnavailable:
    """The error to raise; ``message`` continues a sentence about the store, ``log`` is the end of a log."""
    text = f"The embedded data store {message}"
    return StoreUnavailable(f"{text}\nThe server's last words:\n{log}" if log else text)
