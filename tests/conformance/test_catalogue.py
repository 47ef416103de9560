"""The process catalogue: what is registered of a process, by its key or its name, in the order of the names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ptdb import ProcessTracker, Store
from ptdb.errors import InvalidArgument, LookupNotFound, ProcessNotFound
from tests.conformance.helpers import Name, Query, Row, Started, literal, process_row, refusal

FINDERS = [
    "find_process_contacts",
    "find_process_filters",
    "find_process_source_attributes",
    "find_process_target_attributes",
    "find_process_sources",
    "find_process_targets",
]
NO_PROCESS = 987654321
Find = Callable[..., list[Row]]


@pytest.fixture
def known(store: Store, started: Started, name: Name, query: Query) -> dict[str, Any]:
    """A process of which each finder finds something; its names and its key."""
    source, target, contact = name("Source"), name("Target"), name("Contact")
    run = started(sources={source: {"o": ["a"]}}, targets={target: {"p": ["b"]}})
    process_name = run["process_name"]
    store.call("create_topic", topic="contact", name=contact)
    store.call("add_process_contact", process_name=process_name, contact_name=contact)
    add_filter(store, process_name, source, "o", "a", "eq", filter_value_string="x")
    return {
        "source": source,
        "target": target,
        "process_name": process_name,
        "process_id": process_id(query, process_name),
        "run": run["process_tracking_id"],
    }


def process_id(query: Query, process_name: str) -> int:
    """The key of the process."""
    row = process_row(query, process_name)
    assert row is not None
    return int(row["process_id"])


def add_filter(
    store: Store, process_name: str, source: str, item: str, attribute: str, code: str, **value: object
) -> None:
    """Adds a filter to the process."""
    store.call(
        "add_process_filter",
        process_name=process_name,
        source_name=source,
        source_object_name=item,
        source_object_attribute_name=attribute,
        filter_type_code=code,
        **value,
    )


# ---- which process


@pytest.mark.parametrize("finder", FINDERS)
def test_a_process_is_given_by_key_or_name_or_both(store: Store, known: dict[str, Any], finder: str) -> None:
    """All three find the same."""
    by_name = store.call(finder, process_name=known["process_name"])
    assert by_name
    assert store.call(finder, process_id=known["process_id"]) == by_name
    assert store.call(finder, process_id=known["process_id"], process_name=known["process_name"]) == by_name


@pytest.mark.parametrize("finder", FINDERS)
def test_key_and_name_must_mean_the_same_process(
    store: Store, started: Started, known: dict[str, Any], finder: str
) -> None:
    """A key with the name of another process finds none."""
    other = started()["process_name"]
    with pytest.raises(ProcessNotFound) as caught:
        store.call(finder, process_id=known["process_id"], process_name=other)
    refusal(caught.value, known["process_id"], other)


@pytest.mark.parametrize("finder", FINDERS)
def test_neither_key_nor_name(store: Store, finder: str) -> None:
    """In SQL there is no run whose own process could be meant."""
    with pytest.raises(InvalidArgument) as caught:
        store.call(finder)
    refusal(caught.value, "process_id", "process_name")


@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize(
    "given",
    [
        {"process_id": NO_PROCESS},
        {"process_id": 0},
        {"process_id": -1},
        {"process_name": "no such process"},
        {"process_name": ""},
    ],
    ids=str,
)
def test_an_unknown_process_is_not_found(store: Store, finder: str, given: dict[str, Any]) -> None:
    """The refusal names what was asked for."""
    error = InvalidArgument if given == {"process_name": ""} else ProcessNotFound
    with pytest.raises(error) as caught:
        store.call(finder, **given)
    refusal(caught.value, *given.values())


@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize(
    "wrong",
    [
        str.upper,
        " {}".format,
        pytest.param("{} ".format, marks=pytest.mark.needs("blanks at the end of a name")),
        lambda right: "%",
        lambda right: right[:-1] + "_",
    ],
    ids=["case", "blank before", "blank behind", "percent sign", "underscore"],
)
def test_names_compare_exactly(store: Store, known: dict[str, Any], finder: str, wrong: Callable[[str], str]) -> None:
    """Neither case nor a space around the name is overlooked, and no sign is a wildcard."""
    with pytest.raises(ProcessNotFound):
        store.call(finder, process_name=wrong(known["process_name"]))


@pytest.mark.parametrize("finder", FINDERS)
def test_a_process_of_which_nothing_is_registered(store: Store, started: Started, finder: str) -> None:
    """Finds nothing, which is no error."""
    assert store.call(finder, process_name=started()["process_name"]) == []


# ---- contacts


def contact(store: Store, name: str, **extras: object) -> str:
    """A new contact."""
    store.call("create_topic", topic="contact", name=name, **extras)
    return name


def test_contacts_of_the_process_and_of_its_sources(store: Store, started: Started, name: Name) -> None:
    """Those of the process come first; then those of its sources; each in name order."""
    one, two, target = name("Source 1"), name("Source 2"), name("Target")
    process_name = started(sources={one: ["o"], two: ["o"]}, targets=[target])["process_name"]
    mark = name("")
    ann, bob, cat, dan = (contact(store, f"{who}{mark}", email=f"{who}@{mark.strip()}") for who in "abcd")
    for who in (cat, bob):
        store.call("add_process_contact", process_name=process_name, contact_name=who)
    for source, who in ((two, bob), (two, ann), (one, bob), (target, dan)):
        store.call("add_source_contact", source_name=source, contact_name=who)
    found = store.call("find_process_contacts", process_name=process_name)
    assert [tuple(row.values()) for row in found] == [
        (bob, f"b@{mark.strip()}", "process", None),
        (cat, f"c@{mark.strip()}", "process", None),
        (ann, f"a@{mark.strip()}", "source", two),
        (bob, f"b@{mark.strip()}", "source", one),
        (bob, f"b@{mark.strip()}", "source", two),
    ]
    assert list(found[0]) == ["contact_name", "contact_email", "contact_type", "source_name"]


def test_a_contact_may_have_no_email(store: Store, started: Started, name: Name) -> None:
    """Then there is none to be found."""
    process_name, who = started()["process_name"], contact(store, name("Contact"))
    store.call("add_process_contact", process_name=process_name, contact_name=who)
    (found,) = store.call("find_process_contacts", process_name=process_name)
    assert found == {"contact_name": who, "contact_email": None, "contact_type": "process", "source_name": None}


def test_a_shared_sources_contact_is_found_by_each_process(store: Store, started: Started, name: Name) -> None:
    """A contact of the process itself is not."""
    source, who, own = name("Source"), contact(store, name("Contact")), contact(store, name("Own"))
    first, second = started(sources=[source])["process_name"], started(sources=[source])["process_name"]
    store.call("add_source_contact", source_name=source, contact_name=who)
    store.call("add_process_contact", process_name=first, contact_name=own)
    for process_name, contacts in ((first, [own, who]), (second, [who])):
        found = store.call("find_process_contacts", process_name=process_name)
        assert [row["contact_name"] for row in found] == contacts


# ---- filters


def test_filters_in_the_order_of_their_names(store: Store, started: Started, name: Name) -> None:
    """Source, object, attribute, code; with either kind of value."""
    one, two = name("Source 1"), name("Source 2")
    process_name = started(sources={one: {"o": ["a", "b"], "p": ["a"]}, two: {"o": ["a"]}})["process_name"]
    add_filter(store, process_name, two, "o", "a", "lke", filter_value_string="x%")
    add_filter(store, process_name, one, "p", "a", "in", filter_value_string="1, 2")
    add_filter(store, process_name, one, "o", "b", "not", filter_value_string=" ")
    add_filter(store, process_name, one, "o", "a", "lte", filter_value_numeric=12.5)
    add_filter(store, process_name, one, "o", "a", "gt", filter_value_numeric=0)
    found = store.call("find_process_filters", process_name=process_name)
    assert [tuple(row.values()) for row in found] == [
        (one, "o", "a", "gt", 0, None),
        (one, "o", "a", "lte", 12.5, None),
        (one, "o", "b", "not", None, " "),
        (one, "p", "a", "in", None, "1, 2"),
        (two, "o", "a", "lke", None, "x%"),
    ]
    assert list(found[0]) == [
        "source_name",
        "source_object_name",
        "source_object_attribute_name",
        "filter_type_code",
        "filter_value_numeric",
        "filter_value_string",
    ]


@pytest.mark.needs("an empty text")
def test_a_filter_may_compare_with_the_empty_text(store: Store, known: dict[str, Any]) -> None:
    """It is a value like any other."""
    add_filter(store, known["process_name"], known["source"], "o", "a", "not", filter_value_string="")
    found = store.call("find_process_filters", process_name=known["process_name"])
    assert [(row["filter_type_code"], row["filter_value_string"]) for row in found] == [("eq", "x"), ("not", "")]


def test_filters_are_the_processs_own(store: Store, started: Started, known: dict[str, Any]) -> None:
    """Another process that reads the same has none of them."""
    other = started(sources={known["source"]: {"o": ["a"]}})["process_name"]
    assert store.call("find_process_filters", process_name=other) == []


# ---- attributes


@pytest.mark.parametrize("side", ["source", "target"])
def test_attributes_with_their_flags(store: Store, started: Started, name: Name, side: str) -> None:
    """In name order, with the source's type; the flags are as they were set."""
    one, two = name("Source 1"), name("Source 2")
    given = {two: {"o": ["a"]}, one: {"p": ["a"], "o": ["b", "a", "c"]}}
    process_name = started(**{f"{side}s": given})["process_name"]
    store.call("set_source", source_name=one, source_type="Internal")
    for item, attribute, flag in (("o", "a", "is_key"), ("o", "b", "is_filter"), ("p", "a", "is_partition")):
        store.call(
            "set_source_object_attribute",
            source_name=one,
            source_object_name=item,
            source_object_attribute_name=attribute,
            **{flag: True},
        )
    found = store.call(f"find_process_{side}_attributes", process_name=process_name)
    assert [tuple(row.values()) for row in found] == [
        (one, "Internal", "o", "a", True, False, False),
        (one, "Internal", "o", "b", False, True, False),
        (one, "Internal", "o", "c", False, False, False),
        (one, "Internal", "p", "a", False, False, True),
        (two, "Undefined", "o", "a", False, False, False),
    ]
    assert list(found[0]) == [
        f"{side}_name",
        f"{side}_type",
        f"{side}_object_name",
        f"{side}_object_attribute_name",
        "is_key",
        "is_filter",
        "is_partition",
    ]
    other = "target" if side == "source" else "source"
    assert store.call(f"find_process_{other}_attributes", process_name=process_name) == []


