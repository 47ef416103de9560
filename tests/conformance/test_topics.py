"""Administration: topics, and what hangs on them: clusters, contacts, filters, sources, attributes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from threading import Barrier
from typing import Any

import pytest

from ptdb import Store
from ptdb.errors import (
    Duplicate,
    InUse,
    InvalidArgument,
    LookupNotFound,
    ProcessNotFound,
    Protected,
    PtdbError,
)
from tests.conformance.helpers import Name, Query, Row, Started, literal, refusal, register

UNKNOWN_NAME = "?"
"""A name that nothing has; short enough for every column."""


@dataclass(frozen=True)
class Topic:
    """A topic, where its names are, and how long they may be."""

    name: str
    table: str
    column: str
    length: int = 250

    def __str__(self) -> str:
        return self.name


TOPICS = [
    Topic("actor", "actor_lkup", "actor_name"),
    Topic("cluster", "cluster_tracking_lkup", "cluster_name"),
    Topic("contact", "contact_lkup", "contact_name"),
    Topic("dataset type", "dataset_type_lkup", "dataset_type"),
    Topic("error type", "error_type_lkup", "error_type_name"),
    Topic("extract status", "extract_status_lkup", "extract_status_name", 75),
    Topic("process status", "process_status_lkup", "process_status_name", 75),
    Topic("process type", "process_type_lkup", "process_type_name"),
    Topic("source", "source_lkup", "source_name"),
    Topic("tool", "tool_lkup", "tool_name"),
]
BY_NAME = {topic.name: topic for topic in TOPICS}
PRELOADED = [
    *(("process status", name) for name in ("running", "completed", "failed", "on hold")),
    *(
        ("extract status", name)
        for name in ("initializing", "ready", "loading", "loaded", "archived", "deleted", "error")
    ),
    *(("error type", name) for name in ("File Error", "Data Error", "Process Error")),
    *(("process type", name) for name in ("Extract", "Load")),
]
every_topic = pytest.mark.parametrize("topic", TOPICS, ids=str)


def create(store: Store, topic: object, name: str, **extras: object) -> str:
    """Adds a row; returns its name."""
    store.call("create_topic", topic=str(topic), name=name, **extras)
    return name


def update(store: Store, topic: object, initial_name: str, name: str, **extras: object) -> None:
    """Renames a row."""
    store.call("update_topic", topic=str(topic), initial_name=initial_name, name=name, **extras)


def delete(store: Store, topic: object, name: str) -> None:
    """Deletes a row."""
    store.call("delete_topic", topic=str(topic), name=name)


def row_of(query: Query, topic: Topic, name: str) -> Row | None:
    """The topic's row of the name."""
    rows = query(f"SELECT * FROM {{s}}.{topic.table} WHERE {topic.column} = {literal(name)}")
    return rows[0] if rows else None


def there(query: Query, topic: Topic, name: str) -> bool:
    """Whether the topic has a row of the name."""
    return row_of(query, topic, name) is not None


def count(query: Query, topic: Topic) -> int:
    """How many rows the topic has."""
    return int(query(f"SELECT count(*) AS n FROM {{s}}.{topic.table}")[0]["n"])


# ---- create, update, delete


@every_topic
def test_a_row_comes_and_goes(store: Store, query: Query, name: Name, topic: Topic) -> None:
    """It is created, renamed, and deleted; its key stays."""
    first, second = name("First"), name("Second")
    create(store, topic, first)
    created = row_of(query, topic, first)
    assert created is not None
    key = next(iter(created))
    assert created["created_by"] == created["updated_by"] > 0
    update(store, topic, first, second)
    assert not there(query, topic, first)
    renamed = row_of(query, topic, second)
    assert renamed is not None
    assert (renamed[key], renamed["created_date_time"]) == (created[key], created["created_date_time"])
    assert renamed["update_date_time"] > created["update_date_time"]
    delete(store, topic, second)
    assert not there(query, topic, second)
    create(store, topic, second)
    assert there(query, topic, second)


@every_topic
@pytest.mark.parametrize("spell", [str.upper, str.title, str.capitalize, str.swapcase], ids=lambda f: f.__name__)
def test_topics_in_any_case(store: Store, query: Query, name: Name, topic: Topic, spell: Callable[[str], str]) -> None:
    """As the documentation's Actor."""
    first, second = name("First"), name("Second")
    create(store, spell(topic.name), first)
    assert there(query, topic, first)
    update(store, spell(topic.name), first, second)
    assert there(query, topic, second)
    delete(store, spell(topic.name), second)
    assert not there(query, topic, second)


@every_topic
def test_other_rows_stay(store: Store, query: Query, name: Name, topic: Topic) -> None:
    """A change is of the one row, to the letter of its name."""
    mark = name("Row")
    others = [f"{mark} a%", f"{mark} _", f"{mark} A", f" {mark} a"]
    create(store, topic, f"{mark} a")
    for other in others:
        create(store, topic, other)
    update(store, topic, f"{mark} a", f"{mark} b")
    delete(store, topic, f"{mark} b")
    assert [there(query, topic, other) for other in others] == [True] * 4


@every_topic
@pytest.mark.needs("blanks at the end of a name")
def test_a_row_of_one_blank_more_stays(store: Store, query: Query, name: Name, topic: Topic) -> None:
    """A blank at the end makes another name."""
    row = create(store, topic, name("Row"))
    other = create(store, topic, f"{row} ")
    delete(store, topic, row)
    with pytest.raises(LookupNotFound) as caught:
        delete(store, topic, row)
    refusal(caught.value, topic, row)
    assert there(query, topic, other)


