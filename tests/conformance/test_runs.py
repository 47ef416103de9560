"""What a run reports after its start: status, errors, dates, counts, signs of life."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from ptdb import Store
from ptdb.errors import (
    InvalidArgument,
    InvalidStatusTransition,
    ProcessNotFound,
    ProcessOnHold,
    RunAlreadyRunning,
    RunNotFound,
)
from tests.conformance.helpers import (
    DAY,
    HIGH,
    LOW,
    STALE_WAIT,
    UNKNOWN,
    Name,
    Query,
    Row,
    Started,
    errors_of,
    extract_of,
    literal,
    process_row,
    put_on_hold,
    refusal,
    register,
    run_count,
    run_of,
    set_limits,
    ties_of,
)

WHEN = datetime(2031, 2, 3, 4, 5, 6, 789012, tzinfo=UTC)
EARLIER = WHEN - timedelta(days=1)
LATER = WHEN + timedelta(days=1)


def change(store: Store, run: Row, status: str, **parameters: object) -> None:
    """Changes the run's status."""
    store.call(
        "change_run_status",
        process_tracking_id=run["process_tracking_id"],
        new_status=status,
        **parameters,
    )


def shown(store: Store, run: Row) -> Row:
    """The run that a start returned, as it is now."""
    return run_of(store, run["process_tracking_id"])


# ---- change_run_status


@pytest.mark.parametrize(
    ("status", "own", "other"),
    [
        ("completed", "last_completed_run_date_time", "last_failed_run_date_time"),
        ("failed", "last_failed_run_date_time", "last_completed_run_date_time"),
    ],
)
def test_the_end_of_a_run_is_now(store: Store, started: Started, status: str, own: str, other: str) -> None:
    """Completed and failed end the run, and set the process's last time of that kind."""
    run = started()
    change(store, run, status)
    row = shown(store, run)
    assert row["process_status_name"] == status
    assert row["process_run_end_date_time"] >= row["process_run_start_date_time"]
    assert row[own] == row["process_run_end_date_time"]
    assert row[other] is None
    assert row["last_errored_run_date_time"] is None
    assert row["is_latest_run"] is True


@pytest.mark.parametrize("status", ["completed", "failed"])
@pytest.mark.parametrize(
    "given",
    [
        WHEN,
        WHEN.replace(tzinfo=None),
        WHEN.astimezone(timezone(timedelta(hours=-7))),
        WHEN.isoformat(),
        "2031-02-03 04:05:06.789012",
    ],
)
def test_the_end_of_a_run_may_be_given(store: Store, started: Started, status: str, given: object) -> None:
    """A given end is kept to the microsecond, as an instant; without a zone it is UTC."""
    run = started()
    change(store, run, status, end_date=given)
    row = shown(store, run)
    assert row["process_run_end_date_time"] == WHEN
    assert row[f"last_{status}_run_date_time"] == WHEN


@pytest.mark.parametrize("status", ["completed", "failed"])
def test_the_last_time_never_goes_back(store: Store, started: Started, status: str) -> None:
    """Of the process's last times the greatest is kept; the run has its own."""
    first = started()
    change(store, first, status, end_date=LATER)
    second = started(process_name=first["process_name"])
    change(store, second, status, end_date=EARLIER)
    row = shown(store, second)
    assert row["process_run_end_date_time"] == EARLIER
    assert row[f"last_{status}_run_date_time"] == LATER


def test_complete_means_completed(store: Store, started: Started) -> None:
    """The workflow page's word is taken for the status."""
    run = started()
    change(store, run, "complete")
    row = shown(store, run)
    assert row["process_status_name"] == "completed"
    assert row["process_run_end_date_time"] is not None


def test_an_unknown_status_is_added(store: Store, started: Started, query: Query, name: Name) -> None:
    """A custom status is added once, and does not end the run."""
    status = name("waiting for approval")
    rows = []
    for base in ("A", "B"):
        run = started(process_name=name(base))
        change(store, run, status)
        rows.append(shown(store, run))
    assert {row["process_status_name"] for row in rows} == {status}
    assert len({row["process_status_id"] for row in rows}) == 1
    assert rows[0]["process_run_end_date_time"] is None
    assert rows[0]["last_completed_run_date_time"] is None
    known = query(f"SELECT created_by FROM {{s}}.process_status_lkup WHERE process_status_name = {literal(status)}")
    assert len(known) == 1
    assert known[0]["created_by"] != 0


