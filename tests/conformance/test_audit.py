"""Audit columns: every row says who made it and who last changed it, and when."""

from __future__ import annotations

import pytest

from ptdb import Store
from tests.conformance.helpers import (
    Name,
    Query,
    Row,
    Started,
    depend,
    end,
    literal,
    register,
    run_of,
    set_limits,
    set_status,
)


def audit_of(query: Query, table: str, condition: str) -> Row:
    """The audit columns of the one row that meets the condition."""
    (row,) = query(
        f"SELECT created_by, updated_by, created_date_time, update_date_time FROM {{s}}.{table} WHERE {condition}"
    )
    return row


def actor_of(store: Store, run: Row) -> int:
    """Id of the run's actor."""
    return int(run_of(store, run["process_tracking_id"])["actor_id"])


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("process_tracking", "process_tracking_id"),
        ("error_tracking", "process_tracking_id"),
        ("extract_process_tracking", "process_tracking_id"),
    ],
)
def test_rows_of_a_run_are_by_its_actor(
    store: Store, started: Started, query: Query, name: Name, table: str, column: str
) -> None:
    """The run, its errors and its ties to extracts."""
    run = started(actor_name=name("Actor"))
    store.call(
        "raise_run_error",
        process_tracking_id=run["process_tracking_id"],
        error_type_name="Data Error",
    )
    register(store, run, "a.csv", name("/data/in"))
    row = audit_of(query, table, f"{column} = {run['process_tracking_id']}")
    assert row["created_by"] == row["updated_by"] == actor_of(store, run)
    assert row["update_date_time"] >= row["created_date_time"]


def test_what_a_start_registers_is_by_the_runs_actor(store: Store, started: Started, query: Query, name: Name) -> None:
    """Process, tool, type and sources."""
    given = {
        "process_name": name("Process"),
        "process_type": name("Type"),
        "tool_name": name("Tool"),
    }
    source = name("Source")
    run = started(actor_name=name("Actor"), sources=[source], **given)
    for table, column, value in (
        ("process", "process_name", given["process_name"]),
        ("process_type_lkup", "process_type_name", given["process_type"]),
        ("tool_lkup", "tool_name", given["tool_name"]),
        ("source_lkup", "source_name", source),
    ):
        row = audit_of(query, table, f"{column} = {literal(value)}")
        assert row["created_by"] == actor_of(store, run)


def test_an_extract_is_by_the_run_that_made_it_and_the_run_that_changed_it(
    store: Store, started: Started, query: Query, name: Name
) -> None:
    """created_by stays, updated_by follows."""
    maker, changer = started(actor_name=name("Maker")), started(actor_name=name("Changer"))
    extract_id = register(store, maker, "a.csv", name("/data/in"))
    before = audit_of(query, "extract_tracking", f"extract_id = {extract_id}")
    set_status(store, changer, extract_id, "ready")
    after = audit_of(query, "extract_tracking", f"extract_id = {extract_id}")
    assert before["created_by"] == after["created_by"] == actor_of(store, maker)
    assert after["updated_by"] == actor_of(store, changer)
    assert after["created_date_time"] == before["created_date_time"]
    assert after["update_date_time"] > before["update_date_time"]


def test_administration_is_by_the_database_login(store: Store, started: Started, query: Query, name: Name) -> None:
    """Calls that are about no run are by the login, as an actor."""
    login = store.call("start_process_run", process_name=name("A"), process_type="Load", tool_name="pytest")
    parent, child = started(), started()
    set_limits(store, parent["process_name"], 3)
    depend(store, parent["process_name"], child["process_name"])
    parent_id, child_id = (run_of(store, run["process_tracking_id"])["process_id"] for run in (parent, child))
    process = audit_of(query, "process", f"process_id = {parent_id}")
    dependency = audit_of(
        query,
        "process_dependency",
        f"parent_process_id = {parent_id} AND child_process_id = {child_id}",
    )
    assert process["created_by"] == actor_of(store, parent)
    assert process["updated_by"] == dependency["created_by"] == actor_of(store, login)


def test_a_change_moves_the_update_time_only(store: Store, started: Started, query: Query) -> None:
    """The time of creation stays."""
    run = started()
    condition = f"process_tracking_id = {run['process_tracking_id']}"
    before = audit_of(query, "process_tracking", condition)
    end(store, run)
    after = audit_of(query, "process_tracking", condition)
    assert after["created_date_time"] == before["created_date_time"]
    assert after["update_date_time"] > before["update_date_time"]


@pytest.mark.parametrize(
    ("table", "column", "names"),
    [
        (
            "process_status_lkup",
            "process_status_name",
            ["completed", "failed", "on hold", "running"],
        ),
        (
            "extract_status_lkup",
            "extract_status_name",
            ["archived", "deleted", "error", "initializing", "loaded", "loading", "ready"],
        ),
        ("error_type_lkup", "error_type_name", ["Data Error", "File Error", "Process Error"]),
        ("process_type_lkup", "process_type_name", ["Extract", "Load"]),
        ("dependency_type_lkup", "dependency_type_name", ["Hard", "Soft", "Undefined"]),
        ("location_type_lkup", "location_type_name", ["Local Filesystem", "S3"]),
        ("filesize_type_lkup", "filesize_type_code", ["B", "GB", "KB", "MB"]),
    ],
)
def test_preloaded_rows_are_by_the_installation(query: Query, table: str, column: str, names: list[str]) -> None:
    """created_by 0 marks them, and no others."""
    rows = query(f"SELECT {column} AS name FROM {{s}}.{table} WHERE created_by = 0")
    assert sorted(row["name"] for row in rows) == names
