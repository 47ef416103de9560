"""Extracts: registering, statuses, dependencies, dates, counts, finding."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from ptdb import Store, contract
from ptdb.errors import (
    DependencyCycle,
    Duplicate,
    ExtractDependencyBlocked,
    ExtractNotFound,
    InvalidArgument,
    LookupNotFound,
    ProcessNotFound,
)
from tests.conformance.helpers import (
    DAY,
    HIGH,
    LOW,
    UNKNOWN,
    Name,
    Query,
    Row,
    Started,
    add_dataset_type,
    end,
    extract_of,
    extract_status,
    ids,
    literal,
    refusal,
    register,
    register_ready,
    run_of,
    set_status,
    ties_of,
)


@pytest.fixture
def run(started: Started) -> Row:
    """A running run."""
    return started()


@pytest.fixture
def folder(name: Name) -> str:
    """A path that no other test has."""
    return f"/data/{name('folder')}"


# ---- register_extract


def test_a_new_extract(store: Store, run: Row, folder: str) -> None:
    """It is initializing, has its location, and no dates, counts, size or compression."""
    row = extract_of(store, register(store, run, "Teams.csv", folder))
    assert row["extract_filename"] == "Teams.csv"
    assert row["extract_status_name"] == "initializing"
    assert row["location_path"] == folder
    assert row["location_type_name"] == "Local Filesystem"
    assert row["location_bucket_name"] is None
    age = datetime.now(UTC) - row["extract_registration_date_time"]
    assert timedelta(minutes=-5) < age < timedelta(minutes=5)
    for key in (
        "extract_write_low_date_time",
        "extract_write_high_date_time",
        "extract_write_record_count",
        "extract_load_low_date_time",
        "extract_load_high_date_time",
        "extract_load_record_count",
        "extract_compression_type",
        "extract_filesize",
        "filesize_type_code",
    ):
        assert row[key] is None


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ("ready", "ready"),
        ("initialized", "initializing"),
        ("loading", "loading"),
        ("quarantined", "quarantined"),
    ],
)
def test_an_extract_may_be_given_a_status(
    store: Store, run: Row, folder: str, query: Query, given: str, status: str
) -> None:
    """The status is known, the workflow page's initialized, or a custom one."""
    extract_id = register(store, run, "a.csv", folder, status=given)
    assert extract_status(store, extract_id) == status
    (tie,) = ties_of(query, extract_id)
    assert tie["extract_status_name"] == status


def test_registering_ties_the_extract_to_the_run(store: Store, run: Row, folder: str, query: Query) -> None:
    """The tie has the status and the time."""
    extract_id = register(store, run, "a.csv", folder)
    (tie,) = ties_of(query, extract_id)
    assert tie["process_tracking_id"] == run["process_tracking_id"]
    assert tie["extract_status_name"] == "initializing"
    started_at = run_of(store, run["process_tracking_id"])["process_run_start_date_time"]
    assert tie["extract_process_event_date_time"] >= started_at


def test_a_known_extract_is_found(store: Store, started: Started, run: Row, folder: str, query: Query) -> None:
    """Another run gets the same extract, its status alone, and a tie of its own."""
    first = register(store, run, "a.csv", folder, status="ready", file_size="1 KB")
    before = extract_of(store, first)
    other = started()
    assert register(store, other, "a.csv", folder) == first
    assert extract_of(store, first) == before
    assert [tie["process_tracking_id"] for tie in ties_of(query, first)] == sorted(
        [run["process_tracking_id"], other["process_tracking_id"]]
    )


def test_a_known_extract_gets_what_is_given(store: Store, run: Row, folder: str) -> None:
    """A status, size or type that is given replaces the stored one."""
    extract_id = register(store, run, "a.dat", folder, file_size="1 KB")
    again = register(
        store,
        run,
        "a.dat",
        folder,
        status="loaded",
        file_size="2 MB",
        filetype="csv",
        compression_type="zip",
    )
    row = extract_of(store, extract_id)
    assert again == extract_id
    assert row["extract_status_name"] == "loaded"
    assert (row["extract_filesize"], row["filesize_type_code"]) == (2, "MB")
    assert row["extract_filetype_code"] == "csv"
    assert row["extract_compression_type"] == "zip"


def test_a_known_file_keeps_the_type_it_was_given(
    store: Store, run: Row, folder: str, query: Query, name: Name
) -> None:
    """Another detail alone does not bring back the type that the name ends in."""
    code = name("t")[-10:]
    with suppress(Exception):  # a driver may complain that an INSERT returns no rows to fetch
        query(
            "INSERT INTO {s}.extract_filetype_lkup (extract_filetype, extract_filetype_code, created_by, updated_by)"
            f" VALUES ({literal(name('Type'))}, {literal(code)}, 1, 1)"
        )
    extract_id = register(store, run, "a.csv", folder, filetype=code)
    register_ready(store, run, folder, [{"name": "a.csv", "size": "5 KB"}])
    row = extract_of(store, extract_id)
    assert (row["extract_filetype_code"], row["extract_filesize"]) == (code, 5)
    register_ready(store, run, folder, [{"name": "a.csv", "filetype": "csv"}])
    assert extract_of(store, extract_id)["extract_filetype_code"] == "csv"


def test_registering_twice_by_one_run_keeps_one_tie(store: Store, run: Row, folder: str, query: Query) -> None:
    """A run touches an extract once, however often it says so."""
    extract_id = register(store, run, "a.csv", folder)
    register(store, run, "a.csv", folder)
    assert len(ties_of(query, extract_id)) == 1


@pytest.mark.parametrize(
    "variant",
    [
        str.swapcase,
        pytest.param("{} ".format, marks=pytest.mark.needs("blanks at the end of a name")),
        "{}é".format,
    ],
)
def test_file_names_compare_exactly(store: Store, run: Row, folder: str, variant: Callable[[str], str]) -> None:
    """Case, a trailing space and an accent make another file."""
    assert register(store, run, "Teams.csv", folder) != register(store, run, variant("Teams.csv"), folder)


