"""What only a raw SQL call can give: values that the Python package refuses by itself."""

from __future__ import annotations

import psycopg
import pytest

from ptdb import ProcessTracker, Store
from tests.support import postgresql

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
