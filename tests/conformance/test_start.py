"""start_process_run: who may start, and what a start registers."""

from __future__ import annotations

import json
import re
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ptdb import Store
from ptdb.errors import (
    DependencyBlocked,
    InvalidArgument,
    LookupNotFound,
    ProcessOnHold,
    PtdbError,
    RunAlreadyRunning,
    RunNameInUse,
    RunNotFound,
)
from tests.conformance.helpers import (
    STALE_WAIT,
    UNKNOWN,
    Name,
    Query,
    Started,
    add_dataset_type,
    depend,
    end,
    errors_of,
    fail_times,
    literal,
    process_row,
    put_on_hold,
    refusal,
    run_count,
    run_of,
    run_status,
    set_limits,
    tree,
)

# ---- step 1: what a start registers


def test_a_start_registers_what_is_new(store: Store, name: Name) -> None:
    """Process, type, actor and tool that are not known are added, and the run shows them."""
    new = {
        "process_name": name("Process"),
        "process_type": name("Type"),
        "actor_name": name("Actor"),
        "tool_name": name("Tool"),
    }
    run = store.call("start_process_run", **new)
    row = run_of(store, run["process_tracking_id"])
    assert row["process_name"] == new["process_name"]
    assert row["process_type_name"] == new["process_type"]
    assert row["actor_name"] == new["actor_name"]
    assert row["tool_name"] == new["tool_name"]


def test_known_type_tool_and_actor_are_shared(started: Started, store: Store, name: Name) -> None:
    """A name stands for one row, whichever process gives it."""
    shared = {
        "process_type": name("Type"),
        "actor_name": name("Actor"),
        "tool_name": name("Tool"),
    }
    first = run_of(store, started(process_name=name("A"), **shared)["process_tracking_id"])
    second = run_of(store, started(process_name=name("B"), **shared)["process_tracking_id"])
    for key in ("process_type_id", "actor_id", "tool_id"):
        assert first[key] == second[key]
    assert first["process_id"] != second["process_id"]


def test_a_known_process_starts_by_name_alone(store: Store, started: Started, query: Query, name: Name) -> None:
    """Type, tool, frequency, sources and dataset types that a start does not give stay."""
    dataset_type = add_dataset_type(query, name("Category"))
    first = started(
        process_type=name("Type"),
        tool_name=name("Tool"),
        schedule_frequency="daily",
        sources={"Lahman": {"Teams": ["yearID"]}},
        targets=["Warehouse"],
        dataset_types=[dataset_type],
    )
    end(store, first)
    second = store.call("start_process_run", process_name=first["process_name"])
    before = run_of(store, first["process_tracking_id"])
    after = run_of(store, second["process_tracking_id"])
    for key in (
        "process_id",
        "process_type_name",
        "tool_name",
        "schedule_frequency_name",
        "sources",
        "targets",
        "dataset_types",
    ):
        assert after[key] == before[key]


@pytest.mark.parametrize("missing", ["process_type", "tool_name"])
def test_a_new_process_needs_type_and_tool(store: Store, query: Query, name: Name, missing: str) -> None:
    """Without either, the start is refused and the process is not added."""
    process_name = name("Process")
    given = {"process_type": "Load", "tool_name": "pytest"}
    del given[missing]
    with pytest.raises(InvalidArgument) as caught:
        store.call("start_process_run", process_name=process_name, **given)
    refusal(caught.value, process_name)
    assert process_row(query, process_name) is None


def test_the_actor_is_the_database_login_by_default(store: Store, name: Name) -> None:
    """An actor that is not given is the same login for every process."""
    actors = set()
    for base in ("A", "B"):
        run = store.call("start_process_run", process_name=name(base), process_type="Load", tool_name="pytest")
        actors.add(run_of(store, run["process_tracking_id"])["actor_name"])
    assert len(actors) == 1
    assert actors.pop().strip()


def test_each_run_has_its_own_actor(store: Store, started: Started, name: Name) -> None:
    """A later start by somebody else leaves the earlier run's actor alone."""
    first = started(actor_name=name("Anna"))
    end(store, first)
    second = started(process_name=first["process_name"], actor_name=name("Ben"))
    assert run_of(store, first["process_tracking_id"])["actor_name"].startswith("Anna")
    assert run_of(store, second["process_tracking_id"])["actor_name"].startswith("Ben")


@pytest.mark.parametrize(
    ("parameter", "column", "value"),
    [
        ("process_type", "process_type_name", "Extract"),
        ("process_type", "process_type_name", "New type"),
        ("tool_name", "tool_name", "New tool"),
        ("schedule_frequency", "schedule_frequency_name", "weekly"),
    ],
)
def test_what_differs_from_the_stored_process_updates_it(
    store: Store, started: Started, name: Name, parameter: str, column: str, value: str
) -> None:
    """A type, tool or frequency that differs from the stored one replaces it."""
    first = started(schedule_frequency="daily")
    end(store, first)
    new = name(value) if value.startswith("New") else value
    second = store.call("start_process_run", process_name=first["process_name"], **{parameter: new})
    row = run_of(store, second["process_tracking_id"])
    assert row[column] == new
    assert row["process_id"] == run_of(store, first["process_tracking_id"])["process_id"]