def test_two_folders_may_hold_files_of_one_name(store: Store, run: Row, folder: str) -> None:
    """An extract is unique by location and file name."""
    first = register(store, run, "Teams.csv", folder + "/a")
    second = register(store, run, "Teams.csv", folder + "/b")
    assert first != second


# ---- file types, compression, size


@pytest.mark.parametrize(
    ("filename", "filetype", "code"),
    [
        ("a.csv", None, "csv"),
        ("a.b.csv", None, "csv"),
        ("a.xyz", None, None),
        ("acsv", None, None),
        ("csv", None, None),
        ("a.", None, None),
        ("a.csv.gz", None, None),
        ("a.dat", "csv", "csv"),
        ("a.dat", "Comma Separated Values", "csv"),
    ],
)
def test_the_file_type(
    store: Store, run: Row, folder: str, filename: str, filetype: str | None, code: str | None
) -> None:
    """It is given by code or name, or comes from the name's ending; an unknown ending has none."""
    row = extract_of(store, register(store, run, filename, folder, filetype=filetype))
    assert row["extract_filetype_code"] == code
    assert row["extract_filetype"] == ("Comma Separated Values" if code else None)


@pytest.mark.parametrize(
    ("parameter", "value"),
    [("filetype", "parchment"), ("filetype", "CSV"), ("compression_type", "squeeze")],
)
def test_an_unknown_type_that_is_given_is_refused(
    store: Store, run: Row, folder: str, parameter: str, value: str
) -> None:
    """A file or compression type that is given must exist; nothing is registered then."""
    with pytest.raises(LookupNotFound) as caught:
        register(store, run, "a.dat", folder, status="ready", **{parameter: value})
    refusal(caught.value, value)
    assert store.call("find_extracts_by_location", location_path=folder) == []


def test_the_compression_type(store: Store, run: Row, folder: str) -> None:
    """The preloaded compression type is known."""
    row = extract_of(store, register(store, run, "a.csv", folder, compression_type="zip"))
    assert row["extract_compression_type"] == "zip"


@pytest.mark.parametrize(
    ("given", "size", "unit"),
    [
        ("1024", "1024", "B"),
        ("0", "0", "B"),
        ("10 B", "10", "B"),
        ("10b", "10", "B"),
        ("1 KB", "1", "KB"),
        ("12.5 MB", "12.5", "MB"),
        ("12.5mb", "12.5", "MB"),
        ("3 Gb", "3", "GB"),
        ("123456789012", "123456789012", "B"),
    ],
)
def test_the_size(store: Store, run: Row, folder: str, given: str, size: str, unit: str) -> None:
    """A number with a unit in any case, bytes without one."""
    row = extract_of(store, register(store, run, "a.csv", folder, file_size=given))
    assert row["extract_filesize"] == Decimal(size)
    assert row["filesize_type_code"] == unit


@pytest.mark.parametrize("given", ["big", "12 TB", "-1", "-1 KB", "KB", "1 2 KB", "1,5 MB"])
def test_a_size_that_is_none_is_refused(store: Store, run: Row, folder: str, given: str) -> None:
    """Anything else is refused, and named; nothing is registered then."""
    with pytest.raises(InvalidArgument) as caught:
        register(store, run, "a.csv", folder, status="ready", file_size=given)
    refusal(caught.value, given)
    assert store.call("find_extracts_by_location", location_path=folder) == []


# ---- locations


def location_of(store: Store, run: Row, path: str, **parameters: object) -> Row:
    """The location columns of an extract that is registered at the path."""
    row = extract_of(store, register(store, run, "a.csv", path, **parameters))
    return {key: value for key, value in row.items() if key.startswith("location_")}


@pytest.mark.parametrize(
    ("path", "kind", "bucket"),
    [
        ("/data/{}", "Local Filesystem", None),
        ("data/{}", "Local Filesystem", None),
        ("//server/share/{}", "Local Filesystem", None),
        ("C:\\data\\{}", "Local Filesystem", None),
        ("/mnt/s3://{}", "Local Filesystem", None),
        ("s3bucket/{}", "Local Filesystem", None),
        ("s3://My-Bucket/{}", "S3", "My-Bucket"),
        ("S3://my-bucket/a/{}", "S3", "my-bucket"),
        ("s3a://my-bucket/{}", "S3", "my-bucket"),
        ("s3n://my-bucket/{}", "S3", "my-bucket"),
        ("S3A://my-bucket/{}", "S3", "my-bucket"),
    ],
)
def test_the_location_type_comes_from_the_path(
    store: Store, run: Row, name: Name, path: str, kind: str, bucket: str | None
) -> None:
    """S3 by its scheme, in any case, with its bucket; else local."""
    path = path.format(name("folder"))
    location = location_of(store, run, path)
    assert location["location_path"] == path
    assert location["location_type_name"] == kind
    assert location["location_bucket_name"] == bucket


def test_a_bucket_alone_is_a_location(store: Store, run: Row, name: Name) -> None:
    """The bucket gives the location its name, too."""
    bucket = name("bucket")
    location = location_of(store, run, f"s3://{bucket}/")
    assert location["location_path"] == f"s3://{bucket}"
    assert location["location_bucket_name"] == bucket
    assert location["location_name"] == bucket


def test_a_trailing_slash_makes_no_difference(store: Store, run: Row, folder: str) -> None:
    """A location is its path, less a trailing slash: for registering and for finding."""
    first = register(store, run, "a.csv", folder + "/", status="ready")
    assert register(store, run, "a.csv", folder) == first
    assert extract_of(store, first)["location_path"] == folder
    for path in (folder, folder + "/"):
        assert ids(store.call("find_extracts_by_location", location_path=path)) == [first]


def test_paths_compare_exactly(store: Store, run: Row, folder: str) -> None:
    """Folders that differ in case are two locations."""
    first = location_of(store, run, folder)
    second = location_of(store, run, folder.swapcase())
    assert first["location_id"] != second["location_id"]


def test_the_root_folder_is_a_location(store: Store, run: Row, name: Name) -> None:
    """A path that is nothing but a slash is kept, and gets some name."""
    row = extract_of(store, register(store, run, name("a.csv"), "/"))
    assert row["location_path"] == "/"
    assert row["location_name"].strip()


