"""What only a raw SQL call can give: values that the Python package refuses by itself."""

from __future__ import annotations

from contextlib import closing

import mysql.connector
import psycopg
import pytest

from ptdb import ProcessTracker, Store
from tests.support import engines, postgresql

ENGINES = ("postgresql",)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize(
    ("call", "parameter"),
    [
        ("add_process_filter('raw', 's', 'o', 'a', 'eq', p_filter_value_numeric => %s)", "filter_value_numeric"),
        ("set_source_object_attribute('s', 'o', 'a', p_default_value_number => %s)", "default_value_number"),
    ],
)
def test_a_number_is_a_number(store: Store, store_url: str, number: str, call: str, parameter: str) -> None:
    """PostgreSQL's numeric holds values that no other engine and no JSON has."""
    with ProcessTracker(
        "raw", process_type="Load", tool_name="t", source_object_attributes={"s": {"o": ["a"]}}, store=store
    ):
        pass
    with (
        postgresql.connect(store_url) as connection,
        pytest.raises(psycopg.Error, match=f"PT011: {parameter} is {number}; give a finite number") as caught,
    ):
        connection.execute(f"SELECT {store.schema}.{call}".encode(), [number])
    assert caught.value.sqlstate == "PT011"


@pytest.mark.parametrize("server_url", engines.among("mysql", "mariadb"), indirect=True)
@pytest.mark.parametrize(
    ("call", "number"),
    [
        ("record_heartbeat('x')", 1366),
        ("record_heartbeat('5 apples')", 1265),
        ("record_heartbeat(9223372036854775808)", 1264),
        ("add_process_filter('raw', 's', 'o', 'a', 'eq', NULL, 'NaN')", 1366),
        ("add_process_filter('raw', 's', 'o', 'a', 'eq', NULL, 1e60)", 1264),
    ],
)
def test_a_strict_session_guesses_no_number(store_url: str, call: str, number: int) -> None:
    """MySQL converts an argument before the routine sees it, by the sql_mode of the session; strict is the default."""
    module = engines.module(store_url)
    with closing(module.within(store_url)) as connection, pytest.raises(mysql.connector.Error) as caught:
        module.select(connection, f"CALL {call}")
    assert caught.value.errno == number