@pytest.mark.parametrize(
    "variant",
    [
        str.swapcase,
        pytest.param("{} ".format, marks=pytest.mark.needs("blanks at the end of a name")),
        "{}é".format,
    ],
)
def test_process_names_compare_exactly(store: Store, started: Started, name: Name, variant: Any) -> None:
    """Case, a trailing space and an accent make another process."""
    process_name = name("Process é")
    first = started(process_name=process_name)
    second = started(process_name=variant(process_name))
    assert (
        run_of(store, first["process_tracking_id"])["process_id"]
        != run_of(store, second["process_tracking_id"])["process_id"]
    )


@pytest.mark.parametrize(
    ("parameter", "column"),
    [
        ("process_type", "process_type_id"),
        ("tool_name", "tool_id"),
        ("actor_name", "actor_id"),
    ],
)
def test_lookup_names_compare_exactly(store: Store, started: Started, name: Name, parameter: str, column: str) -> None:
    """Types, tools and actors that differ in case are different ones."""
    value = name("Name")
    first = started(process_name=name("A"), **{parameter: value})
    second = started(process_name=name("B"), **{parameter: value.swapcase()})
    assert run_of(store, first["process_tracking_id"])[column] != run_of(store, second["process_tracking_id"])[column]


# ---- schedule frequency


def test_a_new_process_is_unscheduled(store: Store, started: Started) -> None:
    """The frequency of a new process is unscheduled unless one is given."""
    row = run_of(store, started()["process_tracking_id"])
    assert row["schedule_frequency_name"] == "unscheduled"


@pytest.mark.parametrize(
    "frequency",
    ["unscheduled", "hourly", "daily", "weekly", "monthly", "quarterly", "annually"],
)
def test_every_preloaded_frequency_can_be_given(store: Store, started: Started, frequency: str) -> None:
    """The seven preloaded frequencies exist."""
    row = run_of(store, started(schedule_frequency=frequency)["process_tracking_id"])
    assert row["schedule_frequency_name"] == frequency


# ---- dataset types


def test_dataset_types_are_linked_to_the_process(store: Store, started: Started, query: Query, name: Name) -> None:
    """The run shows its process's dataset types in name order; one given twice counts once."""
    zebras = add_dataset_type(query, name("Zebras"))
    apes = add_dataset_type(query, name("Apes"))
    run = started(dataset_types=[zebras, apes, zebras])
    assert run_of(store, run["process_tracking_id"])["dataset_types"] == [apes, zebras]


def test_dataset_types_are_only_ever_added(store: Store, started: Started, query: Query, name: Name) -> None:
    """A start that gives another dataset type keeps the earlier ones."""
    apes = add_dataset_type(query, name("Apes"))
    bears = add_dataset_type(query, name("Bears"))
    first = started(dataset_types=[apes])
    end(store, first)
    second = started(process_name=first["process_name"], dataset_types=[bears])
    assert run_of(store, second["process_tracking_id"])["dataset_types"] == [apes, bears]


def dataset_types_of(query: Query, kind: str, item: str) -> list[str]:
    """Dataset types of the source or source object of this name."""
    rows = query(
        f"SELECT d.dataset_type FROM {{s}}.{kind}_dataset_type k"
        f" JOIN {{s}}.{kind}_lkup x ON x.{kind}_id = k.{kind}_id"
        " JOIN {s}.dataset_type_lkup d ON d.dataset_type_id = k.dataset_type_id"
        f" WHERE x.{kind}_name = {literal(item)}"
    )
    return [row["dataset_type"] for row in rows]


@pytest.mark.parametrize("parameter", ["sources", "targets"])
def test_dataset_types_are_linked_to_sources_and_targets(
    started: Started, query: Query, name: Name, parameter: str
) -> None:
    """The process's sources and targets, and their objects, get its dataset types."""
    dataset_type = add_dataset_type(query, name("Category"))
    source, item = name("Source"), name("Object")
    started(dataset_types=[dataset_type], **{parameter: {source: [item]}})
    assert dataset_types_of(query, "source", source) == [dataset_type]
    assert dataset_types_of(query, "source_object", item) == [dataset_type]


def test_dataset_types_reach_the_sources_of_an_earlier_start(
    store: Store, started: Started, query: Query, name: Name
) -> None:
    """Stored sources of the process get the dataset types of a later start."""
    dataset_type = add_dataset_type(query, name("Category"))
    source, item = name("Source"), name("Object")
    first = started(sources={source: [item]})
    end(store, first)
    started(process_name=first["process_name"], dataset_types=[dataset_type])
    assert dataset_types_of(query, "source", source) == [dataset_type]
    assert dataset_types_of(query, "source_object", item) == [dataset_type]


def test_new_sources_get_the_dataset_types_of_an_earlier_start(
    store: Store, started: Started, query: Query, name: Name
) -> None:
    """Sources of a later start get the stored dataset types of the process."""
    dataset_type = add_dataset_type(query, name("Category"))
    source, item = name("Source"), name("Object")
    first = started(dataset_types=[dataset_type])
    end(store, first)
    started(process_name=first["process_name"], sources={source: [item]})
    assert dataset_types_of(query, "source", source) == [dataset_type]
    assert dataset_types_of(query, "source_object", item) == [dataset_type]