def test_the_location_may_be_named(store: Store, run: Row, folder: str, name: Name) -> None:
    """A name that is given is the location's."""
    location_name = name("Lahman Baseball Databank")
    assert location_of(store, run, folder, location_name=location_name)["location_name"] == (location_name)


def test_the_locations_name_is_its_last_folder(store: Store, run: Row, name: Name) -> None:
    """The same last folder of other paths gets something unique behind it."""
    core = name("core")
    names = [
        location_of(store, run, path)["location_name"]
        for path in (f"/2018/{core}/", f"/2019/{core}", f"s3://2020/{core}", f"/2018/{core}")
    ]
    assert names[0] == names[3] == core
    assert all(other.startswith(f"{core} - ") for other in names[1:3])
    assert names[1] != names[2]


def test_a_derived_name_avoids_a_given_one(store: Store, run: Row, name: Name) -> None:
    """A name that somebody gave counts as taken."""
    core = name("core")
    location_of(store, run, f"/x/{name('folder')}", location_name=core)
    assert location_of(store, run, f"/2018/{core}")["location_name"].startswith(f"{core} - ")


def test_another_name_for_a_known_path_changes_nothing(store: Store, run: Row, folder: str, name: Name) -> None:
    """A location is its path."""
    first = location_of(store, run, folder, location_name=name("First"))
    assert location_of(store, run, folder, location_name=name("Second")) == first


def test_the_name_of_another_path_is_a_duplicate(store: Store, run: Row, folder: str, name: Name) -> None:
    """Nothing is registered then."""
    location_name = name("Location")
    location_of(store, run, folder, location_name=location_name)
    other = folder + "/other"
    with pytest.raises(Duplicate) as caught:
        register(store, run, "a.csv", other, location_name=location_name, status="ready")
    refusal(caught.value, location_name)
    assert store.call("find_extracts_by_location", location_path=other) == []


# ---- what an extract inherits


def links_of(query: Query, extract_id: int) -> dict[str, list[str]]:
    """Names of the extract's dataset types, sources and source objects."""
    columns = {
        "dataset_type": "dataset_type",
        "source": "source_name",
        "source_object": "source_object_name",
    }
    return {
        kind: [
            row[column]
            for row in query(
                f"SELECT x.{column} FROM {{s}}.extract_{kind} l"
                f" JOIN {{s}}.{kind}_lkup x ON x.{kind}_id = l.{kind}_id"
                f" WHERE l.extract_id = {extract_id} ORDER BY x.{column}"
            )
        ]
        for kind, column in columns.items()
    }


@pytest.mark.parametrize("many", [False, True], ids=["register_extract", "register_extracts"])
def test_an_extract_inherits_from_the_process(
    store: Store, started: Started, query: Query, name: Name, folder: str, many: bool
) -> None:
    """Dataset types, sources and source objects of the process become the extract's; no targets."""
    dataset_type = add_dataset_type(query, name("Category"))
    a, b = name("A"), name("B")
    run = started(
        dataset_types=[dataset_type],
        sources={a: {"o": ["x"]}, b: []},
        targets=[name("Target")],
    )
    if many:
        extract_id = register_ready(store, run, folder, ["a.csv"])["a.csv"]
    else:
        extract_id = register(store, run, "a.csv", folder)
    assert links_of(query, extract_id) == {
        "dataset_type": [dataset_type],
        "source": [a, b],
        "source_object": ["o"],
    }


def test_a_known_extract_inherits_from_the_next_process_too(
    store: Store, started: Started, query: Query, name: Name, folder: str
) -> None:
    """Links are added, none is taken away."""
    a, b = name("A"), name("B")
    extract_id = register(store, started(sources=[a]), "a.csv", folder)
    register(store, started(sources=[b]), "a.csv", folder)
    assert links_of(query, extract_id)["source"] == [a, b]


# ---- register_extracts


def rows_of(store: Store, run: Row, folder: str, files: object, **parameters: object) -> list[Row]:
    """What register_extracts returns."""
    rows = store.call(
        "register_extracts",
        process_tracking_id=run["process_tracking_id"],
        location_path=folder,
        files=files,
        **parameters,
    )
    assert isinstance(rows, list)
    return rows


def test_many_extracts_are_registered_in_one_call(store: Store, run: Row, folder: str, query: Query) -> None:
    """They are new, ready, tied to the run, and each file comes back once."""
    rows = rows_of(store, run, folder, ["b.csv", "a.csv", "c.xyz"])
    assert {row["extract_filename"] for row in rows} == {"a.csv", "b.csv", "c.xyz"}
    assert len(rows) == 3
    assert all(row["is_new"] is True for row in rows)
    for row in rows:
        extract = extract_of(store, row["extract_id"])
        assert extract["extract_filename"] == row["extract_filename"]
        assert extract["extract_status_name"] == "ready"
        assert extract["location_path"] == folder
        (tie,) = ties_of(query, row["extract_id"])
        assert tie["process_tracking_id"] == run["process_tracking_id"]
        assert tie["extract_status_name"] == "ready"


def test_known_extracts_come_back_with_the_new_ones(store: Store, run: Row, folder: str) -> None:
    """A known extract keeps its status and is not new."""
    first = register_ready(store, run, folder, ["a.csv", "b.csv"])
    set_status(store, run, first["a.csv"], "archived")
    rows = rows_of(store, run, folder, ["a.csv", "b.csv", "c.csv"])
    assert {row["extract_filename"]: row["is_new"] for row in rows} == {
        "a.csv": False,
        "b.csv": False,
        "c.csv": True,
    }
    assert {row["extract_filename"]: row["extract_id"] for row in rows}.items() >= first.items()
    assert extract_status(store, first["a.csv"]) == "archived"


def test_the_status_of_many_may_be_given(store: Store, run: Row, folder: str) -> None:
    """A given status is for the known extracts too."""
    known = register(store, run, "a.csv", folder)
    found = register_ready(store, run, folder, ["a.csv", "b.csv"], status="loaded")
    assert found["a.csv"] == known
    assert {extract_status(store, extract_id) for extract_id in found.values()} == {"loaded"}


