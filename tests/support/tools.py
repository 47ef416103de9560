"""Stand-ins for tools that are too large to install for a test: they run what docs/calling.md gives them.

Each does what the tool itself does with its snippet, in the tool's order; SQL goes to the real store.
"""

from __future__ import annotations

import csv
import os
import sys
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, Self

import jinja2
import yaml

from ptdb import Settings
from tests.support import engines

Values = Sequence[object]


@contextmanager
def session(url: str) -> Iterator[Any]:
    """A cursor of a connection in autocommit."""
    with closing(engines.module(url).connect(url)) as connection, closing(connection.cursor()) as cursor:
        yield cursor


def execute(url: str, statement: str, values: Values = ()) -> tuple[Any, ...] | None:
    """One statement in a transaction of its own; its first row."""
    with session(url) as cursor:
        cursor.execute(statement, values) if values else cursor.execute(statement)
        return fetchone(cursor)


def fetchone(cursor: Any) -> tuple[Any, ...] | None:
    """The first row, if the statement has any."""
    row = cursor.fetchone() if cursor.description else None
    return row if row is None else tuple(row.values() if isinstance(row, dict) else row)


def sqlcmd(settings: Settings, folder: Path) -> dict[str, str]:
    """The environment of a job that finds sqlcmd, or else a stand-in for it, and the database."""
    program = folder.parent / "sqlcmd"
    program.write_text(f"#!{sys.executable}\nfrom tests.support.sqlcmd import main\n\nmain()\n")
    program.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{os.environ['PATH']}{os.pathsep}{folder.parent}",
        "PYTHONPATH": os.pathsep.join(sys.path),
        "SQLCMDSERVER": f"tcp:{settings.host},{settings.port or 1433}",
        "SQLCMDDBNAME": settings.database or "",
        "SQLCMDUSER": settings.user or "",
        "SQLCMDPASSWORD": settings.password or "",
    }


class Skipped(Exception):
    """Airflow's AirflowSkipException."""


class Failed(Exception):
    """Airflow's AirflowFailException."""


class Task:
    """A task of a DAG; `>>` puts one behind another."""

    def __init__(self, name: str, work: Callable[..., object], on_failure: Callable[[Any], None] | None) -> None:
        self.name, self.work, self.on_failure = name, work, on_failure
        self.arguments: Sequence[Task] = ()
        self.next: Task | None = None
        self.result: object = None

    def __rshift__(self, other: Task) -> Task:
        self.next = other
        return other


