"""The engines that the conformance suite runs on, and how a server of each is found.

An engine's server is the one that `PTDB_TEST_<ENGINE>_URL` names (`embedded:` is a fresh embedded one), else a
container where Docker runs, else a server that is installed on this machine, else the embedded one.
`PTDB_TEST_ENGINES` names the engines that have to be there; one that has to be there and is not fails, it is never
skipped.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from urllib.parse import quote, urlsplit

from ptdb import Settings, Store
from tests.support import babelfish, fakesnow, mysql_servers

#: The engines that this machine can always start, and so those of `PTDB_TEST_ENGINES` when it is not set.
LOCAL = ("postgresql", "mysql", "mariadb", "fakesnow")
#: The engines that the suite runs on. Babelfish stands in for SQL Server, IvorySQL for Oracle, the interpreter of
#: Snowflake Scripting for Snowflake.
ENGINES = (*LOCAL, "mssql", "babelfish", "oracle", "ivorysql", "snowflake")
_DIALECTS = {"mariadb": "mysql", "babelfish": "mssql", "ivorysql": "oracle", "fakesnow": "snowflake"}

_PADDED = "its one collation that counts case and accents in both servers ignores blanks at the end of a text"
_UTF8MB3 = "the server keeps messages in utf8mb3, and shows a question mark for each such character"
_NULL = "Oracle's empty text is NULL, so one that is optional has not been given"
_SESSIONS = "an account tells nobody which sessions are open now, so none can be found to be ended"
#: What an engine cannot do, and why. A test that needs it is marked `needs`, and has to fail there.
LIMITS: dict[str, dict[str, str]] = {
    "an empty text": {"oracle": _NULL, "ivorysql": _NULL},
    "blanks at the end of a name": {
        "mysql": _PADDED,
        "mariadb": _PADDED,
        "mssql": "SQL Server ignores blanks at the end of a text in every comparison",
        "babelfish": "as SQL Server, it ignores blanks at the end of a text in every comparison",
    },
    "characters beyond the basic plane in a message": {"mysql": _UTF8MB3, "mariadb": _UTF8MB3},
    "the longest name out of characters beyond the basic plane": {
        "mssql": "NVARCHAR(n) has n pairs of bytes, and each such character takes two",
        "babelfish": "it stores the name, but gives out only as many pairs of bytes as SQL Server",
    },
    "ownership chaining": {"babelfish": "a routine's and a view's tables need rights of their caller's own there"},
    "a choice of isolation": {
        "babelfish": "its readers see row versions, and it has no READ_COMMITTED_SNAPSHOT to set"
    },
    "descriptions of indexes": {"babelfish": "it names indexes in its own way, and describes no filter"},
    "texts of views and routines": {"babelfish": "it keeps what it has made of a text, and rejects ALTER VIEW"},
    "single rights to create": {"babelfish": "who owns a database may make anything in it, and nobody else"},
    "owners of single objects": {"babelfish": "an object is its schema's owner's"},
    "dependencies of views and routines": {"babelfish": "sys.sql_expression_dependencies is empty"},
    "SET NOEXEC": {"babelfish": "it takes it, and does nothing"},
    "another collation for a column": {"babelfish": "it alters none"},
    "a list of sessions": {"snowflake": _SESSIONS, "fakesnow": _SESSIONS},
    "references that are not in force": {"babelfish": "it knows no NOCHECK"},
    "constraints that are not in force": {
        "ivorysql": "it has another word for those that were not validated, and no other"
    },
    "one round trip a call": {
        "ivorysql": "psycopg is its driver, and reads a cursor within a transaction; oracledb is tested by recording",
        "oracle": "a finder's rows come with a second one",
    },
    "few round trips of a login": {
        "ivorysql": "psycopg is its driver, and asks for the types of Oracle",
        "oracle": "nobody has counted them yet",
    },
    "indexes that are not in use": {"ivorysql": "it knows no such thing"},
    "dependencies of PL/SQL": {"ivorysql": "it keeps none"},
    "a limit to the wait for a row": {"oracle": "a session has none there; only NOWAIT and WAIT in a statement"},
}


def required_engines() -> tuple[str, ...]:
    """The engines to run on, from `PTDB_TEST_ENGINES`; all that have a dialect when it is not set."""
    names = tuple(os.environ.get("PTDB_TEST_ENGINES", ",".join(LOCAL)).replace(" ", "").split(","))
    unknown = [name for name in names if name not in ENGINES]
    if unknown:
        raise RuntimeError(f"PTDB_TEST_ENGINES names {', '.join(unknown)}; there are {', '.join(ENGINES)}")
    return names


def prelude() -> str:
    """What a Python process has to begin with to know the schemes of the URLs of the tests."""
    return "import tests.support.ivorysql; " if "ivorysql" in required_engines() else ""


def among(*engines: str) -> list[str]:
    """Those of the engines to run on that are among some; for tests of what only these have."""
    return [engine for engine in required_engines() if engine in engines]


@contextmanager
def server(engine: str) -> Iterator[str]:
    """The URL of a server of the engine, for a user who may create databases and roles."""
    url = os.environ.get(f"PTDB_TEST_{engine.upper()}_URL")
    if url == "embedded:":
        with embedded_postgresql() as found:
            yield found
        return
    if url:
        with ExitStack() as stack:
            if engine == "babelfish":
                stack.enter_context(babelfish.loader(Settings.load(url)))
            yield url
        return
    if engine in ("babelfish", "ivorysql"):
        raise RuntimeError(f"there is no {engine} to start here; name one by PTDB_TEST_{engine.upper()}_URL")
    starts: dict[str, Callable[[], AbstractContextManager[str]]] = {
        "postgresql": _postgresql,
        "mysql": _mysql,
        "mariadb": _mariadb,
        "mssql": _mssql,
        "oracle": _oracle,
        "snowflake": _snowflake,
        "fakesnow": fakesnow.server,
    }
    with starts[engine]() as found:
        yield found


def dialect_of(engine: str) -> str:
    """The dialect that an engine speaks."""
    return _DIALECTS.get(engine, engine)


def rest(store: Store) -> None:
    """Between two tests: ends a store's session where a long one grows slow."""
    if store.settings.dialect == "mssql" and babelfish.is_prepared():
        babelfish.rest(store)