def test_no_files_are_no_error(store: Store, run: Row, folder: str) -> None:
    """An empty array registers nothing."""
    assert rows_of(store, run, folder, []) == []


DETAILS = {
    "size": "1.5 MB",
    "compression_type": "zip",
    "filetype": "csv",
    "write_low_date": LOW,
    "write_high_date": HIGH,
    "write_record_count": 3_000_000_000,
    "load_low_date": LOW + DAY,
    "load_high_date": HIGH + DAY,
    "load_record_count": 2,
}


def test_files_may_come_with_details(store: Store, run: Row, folder: str) -> None:
    """Names and objects may be mixed; each detail lands in its column."""
    found = register_ready(store, run, folder, ["plain.csv", {"name": "rich.dat", **DETAILS}])
    row = extract_of(store, found["rich.dat"])
    assert row["extract_filesize"] == Decimal("1.5")
    assert row["filesize_type_code"] == "MB"
    assert row["extract_compression_type"] == "zip"
    assert row["extract_filetype_code"] == "csv"
    assert row["extract_write_low_date_time"] == LOW
    assert row["extract_write_high_date_time"] == HIGH
    assert row["extract_write_record_count"] == 3_000_000_000
    assert row["extract_load_low_date_time"] == LOW + DAY
    assert row["extract_load_high_date_time"] == HIGH + DAY
    assert row["extract_load_record_count"] == 2
    plain = extract_of(store, found["plain.csv"])
    assert plain["extract_filesize"] is None
    assert plain["extract_write_low_date_time"] is None


def test_a_size_may_be_a_number_of_bytes(store: Store, run: Row, folder: str) -> None:
    """In JSON, a number is a number of bytes."""
    found = register_ready(store, run, folder, [{"name": "a.csv", "size": 4711}])
    row = extract_of(store, found["a.csv"])
    assert (row["extract_filesize"], row["filesize_type_code"]) == (4711, "B")


def test_dates_in_json_are_utc_without_a_zone(store: Store, run: Row, folder: str) -> None:
    """Like datetimes elsewhere."""
    files = (
        '[{"name": "a.csv", "write_low_date": "2024-03-31T02:30:00", "write_high_date": "2024-03-31T04:30:00+02:00"}]'
    )
    (row,) = rows_of(store, run, folder, files)
    extract = extract_of(store, row["extract_id"])
    moment = datetime(2024, 3, 31, 2, 30, tzinfo=UTC)
    assert extract["extract_write_low_date_time"] == moment
    assert extract["extract_write_high_date_time"] == moment


def test_details_of_a_known_extract(store: Store, run: Row, folder: str) -> None:
    """Dates are merged, the rest is replaced, and what is not given stays."""
    extract_id = register_ready(store, run, folder, [{"name": "a.csv", **DETAILS}])["a.csv"]
    (row,) = rows_of(
        store,
        run,
        folder,
        [
            {
                "name": "a.csv",
                "size": "2 GB",
                "write_low_date": LOW + DAY,
                "write_high_date": HIGH + DAY,
                "write_record_count": 1,
            }
        ],
    )
    assert (row["extract_id"], row["is_new"]) == (extract_id, False)
    extract = extract_of(store, extract_id)
    assert (extract["extract_filesize"], extract["filesize_type_code"]) == (2, "GB")
    assert extract["extract_write_low_date_time"] == LOW
    assert extract["extract_write_high_date_time"] == HIGH + DAY
    assert extract["extract_write_record_count"] == 1
    assert extract["extract_load_record_count"] == 2
    assert extract["extract_compression_type"] == "zip"


def test_two_thousand_files_are_one_call(store: Store, run: Row, folder: str) -> None:
    """A whole folder is registered at once, and found at once."""
    filenames = [f"{number:04}.csv" for number in range(2000)]
    found = register_ready(store, run, folder, filenames)
    assert sorted(found) == filenames
    assert len(store.call("find_extracts_by_location", location_path=folder)) == 2000


def test_one_wrong_file_registers_none(store: Store, run: Row, folder: str) -> None:
    """The whole call succeeds, or nothing changes."""
    with pytest.raises(InvalidArgument):
        rows_of(store, run, folder, ["a.csv", {"name": "b.csv", "size": "huge"}])
    assert store.call("find_extracts_by_location", location_path=folder) == []


# ---- statuses


@pytest.mark.parametrize("status", ["initializing", "ready", "loading", "loaded", "archived", "deleted", "error"])
def test_every_preloaded_status_can_be_given(store: Store, run: Row, folder: str, query: Query, status: str) -> None:
    """The extract has the status, and the tie to the run says who gave it."""
    extract_id = register(store, run, "a.csv", folder)
    set_status(store, run, extract_id, status)
    assert extract_status(store, extract_id) == status
    (tie,) = ties_of(query, extract_id)
    assert tie["extract_status_name"] == status


def test_a_status_by_another_run_is_an_event_of_that_run(
    store: Store, started: Started, run: Row, folder: str, query: Query
) -> None:
    """Each run's tie keeps the status that it gave, and when."""
    extract_id = register(store, run, "a.csv", folder, status="ready")
    other = started()
    set_status(store, other, extract_id, "loading")
    first, second = ties_of(query, extract_id)
    assert first["extract_status_name"] == "ready"
    assert second["process_tracking_id"] == other["process_tracking_id"]
    assert second["extract_status_name"] == "loading"
    assert second["extract_process_event_date_time"] > first["extract_process_event_date_time"]


@pytest.mark.parametrize("bulk", [False, True])
def test_an_unknown_status_is_added(store: Store, run: Row, folder: str, query: Query, name: Name, bulk: bool) -> None:
    """A custom status is added once, and can be searched for."""
    status = name("quarantined")
    found = register_ready(store, run, folder, ["a.csv", "b.csv"])
    if bulk:
        bulk_change(store, run, list(found.values()), status)
    else:
        for extract_id in found.values():
            set_status(store, run, extract_id, status)
    rows = store.call("find_extracts_by_location", location_path=folder, status=status)
    assert len(rows) == 2
    assert len({row["extract_status_id"] for row in rows}) == 1
    known = query(f"SELECT created_by FROM {{s}}.extract_status_lkup WHERE extract_status_name = {literal(status)}")
    assert len(known) == 1
    assert known[0]["created_by"] != 0


