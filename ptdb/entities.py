"""What the trackers' helper attributes return: rows of the store, names resolved. Times are aware, in UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from typing import Any, Self


@dataclass(frozen=True)
class _Entity:
    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """The part of a row that the entity has."""
        return cls(**{field.name: row[field.name] for field in fields(cls)})


@dataclass(frozen=True)
class Actor(_Entity):
    """Who or what started a run."""

    actor_id: int
    actor_name: str


@dataclass(frozen=True)
class Tool(_Entity):
    """What runs a process."""

    tool_id: int
    tool_name: str


@dataclass(frozen=True)
class ProcessType(_Entity):
    """A kind of process."""

    process_type_id: int
    process_type_name: str


@dataclass(frozen=True)
class Process(_Entity):
    """A process. `total_record_count` is the sum over its runs."""

    process_id: int
    process_name: str
    total_record_count: int
    schedule_frequency_name: str
    last_completed_run_date_time: datetime | None
    last_failed_run_date_time: datetime | None
    last_errored_run_date_time: datetime | None


@dataclass(frozen=True)
class ProcessRun(_Entity):
    """A run as the store has it. Counts are numbers of records."""

    process_tracking_id: int
    process_id: int
    process_run_id: int
    process_run_name: str | None
    process_status_name: str
    is_latest_run: bool
    process_run_start_date_time: datetime
    process_run_end_date_time: datetime | None
    process_run_heartbeat_date_time: datetime | None
    process_run_low_date_time: datetime | None
    process_run_high_date_time: datetime | None
    process_run_record_count: int
    process_run_insert_count: int
    process_run_update_count: int
    process_run_delete_count: int
    process_run_reject_count: int
    parent_process_tracking_id: int | None


@dataclass(frozen=True)
class SourceObjectAttribute(_Entity):
    """A column or field of a source object."""

    source_object_attribute_id: int
    source_object_attribute_name: str


@dataclass(frozen=True)
class SourceObject(_Entity):
    """A table, dataset or file of a source, with the attributes that the process uses."""

    source_object_id: int
    source_object_name: str
    source_object_attributes: tuple[SourceObjectAttribute, ...]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """The object and its attributes."""
        attributes = tuple(SourceObjectAttribute.of(item) for item in row["source_object_attributes"])
        return cls(row["source_object_id"], row["source_object_name"], attributes)


@dataclass(frozen=True)
class Source(_Entity):
    """A source or target, with the objects that the process uses."""

    source_id: int
    source_name: str
    source_objects: tuple[SourceObject, ...]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """The source and its objects."""
        return cls(row["source_id"], row["source_name"], tuple(SourceObject.of(item) for item in row["source_objects"]))


@dataclass(frozen=True)
class Location(_Entity):
    """A folder or bucket."""

    location_id: int
    location_name: str
    location_path: str
    location_type_name: str
    location_bucket_name: str | None


@dataclass(frozen=True)
class Extract(_Entity):
    """An extract as the store has it. `extract_filesize` is in `filesize_type_code` (B, KB, MB, GB)."""

    extract_id: int
    extract_filename: str
    extract_status_name: str
    extract_registration_date_time: datetime
    extract_write_low_date_time: datetime | None
    extract_write_high_date_time: datetime | None
    extract_write_record_count: int | None
    extract_load_low_date_time: datetime | None
    extract_load_high_date_time: datetime | None
    extract_load_record_count: int | None
    extract_compression_type: str | None
    extract_filetype_code: str | None
    extract_filetype: str | None
    extract_filesize: Decimal | None
    filesize_type_code: str | None
