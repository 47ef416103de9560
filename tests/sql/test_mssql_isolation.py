"""Starts at once on SQL Server, where readers meet locks, and where they see row versions, as on Azure by default."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest

from ptdb import RunAlreadyRunning, Settings, Store, installer
from tests.support import mssql

ENGINES = ("mssql", "babelfish")
SESSIONS, ROUNDS = 8, 10


@pytest.mark.needs("a choice of isolation")
def test_one_of_many_starts_wins_with_row_versions_and_without(server_url: str) -> None:
    """Of a process that is new in each round, so that its row, its type and its tool are raced for too."""
    with mssql.database(server_url) as url:
        settings = Settings.load(url)
        installer.install(settings)
        for row_versions in (True, False):
            setting = "ON" if row_versions else "OFF"
            with closing(mssql.connect(server_url)) as admin:
                mssql.select(
                    admin,
                    f"ALTER DATABASE {settings.database} SET READ_COMMITTED_SNAPSHOT {setting} WITH ROLLBACK IMMEDIATE",
                )
                (found,) = mssql.select(
                    admin,
                    "SELECT is_read_committed_snapshot_on AS is_on FROM sys.databases"
                    f" WHERE name = N'{settings.database}'",
                )
            assert bool(found["is_on"]) is row_versions
            together = Barrier(SESSIONS)
            with ThreadPoolExecutor(SESSIONS) as pool:
                sessions = [pool.submit(_starts, settings, setting, together) for _ in range(SESSIONS)]
                outcomes = [session.result() for session in sessions]
            for of_round in zip(*outcomes, strict=True):
                assert sorted(of_round) == ["lost"] * (SESSIONS - 1) + ["won"]


def _starts(settings: Settings, mark: str, together: Barrier) -> list[str]:
    """What became of one session's starts, one in each round."""
    found = []
    with Store(settings=settings) as store:
        for number in range(ROUNDS):
            together.wait(60)
            try:
                store.call(
                    "start_process_run",
                    process_name=f"Process {mark} {number}",
                    process_type=f"Type {mark} {number}",
                    tool_name=f"Tool {mark} {number}",
                )
                found.append("won")
            except RunAlreadyRunning:
                found.append("lost")
    return found