def test_initialized_means_initializing(store: Store, run: Row, folder: str) -> None:
    """The workflow page's word is taken for the status."""
    extract_id = register(store, run, "a.csv", folder, status="ready")
    set_status(store, run, extract_id, "initialized")
    assert extract_status(store, extract_id) == "initializing"


def bulk_change(store: Store, run: Row, extract_ids: object, status: str) -> None:
    """Gives the extracts the status on behalf of the run."""
    store.call(
        "bulk_change_extract_status",
        process_tracking_id=run["process_tracking_id"],
        extract_ids=extract_ids,
        new_status=status,
    )


def test_bulk_changes_all_and_only_the_given(
    store: Store, started: Started, run: Row, folder: str, query: Query
) -> None:
    """The extracts get the status and are tied to the run; a repeated id counts once."""
    found = register_ready(store, run, folder, ["a.csv", "b.csv", "c.csv"])
    other = started()
    bulk_change(store, other, [found["a.csv"], found["b.csv"], found["a.csv"]], "loading")
    assert [extract_status(store, found[key]) for key in sorted(found)] == [
        "loading",
        "loading",
        "ready",
    ]
    for key, ties in (("a.csv", 2), ("b.csv", 2), ("c.csv", 1)):
        assert len(ties_of(query, found[key])) == ties
    last = ties_of(query, found["a.csv"])[-1]
    assert last["process_tracking_id"] == other["process_tracking_id"]
    assert last["extract_status_name"] == "loading"


def test_an_empty_batch_changes_nothing(store: Store, run: Row) -> None:
    """It is no error."""
    bulk_change(store, run, [], "loading")


@pytest.mark.parametrize("status", ["ready", "loading"])
@pytest.mark.parametrize("unknown", [UNKNOWN, "the next", -(2**63), 2**63 - 1])
def test_bulk_with_an_unknown_extract_changes_nothing(
    store: Store, run: Row, folder: str, unknown: int | str, status: str
) -> None:
    """The whole batch succeeds, or nothing changes; the unknown id is named."""
    extract_id = register(store, run, "a.csv", folder)
    missing = extract_id + 1 if unknown == "the next" else unknown
    with pytest.raises(ExtractNotFound) as caught:
        bulk_change(store, run, [extract_id, missing], status)
    refusal(caught.value, missing)
    assert extract_status(store, extract_id) == "initializing"


def test_extracts_that_do_not_follow_one_another(store: Store, run: Row, folder: str) -> None:
    """A batch reaches those that it names, and none between them."""
    found = register_ready(store, run, folder, ["a.csv", "b.csv", "c.csv"])
    bulk_change(store, run, [found["a.csv"], found["c.csv"]], "loaded")
    bulk_change(store, run, list(found.values()), "loaded")
    bulk_change(store, run, [found["c.csv"], found["a.csv"]], "archived")
    assert [extract_status(store, found[key]) for key in sorted(found)] == ["archived", "loaded", "archived"]


# ---- dependencies


def depend(store: Store, parent: int, child: int, **dependency_type: str | None) -> None:
    """Makes the child wait for the parent."""
    store.call(
        "add_extract_dependency",
        parent_extract_id=parent,
        child_extract_id=child,
        **dependency_type,
    )


@pytest.fixture
def pair(store: Store, run: Row, folder: str) -> tuple[int, int]:
    """Ids of two ready extracts."""
    found = register_ready(store, run, folder, ["parent.csv", "child.csv"])
    return found["parent.csv"], found["child.csv"]


Load = Callable[[Store, Row, str, int], None]


def load_one(store: Store, run: Row, folder: str, child: int) -> None:
    """Loads by change_extract_status."""
    set_status(store, run, child, "loading")


def load_bulk(store: Store, run: Row, folder: str, child: int) -> None:
    """Loads by bulk_change_extract_status."""
    bulk_change(store, run, [child], "loading")


def load_register(store: Store, run: Row, folder: str, child: int) -> None:
    """Loads by registering the known extract with the status."""
    register(store, run, "child.csv", folder, status="loading")


def load_register_many(store: Store, run: Row, folder: str, child: int) -> None:
    """Loads by registering the known extract, among many, with the status."""
    register_ready(store, run, folder, ["new.csv", "child.csv"], status="loading")


WAYS = [load_one, load_bulk, load_register, load_register_many]


@pytest.mark.parametrize("load", WAYS)
@pytest.mark.parametrize("kind", [{}, {"dependency_type": "Hard"}])
def test_an_unloaded_parent_blocks_the_loading(
    store: Store, run: Row, folder: str, pair: tuple[int, int], load: Load, kind: dict[str, str]
) -> None:
    """To loading only when every parent is done, by whichever routine; the parent is named."""
    parent, child = pair
    depend(store, parent, child, **kind)
    with pytest.raises(ExtractDependencyBlocked) as caught:
        load(store, run, folder, child)
    refusal(caught.value, "parent.csv")
    assert extract_status(store, child) == "ready"
    assert len(store.call("find_extracts_by_location", location_path=folder)) == 2


@pytest.mark.parametrize("load", WAYS)
def test_a_soft_dependency_never_blocks(store: Store, run: Row, folder: str, pair: tuple[int, int], load: Load) -> None:
    """A parent of the type Soft does not block."""
    parent, child = pair
    depend(store, parent, child, dependency_type="Soft")
    load(store, run, folder, child)
    assert extract_status(store, child) == "loading"