# ---- sources and targets


SHAPES: list[tuple[str, Any, dict[str, dict[str, list[str]]]]] = [
    ("one source", ["S"], {"S": {}}),
    ("sources come in name order", ["T", "S"], {"S": {}, "T": {}}),
    ("a source given twice counts once", ["S", "S"], {"S": {}}),
    ("objects", {"S": ["p", "o"]}, {"S": {"o": [], "p": []}}),
    ("objects of two sources", {"T": ["o"], "S": ["o"]}, {"S": {"o": []}, "T": {"o": []}}),
    ("attributes", {"S": {"o": ["b", "a"]}}, {"S": {"o": ["a", "b"]}}),
    (
        "attributes of two objects",
        {"S": {"o": ["a"], "p": ["a"]}},
        {"S": {"o": ["a"], "p": ["a"]}},
    ),
    (
        "grains mixed per source",
        {"S": ["o"], "T": {"p": ["a"]}, "U": []},
        {"S": {"o": []}, "T": {"p": ["a"]}, "U": {}},
    ),
    ("an object without attributes", {"S": {"o": [], "p": ["a"]}}, {"S": {"o": [], "p": ["a"]}}),
    ("an empty list", [], {}),
    ("an empty object", {}, {}),
]


def renamed(value: Any, suffix: str) -> Any:
    """The shape with the suffix after every source's name."""
    if isinstance(value, dict):
        return {key + suffix: inner for key, inner in value.items()}
    return [item + suffix for item in value]


@pytest.mark.parametrize("parameter", ["sources", "targets"])
@pytest.mark.parametrize(("given", "expected"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES])
def test_sources_and_targets_come_in_three_grains(
    store: Store, started: Started, name: Name, parameter: str, given: Any, expected: Any
) -> None:
    """The JSON's shape tells the grain; a finer grain records the coarser ones too."""
    suffix = name("")
    run = started(**{parameter: renamed(given, suffix)})
    row = run_of(store, run["process_tracking_id"])
    assert tree(row[parameter]) == renamed(expected, suffix)
    assert list(tree(row[parameter])) == list(renamed(expected, suffix))
    other = "targets" if parameter == "sources" else "sources"
    assert row[other] == []


@pytest.mark.parametrize("parameter", ["sources", "targets"])
def test_sources_and_targets_are_only_ever_added(store: Store, started: Started, name: Name, parameter: str) -> None:
    """A start that gives other or coarser sources keeps the earlier ones."""
    a, b = name("A"), name("B")
    first = started(**{parameter: {a: {"o": ["x"]}}})
    process_name = first["process_name"]
    end(store, first)
    end(store, started(process_name=process_name, **{parameter: [a]}))
    last = started(process_name=process_name, **{parameter: {b: ["o"], a: {"o": ["y"]}}})
    row = run_of(store, last["process_tracking_id"])
    assert tree(row[parameter]) == {a: {"o": ["x", "y"]}, b: {"o": []}}


KNOWN = {"S": {"o": ["a", "b"], "p": ["c"]}, "T": {"q": ["d"]}}
KNOWN_AGAIN: list[tuple[str, str, dict[str, dict[str, list[str]]] | None]] = [
    ("the same", json.dumps(KNOWN), KNOWN),
    ("a part of it", '{"S": {"o": ["b"]}}', KNOWN),
    ("objects alone", '{"S": ["p", "o"], "T": ["q"]}', KNOWN),
    ("sources alone", '["T", "S"]', KNOWN),
    ("one attribute is new", '{"S": {"o": ["a", "e"]}}', {**KNOWN, "S": {"o": ["a", "b", "e"], "p": ["c"]}}),
    ("an attribute of another object", '{"S": {"o": ["c"]}}', {**KNOWN, "S": {"o": ["a", "b", "c"], "p": ["c"]}}),
    ("one object is new", '{"S": {"o": ["a"], "r": []}}', {**KNOWN, "S": {"o": ["a", "b"], "p": ["c"], "r": []}}),
    ("an object of another source", '{"S": ["q"]}', {**KNOWN, "S": {"o": ["a", "b"], "p": ["c"], "q": []}}),
    ("one source is new", '{"T": {"q": ["d"]}, "U": {}}', {**KNOWN, "U": {}}),
    ("grains mixed, one object is new", '{"S": ["r"], "T": {"q": ["d"]}}', {**KNOWN, "S": {**KNOWN["S"], "r": []}}),
    ("an attribute that is no list", '{"S": {"o": "a", "p": ["c", "e"]}}', None),
    ("a list within a list of attributes", '{"S": {"o": [["a"]]}}', None),
    ("a list within a list of objects", '{"S": [["o"]], "T": {"q": ["d"]}}', None),
    ("a list within a list of sources", '[["S"]]', None),
    ("an object that is no list", '{"S": "o"}', None),
]