@every_topic
@pytest.mark.parametrize("text", ["O'Brien", 'say "x"', "Ünïcode 日本 🎈", "semi; -- colon", "{a} %s %(b)s"])
def test_names_are_kept_to_the_letter(store: Store, query: Query, name: Name, topic: Topic, text: str) -> None:
    """Whatever they hold."""
    full = f"{name('')} {text}"
    create(store, topic, full)
    assert there(query, topic, full)
    with pytest.raises(Duplicate):
        create(store, topic, full)
    delete(store, topic, full)
    assert not there(query, topic, full)


@every_topic
@pytest.mark.parametrize(
    "text",
    [
        "O'Brien",
        'say "x"',
        "Ünïcode 日本",
        pytest.param("🎈", marks=pytest.mark.needs("characters beyond the basic plane in a message")),
        "semi; -- colon",
        "{a} %s %(b)s",
    ],
)
def test_a_refusal_shows_a_name_to_the_letter(store: Store, name: Name, topic: Topic, text: str) -> None:
    """Whatever it holds."""
    full = create(store, topic, f"{name('')} {text}")
    with pytest.raises(Duplicate) as caught:
        create(store, topic, full)
    refusal(caught.value, full)


@every_topic
def test_a_row_may_keep_its_name(store: Store, query: Query, name: Name, topic: Topic) -> None:
    """Its own name is no duplicate."""
    row = create(store, topic, name("Row"))
    update(store, topic, row, row)
    assert there(query, topic, row)


# ---- duplicates


@every_topic
def test_a_name_that_exists_is_a_duplicate(store: Store, query: Query, name: Name, topic: Topic) -> None:
    """For a new row and for a new name; both rows stay as they were."""
    first, second = create(store, topic, name("First")), create(store, topic, name("Second"))
    before = row_of(query, topic, first), row_of(query, topic, second)
    with pytest.raises(Duplicate) as caught:
        create(store, topic, first)
    refusal(caught.value, topic, first)
    with pytest.raises(Duplicate) as caught:
        update(store, topic, second, first)
    refusal(caught.value, topic, first, second)
    assert (row_of(query, topic, first), row_of(query, topic, second)) == before


@pytest.mark.parametrize(("topic", "preloaded"), PRELOADED)
def test_a_preloaded_name_is_a_duplicate(store: Store, query: Query, name: Name, topic: str, preloaded: str) -> None:
    """For a new row and for a new name."""
    row = create(store, topic, name("Row"))
    with pytest.raises(Duplicate) as caught:
        create(store, topic, preloaded)
    refusal(caught.value, preloaded)
    with pytest.raises(Duplicate) as caught:
        update(store, topic, row, preloaded)
    refusal(caught.value, preloaded)
    assert there(query, BY_NAME[topic], row)


def test_one_name_may_be_of_many_topics(store: Store, query: Query, name: Name) -> None:
    """A name is unique within its topic."""
    shared = name("Row")
    for topic in TOPICS:
        create(store, topic, shared)
    delete(store, "tool", shared)
    assert [there(query, topic, shared) for topic in TOPICS] == [True] * 9 + [False]


# ---- preloaded rows


@pytest.mark.parametrize(("topic", "preloaded"), PRELOADED)
def test_a_preloaded_row_is_protected(store: Store, query: Query, name: Name, topic: str, preloaded: str) -> None:
    """It is neither renamed nor deleted."""
    before = row_of(query, BY_NAME[topic], preloaded)
    assert before is not None
    for new in (name("New"), preloaded):
        with pytest.raises(Protected) as caught:
            update(store, topic, preloaded, new)
        refusal(caught.value, topic, preloaded)
    with pytest.raises(Protected) as caught:
        delete(store, topic, preloaded)
    refusal(caught.value, topic, preloaded)
    assert row_of(query, BY_NAME[topic], preloaded) == before


@pytest.mark.parametrize(
    ("topic", "word", "meant"),
    [("process status", "complete", "completed"), ("extract status", "initialized", "initializing")],
)
def test_two_statuses_have_another_word(
    store: Store, query: Query, name: Name, topic: str, word: str, meant: str
) -> None:
    """The workflow page's word means the preloaded status, for whatever is done to it."""
    row = create(store, topic, name("Row"))
    for change, error in (
        (lambda: create(store, topic, word), Duplicate),
        (lambda: update(store, topic, row, word), Duplicate),
        (lambda: update(store, topic, word, name("Row")), Protected),
        (lambda: delete(store, topic, word), Protected),
    ):
        with pytest.raises(error) as caught:
            change()
        refusal(caught.value, word)
    assert not there(query, BY_NAME[topic], word)
    assert there(query, BY_NAME[topic], meant)
    assert there(query, BY_NAME[topic], row)


# ---- rows in use


