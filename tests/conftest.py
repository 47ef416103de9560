"""Fixtures of the whole suite.

Each engine's store is installed once a session, by an ordinary owner; tests use names of their own, so that they may
run in any order.
"""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest

from ptdb import Settings, Store, installer
from tests.support import engines, processtracker_0_9_0

Rows = list[dict[str, Any]]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of a server runs on each engine; in a module that names `ENGINES`, on those."""
    marked = any("server_url" in marker.args[0] for marker in metafunc.definition.iter_markers("parametrize"))
    if "server_url" in metafunc.fixturenames and not marked:
        names = engines.among(*getattr(metafunc.module, "ENGINES", engines.ENGINES))
        metafunc.parametrize("server_url", names, indirect=True, scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that needs what its engine cannot do, as `engines.LIMITS` declares, has to fail."""
    for item in items:
        engine = (
            item.callspec.params.get("server_url")
            if isinstance(item, pytest.Function) and hasattr(item, "callspec")
            else None
        )
        for marker in item.iter_markers("needs"):
            reason = engines.LIMITS[marker.args[0]].get(str(engine))
            if reason:
                item.add_marker(pytest.mark.xfail(reason=f"{engine}: {reason}", strict=True))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how often the shipped SQL was rewritten for a stand-in, and by which rules."""
    for name in ("ivorysql",):
        module = sys.modules.get(f"tests.support.{name}")
        if module and module.APPLIED:
            terminalreporter.section(f"rules applied for {name}")
            for rule, number in module.APPLIED.items():
                terminalreporter.line(f"{number:6} {rule}")


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test sees the settings, or the embedded store, of whoever runs it.

    Nor the certificates that his machine trusts, which the driver of MySQL would read at each connection: for longer
    than all the rest of it takes.
    """
    for name in ("PTDB_URL", "PTDB_LOG_LEVEL", "PTDB_MAX_CONCURRENT_FAILURES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path_factory.getbasetemp() / "home"))
    monkeypatch.setenv("SSL_CERT_FILE", os.devnull)


@pytest.fixture(scope="session")
def server_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A server of the engine under test, for a user who may create databases and roles."""
    with engines.server(request.param) as url:
        yield url


@pytest.fixture(scope="session")
def store_url(server_url: str) -> Iterator[str]:
    """An installed store of the engine under test; with `PTDB_TEST_UPGRADED`, one that was an old store."""
    with engines.module(server_url).database(server_url) as url:
        if os.environ.get("PTDB_TEST_UPGRADED"):
            processtracker_0_9_0.upgraded(url, os.environ["PTDB_TEST_UPGRADED"])
        else:
            installer.install(Settings.load(url))
        yield url


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """The store of the engine under test."""
    opened = Store(store_url)
    yield opened
    engines.rest(opened)


def _reading_scope(fixture_name: str, config: pytest.Config) -> Literal["function", "session"]:
    """One connection for all tests, because to open one takes as long as many a test; Babelfish's grow slow."""
    return "function" if "babelfish" in engines.required_engines() else "session"


@pytest.fixture(scope=_reading_scope)
def reading(store_url: str) -> Iterator[Any]:
    """A connection of the store's owner, in autocommit."""
    with engines.module(store_url).connect(store_url) as connection:
        yield connection


@pytest.fixture
def query(store: Store, store_url: str, reading: Any) -> Callable[[str], Rows]:
    """Runs a portable SELECT as the store's owner; `{s}` is the schema."""
    module = engines.module(store_url)

    def select(statement: str) -> Rows:
        rows: Rows = module.select(reading, statement.replace("{s}", store.schema))
        return rows

    return select


@pytest.fixture
def name() -> Callable[[str], str]:
    """Makes names that no other test has."""

    def unique(prefix: str = "x") -> str:
        return f"{prefix} {uuid.uuid4().hex[:12]}"

    return unique


@pytest.fixture
def started(store: Store, name: Callable[[str], str]) -> Callable[..., dict[str, Any]]:
    """Starts a run of a process of its own; what start_process_run returned, and the process_name."""

    def start(**overrides: object) -> dict[str, Any]:
        given: dict[str, Any] = {
            "process_name": name("Process"),
            "process_type": "Load",
            "tool_name": "pytest",
            "actor_name": "tester",
            **overrides,
        }
        return {**store.call("start_process_run", **given), "process_name": given["process_name"]}

    return start
