"""What MySQL's and MariaDB's catalogue says that is installed, in the words of tests/sql/test_contract.py."""

from __future__ import annotations

import re
from typing import Any

from mysql.connector.abstracts import MySQLConnectionAbstract

from ptdb.contract import Routine
from tests.support.mysql import Rows, select

TYPES = {
    "boolean": "tinyint(1)",
    "integer": "int",
    "json": "longtext",
    "numeric": "decimal(60,20)",
    "text": "longtext",
    "timestamp": "datetime(6)",
    "uuid": "char(36)",
}
#: Unique indexes beside the contract's keys: one latest run a process.
OWN_KEYS = {"process_tracking": {("latest_process_id",)}}


def column_type(name: str) -> str:
    """The type of a column that is of a type of the contract."""
    return re.sub(r"string(\(\d+\))", r"varchar\1", TYPES.get(name, name))


def parameter_type(name: str) -> set[str]:
    """The types that a parameter may have that is of a type of the contract; a text may be longer, to be refused."""
    texts = {"longtext"} if name in ("uuid", "json", "text") or name.startswith("string") else set()
    numbers = {"decimal(65,30)", "bigint", "longtext"} if name in ("numeric", "integer") else set()
    return {column_type(name)} | texts | numbers


def tables(connection: MySQLConnectionAbstract) -> set[str]:
    """The names of the tables."""
    return _names(connection, "table_name FROM information_schema.tables", "table_schema", "table_type = 'BASE TABLE'")


def views(connection: MySQLConnectionAbstract) -> set[str]:
    """The names of the views."""
    return _names(connection, "table_name FROM information_schema.tables", "table_schema", "table_type = 'VIEW'")


def routines(connection: MySQLConnectionAbstract) -> set[str]:
    """The names of the routines; internal ones too, because all run with their owner's rights."""
    return _names(connection, "routine_name FROM information_schema.routines", "routine_schema", "TRUE")


def _names(connection: MySQLConnectionAbstract, what: str, schema: str, condition: str) -> set[str]:
    rows = select(connection, f"SELECT {what} WHERE {schema} = DATABASE() AND {condition}")
    return {str(next(iter(row.values()))) for row in rows}


def columns(connection: MySQLConnectionAbstract, table: str) -> list[dict[str, Any]]:
    """Names, types, NULL, keys that are counted, and whether there is a default, in their order; none that follow."""
    rows = _of_table(
        connection,
        "column_name, column_type, is_nullable AS nullable, extra, column_default FROM information_schema.columns",
        table,
        "COALESCE(generation_expression, '') = '' ORDER BY ordinal_position",
    )
    return [
        {
            "name": row["column_name"],
            # MariaDB shows how wide it would show a number.
            "type": re.sub(r"(?<=int)\((10|11|19|20)\)", "", str(row["column_type"])),
            "is_null": row["nullable"] == "YES",
            "is_auto": "auto_increment" in str(row["extra"]),
            "has_default": row["column_default"] not in (None, "NULL"),
        }
        for row in rows
    ]


def keys(connection: MySQLConnectionAbstract, table: str) -> tuple[tuple[str, ...], set[tuple[str, ...]]]:
    """The primary key, and the other unique ones."""
    rows = _of_table(
        connection,
        "index_name, column_name FROM information_schema.statistics",
        table,
        "NOT non_unique ORDER BY index_name, seq_in_index",
    )
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        found[row["index_name"]] = (*found.get(row["index_name"], ()), row["column_name"])
    return found.pop("PRIMARY"), set(found.values())


def references(connection: MySQLConnectionAbstract, table: str) -> dict[str, str]:
    """Each column that refers to another table, with that table."""
    rows = _of_table(
        connection,
        "column_name, referenced_table_name FROM information_schema.key_column_usage",
        table,
        "referenced_table_name IS NOT NULL",
    )
    return {row["column_name"]: row["referenced_table_name"] for row in rows}


def _of_table(connection: MySQLConnectionAbstract, what: str, table: str, condition: str) -> Rows:
    names = [item.split()[-1] for item in what.partition(" FROM ")[0].split(", ")]
    where = f"table_schema = DATABASE() AND table_name = '{table}' AND {condition}"
    rows = select(connection, f"SELECT {what} WHERE {where}")
    return [dict(zip(names, row.values(), strict=True)) for row in rows]


def check_signature(connection: MySQLConnectionAbstract, routine: Routine) -> None:
    """Names, order and types of parameters; a command's results are parameters too, a finder's are its rows'."""
    rows = select(
        connection,
        "SELECT parameter_mode AS mode, parameter_name AS name, dtd_identifier AS type"
        " FROM information_schema.parameters"
        f" WHERE specific_schema = DATABASE() AND specific_name = '{routine.name}' ORDER BY ordinal_position",
    )
    outs = routine.results if routine.kind == "command" else ()
    taken = {parameter.name for parameter in routine.parameters}
    assert [(row["mode"], row["name"]) for row in rows] == [
        *(("IN", f"p_{parameter.name}") for parameter in routine.parameters),
        *(("OUT", f"p_new_{result.name}" if result.name in taken else f"p_{result.name}") for result in outs),
    ]
    for row, column in zip(rows, (*routine.parameters, *outs), strict=True):
        kind = re.sub(r"(?<=int)\((10|11|19|20)\)", "", str(row["type"]).partition(" ")[0])
        assert kind in parameter_type(column.type), f"{row['name']} is of type {kind}"