@pytest.mark.parametrize("parameter", ["sources", "targets"])
@pytest.mark.parametrize(("given", "expected"), [again[1:] for again in KNOWN_AGAIN], ids=[a[0] for a in KNOWN_AGAIN])
def test_a_later_start_names_what_is_linked_already(
    store: Store, started: Started, name: Name, parameter: str, given: str, expected: Any
) -> None:
    """However much of it is known: what is new is added, and what is misshapen is refused."""
    suffix = name("")

    def own(text: str) -> str:
        return re.sub(r'"([STU])"', rf'"\1{suffix}"', text)

    first = started(**{parameter: own(json.dumps(KNOWN))})
    end(store, first)
    again = {"process_name": first["process_name"], parameter: own(given)}
    if expected is None:
        with pytest.raises(InvalidArgument):
            started(**again)
        expected, run = KNOWN, first
    else:
        run = started(**again)
    assert tree(run_of(store, run["process_tracking_id"])[parameter]) == renamed(expected, suffix)


@pytest.mark.parametrize("sign", ['"', "\\", ".", "*", "[0]", "$", "é", "\N{GRINNING FACE}", "\n"])
@pytest.mark.parametrize("parameter", ["sources", "targets"])
def test_any_sign_may_be_in_a_source_of_later_starts(
    store: Store, started: Started, name: Name, parameter: str, sign: str
) -> None:
    """A name is a name, also where it would mean something in a path."""
    source = f"{name('A')}{sign}"
    given = {source: {f"o{sign}": [f"a{sign}"]}}
    first = started(**{parameter: given})
    end(store, first)
    again = started(process_name=first["process_name"], **{parameter: given})
    end(store, again)
    assert tree(run_of(store, again["process_tracking_id"])[parameter]) == given
    last = started(process_name=first["process_name"], **{parameter: {source: {f"o{sign}": [f"b{sign}"]}}})
    attributes = [f"a{sign}", f"b{sign}"]
    assert tree(run_of(store, last["process_tracking_id"])[parameter]) == {source: {f"o{sign}": attributes}}


def test_a_source_may_be_a_target(store: Store, started: Started, name: Name) -> None:
    """Target is an alias of source: one name is one row, across processes and roles."""
    source = name("Source")
    first = started(process_name=name("A"), sources={source: {"o": ["a"]}})
    second = started(process_name=name("B"), targets={source: {"o": ["a"]}})
    assert (
        run_of(store, first["process_tracking_id"])["sources"]
        == run_of(store, second["process_tracking_id"])["targets"]
    )


def test_objects_of_two_sources_are_two(store: Store, started: Started, name: Name) -> None:
    """An object's name is unique within its source only, and so is an attribute's in its object."""
    run = started(sources={name("A"): {"o": ["x"]}, name("B"): {"o": ["x"]}})
    first, second = run_of(store, run["process_tracking_id"])["sources"]
    first, second = first["source_objects"][0], second["source_objects"][0]
    assert first["source_object_id"] != second["source_object_id"]
    first, second = first["source_object_attributes"][0], second["source_object_attributes"][0]
    assert first["source_object_attribute_id"] != second["source_object_attribute_id"]


def test_a_new_source_is_of_undefined_type(started: Started, query: Query, name: Name) -> None:
    """A source that a start adds has the source type Undefined."""
    source = name("Source")
    started(sources=[source])
    rows = query(
        "SELECT t.source_type_name FROM {s}.source_lkup x"
        " JOIN {s}.source_type_lkup t ON t.source_type_id = x.source_type_id"
        f" WHERE x.source_name = {literal(source)}"
    )
    assert [row["source_type_name"] for row in rows] == ["Undefined"]


def test_json_may_come_as_text(store: Store, started: Started, name: Name) -> None:
    """JSON text does the same as the lists that it stands for."""
    source = name("Source")
    run = started(sources=f'{{"{source}": ["o"]}}', targets=f'["{source}"]')
    row = run_of(store, run["process_tracking_id"])
    assert tree(row["sources"]) == {source: {"o": []}}
    assert tree(row["targets"]) == {source: {}}


# ---- step 3: one run at a time, run names


def test_a_running_process_does_not_start(store: Store, started: Started, query: Query) -> None:
    """The latest run is running: the refusal names the process and the run, and adds no run."""
    run = started()
    with pytest.raises(RunAlreadyRunning) as caught:
        started(process_name=run["process_name"])
    refusal(caught.value, run["process_name"], run["process_tracking_id"])
    assert run_count(query, run["process_name"]) == 1
    assert run_status(store, run["process_tracking_id"]) == "running"


def test_a_refused_start_registers_nothing(started: Started, store: Store, query: Query, name: Name) -> None:
    """The call is atomic: what it would have registered is not there after a refusal."""
    run = started()
    before = run_of(store, run["process_tracking_id"])
    actor, source = name("Actor"), name("Source")
    with pytest.raises(RunAlreadyRunning):
        started(
            process_name=run["process_name"],
            process_type=name("Type"),
            actor_name=actor,
            schedule_frequency="daily",
            sources=[source],
        )
    assert run_of(store, run["process_tracking_id"]) == before
    assert not query(f"SELECT actor_id FROM {{s}}.actor_lkup WHERE actor_name = {literal(actor)}")
    assert not query(f"SELECT source_id FROM {{s}}.source_lkup WHERE source_name = {literal(source)}")


@pytest.mark.parametrize("status", ["completed", "failed", "my custom status"])
def test_a_run_that_no_longer_runs_lets_the_next_start(store: Store, started: Started, status: str) -> None:
    """After completed, failed or a custom status, the next run may start."""
    first = started()
    end(store, first, status)
    second = started(process_name=first["process_name"])
    assert second["process_run_status"] == "running"
    assert second["process_tracking_id"] != first["process_tracking_id"]


