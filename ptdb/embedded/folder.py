"""The server's folders on the disk: made for the account that runs it, and locked while one is started or stopped."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from ptdb.embedded.account import Account, hand_over
from ptdb.embedded.place import DATA, LOCK, LOG, NEW_DATA, OLD_LOG, EmbeddedServer, check_socket_folder
from ptdb.embedded.process import START_SECONDS, STOP_SECONDS, run, wait
from ptdb.embedded.refusals import ELSEWHERE, unavailable

_LOCK_SECONDS = START_SECONDS + STOP_SECONDS


def prepare_folder(server: EmbeddedServer, account: Account | None) -> None:
    """Make the server's folder, such that the account can reach it and owns it."""
    folder = server.folder
    if account is None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return
    existing = folder
    while not existing.exists():
        existing = existing.parent
    _require_reach(server, account, existing)
    for parent in reversed(folder.parents):
        if not parent.exists():
            with contextlib.suppress(FileExistsError):
                parent.mkdir()
                # Root's umask may have closed it to the server's account.
                with opened(parent) as descriptor:
                    os.fchmod(descriptor, 0o755)
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid == 0:
        foreign = [entry.name for entry in folder.iterdir() if not _is_known(entry.name)]
        if foreign:
            raise unavailable(
                f"runs as {account.name} and needs a folder of its own; {folder} belongs to root"
                f" and holds {foreign[0]}. Please {ELSEWHERE}."
            )
        hand_over(folder, account)
    _require_reach(server, account, folder)


def _is_known(name: str) -> bool:
    return name in (DATA, LOG, OLD_LOG, LOCK) or name.startswith(NEW_DATA)


def _require_reach(server: EmbeddedServer, account: Account, folder: Path) -> None:
    if run(account, Path("/"), "/bin/sh", "-c", 'cd "$1"', "sh", folder).returncode != 0:
        raise unavailable(
            f"runs as {account.name}, because PostgreSQL refuses to run as root, and"
            f" {account.name} cannot reach the folder {server.folder}. Please {ELSEWHERE}."
        )


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[int]:
    """The folder's descriptor; refuses a link."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def locked(server: EmbeddedServer, account: Account | None) -> Iterator[None]:
    """Hold the folder's lock: whoever has it may start or stop the server."""

    def taken() -> bool:
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False

    descriptor = _open_lock(server.folder / LOCK, account)
    try:
        if not wait(taken, _LOCK_SECONDS):
            raise unavailable(
                f"in {server.folder} has been kept locked for {_LOCK_SECONDS} s by another process"
                f" that starts or stops it ({server.folder / LOCK})."
            )
        try:
            yield
        finally:
            # Closing is not enough: a child forked meanwhile by another thread has it open too.
            fcntl.flock(descriptor, fcntl.LOCK_UN)
    finally:
        os.close(descriptor)


def _open_lock(path: Path, account: Account | None) -> int:
    # Root works in a folder of somebody else's here: no link of theirs is followed, and only a
    # file that was made this moment changes hands.
    flags = os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC
    while True:
        with contextlib.suppress(FileNotFoundError):
            return os.open(path, flags)
        with contextlib.suppress(FileExistsError):
            descriptor = os.open(path, flags | os.O_CREAT | os.O_EXCL, 0o600)
            if account is not None:
                os.fchown(descriptor, account.uid, account.gid)
            return descriptor


def make_socket_folder(server: EmbeddedServer, account: Account | None) -> None:
    """Make the folder below /tmp for a socket whose own folder is too deep."""
    folder = server.socket_folder
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    check_socket_folder(folder, account.uid if account else os.geteuid())
    hand_over(folder, account)
