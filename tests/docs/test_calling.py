"""docs/calling.md: every snippet of the page, run from the page, by its tool or by a stand-in for it.

The database has `new_orders` with two rows, and `orders` to load them into, which refuses them when a job has to fail.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ptdb import Settings, Store, contract, installer
from tests.support import engines, mysql, tools
from tests.support.postgresql import embedded_psql
from tests.support.proxy import Address, Proxy

PAGE = Path(__file__).resolve().parents[2] / "docs" / "calling.md"
JARS = Path("/usr/share/java")
FILE = 'it\'s "orders".csv'
POSTGRESQL, MYSQL, MSSQL, SNOWFLAKE = "PostgreSQL", "MySQL and MariaDB", "SQL Server", "Snowflake"
SECTIONS = {"postgresql": POSTGRESQL, "mysql": MYSQL, "mssql": MSSQL, "snowflake": SNOWFLAKE}
Row = dict[str, Any]


def snippets() -> dict[str, dict[str, list[str]]]:
    """The text of the page's code blocks, by the section and the heading that they are under."""
    found: dict[str, dict[str, list[str]]] = {}
    section = heading = ""
    pattern = r"^(?P<level>##+) (?P<heading>[^\n]+)$|^```\w+\n(?P<text>.*?)^```$"
    for block in re.finditer(pattern, PAGE.read_text(), re.M | re.S):
        if block["heading"]:
            heading = block["heading"]
            section = heading if block["level"] == "##" else section
        else:
            found.setdefault(section, {}).setdefault(heading, []).append(block["text"])
    return found


SNIPPETS = snippets()


def paragraphs(text: str) -> dict[str, str]:
    """The parts between empty lines, by their first lines."""
    return {part.partition("\n")[0]: part for part in re.split(r"\n\n+", text.strip("\n"))}


def whole(section: str, heading: str) -> str:
    """A job's text; of a section that gives only what differs from PostgreSQL's, both together."""
    (text,) = SNIPPETS[section][heading]
    if section == POSTGRESQL:
        return text
    job, different = paragraphs(SNIPPETS[POSTGRESQL][heading][0]), paragraphs(text)
    assert different.keys() <= job.keys()
    return "\n\n".join((job | different).values()) + "\n"


@dataclass(frozen=True)
class Place:
    """Where a job runs.

    Attributes:
        url: the database, which has a store and the tables of the examples.
        jdbc_url: the same for clients that speak TCP only.
        section: the page's section that is about the database's engine.
        folder: an empty folder but for the file of orders.
        patch: undone after the test.
    """

    url: str
    jdbc_url: str
    section: str
    folder: Path
    patch: pytest.MonkeyPatch

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a job that finds the engine's client, and the client the database."""
        settings = Settings.load(self.url)
        if self.section == MSSQL:
            return tools.sqlcmd(settings, self.folder)
        if self.section == MYSQL:
            assert shutil.which("mariadb"), "there is no client; apt-get install mariadb-client-core"
            login = {"host": settings.host, "port": settings.port, "user": settings.user, "password": settings.password}
            lines = ["[client]", *(f"{name}={value}" for name, value in login.items() if value)]
            (self.folder / ".my.cnf").write_text("\n".join([*lines, "[mysql]", f"database={settings.database}", ""]))
            return {**os.environ, "HOME": str(self.folder)}
        psql = shutil.which("psql") or embedded_psql()
        return {
            **os.environ,
            "PATH": f"{Path(psql).parent}{os.pathsep}{os.environ['PATH']}",
            "PGHOST": settings.host or "localhost",
            "PGPORT": str(settings.port or 5432),
            "PGDATABASE": settings.database or "",
            "PGUSER": settings.user or "",
            "PGPASSWORD": settings.password or "",
            "PGOPTIONS": "",
        }

    def texts(self, heading: str) -> list[str]:
        """The snippets of a tool."""
        return [self.in_schema(text) for text in SNIPPETS[self.section][heading]]

    def in_schema(self, text: str) -> str:
        """The text for the schema that the store is in."""
        return text.replace("process_tracker.", f"{Settings.load(self.url).schema}.") if self.section == MSSQL else text

    def select(self, statement: str) -> list[Row]:
        """The rows that the owner of the database sees."""
        module = engines.module(self.url)
        with module.connect(self.url) as connection:
            rows: list[Row] = module.select(connection, statement)
            return rows

    def view(self, name: str) -> list[Row]:
        """The rows of a view of the store."""
        return self.select(f"SELECT * FROM {Settings.load(self.url).schema}.{name} ORDER BY 1")

    def runs(self) -> list[Row]:
        """All runs, in their order."""
        return self.view("v_process_run")

    def orders(self) -> list[Row]:
        """The orders that were loaded."""
        return self.select("SELECT * FROM orders ORDER BY order_id")