def test_statuses_compare_exactly(store: Store, started: Started) -> None:
    """A known status in another case is a custom one."""
    run = started()
    change(store, run, "Completed")
    row = shown(store, run)
    assert row["process_status_name"] == "Completed"
    assert row["last_completed_run_date_time"] is None


def test_running_stays_running(store: Store, started: Started) -> None:
    """Running for the running latest run changes nothing."""
    run = started()
    before = shown(store, run)
    change(store, run, "running")
    assert shown(store, run) == before


@pytest.mark.parametrize("status", ["completed", "failed", "my custom status"])
def test_the_latest_run_may_go_back_to_running(store: Store, started: Started, status: str) -> None:
    """A latest run that is not on hold runs again, and then has no end."""
    run = started()
    change(store, run, status)
    change(store, run, "running")
    row = shown(store, run)
    assert row["process_status_name"] == "running"
    assert row["process_run_end_date_time"] is None


@pytest.mark.parametrize("latest", ["running", "completed"])
@pytest.mark.parametrize("status", ["running", "on hold"])
def test_an_earlier_run_neither_runs_again_nor_goes_on_hold(
    store: Store, started: Started, status: str, latest: str
) -> None:
    """Back to running, and on hold by hand, are for the latest run only."""
    first = started()
    change(store, first, "failed")
    second = started(process_name=first["process_name"])
    change(store, second, latest)
    with pytest.raises(InvalidStatusTransition) as caught:
        change(store, first, status)
    refusal(caught.value, first["process_tracking_id"], status)
    assert shown(store, first)["process_status_name"] == "failed"


def test_an_earlier_run_may_be_corrected(store: Store, started: Started) -> None:
    """A finished run that is not the latest may get another final or custom status."""
    first = started()
    change(store, first, "failed")
    started(process_name=first["process_name"])
    for status in ("completed", "reviewed", "failed"):
        change(store, first, status)
        assert shown(store, first)["process_status_name"] == status


@pytest.mark.parametrize("status", ["running", "completed"])
def test_the_latest_run_may_be_put_on_hold(store: Store, started: Started, status: str) -> None:
    """A hold by hand stops the process like any other."""
    run = started()
    change(store, run, status)
    change(store, run, "on hold")
    assert shown(store, run)["process_status_name"] == "on hold"
    with pytest.raises(ProcessOnHold):
        started(process_name=run["process_name"])


# ---- a run on hold


REPORTS: dict[str, dict[str, Any]] = {
    "change_run_status": {"new_status": "completed"},
    "raise_run_error": {"error_type_name": "Data Error"},
    "set_process_run_low_high_dates": {"low_date": LOW, "high_date": HIGH},
    "set_process_run_record_count": {"num_records": 5},
    "record_heartbeat": {},
    "register_extract": {"filename": "a.csv", "location_path": "/held"},
    "register_extracts": {"files": ["a.csv"], "location_path": "/held"},
    "change_extract_status": {"extract_id": 0, "new_status": "loaded"},
    "bulk_change_extract_status": {"extract_ids": [0], "new_status": "loaded"},
}


@pytest.mark.parametrize("routine", REPORTS)
def test_a_run_on_hold_accepts_nothing(store: Store, started: Started, query: Query, name: Name, routine: str) -> None:
    """No extract, status, count, date, error or heartbeat; the refusal names the process."""
    process_name = name("Process")
    extract_id = register(store, started(process_name=name("Writer")), "x.csv", name("/data/in"), status="ready")
    held = put_on_hold(store, started, process_name)
    before = shown(store, held)
    extract_before = extract_of(store, extract_id)
    parameters = dict(REPORTS[routine], process_tracking_id=held["process_tracking_id"])
    if "extract_id" in parameters:
        parameters["extract_id"] = extract_id
    if "extract_ids" in parameters:
        parameters["extract_ids"] = [extract_id]
    with pytest.raises(ProcessOnHold) as caught:
        store.call(routine, **parameters)
    refusal(caught.value, process_name)
    assert shown(store, held) == before
    assert extract_of(store, extract_id) == extract_before
    assert len(ties_of(query, extract_id)) == 1
    assert errors_of(query, held["process_tracking_id"]) == []


