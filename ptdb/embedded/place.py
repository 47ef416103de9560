"""Where a server is, or would be: its folder, the names in it, and its socket. The answer depends on the folder alone,
so all processes agree on it; nothing is started or written here.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from ptdb.embedded.account import is_root, server_uid
from ptdb.embedded.refusals import ELSEWHERE, FOLDER_VARIABLE, unavailable

# What a server's folder holds.
DATA = "data"
NEW_DATA = "data.new-"  # and a random ending
LOG = "server.log"
OLD_LOG = "server.log.old"
LOCK = "lock"
POSTMASTER_PID = "postmaster.pid"  # within data

PORT = "5432"
SOCKET = f".s.PGSQL.{PORT}"
# The smallest limit of the supported systems is 104 bytes, closing zero included.
_SOCKET_PATH_LIMIT = 100


@dataclass(frozen=True)
class EmbeddedServer:
    """Where an embedded server is, or would be: its folder, its socket and its database."""

    folder: Path
    socket_folder: Path
    user: str = "postgres"
    database: str = "ptdb"

    @property
    def conninfo(self) -> dict[str, str]:
        """The connection parameters as libpq and psycopg name them: host, port, user, dbname."""
        return {
            "host": str(self.socket_folder),
            "port": PORT,
            "user": self.user,
            "dbname": self.database,
        }


def default_folder() -> Path:
    """Return the folder of the current user's embedded server.

    The environment variable PTDB_EMBEDDED_FOLDER goes first; without it the folder is
    ``/var/lib/ptdb/embedded`` for root and ``~/.process_tracker/embedded`` for everybody else.

    Raises:
        StoreUnavailable: the user has no home folder.
    """
    try:
        given = os.environ.get(FOLDER_VARIABLE)
        if given:
            return Path(given).expanduser()
        if is_root():
            return Path("/var/lib/ptdb/embedded")
        return Path.home() / ".process_tracker" / "embedded"
    except RuntimeError as error:
        raise unavailable(f"cannot choose its folder: {error} Please {ELSEWHERE}.") from error


def locate(folder: Path | None = None) -> EmbeddedServer:
    """Return where the server of ``folder`` (default: `default_folder`) is or would be.

    Starts and writes nothing. The answer depends on the folder alone, so every process that
    names the same folder, by whichever path, finds the same server.

    Raises:
        StoreUnavailable: on Windows; or the folder is too deep for a socket and its replacement
            below /tmp was made by somebody else.
    """
    if sys.platform == "win32":
        raise unavailable("runs on Linux and macOS. Please give the URL of a server, postgresql://...")
    # One folder under two names must not become two servers, so links are followed.
    chosen = Path(os.path.realpath(os.path.expanduser(folder or default_folder())))
    in_data = chosen / DATA
    path = os.fsencode(in_data / SOCKET)
    # libpq reads a comma in a host as a list of hosts.
    if len(path) <= _SOCKET_PATH_LIMIT and b"," not in path:
        return EmbeddedServer(chosen, in_data)
    uid = server_uid(chosen)
    # Not the temporary folder of the environment, which may differ between two processes.
    short = Path(f"/tmp/ptdb-{uid}-{digest(chosen)}")  # noqa: S108  made safely, by check_socket_folder
    with contextlib.suppress(FileNotFoundError):
        check_socket_folder(short, uid)
    return EmbeddedServer(chosen, short)


def check_socket_folder(folder: Path, uid: int) -> None:
    """Refuse a folder below /tmp in which a stranger's server could listen.

    Raises:
        FileNotFoundError: there is no such folder yet.
        StoreUnavailable: it is not a folder, or somebody else's.
    """
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid not in (uid, os.geteuid()):
        raise unavailable(
            f"keeps its socket in {folder}, but that is a link or somebody else's."
            f" Please remove it, or {ELSEWHERE} whose path is shorter."
        )


def digest(folder: Path) -> str:
    """A short name for the folder, the same in every process."""
    return hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
