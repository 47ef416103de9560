"""Pipelines: executions, their steps and models; the routines, and `Pipeline` with real files."""

from __future__ import annotations

import hashlib
import os
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from ptdb import Settings, Store, installer
from ptdb.errors import (
    Duplicate,
    ExecutionNotFound,
    InvalidArgument,
    InvalidStatusTransition,
    LocationNotFound,
    PtdbError,
    StepNotFound,
)
from ptdb.pipeline import Pipeline, find_models
from tests.conformance.helpers import Query, Row, refusal
from tests.support import engines

NOBODY = "123e4567-e89b-12d3-a456-426614174000"


@pytest.fixture
def empty_store(server_url: str) -> Iterator[Store]:
    """A store in which no execution ever completed."""
    with engines.module(server_url).database(server_url) as url:
        installer.install(Settings.load(url))
        with Store(url) as store:
            yield store


@pytest.fixture
def pipeline(store: Store) -> Pipeline:
    """The pipelines of the store."""
    return Pipeline(store)


def begin(store: Store) -> str:
    """A new execution."""
    return str(store.call("init_execution")["execution_id"])


def step(store: Store, execution_id: str, models: dict[str, str] | None = None, step_name: str = "LOAD") -> str:
    """A new step of the execution, with these models and checksums."""
    given = [{"name": name, "checksum": checksum} for name, checksum in (models or {}).items()]
    row = store.call("init_step", execution_id=execution_id, step_name=step_name, models=given)
    return str(row["execution_step_id"])


def complete(store: Store, execution_id: str) -> None:
    """Completes the execution."""
    store.call("complete_execution", execution_id=execution_id)


def changed(store: Store, step_id: str, previous: str | None = None) -> list[str]:
    """The models that are new or changed since then."""
    rows = store.call("compare_step_models", execution_step_id=step_id, previous_execution_id=previous)
    assert all(list(row) == ["model_name"] for row in rows)
    return [row["model_name"] for row in rows]


def execution_row(query: Query, execution_id: object) -> Row | None:
    """What is stored of the execution."""
    rows = query(f"SELECT * FROM {{s}}.execution WHERE execution_id = '{execution_id}'")
    return rows[0] if rows else None


def step_row(query: Query, step_id: str) -> Row:
    """What is stored of the step."""
    (row,) = query(f"SELECT * FROM {{s}}.execution_step WHERE execution_step_id = '{step_id}'")
    return row


def state(query: Query, execution_id: object) -> list[Any]:
    """All that is stored of the execution."""
    return [
        execution_row(query, execution_id),
        query(f"SELECT * FROM {{s}}.execution_step WHERE execution_id = '{execution_id}' ORDER BY step_name"),
        query(
            "SELECT m.* FROM {s}.execution_step_model m JOIN {s}.execution_step s"
            " ON s.execution_step_id = m.execution_step_id"
            f" WHERE s.execution_id = '{execution_id}' ORDER BY s.step_name, m.model_name"
        ),
    ]


# ---- init_execution


def test_a_new_execution(store: Store, query: Query) -> None:
    """Has an id of its own, and is INITIALISED."""
    first, second = begin(store), begin(store)
    assert uuid.UUID(first) != uuid.UUID(second)
    row = execution_row(query, first)
    assert row is not None
    assert (row["status"], row["completed_on"], row["execution_time_ms"]) == ("INITIALISED", None, None)
    assert row["started_on"] == row["created_on"] == row["updated_on"]


@pytest.mark.parametrize("spell", [str, str.upper, lambda text: "{" + text + "}", lambda text: text.replace("-", "")])
def test_an_id_may_be_given(store: Store, query: Query, spell: Any) -> None:
    """A GUID in any of its spellings; one in use is a duplicate."""
    given = uuid.uuid4()
    row = store.call("init_execution", execution_id=spell(str(given)))
    assert uuid.UUID(str(row["execution_id"])) == given
    before = execution_row(query, given)
    assert before is not None
    with pytest.raises(Duplicate) as caught:
        store.call("init_execution", execution_id=given)
    refusal(caught.value, given)
    assert execution_row(query, given) == before


