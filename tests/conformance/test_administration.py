"""Settings of the store, limits of a process, dependencies between processes, the version."""

from __future__ import annotations

import re
from contextlib import contextmanager
from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest

from ptdb import Store
from ptdb.errors import (
    DependencyCycle,
    Duplicate,
    InvalidArgument,
    LookupNotFound,
    ProcessNotFound,
    Protected,
)
from tests.conformance.helpers import (
    Name,
    Query,
    Row,
    Started,
    depend,
    end,
    fail_times,
    literal,
    process_row,
    refusal,
    set_limits,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

# ---- version


def test_the_version_is_the_stores(store: Store, query: Query) -> None:
    """get_version tells what the settings say, as major.minor.patch."""
    version = store.call("get_version")["version"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert setting(query, "version") == version


def test_the_version_cannot_be_set(store: Store, query: Query) -> None:
    """Only an upgrade sets it."""
    before = setting(query, "version")
    for value in ("9.9.9", None):
        with pytest.raises(Protected) as caught:
            set_setting(store, "version", value)
        refusal(caught.value, "version")
    assert setting(query, "version") == before


# ---- set_system_setting


def setting(query: Query, key: str) -> str | None:
    """The stored value of a setting, or None."""
    rows = query(f"SELECT system_value FROM {{s}}.system_lkup WHERE system_key = {literal(key)}")
    return str(rows[0]["system_value"]) if rows else None


def set_setting(store: Store, key: str, value: str | None) -> None:
    """Sets a setting of the store."""
    store.call("set_system_setting", system_key=key, system_value=value)


@contextmanager
def restored(store: Store, query: Query, key: str) -> Iterator[None]:
    """Puts the setting back in the end."""
    before = setting(query, key)
    try:
        yield
    finally:
        set_setting(store, key, before)


def test_the_systems_limit_holds_where_nobody_gives_another(
    store: Store, started: Started, query: Query, name: Name
) -> None:
    """It is 5 at first; a process's or a caller's own limit goes before it."""
    by_default, by_setting, own = name("Default"), name("Setting"), name("Own")
    assert setting(query, "max_concurrent_failures") == "5"
    fail_times(store, started, by_default, 5)
    assert started(process_name=by_default)["process_run_status"] == "on hold"
    fail_times(store, started, by_setting, 4)
    fail_times(store, started, own, 4)
    set_limits(store, own, max_concurrent_failures=6)
    with restored(store, query, "max_concurrent_failures"):
        set_setting(store, "max_concurrent_failures", "4")
        assert setting(query, "max_concurrent_failures") == "4"
        by_call = started(process_name=by_setting, max_concurrent_failures=6)
        assert by_call["process_run_status"] == "running"
        end(store, by_call, "failed")
        assert started(process_name=by_setting)["process_run_status"] == "on hold"
        assert started(process_name=own)["process_run_status"] == "running"


def test_an_optional_setting_can_be_taken_away(store: Store, query: Query) -> None:
    """stale_after_seconds has no value until it is set, and none after NULL."""
    with restored(store, query, "stale_after_seconds"):
        for value, stored in (("86400", "86400"), (None, None), (None, None), ("90000", "90000")):
            set_setting(store, "stale_after_seconds", value)
            assert setting(query, "stale_after_seconds") == stored


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("max_concurrent_failures", ""),
        pytest.param("stale_after_seconds", "", marks=pytest.mark.needs("an empty text")),
        *product(("max_concurrent_failures", "stale_after_seconds"), ("many", "0", "-1", "1.5", " ", "99999999999")),
    ],
)
def test_a_setting_is_a_whole_number_above_zero(store: Store, query: Query, key: str, value: str) -> None:
    """Anything else is refused, and the setting stays."""
    before = setting(query, key)
    with restored(store, query, key):
        with pytest.raises(InvalidArgument) as caught:
            set_setting(store, key, value)
        refusal(caught.value, key)
        assert setting(query, key) == before


