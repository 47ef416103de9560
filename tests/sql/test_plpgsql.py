"""PostgreSQL's routines under plpgsql_check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from ptdb import Settings, installer
from tests.support import engines, postgresql

Catalogue = psycopg.Connection[dict[str, Any]]


@pytest.fixture(scope="module")
def checker() -> Iterator[Catalogue]:
    """A database with ptdb and plpgsql_check, which only a superuser may install, on Debian's PostgreSQL."""
    programs = engines.installed_postgresql()
    assert programs is not None, (
        "there is no PostgreSQL server; apt-get install postgresql-15 postgresql-15-plpgsql-check"
    )
    with engines.local_postgresql(programs) as server, postgresql.database(server) as url:
        with postgresql.connect(postgresql.as_superuser(server, url)) as admin:
            admin.execute("CREATE EXTENSION plpgsql_check")
        installer.install(Settings.load(url))
        with postgresql.connect(url) as connection:
            connection.execute("SET search_path TO process_tracker, public")
            yield connection


def test_plpgsql_check_is_clean(checker: Catalogue) -> None:
    """No unknown column, no bad cast, no unused variable, no code that cannot be reached, in any routine."""
    found = checker.execute(
        """
        SELECT p.proname, c.lineno, c.level, c.message, c.detail
        FROM pg_proc AS p
        INNER JOIN pg_language AS l ON l.oid = p.prolang AND l.lanname = 'plpgsql'
        CROSS JOIN LATERAL plpgsql_check_function_tb(
            p.oid, other_warnings => true, extra_warnings => true, performance_warnings => false
        ) AS c
        WHERE p.pronamespace = 'process_tracker'::regnamespace
        """
    ).fetchall()
    assert found == []
    checked = checker.execute(
        """
        SELECT count(*) AS n FROM pg_proc AS p INNER JOIN pg_language AS l ON l.oid = p.prolang
        WHERE p.pronamespace = 'process_tracker'::regnamespace AND l.lanname = 'plpgsql'
        """
    ).fetchone()
    assert checked is not None
    assert checked["n"] > 50
