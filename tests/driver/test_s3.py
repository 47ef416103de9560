"""Locations and the ini file in S3, against moto."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws

from ptdb import ExtractTracker, ProcessTracker, Settings, Store
from ptdb.errors import DriverMissing, LocationNotFound, SettingsError

Name = Callable[[str], str]


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A client of a mocked S3 with the bucket `lake`."""
    for key in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.setenv(key, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    with mock_aws():
        client = boto3.client("s3")
        client.create_bucket(Bucket="lake")
        yield client


@pytest.fixture
def run(store: Store, name: Name) -> ProcessTracker:
    return ProcessTracker(name("Process"), process_type="Extract", tool_name="pytest", store=store)


def put(client: Any, *keys: str) -> None:
    for key in keys:
        client.put_object(Bucket="lake", Key=key, Body=b"x")


def names(extracts: list[ExtractTracker]) -> list[str]:
    return [extract.filename for extract in extracts]


@pytest.mark.parametrize("address", ["s3://lake/{}", "s3://lake/{}/", "S3://lake/{}", "s3a://lake/{}"])
def test_a_prefix_is_registered(bucket: Any, run: ProcessTracker, name: Name, address: str) -> None:
    """The objects right under it, no folders, nothing deeper, nothing that merely begins like it."""
    prefix = name("core")
    put(bucket, f"{prefix}/b.csv", f"{prefix}/a.csv", f"{prefix}/", f"{prefix}/deep/c.csv", f"{prefix}er/d.csv")
    extracts = run.register_extracts_by_location(address.format(prefix))
    assert names(extracts) == ["a.csv", "b.csv"]
    location = extracts[0].location
    assert (location.location_type_name, location.location_bucket_name) == ("S3", "lake")
    assert extracts[0].extract_status == "ready"


def test_what_is_registered_already_is_ignored(bucket: Any, run: ProcessTracker, name: Name) -> None:
    prefix = name("core")
    put(bucket, f"{prefix}/a.csv")
    (first,) = run.register_extracts_by_location(f"s3://lake/{prefix}")
    first.change_extract_status("loaded")
    put(bucket, f"{prefix}/b.csv")
    assert names(run.register_extracts_by_location(f"s3://lake/{prefix}/", status="ready")) == ["b.csv"]
    first.forget()
    assert first.extract_status == "loaded"


def test_all_pages_are_listed_and_one_call_is_made(
    bucket: Any, run: ProcessTracker, name: Name, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S3 gives a thousand keys a page."""
    prefix = name("many")
    put(bucket, *(f"{prefix}/{number:04}.csv" for number in range(1001)))
    calls: list[str] = []
    original = run.store.call

    def counted(routine: str, **parameters: object) -> Any:
        calls.append(routine)
        return original(routine, **parameters)

    monkeypatch.setattr(run.store, "call", counted)
    assert len(run.register_extracts_by_location(f"s3://lake/{prefix}")) == 1001
    assert calls == ["register_extracts"]


@pytest.mark.parametrize(
    ("address", "said"), [("s3://no-such-bucket/x", "cannot be listed"), ("s3:///x", "no bucket"), ("s3:", "no bucket")]
)
def test_a_bucket_that_is_not_there(bucket: Any, run: ProcessTracker, address: str, said: str) -> None:
    with pytest.raises(LocationNotFound, match=said):
        run.register_extracts_by_location(address)


@pytest.mark.parametrize("address", ["s3://lake/conf", "s3://lake/conf/", "s3://lake/conf/process_tracker_config.ini"])
def test_the_ini_file_may_lie_in_s3(bucket: Any, address: str) -> None:
    text = "[DEFAULT]\ndata_store_type = postgresql\ndata_store_host = from_s3\ndata_store_name = d\n"
    bucket.put_object(Bucket="lake", Key="conf/process_tracker_config.ini", Body=text.encode())
    assert Settings.load(config_location=address).host == "from_s3"


def test_an_ini_file_in_s3_that_cannot_be_used(bucket: Any) -> None:
    with pytest.raises(LocationNotFound, match="cannot be read"):
        Settings.load(config_location="s3://lake/nowhere")
    bucket.put_object(Bucket="lake", Key="bad.ini", Body=b"no ini")
    with pytest.raises(SettingsError, match=r"s3://lake/bad\.ini is no ini file"):
        Settings.load(config_location="s3://lake/bad.ini")


def test_without_boto3_it_is_said_what_to_install(run: ProcessTracker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "boto3", None)
    with pytest.raises(DriverMissing, match=r"pip install 'ptdb-sql\[s3\]'"):
        run.register_extracts_by_location("s3://lake/x")