def test_what_a_run_uses_is_in_use(store: Store, started: Started, query: Query, name: Name) -> None:
    """Actor, tool, process type, dataset type, sources, a custom status, an error type."""
    dataset_type = create(store, "dataset type", name("Dataset"))
    error_type = create(store, "error type", name("Error"))
    names = {topic: name(topic) for topic in ("actor", "tool", "process type", "source", "process status")}
    target = name("Target")
    run = started(
        actor_name=names["actor"],
        tool_name=names["tool"],
        process_type=names["process type"],
        sources=[names["source"]],
        targets={target: ["o"]},
        dataset_types=[dataset_type],
    )
    key = run["process_tracking_id"]
    store.call("change_run_status", process_tracking_id=key, new_status=names["process status"])
    store.call("raise_run_error", process_tracking_id=key, error_type_name=error_type)
    used = [*names.items(), ("source", target), ("dataset type", dataset_type), ("error type", error_type)]
    for topic, row in used:
        with pytest.raises(InUse) as caught:
            delete(store, topic, row)
        refusal(caught.value, topic, row)
        assert there(query, BY_NAME[topic], row)


@pytest.mark.parametrize("column", ["created_by", "updated_by"])
def test_an_actor_of_the_audit_trail_is_in_use(store: Store, query: Query, name: Name, column: str) -> None:
    """Whoever made or changed a row can be looked up; the actor's own row does not count."""
    actor, other, tool = (create(store, topic, name("Row")) for topic in ("actor", "actor", "tool"))
    keys = {who: row["actor_id"] for who in (actor, other) if (row := row_of(query, BY_NAME["actor"], who))}
    query(f"UPDATE {{s}}.tool_lkup SET {column} = {keys[actor]} WHERE tool_name = {literal(tool)}")
    query(f"UPDATE {{s}}.actor_lkup SET {column} = actor_id WHERE actor_id IN ({keys[actor]}, {keys[other]})")
    delete(store, "actor", other)
    with pytest.raises(InUse) as caught:
        delete(store, "actor", actor)
    refusal(caught.value, actor, "tool_lkup")
    assert there(query, BY_NAME["actor"], actor)
    delete(store, "tool", tool)
    delete(store, "actor", actor)
    assert not there(query, BY_NAME["actor"], actor)


def test_an_extracts_status_is_in_use(store: Store, started: Started, query: Query, name: Name) -> None:
    """Also when only the run's tie to the extract still names it."""
    first, second = create(store, "extract status", name("First")), create(store, "extract status", name("Second"))
    run, other = started(), started()
    extract = register(store, run, "a.csv", name("/data"), status=first)
    store.call(
        "change_extract_status",
        process_tracking_id=other["process_tracking_id"],
        extract_id=extract,
        new_status=second,
    )
    for status in (first, second):
        with pytest.raises(InUse) as caught:
            delete(store, "extract status", status)
        refusal(caught.value, status)
        assert there(query, BY_NAME["extract status"], status)


def test_a_cluster_is_in_use_while_it_has_processes(store: Store, started: Started, query: Query, name: Name) -> None:
    """Then it can be deleted."""
    cluster, process_name = create(store, "cluster", name("Cluster")), started()["process_name"]
    store.call("create_cluster_process", cluster_name=cluster, process_name=process_name)
    with pytest.raises(InUse) as caught:
        delete(store, "cluster", cluster)
    refusal(caught.value, cluster)
    store.call("delete_cluster_process", cluster_name=cluster, process_name=process_name)
    delete(store, "cluster", cluster)
    assert not there(query, BY_NAME["cluster"], cluster)


@pytest.mark.parametrize("side", ["process", "source"])
def test_a_contact_is_in_use_while_it_is_one(
    store: Store, started: Started, query: Query, name: Name, side: str
) -> None:
    """Of a process or of a source."""
    contact, source = create(store, "contact", name("Contact")), name("Source")
    of = {"process_name": started(sources=[source])["process_name"]} if side == "process" else {"source_name": source}
    with suppress(Duplicate):
        create(store, "source", source)
    store.call(f"add_{side}_contact", contact_name=contact, **of)
    with pytest.raises(InUse) as caught:
        delete(store, "contact", contact)
    refusal(caught.value, contact)
    store.call(f"remove_{side}_contact", contact_name=contact, **of)
    delete(store, "contact", contact)
    assert not there(query, BY_NAME["contact"], contact)


def test_a_row_in_use_may_be_renamed(store: Store, started: Started, name: Name) -> None:
    """All who use it see the new name."""
    actor, source, other_actor, other_source = (name("Row") for _ in range(4))
    run = started(actor_name=actor, sources=[source])
    update(store, "actor", actor, other_actor)
    update(store, "source", source, other_source)
    row = store.call("get_process_run", process_tracking_id=run["process_tracking_id"])
    assert row["actor_name"] == other_actor
    assert [item["source_name"] for item in row["sources"]] == [other_source]


# ---- what does not exist


@every_topic
def test_an_unknown_name_is_not_found(store: Store, query: Query, name: Name, topic: Topic) -> None:
    """Neither for a new name nor to be deleted; case and a space before it count."""
    row, new = create(store, topic, name("Row")), name("New")
    for wrong in (name("Unknown"), row.upper(), f" {row}"):
        with pytest.raises(LookupNotFound) as caught:
            update(store, topic, wrong, new)
        refusal(caught.value, topic, wrong)
        with pytest.raises(LookupNotFound) as caught:
            delete(store, topic, wrong)
        refusal(caught.value, topic, wrong)
    assert there(query, topic, row)
    assert not there(query, topic, new)


