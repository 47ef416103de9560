"""The seeds' command lines for lookups, dependencies and clusters, and the looks into the store."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from ptdb import ProcessTracker, Store
from ptdb.errors import LookupNotFound, ProcessNotFound

Name = Callable[[str], str]
SEEDS_CIPHER = "Encrypted wqfCvsKKwpzCrsOYw4rCvsKBwrHCrMOawr_DlcOZwro="


@pytest.fixture
def processtracker(store_url: str) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the command as a user types it."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from ptdb.cli import main; main(prog_name='processtracker')", *arguments]
        return subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PTDB_URL": store_url})

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


def test_sql_prints_one_script_without_a_store() -> None:
    command = [sys.executable, "-c", "from ptdb.cli import main; main()", "sql", "--schema", 'my "schema"']
    result = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PTDB_URL": "foo://nowhere"})
    script = done(result)
    assert 'SET LOCAL search_path TO "my ""schema""", pg_temp;' in script
    assert "\n\\" not in script
    assert script.rstrip().endswith("COMMIT;")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("create", "-t", "planet", "-n", "x"), 2, '"planet"'),
        (("create", "-t", "actor"), 2, "Missing option --name"),
        (("create", "-t", "actor", "-n", " "), 2, "blank"),
        (("create", "-t", "actor", "-n", "x" * 251), 2, "251 characters"),
        (("create", "-t", "actor", "-n", "x", "--email", "a@b"), 2, "only a contact"),
        (("create", "-t", "cluster", "-n", "x", "--max-memory", "much"), 2, "not a valid integer"),
        (("create", "-t", "cluster", "-n", "x", "--max-memory", "-1"), 2, "max_memory is -1"),
        (("create", "-n", "x"), 2, "Missing option '-t'"),
        (("create", "-t", "process dependency", "-p", "a"), 2, "Missing option --child"),
        (("create", "-t", "process dependency", "-p", "nobody", "-c", "no one"), 1, 'no process "nobody"'),
        (("create", "-t", "cluster process", "-c", "a"), 2, "Missing option --cluster"),
        (("create", "-t", "process type", "-n", "Load"), 1, "already"),
        (("update", "-t", "process type", "-i", "Load", "-n", "x"), 1, "protected"),
        (("update", "-t", "actor", "-n", "x"), 2, "Missing option --initial-name"),
        (("update", "-t", "actor", "-i", "nobody at all", "-n", "x"), 1, "nobody at all"),
        (("update", "-t", "process run", "-n", "no such process"), 1, 'no process "no such process"'),
        (("delete", "-t", "extract status", "-n", "ready"), 1, "protected"),
        (("delete", "-t", "actor", "-n", "nobody at all"), 1, "nobody at all"),
        (("delete", "-t", "actor"), 2, "Missing option --name"),
        (("release", "no such process"), 1, 'no process "no such process"'),
        (("release",), 2, "Missing argument"),
        (("encrypt",), 2, "Missing option"),
        (("runs", "--limit", "0"), 2, "0 is not in the range"),
        (("runs", "--limit", "many"), 2, "not a valid integer"),
        (("extracts", "--colour"), 2, "No such option"),
        (("sql", "--dialect", "cobol"), 2, "no 'cobol' dialect"),
    ],
)
def test_wrong_input_is_one_clear_line(
    processtracker: Command, arguments: tuple[str, ...], status: int, said: str
) -> None:
    """Wrong input ends with 2, a refusal by the rules with 1, and never with a traceback."""
    result = processtracker(*arguments)
    assert (result.returncode, result.stdout) == (status, "")
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_refusal_changes_nothing(store: Store, name: Name) -> None:
    with pytest.raises(ProcessNotFound):
        store.call("create_process_dependency", parent_process_name=name("a"), child_process_name=name("b"))