@pytest.mark.parametrize("side", ["source", "target"])
@pytest.mark.parametrize("given", [["S"], {"S": ["o"]}, {"S": {"o": []}}])
def test_no_attributes_where_none_are_registered(
    store: Store, started: Started, name: Name, side: str, given: Any
) -> None:
    """A coarser grain has none, and that another process knows some of the same object is nothing to this one."""
    source = name("Source")
    started(sources={source: {"o": ["a"]}}, targets={source: {"o": ["a"]}})
    own = [source] if isinstance(given, list) else {source: given["S"]}
    process_name = started(**{f"{side}s": own})["process_name"]
    assert store.call(f"find_process_{side}_attributes", process_name=process_name) == []


# ---- sources and targets


def leaves(rows: list[Row]) -> list[tuple[str | None, ...]]:
    """The names in the finder's rows."""
    return [tuple(value for key, value in row.items() if key.endswith("_name")) for row in rows]


@pytest.mark.parametrize("side", ["source", "target"])
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["S", "T"], [("S", None, None), ("T", None, None)]),
        ({"T": ["o"], "S": ["p", "o"]}, [("S", "o", None), ("S", "p", None), ("T", "o", None)]),
        (
            {"S": {"p": ["b"], "o": ["b", "a"]}, "T": {"o": ["a"]}},
            [("S", "o", "a"), ("S", "o", "b"), ("S", "p", "b"), ("T", "o", "a")],
        ),
    ],
)
def test_each_grain(
    store: Store, started: Started, name: Name, side: str, given: Any, expected: list[tuple[str | None, ...]]
) -> None:
    """A row for each leaf, in name order; what is finer than what was registered is NULL."""
    mark = name("")
    own = [item + mark for item in given] if isinstance(given, list) else {key + mark: given[key] for key in given}
    process_name = started(**{f"{side}s": own})["process_name"]
    found = store.call(f"find_process_{side}s", process_name=process_name)
    assert leaves(found) == [(source + mark, *finer) for source, *finer in expected if source is not None]
    assert list(found[0]) == [
        f"{side}_id",
        f"{side}_name",
        f"{side}_object_id",
        f"{side}_object_name",
        f"{side}_object_attribute_id",
        f"{side}_object_attribute_name",
    ]
    other = "target" if side == "source" else "source"
    assert store.call(f"find_process_{other}s", process_name=process_name) == []


