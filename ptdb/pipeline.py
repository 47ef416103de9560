"""`Pipeline`: executions of a data pipeline, and which of its models changed since the last one."""

from __future__ import annotations

import glob
import hashlib
import logging
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from ptdb.errors import InvalidArgument, LocationNotFound
from ptdb.store import Store
from ptdb.text import is_storable

log = logging.getLogger("ptdb")

Guid = UUID | str


class Pipeline:
    """The calls of the data pipeline orchestrator. Ids are GUIDs, as texts or UUIDs; those returned are texts.

    Args:
        store: an open store; else the settings say where it is.
    """

    def __init__(self, store: Store | None = None) -> None:
        self.store = store or Store()

    def init_execution(self, execution_id: Guid | None = None) -> str:
        """Begins an execution and returns its id.

        Raises:
            Duplicate: there is an execution of that id already.
        """
        return str(self.store.call("init_execution", execution_id=execution_id)["execution_id"])

    def get_last_successful_execution(self) -> str:
        """The completed execution with the latest completion; the empty string when there is none."""
        return str(self.store.call("get_last_successful_execution")["execution_id"])

    def get_execution_completion_timestamp(self, execution_id: Guid) -> datetime:
        """When the execution was completed, in UTC; the last update of one that is not completed.

        Raises:
            ExecutionNotFound: there is no such execution.
        """
        row = self.store.call("get_execution_completion_timestamp", execution_id=execution_id)
        completion: datetime = row["completion_timestamp"]
        return completion

    def init_step(
        self, execution_id: Guid, step_name: str, base_path: str | os.PathLike[str], model_patterns: Iterable[str]
    ) -> str:
        """Begins a step, stores the checksums of its models in one call, and returns the step's id.

        Args:
            execution_id: the execution.
            step_name: LOAD or TRANSFORM, in any case; once in an execution.
            base_path: folder of the models.
            model_patterns: patterns relative to it, such as `**/*.sql`; a model's name is its file's stem.

        Raises:
            ExecutionNotFound: there is no such execution.
            Duplicate: the execution has the step already.
            InvalidStatusTransition: the execution is completed.
            InvalidArgument: two files have one stem, or the step's name is wrong.
            LocationNotFound: the folder does not exist, or a model cannot be read.
        """
        models = [
            {"name": name, "checksum": checksum(path)} for name, path in find_models(base_path, model_patterns).items()
        ]
        log.info("%s models in %s", len(models), base_path)
        step = self.store.call("init_step", execution_id=execution_id, step_name=step_name, models=models)
        return str(step["execution_step_id"])

    def compare_step_models(self, execution_step_id: Guid, previous_execution_id: Guid | None = None) -> list[str]:
        """The names of the models that are new or changed against the same step of an earlier execution.

        Raises:
            StepNotFound: there is no such step.
            ExecutionNotFound: there is no such earlier execution.
        """
        rows = self.store.call(
            "compare_step_models",
            execution_step_id=execution_step_id,
            previous_execution_id=None if previous_execution_id is None else str(previous_execution_id),
        )
        return [row["model_name"] for row in rows]

    def get_execution_step(self, execution_id: Guid, step_name: str) -> str:
        """The id of a step, a GUID.

        Args:
            execution_id: the execution.
            step_name: LOAD or TRANSFORM, in any case.

        Raises:
            ExecutionNotFound: there is no such execution.
            StepNotFound: it has no such step.
        """
        row = self.store.call("get_execution_step", execution_id=execution_id, step_name=step_name)
        return str(row["execution_step_id"])

    def complete_step(self, execution_step_id: Guid, rows_processed: int | None = None) -> None:
        """Ends a step, once.

        Raises:
            StepNotFound: there is no such step.
            InvalidStatusTransition: it is completed already.
        """
        self.store.call("complete_step", execution_step_id=execution_step_id, rows_processed=rows_processed)

    def complete_execution(self, execution_id: Guid) -> None:
        """Ends an execution, once.

        Raises:
            ExecutionNotFound: there is no such execution.
            InvalidStatusTransition: it is completed already.
        """
        self.store.call("complete_execution", execution_id=execution_id)


def find_models(base_path: str | os.PathLike[str], patterns: Iterable[str]) -> dict[str, Path]:
    """The files that match any of the patterns, by their stems, in the order of the stems.

    Raises:
        InvalidArgument: two files have one stem, and the message names both; a name is no text; or an argument is of
            no use.
        LocationNotFound: the folder does not exist.
    """
    base = _folder(base_path)
    found: dict[str, Path] = {}
    for pattern in _patterns(patterns):
        matches = glob.glob(pattern, root_dir=base, recursive=True)
        files = sorted({Path(os.path.normpath(base / match)) for match in matches})
        outside = [path for path in files if not path.is_relative_to(base)]
        if outside:
            raise InvalidArgument(
                f"PT011: the pattern {pattern!r} leads to {str(outside[0])!r}, which is not under {base}"
            )
        for path in files:
            if not path.is_file():
                continue
            if not is_storable(path.stem):
                raise InvalidArgument(f"PT011: the name of the model {str(path)!r} is no UTF-8 text; rename it")
            if found.setdefault(path.stem, path) != path:
                raise InvalidArgument(
                    f"PT011: the models {str(found[path.stem])!r} and {str(path)!r} have one name; rename one"
                )
        if not files:
            log.warning("The pattern %r matches no file in %s.", pattern, base)
    return dict(sorted(found.items()))


def _folder(base_path: object) -> Path:
    if not isinstance(base_path, (str, os.PathLike)) or not _is_text(os.fspath(base_path)):
        raise InvalidArgument(f"PT011: base_path is {base_path!r}; give the folder of the models, as a text or a Path")
    folder = os.path.expanduser(base_path)
    if not os.path.isdir(folder):
        raise LocationNotFound(f"the folder {str(base_path)!r} of the models does not exist; give an existing one")
    return Path(os.path.abspath(folder))


def _patterns(patterns: object) -> list[str]:
    given = list(patterns) if isinstance(patterns, Iterable) and not isinstance(patterns, (str, bytes)) else []
    if not given or not all(_is_text(pattern) for pattern in given):
        raise InvalidArgument(f"PT011: model_patterns is {patterns!r}; give a list of patterns, such as ['**/*.sql']")
    return given


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.strip() != "" and "\0" not in value


def checksum(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex.

    Raises:
        LocationNotFound: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise LocationNotFound(f"the model {str(path)!r} cannot be read: {error.strerror}") from error