def test_a_completed_executions_id_stays_in_use(store: Store) -> None:
    """An id is of one execution for ever."""
    execution = begin(store)
    complete(store, execution)
    with pytest.raises(Duplicate):
        store.call("init_execution", execution_id=execution)


@pytest.mark.parametrize("wrong", ["", "1", "no-guid", NOBODY[:-1], 5, True])
@pytest.mark.parametrize(
    ("routine", "parameter"),
    [
        ("init_execution", "execution_id"),
        ("get_execution_completion_timestamp", "execution_id"),
        ("init_step", "execution_id"),
        ("complete_execution", "execution_id"),
        ("complete_step", "execution_step_id"),
        ("compare_step_models", "execution_step_id"),
    ],
)
def test_what_is_no_guid(store: Store, routine: str, parameter: str, wrong: object) -> None:
    """Is refused before it is looked for."""
    more: dict[str, Any] = {"step_name": "LOAD", "models": []} if routine == "init_step" else {}
    with pytest.raises(InvalidArgument) as caught:
        store.call(routine, **{parameter: wrong}, **more)
    refusal(caught.value, parameter)


@pytest.mark.parametrize(
    ("routine", "parameter", "error"),
    [
        ("get_execution_completion_timestamp", "execution_id", ExecutionNotFound),
        ("init_step", "execution_id", ExecutionNotFound),
        ("complete_execution", "execution_id", ExecutionNotFound),
        ("complete_step", "execution_step_id", StepNotFound),
        ("compare_step_models", "execution_step_id", StepNotFound),
    ],
)
def test_what_is_not_there(store: Store, routine: str, parameter: str, error: type[PtdbError]) -> None:
    """The refusal names the id."""
    more: dict[str, Any] = {"step_name": "LOAD", "models": []} if routine == "init_step" else {}
    with pytest.raises(error) as caught:
        store.call(routine, **{parameter: NOBODY}, **more)
    refusal(caught.value, NOBODY)


def test_a_step_is_no_execution(store: Store) -> None:
    """Nor an execution a step."""
    execution = begin(store)
    first = step(store, execution)
    with pytest.raises(ExecutionNotFound):
        complete(store, first)
    with pytest.raises(StepNotFound):
        store.call("complete_step", execution_step_id=execution)
    with pytest.raises(ExecutionNotFound):
        changed(store, first, first)


# ---- the last successful execution


def last(store: Store) -> str:
    """The last successful execution."""
    return str(store.call("get_last_successful_execution")["execution_id"])


def test_none_was_successful_yet(empty_store: Store) -> None:
    """The empty string, whatever has begun."""
    assert last(empty_store) == ""
    execution = begin(empty_store)
    assert last(empty_store) == ""
    first = step(empty_store, execution)
    empty_store.call("complete_step", execution_step_id=first)
    assert last(empty_store) == ""
    complete(empty_store, execution)
    assert last(empty_store) == execution


def test_the_latest_completion_counts(store: Store) -> None:
    """Not the latest beginning."""
    first, second, third = (begin(store) for _ in range(3))
    for execution in (second, third, first):
        complete(store, execution)
        assert last(store) == execution
    begin(store)
    assert last(store) == first


# ---- the completion's timestamp


def completion(store: Store, execution_id: str) -> datetime:
    """When the execution was completed, or else last updated."""
    moment: datetime = store.call("get_execution_completion_timestamp", execution_id=execution_id)[
        "completion_timestamp"
    ]
    assert moment.tzinfo is not None
    assert moment.utcoffset() == timedelta(0)
    return moment