def test_the_running_run_of_that_name_is_re_attached_to(
    store: Store, started: Started, query: Query, name: Name
) -> None:
    """The run name of the running latest run returns that run, and refreshes its heartbeat."""
    run_name = name("Run")
    first = started(process_run_name=run_name)
    before = run_of(store, first["process_tracking_id"])
    second = started(process_name=first["process_name"], process_run_name=run_name)
    after = run_of(store, first["process_tracking_id"])
    assert second["process_tracking_id"] == first["process_tracking_id"]
    assert second["process_run_status"] == "running"
    assert run_count(query, first["process_name"]) == 1
    assert after["process_run_heartbeat_date_time"] > before["process_run_start_date_time"]
    assert after["process_run_start_date_time"] == before["process_run_start_date_time"]


def test_re_attaching_comes_before_staleness(store: Store, started: Started, name: Name) -> None:
    """A run that would count as stale goes on when its own name is given."""
    run_name = name("Run")
    run = started(process_run_name=run_name)
    set_limits(store, run["process_name"], stale_after_seconds=1)
    time.sleep(STALE_WAIT)
    again = started(process_name=run["process_name"], process_run_name=run_name)
    assert again["process_tracking_id"] == run["process_tracking_id"]
    assert run_status(store, run["process_tracking_id"]) == "running"


@pytest.mark.parametrize(("first_name", "second_name"), [("Run", "Other"), ("Run", None), (None, "Other")])
def test_another_run_name_does_not_re_attach(
    started: Started, name: Name, first_name: str | None, second_name: str | None
) -> None:
    """Only the very name of the running run re-attaches."""
    run = started(process_run_name=first_name and name(first_name))
    with pytest.raises(RunAlreadyRunning):
        started(process_name=run["process_name"], process_run_name=second_name and name(second_name))


def test_a_run_name_in_another_case_does_not_re_attach(started: Started, name: Name) -> None:
    """Run names compare exactly."""
    run_name = name("Run")
    run = started(process_run_name=run_name)
    with pytest.raises(RunAlreadyRunning):
        started(process_name=run["process_name"], process_run_name=run_name.swapcase())


@pytest.mark.parametrize("status", ["completed", "failed"])
def test_the_name_of_a_finished_run_is_in_use(
    store: Store, started: Started, query: Query, name: Name, status: str
) -> None:
    """A finished run keeps its name; the next start has to give another."""
    run_name = name("Run")
    run = started(process_run_name=run_name)
    end(store, run, status)
    with pytest.raises(RunNameInUse) as caught:
        started(process_name=run["process_name"], process_run_name=run_name)
    refusal(caught.value, run_name)
    assert run_count(query, run["process_name"]) == 1


@pytest.mark.parametrize("status", ["running", "completed"])
def test_the_name_of_another_process_run_is_in_use(
    store: Store, started: Started, query: Query, name: Name, status: str
) -> None:
    """A run name is unique over all processes."""
    run_name, other = name("Run"), name("Other")
    run = started(process_run_name=run_name)
    if status != "running":
        end(store, run, status)
    with pytest.raises(RunNameInUse) as caught:
        started(process_name=other, process_run_name=run_name)
    refusal(caught.value, run_name)
    assert process_row(query, other) is None


def test_runs_without_a_name_do_not_collide(store: Store, started: Started) -> None:
    """A run name is optional."""
    first = started()
    end(store, first)
    second = started(process_name=first["process_name"])
    for run in (first, second):
        assert run_of(store, run["process_tracking_id"])["process_run_name"] is None


# ---- stale runs


def test_a_stale_run_is_failed_by_the_next_start(store: Store, started: Started, query: Query) -> None:
    """A running run without a sign of life is failed with a Process Error that says so."""
    stale = started()
    set_limits(store, stale["process_name"], stale_after_seconds=1)
    time.sleep(STALE_WAIT)
    new = started(process_name=stale["process_name"])
    assert new["process_run_status"] == "running"
    row = run_of(store, stale["process_tracking_id"])
    assert row["process_status_name"] == "failed"
    assert not row["is_latest_run"]
    assert row["last_failed_run_date_time"] == row["process_run_end_date_time"]
    assert row["last_errored_run_date_time"] == row["process_run_end_date_time"]
    (error,) = errors_of(query, stale["process_tracking_id"])
    assert error["error_type_name"] == "Process Error"
    assert "heartbeat" in error["error_description"] or "stale" in error["error_description"]


def test_a_run_within_its_time_is_not_stale(store: Store, started: Started) -> None:
    """A run that is younger than stale_after_seconds still stands in the way."""
    run = started()
    set_limits(store, run["process_name"], stale_after_seconds=3600)
    with pytest.raises(RunAlreadyRunning):
        started(process_name=run["process_name"])


def test_a_heartbeat_keeps_a_run_from_being_stale(store: Store, started: Started) -> None:
    """The heartbeat counts, not the start, once there is one."""
    run = started()
    set_limits(store, run["process_name"], stale_after_seconds=1)
    time.sleep(STALE_WAIT)
    store.call("record_heartbeat", process_tracking_id=run["process_tracking_id"])
    with pytest.raises(RunAlreadyRunning):
        started(process_name=run["process_name"])


