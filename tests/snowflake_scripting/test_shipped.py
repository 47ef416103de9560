"""What is in sql/snowflake runs unchanged; start_process_run without the connector."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.snowflake_scripting.errors import SnowflakeError
from tests.snowflake_scripting.session import Account, Session

ROOT = Path(__file__).resolve().parents[2]


def install(session: Session) -> None:
    """Runs the parts of objects.sql in their order; twice without harm."""
    lines = (ROOT / "sql" / "snowflake" / "objects.sql").read_text().splitlines()
    parts = [line.split()[1] for line in lines if line.startswith("!source ")]
    for part in parts * 2:
        session.script((ROOT / part).read_text())


@pytest.fixture(scope="module")
def store() -> Iterator[Account]:
    """An account with the store in the schema process_tracker."""
    account = Account()
    owner = account.connect(schema="PROCESS_TRACKER")
    install(owner)
    yield account
    owner.close()
    assert account.deadlocks == set()


@pytest.fixture
def caller(store: Account) -> Iterator[Session]:
    """A session of somebody else, in another schema."""
    session = store.connect("CLERK", schema="ELSEWHERE")
    yield session
    session.close()


def start(session: Session, **given: Any) -> tuple[int, str]:
    """process_tracking_id and process_run_status."""
    arguments = ", ".join(f"p_{name} => ?" for name in given)
    rows = session.execute(f"CALL process_tracker.start_process_run({arguments})", list(given.values())).rows
    assert len(rows) == 1
    return int(rows[0][0]), str(rows[0][1])


def new(name: str, **more: Any) -> dict[str, Any]:
    """What a new process needs."""
    return {"process_name": name, "process_type": "Load", "tool_name": "pytest", **more}


def end(session: Session, run: int, status: str) -> None:
    """Ends a run."""
    session.execute(
        "UPDATE process_tracker.process_tracking SET process_status_id = ("
        "SELECT s.process_status_id FROM process_tracker.process_status_lkup AS s WHERE s.process_status_name = ?"
        ") WHERE process_tracking_id = ?",
        [status, run],
    )


def refused(session: Session, code: str, **given: Any) -> str:
    """The message of a refusal."""
    with pytest.raises(SnowflakeError, match=f" : {code}: ") as caught:
        start(session, **given)
    assert caught.value.number == -20000 - int(code[2:])
    return caught.value.message


def test_a_start_is_a_run(caller: Session) -> None:
    """The caller becomes its actor."""
    run, status = start(caller, **new("one"))
    assert status == "running"
    rows = caller.execute(
        "SELECT a.actor_name, t.process_run_id, t.is_latest_run FROM process_tracker.process_tracking AS t"
        " INNER JOIN process_tracker.actor_lkup AS a ON a.actor_id = t.created_by WHERE t.process_tracking_id = ?",
        [run],
    ).rows
    assert rows == [("CLERK", 1, True)]


def test_refusals_name_the_value(caller: Session) -> None:
    """Whatever is in it."""
    odd = 'it\'s "odd" \\ $$ -- é\n;'
    run, _ = start(caller, **new(odd))
    assert f'process "{odd}" may not start: its run 1 (process_tracking_id {run})' in refused(
        caller, "PT001", process_name=odd
    )
    assert "process_name is missing" in refused(caller, "PT011", process_name=None)
    assert "is new; give its process_type" in refused(caller, "PT011", process_name="unknown")
    assert "the known ones are unscheduled, hourly" in refused(caller, "PT008", **new("two", schedule_frequency="x"))
    assert "there is no run" in refused(caller, "PT003", **new("two", parent_process_tracking_id=10**20))
    assert "sources is [1]" in refused(caller, "PT011", **new("two", sources="[1]"))
    assert caller.execute("SELECT count(*) FROM process_tracker.process WHERE process_name = 'two'").rows == [(0,)]


def test_sources_of_every_grain_are_linked(caller: Session) -> None:
    """A finer grain records the coarser ones too."""
    sources = json.dumps({"S": {"o": ["a", "b"], "p": []}, "T": ["q"], "U": []})
    start(caller, **new("linked", sources=sources, targets='["V", "S"]'))
    counts = {
        table: caller.execute(
            f"SELECT count(*) FROM process_tracker.{table} AS l"
            " INNER JOIN process_tracker.process AS p ON p.process_id = l.process_id WHERE p.process_name = 'linked'"
        ).rows[0][0]
        for table in ("process_source", "process_source_object", "process_source_object_attribute", "process_target")
    }
    assert list(counts.values()) == [3, 3, 2, 2]


def test_failures_in_a_row_hold_the_process(caller: Session) -> None:
    """The run is recorded on hold, and the next start refused."""
    for _ in range(2):
        run, status = start(caller, **new("failing", max_concurrent_failures=2))
        assert status == "running"
        end(caller, run, "failed")
    assert start(caller, **new("failing", max_concurrent_failures=2))[1] == "on hold"
    refused(caller, "PT017", process_name="failing")


def test_a_refusal_in_the_callers_transaction_undoes_itself_alone(caller: Session) -> None:
    """What the caller did before stays, and what the call did goes."""
    caller.execute("BEGIN TRANSACTION")
    start(caller, **new("kept"))
    refused(caller, "PT011", **new("gone", sources="[1]", actor_name="nobody yet"))
    caller.execute("COMMIT")
    found = "SELECT count(*) FROM process_tracker.{} WHERE {} = '{}'"
    assert caller.execute(found.format("process", "process_name", "kept")).rows == [(1,)]
    assert caller.execute(found.format("process", "process_name", "gone")).rows == [(0,)]
    assert caller.execute(found.format("actor_lkup", "actor_name", "nobody yet")).rows == [(0,)]


def test_one_of_many_starts_of_a_new_process_wins(store: Account) -> None:
    """In each of five rounds eight sessions start it at once."""
    sessions = [store.connect(f"WORKER_{number}", schema="ELSEWHERE") for number in range(8)]
    for round_number in range(5):
        outcomes: list[str] = []

        def work(session: Session, name: str, outcomes: list[str]) -> None:
            try:
                outcomes.append(start(session, **new(name, sources='{"S": ["o"]}'))[1])
            except SnowflakeError as error:
                outcomes.append(error.message.rpartition(" : ")[2][:5])

        threads = [
            threading.Thread(target=work, args=(session, f"round {round_number}", outcomes)) for session in sessions
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert sorted(outcomes) == ["PT001"] * 7 + ["running"]
    rows = sessions[0].execute("SELECT count(*) FROM process_tracker.source_lkup WHERE source_name = 'S'").rows
    assert rows == [(1,)]
    for session in sessions:
        session.close()
