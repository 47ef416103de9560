"""Who runs the server: the caller, unless that is root, as whom PostgreSQL refuses to run. Then it is the owner of the
folder, or `nobody` for a folder that is root's own or yet to be made.
"""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from ptdb.embedded.refusals import ELSEWHERE, unavailable


@dataclass(frozen=True)
class Account:
    """The operating system's account that the server runs as when the caller is root."""

    uid: int
    gid: int
    name: str


def is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def server_uid(folder: Path) -> int:
    """The uid that the server of ``folder`` runs under when the current user starts it."""
    if not is_root():
        return os.geteuid()
    with contextlib.suppress(OSError):
        owner = folder.stat().st_uid
        if owner != 0:
            return owner
    import pwd

    try:
        return pwd.getpwnam("nobody").pw_uid
    except KeyError:
        raise unavailable(
            "cannot run as root, and this system has no account nobody to run it as."
            " Please start it as an ordinary user."
        ) from None


def account_for(folder: Path) -> Account | None:
    """The account to run the server as, or None: the caller's own."""
    if not is_root():
        return None
    import pwd

    uid = server_uid(folder)
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise unavailable(
            f"cannot run as root, and the owner of {folder} (uid {uid}) has no account here. Please {ELSEWHERE}."
        ) from None
    return Account(entry.pw_uid, entry.pw_gid, entry.pw_name)


def hand_over(path: Path, account: Account | None) -> None:
    """Make the account the owner of ``path``, which is not followed if it is a link."""
    if account is not None:
        os.chown(path, account.uid, account.gid, follow_symlinks=False)