@pytest.mark.parametrize(
    "topic", ["process", "actors", "source object", "schedule frequency", "", " ", "actor%", "cluster process", None, 5]
)
def test_an_unknown_topic(store: Store, name: Name, topic: Any) -> None:
    """Is refused by its name."""
    for routine, given in (
        ("create_topic", {"name": name("Row")}),
        ("update_topic", {"initial_name": name("Row"), "name": name("Row")}),
        ("delete_topic", {"name": name("Row")}),
    ):
        with pytest.raises(InvalidArgument) as caught:
            store.call(routine, topic=topic, **given)
        refusal(caught.value, "topic", *([topic] if isinstance(topic, str) else []))


def test_the_refusal_of_an_unknown_topic_says_which_there_are(store: Store, name: Name) -> None:
    """All ten: with a topic of six letters, they just fit into the shortest message of an engine."""
    with pytest.raises(InvalidArgument) as caught:
        create(store, "actors", name("Row"))
    refusal(caught.value, "actors", *TOPICS)


# ---- names that are none


@every_topic
@pytest.mark.parametrize("wrong", ["", " ", "\t\n", None, 5], ids=repr)
def test_a_blank_name(store: Store, query: Query, name: Name, topic: Topic, wrong: Any) -> None:
    """It is none, neither old nor new."""
    row = create(store, topic, name("Row"))
    for routine, given, shown in (
        ("create_topic", {"name": wrong}, "name"),
        ("update_topic", {"initial_name": row, "name": wrong}, "name"),
        ("update_topic", {"initial_name": wrong, "name": row}, "initial_name"),
        ("delete_topic", {"name": wrong}, "name"),
    ):
        with pytest.raises(InvalidArgument) as caught:
            store.call(routine, topic=topic.name, **given)
        refusal(caught.value, shown)
    assert there(query, topic, row)


@every_topic
def test_a_name_as_long_as_its_column(store: Store, query: Query, name: Name, topic: Topic) -> None:
    """Fits; one character more does not, and nothing is cut off."""
    row = create(store, topic, name("Row"))
    long = name("Row").ljust(topic.length, "é")
    create(store, topic, long)
    assert there(query, topic, long)
    before = count(query, topic)
    for change in (lambda: create(store, topic, long + "x"), lambda: update(store, topic, row, long + "x")):
        with pytest.raises(InvalidArgument) as caught:
            change()
        refusal(caught.value, "name", topic.length)
    assert count(query, topic) == before
    assert there(query, topic, row)


# ---- contacts' and clusters' own fields


def test_a_contacts_email(store: Store, query: Query, name: Name) -> None:
    """It is given or not, changes when given, and else stays."""
    contact, email, other = name("Contact"), f"{name('a')}@b.c", f"{name('d')}@e.f"

    def stored(row: str) -> str | None:
        found = row_of(query, BY_NAME["contact"], row)
        assert found is not None
        email_of: str | None = found["contact_email"]
        return email_of

    create(store, "contact", contact)
    assert stored(contact) is None
    update(store, "contact", contact, contact, email=email)
    assert stored(contact) == email
    renamed = name("Renamed")
    update(store, "contact", contact, renamed)
    assert stored(renamed) == email
    update(store, "contact", renamed, contact, email=other)
    assert stored(contact) == other
    assert stored(create(store, "contact", name("Contact"), email=email)) == email


def test_emails_are_unique(store: Store, query: Query, name: Name) -> None:
    """A second contact of one address is a duplicate; contacts without one are not."""
    email = f"{name('a')}@b.c"
    create(store, "contact", name("First"), email=email)
    second, third = create(store, "contact", name("Second")), name("Third")
    with pytest.raises(Duplicate) as caught:
        create(store, "contact", third, email=email)
    refusal(caught.value, email)
    with pytest.raises(Duplicate) as caught:
        update(store, "contact", second, third, email=email)
    refusal(caught.value, email)
    assert not there(query, BY_NAME["contact"], third)
    found = row_of(query, BY_NAME["contact"], second)
    assert found is not None
    assert found["contact_email"] is None


@pytest.mark.parametrize("email", ["", " ", "x" * 751, 5])
def test_an_email_that_is_none(store: Store, query: Query, name: Name, email: Any) -> None:
    """Blank or too long."""
    contact, row = name("Contact"), create(store, "contact", name("Row"))
    for change in (
        lambda: create(store, "contact", contact, email=email),
        lambda: update(store, "contact", row, contact, email=email),
    ):
        with pytest.raises(InvalidArgument) as caught:
            change()
        refusal(caught.value, "email")
    assert not there(query, BY_NAME["contact"], contact)


def cluster_of(query: Query, name: str) -> list[Any]:
    """What is stored of the cluster's capacity."""
    row = row_of(query, BY_NAME["cluster"], name)
    assert row is not None
    return [
        row["cluster_max_memory"],
        row["cluster_max_memory_unit"],
        row["cluster_max_processing"],
        row["cluster_max_processing_unit"],
    ]