def prepare(url: str) -> None:
    """Lets a process that a test has started use the engine of a URL as the test does."""
    engine_module = module(url)  # which registers the dialect of a stand-in
    if urlsplit(url).scheme.startswith("mssql") and engine_module.is_babelfish(url):
        babelfish.prepare()


def module(url: str) -> ModuleType:
    """What the tests need of the engine of a URL: tests.support.postgresql, or that of another engine."""
    engine = urlsplit(url).scheme.partition("+")[0]
    return importlib.import_module(f"tests.support.{engine if engine == 'ivorysql' else dialect_of(engine)}")


def catalogue(url: str) -> ModuleType:
    """What reads the catalogue of the engine of a URL: one of tests.support.catalogue_*."""
    return importlib.import_module(f"tests.support.catalogue_{dialect_of(urlsplit(url).scheme.partition('+')[0])}")


@contextmanager
def _postgresql() -> Iterator[str]:
    if _docker_runs():
        from testcontainers.community.postgres import PostgresContainer

        with PostgresContainer("postgres:17-alpine", driver=None) as container:
            yield container.get_connection_url()
        return
    programs = installed_postgresql()
    if programs is None:
        with embedded_postgresql() as url:
            yield url
        return
    with local_postgresql(programs) as url:
        yield url


@contextmanager
def _mysql() -> Iterator[str]:
    if _docker_runs():
        with _container("mysql:8.4") as url:
            yield url
        return
    with scratch() as folder, mysql_servers.mysql(folder) as url:
        yield url