@dataclass(frozen=True)
class Ended:
    """How a job ended: its exit status, and what it said."""

    status: int
    output: str


def run_program(place: Place, *command: str) -> Ended:
    done = subprocess.run(
        command, cwd=place.folder, env=place.environment, capture_output=True, text=True, timeout=120, check=False
    )
    return Ended(done.returncode, done.stdout + done.stderr)


def run_code(run: Callable[[], object]) -> Ended:
    try:
        run()
    except Exception as problem:
        return Ended(1, f"{type(problem).__name__}: {problem}")
    return Ended(0, "")


def psql(place: Place) -> Ended:
    (place.folder / "load_orders.sql").write_text(place.texts("psql")[0])
    variables = ("-v", f"file={FILE}", "-v", f"folder={place.folder}")
    return run_program(place, "psql", "-X", *variables, "-f", "load_orders.sql")


def stored_procedure(place: Place) -> Ended:
    text = place.texts("A stored procedure")[0]
    if place.section == SNOWFLAKE:
        return run_code(lambda: snowflake_calls(place, text, [FILE, str(place.folder)]))
    program = ["sqlcmd", "-b", "-i", "/dev/stdin"] if place.section == MSSQL else ["mariadb", "--batch"]
    subprocess.run(program, env=place.environment, input=text, text=True, timeout=120, check=True)
    call = "EXEC load_orders @file = ?, @folder = ?" if place.section == MSSQL else "CALL load_orders(%s, %s)"
    return run_code(lambda: tools.execute(place.url, call, [FILE, str(place.folder)]))


def snowflake_calls(place: Place, text: str, values: list[str]) -> None:
    """Makes the procedure, and calls it."""
    with engines.module(place.url).connect(place.url) as connection, connection.cursor() as cursor:
        cursor.execute(text)
        cursor.execute("CALL load_orders(?, ?)", values)


def shell(place: Place) -> Ended:
    (place.folder / "load_orders.sh").write_text(place.texts("A shell script")[0])
    return run_program(place, "bash", "load_orders.sh", str(place.folder / FILE))


def jdbc(place: Place) -> Ended:
    assert shutil.which("javac"), "there is no JDK; apt-get install default-jdk-headless"
    name, package = {
        POSTGRESQL: ("postgresql.jar", "libpostgresql-jdbc-java"),
        MYSQL: ("mariadb-java-client.jar", "libmariadb-java"),
        MSSQL: ("jtds.jar", "libjtds-java"),
    }[place.section]
    assert (JARS / name).exists(), f"there is no JDBC driver; apt-get install {package}"
    (place.folder / "LoadOrders.java").write_text(place.in_schema(whole(place.section, "JDBC")))
    # jTDS is older than drivers that make themselves known.
    known = "-Djdbc.drivers=net.sourceforge.jtds.jdbc.Driver"
    return run_program(place, "java", known, "-cp", str(JARS / name), "LoadOrders.java", place.jdbc_url)


def ssis(place: Place) -> Ended:
    """The tasks, with the mappings that the page names, on one connection; a data flow is between them."""
    texts = place.texts("SSIS")
    if place.section == MSSQL:
        # ODBC's results are rows; OLE DB's, whose way this is, are the parameters themselves.
        declared, outputs = "DECLARE @run BIGINT, @status NVARCHAR(75); ", ["@run OUTPUT", "@status OUTPUT"]
        text = re.sub(r"\? OUTPUT", lambda _: outputs.pop(0), texts[0])
        texts[0] = f"{declared}{text}; SELECT @run AS run, @status AS status"
    else:
        texts = [text.replace("?", "%s") for text in texts]

    def package(cursor: Any) -> None:
        def task(text: str, *values: object) -> tuple[Any, ...] | None:
            cursor.execute(text, values)
            return tools.fetchone(cursor)

        row = task(texts[0], "Orders load")
        if place.section == MYSQL:
            row = task(texts[1])
        assert row is not None
        run, status = row
        if status != "running":
            raise tools.Failed(status)
        try:
            tools.execute(place.url, "INSERT INTO orders SELECT * FROM new_orders")
        except Exception as problem:
            task(texts[-1], run, problem.args[-1] if place.section == MSSQL else str(problem))
            raise
        if place.section != POSTGRESQL:
            task(texts[-3], run, "2")
            task(texts[-2], run)
        else:
            task(texts[1], run, "2", run)

    with tools.session(place.url) as cursor:
        return run_code(lambda: package(cursor))