def test_a_clusters_capacity(store: Store, query: Query, name: Name) -> None:
    """Each of it is given or not, changes when given, and else stays."""
    cluster = create(store, "cluster", name("Cluster"))
    assert cluster_of(query, cluster) == [None, None, None, None]
    update(store, "cluster", cluster, cluster, max_memory=64, memory_unit="GB")
    assert cluster_of(query, cluster) == [64, "GB", None, None]
    renamed = name("Renamed")
    update(store, "cluster", cluster, renamed, max_processing=0, processing_unit="Ghz")
    assert cluster_of(query, renamed) == [64, "GB", 0, "Ghz"]
    update(store, "cluster", renamed, renamed, max_memory=1, memory_unit="TB", max_processing=2, processing_unit="DPU")
    assert cluster_of(query, renamed) == [1, "TB", 2, "DPU"]
    other = create(
        store, "cluster", name("Row"), max_memory=2**31 - 1, memory_unit="MB", max_processing=8, processing_unit="CPU"
    )
    assert cluster_of(query, other) == [2**31 - 1, "MB", 8, "CPU"]


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("max_memory", -1),
        ("max_memory", "64"),
        ("max_memory", 1.5),
        ("max_memory", 2**31),
        ("memory_unit", "GiB"),
        ("memory_unit", " "),
        ("max_processing", -5),
        ("max_processing", True),
        ("processing_unit", "CPUs"),
        ("processing_unit", ""),
    ],
)
def test_a_capacity_that_is_none(store: Store, query: Query, name: Name, field: str, wrong: Any) -> None:
    """Nothing is stored."""
    cluster, row = name("Cluster"), create(store, "cluster", name("Row"))
    for change in (
        lambda: create(store, "cluster", cluster, **{field: wrong}),
        lambda: update(store, "cluster", row, cluster, **{field: wrong}),
    ):
        with pytest.raises(InvalidArgument) as caught:
            change()
        refusal(caught.value, field, *([wrong] if isinstance(wrong, int) else []))
    assert not there(query, BY_NAME["cluster"], cluster)
    assert cluster_of(query, row) == [None, None, None, None]


@every_topic
@pytest.mark.parametrize(
    "extra",
    [{"email": "a@b.c"}, {"max_memory": 1}, {"memory_unit": "GB"}, {"max_processing": 1}, {"processing_unit": "CPU"}],
    ids=str,
)
def test_fields_of_another_topic(store: Store, query: Query, name: Name, topic: Topic, extra: dict[str, Any]) -> None:
    """They are refused, not overlooked."""
    if topic.name == ("contact" if "email" in extra else "cluster"):
        return
    new, row = name("New"), create(store, topic, name("Row"))
    for change in (lambda: create(store, topic, new, **extra), lambda: update(store, topic, row, new, **extra)):
        with pytest.raises(InvalidArgument) as caught:
            change()
        refusal(caught.value, topic)
    assert not there(query, topic, new)


# ---- what is tied together: a process to a cluster, a contact to a process or a source


@dataclass(frozen=True)
class Tie:
    """Two routines that tie and untie, and the topic or process of each of their parameters."""

    tie: str
    untie: str
    one: str
    other: str
    table: str

    def __str__(self) -> str:
        return self.tie


TIES = [
    Tie("create_cluster_process", "delete_cluster_process", "cluster", "process", "cluster_process"),
    Tie("add_process_contact", "remove_process_contact", "process", "contact", "process_contact"),
    Tie("add_source_contact", "remove_source_contact", "source", "contact", "source_contact"),
]
every_tie = pytest.mark.parametrize("tie", TIES, ids=str)
Made = Callable[[str], str]


@pytest.fixture
def made(store: Store, started: Started, name: Name) -> Made:
    """Makes a process, or a row of a topic; its name."""

    def make(kind: str) -> str:
        return str(started()["process_name"]) if kind == "process" else create(store, kind, name(kind))

    return make


def number(query: Query, tie: Tie, kind: str, name: str) -> int:
    """How many ties the thing has."""
    table = {"process": "process", "cluster": "cluster_tracking_lkup"}.get(kind, f"{kind}_lkup")
    rows = query(
        f"SELECT count(*) AS n FROM {{s}}.{tie.table} t JOIN {{s}}.{table} k ON k.{kind}_id = t.{kind}_id"
        f" WHERE k.{kind}_name = {literal(name)}"
    )
    return int(rows[0]["n"])


@every_tie
def test_a_tie_comes_and_goes(store: Store, query: Query, made: Made, tie: Tie) -> None:
    """Each of both may have many; taking one away leaves the others."""
    ones, others = [made(tie.one) for _ in range(2)], [made(tie.other) for _ in range(2)]
    for one in ones:
        for other in others:
            store.call(tie.tie, **{f"{tie.one}_name": one, f"{tie.other}_name": other})
    assert [number(query, tie, tie.one, one) for one in ones] == [2, 2]
    store.call(tie.untie, **{f"{tie.one}_name": ones[0], f"{tie.other}_name": others[1]})
    assert [number(query, tie, tie.one, one) for one in ones] == [1, 2]
    assert [number(query, tie, tie.other, other) for other in others] == [2, 1]


@every_tie
def test_a_tie_that_exists_is_a_duplicate(store: Store, query: Query, made: Made, tie: Tie) -> None:
    """Once it is taken away, it may come again."""
    one, other = made(tie.one), made(tie.other)
    given = {f"{tie.one}_name": one, f"{tie.other}_name": other}
    store.call(tie.tie, **given)
    with pytest.raises(Duplicate) as caught:
        store.call(tie.tie, **given)
    refusal(caught.value, one, other)
    assert number(query, tie, tie.one, one) == 1
    store.call(tie.untie, **given)
    with pytest.raises(LookupNotFound) as not_found:
        store.call(tie.untie, **given)
    refusal(not_found.value, one, other)
    store.call(tie.tie, **given)
    assert number(query, tie, tie.one, one) == 1