@pytest.mark.parametrize(
    ("status", "blocks"),
    [
        ("initializing", True),
        ("ready", True),
        ("loading", True),
        ("error", True),
        ("quarantined", True),
        ("loaded", False),
        ("archived", False),
        ("deleted", False),
    ],
)
def test_which_parents_block(store: Store, run: Row, pair: tuple[int, int], status: str, blocks: bool) -> None:
    """Loaded, archived and deleted parents are done; all others block."""
    parent, child = pair
    depend(store, parent, child)
    set_status(store, run, parent, status)
    if blocks:
        with pytest.raises(ExtractDependencyBlocked):
            set_status(store, run, child, "loading")
    else:
        set_status(store, run, child, "loading")
    assert extract_status(store, child) == ("ready" if blocks else "loading")


@pytest.mark.parametrize("status", ["loaded", "archived", "error", "quarantined", "initializing"])
def test_only_loading_waits_for_parents(store: Store, run: Row, pair: tuple[int, int], status: str) -> None:
    """Any other status is given, whatever the parents'."""
    parent, child = pair
    depend(store, parent, child)
    set_status(store, run, child, status)
    assert extract_status(store, child) == status


def test_every_parent_must_be_done(store: Store, run: Row, folder: str) -> None:
    """The refusal names each parent that blocks, and none that does not."""
    found = register_ready(store, run, folder, ["one.csv", "two.csv", "done.csv", "child.csv"])
    set_status(store, run, found["done.csv"], "loaded")
    for parent in ("one.csv", "two.csv", "done.csv"):
        depend(store, found[parent], found["child.csv"])
    with pytest.raises(ExtractDependencyBlocked) as caught:
        set_status(store, run, found["child.csv"], "loading")
    refusal(caught.value, "one.csv", "two.csv")
    assert "done.csv" not in str(caught.value)


def test_a_grandparent_does_not_block(store: Store, run: Row, folder: str) -> None:
    """Only the parents themselves count."""
    found = register_ready(store, run, folder, ["a.csv", "b.csv", "c.csv"])
    depend(store, found["a.csv"], found["b.csv"])
    depend(store, found["b.csv"], found["c.csv"])
    set_status(store, run, found["b.csv"], "loaded")
    set_status(store, run, found["c.csv"], "loading")
    assert extract_status(store, found["c.csv"]) == "loading"


@pytest.mark.parametrize("parent_status", ["ready", "loaded"])
def test_a_parent_in_the_same_batch_blocks(store: Store, run: Row, pair: tuple[int, int], parent_status: str) -> None:
    """A parent that goes to loading in the same batch is not done; nothing changes."""
    parent, child = pair
    depend(store, parent, child)
    set_status(store, run, parent, parent_status)
    with pytest.raises(ExtractDependencyBlocked) as caught:
        bulk_change(store, run, [child, parent], "loading")
    refusal(caught.value, "parent.csv")
    assert extract_status(store, parent) == parent_status
    assert extract_status(store, child) == "ready"


def test_a_soft_parent_in_the_same_batch_does_not_block(store: Store, run: Row, pair: tuple[int, int]) -> None:
    """Soft never blocks."""
    parent, child = pair
    depend(store, parent, child, dependency_type="Soft")
    bulk_change(store, run, [child, parent], "loading")
    assert [extract_status(store, extract_id) for extract_id in pair] == ["loading"] * 2


def test_one_blocked_extract_stops_the_whole_batch(store: Store, run: Row, folder: str, pair: tuple[int, int]) -> None:
    """The whole batch succeeds, or nothing changes."""
    parent, child = pair
    free = register(store, run, "free.csv", folder, status="ready")
    depend(store, parent, child)
    with pytest.raises(ExtractDependencyBlocked):
        bulk_change(store, run, [free, child], "loading")
    assert extract_status(store, free) == "ready"


def test_a_dependency_may_be_given_twice(store: Store, run: Row, pair: tuple[int, int]) -> None:
    """A type that is given replaces the stored one; without one it stays."""
    parent, child = pair
    depend(store, parent, child)
    depend(store, parent, child)
    depend(store, parent, child, dependency_type="Soft")
    depend(store, parent, child)
    set_status(store, run, child, "loading")
    set_status(store, run, child, "ready")
    depend(store, parent, child, dependency_type="Hard")
    with pytest.raises(ExtractDependencyBlocked):
        set_status(store, run, child, "loading")


def test_an_extract_does_not_depend_on_itself(store: Store, pair: tuple[int, int]) -> None:
    """The shortest circle."""
    with pytest.raises(DependencyCycle) as caught:
        depend(store, pair[0], pair[0])
    refusal(caught.value)


@pytest.mark.parametrize("length", [2, 3, 5])
@pytest.mark.parametrize("kind", [{}, {"dependency_type": "Soft"}])
def test_a_circle_is_refused(
    store: Store, run: Row, folder: str, query: Query, length: int, kind: dict[str, str]
) -> None:
    """A chain does not close, whatever the type of the dependency; the chain stays."""
    found = list(register_ready(store, run, folder, [f"{n}.csv" for n in range(length)]).values())
    for parent, child in pairwise(found):
        depend(store, parent, child)
    with pytest.raises(DependencyCycle):
        depend(store, found[-1], found[0], **kind)
    rows = query(
        f"SELECT count(*) AS n FROM {{s}}.extract_dependency WHERE parent_extract_id IN ({', '.join(map(str, found))})"
    )
    assert rows[0]["n"] == length - 1


def test_a_diamond_is_no_circle(store: Store, run: Row, folder: str) -> None:
    """Two ways from one extract to another are fine."""
    found = register_ready(store, run, folder, ["top", "left", "right", "bottom"])
    for parent, child in (
        ("top", "left"),
        ("top", "right"),
        ("left", "bottom"),
        ("right", "bottom"),
        ("top", "bottom"),
    ):
        depend(store, found[parent], found[child])


# ---- dates and counts


def set_dates(
    store: Store,
    extract_id: int,
    low: object = None,
    high: object = None,
    audit_type: str | None = None,
) -> None:
    """Reports dates of the extract's data."""
    store.call(
        "set_extract_low_high_dates",
        extract_id=extract_id,
        low_date=low,
        high_date=high,
        audit_type=audit_type,
    )


def dates_of(store: Store, extract_id: int, audit_type: str) -> tuple[object, object]:
    """The dates that the extract has."""
    row = extract_of(store, extract_id)
    return row[f"extract_{audit_type}_low_date_time"], row[f"extract_{audit_type}_high_date_time"]