def test_the_timestamp_of_an_execution(store: Store, query: Query) -> None:
    """Its last update, and in the end its completion, which stays."""
    before = datetime.now(UTC) - timedelta(minutes=1)
    execution = begin(store)
    begun = completion(store, execution)
    first = step(store, execution)
    stepped = completion(store, execution)
    complete(store, execution)
    completed = completion(store, execution)
    assert before < begun < stepped < completed < datetime.now(UTC) + timedelta(minutes=1)
    row = execution_row(query, execution)
    assert row is not None
    assert row["completed_on"] == row["updated_on"] == completed
    store.call("complete_step", execution_step_id=first)
    assert completion(store, execution) == completed


# ---- init_step


@pytest.mark.parametrize(
    ("given", "stored"),
    [(word, word.upper()) for word in ("LOAD", "load", "Load", "TRANSFORM", "transform", "tRaNsForm")],
)
def test_a_steps_name_in_any_case(store: Store, query: Query, given: str, stored: str) -> None:
    """The step is begun, and so is the execution."""
    execution = begin(store)
    first = step(store, execution, {"a": "1"}, given)
    row = step_row(query, first)
    assert (row["step_name"], row["status"], row["rows_processed"]) == (stored, "IN_PROGRESS", None)
    assert (row["completed_on"], row["execution_time_ms"]) == (None, None)
    of = execution_row(query, execution)
    assert of is not None
    assert of["status"] == "IN_PROGRESS"
    assert of["updated_on"] == row["started_on"] > of["started_on"]


@pytest.mark.parametrize("wrong", ["EXTRACT", "", " ", "LOAD ", "loading", None, 5])
def test_there_are_two_steps(store: Store, query: Query, wrong: Any) -> None:
    """Any other name is refused; the execution stays as it was."""
    execution = begin(store)
    before = state(query, execution)
    with pytest.raises(InvalidArgument) as caught:
        store.call("init_step", execution_id=execution, step_name=wrong, models=[])
    refusal(caught.value, "step_name")
    assert state(query, execution) == before


@pytest.mark.parametrize("given", ["LOAD", "load", " Load "])
def test_a_step_is_found_by_its_name(store: Store, given: str) -> None:
    """The name in any case; the execution's own step, not another's of the name."""
    executions = [store.call("init_execution")["execution_id"] for _ in range(2)]
    steps = [
        store.call("init_step", execution_id=execution, step_name="LOAD", models=[])["execution_step_id"]
        for execution in executions
    ]
    found = [
        store.call("get_execution_step", execution_id=execution, step_name=given)["execution_step_id"]
        for execution in executions
    ]
    assert list(map(str, found)) == list(map(str, steps))


@pytest.mark.parametrize("wrong", ["TRANSFORM", "nonsense", ""])
def test_a_step_that_was_not_begun_is_not_found(store: Store, wrong: str) -> None:
    """The refusal names the execution and the step."""
    execution = store.call("init_execution")["execution_id"]
    store.call("init_step", execution_id=execution, step_name="LOAD", models=[])
    with pytest.raises(StepNotFound) as caught:
        store.call("get_execution_step", execution_id=execution, step_name=wrong)
    refusal(caught.value, execution, f'"{wrong}"')


def test_no_step_of_an_unknown_execution_is_found(store: Store) -> None:
    """It is the execution that is not there."""
    unknown = str(uuid.uuid4())
    with pytest.raises(ExecutionNotFound) as caught:
        store.call("get_execution_step", execution_id=unknown, step_name="LOAD")
    refusal(caught.value, unknown)


def test_each_step_once(store: Store, query: Query) -> None:
    """A second one is a duplicate, in any case, also after the first was completed."""
    execution = begin(store)
    first = step(store, execution, {"a": "1"})
    step(store, execution, {"a": "1"}, "TRANSFORM")
    before = state(query, execution)
    with pytest.raises(Duplicate) as caught:
        step(store, execution, {"b": "1"}, "load")
    refusal(caught.value, execution, "LOAD")
    assert state(query, execution) == before
    store.call("complete_step", execution_step_id=first)
    with pytest.raises(Duplicate):
        step(store, execution)