@every_tie
@pytest.mark.parametrize("which", ["one", "other"])
@pytest.mark.parametrize("wrong", [UNKNOWN_NAME, "", " ", None, "x" * 251, 5], ids=lambda w: repr(w)[:12])
def test_both_of_a_tie_must_exist(store: Store, query: Query, made: Made, tie: Tie, which: str, wrong: Any) -> None:
    """The unknown one is named."""
    given: dict[str, Any] = {f"{tie.one}_name": made(tie.one), f"{tie.other}_name": made(tie.other)}
    kind = tie.one if which == "one" else tie.other
    right = tie.other if which == "one" else tie.one
    given[f"{kind}_name"] = wrong
    error: type[PtdbError] = InvalidArgument
    if wrong == UNKNOWN_NAME:
        error = ProcessNotFound if kind == "process" else LookupNotFound
    for routine in (tie.tie, tie.untie):
        with pytest.raises(error) as caught:
            store.call(routine, **given)
        refusal(caught.value, wrong if wrong == UNKNOWN_NAME else f"{kind}_name")
    assert number(query, tie, right, given[f"{right}_name"]) == 0


# ---- filters

VALUE = {"filter_value_string": "x"}


@pytest.fixture
def reads(started: Started, name: Name) -> dict[str, Any]:
    """The names by which a filter of a process is given."""
    source = name("Source")
    run = started(sources={source: {"o": ["a", "b"]}})
    return {
        "process_name": run["process_name"],
        "source_name": source,
        "source_object_name": "o",
        "source_object_attribute_name": "a",
        "filter_type_code": "eq",
    }


def filters_of(store: Store, process_name: str) -> list[tuple[str, str, Any, Any]]:
    """The process's filters: attribute, code, both values."""
    rows = store.call("find_process_filters", process_name=process_name)
    return [
        (
            row["source_object_attribute_name"],
            row["filter_type_code"],
            row["filter_value_string"],
            row["filter_value_numeric"],
        )
        for row in rows
    ]


@pytest.mark.parametrize("code", ["eq", "lt", "gt", "lte", "gte", "not", "lke", "in"])
@pytest.mark.parametrize(
    "value",
    [
        {"filter_value_string": "it's 5%"},
        pytest.param({"filter_value_string": ""}, marks=pytest.mark.needs("an empty text")),
        {"filter_value_string": "x" * 250},
        {"filter_value_numeric": 5},
        {"filter_value_numeric": -0.125},
        {"filter_value_numeric": Decimal("12345678901234567890.0123456789")},
    ],
    ids=lambda v: str(v)[:40],
)
def test_a_filter_comes_and_goes(store: Store, reads: dict[str, Any], code: str, value: dict[str, Any]) -> None:
    """Each preloaded comparison takes a text or a number, which comes back to the letter."""
    reads["filter_type_code"] = code
    store.call("add_process_filter", **reads, **value)
    expected = ("a", code, value.get("filter_value_string"), value.get("filter_value_numeric"))
    assert filters_of(store, reads["process_name"]) == [expected]
    store.call("remove_process_filter", **reads)
    assert filters_of(store, reads["process_name"]) == []


def test_an_attribute_has_one_filter_of_a_type(store: Store, reads: dict[str, Any]) -> None:
    """A second is a duplicate, whatever its value; other types and attributes are not."""
    store.call("add_process_filter", **reads, filter_value_numeric=1)
    for value in ({"filter_value_numeric": 2}, VALUE):
        with pytest.raises(Duplicate) as caught:
            store.call("add_process_filter", **reads, **value)
        refusal(caught.value, reads["process_name"], "eq", "a")
    store.call("add_process_filter", **{**reads, "filter_type_code": "not"}, filter_value_numeric=2)
    store.call("add_process_filter", **{**reads, "source_object_attribute_name": "b"}, filter_value_numeric=3)
    assert [row[3] for row in filters_of(store, reads["process_name"])] == [1, 2, 3]
    store.call("remove_process_filter", **reads)
    assert [row[3] for row in filters_of(store, reads["process_name"])] == [2, 3]


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"filter_value_string": "x", "filter_value_numeric": 1},
        {"filter_value_string": "x" * 251},
        {"filter_value_numeric": "1"},
        {"filter_value_numeric": True},
        {"filter_value_numeric": float("nan")},
        {"filter_value_numeric": float("-inf")},
        {"filter_value_numeric": Decimal("NaN")},
    ],
    ids=lambda v: str(v)[:40],
)
def test_a_filter_has_one_value(store: Store, reads: dict[str, Any], value: dict[str, Any]) -> None:
    """Neither none nor both; a text that fits, or a number."""
    with pytest.raises(InvalidArgument) as caught:
        store.call("add_process_filter", **reads, **value)
    refusal(caught.value, "filter_value_")
    assert filters_of(store, reads["process_name"]) == []


WRONG_NAMES = [UNKNOWN_NAME, "", " ", None, "x" * 251]