@pytest.fixture
def extract_id(store: Store, run: Row, folder: str) -> int:
    """An extract."""
    return register(store, run, "a.csv", folder)


@pytest.mark.parametrize(
    ("audit_type", "own", "other"),
    [(None, "load", "write"), ("load", "load", "write"), ("write", "write", "load")],
)
def test_load_and_write_are_apart(store: Store, extract_id: int, audit_type: str | None, own: str, other: str) -> None:
    """Dates and counts are the loader's by default; the writer's are others."""
    set_dates(store, extract_id, LOW, HIGH, audit_type)
    store.call("set_extract_record_count", extract_id=extract_id, num_records=792, audit_type=audit_type)
    row = extract_of(store, extract_id)
    assert dates_of(store, extract_id, own) == (LOW, HIGH)
    assert row[f"extract_{own}_record_count"] == 792
    assert dates_of(store, extract_id, other) == (None, None)
    assert row[f"extract_{other}_record_count"] is None
    assert row["extract_status_name"] == "initializing"


@pytest.mark.parametrize("audit_type", ["load", "write"])
@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ([(LOW, None)], (LOW, None)),
        ([(None, HIGH)], (None, HIGH)),
        ([(LOW, HIGH), (None, None)], (LOW, HIGH)),
        ([(LOW, HIGH), (LOW - DAY, HIGH + DAY)], (LOW - DAY, HIGH + DAY)),
        ([(LOW, HIGH), (LOW + DAY, HIGH - DAY)], (LOW, HIGH)),
        ([(LOW, LOW)], (LOW, LOW)),
    ],
)
def test_the_lowest_and_the_highest_dates_are_kept(
    store: Store, extract_id: int, audit_type: str, calls: Any, expected: object
) -> None:
    """Each call widens the range; a side that is not given stays."""
    for low, high in calls:
        set_dates(store, extract_id, low, high, audit_type)
    assert dates_of(store, extract_id, audit_type) == expected


@pytest.mark.parametrize(
    ("before", "low", "high"),
    [((None, None), HIGH, LOW), ((None, LOW), HIGH, None), ((HIGH, None), None, LOW)],
)
def test_a_low_date_above_the_high_date_is_refused(
    store: Store, extract_id: int, before: tuple[object, object], low: object, high: object
) -> None:
    """Also when one of the two is the stored one; nothing changes then."""
    set_dates(store, extract_id, *before)
    with pytest.raises(InvalidArgument) as caught:
        set_dates(store, extract_id, low, high)
    refusal(caught.value, "2024-06-07", "2024-01-02")
    assert dates_of(store, extract_id, "load") == before


@pytest.mark.parametrize(("reports", "expected"), [([5], 5), ([5, 3], 3), ([0], 0), ([5, 0], 0), ([2**40], 2**40)])
def test_a_count_is_replaced(store: Store, extract_id: int, reports: list[int], expected: int) -> None:
    """The extract's count is the last one."""
    for number in reports:
        store.call("set_extract_record_count", extract_id=extract_id, num_records=number)
    assert extract_of(store, extract_id)["extract_load_record_count"] == expected


# ---- finding


@pytest.fixture
def found(store: Store, run: Row, folder: str, name: Name) -> dict[str, int]:
    """Ids by name of ready files of one location, whose names have a part of their own."""
    part = name("x").split()[1]
    filenames = [f"{part}{rest}" for rest in ("_1.csv", "%2.csv", "31.csv", "_A.CSV", "_a.csv")]
    return register_ready(store, run, folder, filenames)


@pytest.mark.parametrize(
    ("rest", "hits"),
    [
        ("", ["%2.csv", "31.csv", "_1.csv", "_A.CSV", "_a.csv"]),
        ("_", ["_1.csv", "_A.CSV", "_a.csv"]),
        ("%", ["%2.csv"]),
        ("_1.csv", ["_1.csv"]),
        ("_a", ["_a.csv"]),
        ("_A", ["_A.CSV"]),
        ("?", []),
        ("*", []),
        ("[", []),
        ("\\_", []),
        (".csv", []),
    ],
)
def test_a_part_of_the_name_is_found_literally(store: Store, found: dict[str, int], rest: str, hits: list[str]) -> None:
    """Underscores and percent signs are no wildcards, and case counts."""
    part = next(iter(found))[:12]
    rows = store.call("find_extracts_by_filename", filename=part + rest)
    assert sorted(row["extract_filename"] for row in rows) == [part + hit for hit in hits]


@pytest.mark.parametrize("start", [0, 3, 6])
def test_the_part_may_be_anywhere(store: Store, run: Row, folder: str, name: Name, start: int) -> None:
    """At the beginning, in the middle, at the end."""
    part = name("x").split()[1]
    filename = "abcdef"[:start] + part + "abcdef"[start:]
    extract_id = register(store, run, filename, folder, status="ready")
    rows = store.call("find_extracts_by_filename", filename=part)
    assert ids(rows) == [extract_id]


FINDERS = ["find_extracts_by_filename", "find_extracts_by_location", "find_extracts_by_process"]


Three = tuple[Row, dict[str, dict[str, str]], list[int]]


@pytest.fixture
def three(store: Store, started: Started, name: Name) -> Three:
    """A run, the parameters by which each finder finds its three extracts, and their ids.

    The extracts are registered one after the other, against the order of their names."""
    run = started()
    part, location_name = name("x").split()[1], name("Location")
    path = f"/data/{name('folder')}"
    extract_ids = [
        register(store, run, f"{letter}{part}", path, location_name=location_name, status="ready") for letter in "cab"
    ]
    parameters = {
        "find_extracts_by_filename": {"filename": part},
        "find_extracts_by_location": {"location_name": location_name},
        "find_extracts_by_process": {"process_name": run["process_name"]},
    }
    return run, parameters, extract_ids