@pytest.mark.parametrize("side", ["source", "target"])
def test_grains_may_be_mixed(store: Store, started: Started, name: Name, side: str) -> None:
    """Later starts of a process add; each leaf is at the finest grain that any of them gave."""
    mark = name("")
    whole, objects, attributes = (f"{letter}{mark}" for letter in "STU")
    run = started(**{f"{side}s": [whole, objects]})
    for given in (
        {objects: ["o", "p"]},
        {attributes: {"o": ["a"]}},
        {attributes: ["o", "p"]},
        {objects: {"p": ["b"]}},
    ):
        store.call("change_run_status", process_tracking_id=run["process_tracking_id"], new_status="completed")
        run = started(process_name=run["process_name"], **{f"{side}s": given})
    assert leaves(store.call(f"find_process_{side}s", process_name=run["process_name"])) == [
        (whole, None, None),
        (objects, "o", None),
        (objects, "p", "b"),
        (attributes, "o", "a"),
        (attributes, "p", None),
    ]


@pytest.mark.parametrize("side", ["source", "target"])
def test_leaves_are_the_processs_own(store: Store, started: Started, name: Name, side: str) -> None:
    """What other processes know of the same source is not found."""
    source = name("Source")
    started(**{f"{side}s": {source: {"o": ["a"], "p": ["b"]}}})
    own = started(**{f"{side}s": {source: ["o"]}})["process_name"]
    assert leaves(store.call(f"find_process_{side}s", process_name=own)) == [(source, "o", None)]


