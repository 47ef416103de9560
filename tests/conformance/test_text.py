"""Any text is data: what goes in through a text parameter comes out equal."""

from __future__ import annotations

from typing import Any

import pytest

from ptdb import Store
from ptdb.errors import DependencyBlocked, InvalidArgument, PtdbError
from tests.conformance.helpers import (
    Name,
    Query,
    Row,
    Started,
    end,
    errors_of,
    extract_of,
    extract_status,
    ids,
    process_row,
    put_on_hold,
    refusal,
    register,
    register_ready,
    run_of,
    run_status,
    set_limits,
    set_status,
    tree,
)

TEXTS = {
    "apostrophe": "O'Brien's",
    "two apostrophes": "''",
    "quote": 'say "load"',
    "backslash": "C:\\temp\\new",
    "last backslash": "tail\\",
    "percent": "100% %s %(a)s %%",
    "underscore": "a_b__c",
    "newline": "one\ntwo\r\nthree\ttab",
    "emoji": "🚀 täglich 日本語 ﷽ é",
    "combining": "e\u0301 \u200b\u202e",
    "beyond the basic plane": "𝔘𝔫𝔦 🏳️‍🌈",
    "statement": "x'; DROP TABLE process; --",
    "comment": "/* a */ -- b # c",
    "dollar": "$$ $1 $body$ ${x} :name ? {s}",
    "list": '["a", "b"]',
    "object": '{"a": {"b": ["c"]}}',
    "json escapes": "\\u0041 \\n \\\\",
    "null": "NULL",
    "number": "0123",
    "markup": "<a href='x'>&amp;</a>",
    "spaces inside": "a  b   c",
    "brackets": "[a] (b) {c}",
}


IN_MESSAGES = [
    pytest.param(
        text,
        id=key,
        marks=[pytest.mark.needs("characters beyond the basic plane in a message")] if max(text) > "\uffff" else [],
    )
    for key, text in TEXTS.items()
]


@pytest.fixture(params=list(TEXTS.values()), ids=list(TEXTS))
def text(request: pytest.FixtureRequest) -> str:
    """A text that means something to somebody."""
    return str(request.param)


def own(name: Name, text: str) -> str:
    """A text that no other test has, around the one under test."""
    return f"{name('x')} {text}"


# ---- runs


def test_names_of_a_run(store: Store, name: Name, text: str) -> None:
    """Process, type, actor, tool and run name."""
    given = {
        parameter: own(name, text)
        for parameter in (
            "process_name",
            "process_type",
            "actor_name",
            "tool_name",
            "process_run_name",
        )
    }
    run = store.call("start_process_run", **given)
    row = run_of(store, run["process_tracking_id"])
    assert row["process_name"] == given["process_name"]
    assert row["process_type_name"] == given["process_type"]
    assert row["actor_name"] == given["actor_name"]
    assert row["tool_name"] == given["tool_name"]
    assert row["process_run_name"] == given["process_run_name"]


def test_a_run_is_found_again_by_its_names(store: Store, started: Started, name: Name, text: str) -> None:
    """The process is the same one, and the run name re-attaches."""
    process_name, run_name = own(name, text), own(name, text)
    first = started(process_name=process_name, process_run_name=run_name)
    again = started(process_name=process_name, process_run_name=run_name)
    assert again["process_tracking_id"] == first["process_tracking_id"]
    store.call("get_process_watermark", process_name=process_name)
    set_limits(store, process_name, 1)
    end(store, first, "failed")
    assert started(process_name=process_name)["process_run_status"] == "on hold"


@pytest.mark.parametrize("parameter", ["sources", "targets"])
def test_names_of_sources_and_targets(store: Store, started: Started, name: Name, text: str, parameter: str) -> None:
    """Sources, objects and attributes."""
    source = own(name, text)
    given: dict[str, dict[str, list[str]]] = {source: {text: [text, text + "2"]}}
    run = started(**{parameter: given})
    row = run_of(store, run["process_tracking_id"])
    assert {
        key: {item: sorted(names) for item, names in items.items()} for key, items in tree(row[parameter]).items()
    } == {source: {text: sorted([text, text + "2"])}}