def test_a_stale_run_counts_toward_the_hold(store: Store, started: Started) -> None:
    """The failure of a stale run is a failure like any other."""
    run = started()
    set_limits(store, run["process_name"], max_concurrent_failures=1, stale_after_seconds=1)
    time.sleep(STALE_WAIT)
    assert started(process_name=run["process_name"])["process_run_status"] == "on hold"


# ---- step 4: a process on hold


def test_a_process_on_hold_does_not_start(store: Store, started: Started, query: Query, name: Name) -> None:
    """The refusal says since when, and how to release the process."""
    process_name = name("Process")
    held = put_on_hold(store, started, process_name)
    since = run_of(store, held["process_tracking_id"])["process_run_start_date_time"]
    with pytest.raises(ProcessOnHold) as caught:
        started(process_name=process_name)
    refusal(caught.value, process_name, since.strftime("%Y-%m-%d"), "release_process")
    assert run_count(query, process_name) == 2


def test_a_higher_limit_does_not_end_a_hold(store: Store, started: Started, name: Name) -> None:
    """Only release_process ends a hold."""
    process_name = name("Process")
    put_on_hold(store, started, process_name)
    with pytest.raises(ProcessOnHold):
        started(process_name=process_name, max_concurrent_failures=100)


def test_the_name_of_a_held_run_does_not_re_attach(store: Store, started: Started, name: Name) -> None:
    """Re-attaching is for running runs."""
    process_name, run_name = name("Process"), name("Run")
    end(store, started(process_name=process_name), "failed")
    started(process_name=process_name, process_run_name=run_name, max_concurrent_failures=1)
    with pytest.raises(ProcessOnHold):
        started(process_name=process_name, process_run_name=run_name)


# ---- step 5: dependencies


@pytest.fixture
def family(store: Store, started: Started, name: Name) -> tuple[str, str]:
    """Names of a parent and a child process; each has a completed run, the child can start."""
    parent, child = name("Parent"), name("Child")
    for process_name in (parent, child):
        end(store, started(process_name=process_name))
    return parent, child


def bring_into(store: Store, started: Started, process_name: str, status: str) -> None:
    """Starts a run of the process that has the status in the end."""
    if status == "on hold":
        put_on_hold(store, started, process_name)
    else:
        run = started(process_name=process_name)
        if status != "running":
            end(store, run, status)


@pytest.mark.parametrize("kind", [{}, {"dependency_type": "Hard"}])
@pytest.mark.parametrize("status", ["running", "failed", "on hold"])
def test_a_parent_that_is_not_done_blocks(
    store: Store,
    started: Started,
    query: Query,
    family: tuple[str, str],
    status: str,
    kind: dict[str, str],
) -> None:
    """A parent whose latest run is running, failed or on hold blocks, and is named."""
    parent, child = family
    depend(store, parent, child, **kind)
    bring_into(store, started, parent, status)
    with pytest.raises(DependencyBlocked) as caught:
        started(process_name=child)
    refusal(caught.value, parent, child)
    assert run_count(query, child) == 1


@pytest.mark.parametrize("status", ["running", "failed", "on hold"])
def test_a_soft_dependency_never_blocks(store: Store, started: Started, family: tuple[str, str], status: str) -> None:
    """A parent of the dependency type Soft does not block."""
    parent, child = family
    depend(store, parent, child, dependency_type="Soft")
    bring_into(store, started, parent, status)
    assert started(process_name=child)["process_run_status"] == "running"


@pytest.mark.parametrize("status", ["completed", "my custom status"])
def test_a_parent_in_another_status_does_not_block(
    store: Store, started: Started, family: tuple[str, str], status: str
) -> None:
    """Completed and custom statuses of the parent let the child start."""
    parent, child = family
    depend(store, parent, child)
    bring_into(store, started, parent, status)
    assert started(process_name=child)["process_run_status"] == "running"


def test_only_the_latest_run_of_the_parent_counts(store: Store, started: Started, family: tuple[str, str]) -> None:
    """An earlier failure that a completed run followed does not block."""
    parent, child = family
    depend(store, parent, child)
    bring_into(store, started, parent, "failed")
    bring_into(store, started, parent, "completed")
    assert started(process_name=child)["process_run_status"] == "running"


def test_all_blocking_parents_are_named(store: Store, started: Started, family: tuple[str, str], name: Name) -> None:
    """The refusal names each parent that blocks, and none that does not."""
    first, child = family
    second, done = name("Second"), name("Done")
    bring_into(store, started, first, "failed")
    bring_into(store, started, second, "running")
    bring_into(store, started, done, "completed")
    for parent in (first, second, done):
        depend(store, parent, child)
    with pytest.raises(DependencyBlocked) as caught:
        started(process_name=child)
    refusal(caught.value, first, second)
    assert done not in str(caught.value)


def test_a_grandparent_does_not_block(store: Store, started: Started, family: tuple[str, str], name: Name) -> None:
    """Only the parents themselves count."""
    parent, child = family
    grandparent = name("Grandparent")
    bring_into(store, started, grandparent, "running")
    depend(store, grandparent, parent)
    depend(store, parent, child)
    assert started(process_name=child)["process_run_status"] == "running"