def test_a_completed_execution_takes_no_more_steps(store: Store, query: Query) -> None:
    """It is closed."""
    execution = begin(store)
    step(store, execution)
    complete(store, execution)
    before = state(query, execution)
    for step_name in ("LOAD", "TRANSFORM"):
        with pytest.raises(InvalidStatusTransition) as caught:
            step(store, execution, {}, step_name)
        refusal(caught.value, execution)
    assert state(query, execution) == before


def test_all_models_are_stored(store: Store, query: Query) -> None:
    """In the one call, to the letter; none at all is fine."""
    models = {"a": "1", "A": "2", "ä 日本 🎈": "x" * 64, "it's": "3", "x" * 250: "4", "a b": "5", " a": "6"}
    execution = begin(store)
    step(store, execution, models)
    rows = state(query, execution)[2]
    assert {row["model_name"]: row["checksum"] for row in rows} == models
    step(store, execution, {}, "TRANSFORM")
    assert len(state(query, execution)[2]) == len(models)


def test_thousands_of_models(store: Store) -> None:
    """One call, in a moment."""
    models = {f"model {number:05}": hashlib.sha256(str(number).encode()).hexdigest() for number in range(5000)}
    execution, later = begin(store), begin(store)
    step(store, execution, models)
    began = time.monotonic()
    second = step(store, later, {**models, "model 02500": "other"})
    assert changed(store, second, execution) == ["model 02500"]
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "models",
    [
        None,
        "",
        "[",
        "a",
        "5",
        '"a"',
        "{}",
        '{"name": "a", "checksum": "1"}',
        '["a"]',
        "[5]",
        "[null]",
        "[[]]",
        "[{}]",
        '[{"name": "a"}]',
        '[{"checksum": "1"}]',
        '[{"name": null, "checksum": "1"}]',
        '[{"name": 5, "checksum": "1"}]',
        '[{"name": "a", "checksum": null}]',
        '[{"name": "a", "checksum": 5}]',
        '[{"name": "a", "checksum": ["1"]}]',
        '[{"name": "", "checksum": "1"}]',
        '[{"name": " \\t", "checksum": "1"}]',
        '[{"name": "a", "checksum": ""}]',
        '[{"name": ["a"], "checksum": "1"}]',
        '[{"name": "a", "checksum": {"sha": "1"}}]',
        '[{"name": "a", "checksum": "1", "colour": "red"}]',
        '[{"Name": "a", "checksum": "1"}]',
        '[{"name": "a", "checksum": "1"}, {"name": "a", "checksum": "1"}]',
        '[{"name": "a", "checksum": "1"}, {"name": "b", "checksum": "1"}, {"name": "a", "checksum": "2"}]',
        '[{"name": "a", "checksum": "1"}, "b"]',
        '[[{"name": "a", "checksum": "1"}]]',
        '[{"name": "a\\u0000", "checksum": "1"}]',
        '[{"name": "%s", "checksum": "1"}]' % ("x" * 251),
        '[{"name": "a", "checksum": "%s"}]' % ("x" * 101),
    ],
    ids=lambda text: str(text)[:50],
)
def test_models_that_are_none(store: Store, query: Query, models: str | None) -> None:
    """Any other shape of the JSON, a name twice, blank or too long: nothing is stored."""
    execution = begin(store)
    before = state(query, execution)
    with pytest.raises(InvalidArgument) as caught:
        store.call("init_step", execution_id=execution, step_name="LOAD", models=models)
    refusal(caught.value, "model")
    assert state(query, execution) == before
    step(store, execution)


# ---- compare_step_models


def test_what_changed_since_another_execution(store: Store) -> None:
    """New and changed models, in name order; those that are gone do not count."""
    first, second = begin(store), begin(store)
    step(store, first, {"kept": "1", "b changed": "1", "gone": "1", "a changed": "1"})
    later = step(store, second, {"new": "1", "a changed": "2", "kept": "1", "b changed": "2"})
    assert changed(store, later, first) == ["a changed", "b changed", "new"]
    assert changed(store, later, second) == []