@pytest.mark.parametrize(
    "parameter",
    [
        "process_name",
        "source_name",
        "source_object_name",
        "source_object_attribute_name",
        "filter_type_code",
    ],
)
@pytest.mark.parametrize("wrong", WRONG_NAMES, ids=lambda w: repr(w)[:12])
def test_what_a_filter_names_must_exist(store: Store, reads: dict[str, Any], parameter: str, wrong: Any) -> None:
    """For adding it and for removing it."""
    store.call("add_process_filter", **reads, **VALUE)
    given = {**reads, parameter: wrong}
    error: type[PtdbError] = InvalidArgument
    if wrong == UNKNOWN_NAME:
        error = ProcessNotFound if parameter == "process_name" else LookupNotFound
    elif parameter == "filter_type_code" and wrong and wrong.strip():
        error = LookupNotFound  # the known codes are more help than their length
    for routine, value in (("add_process_filter", VALUE), ("remove_process_filter", {})):
        with pytest.raises(error) as caught:
            store.call(routine, **given, **value)
        refusal(caught.value, str(wrong)[:20] if error is not InvalidArgument else parameter)
    assert len(filters_of(store, reads["process_name"])) == 1


def test_a_filter_that_is_not_there_cannot_be_removed(store: Store, reads: dict[str, Any]) -> None:
    """The refusal names what was asked for."""
    store.call("add_process_filter", **reads, **VALUE)
    for change in ({"filter_type_code": "gt"}, {"source_object_attribute_name": "b"}):
        with pytest.raises(LookupNotFound) as caught:
            store.call("remove_process_filter", **{**reads, **change})
        refusal(caught.value, reads["process_name"], *change.values())
    assert len(filters_of(store, reads["process_name"])) == 1


def test_an_attribute_the_process_does_not_read_may_be_filtered(
    store: Store, started: Started, reads: dict[str, Any]
) -> None:
    """The attribute has to be known, not to be the process's own."""
    other = started()["process_name"]
    store.call("add_process_filter", **{**reads, "process_name": other}, **VALUE)
    assert filters_of(store, other) == [("a", "eq", "x", None)]


# ---- set_source


def source_row(query: Query, source: str) -> tuple[str, str | None]:
    """The source's type and character set."""
    (row,) = query(
        "SELECT t.source_type_name, c.character_set_name FROM {s}.source_lkup s"
        " JOIN {s}.source_type_lkup t ON t.source_type_id = s.source_type_id"
        " LEFT JOIN {s}.character_set_lkup c ON c.character_set_id = s.character_set_id"
        f" WHERE s.source_name = {literal(source)}"
    )
    return row["source_type_name"], row["character_set_name"]


def test_a_sources_type_and_character_set(store: Store, query: Query, name: Name) -> None:
    """What is not given stays; a new character set is added, a known one is used again."""
    source, other, character_set = (
        create(store, "source", name("Row")),
        create(store, "source", name("Row")),
        name("UTF"),
    )
    assert source_row(query, source) == ("Undefined", None)
    for given, expected in (
        ({"source_type": "Database"}, ("Database", None)),
        ({"character_set": character_set}, ("Database", character_set)),
        ({"source_type": "External"}, ("External", character_set)),
        ({}, ("External", character_set)),
        ({"source_type": "Internal", "character_set": character_set}, ("Internal", character_set)),
    ):
        store.call("set_source", source_name=source, **given)
        assert source_row(query, source) == expected
    store.call("set_source", source_name=other, character_set=character_set)
    assert source_row(query, other) == ("Undefined", character_set)
    rows = query(f"SELECT 1 AS n FROM {{s}}.character_set_lkup WHERE character_set_name = {literal(character_set)}")
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"source_name": "no such source"}, LookupNotFound),
        ({"source_name": ""}, InvalidArgument),
        ({"source_name": None}, InvalidArgument),
        ({"source_name": "x" * 251}, InvalidArgument),
        ({"source_type": "Spreadsheet"}, LookupNotFound),
        ({"source_type": "database"}, LookupNotFound),
        ({"source_type": "x" * 76}, LookupNotFound),
        pytest.param({"source_type": ""}, InvalidArgument, marks=pytest.mark.needs("an empty text")),
        ({"source_type": " "}, InvalidArgument),
        pytest.param({"character_set": ""}, InvalidArgument, marks=pytest.mark.needs("an empty text")),
        ({"character_set": "x" * 76}, InvalidArgument),
        ({"character_set": 8}, InvalidArgument),
    ],
    ids=lambda v: str(v)[:30],
)
def test_what_a_source_cannot_be_set_to(
    store: Store, query: Query, name: Name, wrong: dict[str, Any], error: type[PtdbError]
) -> None:
    """Nothing of the call is kept."""
    source = create(store, "source", name("Row"))
    given = {"source_name": source, "source_type": "Internal", "character_set": name("Row"), **wrong}
    with pytest.raises(error) as caught:
        store.call("set_source", **given)
    refusal(caught.value, *(value[:20] if error is LookupNotFound else key for key, value in wrong.items()))
    assert type(caught.value) is error
    assert source_row(query, source) == ("Undefined", None)


# ---- set_source_object_attribute

ATTRIBUTE = {
    "attribute_path": "$.a.b",
    "data_type": "varchar",
    "data_length": 20,
    "data_decimal": 0,
    "default_value_string": "n/a",
    "default_value_number": Decimal("0.5"),
    "is_pii": True,
    "is_key": True,
    "is_filter": True,
    "is_partition": True,
}
UNSET: dict[str, Any] = {key: False if key.startswith("is_") else None for key in ATTRIBUTE}


@pytest.fixture
def attribute(started: Started, name: Name) -> dict[str, str]:
    """The names by which an attribute is given."""
    source = name("Source")
    started(sources={source: {"o": ["a", "b"]}})
    return {"source_name": source, "source_object_name": "o", "source_object_attribute_name": "a"}