@pytest.mark.parametrize("status", ["failed", "running", "on hold", "my custom status"])
def test_only_a_release_ends_a_hold(store: Store, started: Started, name: Name, status: str) -> None:
    """No status can be given to a run on hold."""
    held = put_on_hold(store, started, name("Process"))
    with pytest.raises(ProcessOnHold):
        change(store, held, status)
    assert shown(store, held)["process_status_name"] == "on hold"


def test_a_run_on_hold_cannot_fail_by_an_error(store: Store, started: Started, name: Name) -> None:
    """fail_run is no way around the hold."""
    held = put_on_hold(store, started, name("Process"))
    with pytest.raises(ProcessOnHold):
        store.call(
            "raise_run_error",
            process_tracking_id=held["process_tracking_id"],
            error_type_name="Data Error",
            fail_run=True,
        )
    assert shown(store, held)["process_status_name"] == "on hold"


# ---- release_process


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({}, "completed"),
        ({"new_status": "completed"}, "completed"),
        ({"new_status": "complete"}, "completed"),
        ({"new_status": "reviewed"}, "reviewed"),
    ],
)
def test_release_ends_the_hold(store: Store, started: Started, name: Name, given: dict[str, str], status: str) -> None:
    """The held run leaves the hold and ends; the process has not thereby completed a run."""
    process_name = name("Process")
    held = put_on_hold(store, started, process_name)
    store.call("release_process", process_name=process_name, **given)
    row = shown(store, held)
    assert row["process_status_name"] == status
    assert row["process_run_end_date_time"] is not None
    assert row["last_completed_run_date_time"] is None
    assert started(process_name=process_name)["process_run_status"] == "running"


@pytest.mark.parametrize("status", ["running", "failed", "on hold"])
def test_release_does_not_run_fail_or_hold(store: Store, started: Started, name: Name, status: str) -> None:
    """The status after the hold is none of those."""
    process_name = name("Process")
    held = put_on_hold(store, started, process_name)
    with pytest.raises(InvalidStatusTransition) as caught:
        store.call("release_process", process_name=process_name, new_status=status)
    refusal(caught.value, status)
    assert shown(store, held)["process_status_name"] == "on hold"


@pytest.mark.parametrize("status", ["running", "completed", "failed"])
def test_release_needs_a_hold(store: Store, started: Started, status: str) -> None:
    """Where the latest run is not on hold there is nothing to release."""
    run = started()
    change(store, run, status)
    with pytest.raises(InvalidStatusTransition) as caught:
        store.call("release_process", process_name=run["process_name"])
    refusal(caught.value, run["process_name"])
    assert shown(store, run)["process_status_name"] == status


def test_a_hold_by_hand_is_released_alike(store: Store, started: Started) -> None:
    """release_process ends every hold."""
    run = started()
    change(store, run, "on hold")
    store.call("release_process", process_name=run["process_name"])
    assert shown(store, run)["process_status_name"] == "completed"


# ---- raise_run_error


def raise_error(store: Store, run: Row, **parameters: object) -> int:
    """Records an error of the run; returns its id."""
    given: dict[str, object] = {"error_type_name": "Data Error", **parameters}
    row = store.call("raise_run_error", process_tracking_id=run["process_tracking_id"], **given)
    return int(row["error_tracking_id"])


@pytest.mark.parametrize("error_type", ["File Error", "Data Error", "Process Error"])
def test_an_error_is_recorded(store: Store, started: Started, query: Query, error_type: str) -> None:
    """The error has its type, text and time; the run goes on."""
    run = started()
    error_id = raise_error(store, run, error_type_name=error_type, error_description="Out of bounds.")
    (error,) = errors_of(query, run["process_tracking_id"])
    assert error["error_tracking_id"] == error_id
    assert error["error_type_name"] == error_type
    assert error["error_description"] == "Out of bounds."
    row = shown(store, run)
    assert row["process_status_name"] == "running"
    assert row["process_run_end_date_time"] is None
    assert row["last_errored_run_date_time"] >= row["process_run_start_date_time"]
    assert row["last_failed_run_date_time"] is None


