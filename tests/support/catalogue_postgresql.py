"""What PostgreSQL's catalogue says that is installed, in the words of tests/sql/test_contract.py."""

from __future__ import annotations

import re
from typing import Any

import psycopg

from ptdb.contract import Routine

Connection = psycopg.Connection[dict[str, Any]]
TYPES = {"timestamp": "timestamp with time zone", "json": "text"}
#: Unique indexes beside the contract's keys: one latest run a process.
OWN_KEYS = {"process_tracking": {("process_id",)}}


def column_type(name: str) -> str:
    """The type of a column that is of a type of the contract."""
    return re.sub(r"string(\(\d+\))", r"character varying\1", TYPES.get(name, name))


def parameter_type(name: str) -> str:
    """The type of a parameter that is of a type of the contract."""
    return re.sub(r"string\(\d+\)", "text", TYPES.get(name, name))


def tables(connection: Connection) -> set[str]:
    """The names of the tables."""
    return _relations(connection, "r")


def views(connection: Connection) -> set[str]:
    """The names of the views."""
    return _relations(connection, "v")


def _relations(connection: Connection, kind: str) -> set[str]:
    rows = connection.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'process_tracker'::regnamespace AND relkind = %s", (kind,)
    ).fetchall()
    return {row["relname"] for row in rows}


def columns(connection: Connection, table: str) -> list[dict[str, Any]]:
    """Names, types, NULL, identity, and whether there is a default, in their order."""
    return connection.execute(
        """
        SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS is_null,
            a.attidentity <> '' AS is_auto, a.atthasdef AS has_default
        FROM pg_attribute AS a
        WHERE a.attrelid = ('process_tracker.' || %s)::regclass AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum
        """,
        (table,),
    ).fetchall()


def keys(connection: Connection, table: str) -> tuple[tuple[str, ...], set[tuple[str, ...]]]:
    """The primary key, and the other unique ones."""
    rows = connection.execute(
        """
        SELECT i.indisprimary AS is_key,
            ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY AS k (attnum, n)
                INNER JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum ORDER BY k.n) AS columns
        FROM pg_index AS i WHERE i.indrelid = ('process_tracker.' || %s)::regclass AND i.indisunique
        """,
        (table,),
    ).fetchall()
    (primary,) = (tuple(row["columns"]) for row in rows if row["is_key"])
    return primary, {tuple(row["columns"]) for row in rows if not row["is_key"]}


def references(connection: Connection, table: str) -> dict[str, str]:
    """Each column that refers to another table, with that table."""
    rows = connection.execute(
        """
        SELECT a.attname::text AS column_name, t.relname AS target
        FROM pg_constraint AS c
        INNER JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        INNER JOIN pg_class AS t ON t.oid = c.confrelid
        WHERE c.conrelid = ('process_tracker.' || %s)::regclass AND c.contype = 'f'
        """,
        (table,),
    ).fetchall()
    return {row["column_name"]: row["target"] for row in rows}


def routines(connection: Connection) -> set[str]:
    """The names of the routines, those that run with their owner's rights alone: the others are internal."""
    rows = connection.execute(
        "SELECT proname FROM pg_proc WHERE pronamespace = 'process_tracker'::regnamespace AND prosecdef"
    ).fetchall()
    return {row["proname"] for row in rows}


def check_signature(connection: Connection, routine: Routine) -> None:
    """Names, order, types and defaults of parameters; names, order and types of results."""
    row = connection.execute(
        """
        SELECT p.pronargs, p.pronargdefaults, p.proargnames, p.proargmodes::text[] AS modes,
            ARRAY(SELECT format_type(t, NULL) FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]))
                WITH ORDINALITY AS a (t, n) ORDER BY a.n) AS types,
            pg_get_function_arguments(p.oid) AS arguments,
            ARRAY(SELECT a.attname::text FROM pg_attribute AS a INNER JOIN pg_type AS t ON t.typrelid = a.attrelid
                WHERE t.oid = p.prorettype AND a.attnum > 0 ORDER BY a.attnum) AS row_columns
        FROM pg_proc AS p WHERE p.pronamespace = 'process_tracker'::regnamespace AND p.proname = %s
        """,
        (routine.name,),
    ).fetchone()
    assert row is not None
    count = row["pronargs"]
    names = row["proargnames"] or []
    assert names[:count] == [f"p_{p.name}" for p in routine.parameters]
    assert row["types"][:count] == [parameter_type(p.type) for p in routine.parameters]
    assert row["pronargdefaults"] == sum(not p.is_required for p in routine.parameters)
    for parameter in routine.parameters:
        if parameter.default is not None:
            text = str(parameter.default)
            default = text.lower() if isinstance(parameter.default, bool) else f"'{text}'"
            assert re.search(rf"p_{parameter.name} \S+ DEFAULT {default}", row["arguments"])
    results = names[count:] or row["row_columns"]
    assert results == [result.name for result in routine.results]
    if row["modes"]:
        kinds = [kind.replace("character varying", "text") for kind in row["types"][count:]]
        assert kinds == [parameter_type(result.type) for result in routine.results]