def attribute_row(query: Query, attribute: dict[str, str], of: str = "a") -> Row:
    """What is stored of the attribute."""
    (row,) = query(
        "SELECT a.attribute_path, t.data_type, a.data_length, a.data_decimal, a.default_value_string,"
        " a.default_value_number, a.is_pii, a.is_key, a.is_filter, a.is_partition"
        " FROM {s}.source_object_attribute_lkup a"
        " JOIN {s}.source_object_lkup o ON o.source_object_id = a.source_object_id"
        " JOIN {s}.source_lkup s ON s.source_id = o.source_id"
        " LEFT JOIN {s}.data_type_lkup t ON t.data_type_id = a.data_type_id"
        f" WHERE s.source_name = {literal(attribute['source_name'])} AND a.source_object_attribute_name = '{of}'"
    )
    return {key: bool(value) if key.startswith("is_") else value for key, value in row.items()}


def test_what_is_known_of_an_attribute(store: Store, query: Query, attribute: dict[str, str]) -> None:
    """All of it at once; the object's other attributes stay as they are."""
    assert attribute_row(query, attribute) == UNSET
    store.call("set_source_object_attribute", **attribute, **ATTRIBUTE)
    assert attribute_row(query, attribute) == ATTRIBUTE
    assert attribute_row(query, attribute, "b") == UNSET
    store.call("set_source_object_attribute", **attribute)
    assert attribute_row(query, attribute) == ATTRIBUTE


@pytest.mark.parametrize("field", ATTRIBUTE)
def test_what_is_not_given_stays(store: Store, query: Query, attribute: dict[str, str], field: str) -> None:
    """Each field is set, and unset where that is a value, without the others."""
    store.call("set_source_object_attribute", **attribute, **{field: ATTRIBUTE[field]})
    assert attribute_row(query, attribute) == {**UNSET, field: ATTRIBUTE[field]}
    store.call("set_source_object_attribute", **attribute, **ATTRIBUTE)
    if field.startswith("is_"):
        store.call("set_source_object_attribute", **attribute, **{field: False})
        assert attribute_row(query, attribute) == {**ATTRIBUTE, field: False}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("default_value_string", "", marks=pytest.mark.needs("an empty text")),
        ("default_value_number", 0),
        ("default_value_number", -1.25),
        ("data_length", 0),
        ("data_length", 2**31 - 1),
        ("attribute_path", "x" * 750),
        ("data_type", "x" * 75),
        ("default_value_string", "x" * 250),
    ],
    ids=lambda v: str(v)[:30],
)
def test_values_at_the_edge(store: Store, query: Query, attribute: dict[str, str], field: str, value: Any) -> None:
    """They are kept to the letter."""
    store.call("set_source_object_attribute", **attribute, **{field: value})
    assert attribute_row(query, attribute)[field] == value


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        *(
            ({parameter: wrong}, LookupNotFound if wrong == UNKNOWN_NAME else InvalidArgument)
            for parameter in ("source_name", "source_object_name", "source_object_attribute_name")
            for wrong in WRONG_NAMES
        ),
        *(
            ({field: wrong}, InvalidArgument)
            for field, wrong in [
                ("data_length", -1),
                ("data_length", "20"),
                ("data_length", 2**31),
                ("data_decimal", -1),
                ("data_decimal", 0.5),
                ("attribute_path", "x" * 751),
                ("data_type", " "),
                ("data_type", "x" * 76),
                ("default_value_string", "x" * 251),
                ("default_value_string", 5),
                ("default_value_number", "5"),
                ("default_value_number", float("inf")),
                ("is_pii", "yes"),
                ("is_key", 1),
            ]
        ),
        pytest.param({"attribute_path": ""}, InvalidArgument, marks=pytest.mark.needs("an empty text")),
    ],
    ids=lambda v: str(v)[:40],
)
def test_what_an_attribute_cannot_be_set_to(
    store: Store, query: Query, attribute: dict[str, str], wrong: dict[str, Any], error: type[PtdbError]
) -> None:
    """Nothing of the call is kept."""
    with pytest.raises(error) as caught:
        store.call("set_source_object_attribute", **{**attribute, **ATTRIBUTE, **wrong})
    refusal(caught.value, *(value if error is LookupNotFound else key for key, value in wrong.items()))
    assert attribute_row(query, attribute) == UNSET


# ---- at once


@every_topic
def test_one_of_many_gets_the_name(store_url: str, store: Store, query: Query, name: Name, topic: Topic) -> None:
    """Rows created, and rows renamed, at the same time: one has the name, the others learn that it is taken."""
    created, renamed = name("Created"), name("Renamed")
    rows = [create(store, topic, name("Row")) for _ in range(6)]
    together = Barrier(6)

    def change(number: int) -> list[bool]:
        outcomes = []
        with Store(store_url) as own:
            own.call("get_version")
            for call in (partial(create, own, topic, created), partial(update, own, topic, rows[number], renamed)):
                together.wait(30)
                try:
                    call()
                    outcomes.append(True)
                except Duplicate:
                    outcomes.append(False)
        return outcomes

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(change, range(6)))
    assert [sum(won) for won in zip(*outcomes, strict=True)] == [1, 1]
    assert there(query, topic, created)
    assert sum(there(query, topic, row) for row in rows) == 5