@pytest.mark.parametrize("previous", [None, "", " "])
def test_without_an_earlier_execution(store: Store, previous: str | None) -> None:
    """All models are new, as after get_last_successful_execution has found none."""
    later = step(store, begin(store), {"b": "1", "a": "1", "c": "1"})
    assert changed(store, later, previous) == ["a", "b", "c"]


def test_an_earlier_execution_without_the_step(store: Store) -> None:
    """All models are new; the other step's models are no business of this one."""
    first, second = begin(store), begin(store)
    later = step(store, second, {"b": "1", "a": "1"}, "TRANSFORM")
    assert changed(store, later, first) == ["a", "b"]
    step(store, first, {"b": "1", "a": "1"}, "LOAD")
    assert changed(store, later, first) == ["a", "b"]
    step(store, first, {"b": "1"}, "TRANSFORM")
    assert changed(store, later, first) == ["a"]


def test_checksums_and_names_compare_exactly(store: Store) -> None:
    """Case included."""
    first, second = begin(store), begin(store)
    step(store, first, {"a": "abc", "b": "abc", "c": "abc"})
    later = step(store, second, {"A": "abc", "b": "ABC", "c": "abc"})
    assert sorted(changed(store, later, first)) == ["A", "b"]


def test_any_execution_may_be_compared_with(store: Store) -> None:
    """Completed or not, earlier or later; its id in any case; the step completed or not."""
    first, second = begin(store), begin(store)
    one, two = step(store, first, {"a": "1"}), step(store, second, {"a": "2"})
    for done in (
        lambda: None,
        lambda: store.call("complete_step", execution_step_id=one),
        lambda: complete(store, first),
    ):
        done()
        assert changed(store, two, first) == changed(store, two, first.upper()) == ["a"]
        assert changed(store, one, second) == ["a"]


@pytest.mark.parametrize(
    ("previous", "error"), [(NOBODY, ExecutionNotFound), ("no-guid", InvalidArgument), ("1", InvalidArgument)]
)
def test_an_unknown_execution_to_compare_with(store: Store, previous: str, error: type[PtdbError]) -> None:
    """Is not taken for none."""
    later = step(store, begin(store), {"a": "1"})
    with pytest.raises(error) as caught:
        changed(store, later, previous)
    refusal(caught.value, previous)


# ---- complete_step, complete_execution


@pytest.mark.parametrize("rows", [None, 0, 5, 2**63 - 1])
def test_a_step_is_completed(store: Store, query: Query, rows: int | None) -> None:
    """With its rows, the time and the milliseconds that it took, by the database's clock."""
    first = step(store, begin(store))
    time.sleep(0.02)
    store.call("complete_step", execution_step_id=first, rows_processed=rows)
    row = step_row(query, first)
    assert (row["status"], row["rows_processed"]) == ("COMPLETED", rows)
    assert row["completed_on"] == row["updated_on"]
    elapsed = (row["completed_on"] - row["started_on"]) / timedelta(milliseconds=1)
    assert elapsed >= 20
    assert abs(row["execution_time_ms"] - elapsed) <= 1


@pytest.mark.parametrize("rows", [-1, 2**63, "many", 1.5, True])
def test_rows_that_are_none(store: Store, query: Query, rows: Any) -> None:
    """The step goes on."""
    first = step(store, begin(store))
    with pytest.raises(InvalidArgument) as caught:
        store.call("complete_step", execution_step_id=first, rows_processed=rows)
    refusal(caught.value, "rows_processed")
    assert step_row(query, first)["status"] == "IN_PROGRESS"


def test_a_step_is_completed_once(store: Store, query: Query) -> None:
    """Its rows and times stay."""
    first = step(store, begin(store))
    store.call("complete_step", execution_step_id=first, rows_processed=5)
    before = step_row(query, first)
    for rows in (None, 5, 6):
        with pytest.raises(InvalidStatusTransition) as caught:
            store.call("complete_step", execution_step_id=first, rows_processed=rows)
        refusal(caught.value, first)
    assert step_row(query, first) == before