def test_a_child_does_not_block_its_parent(store: Store, started: Started, family: tuple[str, str]) -> None:
    """A dependency points one way."""
    parent, child = family
    depend(store, parent, child)
    bring_into(store, started, child, "running")
    assert started(process_name=parent)["process_run_status"] == "running"


def test_a_deleted_dependency_does_not_block(store: Store, started: Started, family: tuple[str, str]) -> None:
    """Once the dependency is taken away, the child starts."""
    parent, child = family
    depend(store, parent, child)
    bring_into(store, started, parent, "failed")
    store.call("delete_process_dependency", parent_process_name=parent, child_process_name=child)
    assert started(process_name=child)["process_run_status"] == "running"


@pytest.mark.parametrize(("status", "error"), [("running", RunAlreadyRunning), ("on hold", ProcessOnHold)])
def test_the_process_itself_is_looked_at_before_its_parents(
    store: Store,
    started: Started,
    family: tuple[str, str],
    status: str,
    error: type[PtdbError],
) -> None:
    """Running and on hold are told before blocking parents."""
    parent, child = family
    depend(store, parent, child)
    bring_into(store, started, child, status)
    bring_into(store, started, parent, "failed")
    with pytest.raises(error):
        started(process_name=child)


def test_blocking_parents_come_before_the_hold(
    store: Store, started: Started, family: tuple[str, str], query: Query
) -> None:
    """A blocked start does not put the process on hold."""
    parent, child = family
    bring_into(store, started, child, "failed")
    depend(store, parent, child)
    bring_into(store, started, parent, "failed")
    before = run_count(query, child)
    with pytest.raises(DependencyBlocked):
        started(process_name=child, max_concurrent_failures=1)
    assert run_count(query, child) == before


# ---- step 6: too many failures


def test_too_many_failures_put_the_process_on_hold(store: Store, started: Started, name: Name) -> None:
    """The new run is recorded, on hold, as the latest; the call returns it and is no error."""
    process_name = name("Process")
    first = started(process_name=process_name)
    end(store, first, "failed")
    held = started(process_name=process_name, max_concurrent_failures=1)
    assert held["process_run_status"] == "on hold"
    row = run_of(store, held["process_tracking_id"])
    assert row["process_status_name"] == "on hold"
    assert row["is_latest_run"]
    assert row["process_run_id"] == 2
    assert not run_of(store, first["process_tracking_id"])["is_latest_run"]


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (["failed"], "running"),
        (["failed", "failed"], "on hold"),
        (["failed", "completed", "failed"], "running"),
        (["completed", "failed", "failed"], "on hold"),
        (["failed", "failed", "completed"], "running"),
        (["failed", "my custom status", "failed"], "running"),
        (["failed", "failed", "my custom status"], "running"),
    ],
)
def test_the_last_runs_must_all_have_failed(
    store: Store, started: Started, name: Name, history: list[str], expected: str
) -> None:
    """With a limit of 2, the last two runs decide; any other status between breaks the row."""
    process_name = name("Process")
    for status in history:
        end(store, started(process_name=process_name, max_concurrent_failures=9), status)
    set_limits(store, process_name, max_concurrent_failures=2)
    assert started(process_name=process_name)["process_run_status"] == expected


def test_the_calls_limit_goes_before_the_process_limit(store: Store, started: Started, name: Name) -> None:
    """The caller's limit holds for this call, and is not stored."""
    process_name = name("Process")
    run = started(process_name=process_name)
    set_limits(store, process_name, max_concurrent_failures=1)
    end(store, run, "failed")
    second = started(process_name=process_name, max_concurrent_failures=2)
    assert second["process_run_status"] == "running"
    end(store, second, "failed")
    third = started(process_name=process_name, max_concurrent_failures=3)
    assert third["process_run_status"] == "running"
    end(store, third, "failed")
    assert started(process_name=process_name)["process_run_status"] == "on hold"


def test_a_lower_limit_of_the_call_holds_earlier(store: Store, started: Started, name: Name) -> None:
    """The caller's limit counts also when it is the stricter one."""
    process_name = name("Process")
    run = started(process_name=process_name)
    set_limits(store, process_name, max_concurrent_failures=3)
    end(store, run, "failed")
    held = started(process_name=process_name, max_concurrent_failures=1)
    assert held["process_run_status"] == "on hold"


@pytest.mark.parametrize("status", ["completed", "reviewed by hand"])
def test_a_released_process_starts_with_a_clean_slate(store: Store, started: Started, name: Name, status: str) -> None:
    """After a release, the failures before the hold count no more; new ones do."""
    process_name = name("Process")
    run = started(process_name=process_name)
    set_limits(store, process_name, max_concurrent_failures=2)
    end(store, run, "failed")
    end(store, started(process_name=process_name), "failed")
    assert started(process_name=process_name)["process_run_status"] == "on hold"
    store.call("release_process", process_name=process_name, new_status=status)
    for expected in ("running", "running", "on hold"):
        run = started(process_name=process_name)
        assert run["process_run_status"] == expected
        if expected == "running":
            end(store, run, "failed")