def airflow(place: Place) -> Ended:
    for name, module in tools.Airflow(place.url).modules().items():
        place.patch.setitem(sys.modules, name, module)
    text = whole(place.section, "Airflow")
    return run_code(lambda: exec(compile(text, "dags/orders_load.py", "exec"), {}))


def dbt(place: Place) -> Ended:
    project, macros = place.texts("dbt")
    return run_code(lambda: tools.dbt(place.url, project, macros, "INSERT INTO orders SELECT * FROM new_orders"))


def spark(place: Place) -> Ended:
    settings = {"spark.orders.warehouse": f"jdbc:{place.url}", "spark.orders.folder": str(place.folder)}
    for name, module in tools.spark(settings).items():
        place.patch.setitem(sys.modules, name, module)
    place.patch.setenv("PTDB_URL", place.url)
    return run_code(lambda: exec(compile(whole(place.section, "Spark"), "orders.py", "exec"), {}))


@dataclass(frozen=True)
class Tool:
    """A section of the page.

    Attributes:
        run: runs its job.
        snippets: how many code blocks the section has; all are run.
        error: what the error of a failed run says.
        process: the process that the job is a run of.
        counts: whether the job says how many orders it loaded.
    """

    run: Callable[[Place], Ended]
    snippets: int = 1
    error: str = "it's wrong"
    process: str = "Orders load"
    counts: bool = True


TOOLS = {
    POSTGRESQL: {
        "psql": Tool(psql),
        "A shell script": Tool(shell, error="exit status 1 of: copied="),
        "JDBC": Tool(jdbc),
        "SSIS": Tool(ssis, snippets=3),
        "Airflow": Tool(airflow, counts=False),
        "dbt": Tool(dbt, snippets=2, error="1 of 1 nodes failed.", process="dbt shop run", counts=False),
        "Spark": Tool(spark),
    },
    MYSQL: {
        "A stored procedure": Tool(stored_procedure),
        "A shell script": Tool(shell),
        "JDBC": Tool(jdbc),
        "SSIS": Tool(ssis, snippets=5),
        "Airflow": Tool(airflow, counts=False),
        "dbt": Tool(dbt, snippets=2, error="1 of 1 nodes failed.", process="dbt shop run", counts=False),
        "Spark": Tool(spark),
    },
    MSSQL: {
        "A stored procedure": Tool(stored_procedure),
        "A shell script": Tool(shell),
        "JDBC": Tool(jdbc),
        "SSIS": Tool(ssis, snippets=4),
    },
    SNOWFLAKE: {"A stored procedure": Tool(stored_procedure, error="too long")},
}


def with_tools(*names: str) -> pytest.MarkDecorator:
    """Runs a test with some tools on each engine whose section has them; "client" is the one that runs SQL alone."""
    pairs = [
        (engine, name)
        for engine in engines.among(*engines.ENGINES)
        for name in names
        for section in [SECTIONS[engines.dialect_of(engine)]]
        if heading_of(section, name) in TOOLS[section]
    ]
    return pytest.mark.parametrize(("server_url", "job"), pairs, indirect=["server_url"], scope="session")


def heading_of(section: str, name: str) -> str:
    """The heading of a tool in a section."""
    client = "psql" if section == POSTGRESQL else "A stored procedure"
    return client if name == "client" else name


each_tool = with_tools("client", "A shell script", "JDBC", "SSIS", "Airflow", "dbt", "Spark")


@pytest.fixture
def tool(job: str, place: Place) -> Tool:
    """The tool's part of the engine's section."""
    return TOOLS[place.section][heading_of(place.section, job)]