@pytest.mark.parametrize("given", [{}, {"error_description": None}, {"error_description": " "}])
def test_an_error_without_text_is_unspecified(
    store: Store, started: Started, query: Query, given: dict[str, str | None]
) -> None:
    """The description has a default, also in place of a blank one."""
    run = started()
    raise_error(store, run, **given)
    (error,) = errors_of(query, run["process_tracking_id"])
    assert error["error_description"] == "Unspecified error."


def test_a_run_may_have_many_errors(store: Store, started: Started, query: Query) -> None:
    """Each call is an error of its own."""
    run = started()
    error_ids = [raise_error(store, run, error_description=text) for text in "aba"]
    errors = errors_of(query, run["process_tracking_id"])
    assert [error["error_tracking_id"] for error in errors] == sorted(set(error_ids))
    assert [error["error_description"] for error in errors] == ["a", "b", "a"]


def test_an_error_may_fail_the_run(store: Store, started: Started, query: Query) -> None:
    """With fail_run the run fails at the time of the error, and so do the process's last times."""
    run = started()
    raise_error(store, run, fail_run=True)
    row = shown(store, run)
    assert row["process_status_name"] == "failed"
    assert errors_of(query, run["process_tracking_id"])
    assert row["process_run_end_date_time"] is not None
    assert row["last_failed_run_date_time"] == row["process_run_end_date_time"]
    assert row["last_errored_run_date_time"] == row["process_run_end_date_time"]


@pytest.mark.parametrize("given", [WHEN, WHEN.replace(tzinfo=None), WHEN.isoformat()])
@pytest.mark.parametrize("fail_run", [True, False])
def test_the_time_of_an_error_may_be_given(
    store: Store, started: Started, query: Query, fail_run: bool, given: object
) -> None:
    """A given time is the error's, the process's, and with fail_run the run's end."""
    run = started()
    raise_error(store, run, fail_run=fail_run, end_date=given)
    row = shown(store, run)
    assert row["last_errored_run_date_time"] == WHEN
    assert row["process_run_end_date_time"] == (WHEN if fail_run else None)
    assert row["last_failed_run_date_time"] == (WHEN if fail_run else None)
    (error,) = errors_of(query, run["process_tracking_id"])
    assert error["error_occurrence_date_time"] == WHEN


def test_the_last_error_never_goes_back(store: Store, started: Started) -> None:
    """The process's last error is the one with the greatest time."""
    run = started()
    raise_error(store, run, end_date=LATER)
    raise_error(store, run, end_date=EARLIER)
    assert shown(store, run)["last_errored_run_date_time"] == LATER


# ---- dates


def set_dates(store: Store, run: Row, low: object = None, high: object = None) -> None:
    """Reports dates of the run's data."""
    store.call(
        "set_process_run_low_high_dates",
        process_tracking_id=run["process_tracking_id"],
        low_date=low,
        high_date=high,
    )


