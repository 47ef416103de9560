"""The connector's own calls, against an account behind its protocol."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import snowflake.connector
from snowflake.connector.errors import ProgrammingError

from tests.snowflake_scripting.server import serving
from tests.snowflake_scripting.session import Account

Connect = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]


def connected(port: int, **options: Any) -> Any:
    """A connection to the account at a port."""
    return snowflake.connector.connect(
        user="clerk",
        password="any",
        account="fakesnow",
        host="127.0.0.1",
        port=port,
        protocol="http",
        paramstyle="qmark",
        **options,
    )


@pytest.fixture
def connect(account: Account) -> Iterator[Connect]:
    """Connections to an empty account."""
    with serving(account) as server:
        yield lambda **options: connected(server.port, **options)


def test_values_come_back_as_they_were_sent(connect: Connect) -> None:
    """Numbers, texts, truths, dates, instants, NULL."""
    there = timezone(timedelta(hours=2))
    sent = [7, "it's é\n", True, None, 1.5, Decimal("1.25"), datetime(2026, 1, 2, 3, 4, 5, 678901), 10**30]
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute("SELECT ?, ?, ?, ?, ?, ?, ?, ?", sent)
        assert list(cursor.fetchone()) == sent
        cursor.execute("SELECT ?::TIMESTAMP_TZ", [("TIMESTAMP_TZ", datetime(2026, 1, 2, 3, 4, 5, 678901, there))])
        assert cursor.fetchone() == (datetime(2026, 1, 2, 1, 4, 5, 678901, UTC),)


def test_a_procedure_is_called(connect: Connect) -> None:
    """With bind variables; its rows have the declared names."""
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA store")
        cursor.execute("""
            CREATE PROCEDURE p(a VARCHAR, b NUMBER DEFAULT 3) RETURNS TABLE (x VARCHAR, y NUMBER, who VARCHAR)
            LANGUAGE SQL AS $$
            DECLARE r RESULTSET;
            BEGIN
                r := (SELECT :a AS x, :b AS y, CURRENT_USER() AS who);
                RETURN TABLE (r);
            END;
            $$
        """)
        cursor.execute("CALL store.p(?)", ["é"])
        assert [column.name for column in cursor.description] == ["X", "Y", "WHO"]
        assert cursor.fetchall() == [("é", 3, "CLERK")]


def test_an_error_has_number_state_and_message(connect: Connect) -> None:
    """As the connector tells them."""
    with connect() as connection, connection.cursor() as cursor:
        with pytest.raises(ProgrammingError) as caught:
            cursor.execute("EXECUTE IMMEDIATE $$ DECLARE e EXCEPTION (-20001, 'PT001: no'); BEGIN RAISE e; END; $$")
        assert (caught.value.errno, caught.value.sqlstate) == (-20001, "P0001")
        assert "PT001: no" in str(caught.value)
        with pytest.raises(ProgrammingError, match="does not support the statement SHOW"):
            cursor.execute("SHOW TABLES")


def test_transactions_are_the_connections(connect: Connect) -> None:
    """commit() and rollback(), with and without autocommit; what a closed connection leaves open is undone."""
    with connect(autocommit=False) as connection, connect() as other:
        connection.cursor().execute("CREATE TABLE t (a NUMBER)")
        count = "SELECT count(*) FROM t"
        connection.cursor().execute("INSERT INTO t (a) VALUES (1)")
        assert other.cursor().execute(count).fetchone() == (0,)
        connection.commit()
        assert other.cursor().execute(count).fetchone() == (1,)
        connection.cursor().execute("INSERT INTO t (a) VALUES (2), (3)")
        connection.rollback()
        changed = other.cursor().execute("INSERT INTO t (a) VALUES (4), (5)")
        assert changed.rowcount == 2
        other.cursor().execute("BEGIN TRANSACTION")
        other.cursor().execute("DELETE FROM t")
        other.close()
        assert connection.cursor().execute(count).fetchone() == (3,)


def test_an_account_of_its_own_process() -> None:
    """It serves until its standard input ends."""
    command = [sys.executable, "-m", "tests.snowflake_scripting.server"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        with connected(int(process.stdout.readline())) as connection:
            assert connection.cursor().execute("SELECT CURRENT_USER()").fetchone() == ("CLERK",)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(20) == 0