@pytest.fixture(scope="module")
def urls(server_url: str) -> Iterator[tuple[str, str]]:
    """A store with the tables of the examples: its URL, and one for JDBC, which knows no Unix sockets."""
    module = engines.module(server_url)
    with module.database(server_url) as url:
        settings = Settings.load(url)
        installer.install(settings)
        section = section_of(url)
        instant, zone = INSTANTS[section]
        with module.connect(url) as owner:
            for statement in (
                f"CREATE TABLE new_orders (order_id integer, ordered_at {instant})",
                f"INSERT INTO new_orders VALUES (1, '2026-01-30 10:00{zone}'), (2, '2026-01-31 11:30{zone}')",
                emptied(section),
            ):
                module.select(owner, statement)
        if section == SNOWFLAKE:
            yield url, ""
            return
        user = f"user={settings.user}&password={settings.password}"
        if section == MSSQL:
            address = f"{settings.host}:{settings.port or 1433}/{settings.database}"
            # A login without the message that asks for it gets no answer from Babelfish.
            yield url, f"jdbc:jtds:sqlserver://{address};{user.replace('&', ';')};ssl=request"
            return
        if section == MYSQL:
            address = f"{settings.host}:{settings.port or 3306}"
            yield url, f"jdbc:mariadb://{address}/{settings.database}?{user}&allowPublicKeyRetrieval=true"
            return
        host, port = settings.host or "localhost", settings.port or 5432
        server: Address = f"{host}/.s.PGSQL.{port}" if host.startswith("/") else (host, port)
        with Proxy(server) as proxy:
            yield url, f"jdbc:postgresql://{':'.join(map(str, proxy.address))}/{settings.database}?{user}"