def test_keys_are_the_stores(store: Store, query: Query, known: dict[str, Any]) -> None:
    """The rows hold the keys of the source, the object and the attribute; a target is a source in another role."""
    for finder, source in (("find_process_sources", "source"), ("find_process_targets", "target")):
        (found,) = store.call(finder, process_id=known["process_id"])
        (stored,) = query(
            "SELECT s.source_id, o.source_object_id, a.source_object_attribute_id FROM {s}.source_lkup s"
            " JOIN {s}.source_object_lkup o ON o.source_id = s.source_id"
            " JOIN {s}.source_object_attribute_lkup a ON a.source_object_id = o.source_object_id"
            f" WHERE s.source_name = {literal(known[source])}"
        )
        assert [value for key, value in found.items() if key.endswith("_id")] == list(stored.values())


# ---- schedule frequency


def names_of(rows: list[Row]) -> list[str]:
    """The names of the found processes."""
    return [row["process_name"] for row in rows]


@pytest.mark.parametrize("frequency", ["unscheduled", "hourly", "daily", "weekly", "monthly", "quarterly", "annually"])
def test_processes_of_a_frequency(store: Store, started: Started, name: Name, query: Query, frequency: str) -> None:
    """In name order, with type and tool."""
    mark = name("Schedule")
    other = "daily" if frequency == "hourly" else "hourly"
    for letter in "bac":
        started(process_name=f"{mark} {letter}", schedule_frequency=frequency, process_type="Extract", tool_name="make")
    started(process_name=f"{mark} d", schedule_frequency=other)
    found = store.call("find_process_by_schedule_frequency", frequency=frequency)
    own = [row for row in found if row["process_name"].startswith(mark)]
    assert names_of(own) == [f"{mark} a", f"{mark} b", f"{mark} c"]
    assert own[0] == {
        "process_id": process_id(query, f"{mark} a"),
        "process_name": f"{mark} a",
        "process_type_name": "Extract",
        "tool_name": "make",
        "schedule_frequency_name": frequency,
    }


def test_the_frequency_is_hourly_by_default(store: Store, started: Started) -> None:
    """As the documentation's call has it."""
    process_name = started(schedule_frequency="hourly")["process_name"]
    for given in ({}, {"frequency": None}, {"frequency": "hourly"}):
        assert process_name in names_of(store.call("find_process_by_schedule_frequency", **given))


