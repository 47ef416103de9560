"""install.sql, verify.sql and uninstall.sql, by the vendor's client, as an ordinary owner of the database."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from ptdb import Settings, Store, installer
from ptdb.errors import SchemaNotInstalled, StoreError, StoreVersionError
from tests.sql import damages
from tests.sql.conftest import Execute
from tests.support import engines

DAMAGES = [
    (engine, damage)
    for engine in engines.required_engines()
    for damage in damages.OF.get(engines.dialect_of(engine), ())
]


def client(url: str, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs one of the scripts as the DBA's page says; one for Oracle may take arguments."""
    result: subprocess.CompletedProcess[str] = engines.module(url).client(url, script, *arguments)
    return result


def objects(url: str) -> list[dict[str, Any]]:
    """All that somebody has put into the database."""
    found: list[dict[str, Any]] = engines.module(url).objects(url)
    return found


def done(result: subprocess.CompletedProcess[str]) -> str:
    """The output of a script that has to succeed."""
    assert result.returncode == 0, result.stderr
    return result.stdout + result.stderr


def refused(result: subprocess.CompletedProcess[str]) -> str:
    """The output of a script that has to fail."""
    assert result.returncode != 0, result.stdout
    return result.stdout + result.stderr


def set_version(execute: Execute, version: str) -> None:
    """Makes the store say that it is of another version."""
    execute(f"UPDATE {{s}}.system_lkup SET system_value = '{version}' WHERE system_key = 'version'")


def test_a_dba_installs_verifies_and_uninstalls(owner_url: str) -> None:
    """Each script succeeds for an ordinary owner; nothing is left at the end, and uninstalling again does no harm."""
    before = objects(owner_url)
    assert done(client(owner_url, "install.sql")) == ""
    schema = Settings.load(owner_url).schema
    assert f'"{schema}" is as it should be: 52 tables, 6 views, ' in done(client(owner_url, "verify.sql"))
    for _ in range(2):
        done(client(owner_url, "uninstall.sql"))
        assert objects(owner_url) == before


def test_a_second_installation_changes_nothing(owner_url: str) -> None:
    """Tables keep their rows, preloaded rows are not doubled."""
    done(client(owner_url, "install.sql"))
    run = Store(owner_url).call("start_process_run", process_name="p", process_type="Load", tool_name="t")
    before = engines.module(owner_url).definitions(owner_url)
    done(client(owner_url, "install.sql"))
    assert engines.module(owner_url).definitions(owner_url) == before
    assert "is as it should be" in done(client(owner_url, "verify.sql"))
    restored = Store(owner_url).call("get_process_run", process_tracking_id=run["process_tracking_id"])
    assert restored["process_name"] == "p"


def test_the_python_installer_makes_the_same(server_url: str) -> None:
    """By the vendor's client or by Python: one and the same installation."""
    module = engines.module(server_url)
    with module.database(server_url) as by_client, module.database(server_url) as by_python:
        done(client(by_client, "install.sql"))
        before = objects(by_python)
        settings = Settings.load(by_python)
        installer.install(settings)
        owners = [Settings.load(url).user for url in (by_client, by_python)]
        first, second = (
            str(module.definitions(url)).replace(str(owner), "owner")
            for url, owner in zip((by_client, by_python), owners, strict=True)
        )
        assert first == second
        assert installer.verify(settings) in done(client(by_python, "verify.sql"))
        installer.uninstall(settings)
        assert objects(by_python) == before


@pytest.mark.needs("dependencies of views and routines")
def test_what_others_build_on_it_is_not_broken(owner_url: str, execute: Execute) -> None:
    """While somebody's view is built on a table of ours, nothing is dropped, neither his nor ours."""
    done(client(owner_url, "install.sql"))
    execute("CREATE VIEW {s}.mine AS SELECT actor_name FROM {s}.actor_lkup")
    before = objects(owner_url)
    assert "mine" in refused(client(owner_url, "uninstall.sql"))
    assert objects(owner_url) == before
    assert "is as it should be" in done(client(owner_url, "verify.sql"))


@pytest.mark.parametrize(("version", "complaint"), [("0.9.0", "to be upgraded"), ("1.1.0", "1.0.0")])
def test_a_store_of_another_version_is_left_alone(
    owner_url: str, execute: Execute, version: str, complaint: str
) -> None:
    """install.sql neither down- nor upgrades."""
    done(client(owner_url, "install.sql"))
    set_version(execute, version)
    before = objects(owner_url)
    said = refused(client(owner_url, "install.sql"))
    assert f"store of version {version}" in said
    assert complaint in said
    assert objects(owner_url) == before
    with pytest.raises(StoreError, match=f"store of version {version}"):
        installer.install(Settings.load(owner_url))


def test_a_newer_store_is_refused_by_the_package(owner_url: str, execute: Execute) -> None:
    """A store of a newer minor version may have other routines; a newer patch has the same."""
    done(client(owner_url, "install.sql"))
    for version, is_refused in (("1.0.7", False), ("1.1.0", True), ("2.0.0", True)):
        set_version(execute, version)
        store = Store(owner_url)
        store.close()
        if is_refused:
            with pytest.raises(StoreVersionError, match=f"version {version}, newer than this package's 1.0.0"):
                store.call("get_version")
        else:
            assert store.call("get_version") == {"version": version}


@pytest.mark.parametrize(("server_url", "damage"), DAMAGES, indirect=["server_url"], scope="session")
def test_verify_says_what_differs(owner_url: str, execute: Execute, damage: str) -> None:
    """Every kind of damage is found, and said in words; the exit status tells a program."""
    finding = damages.OF[Settings.load(owner_url).dialect][damage]
    done(client(owner_url, "install.sql"))
    execute(damage)
    said = refused(client(owner_url, "verify.sql"))
    assert "is not as it should be" in said
    assert finding in said
    assert sum(line.startswith("- ") for line in said.splitlines()) == 1, "nothing else differs"
    with pytest.raises(StoreError, match="is not as it should be") as caught:
        installer.verify(Settings.load(owner_url))
    assert finding in str(caught.value)


@pytest.mark.parametrize("version", ["0.9.0", "2.0.0"])
def test_uninstall_leaves_the_store_of_another_product_alone(owner_url: str, execute: Execute, version: str) -> None:
    """A ProcessTracker store, or one of a later ptdb, is not dropped by name."""
    done(client(owner_url, "install.sql"))
    set_version(execute, version)
    before = objects(owner_url)
    assert f"holds a store of version {version}" in refused(client(owner_url, "uninstall.sql"))
    assert objects(owner_url) == before


def test_verify_of_no_installation(owner_url: str) -> None:
    """What is not there is said to be missing."""
    said = refused(client(owner_url, "verify.sql"))
    assert "there is no " in said or "does not exist" in said


def test_a_store_without_our_schema(owner_url: str) -> None:
    """The error says where ptdb is missing and how to install it."""
    with pytest.raises(SchemaNotInstalled, match="processtracker setup"):
        Store(owner_url).call("get_version")


@pytest.mark.parametrize("server_url", engines.among("postgresql", "mysql", "mariadb"), indirect=True)
def test_an_older_store_is_told_apart(owner_url: str, execute: Execute) -> None:
    """One of ProcessTracker 0.9.0, which there are on these engines alone."""
    if Settings.load(owner_url).dialect == "postgresql":
        execute("CREATE SCHEMA {s}")
    execute("CREATE TABLE {s}.process_tracking (process_tracking_id integer)")
    with pytest.raises(SchemaNotInstalled, match="has to be upgraded"):
        Store(owner_url).call("get_version")
