"""Dependencies between processes, many levels deep and from many sides at once: they never close a circle."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from threading import Barrier

import pytest

from ptdb import ExtractTracker, ProcessTracker, Store
from ptdb.errors import (
    DependencyBlocked,
    DependencyCycle,
    Duplicate,
    ExtractDependencyBlocked,
    InvalidArgument,
)
from tests.conformance.helpers import Name, Query, Started, depend, end, extract_status, literal, refusal, register

DEEP = 60


def chain(store: Store, started: Started, length: int) -> list[str]:
    """So many processes, each of which waits for the one before it."""
    names = [str(started()["process_name"]) for _ in range(length)]
    for parent, child in pairwise(names):
        depend(store, parent, child)
    return names


def parents_of(query: Query, child: str) -> list[str]:
    """The parents of a process."""
    rows = query(
        "SELECT parent_process_name FROM {s}.v_process_dependency"
        f" WHERE child_process_name = {literal(child)} ORDER BY parent_process_name"
    )
    return [row["parent_process_name"] for row in rows]


def separate(store: Store, parent: str, child: str) -> None:
    """Takes the dependency away."""
    store.call("delete_process_dependency", parent_process_name=parent, child_process_name=child)


# ---- deep


def test_a_deep_circle_is_refused(store: Store, started: Started, query: Query) -> None:
    """From the last of a long chain to any before it; the other way round is fine."""
    names = chain(store, started, DEEP)
    for earlier in (0, 1, DEEP // 2, DEEP - 2):
        with pytest.raises(DependencyCycle) as caught:
            depend(store, names[-1], names[earlier])
        refusal(caught.value, names[-1], names[earlier])
        assert parents_of(query, names[earlier]) == ([] if earlier == 0 else [names[earlier - 1]])
    depend(store, names[0], names[-1])
    assert parents_of(query, names[-1]) == sorted([names[0], names[-2]])


def test_a_broken_chain_closes_no_circle(store: Store, started: Started, query: Query) -> None:
    """With one link taken away, the ends may be tied; then the link may not come back."""
    names = chain(store, started, 8)
    separate(store, names[3], names[4])
    depend(store, names[-1], names[0])
    with pytest.raises(DependencyCycle) as caught:
        depend(store, names[3], names[4])
    refusal(caught.value, names[3], names[4])
    assert parents_of(query, names[0]) == [names[-1]]
    assert parents_of(query, names[4]) == []


def test_many_ways_are_followed_in_a_moment(store: Store, started: Started) -> None:
    """A lattice of 20 layers has a million ways through it, of which none is walked twice."""
    layers = [[str(started()["process_name"]) for _ in range(2)] for _ in range(20)]
    for above, below in pairwise(layers):
        for parent in above:
            for child in below:
                depend(store, parent, child)
    with pytest.raises(DependencyCycle):
        depend(store, layers[-1][0], layers[0][1])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_dependencies(store: Store, started: Started, query: Query, seed: int) -> None:
    """What is refused as a circle is exactly what closes one."""
    numbers = random.Random(seed)
    names = [str(started()["process_name"]) for _ in range(9)]
    children: dict[str, set[str]] = {process_name: set() for process_name in names}

    def reaches(start: str, goal: str) -> bool:
        return start == goal or any(reaches(child, goal) for child in children[start])

    for _ in range(70):
        parent, child = numbers.choice(names), numbers.choice(names)
        if child in children[parent] and numbers.random() < 0.5:
            separate(store, parent, child)
            children[parent].remove(child)
            continue
        expected = Duplicate if child in children[parent] else DependencyCycle if reaches(child, parent) else None
        if expected:
            with pytest.raises(expected):
                depend(store, parent, child)
        else:
            depend(store, parent, child)
            children[parent].add(child)
    for child in names:
        assert parents_of(query, child) == sorted(parent for parent in names if child in children[parent])


# ---- names


@pytest.mark.parametrize("routine", ["create_process_dependency", "delete_process_dependency"])
@pytest.mark.parametrize("parameter", ["parent_process_name", "child_process_name"])
@pytest.mark.parametrize("wrong", ["", " ", None, "x" * 251, 5], ids=lambda w: repr(w)[:10])
def test_a_name_that_is_none(store: Store, started: Started, routine: str, parameter: str, wrong: object) -> None:
    """The refusal says which of the two it is."""
    given: dict[str, object] = {
        "parent_process_name": started()["process_name"],
        "child_process_name": started()["process_name"],
        parameter: wrong,
    }
    with pytest.raises(InvalidArgument) as caught:
        store.call(routine, **given)
    refusal(caught.value, parameter)


@pytest.mark.parametrize("dependency_type", [pytest.param("", marks=pytest.mark.needs("an empty text")), " ", 2])
def test_a_type_that_is_none(store: Store, started: Started, query: Query, dependency_type: object) -> None:
    """Nothing is stored."""
    parent, child = started()["process_name"], started()["process_name"]
    with pytest.raises(InvalidArgument) as caught:
        store.call(
            "create_process_dependency",
            parent_process_name=parent,
            child_process_name=child,
            dependency_type=dependency_type,
        )
    refusal(caught.value, "dependency_type")
    assert parents_of(query, child) == []


# ---- at once


@pytest.mark.parametrize("members", [2, 3, 6])
def test_links_that_close_a_ring_together(store_url: str, started: Started, query: Query, members: int) -> None:
    """Chains that many tie into a ring at once: each link alone is harmless, and the last one is refused."""
    with Store(store_url) as store:
        for _ in range(8):
            chains = [chain(store, started, 3) for _ in range(members)]
            together = Barrier(members)

            def link(number: int, chains: list[list[str]] = chains, together: Barrier = together) -> bool:
                with Store(store_url) as own:
                    own.call("get_version")
                    together.wait(30)
                    try:
                        depend(own, chains[number - 1][-1], chains[number][0])
                    except DependencyCycle:
                        return False
                    return True

            with ThreadPoolExecutor(members) as pool:
                linked = list(pool.map(link, range(members)))
            assert sorted(linked) == [False] + [True] * (members - 1)
            assert [bool(parents_of(query, links[0])) for links in chains] == linked


# ---- what they are for


def test_only_the_direct_parents_block(store: Store, started: Started) -> None:
    """A grandparent that runs is its child's business."""
    grandparent, parent, child = started(), started(), started()
    for run in (parent, child):
        end(store, run)
    depend(store, grandparent["process_name"], parent["process_name"])
    depend(store, parent["process_name"], child["process_name"])
    assert started(process_name=child["process_name"])["process_run_status"] == "running"
    with pytest.raises(DependencyBlocked) as caught:
        started(process_name=parent["process_name"])
    refusal(caught.value, grandparent["process_name"])