def test_a_process_without_a_frequency_is_unscheduled(store: Store, started: Started) -> None:
    """And is found there."""
    process_name = started()["process_name"]
    assert process_name in names_of(store.call("find_process_by_schedule_frequency", frequency="unscheduled"))


def test_a_changed_frequency_counts(store: Store, started: Started) -> None:
    """A start with another frequency takes the process out of the former."""
    run = started(schedule_frequency="weekly")
    store.call("change_run_status", process_tracking_id=run["process_tracking_id"], new_status="completed")
    started(process_name=run["process_name"], schedule_frequency="monthly")
    for frequency, found in (("weekly", False), ("monthly", True)):
        rows = store.call("find_process_by_schedule_frequency", frequency=frequency)
        assert (run["process_name"] in names_of(rows)) is found


@pytest.mark.parametrize(
    "frequency",
    ["fortnightly", "Hourly", pytest.param("hourly ", marks=pytest.mark.needs("blanks at the end of a name")), "%"],
)
def test_an_unknown_frequency_is_not_found(store: Store, frequency: str) -> None:
    """Names compare exactly."""
    with pytest.raises(LookupNotFound) as caught:
        store.call("find_process_by_schedule_frequency", frequency=frequency)
    refusal(caught.value, frequency)


@pytest.mark.parametrize("frequency", [pytest.param("", marks=pytest.mark.needs("an empty text")), " ", 5])
def test_a_frequency_that_is_none(store: Store, frequency: object) -> None:
    """A blank name, or no name at all."""
    with pytest.raises(InvalidArgument) as caught:
        store.call("find_process_by_schedule_frequency", frequency=frequency)
    refusal(caught.value, "frequency")


# ---- in Python


@pytest.fixture
def run(store: Store, known: dict[str, Any]) -> ProcessTracker:
    """The run of the process of which each finder finds something."""
    return ProcessTracker(process_tracking_id=known["run"], store=store)


@pytest.mark.parametrize("finder", FINDERS)
def test_the_runs_own_process(run: ProcessTracker, known: dict[str, Any], finder: str) -> None:
    """Nothing given means it; its key and its name find the same."""
    find: Find = getattr(run, finder)
    expected = run.store.call(finder, process_id=known["process_id"])
    assert expected
    assert find() == find(None) == expected
    assert find(known["process_id"]) == find(run.process.process_id) == expected
    assert find(known["process_name"]) == expected
    assert find(process=known["process_id"]) == find(process=known["process_name"]) == expected


@pytest.mark.parametrize("finder", FINDERS)
def test_another_process(store: Store, started: Started, known: dict[str, Any], finder: str, query: Query) -> None:
    """A run may ask about any process."""
    asking = ProcessTracker(process_tracking_id=started()["process_tracking_id"], store=store)
    find: Find = getattr(asking, finder)
    assert find() == []
    assert (
        find(known["process_id"])
        == find(known["process_name"])
        == store.call(finder, process_name=known["process_name"])
    )


@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize("process", [NO_PROCESS, 0, "no such process", "1"])
def test_an_unknown_process_in_python(run: ProcessTracker, finder: str, process: object) -> None:
    """The refusal names it; a key in quotes is a name."""
    with pytest.raises(ProcessNotFound) as caught:
        getattr(run, finder)(process)
    refusal(caught.value, process)


@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize("process", [True, 1.5, "", [1], b"x", 2**40])
def test_what_is_no_process(run: ProcessTracker, finder: str, process: object) -> None:
    """It is neither key nor name."""
    with pytest.raises(InvalidArgument) as caught:
        getattr(run, finder)(process)
    refusal(caught.value, "process_")


def test_frequencies_in_python(store: Store, started: Started) -> None:
    """By name, by position, or hourly."""
    hourly, daily = started(schedule_frequency="hourly"), started(schedule_frequency="daily")
    run = ProcessTracker(process_tracking_id=hourly["process_tracking_id"], store=store)
    for found in (run.find_process_by_schedule_frequency(), run.find_process_by_schedule_frequency(frequency="hourly")):
        assert hourly["process_name"] in names_of(found)
        assert daily["process_name"] not in names_of(found)
    assert daily["process_name"] in names_of(run.find_process_by_schedule_frequency("daily"))
    with pytest.raises(LookupNotFound):
        run.find_process_by_schedule_frequency("fortnightly")