def test_an_execution_is_completed_once(store: Store, query: Query) -> None:
    """With the time and the milliseconds that it took; they stay."""
    execution = begin(store)
    time.sleep(0.02)
    complete(store, execution)
    row = execution_row(query, execution)
    assert row is not None
    assert row["status"] == "COMPLETED"
    elapsed = (row["completed_on"] - row["started_on"]) / timedelta(milliseconds=1)
    assert elapsed >= 20
    assert abs(row["execution_time_ms"] - elapsed) <= 1
    with pytest.raises(InvalidStatusTransition) as caught:
        complete(store, execution)
    refusal(caught.value, execution)
    assert execution_row(query, execution) == row


def test_steps_are_the_executions_own(store: Store, query: Query) -> None:
    """Completing one step leaves the other, and the execution, in progress."""
    execution = begin(store)
    first, second = step(store, execution), step(store, execution, {}, "TRANSFORM")
    store.call("complete_step", execution_step_id=first)
    assert step_row(query, second)["status"] == "IN_PROGRESS"
    row = execution_row(query, execution)
    assert row is not None
    assert row["status"] == "IN_PROGRESS"


# ---- Pipeline: models are files


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A folder of models."""
    for file, text in {
        "a.sql": "select 1",
        "b.csv": "1,2",
        "group1/c.sql": "select 2",
        "group1/deep/d.sql": "select 3",
        "group2/e.csv": "",
    }.items():
        path = tmp_path / "models" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "models" / "folder.sql").mkdir()
    return tmp_path / "models"


def stems(pipeline: Pipeline, base: Path | str, *patterns: str) -> list[str]:
    """The names of the models that a new step finds."""
    return pipeline.compare_step_models(pipeline.init_step(pipeline.init_execution(), "LOAD", base, patterns))


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        (["*.sql"], "a"),
        (["**/*.sql"], "acd"),
        (["**/*"], "abcde"),
        (["**"], "abcde"),
        (["*"], "ab"),
        (["*.sql", "*.csv"], "ab"),
        (["*.sql", "**/*.sql", "./a.sql", "group1/../a.sql"], "acd"),
        (["./group1/**/*.sql"], "cd"),
        (["group?/*"], "ce"),
        (["group[1]/*.sql", "b.*"], "bc"),
        (["a.sql"], "a"),
        (["*.nothing"], ""),
        (["folder.sql"], ""),
    ],
    ids=str,
)
def test_models_by_pattern(pipeline: Pipeline, base: Path, patterns: list[str], expected: str) -> None:
    """Relative to the base path, `**` through all folders; files only; each file once."""
    assert stems(pipeline, base, *patterns) == list(expected)
    assert stems(pipeline, str(base), *patterns) == list(expected)


def test_a_models_name_is_its_stem(pipeline: Pipeline, tmp_path: Path) -> None:
    """Without the last ending, to the letter."""
    for file in ("x.y.sql", "noending", "Ünï cödé 🎈.sql", "UPPER.SQL"):
        (tmp_path / file).touch()
    assert sorted(stems(pipeline, tmp_path, "*")) == sorted(["x.y", "noending", "Ünï cödé 🎈", "UPPER"])


def test_a_models_checksum_is_sha256(pipeline: Pipeline, query: Query, tmp_path: Path) -> None:
    """Of its bytes, in hex, whatever they are."""
    contents = {"empty": b"", "text": b"a\r\nb\n", "bytes": bytes(range(256)) * 5000}
    for name, content in contents.items():
        (tmp_path / f"{name}.bin").write_bytes(content)
    execution = pipeline.init_execution()
    pipeline.init_step(execution, "load", tmp_path, ["*.bin"])
    stored = {row["model_name"]: row["checksum"] for row in state(query, execution)[2]}
    assert stored == {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}


@pytest.mark.parametrize("patterns", [["**/*"], ["*.sql", "*.csv", "*/*"], ["*.sql", "group/*.csv"]])
def test_two_files_of_one_stem(pipeline: Pipeline, tmp_path: Path, query: Query, patterns: list[str]) -> None:
    """Are refused, both named, also when different patterns find them; nothing is stored."""
    (tmp_path / "group").mkdir()
    for file in ("same.sql", "group/same.csv"):
        (tmp_path / file).touch()
    execution = pipeline.init_execution()
    before = state(query, execution)
    with pytest.raises(InvalidArgument) as caught:
        pipeline.init_step(execution, "LOAD", tmp_path, patterns)
    refusal(caught.value, tmp_path / "same.sql", tmp_path / "group/same.csv")
    assert state(query, execution) == before


def test_a_folder_of_a_models_stem_does_not_count(pipeline: Pipeline, tmp_path: Path) -> None:
    """Only files are models."""
    (tmp_path / "same").mkdir()
    (tmp_path / "same.sql").touch()
    assert stems(pipeline, tmp_path, "**/*") == ["same"]


@pytest.mark.parametrize("wrong", ["nowhere", "a.sql", "group1/nowhere"])
def test_no_such_folder(pipeline: Pipeline, base: Path, query: Query, wrong: str) -> None:
    """The path is named; nothing is stored."""
    folder = str(base / wrong)
    execution = pipeline.init_execution()
    before = state(query, execution)
    with pytest.raises(LocationNotFound) as caught:
        pipeline.init_step(execution, "LOAD", folder, ["*"])
    assert repr(folder) in str(caught.value)
    assert state(query, execution) == before


def test_a_relative_folder_and_home(pipeline: Pipeline, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The base path may be relative, and `~` is the home folder."""
    monkeypatch.chdir(base.parent)
    assert stems(pipeline, "models", "*.sql") == stems(pipeline, "./models/", "*.sql") == ["a"]
    monkeypatch.setenv("HOME", str(base.parent))
    assert stems(pipeline, "~/models", "*.sql") == ["a"]