@pytest.mark.parametrize("finder", FINDERS)
def test_extracts_come_in_the_order_of_their_registration(store: Store, three: Three, finder: str) -> None:
    """By registration time, then id; a change of status moves none."""
    run, parameters, extract_ids = three
    set_status(store, run, extract_ids[0], "loaded")
    set_status(store, run, extract_ids[0], "ready")
    assert ids(store.call(finder, **parameters[finder])) == extract_ids


@pytest.mark.parametrize("finder", FINDERS)
def test_extracts_of_one_call_come_in_the_order_of_their_ids(store: Store, three: Three, finder: str) -> None:
    """Extracts of one registration have one time, and then their ids decide."""
    run, parameters, extract_ids = three
    part = parameters["find_extracts_by_filename"]["filename"]
    path = extract_of(store, extract_ids[0])["location_path"]
    new = register_ready(store, run, path, [f"{letter}{part}" for letter in "zyx"])
    rows = store.call(finder, **parameters[finder])
    assert ids(rows) == extract_ids + sorted(new.values())


@pytest.mark.parametrize("finder", FINDERS)
def test_ready_extracts_are_found_by_default(store: Store, three: Three, finder: str, name: Name) -> None:
    """Another status is searched for by name, a custom one too."""
    run, parameters, (first, second, third) = three
    custom = name("quarantined")
    set_status(store, run, first, "loaded")
    set_status(store, run, second, custom)
    assert ids(store.call(finder, **parameters[finder])) == [third]
    for status, expected in (("loaded", [first]), (custom, [second]), ("archived", [])):
        assert ids(store.call(finder, status=status, **parameters[finder])) == expected


@pytest.mark.parametrize("finder", FINDERS)
def test_an_unknown_status_is_not_found(store: Store, three: Three, finder: str, query: Query, name: Name) -> None:
    """Finding adds no status."""
    status = name("unheard of")
    with pytest.raises(LookupNotFound) as caught:
        store.call(finder, status=status, **three[1][finder])
    refusal(caught.value, status)
    assert not query(
        f"SELECT extract_status_id FROM {{s}}.extract_status_lkup WHERE extract_status_name = {literal(status)}"
    )


@pytest.mark.parametrize("finder", FINDERS)
def test_finders_show_what_get_extract_shows(store: Store, three: Three, finder: str) -> None:
    """The same columns, in the contract's order, with the same values."""
    _, parameters, extract_ids = three
    rows = store.call(finder, **parameters[finder])
    assert rows == [extract_of(store, extract_id) for extract_id in extract_ids]
    assert list(rows[0]) == [result.name for result in contract.load().routine(finder).results]


@pytest.mark.parametrize("finder", FINDERS)
def test_finding_changes_nothing(store: Store, three: Three, finder: str, query: Query) -> None:
    """No tie, no status, no date."""
    _, parameters, extract_ids = three
    before = [(extract_of(store, i), ties_of(query, i)) for i in extract_ids]
    store.call(finder, **parameters[finder])
    assert [(extract_of(store, i), ties_of(query, i)) for i in extract_ids] == before


@pytest.mark.parametrize("key", ["location_name", "location_path"])
def test_a_location_is_found_by_name_or_by_path(store: Store, three: Three, key: str) -> None:
    """Either is enough."""
    extract_ids = three[2]
    value = extract_of(store, extract_ids[0])[key]
    assert ids(store.call("find_extracts_by_location", **{key: value})) == extract_ids


@pytest.mark.parametrize("key", ["location_name", "location_path"])
def test_a_location_is_found_exactly(store: Store, three: Three, key: str) -> None:
    """Neither another case nor a part of it nor a wildcard finds a location."""
    value = extract_of(store, three[2][0])[key]
    for wrong in (value.swapcase(), value[:-1], value + "%", value[:-1] + "_", "%"):
        assert store.call("find_extracts_by_location", **{key: wrong}) == []


def test_an_unknown_location_has_no_extracts(store: Store, query: Query, folder: str) -> None:
    """It is no error, and adds no location."""
    assert store.call("find_extracts_by_location", location_path=folder) == []
    assert store.call("find_extracts_by_location", location_name=folder) == []
    assert not query(f"SELECT location_id FROM {{s}}.location_lkup WHERE location_path = {literal(folder)}")


def test_finding_by_location_needs_one(store: Store) -> None:
    """Neither name nor path is refused."""
    with pytest.raises(InvalidArgument) as caught:
        store.call("find_extracts_by_location")
    refusal(caught.value, "location_name", "location_path")


def test_an_extract_of_many_runs_is_found_once(store: Store, started: Started, three: Three, folder: str) -> None:
    """By process: all extracts tied to any of its runs, and no others."""
    run, _, extract_ids = three
    stranger = started()
    register(store, stranger, "stranger.csv", folder, status="ready")
    end(store, run)
    again = started(process_name=run["process_name"])
    shared = extract_of(store, extract_ids[0])
    register(store, again, shared["extract_filename"], shared["location_path"])
    extra = register(store, again, "extra.csv", folder, status="ready")
    rows = store.call("find_extracts_by_process", process_name=run["process_name"])
    assert ids(rows) == [*extract_ids, extra]


def test_an_extract_that_a_process_only_changed_is_its_extract_too(
    store: Store, started: Started, three: Three
) -> None:
    """A status given on behalf of a run ties the extract to the process."""
    other = started()
    bulk_change(store, other, three[2][:1], "ready")
    rows = store.call("find_extracts_by_process", process_name=other["process_name"])
    assert ids(rows) == three[2][:1]


def test_extracts_of_an_unknown_process(store: Store, name: Name) -> None:
    """The process is named."""
    process_name = name("Process")
    with pytest.raises(ProcessNotFound) as caught:
        store.call("find_extracts_by_process", process_name=process_name)
    refusal(caught.value, process_name)


def test_a_process_without_extracts(store: Store, run: Row) -> None:
    """It is no error."""
    assert store.call("find_extracts_by_process", process_name=run["process_name"]) == []


def test_an_unknown_extract_is_not_found(store: Store) -> None:
    """The refusal names the id."""
    with pytest.raises(ExtractNotFound) as caught:
        extract_of(store, UNKNOWN)
    refusal(caught.value, UNKNOWN)
