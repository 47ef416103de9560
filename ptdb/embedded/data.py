"""The server's data: the cluster and its database, made when there are none, and the server launched on them."""

from __future__ import annotations

import os
import shlex
import shutil
import tempfile
import time
from pathlib import Path

from ptdb.embedded import log
from ptdb.embedded.account import Account, hand_over
from ptdb.embedded.folder import make_socket_folder, opened
from ptdb.embedded.place import DATA, LOG, NEW_DATA, PORT, POSTMASTER_PID, SOCKET, EmbeddedServer
from ptdb.embedded.probe import State, probe
from ptdb.embedded.process import PAUSE_SECONDS, START_SECONDS, cluster_name, is_server, pid_in, run, settle
from ptdb.embedded.refusals import ELSEWHERE, unavailable

_ORPHAN_SECONDS = 30


def launch(server: EmbeddedServer, programs: Path, version: str, account: Account | None) -> None:
    """Start the server and wait until it accepts connections; make its data first if need be."""
    for remnant in server.folder.glob(f"{NEW_DATA}*"):
        shutil.rmtree(remnant, ignore_errors=True)
    if not _has_data(server, version.split(".")[0], account):
        _initialise(server, programs, account)
    sockets = "."
    if server.socket_folder != server.folder / DATA:
        make_socket_folder(server, account)
        sockets = str(server.socket_folder)
    _remove_stale_locks(server)
    log.set_aside_if_long(server)
    # pg_ctl hands its arguments to a shell without quoting them. Paths relative to the folder
    # keep whatever characters the folder's name has out of that.
    options = ["-p", PORT, "-c", "listen_addresses=", "-k", sockets]
    options += ["-c", f"cluster_name={cluster_name(server)}"]
    command = ["start", "-s", "-w", "-t", str(START_SECONDS), "-D", DATA, "-l", LOG]
    deadline = time.monotonic() + _ORPHAN_SECONDS
    while True:
        size = log.size(server)
        done = run(account, server.folder, programs / "pg_ctl", *command, "-o", shlex.join(options))
        # An orphan of a starter that was killed may have come first; its server is as good.
        if done.returncode == 0 or settle(server) is not State.ABSENT:
            return
        lines = log.last_lines(server, size)
        # A killed server's sessions may outlive it for a moment, and hold on to its memory.
        if "pre-existing shared memory block" not in lines or time.monotonic() > deadline:
            raise unavailable(f"did not start in {server.folder}.", f"{done.stdout}{lines}")
        time.sleep(10 * PAUSE_SECONDS)


def _remove_stale_locks(server: EmbeddedServer) -> None:
    for lock in (server.folder / DATA / POSTMASTER_PID, server.socket_folder / f"{SOCKET}.lock"):
        pid = pid_in(lock)
        if pid is not None and not is_server(pid, server):
            lock.unlink(missing_ok=True)


def _has_data(server: EmbeddedServer, major: str, account: Account | None) -> bool:
    """Whether there is a database cluster that these programs can serve."""
    data = server.folder / DATA
    try:
        found = (data / "PG_VERSION").read_text(encoding="ascii", errors="replace").strip()
    except FileNotFoundError:
        if data.exists() and any(data.iterdir()):
            raise unavailable(
                f"finds files in {data} that are no PostgreSQL {major} data. Please move them away, or {ELSEWHERE}."
            ) from None
        return False
    if found != major:
        raise unavailable(
            f"runs PostgreSQL {major}, but {data} was made by PostgreSQL {found}. Please save its"
            f" content with pg_dump of version {found} and load it into a new one, or remove"
            f" {server.folder} if it is not needed."
        )
    uid = account.uid if account else os.geteuid()
    owner = data.stat().st_uid
    if owner != uid:
        raise unavailable(
            f"would run with uid {uid}, but {data} belongs to uid {owner}."
            f" Please run: chown -R {uid} {shlex.quote(str(server.folder))}"
        )
    return True


def _initialise(server: EmbeddedServer, programs: Path, account: Account | None) -> None:
    # Under another name first, so that what is named data is always complete. The name is a new
    # one each time: an initdb whose starter was killed may still be writing to the last one.
    draft = Path(tempfile.mkdtemp(prefix=NEW_DATA, dir=server.folder))
    hand_over(draft, account)
    # The host's C library need not know C.UTF-8, because PostgreSQL's own provider does.
    done = run(
        account,
        server.folder,
        programs / "initdb",
        f"--pgdata={draft.name}",
        f"--username={server.user}",
        "--auth-local=trust",
        "--auth-host=reject",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-instructions",
    )
    if done.returncode != 0:
        shutil.rmtree(draft, ignore_errors=True)
        raise unavailable(f"could not be created in {server.folder}.", log.tail(done.stdout))
    draft.rename(server.folder / DATA)
    with opened(server.folder) as descriptor:
        os.fsync(descriptor)


def create_database(server: EmbeddedServer, programs: Path, account: Account | None) -> None:
    """Create the store's database; that somebody else just did so is no failure."""
    done = run(
        account,
        server.folder,
        programs / "createdb",
        f"--host={server.socket_folder}",
        f"--port={PORT}",
        f"--username={server.user}",
        "--maintenance-db=postgres",
        server.database,
    )
    # An orphan of a starter that was killed may have come first.
    if done.returncode != 0 and probe(server) is not State.READY:
        raise unavailable(f"could not create its database in {server.folder}.", log.tail(done.stdout))