def test_all_blocking_parents_are_named(store: Store, started: Started) -> None:
    """Those that run and those that failed; neither the completed ones nor the soft ones."""
    child, running, failed, completed, soft = (started() for _ in range(5))
    end(store, child)
    end(store, failed, "failed")
    end(store, completed)
    for parent in (running, failed, completed):
        depend(store, parent["process_name"], child["process_name"], dependency_type="Hard")
    depend(store, soft["process_name"], child["process_name"], dependency_type="Soft")
    with pytest.raises(DependencyBlocked) as caught:
        started(process_name=child["process_name"])
    refusal(caught.value, running["process_name"], failed["process_name"])
    for parent in (completed, soft):
        assert parent["process_name"] not in str(caught.value)
    separate(store, running["process_name"], child["process_name"])
    separate(store, failed["process_name"], child["process_name"])
    assert started(process_name=child["process_name"])["process_run_status"] == "running"


def test_a_parent_that_never_ran_does_not_block(store: Store, started: Started, name: Name) -> None:
    """Its latest run is none: only its completion of a run is waited for. A process is registered by a start."""
    parent, child = started(), started()
    end(store, child)
    end(store, parent, name("custom"))
    depend(store, parent["process_name"], child["process_name"])
    assert started(process_name=child["process_name"])["process_run_status"] == "running"


# ---- extracts


def test_a_deep_circle_of_extracts_is_refused(store: Store, started: Started, name: Name) -> None:
    """As with processes."""
    run, folder = started(), name("/data")
    extracts = [register(store, run, f"{number}.csv", folder) for number in range(20)]
    for parent, child in pairwise(extracts):
        store.call("add_extract_dependency", parent_extract_id=parent, child_extract_id=child)
    for earlier in (0, 10, 18, 19):
        with pytest.raises(DependencyCycle) as caught:
            store.call("add_extract_dependency", parent_extract_id=extracts[-1], child_extract_id=extracts[earlier])
        refusal(caught.value, extracts[-1], extracts[earlier])


def test_a_chain_of_extracts_loads_in_its_order(store: Store, started: Started, name: Name) -> None:
    """In Python, as the documentation has it: each waits for its direct parent."""
    run = ProcessTracker(process_tracking_id=started()["process_tracking_id"], store=store)
    folder = name("/data")
    extracts = [ExtractTracker(process_run=run, filename=f"{n}.csv", location_path=folder) for n in range(4)]
    for parent, child in pairwise(extracts):
        child.add_dependency("parent", parent)
    for extract in extracts[:0:-1]:
        with pytest.raises(ExtractDependencyBlocked):
            extract.change_extract_status("loading")
    for extract in extracts:
        extract.change_extract_status("loading")
        extract.change_extract_status("loaded")
    assert [extract_status(store, extract.extract_id) for extract in extracts] == ["loaded"] * 4
