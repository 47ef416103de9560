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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ptdb import Settings, Store, installer
from tests.support import postgresql, tools
from tests.support.postgresql import embedded_psql
from tests.support.proxy import Address, Proxy

ENGINES = ("postgresql",)
PAGE = Path(__file__).resolve().parents[2] / "docs" / "calling.md"
DRIVER = Path("/usr/share/java/postgresql.jar")
FILE = 'it\'s "orders".csv'
Row = dict[str, Any]


def snippets() -> dict[str, list[str]]:
    """The text of the page's code blocks, by the heading that they are under."""
    found: dict[str, list[str]] = {}
    heading = ""
    for block in re.finditer(r"^#+ (?P<heading>[^\n]+)$|^```\w+\n(?P<text>.*?)^```$", PAGE.read_text(), re.M | re.S):
        if block["heading"]:
            heading = block["heading"]
        else:
            found.setdefault(heading, []).append(block["text"])
    return found


SNIPPETS = snippets()


@dataclass(frozen=True)
class Place:
    """Where a job runs.

    Attributes:
        url: the database, which has a store and the tables of the examples.
        jdbc_url: the same for clients that speak TCP only.
        folder: an empty folder but for the file of orders.
        patch: undone after the test.
    """

    url: str
    jdbc_url: str
    folder: Path
    patch: pytest.MonkeyPatch

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a job that finds psql, and psql the database."""
        settings = Settings.load(self.url)
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

    def select(self, statement: str) -> list[Row]:
        """The rows that the owner of the database sees."""
        with postgresql.connect(self.url) as connection:
            return connection.execute(statement.encode()).fetchall()

    def runs(self) -> list[Row]:
        """All runs, in their order."""
        return self.select("SELECT * FROM process_tracker.v_process_run ORDER BY process_tracking_id")


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
    (place.folder / "load_orders.sql").write_text(SNIPPETS["psql"][0])
    variables = ("-v", f"file={FILE}", "-v", f"folder={place.folder}")
    return run_program(place, "psql", "-X", *variables, "-f", "load_orders.sql")


def shell(place: Place) -> Ended:
    (place.folder / "load_orders.sh").write_text(SNIPPETS["A shell script"][0])
    return run_program(place, "bash", "load_orders.sh", str(place.folder / FILE))


def jdbc(place: Place) -> Ended:
    assert shutil.which("javac"), "there is no JDK; apt-get install default-jdk-headless"
    assert DRIVER.exists(), "there is no JDBC driver; apt-get install libpostgresql-jdbc-java"
    (place.folder / "LoadOrders.java").write_text(SNIPPETS["JDBC"][0])
    return run_program(place, "java", "-cp", str(DRIVER), "LoadOrders.java", place.jdbc_url)


def ssis(place: Place) -> Ended:
    """The three tasks, with the mappings that the page names; a data flow is between them."""
    start, complete, fail = (text.replace("?", "%s") for text in SNIPPETS["SSIS"])

    def package() -> None:
        row = tools.execute(place.url, start, ["Orders load"])
        assert row is not None
        run, status = row
        if status != "running":
            raise tools.Failed(status)
        try:
            tools.execute(place.url, "INSERT INTO orders SELECT * FROM new_orders")
        except Exception as problem:
            tools.execute(place.url, fail, [run, str(problem)])
            raise
        tools.execute(place.url, complete, [run, "2", run])

    return run_code(package)


def airflow(place: Place) -> Ended:
    for name, module in tools.Airflow(place.url).modules().items():
        place.patch.setitem(sys.modules, name, module)
    return run_code(lambda: exec(compile(SNIPPETS["Airflow"][0], "dags/orders_load.py", "exec"), {}))


def dbt(place: Place) -> Ended:
    project, macros = SNIPPETS["dbt"]
    return run_code(lambda: tools.dbt(place.url, project, macros, "INSERT INTO orders SELECT * FROM new_orders"))


def spark(place: Place) -> Ended:
    settings = {"spark.orders.warehouse": f"jdbc:{place.url}", "spark.orders.folder": str(place.folder)}
    for name, module in tools.spark(settings).items():
        place.patch.setitem(sys.modules, name, module)
    place.patch.setenv("PTDB_URL", place.url)
    return run_code(lambda: exec(compile(SNIPPETS["Spark"][0], "orders.py", "exec"), {}))


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
    "psql": Tool(psql),
    "A shell script": Tool(shell, error="exit status 1 of: copied="),
    "JDBC": Tool(jdbc),
    "SSIS": Tool(ssis, snippets=3),
    "Airflow": Tool(airflow, counts=False),
    "dbt": Tool(dbt, snippets=2, error="1 of 1 nodes failed.", process="dbt shop run", counts=False),
    "Spark": Tool(spark),
}
each_tool = pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS.keys())


@pytest.fixture(scope="module")
def urls(server_url: str) -> Iterator[tuple[str, str]]:
    """A store with the tables of the examples: its URL, and one for JDBC, which knows no Unix sockets."""
    with postgresql.database(server_url) as url:
        settings = Settings.load(url)
        installer.install(settings)
        with postgresql.connect(url) as owner:
            owner.execute("CREATE TABLE new_orders (order_id integer, ordered_at timestamptz)")
            owner.execute("INSERT INTO new_orders VALUES (1, '2026-01-30 10:00Z'), (2, '2026-01-31 11:30Z')")
            owner.execute("CREATE TABLE orders (LIKE new_orders)")
        host, port = settings.host or "localhost", settings.port or 5432
        server: Address = f"{host}/.s.PGSQL.{port}" if host.startswith("/") else (host, port)
        with Proxy(server) as proxy:
            address = ":".join(map(str, proxy.address))
            user = f"user={settings.user}&password={settings.password}"
            yield url, f"jdbc:postgresql://{address}/{settings.database}?{user}"


@pytest.fixture
def place(urls: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """An empty store, no orders, and a file of two orders."""
    with postgresql.connect(urls[0]) as owner:
        owner.execute("TRUNCATE process_tracker.process, process_tracker.extract_tracking, orders CASCADE")
        owner.execute('ALTER TABLE orders DROP CONSTRAINT IF EXISTS "it\'s wrong"')
    folder = tmp_path / "the shop's files"
    folder.mkdir()
    (folder / FILE).write_text("order_id,ordered_at\n1,2026-01-30 10:00Z\n2,2026-01-31 11:30Z\n")
    return Place(*urls, folder, monkeypatch)


def orders_are_refused(place: Place) -> None:
    with postgresql.connect(place.url) as owner:
        owner.execute('ALTER TABLE orders ADD CONSTRAINT "it\'s wrong" CHECK (order_id < 2)')


def test_every_snippet_of_the_page_is_run() -> None:
    assert {heading: len(texts) for heading, texts in SNIPPETS.items()} == {
        heading: tool.snippets for heading, tool in TOOLS.items()
    }


@each_tool
def test_a_job_that_works_completes_its_run(place: Place, tool: Tool) -> None:
    ended = tool.run(place)
    assert ended.status == 0, ended.output
    (run,) = place.runs()
    assert (run["process_name"], run["process_status_name"]) == (tool.process, "completed")
    assert run["process_run_record_count"] == (2 if tool.counts else 0)
    assert place.select("SELECT * FROM orders ORDER BY order_id") == place.select("SELECT * FROM new_orders")
    assert place.select("SELECT * FROM process_tracker.v_error") == []


@each_tool
def test_a_job_does_nothing_while_its_process_runs(place: Place, tool: Tool) -> None:
    with Store(place.url) as store:
        store.call("start_process_run", process_name=tool.process, process_type="Load", tool_name="pytest")
    running = place.runs()
    ended = tool.run(place)
    assert ended.status != 0
    assert "PT001" in ended.output
    assert place.runs() == running
    assert place.select("SELECT * FROM orders") == []


@each_tool
def test_a_job_that_fails_fails_its_run_and_says_why(place: Place, tool: Tool) -> None:
    orders_are_refused(place)
    ended = tool.run(place)
    assert ended.status != 0
    (run,) = place.runs()
    assert run["process_status_name"] == "failed"
    (error,) = place.select("SELECT * FROM process_tracker.v_error")
    assert tool.error in error["error_description"]
    assert place.select("SELECT * FROM orders") == []


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
    assert place.select("SELECT * FROM orders") == []


@pytest.mark.parametrize("name", ["psql", "A shell script"])
def test_a_file_is_an_extract_whatever_its_name_is(place: Place, name: str) -> None:
    TOOLS[name].run(place)
    (extract,) = place.select("SELECT * FROM process_tracker.v_extract")
    assert extract["extract_filename"] == FILE
    assert extract["location_path"] == str(place.folder)
    assert extract["extract_status_name"] == "loaded"


def test_the_dates_of_the_data_are_the_runs(place: Place) -> None:
    TOOLS["psql"].run(place)
    (run,) = place.runs()
    (dates,) = place.select("SELECT min(ordered_at) AS low, max(ordered_at) AS high FROM new_orders")
    assert (run["process_run_low_date_time"], run["process_run_high_date_time"]) == (dates["low"], dates["high"])


def has_reader(pipe: Path) -> bool:
    try:
        os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
    except OSError:
        return False
    return True


def test_a_shell_script_that_is_terminated_fails_its_run(place: Place) -> None:
    (place.folder / "load_orders.sh").write_text(SNIPPETS["A shell script"][0])
    pipe = place.folder / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(
        ["bash", "load_orders.sh", "pipe"], cwd=place.folder, env=place.environment, start_new_session=True
    ) as job:
        while not has_reader(pipe):
            assert job.poll() is None
            time.sleep(0.02)
        os.killpg(job.pid, signal.SIGTERM)
    assert job.returncode != 0
    (run,) = place.runs()
    assert run["process_status_name"] == "failed"


def test_the_data_are_there_with_the_completion_or_not_at_all(place: Place) -> None:
    """The last calls of the JDBC job are in the load's transaction; here the very last one is refused."""
    text = SNIPPETS["JDBC"][0]
    place.patch.setitem(SNIPPETS, "JDBC", [text.replace("'completed'", "repeat('x', 999)")])
    assert TOOLS["JDBC"].run(place).status != 0
    assert place.select("SELECT * FROM orders") == []
    assert [row["process_status_name"] for row in place.runs()] == ["failed"]