class Airflow:
    """Runs a DAG of one chain, task by task, as soon as the DAG function is called."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.tasks: list[Task] = []

    def modules(self) -> dict[str, ModuleType]:
        """What a DAG imports."""
        names: dict[str, dict[str, object]] = {
            "airflow": {},
            "airflow.providers": {},
            "airflow.providers.common": {},
            "airflow.providers.common.sql": {},
            "airflow.providers.common.sql.operators": {},
            "airflow.providers.common.sql.operators.sql": {"SQLExecuteQueryOperator": self.operator},
            "airflow.providers.mysql": {},
            "airflow.providers.mysql.hooks": {},
            "airflow.providers.mysql.hooks.mysql": {"MySqlHook": self.hook},
            "airflow.providers.postgres": {},
            "airflow.providers.postgres.hooks": {},
            "airflow.providers.postgres.hooks.postgres": {"PostgresHook": self.hook},
            "airflow.sdk": {"dag": self.dag, "task": self.task},
            "airflow.sdk.exceptions": {"AirflowFailException": Failed, "AirflowSkipException": Skipped},
        }
        return {name: module(name, members) for name, members in names.items()}

    def hook(self, connection: str) -> SimpleNamespace:
        assert connection == "warehouse"

        def run(sql: str, parameters: Values, autocommit: bool, handler: Callable[[Any], object]) -> object:
            assert autocommit
            with session(self.url) as cursor:
                cursor.execute(sql, parameters)
                return handler(SimpleNamespace(execute=cursor.execute, fetchone=lambda: fetchone(cursor)))

        return SimpleNamespace(run=run)

    def operator(self, task_id: str, conn_id: str, sql: str, on_failure_callback: Callable[[Any], None]) -> Task:
        assert conn_id == "warehouse"
        return self._added(Task(task_id, lambda: execute(self.url, sql), on_failure_callback))

    def task(self, work: Any = None, on_failure_callback: Callable[[Any], None] | None = None) -> Any:
        if work is None:
            return lambda given: self.task(given, on_failure_callback)

        def place(*arguments: Task) -> Task:
            placed = Task(work.__name__, work, on_failure_callback)
            placed.arguments = arguments
            return self._added(placed)

        return place

    def dag(self, **_: object) -> Callable[[Callable[[], None]], Callable[[], None]]:
        def decorate(define: Callable[[], None]) -> Callable[[], None]:
            def run() -> None:
                define()
                followers = {id(task.next) for task in self.tasks}
                (first,) = [task for task in self.tasks if id(task) not in followers]
                task: Task | None = first
                while task:
                    self._run(task)
                    task = task.next

            return run

        return decorate

    def _added(self, task: Task) -> Task:
        self.tasks.append(task)
        return task

    def _run(self, task: Task) -> None:
        try:
            task.result = task.work(*(argument.result for argument in task.arguments))
        except Exception as problem:
            if task.on_failure:
                results = {one.name: one.result for one in self.tasks}
                instance = SimpleNamespace(xcom_pull=lambda task_ids: results[task_ids])
                task.on_failure({"ti": instance, "exception": problem})
            raise


def spark(settings: Mapping[str, str]) -> dict[str, ModuleType]:
    """What a job imports; the session reads CSV files and writes tables through JDBC URLs.

    Args:
        settings: what spark-submit was given by --conf.
    """

    class Frame:
        def __init__(self, folder: str, header: bool, inferSchema: bool) -> None:  # noqa: N803
            assert header
            assert inferSchema
            self.rows = [row for path in Path(folder).glob("*.csv") for row in csv.DictReader(path.open())]
            self.write = self

        def jdbc(self, url: str, table: str, mode: str, properties: Mapping[str, str]) -> None:
            assert mode == "append"
            vendor = "postgresql" if url.startswith("jdbc:postgresql:") else "mariadb.jdbc"
            assert properties == {"driver": f"org.{vendor}.Driver"}
            marks = ", ".join("%s" for _ in self.rows[0])
            rows = ", ".join(f"({marks})" for _ in self.rows)
            values = [value for row in self.rows for value in row.values()]
            execute(url.removeprefix("jdbc:"), f"INSERT INTO {table} ({', '.join(self.rows[0])}) VALUES {rows}", values)

        def count(self) -> int:
            return len(self.rows)

    class Builder:
        def appName(self, _: str) -> Self:  # noqa: N802
            return self

        def getOrCreate(self) -> SimpleNamespace:  # noqa: N802
            return SimpleNamespace(conf=SimpleNamespace(get=settings.__getitem__), read=SimpleNamespace(csv=Frame))

    session = SimpleNamespace(builder=Builder())
    return {"pyspark": module("pyspark", {}), "pyspark.sql": module("pyspark.sql", {"SparkSession": session})}


class NodeFailed(Exception):
    """`dbt run` ends with exit status 1: the messages of what failed."""


def dbt(url: str, project: str, macros: str, model: str) -> None:
    """`dbt run` of a project with one model.

    Args:
        url: the target.
        project: text of dbt_project.yml.
        macros: text of a file of the folder macros.
        model: the model's statement.
    """
    settings = yaml.safe_load(project)
    assert settings["flags"] == {"skip_nodes_if_on_run_start_fails": True}
    names: dict[str, object] = {
        "project_name": "shop",
        "invocation_id": str(uuid.uuid4()),
        "flags": SimpleNamespace(WHICH="run"),
    }
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)
    names |= {
        name: macro
        for name, macro in vars(environment.from_string(macros).make_module(names)).items()
        if not name.startswith("_")
    }
    problems: list[str] = []

    @contextmanager
    def kept() -> Iterator[None]:
        try:
            yield
        except Exception as problem:
            problems.append(str(problem))

    def hook(text: str) -> None:
        with kept():
            execute(url, environment.from_string(text).render(names))

    for text in settings["on-run-start"]:
        if not problems:
            hook(text)
    status = "skipped" if problems else "success"
    if not problems:
        with kept():
            execute(url, model)
        if problems:
            status = "error"
    names["results"] = [SimpleNamespace(status=status)]
    for text in settings["on-run-end"]:
        hook(text)
    if problems:
        raise NodeFailed("; ".join(problems))


def module(name: str, members: Mapping[str, object]) -> ModuleType:
    """A module with some names in it."""
    made = ModuleType(name)
    vars(made).update(members)
    return made