def test_the_limit_of_failures_cannot_be_taken_away(store: Store, query: Query) -> None:
    """Only an optional setting can be NULL."""
    with restored(store, query, "max_concurrent_failures"):
        with pytest.raises(InvalidArgument) as caught:
            set_setting(store, "max_concurrent_failures", None)
        refusal(caught.value, "max_concurrent_failures")
        assert setting(query, "max_concurrent_failures") is not None


@pytest.mark.parametrize("key", ["no_such_setting", "Version", "MAX_CONCURRENT_FAILURES"])
def test_an_unknown_setting_is_not_found(store: Store, query: Query, key: str) -> None:
    """Setting it adds no row."""
    with pytest.raises(LookupNotFound) as caught:
        set_setting(store, key, "1")
    refusal(caught.value, key)
    assert setting(query, key) is None


# ---- set_process


def limits_of(query: Query, process_name: str) -> tuple[int | None, int | None]:
    """The process's own limits."""
    row = process_row(query, process_name)
    assert row is not None
    return row["max_concurrent_failures"], row["stale_after_seconds"]


def test_a_new_process_has_no_limits_of_its_own(started: Started, query: Query) -> None:
    """The system's settings hold."""
    assert limits_of(query, started()["process_name"]) == (None, None)


def test_a_start_stores_no_limit(started: Started, query: Query) -> None:
    """The caller's limit is for the one start."""
    run = started(max_concurrent_failures=7)
    assert limits_of(query, run["process_name"]) == (None, None)


def test_limits_are_set_and_taken_away(store: Store, started: Started, query: Query) -> None:
    """Each call sets both: NULL is the system's setting."""
    process_name = started()["process_name"]
    for limits in ((2, 3600), (3, None), (None, 60), (1, 1), (None, None)):
        set_limits(store, process_name, *limits)
        assert limits_of(query, process_name) == limits


@pytest.mark.parametrize("key", ["max_concurrent_failures", "stale_after_seconds"])
@pytest.mark.parametrize("value", [0, -1])
def test_a_limit_is_above_zero(store: Store, started: Started, query: Query, key: str, value: int) -> None:
    """Anything else is refused, and the limits stay."""
    process_name = started()["process_name"]
    set_limits(store, process_name, 2, 3600)
    with pytest.raises(InvalidArgument) as caught:
        store.call("set_process", process_name=process_name, **{key: value})
    refusal(caught.value, key, value)
    assert limits_of(query, process_name) == (2, 3600)


def test_limits_of_an_unknown_process(store: Store, query: Query, name: Name) -> None:
    """Setting them adds no process."""
    process_name = name("Process")
    with pytest.raises(ProcessNotFound) as caught:
        set_limits(store, process_name, 2)
    refusal(caught.value, process_name)
    assert process_row(query, process_name) is None


# ---- dependencies between processes


def separate(store: Store, parent: str, child: str) -> None:
    """Takes the dependency away."""
    store.call("delete_process_dependency", parent_process_name=parent, child_process_name=child)


def dependencies_of(query: Query, child: str) -> list[Row]:
    """The parents of a process and the types, by name."""
    return query(
        "SELECT parent_process_name, dependency_type_name FROM {s}.v_process_dependency"
        f" WHERE child_process_name = {literal(child)} ORDER BY parent_process_name"
    )


@pytest.fixture
def processes(started: Started) -> list[str]:
    """Names of five processes."""
    return [started()["process_name"] for _ in range(5)]


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ({}, "Undefined"),
        ({"dependency_type": None}, "Undefined"),
        ({"dependency_type": "Undefined"}, "Undefined"),
        ({"dependency_type": "Hard"}, "Hard"),
        ({"dependency_type": "Soft"}, "Soft"),
    ],
)
def test_a_dependency_has_a_type(
    store: Store, query: Query, processes: list[str], given: dict[str, str | None], stored: str
) -> None:
    """It is Undefined unless one is given."""
    parent, child = processes[:2]
    depend(store, parent, child, **given)
    assert dependencies_of(query, child) == [{"parent_process_name": parent, "dependency_type_name": stored}]
    assert dependencies_of(query, parent) == []