def test_failures_of_another_process_do_not_count(store: Store, started: Started, name: Name) -> None:
    """Each process has failures of its own."""
    fail_times(store, started, name("A"), 2)
    assert started(process_name=name("B"), max_concurrent_failures=1)["process_run_status"] == ("running")


def test_a_corrected_failure_does_not_count(store: Store, started: Started, name: Name) -> None:
    """What counts is the status that the earlier run has now."""
    process_name = name("Process")
    run = started(process_name=process_name)
    end(store, run, "failed")
    end(store, run, "completed")
    assert started(process_name=process_name, max_concurrent_failures=1)["process_run_status"] == ("running")


# ---- step 7: the run


def test_a_new_run(store: Store, started: Started) -> None:
    """A run starts as running, latest, with the server's time, and no end, dates or counts."""
    run = started()
    assert run["process_run_status"] == "running"
    row = run_of(store, run["process_tracking_id"])
    assert row["process_status_name"] == "running"
    assert row["is_latest_run"] is True
    assert row["process_run_id"] == 1
    age = datetime.now(UTC) - row["process_run_start_date_time"]
    assert timedelta(minutes=-5) < age < timedelta(minutes=5)
    for key in (
        "process_run_end_date_time",
        "process_run_low_date_time",
        "process_run_high_date_time",
        "process_run_name",
        "parent_process_tracking_id",
        "last_completed_run_date_time",
        "last_failed_run_date_time",
        "last_errored_run_date_time",
    ):
        assert row[key] is None
    for kind in ("record", "insert", "update", "delete", "reject"):
        assert row[f"process_run_{kind}_count"] == 0
    assert row["total_record_count"] == 0


def test_runs_are_numbered_within_their_process(store: Store, started: Started, name: Name) -> None:
    """The run ids of each process are 1, 2, 3, also over a failure and a hold."""
    numbers: dict[str, list[int]] = {}
    for process_name in (name("A"), name("B")):
        numbers[process_name] = []
        for status, limit in (("completed", 9), ("failed", 9), (None, 1)):
            run = started(process_name=process_name, max_concurrent_failures=limit)
            row = run_of(store, run["process_tracking_id"])
            numbers[process_name].append(row["process_run_id"])
            if status:
                end(store, run, status)
    assert list(numbers.values()) == [[1, 2, 3], [1, 2, 3]]


def test_a_refused_start_takes_no_number(store: Store, started: Started) -> None:
    """Run ids have no gaps."""
    first = started()
    with pytest.raises(RunAlreadyRunning):
        started(process_name=first["process_name"])
    end(store, first)
    second = started(process_name=first["process_name"])
    assert run_of(store, second["process_tracking_id"])["process_run_id"] == 2


def test_only_the_newest_run_is_the_latest(store: Store, started: Started) -> None:
    """A start takes the latest flag from the run before."""
    runs = [started()]
    for _ in range(2):
        end(store, runs[-1])
        runs.append(started(process_name=runs[0]["process_name"]))
    flags = [run_of(store, run["process_tracking_id"])["is_latest_run"] for run in runs]
    assert flags == [False, False, True]


def test_a_run_knows_the_run_that_started_it(store: Store, started: Started, name: Name) -> None:
    """The parent run is stored."""
    parent = started(process_name=name("Parent"))
    child = started(process_name=name("Child"), parent_process_tracking_id=parent["process_tracking_id"])
    row = run_of(store, child["process_tracking_id"])
    assert row["parent_process_tracking_id"] == parent["process_tracking_id"]


def test_a_parent_run_does_not_block(store: Store, started: Started, name: Name) -> None:
    """A run may start another while it runs itself: a parent run is no dependency."""
    parent = started(process_name=name("Parent"))
    child = started(process_name=name("Child"), parent_process_tracking_id=parent["process_tracking_id"])
    assert child["process_run_status"] == "running"
    assert run_status(store, parent["process_tracking_id"]) == "running"


# ---- wrong starts


def test_an_unknown_parent_run_is_refused(started: Started, query: Query, name: Name) -> None:
    """A parent run has to exist."""
    process_name = name("Process")
    with pytest.raises(RunNotFound) as caught:
        started(process_name=process_name, parent_process_tracking_id=UNKNOWN)
    refusal(caught.value, UNKNOWN)
    assert process_row(query, process_name) is None


@pytest.mark.parametrize(
    ("parameter", "value", "part"),
    [
        ("schedule_frequency", "fortnightly", "fortnightly"),
        ("schedule_frequency", "Hourly", "Hourly"),
        ("dataset_types", ["No such category"], "No such category"),
    ],
)
def test_frequency_and_dataset_types_must_exist(
    started: Started, query: Query, name: Name, parameter: str, value: Any, part: str
) -> None:
    """They are not added by a start, and compare exactly."""
    process_name = name("Process")
    with pytest.raises(LookupNotFound) as caught:
        started(process_name=process_name, **{parameter: value})
    refusal(caught.value, part)
    assert process_row(query, process_name) is None


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_is_refused(started: Started, query: Query, name: Name, limit: int) -> None:
    """The caller's limit is at least 1."""
    process_name = name("Process")
    with pytest.raises(InvalidArgument) as caught:
        started(process_name=process_name, max_concurrent_failures=limit)
    refusal(caught.value, limit)
    assert process_row(query, process_name) is None