def dates_of(store: Store, run: Row) -> tuple[datetime | None, datetime | None]:
    """The dates that the run has."""
    row = shown(store, run)
    return row["process_run_low_date_time"], row["process_run_high_date_time"]


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ([(LOW, HIGH)], (LOW, HIGH)),
        ([(LOW, None)], (LOW, None)),
        ([(None, HIGH)], (None, HIGH)),
        ([(None, None)], (None, None)),
        ([(LOW, HIGH), (None, None)], (LOW, HIGH)),
        ([(LOW, None), (None, HIGH)], (LOW, HIGH)),
        ([(LOW, HIGH), (LOW - DAY, HIGH + DAY)], (LOW - DAY, HIGH + DAY)),
        ([(LOW, HIGH), (LOW + DAY, HIGH - DAY)], (LOW, HIGH)),
        ([(LOW, HIGH), (LOW - DAY, None)], (LOW - DAY, HIGH)),
        ([(LOW, LOW)], (LOW, LOW)),
        ([(LOW, LOW), (HIGH, HIGH)], (LOW, HIGH)),
    ],
)
def test_the_lowest_and_the_highest_dates_are_kept(
    store: Store, started: Started, calls: list[tuple[object, object]], expected: object
) -> None:
    """Each call widens the range; a side that is not given stays."""
    run = started()
    for low, high in calls:
        set_dates(store, run, low, high)
    assert dates_of(store, run) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("1900-01-01 00:00:00", datetime(1900, 1, 1, tzinfo=UTC)),
        ("1583-01-01", datetime(1583, 1, 1, tzinfo=UTC)),
        ("9999-12-31T23:59:59.999999+00:00", datetime(9999, 12, 31, 23, 59, 59, 999999, UTC)),
        ("2024-03-31T02:30:00+02:00", datetime(2024, 3, 31, 0, 30, tzinfo=UTC)),
        ("2024-03-31T02:30:00Z", datetime(2024, 3, 31, 2, 30, tzinfo=UTC)),
        (datetime(2024, 3, 31, 2, 30), datetime(2024, 3, 31, 2, 30, tzinfo=UTC)),
    ],
)
def test_dates_are_instants(store: Store, started: Started, given: object, expected: datetime) -> None:
    """Texts and datetimes, with a zone or (then UTC) without, come back as the same instant."""
    run = started()
    set_dates(store, run, given, given)
    low, high = dates_of(store, run)
    assert low == high == expected
    assert low is not None
    assert low.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("before", "low", "high"),
    [
        ((None, None), HIGH, LOW),
        ((None, LOW), HIGH, None),
        ((HIGH, None), None, LOW),
    ],
)
def test_a_low_date_above_the_high_date_is_refused(
    store: Store, started: Started, before: tuple[object, object], low: object, high: object
) -> None:
    """Also when one of the two is the stored one; nothing changes then."""
    run = started()
    set_dates(store, run, *before)
    with pytest.raises(InvalidArgument) as caught:
        set_dates(store, run, low, high)
    refusal(caught.value, "2024-06-07", "2024-01-02")
    assert dates_of(store, run) == before


def test_merging_may_set_a_reversed_pair_right(store: Store, started: Started) -> None:
    """What counts is the range after merging."""
    run = started()
    set_dates(store, run, LOW - DAY, HIGH + DAY)
    set_dates(store, run, HIGH, LOW)
    assert dates_of(store, run) == (LOW - DAY, HIGH + DAY)


@pytest.mark.parametrize("status", ["completed", "failed", "my custom status"])
def test_a_finished_run_may_be_corrected(store: Store, started: Started, status: str) -> None:
    """Dates and counts are taken after the end of the run, which stays as it was."""
    run = started()
    change(store, run, status)
    before = shown(store, run)
    set_dates(store, run, LOW, HIGH)
    set_count(store, run, 7)
    after = shown(store, run)
    assert dates_of(store, run) == (LOW, HIGH)
    assert after["process_run_record_count"] == 7
    assert after["total_record_count"] == 7
    for key in ("process_status_name", "process_run_end_date_time", "is_latest_run"):
        assert after[key] == before[key]


# ---- counts


def set_count(store: Store, run: Row, num_records: int, processing_type: str | None = None) -> None:
    """Reports a record count of the run."""
    store.call(
        "set_process_run_record_count",
        process_tracking_id=run["process_tracking_id"],
        num_records=num_records,
        processing_type=processing_type,
    )


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([10], 10),
        ([0], 0),
        ([10, 25], 25),
        ([25, 10], 10),
        ([10, 10], 10),
        ([10, 0], 0),
        ([2**40], 2**40),
    ],
)
def test_a_count_is_replaced(store: Store, started: Started, reports: list[int], expected: int) -> None:
    """The run's count is the last one, however often it reports, and the total follows."""
    run = started()
    for number in reports:
        set_count(store, run, number)
    row = shown(store, run)
    assert row["process_run_record_count"] == expected
    assert row["total_record_count"] == expected