def test_a_folder_whose_name_looks_like_a_pattern(pipeline: Pipeline, tmp_path: Path) -> None:
    """Only the patterns are patterns."""
    folder = tmp_path / "mod[els]*"
    folder.mkdir()
    (folder / "a.sql").touch()
    assert stems(pipeline, folder, "*.sql") == ["a"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_model_that_cannot_be_read(pipeline: Pipeline, base: Path) -> None:
    """Is named."""
    (base / "a.sql").chmod(0)
    with pytest.raises(LocationNotFound) as caught:
        stems(pipeline, base, "*.sql")
    assert "a.sql" in str(caught.value)


@pytest.mark.parametrize("patterns", ["*.sql", b"*.sql", 5, None, [5], [b"*.sql"], [""], [None], [], ["a\0b"]])
def test_patterns_that_are_none(pipeline: Pipeline, base: Path, patterns: Any) -> None:
    """One or more texts; a text alone would be taken letter by letter."""
    with pytest.raises(InvalidArgument) as caught:
        pipeline.init_step(pipeline.init_execution(), "LOAD", base, patterns)
    refusal(caught.value, "model_patterns")


@pytest.mark.parametrize("wrong", [None, 5, b"x", "a\0b", "", " "])
def test_a_base_path_that_is_none(pipeline: Pipeline, wrong: Any) -> None:
    """Neither a text nor a path; a blank one would mean the working folder."""
    with pytest.raises(InvalidArgument) as caught:
        pipeline.init_step(pipeline.init_execution(), "LOAD", wrong, ["*"])
    refusal(caught.value, "base_path")


def test_a_file_name_that_is_no_text(pipeline: Pipeline, tmp_path: Path) -> None:
    """Is refused by its name."""
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.sql")).touch()
    except OSError:
        pytest.skip("the file system takes only UTF-8")
    with pytest.raises(InvalidArgument) as caught:
        stems(pipeline, tmp_path, "*.sql")
    refusal(caught.value, "caf")


def test_the_whole_pipeline(pipeline: Pipeline, base: Path) -> None:
    """Two executions: the second finds what was added and what changed since the first, in each step."""
    first = pipeline.init_execution()
    assert isinstance(first, str)
    load = pipeline.init_step(first, "LOAD", base, ["*.csv"])
    transform = pipeline.init_step(first, "TRANSFORM", base, ["**/*.sql"])
    pipeline.complete_step(load, 10)
    pipeline.complete_step(transform)
    pipeline.complete_execution(first)
    previous = pipeline.get_last_successful_execution()
    assert previous == first
    moment = pipeline.get_execution_completion_timestamp(previous)
    assert abs(moment - datetime.now(UTC)) < timedelta(minutes=1)
    (base / "a.sql").write_text("select 1 -- changed")
    (base / "group1/c.sql").touch()
    (base / "group2/f.sql").write_text("select 6")
    (base / "group1/deep/d.sql").unlink()
    second = pipeline.init_execution(uuid.uuid4())
    load = pipeline.init_step(uuid.UUID(second), "load", base, ["*.csv"])
    transform = pipeline.init_step(second, "transform", base, ["**/*.sql"])
    assert pipeline.compare_step_models(load, previous) == []
    assert pipeline.compare_step_models(uuid.UUID(transform), uuid.UUID(previous)) == ["a", "f"]
    assert pipeline.compare_step_models(transform) == pipeline.compare_step_models(transform, "") == ["a", "c", "f"]


def test_a_moved_model_is_the_same(pipeline: Pipeline, base: Path) -> None:
    """Its name is its stem, whatever its folder and its ending."""
    first = pipeline.init_execution()
    pipeline.init_step(first, "LOAD", base, ["**/*"])
    (base / "a.sql").rename(base / "group2" / "a.txt")
    later = pipeline.init_step(pipeline.init_execution(), "LOAD", base, ["**/*"])
    assert pipeline.compare_step_models(later, first) == []


# ---- at once


def at_once(store_url: str, routine: str, **parameters: object) -> list[str]:
    """What became of eight such calls at once, in the order of the names of what they met."""
    together = Barrier(8)

    def call(_: int) -> str:
        with Store(store_url) as own:
            own.call("get_version")
            together.wait(30)
            try:
                own.call(routine, **parameters)
            except PtdbError as error:
                return type(error).__name__
            return "done"

    with ThreadPoolExecutor(8) as pool:
        return sorted(pool.map(call, range(8)))


def test_one_of_many_calls_wins(store: Store, store_url: str, query: Query) -> None:
    """An id, a step, a completion: each is given once, whoever asks at the same time."""
    for _ in range(5):
        execution = str(uuid.uuid4())
        models = [{"name": f"m{number}", "checksum": "1"} for number in range(50)]
        assert at_once(store_url, "init_execution", execution_id=execution) == ["Duplicate"] * 7 + ["done"]
        assert at_once(store_url, "init_step", execution_id=execution, step_name="LOAD", models=models) == [
            "Duplicate"
        ] * 7 + ["done"]
        _, (first,), stored = state(query, execution)
        assert len(stored) == 50
        given = {"execution_step_id": first["execution_step_id"], "rows_processed": 5}
        assert at_once(store_url, "complete_step", **given) == ["InvalidStatusTransition"] * 7 + ["done"]
        assert at_once(store_url, "complete_execution", execution_id=execution) == ["InvalidStatusTransition"] * 7 + [
            "done"
        ]


@pytest.mark.parametrize("pattern", ["../*.sql", "/etc/*", "sub/../../*.sql"])
def test_a_pattern_stays_under_the_base_path(tmp_path: Path, pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Models are what lies under the folder, also when that is given as the working folder."""
    base = tmp_path / "models"
    (base / "sub").mkdir(parents=True)
    (tmp_path / "outside.sql").write_text("x")
    (base / "inside.sql").write_text("x")
    monkeypatch.chdir(base)
    for folder in (base, "."):
        with pytest.raises(InvalidArgument, match="not under"):
            find_models(folder, [pattern])
        assert list(find_models(folder, ["./sub/../*.sql"])) == ["inside"]
