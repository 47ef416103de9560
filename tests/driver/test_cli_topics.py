"""The seeds' command lines for lookups, dependencies and clusters, and the looks into the store."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable

import pytest

from ptdb import ProcessTracker, Store
from ptdb.errors import LookupNotFound, ProcessNotFound
from tests.support import commands, engines

Name = Callable[[str], str]
SEEDS_CIPHER = "Encrypted wqfCvsKKwpzCrsOYw4rCvsKBwrHCrMOawr_DlcOZwro="


@pytest.fixture
def processtracker(store_url: str) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the command as a user types it."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return commands.run("processtracker", *arguments, environment={"PTDB_URL": store_url})

    return run


Command = Callable[..., subprocess.CompletedProcess[str]]


def done(result: subprocess.CompletedProcess[str]) -> str:
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


@pytest.mark.parametrize(
    "topic",
    ["Actor", "Cluster", "Contact", "Dataset Type", "Error Type", "Extract Status", "Process Status", "Process Type",
     "Source", "Tool"],
)  # fmt: skip
def test_a_lookup_is_created_updated_and_deleted(processtracker: Command, name: Name, topic: str) -> None:
    """By the long options and by the short ones, in any case."""
    first, second = name("New"), name("Modified")
    done(processtracker("create", "--topic", topic, "--name", first))
    done(processtracker("update", "--topic", topic, "--initial-name", first, "--name", second))
    gone = processtracker("delete", "--topic", topic, "--name", first)
    assert (gone.returncode, gone.stdout) == (1, "")
    assert gone.stderr.startswith("Error: PT008")
    done(processtracker("update", "-t", topic.lower(), "-i", second, "-n", first))
    done(processtracker("delete", "-t", topic.upper(), "-n", first))


def test_a_dependency_is_created_and_deleted(processtracker: Command, store: Store, name: Name) -> None:
    parent, child = name("Parent"), name("Child")
    for process in (parent, child):
        store.call("start_process_run", process_name=process, process_type="Load", tool_name="t")
    done(processtracker("create", "--topic", "process dependency", "--parent", parent, "--child", child))
    rows = store.read("v_process_dependency", {"child_process_name": child}, order="parent_process_name")
    assert [(row["parent_process_name"], row["is_blocking"]) for row in rows] == [(parent, True)]
    assert f"Blocked\t{child}\t{parent}\trunning" in done(processtracker("status"))
    done(processtracker("delete", "-t", "process dependency", "-p", parent, "-c", child))
    assert store.read("v_process_dependency", {"child_process_name": child}, order="parent_process_name") == []


def test_a_process_is_put_on_a_cluster_and_taken_off(processtracker: Command, store: Store, name: Name) -> None:
    cluster, process = name("My Cluster"), name("My Process Name")
    store.call("start_process_run", process_name=process, process_type="Load", tool_name="t")
    done(processtracker("create", "-t", "Cluster", "-n", cluster, "--max-memory", "8", "--memory-unit", "GB"))
    done(processtracker("create", "--topic", "cluster process", "--cluster", cluster, "--child", process))
    again = processtracker("create", "-t", "cluster process", "--cluster", cluster, "-c", process)
    assert again.stderr.startswith("Error: PT013")
    done(processtracker("delete", "-t", "cluster process", "--cluster", cluster, "-c", process))
    with pytest.raises(LookupNotFound):
        store.call("delete_cluster_process", cluster_name=cluster, process_name=process)


@pytest.mark.parametrize("is_short", [True, False])
def test_a_hold_is_released(processtracker: Command, store: Store, name: Name, is_short: bool) -> None:
    process = name("My Process Name")
    run = ProcessTracker(process, process_type="Load", tool_name="t", store=store)
    run.change_run_status("on hold")
    assert f"On hold\t{process}\t{run.process_tracking_id}\t" in done(processtracker("status"))
    command = ("release", process) if is_short else ("update", "-t", "process run", "-n", process)
    assert done(processtracker(*command)) == f"Released: {process}\n"
    restored = ProcessTracker(process_tracking_id=run.process_tracking_id, store=store)
    assert restored.process_run_status == "completed"


def test_the_seeds_password(processtracker: Command) -> None:
    assert done(processtracker("encrypt", "--password", "MySecretPassword")).splitlines() == [
        f"Encrypted password is now:  {SEEDS_CIPHER}",
        "When storing in your config file, please be sure to include 'Encrypted ' as well as the hash.",
    ]


def test_runs_and_extracts_are_listed(processtracker: Command, store: Store, name: Name) -> None:
    """Plain lines in a pipe, JSON for programs; the latest first, at most as many as asked for."""
    process, file = name("Process"), name("file") + ".csv"
    ids = []
    for _ in range(3):
        run = ProcessTracker(process, process_type="Load", tool_name="t", store=store)
        run.register_extracts([file], "/folder of " + process)
        run.change_run_status("completed")
        ids.append(run.process_tracking_id)
    lines = done(processtracker("runs", "--process", process, "--limit", "2")).splitlines()
    assert [line.split("\t")[1] for line in lines] == [str(ids[2]), str(ids[1])]
    found = json.loads(done(processtracker("runs", "--process", process, "--status", "completed", "--json")))
    assert [row["process_tracking_id"] for row in found] == ids[::-1]
    assert json.loads(done(processtracker("runs", "--process", process, "--status", "failed", "--json"))) == []
    (extract,) = json.loads(done(processtracker("extracts", "--filename", file, "--json")))
    assert extract["extract_status_name"] == "ready"
    assert f"\t{file}\t" in done(processtracker("extracts", "--filename", file, "--status", "ready"))


def test_the_status_as_json(processtracker: Command, store: Store, name: Name) -> None:
    process = name("Process")
    run = ProcessTracker(process, process_type="Load", tool_name="t", store=store)
    shown = json.loads(done(processtracker("status", "--json")))
    assert set(shown) == {"running", "on hold", "failed", "blocked"}
    assert process in {row["process_name"] for row in shown["running"]}
    run.change_run_status("failed")
    shown = json.loads(done(processtracker("status", "--json")))
    assert process in {row["process_name"] for row in shown["failed"]}
    assert process not in {row["process_name"] for row in shown["running"]}


def test_a_person_sees_a_table(store_url: str, store: Store, name: Name) -> None:
    """In a terminal; what names hold is shown as it is."""
    process = name("[red]p[/]")[:16]
    ProcessTracker(process, process_type="Load", tool_name="t", store=store)
    terminal, end = pty.openpty()
    command = [sys.executable, "-c", f"{engines.prelude()}from ptdb.cli import main; main()", "runs", "--process"]
    environment = {**os.environ, "PTDB_URL": store_url, "COLUMNS": "200", "TERM": "xterm"}
    for wanted, shown in ((process, ["Runs: 1", "process status name", process]), ("nobody", ["Runs: none"])):
        subprocess.run([*command, wanted], stdout=end, check=True, env=environment)
        text = os.read(terminal, 100_000).decode()
        for part in shown:
            assert part in text
    os.close(terminal)
    os.close(end)


def test_sql_prints_one_script_without_a_store() -> None:
    command = [sys.executable, "-c", "from ptdb.cli import main; main()", "sql", "--schema", 'my "schema"']
    result = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PTDB_URL": "foo://nowhere"})
    script = done(result)
    assert 'SET LOCAL search_path TO "my ""schema""", pg_temp;' in script
    assert "\n\\" not in script
    assert script.rstrip().endswith("COMMIT;")


def test_a_refusal_changes_nothing(store: Store, name: Name) -> None:
    with pytest.raises(ProcessNotFound):
        store.call("create_process_dependency", parent_process_name=name("a"), child_process_name=name("b"))