def test_the_total_is_the_sum_over_the_runs(store: Store, started: Started) -> None:
    """The process's total moves by the difference of each report, also of earlier runs."""
    first = started()
    set_count(store, first, 100)
    change(store, first, "completed")
    second = started(process_name=first["process_name"])
    assert shown(store, second)["process_run_record_count"] == 0
    set_count(store, second, 10)
    set_count(store, second, 20)
    assert shown(store, second)["total_record_count"] == 120
    set_count(store, first, 90)
    assert shown(store, second)["total_record_count"] == 110
    assert shown(store, first)["process_run_record_count"] == 90


@pytest.mark.parametrize(
    ("reports", "counts", "total"),
    [
        ([("insert", 3)], (3, 0, 0, 0), 3),
        ([("update", 3)], (0, 3, 0, 0), 3),
        ([("delete", 3)], (0, 0, 3, 0), 3),
        ([("reject", 3)], (0, 0, 0, 3), 0),
        ([("insert", 1), ("update", 2), ("delete", 4), ("reject", 8)], (1, 2, 4, 8), 7),
        ([("insert", 5), ("insert", 3)], (3, 0, 0, 0), 3),
        ([("insert", 5), ("update", 2), ("insert", 1)], (1, 2, 0, 0), 3),
        ([(None, 100), ("insert", 5)], (5, 0, 0, 0), 5),
    ],
)
def test_counts_by_type(
    store: Store,
    started: Started,
    reports: list[tuple[str | None, int]],
    counts: tuple[int, ...],
    total: int,
) -> None:
    """A type's count is replaced; the run's is the sum of insert, update and delete."""
    run = started()
    for processing_type, number in reports:
        set_count(store, run, number, processing_type)
    row = shown(store, run)
    kinds = ("insert", "update", "delete", "reject")
    assert tuple(row[f"process_run_{kind}_count"] for kind in kinds) == counts
    assert row["process_run_record_count"] == total
    assert row["total_record_count"] == total


def test_totals_of_two_processes_are_apart(store: Store, started: Started, name: Name) -> None:
    """A count moves the total of its own process only."""
    first, second = started(process_name=name("A")), started(process_name=name("B"))
    set_count(store, first, 5)
    assert shown(store, second)["total_record_count"] == 0


# ---- heartbeat and stale runs


def beat(store: Store, run: Row) -> None:
    """Says that the run is alive."""
    store.call("record_heartbeat", process_tracking_id=run["process_tracking_id"])


def test_a_heartbeat_moves_on(store: Store, started: Started) -> None:
    """Each heartbeat has the server's time, and changes nothing else."""
    run = started()
    rows = [shown(store, run)]
    for _ in range(2):
        beat(store, run)
        rows.append(shown(store, run))
    times = [row.pop("process_run_heartbeat_date_time") for row in rows]
    assert times[2] > times[1] > rows[0]["process_run_start_date_time"]
    assert rows[0] == rows[1] == rows[2]


@pytest.mark.parametrize("status", ["completed", "failed"])
def test_a_finished_run_has_no_heartbeat(store: Store, started: Started, status: str) -> None:
    """A run that has ended is not alive."""
    run = started()
    change(store, run, status)
    before = shown(store, run)
    with pytest.raises(InvalidStatusTransition) as caught:
        beat(store, run)
    refusal(caught.value, run["process_tracking_id"])
    assert shown(store, run) == before


def test_stale_runs_can_be_failed_at_once(store: Store, started: Started, query: Query, name: Name) -> None:
    """fail_stale_runs fails what gave no sign of life in its time, and nothing else."""
    stale = started(process_name=name("Stale"))
    beating = started(process_name=name("Beating"))
    patient = started(process_name=name("Patient"))
    unlimited = started(process_name=name("Unlimited"))
    done = started(process_name=name("Done"))
    change(store, done, "completed")
    for run in (stale, beating, done):
        set_limits(store, run["process_name"], stale_after_seconds=1)
    set_limits(store, patient["process_name"], stale_after_seconds=3600)
    time.sleep(STALE_WAIT)
    beat(store, beating)
    assert store.call("fail_stale_runs")["number_failed"] >= 1
    for run in (beating, patient, unlimited):
        assert shown(store, run)["process_status_name"] == "running"
        assert errors_of(query, run["process_tracking_id"]) == []
    assert shown(store, done)["process_status_name"] == "completed"
    row = shown(store, stale)
    assert row["process_status_name"] == "failed"
    assert row["is_latest_run"]
    assert row["last_failed_run_date_time"] == row["process_run_end_date_time"]
    assert row["last_errored_run_date_time"] == row["process_run_end_date_time"]
    (error,) = errors_of(query, stale["process_tracking_id"])
    assert error["error_type_name"] == "Process Error"
    store.call("fail_stale_runs")
    assert len(errors_of(query, stale["process_tracking_id"])) == 1