def test_a_custom_status_of_a_run(store: Store, started: Started, text: str) -> None:
    """It is stored as it is."""
    run = started()
    end(store, run, text)
    assert run_status(store, run["process_tracking_id"]) == text


def test_the_status_of_a_release(store: Store, started: Started, name: Name, text: str) -> None:
    """Process and status."""
    process_name = own(name, text)
    held = put_on_hold(store, started, process_name)
    store.call("release_process", process_name=process_name, new_status=text)
    assert run_status(store, held["process_tracking_id"]) == text


def test_the_description_of_an_error(store: Store, started: Started, query: Query, text: str) -> None:
    """It is stored as it is, also with blanks around it."""
    run = started()
    for description in (text, f"  {text} \n"):
        store.call(
            "raise_run_error",
            process_tracking_id=run["process_tracking_id"],
            error_type_name="Data Error",
            error_description=description,
        )
    errors = errors_of(query, run["process_tracking_id"])
    assert [error["error_description"] for error in errors] == [text, f"  {text} \n"]


@pytest.mark.parametrize("unit", ["x", "ä", "🚀", "'", "\\", "a line\n"])
def test_a_long_description_is_stored_whole(store: Store, started: Started, query: Query, unit: str) -> None:
    """A million characters are no problem."""
    run = started()
    description = unit * (1_000_000 // len(unit)) + "end"
    store.call(
        "raise_run_error",
        process_tracking_id=run["process_tracking_id"],
        error_type_name="Data Error",
        error_description=description,
    )
    (error,) = errors_of(query, run["process_tracking_id"])
    assert error["error_description"] == description


def test_names_of_processes_that_depend(store: Store, started: Started, query: Query, name: Name, text: str) -> None:
    """A dependency is created, blocks and is deleted by name."""
    parent, child = own(name, text), own(name, text)
    parent_run = started(process_name=parent)
    end(store, started(process_name=child))
    names = {"parent_process_name": parent, "child_process_name": child}
    store.call("create_process_dependency", **names)
    with pytest.raises(DependencyBlocked):
        started(process_name=child)
    store.call("delete_process_dependency", **names)
    started(process_name=child)
    assert run_status(store, parent_run["process_tracking_id"]) == "running"


# ---- extracts


@pytest.mark.parametrize("many", [False, True], ids=["register_extract", "register_extracts"])
def test_names_of_an_extract(store: Store, started: Started, name: Name, text: str, many: bool) -> None:
    """File, path and location name."""
    run = started()
    filename, path, location_name = own(name, text), own(name, text), own(name, text)
    if many:
        found = register_ready(store, run, path, [filename, {"name": text}], location_name=location_name)
        assert set(found) == {filename, text}
        extract_id = found[filename]
    else:
        extract_id = register(store, run, filename, path, location_name=location_name)
    row = extract_of(store, extract_id)
    assert row["extract_filename"] == filename
    assert row["location_path"] == path
    assert row["location_name"] == location_name
    assert register(store, run, filename, path) == extract_id


def test_a_derived_location_name(store: Store, started: Started, name: Name, text: str) -> None:
    """The last folder may have any name; one that holds a slash ends there."""
    last = own(name, text.replace("/", "|").replace("\\", "|"))
    row = extract_of(store, register(store, started(), "a.csv", f"/data/{last}"))
    assert row["location_name"] == last


def test_extracts_are_found_by_any_text(store: Store, started: Started, name: Name, text: str) -> None:
    """By a part of the file name, by location name or path, by process, in a status."""
    process_name, filename, path, location_name, status = (own(name, text) for _ in range(5))
    run = started(process_name=process_name)
    extract_id = register(store, run, f"a{filename}b", path, location_name=location_name)
    set_status(store, run, extract_id, status)
    for finder, parameters in (
        ("find_extracts_by_filename", {"filename": filename}),
        ("find_extracts_by_location", {"location_name": location_name}),
        ("find_extracts_by_location", {"location_path": path}),
        ("find_extracts_by_process", {"process_name": process_name}),
    ):
        assert ids(store.call(finder, status=status, **parameters)) == [extract_id]


@pytest.mark.parametrize("way", ["change", "bulk", "register", "register many"])
def test_a_custom_status_of_an_extract(store: Store, started: Started, name: Name, text: str, way: str) -> None:
    """It is stored as it is, by whichever routine."""
    run, path = started(), name("/data/in")
    extract_id = register(store, run, "a.csv", path)
    if way == "change":
        set_status(store, run, extract_id, text)
    elif way == "bulk":
        store.call(
            "bulk_change_extract_status",
            process_tracking_id=run["process_tracking_id"],
            extract_ids=[extract_id],
            new_status=text,
        )
    elif way == "register":
        register(store, run, "a.csv", path, status=text)
    else:
        register_ready(store, run, path, ["a.csv"], status=text)
    assert extract_status(store, extract_id) == text


@pytest.mark.parametrize("text", IN_MESSAGES)
def test_the_text_of_a_refusal(store: Store, name: Name, text: str) -> None:
    """A message shows the text that was given as it is."""
    process_name = own(name, text)
    with pytest.raises(PtdbError) as caught:
        store.call("get_process_watermark", process_name=process_name)
    refusal(caught.value, process_name)


# ---- lengths


def exactly(name: Name, length: int, letter: str = "x") -> str:
    """A text of exactly so many characters that no other test has."""
    unique = name("x")
    return unique + letter * (length - len(unique))


LETTERS = [
    "x",
    "ä",
    pytest.param("🚀", marks=pytest.mark.needs("the longest name out of characters beyond the basic plane")),
]
LONGEST_OF_A_START = {
    "process_name": ("process_name", 250),
    "process_type": ("process_type_name", 250),
    "actor_name": ("actor_name", 250),
    "tool_name": ("tool_name", 250),
    "process_run_name": ("process_run_name", 250),
}


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("parameter", LONGEST_OF_A_START)
def test_the_longest_name_of_a_start(
    store: Store, started: Started, name: Name, query: Query, parameter: str, letter: str
) -> None:
    """A name may have as many characters (not bytes) as its column, and not one more."""
    column, length = LONGEST_OF_A_START[parameter]
    value = exactly(name, length, letter)
    run = started(**{parameter: value})
    assert run_of(store, run["process_tracking_id"])[column] == value
    other = name("Process")
    given: dict[str, Any] = {"process_name": other, parameter: value + letter}
    with pytest.raises(InvalidArgument) as caught:
        started(**given)
    refusal(caught.value, parameter, length)
    assert process_row(query, other) is None


def nested(grain: int, value: str) -> Any:
    """Sources of which the name at the grain is the value."""
    return [[value], {"S": [value]}, {"S": {"o": [value]}}][grain]


@pytest.mark.parametrize("parameter", ["sources", "targets"])
@pytest.mark.parametrize("grain", [0, 1, 2])
def test_the_longest_name_of_a_source(
    store: Store, started: Started, name: Name, query: Query, parameter: str, grain: int
) -> None:
    """Sources, objects and attributes have up to 250 characters."""
    value, process_name = exactly(name, 250), name("Process")
    run = started(**{parameter: nested(grain, value)})
    assert value in str(run_of(store, run["process_tracking_id"])[parameter])
    with pytest.raises(InvalidArgument) as caught:
        started(process_name=process_name, **{parameter: nested(grain, value + "x")})
    refusal(caught.value, 250)
    assert process_row(query, process_name) is None


def test_the_longest_status_of_a_run(store: Store, started: Started, name: Name) -> None:
    """A custom status has up to 75 characters."""
    run, status = started(), exactly(name, 75)
    end(store, run, status)
    assert run_status(store, run["process_tracking_id"]) == status
    with pytest.raises(InvalidArgument) as caught:
        end(store, run, status + "x")
    refusal(caught.value, 75)
    assert run_status(store, run["process_tracking_id"]) == status


def test_the_longest_status_of_a_release(store: Store, started: Started, name: Name) -> None:
    """The status after a hold has up to 75 characters."""
    process_name, status = name("Process"), exactly(name, 75)
    held = put_on_hold(store, started, process_name)
    with pytest.raises(InvalidArgument) as caught:
        store.call("release_process", process_name=process_name, new_status=status + "x")
    refusal(caught.value, 75)
    store.call("release_process", process_name=process_name, new_status=status)
    assert run_status(store, held["process_tracking_id"]) == status


@pytest.fixture
def run(started: Started) -> Row:
    """A running run."""
    return started()


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize(
    ("parameter", "column", "length"),
    [
        ("filename", "extract_filename", 750),
        ("location_path", "location_path", 750),
        ("location_name", "location_name", 750),
        ("status", "extract_status_name", 75),
    ],
)
def test_the_longest_names_of_an_extract(
    store: Store, run: Row, name: Name, parameter: str, column: str, length: int, letter: str
) -> None:
    """As many characters as the column has, and not one more."""
    given = {"filename": "a.csv", "location_path": name("/data/in")}
    value = exactly(name, length, letter)
    row = extract_of(store, register(store, run, **{**given, parameter: value}))
    assert row[column] == value
    other = {"filename": name("b.csv"), "location_path": name("/data/other")}
    with pytest.raises(InvalidArgument) as caught:
        register(store, run, **{**other, parameter: value + letter})
    refusal(caught.value, length)
    status = value if parameter == "status" else "initializing"
    assert not store.call("find_extracts_by_filename", filename=other["filename"], status=status)


def test_the_longest_filename_among_many(store: Store, run: Row, name: Name) -> None:
    """register_extracts has the same limits."""
    path, filename = name("/data/in"), exactly(name, 750)
    assert register_ready(store, run, path, [filename])[filename]
    with pytest.raises(InvalidArgument) as caught:
        register_ready(store, run, path, ["a.csv", filename + "x"])
    refusal(caught.value, 750)
    assert len(store.call("find_extracts_by_location", location_path=path)) == 1


def test_the_longest_status_of_an_extract(store: Store, run: Row, name: Name) -> None:
    """A custom status has up to 75 characters."""
    extract_id, status = register(store, run, "a.csv", name("/data/in")), exactly(name, 75)
    set_status(store, run, extract_id, status)
    with pytest.raises(InvalidArgument) as caught:
        set_status(store, run, extract_id, status + "x")
    refusal(caught.value, 75)
    assert extract_status(store, extract_id) == status


def test_a_derived_name_keeps_within_its_length(store: Store, run: Row, name: Name) -> None:
    """Also when the longest folder name is taken and has to be numbered."""
    folder = exactly(name, 749)
    rows = [extract_of(store, register(store, run, "a.csv", path)) for path in (folder, f"/{folder}")]
    names = {row["location_name"] for row in rows}
    assert len(names) == 2
    assert all(item.startswith(folder[:700]) and len(item) <= 750 for item in names)


def test_a_trailing_slash_is_not_counted(store: Store, run: Row, name: Name) -> None:
    """What is stored is the path without it, and that may be as long as the column."""
    path = exactly(name, 750)
    assert extract_of(store, register(store, run, "a.csv", path + "/"))["location_path"] == path


def test_a_text_of_any_length_can_be_searched_for(store: Store, run: Row, name: Name) -> None:
    """The longest file name is found by its whole length."""
    filename = exactly(name, 750)
    extract_id = register(store, run, filename, name("/data/in"), status="ready")
    rows = store.call("find_extracts_by_filename", filename=filename)
    assert ids(rows) == [extract_id]
