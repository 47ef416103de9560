"""Wrong input: each has its own error, a message that names it, and nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from ptdb import Store
from ptdb.errors import (
    ExtractNotFound,
    InvalidArgument,
    LookupNotFound,
    ProcessNotFound,
    PtdbError,
    RunNotFound,
)
from tests.conformance.helpers import (
    HIGH,
    LOW,
    UNKNOWN,
    Name,
    Query,
    Started,
    errors_of,
    extract_of,
    literal,
    process_row,
    refusal,
    register,
    run_of,
    ties_of,
)

UNKNOWN_NAME = "no such name"


@dataclass(frozen=True)
class Case:
    """A call that would be fine, but for the given parameters."""

    routine: str
    wrong: dict[str, Any]
    error: type[PtdbError] = InvalidArgument
    shown: tuple[object, ...] = field(default=())

    def __str__(self) -> str:
        return f"{self.routine}-" + "-".join(f"{key}={str(value)[:40]}" for key, value in self.wrong.items())


# A call of each routine that would be fine. What the test made comes in place of the capitals.
FINE: dict[str, dict[str, Any]] = {
    "start_process_run": {
        "process_name": "NEW",
        "process_type": "Load",
        "actor_name": "tester",
        "tool_name": "pytest",
    },
    "get_process_run": {"process_tracking_id": "RUN"},
    "change_run_status": {"process_tracking_id": "RUN", "new_status": "STATUS"},
    "raise_run_error": {
        "process_tracking_id": "RUN",
        "error_type_name": "Data Error",
        "fail_run": True,
    },
    "set_process_run_low_high_dates": {"process_tracking_id": "RUN", "low_date": LOW},
    "set_process_run_record_count": {"process_tracking_id": "RUN", "num_records": 5},
    "release_process": {"process_name": "PROCESS"},
    "record_heartbeat": {"process_tracking_id": "RUN"},
    "get_process_watermark": {"process_name": "PROCESS"},
    "register_extract": {
        "process_tracking_id": "RUN",
        "filename": "new.csv",
        "location_path": "FOLDER",
        "status": "STATUS",
    },
    "register_extracts": {
        "process_tracking_id": "RUN",
        "location_path": "FOLDER",
        "files": ["new.csv"],
        "status": "STATUS",
    },
    "get_extract": {"extract_id": "EXTRACT"},
    "change_extract_status": {
        "process_tracking_id": "RUN",
        "extract_id": "EXTRACT",
        "new_status": "STATUS",
    },
    "bulk_change_extract_status": {
        "process_tracking_id": "RUN",
        "extract_ids": ["EXTRACT"],
        "new_status": "STATUS",
    },
    "add_extract_dependency": {"parent_extract_id": "EXTRACT", "child_extract_id": "OTHER"},
    "set_extract_low_high_dates": {"extract_id": "EXTRACT", "low_date": LOW},
    "set_extract_record_count": {"extract_id": "EXTRACT", "num_records": 5},
    "find_extracts_by_filename": {"filename": "old.csv"},
    "find_extracts_by_location": {"location_path": "FOLDER"},
    "find_extracts_by_process": {"process_name": "PROCESS"},
    "create_process_dependency": {
        "parent_process_name": "PROCESS",
        "child_process_name": "SECOND",
    },
    "delete_process_dependency": {
        "parent_process_name": "PROCESS",
        "child_process_name": "SECOND",
    },
    "set_process": {"process_name": "PROCESS", "max_concurrent_failures": 3},
    "set_system_setting": {"system_key": "max_concurrent_failures", "system_value": "5"},
}


def with_parameter(*names: str) -> list[tuple[str, str]]:
    """Each fine call and the parameter of it that is among the names."""
    return [(routine, name) for routine, given in FINE.items() for name in names if name in given]


# ---- what does not exist

UNKNOWN_THINGS = [
    *(
        Case(routine, {name: UNKNOWN}, RunNotFound, (UNKNOWN,))
        for routine, name in with_parameter("process_tracking_id")
    ),
    *(
        Case(routine, {name: wrong}, RunNotFound, (wrong,))
        for wrong in (0, -1)
        for routine, name in with_parameter("process_tracking_id")
    ),
    *(
        Case(routine, {name: UNKNOWN}, ExtractNotFound, (UNKNOWN,))
        for routine, name in with_parameter("extract_id", "parent_extract_id", "child_extract_id")
    ),
    Case("bulk_change_extract_status", {"extract_ids": [UNKNOWN]}, ExtractNotFound, (UNKNOWN,)),
    Case("bulk_change_extract_status", {"extract_ids": [0]}, ExtractNotFound, (0,)),
    *(
        Case(routine, {name: UNKNOWN_NAME}, ProcessNotFound, (UNKNOWN_NAME,))
        for routine, name in with_parameter("process_name", "parent_process_name", "child_process_name")
        if routine != "start_process_run"
    ),
    *(
        Case(routine, {name: UNKNOWN_NAME}, LookupNotFound, (UNKNOWN_NAME,))
        for routine, name in (
            ("start_process_run", "schedule_frequency"),
            ("raise_run_error", "error_type_name"),
            ("register_extract", "compression_type"),
            ("register_extract", "filetype"),
            ("add_extract_dependency", "dependency_type"),
            ("create_process_dependency", "dependency_type"),
            ("find_extracts_by_filename", "status"),
            ("find_extracts_by_location", "status"),
            ("find_extracts_by_process", "status"),
            ("set_system_setting", "system_key"),
        )
    ),
    Case("raise_run_error", {"error_type_name": "data error"}, LookupNotFound, ("data error",)),
    Case("find_extracts_by_filename", {"status": "Ready"}, LookupNotFound, ("Ready",)),
    Case("start_process_run", {"dataset_types": [UNKNOWN_NAME]}, LookupNotFound, (UNKNOWN_NAME,)),
    Case(
        "start_process_run",
        {"parent_process_tracking_id": UNKNOWN},
        RunNotFound,
        (UNKNOWN,),
    ),
    *(
        Case(
            "register_extracts",
            {"files": [{"name": "new.csv", key: UNKNOWN_NAME}]},
            LookupNotFound,
            (UNKNOWN_NAME,),
        )
        for key in ("compression_type", "filetype")
    ),
]

# ---- names that are none

REQUIRED_NAMES = with_parameter(
    "process_name",
    "parent_process_name",
    "child_process_name",
    "new_status",
    "error_type_name",
    "filename",
    "location_path",
    "system_key",
)
OPTIONAL_NAMES = [
    ("start_process_run", "process_type"),
    ("start_process_run", "actor_name"),
    ("start_process_run", "tool_name"),
    ("start_process_run", "process_run_name"),
    ("release_process", "new_status"),
    ("register_extract", "location_name"),
    ("register_extract", "status"),
    ("register_extract", "compression_type"),
    ("register_extract", "filetype"),
    ("register_extracts", "location_name"),
    ("register_extracts", "status"),
]
MISSING_NAMES = [
    *(
        Case(routine, {name: blank}, InvalidArgument, (name.removeprefix("new_"),))
        for routine, name in [*REQUIRED_NAMES, *OPTIONAL_NAMES]
        for blank in ("", " ", "\t\n")
        if not routine.startswith("find_")
    ),
    *(
        Case(routine, {name: None}, InvalidArgument, (name.removeprefix("new_"),))
        for routine, name in REQUIRED_NAMES
        if routine != "find_extracts_by_location"
    ),
    *(
        Case(routine, {name: None}, InvalidArgument, (name,))
        for routine, name in with_parameter("process_tracking_id", "extract_id", "num_records")
    ),
    Case("bulk_change_extract_status", {"extract_ids": None}, InvalidArgument, ("extract_ids",)),
    Case("register_extracts", {"files": None}, InvalidArgument, ("files",)),
    Case("start_process_run", {"process_type": None}, InvalidArgument, ("process_type",)),
    Case("start_process_run", {"tool_name": None}, InvalidArgument, ("tool",)),
]
LONG_NAMES = [
    Case(
        routine,
        {name: "x" * (length + 1)},
        InvalidArgument,
        (name.removeprefix("new_"), "x" * 30, length),
    )
    for routine, name, length in (
        ("start_process_run", "process_name", 250),
        ("start_process_run", "process_type", 250),
        ("start_process_run", "actor_name", 250),
        ("start_process_run", "tool_name", 250),
        ("start_process_run", "process_run_name", 250),
        ("change_run_status", "new_status", 75),
        ("register_extract", "filename", 750),
        ("register_extract", "location_path", 750),
        ("register_extract", "location_name", 750),
        ("register_extract", "status", 75),
        ("register_extracts", "location_path", 750),
        ("register_extracts", "location_name", 750),
        ("register_extracts", "status", 75),
        ("change_extract_status", "new_status", 75),
        ("bulk_change_extract_status", "new_status", 75),
    )
]

# ---- values out of range

VALUES = [
    Case("set_process_run_record_count", {"num_records": -1}, shown=("num_records", -1)),
    *(
        Case(
            "set_process_run_record_count",
            {"num_records": -1, "processing_type": kind},
            shown=(-1,),
        )
        for kind in ("insert", "update", "delete", "reject")
    ),
    Case("set_extract_record_count", {"num_records": -1}, shown=("num_records", -1)),
    Case("set_extract_record_count", {"num_records": -1, "audit_type": "write"}, shown=(-1,)),
    *(
        Case("set_process_run_record_count", {"processing_type": kind}, shown=("processing_type",))
        for kind in ("upsert", "Insert", "", "inserts")
    ),
    *(
        Case(routine, {"audit_type": kind}, shown=("audit_type",))
        for routine in ("set_extract_low_high_dates", "set_extract_record_count")
        for kind in ("read", "Load", "", "reading")
    ),
    Case("set_process_run_record_count", {"processing_type": "upsert"}, shown=("upsert",)),
    Case("set_extract_record_count", {"audit_type": "read"}, shown=("read",)),
    *(
        Case(routine, {"low_date": HIGH, "high_date": LOW}, shown=("2024-06-07", "2024-01-02"))
        for routine in ("set_process_run_low_high_dates", "set_extract_low_high_dates")
    ),
    *(Case("start_process_run", {"max_concurrent_failures": limit}, shown=(limit,)) for limit in (0, -5)),
    *(
        Case("set_process", {key: limit}, shown=(key, limit))
        for key in ("max_concurrent_failures", "stale_after_seconds")
        for limit in (0, -5)
    ),
    *(
        Case("register_extract", {"file_size": size}, shown=(size,))
        for size in ("big", "12 TB", "-1", "NaN", "Infinity", "1e400 KB")
    ),
]

# ---- JSON

MALFORMED = ["", "[", "S", "['S']", '{"S": }', '["S",]', "[NaN]", '["S"] x', '["\\ud800"]']
NO_SOURCES = [
    '"S"',
    "5",
    "true",
    "[1]",
    "[null]",
    "[true]",
    '[["S"]]',
    '[{"S": ["o"]}]',
    '{"S": "o"}',
    '{"S": 5}',
    '{"S": null}',
    '{"S": [1]}',
    '{"S": [null]}',
    '{"S": {"o": [null]}}',
    '{"S": [["o"]]}',
    '{"S": {"o": "a"}}',
    '{"S": {"o": null}}',
    '{"S": {"o": [5]}}',
    '{"S": {"o": {"a": []}}}',
    '[""]',
    '[" "]',
    '["S", "\\t"]',
    '{"": ["o"]}',
    '{"S": [" "]}',
    '{"S": {" ": ["a"]}}',
    '{"S": {"o": [""]}}',
    '["%s"]' % ("x" * 251),
    '{"S": ["%s"]}' % ("x" * 251),
    '{"S": {"o": ["%s"]}}' % ("x" * 251),
]
NO_DATASET_TYPES = ['"a"', "5", "[1]", "[null]", '[["a"]]', '{"a": ["b"]}', '{"a": 1}']
NO_IDS = ['"1"', "5", '{"a": 1}', '["1"]', "[1.5]", "[null]", "[true]", "[[1]]", "[1e30]", f"[{2**63}]"]
NO_FILES = [
    '"a"',
    "5",
    '{"name": "a"}',
    "[5]",
    "[null]",
    '["a", ["b"]]',
    "[{}]",
    '[{"size": 5}]',
    '[{"name": null}]',
    '[{"name": 5}]',
    '[{"name": ""}]',
    '[" "]',
    '[{"name": "a", "colour": "red"}]',
    '[{"name": "a", "Size": 5}]',
    '["a", "a"]',
    '["a", {"name": "a"}]',
    '["%s"]' % ("x" * 751),
]
NO_DETAILS = [
    ("size", '"huge"'),
    ("size", "-1"),
    ("size", "true"),
    ("size", "[1]"),
    ("filetype", "{}"),
    ("write_record_count", "-1"),
    ("load_record_count", "-1"),
    ("write_record_count", "1.5"),
    ("load_record_count", '"many"'),
    ("write_record_count", "1e30"),
    ("write_low_date", '"yesterday"'),
    ("load_low_date", '"now"'),
    ("write_high_date", '"infinity"'),
    ("load_high_date", '"01/02/2024"'),
    ("write_low_date", '"2024-06"'),
    ("write_high_date", '"10000-01-01"'),
    ("load_low_date", '"0044-03-15 BC"'),
    ("write_high_date", "5"),
    ("load_low_date", '"2024-02-30"'),
    ("load_high_date", "true"),
    ("write_low_date", '"2024-06-07", "write_high_date": "2024-01-02"'),
    ("load_low_date", '"2024-06-07", "load_high_date": "2024-01-02"'),
]
JSON = [
    *(
        Case(routine, {name: text}, InvalidArgument, (name.removesuffix("s"),))
        for routine, name, shapes in (
            ("start_process_run", "sources", NO_SOURCES),
            ("start_process_run", "targets", NO_SOURCES),
            ("start_process_run", "dataset_types", NO_DATASET_TYPES),
            ("bulk_change_extract_status", "extract_ids", NO_IDS),
            ("register_extracts", "files", NO_FILES),
        )
        for text in [*MALFORMED, *shapes]
    ),
    *(Case("register_extracts", {"files": f'[{{"name": "new.csv", "{key}": {value}}}]'}) for key, value in NO_DETAILS),
    Case(
        "register_extracts",
        {"files": '[{"name": "new.csv", "colour": "red"}]'},
        shown=("colour",),
    ),
    Case("register_extracts", {"files": '["new.csv", "new.csv"]'}, shown=("new.csv",)),
]

# ---- what cannot be put into a call

NO_CALLS = [
    Case("set_process_run_record_count", {"num_records": "many"}, shown=("num_records", "many")),
    Case("set_process_run_record_count", {"num_records": 1.5}, shown=("num_records", 1.5)),
    Case("set_process_run_record_count", {"num_records": True}, shown=("num_records",)),
    Case("set_process_run_record_count", {"num_records": 2**63}, shown=("num_records", 2**63)),
    Case("set_process_run_low_high_dates", {"low_date": "soon"}, shown=("low_date", "soon")),
    Case("set_process_run_low_high_dates", {"low_date": 5}, shown=("low_date", 5)),
    Case("set_process_run_low_high_dates", {"low_date": "2024-02-30"}, shown=("2024-02-30",)),
    Case("change_run_status", {"new_status": 5}, shown=("new_status", 5)),
    Case("change_run_status", {"process_tracking_id": "RUN!"}, shown=("process_tracking_id",)),
    Case("raise_run_error", {"fail_run": "yes"}, shown=("fail_run", "yes")),
    Case("start_process_run", {"process_name": "a\0b"}, shown=("process_name",)),
    Case("start_process_run", {"process_name": ["a"]}, shown=("process_name",)),
    Case("start_process_run", {"process_name": "\ud800"}, shown=("process_name",)),
    Case("start_process_run", {"sources": ["a\0b"]}, shown=("sources",)),
    Case("start_process_run", {"sources": ["\ud800"]}, shown=("sources",)),
    Case("start_process_run", {"sources": [object()]}, shown=("sources",)),
    Case("start_process_run", {"colour": "red"}, shown=("colour",)),
    Case("bulk_change_extract_status", {"extract_ids": [float("nan")]}, shown=("extract_ids",)),
]


@pytest.fixture
def made(store: Store, started: Started, name: Name) -> dict[str, Any]:
    """What stands in the calls for the texts in capitals."""
    run, second, folder = started(), started(), name("/data/in")
    return {
        "RUN": run["process_tracking_id"],
        "PROCESS": run["process_name"],
        "SECOND": second["process_name"],
        "NEW": name("New"),
        "FOLDER": folder,
        "STATUS": name("custom"),
        "EXTRACT": register(store, run, "old.csv", folder, status="ready"),
        "OTHER": register(store, run, "other.csv", folder),
    }


def fine(made: dict[str, Any], routine: str) -> dict[str, Any]:
    """The parameters of a call of the routine that would be fine."""

    def real(value: Any) -> Any:
        if isinstance(value, list):
            return [real(item) for item in value]
        return made.get(value, value) if isinstance(value, str) else value

    return {key: real(value) for key, value in FINE[routine].items()}


def state(store: Store, query: Query, made: dict[str, Any]) -> list[object]:
    """All that a call could have changed."""
    return [
        run_of(store, made["RUN"]),
        process_row(query, made["PROCESS"]),
        process_row(query, made["NEW"]),
        errors_of(query, made["RUN"]),
        extract_of(store, made["EXTRACT"]),
        ties_of(query, made["EXTRACT"]),
        query(
            "SELECT extract_id FROM {s}.v_extract"
            f" WHERE location_path = {literal(made['FOLDER'])} ORDER BY extract_id"
        ),
        query(f"SELECT parent_extract_id FROM {{s}}.extract_dependency WHERE child_extract_id = {made['OTHER']}"),
        query(
            "SELECT process_status_name AS status_name FROM {s}.process_status_lkup"
            f" WHERE process_status_name = {literal(made['STATUS'])}"
            " UNION ALL SELECT extract_status_name FROM {s}.extract_status_lkup"
            f" WHERE extract_status_name = {literal(made['STATUS'])}"
        ),
    ]


# Whose parameter may be left out, with the routine.
OPTIONAL = {
    *OPTIONAL_NAMES,
    ("set_process_run_record_count", "processing_type"),
    ("set_extract_low_high_dates", "audit_type"),
    ("set_extract_record_count", "audit_type"),
    *(("start_process_run", name) for name in ("sources", "targets", "dataset_types")),
} - {("start_process_run", "process_type"), ("start_process_run", "tool_name")}  # which a new process needs


def marked(case: Case) -> Any:
    """The case, which may need that an empty text is not left out."""
    is_left_out = any(value == "" and (case.routine, name) in OPTIONAL for name, value in case.wrong.items())
    return pytest.param(case, marks=[pytest.mark.needs("an empty text")] if is_left_out else [])


@pytest.mark.parametrize(
    "case",
    [marked(case) for case in (*UNKNOWN_THINGS, *MISSING_NAMES, *LONG_NAMES, *VALUES, *JSON, *NO_CALLS)],
    ids=str,
)
def test_wrong_input(store: Store, query: Query, made: dict[str, Any], case: Case) -> None:
    """The one wrong parameter of a call that would be fine is refused; nothing is written."""
    before = state(store, query, made)
    with pytest.raises(PtdbError) as caught:
        store.call(case.routine, **{**fine(made, case.routine), **case.wrong})
    assert type(caught.value) is case.error
    refusal(caught.value, *case.shown)
    assert state(store, query, made) == before


@pytest.mark.parametrize("routine", FINE)
def test_the_calls_would_be_fine(store: Store, made: dict[str, Any], routine: str) -> None:
    """Without the wrong parameter, none of the table's calls is refused."""
    if routine == "release_process":
        store.call("change_run_status", process_tracking_id=made["RUN"], new_status="on hold")
    if routine == "delete_process_dependency":
        store.call("create_process_dependency", **fine(made, routine))
    store.call(routine, **fine(made, routine))


def test_an_unknown_routine(store: Store) -> None:
    """There is an error for it, too."""
    with pytest.raises(InvalidArgument) as caught:
        store.call("drop_everything")
    refusal(caught.value, "drop_everything")