@pytest.fixture
def place(urls: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A store without runs and extracts, no orders, and a file of two orders."""
    url = urls[0]
    module, section = engines.module(url), section_of(url)
    with module.connect(url) as owner:
        for statement in (
            *EMPTY[section],
            "DROP TABLE orders",
            emptied(section),
        ):
            module.select(owner, statement)
    folder = tmp_path / "the shop's files"
    folder.mkdir()
    zone = INSTANTS[section][1]
    (folder / FILE).write_text(f"order_id,ordered_at\n1,2026-01-30 10:00{zone}\n2,2026-01-31 11:30{zone}\n")
    return Place(*urls, section, folder, monkeypatch)


def section_of(url: str) -> str:
    """The page's section about the engine of a URL."""
    return SECTIONS[engines.module(url).__name__.rpartition(".")[2]]


def emptied(section: str) -> str:
    """Makes the table `orders`, with the columns of `new_orders` and without rows."""
    if section == MSSQL:
        return "SELECT * INTO orders FROM new_orders WHERE order_id < 0"
    return "CREATE TABLE orders AS SELECT * FROM new_orders WHERE order_id < 0"


#: The type of an instant, and how the zone is written behind one.
INSTANTS = {
    POSTGRESQL: ("timestamptz", "Z"),
    MYSQL: ("datetime", ""),
    MSSQL: ("datetimeoffset(6)", " +00:00"),
    SNOWFLAKE: ("timestamp_tz", ":00+00:00"),
}
_DELETES = [
    f"DELETE FROM {table}"
    for table in (
        *("error_tracking", "extract_process_tracking", "extract_source", "extract_source_object"),
        *("extract_tracking", "process_source", "process_target", "process_source_object", "process_target_object"),
        *("process_tracking", "process"),
    )
]
EMPTY = {
    POSTGRESQL: ["TRUNCATE process_tracker.process, process_tracker.extract_tracking CASCADE"],
    MYSQL: ["SET foreign_key_checks = OFF", *_DELETES],
    MSSQL: _DELETES,
    SNOWFLAKE: _DELETES,
}


def orders_are_refused(place: Place) -> None:
    if place.section == SNOWFLAKE:
        # It has no checks; but what is too long for its column it refuses.
        place.select("CREATE OR REPLACE TABLE orders (order_id NUMBER, ordered_at VARCHAR(1))")
        return
    mark = "`" if place.section == MYSQL else '"'
    place.select(f"ALTER TABLE orders ADD CONSTRAINT {mark}it's wrong{mark} CHECK (order_id < 2)")


def test_every_snippet_of_the_page_is_run() -> None:
    expected = {
        section: {heading: tool.snippets for heading, tool in section_tools.items()}
        for section, section_tools in TOOLS.items()
    }
    expected[MYSQL][MYSQL] = expected[MSSQL][MSSQL] = 1  # by test_a_call_looks_as_the_page_says
    expected[SNOWFLAKE][SNOWFLAKE] = 1  # by test_the_first_calls_are_as_the_page_says
    expected[SNOWFLAKE] |= {"A task": 1, "Airflow": 1, "dbt": 2}  # read as ADO.NET
    expected[MSSQL]["ADO.NET"] = 1  # read by test_the_names_in_what_is_not_run_are_the_contracts
    assert {
        section: {heading: len(texts) for heading, texts in found.items()} for section, found in SNIPPETS.items()
    } == expected


@each_tool
def test_a_job_that_works_completes_its_run(place: Place, tool: Tool) -> None:
    ended = tool.run(place)
    assert ended.status == 0, ended.output
    (run,) = place.runs()
    assert (run["process_name"], run["process_status_name"]) == (tool.process, "completed")
    assert run["process_run_record_count"] == (2 if tool.counts else 0)
    assert place.orders() == place.select("SELECT * FROM new_orders ORDER BY order_id")
    assert place.view("v_error") == []


@each_tool
def test_a_job_does_nothing_while_its_process_runs(place: Place, tool: Tool) -> None:
    with Store(place.url) as store:
        store.call("start_process_run", process_name=tool.process, process_type="Load", tool_name="pytest")
    running = place.runs()
    ended = tool.run(place)
    assert ended.status != 0
    assert "PT001" in ended.output
    assert place.runs() == running
    assert place.orders() == []


@each_tool
def test_a_job_that_fails_fails_its_run_and_says_why(place: Place, tool: Tool) -> None:
    orders_are_refused(place)
    ended = tool.run(place)
    assert ended.status != 0
    (run,) = place.runs()
    assert run["process_status_name"] == "failed"
    (error,) = place.view("v_error")
    assert tool.error in error["error_description"]
    assert place.orders() == []


@each_tool
def test_a_job_does_nothing_when_too_many_runs_have_failed(place: Place, tool: Tool) -> None:
    with Store(place.url) as store:
        for _ in range(5):
            run = store.call("start_process_run", process_name=tool.process, process_type="Load", tool_name="pytest")
            store.call("change_run_status", process_tracking_id=run["process_tracking_id"], new_status="failed")
    for code in ("on hold", "PT017"):
        ended = tool.run(place)
        assert ended.status != 0
        assert code in ended.output
        assert [row["process_status_name"] for row in place.runs()] == ["failed"] * 5 + ["on hold"]
    assert place.orders() == []


@with_tools("client", "A shell script")
def test_a_file_is_an_extract_whatever_its_name_is(place: Place, tool: Tool) -> None:
    tool.run(place)
    (extract,) = place.view("v_extract")
    assert extract["extract_filename"] == FILE
    assert extract["location_path"] == str(place.folder)
    assert extract["extract_status_name"] == "loaded"


@with_tools("client")
def test_the_dates_of_the_data_are_the_runs(place: Place, tool: Tool) -> None:
    tool.run(place)
    (run,) = place.runs()
    (dates,) = place.select("SELECT min(ordered_at) AS low, max(ordered_at) AS high FROM new_orders")
    assert (run["process_run_low_date_time"], run["process_run_high_date_time"]) == (dates["low"], dates["high"])


def has_reader(pipe: Path) -> bool:
    try:
        os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
    except OSError:
        return False
    return True


def terminate(place: Place, file: str, works: Callable[[], bool]) -> None:
    """Starts the shell script, and ends it with its children as soon as it works."""
    (place.folder / "load_orders.sh").write_text(place.texts("A shell script")[0])
    with subprocess.Popen(
        ["bash", "load_orders.sh", file], cwd=place.folder, env=place.environment, start_new_session=True
    ) as job:
        while not works():
            assert job.poll() is None
            time.sleep(0.02)
        os.killpg(job.pid, signal.SIGTERM)
    assert job.returncode != 0


@pytest.mark.parametrize("server_url", engines.among("postgresql"), indirect=True)
def test_a_shell_script_that_is_terminated_fails_its_run(place: Place) -> None:
    pipe = place.folder / "pipe"
    os.mkfifo(pipe)
    terminate(place, "pipe", lambda: has_reader(pipe))
    assert [row["process_status_name"] for row in place.runs()] == ["failed"]


@pytest.mark.parametrize("server_url", engines.among("mysql", "mariadb"), indirect=True)
def test_a_shell_script_that_is_terminated_fails_its_run_and_loads_nothing(place: Place) -> None:
    waiting = "SELECT 1 FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE 'INSERT INTO orders%'"
    with closing(mysql.connect(place.url)) as other:
        mysql.select(other, "LOCK TABLES orders WRITE")
        terminate(place, FILE, lambda: bool(place.select(waiting)))
    while place.select(waiting):
        time.sleep(0.02)
    assert [row["process_status_name"] for row in place.runs()] == ["failed"]
    assert place.orders() == []


@with_tools("JDBC")
def test_the_data_are_there_with_the_completion_or_not_at_all(place: Place, tool: Tool) -> None:
    """The last calls of the JDBC job are in the load's transaction; here the very last one is refused."""
    text = place.texts("JDBC")[0]
    place.patch.setitem(SNIPPETS[place.section], "JDBC", [text.replace("'completed'", "repeat('x', 999)")])
    assert tool.run(place).status != 0
    assert place.orders() == []
    assert [row["process_status_name"] for row in place.runs()] == ["failed"]


@pytest.mark.parametrize("server_url", engines.among("mysql", "mariadb"), indirect=True)
def test_a_call_looks_as_the_page_says(place: Place) -> None:
    with tools.session(place.url) as cursor:
        rows = []
        for statement in place.texts(MYSQL)[0].split(";\n"):
            cursor.execute(statement)
            rows.append(tools.fetchone(cursor))
            while cursor.nextset():
                pass
    (run,) = place.runs()
    assert rows[1] == (run["process_tracking_id"], "running")
    assert rows[2] is not None
    assert run["process_status_name"] == "completed"


@pytest.mark.parametrize("server_url", engines.among("mssql", "babelfish"), indirect=True)
def test_a_batch_looks_as_the_page_says(place: Place) -> None:
    with tools.session(place.url) as cursor:
        cursor.execute(place.texts(MSSQL)[0])
        row = tools.fetchone(cursor)
        while cursor.nextset():
            pass
    (run,) = place.runs()
    assert row is not None
    assert row[0] == run["process_tracking_id"]
    assert run["process_status_name"] == "completed"


def test_the_names_in_what_is_not_run_are_the_contracts() -> None:
    (text,) = SNIPPETS[MSSQL]["ADO.NET"]
    calls = re.split(r'\bCall\((?:tracking|data), "(\w+)"', text)
    routines = contract.load().routines
    assert len(calls) == 9
    for name, behind in zip(calls[1::2], calls[2::2], strict=True):
        known = {column.name for column in (*routines[name].parameters, *routines[name].results)}
        given = set(re.findall(r'"@(\w+)"', behind))
        assert given
        assert given <= known
        assert {p.name for p in routines[name].parameters if p.is_required} <= given


@pytest.mark.parametrize("heading", ["A task", "Airflow", "dbt"])
def test_the_names_in_what_is_not_run_on_snowflake_are_the_contracts(heading: str) -> None:
    routines, views = contract.load().routines, contract.load().views
    text = "\n".join(SNIPPETS[SNOWFLAKE][heading])
    calls = re.findall(r"CALL process_tracker\.(\w+)(.*?)(?=CALL|\Z)", text, re.DOTALL)
    assert calls or "CALL load_orders(" in text
    for name, behind in calls:
        assert set(re.findall(r"\bp_(\w+) =>", behind)) <= {p.name for p in routines[name].parameters}
    assert set(re.findall(r"FROM process_tracker\.(\w+)", text)) <= views.keys()


@pytest.mark.parametrize("server_url", engines.among("snowflake", "fakesnow"), indirect=True)
def test_the_first_calls_are_as_the_page_says(place: Place) -> None:
    with engines.module(place.url).connect(place.url) as connection, connection.cursor() as cursor:
        first, second = place.texts(SNOWFLAKE)[0].strip().rstrip(";").split(";\n")
        started = cursor.execute(first).fetchone()
        found = cursor.execute(second).fetchone()
    (run,) = place.runs()
    assert started == (run["process_tracking_id"], "running")
    assert found[0] == run["process_tracking_id"]