@contextmanager
def _mariadb() -> Iterator[str]:
    if _docker_runs():
        with _container("mariadb:11.4") as url:
            yield url.replace("mysql:", "mariadb:", 1)
        return
    with scratch() as folder, mysql_servers.mariadb(folder) as url:
        yield url


@contextmanager
def _mssql() -> Iterator[str]:
    if not _docker_runs():
        raise RuntimeError("there is no SQL Server to start without Docker; name one by PTDB_TEST_MSSQL_URL")
    from testcontainers.community.mssql import SqlServerContainer

    with SqlServerContainer("mcr.microsoft.com/mssql/server:2022-latest", dialect="mssql") as container:
        yield f"{container.get_connection_url()}?trustservercertificate=yes"


@contextmanager
def _oracle() -> Iterator[str]:
    if not _docker_runs():
        raise RuntimeError("there is no Oracle: PTDB_TEST_ORACLE_URL names none, and Docker does not run")
    from testcontainers.community.oracle import OracleDbContainer

    with OracleDbContainer("gvenzl/oracle-free:slim") as container:
        host, port = container.get_container_host_ip(), container.get_exposed_port(1521)
        yield f"oracle://system:{quote(container.oracle_password)}@{host}:{port}/FREEPDB1"


@contextmanager
def _snowflake() -> Iterator[str]:
    from tests.support import snowflake

    prefix = "PTDB_TEST_SNOWFLAKE_"
    given = {name.removeprefix(prefix): value for name, value in os.environ.items() if name.startswith(prefix)}
    if "ACCOUNT" not in given:
        raise RuntimeError(
            f"there is no Snowflake: {prefix}URL names none, nor do {prefix}ACCOUNT, {prefix}USER and so on"
        )
    yield snowflake.url_of(given)


@contextmanager
def _container(image: str) -> Iterator[str]:
    from testcontainers.community.mysql import MySqlContainer

    with MySqlContainer(image, username="root", password="root") as container:
        yield container.get_connection_url()


def _docker_runs() -> bool:
    docker = shutil.which("docker")
    return docker is not None and subprocess.run([docker, "info"], capture_output=True).returncode == 0


def installed_postgresql() -> Path | None:
    """The folder of an installed server's programs: Debian's newest, or the one on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that a server may use: under a short path, and as root handed to the account it runs as."""
    folder = Path(tempfile.mkdtemp(prefix="ptdb-", dir="/tmp"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def local_postgresql(programs: Path, access: str = "") -> Iterator[str]:
    """A server of installed programs, in a scratch folder, on a Unix socket only; no data are needed after a crash.

    Args:
        programs: folder of initdb and pg_ctl.
        access: lines of pg_hba.conf that go before the one that lets everybody in.
    """
    with scratch() as folder:
        account = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.getuid() == 0 else {}
        if account:
            shutil.chown(folder, "nobody", "nogroup")
        data = folder / "data"

        def run(program: str, *arguments: str) -> None:
            command = [str(programs / program), *arguments]
            subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, **account)  # type: ignore[call-overload]

        run("initdb", "-D", str(data), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8")
        rules = (data / "pg_hba.conf").read_text()
        (data / "pg_hba.conf").write_text(f"{access}\n{rules}")
        options = f"-c listen_addresses= -c max_connections=200 -c fsync=off -k {folder}"
        run("pg_ctl", "-D", str(data), "-w", "-l", str(data / "log"), "-o", options, "start")
        try:
            yield f"postgresql://postgres@/postgres?host={quote(str(folder))}"
        finally:
            run("pg_ctl", "-D", str(data), "-w", "-m", "immediate", "stop")


@contextmanager
def embedded_postgresql() -> Iterator[str]:
    """The embedded store's server, in a scratch folder."""
    from ptdb import embedded

    with scratch() as folder:
        folder.chmod(0o755)
        place = embedded.start(folder / "store")
        try:
            host = quote(str(place.socket_folder))
            yield f"postgresql://{place.user}@/{place.database}?host={host}"
        finally:
            embedded.stop(folder / "store")