def test_an_unknown_dependency_type_is_not_found(store: Store, query: Query, processes: list[str]) -> None:
    """The type is named; nothing is stored."""
    parent, child = processes[:2]
    with pytest.raises(LookupNotFound) as caught:
        depend(store, parent, child, dependency_type="Loose")
    refusal(caught.value, "Loose")
    assert dependencies_of(query, child) == []


@pytest.mark.parametrize("second", [{}, {"dependency_type": "Soft"}])
def test_a_dependency_that_exists_is_a_duplicate(
    store: Store, query: Query, processes: list[str], second: dict[str, str]
) -> None:
    """Whatever its type; the stored one stays."""
    parent, child = processes[:2]
    depend(store, parent, child, dependency_type="Hard")
    with pytest.raises(Duplicate) as caught:
        depend(store, parent, child, **second)
    refusal(caught.value, parent, child)
    assert [row["dependency_type_name"] for row in dependencies_of(query, child)] == ["Hard"]


def test_a_process_does_not_depend_on_itself(store: Store, query: Query, processes: list[str]) -> None:
    """The shortest circle."""
    with pytest.raises(DependencyCycle) as caught:
        depend(store, processes[0], processes[0])
    refusal(caught.value, processes[0])
    assert dependencies_of(query, processes[0]) == []


@pytest.mark.parametrize("length", [2, 3, 5])
@pytest.mark.parametrize("kind", [{}, {"dependency_type": "Soft"}])
def test_a_circle_is_refused(
    store: Store, query: Query, processes: list[str], length: int, kind: dict[str, str]
) -> None:
    """A chain does not close, whatever the type of the dependency."""
    chain = processes[:length]
    for parent, child in pairwise(chain):
        depend(store, parent, child, **kind)
    with pytest.raises(DependencyCycle) as caught:
        depend(store, chain[-1], chain[0])
    refusal(caught.value, chain[-1], chain[0])
    assert dependencies_of(query, chain[0]) == []


def test_a_diamond_is_no_circle(store: Store, query: Query, processes: list[str]) -> None:
    """Two ways from one process to another are fine."""
    top, left, right, bottom, _ = processes
    for parent, child in ((top, left), (top, right), (left, bottom), (right, bottom)):
        depend(store, parent, child)
    depend(store, top, bottom)
    assert len(dependencies_of(query, bottom)) == 3


def test_a_deleted_dependency_may_be_turned_round(store: Store, query: Query, processes: list[str]) -> None:
    """Once it is taken away, it closes no circle."""
    parent, child = processes[:2]
    depend(store, parent, child)
    separate(store, parent, child)
    assert dependencies_of(query, child) == []
    depend(store, child, parent)
    assert len(dependencies_of(query, parent)) == 1


def test_deleting_takes_the_one_dependency(store: Store, query: Query, processes: list[str]) -> None:
    """Other parents and children stay."""
    a, b, c, d, _ = processes
    for parent, child in ((a, c), (b, c), (a, d)):
        depend(store, parent, child)
    separate(store, a, c)
    assert [row["parent_process_name"] for row in dependencies_of(query, c)] == [b]
    assert [row["parent_process_name"] for row in dependencies_of(query, d)] == [a]


def test_a_dependency_that_is_not_there_cannot_be_deleted(store: Store, query: Query, processes: list[str]) -> None:
    """Nor one of the other direction."""
    parent, child = processes[:2]
    depend(store, parent, child)
    with pytest.raises(LookupNotFound) as caught:
        separate(store, child, parent)
    refusal(caught.value, parent, child)
    assert len(dependencies_of(query, child)) == 1


@pytest.mark.parametrize("routine", ["create_process_dependency", "delete_process_dependency"])
@pytest.mark.parametrize("unknown", ["parent_process_name", "child_process_name"])
def test_both_processes_must_exist(
    store: Store, query: Query, processes: list[str], name: Name, routine: str, unknown: str
) -> None:
    """The unknown one is named, and not added."""
    process_name = name("Process")
    given = {"parent_process_name": processes[0], "child_process_name": processes[1]}
    given[unknown] = process_name
    with pytest.raises(ProcessNotFound) as caught:
        store.call(routine, **given)
    refusal(caught.value, process_name)
    assert process_row(query, process_name) is None