def test_the_systems_stale_time_holds_where_the_process_has_none(store: Store, started: Started, name: Name) -> None:
    """A process's own time goes before the system's."""
    stale = started(process_name=name("Stale"))
    patient = started(process_name=name("Patient"))
    set_limits(store, patient["process_name"], stale_after_seconds=3600)
    time.sleep(STALE_WAIT)
    store.call("set_system_setting", system_key="stale_after_seconds", system_value="1")
    try:
        started(process_name=stale["process_name"])
        with pytest.raises(RunAlreadyRunning):
            started(process_name=patient["process_name"])
    finally:
        store.call("set_system_setting", system_key="stale_after_seconds", system_value=None)
    assert shown(store, stale)["process_status_name"] == "failed"
    assert shown(store, patient)["process_status_name"] == "running"


# ---- watermark


def watermark(store: Store, process_name: str) -> datetime | None:
    """Where an incremental load of the process goes on."""
    value = store.call("get_process_watermark", process_name=process_name)["watermark"]
    assert value is None or isinstance(value, datetime)
    return value


def test_the_watermark_is_the_highest_date_of_the_completed_runs(store: Store, started: Started, name: Name) -> None:
    """Running, failed and otherwise ended runs do not move it, nor does a lower date."""
    process_name = name("Process")
    first = started(process_name=process_name)
    assert watermark(store, process_name) is None
    set_dates(store, first, LOW, HIGH)
    assert watermark(store, process_name) is None
    change(store, first, "completed")
    assert watermark(store, process_name) == HIGH
    for days, status, expected in (
        (9, "failed", HIGH),
        (9, "my custom status", HIGH),
        (-1, "completed", HIGH),
        (1, "completed", HIGH + DAY),
    ):
        run = started(process_name=process_name)
        set_dates(store, run, None, HIGH + days * DAY)
        change(store, run, status)
        assert watermark(store, process_name) == expected


def test_without_dates_there_is_no_watermark(store: Store, started: Started) -> None:
    """Completed runs without a high date have no watermark."""
    run = started()
    set_dates(store, run, LOW, None)
    change(store, run, "completed")
    assert watermark(store, run["process_name"]) is None


def test_the_watermark_of_an_unknown_process(store: Store, query: Query, name: Name) -> None:
    """Asking does not register a process."""
    process_name = name("Process")
    with pytest.raises(ProcessNotFound) as caught:
        watermark(store, process_name)
    refusal(caught.value, process_name)
    assert process_row(query, process_name) is None


# ---- get_process_run


def test_a_run_can_be_read_whatever_its_status(store: Store, started: Started, name: Name) -> None:
    """Runs on hold and finished ones are restored like running ones."""
    process_name = name("Process")
    held = put_on_hold(store, started, process_name)
    assert shown(store, held)["process_status_name"] == "on hold"
    store.call("release_process", process_name=process_name)
    assert shown(store, held)["process_run_id"] == 2


def test_reading_changes_nothing(store: Store, started: Started, query: Query) -> None:
    """get_process_run and get_process_watermark only read."""
    run = started()
    before = shown(store, run)
    watermark(store, run["process_name"])
    assert shown(store, run) == before
    assert run_count(query, run["process_name"]) == 1


def test_an_unknown_run_is_not_found(store: Store) -> None:
    """The refusal names the id."""
    with pytest.raises(RunNotFound) as caught:
        run_of(store, UNKNOWN)
    refusal(caught.value, UNKNOWN)
