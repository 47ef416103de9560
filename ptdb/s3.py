"""Locations and the ini file in S3, by boto3 (extra `s3`), with its own credentials and region."""

from __future__ import annotations

import re
from typing import Any

from ptdb.errors import DriverMissing, LocationNotFound

_ADDRESS = re.compile(r"(?i)s3[an]?://([^/]+)/*(.*)", re.DOTALL)


def is_address(text: str) -> bool:
    """Whether a location is in S3: s3://, s3a:// or s3n://, in any case."""
    return re.match(r"(?i)s3[an]?:", text) is not None


def list_names(address: str) -> list[str]:
    """The names of the objects right under a prefix, in name order: all pages of them, and no "folders".

    Raises:
        LocationNotFound: the bucket does not exist or cannot be listed.
        DriverMissing: boto3 is not installed.
    """
    bucket, prefix = _parts(address)
    prefix = f"{prefix.rstrip('/')}/" if prefix.strip("/") else ""
    client, failures = _client()
    try:
        pages = client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix, Delimiter="/")
        keys = [item["Key"] for page in pages for item in page.get("Contents", [])]
    except failures as error:
        raise LocationNotFound(f"the location {address!r} cannot be listed: {error}") from error
    return sorted(key.removeprefix(prefix) for key in keys if not key.endswith("/"))


def read_text(address: str) -> str:
    """The text of an object.

    Raises:
        LocationNotFound: the object does not exist or cannot be read.
        DriverMissing: boto3 is not installed.
    """
    bucket, key = _parts(address)
    client, failures = _client()
    try:
        return str(client.get_object(Bucket=bucket, Key=key)["Body"].read().decode())
    except failures as error:
        raise LocationNotFound(f"{address!r} cannot be read: {error}") from error


def _parts(address: str) -> tuple[str, str]:
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise LocationNotFound(f"the location {address!r} names no bucket; give s3://bucket/folder")
    return match[1], match[2]


def _client() -> tuple[Any, tuple[type[Exception], ...]]:
    try:
        import boto3
        from botocore.exceptions import BotoCoreError, ClientError
    except ImportError as error:
        raise DriverMissing(
            f"a location in S3 needs the package boto3 ({error}): pip install 'ptdb-sql[s3]'"
        ) from error
    return boto3.client("s3"), (BotoCoreError, ClientError, UnicodeDecodeError)
