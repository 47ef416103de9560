"""The store's views, as anybody reads them who may."""

from __future__ import annotations

from typing import Any, LiteralString

from psycopg import sql
from psycopg.rows import dict_row

from ptdb.demo.tables import Connection

Row = dict[str, Any]


def rows(connection: Connection, schema: str, view: str, rest: LiteralString, *parameters: object) -> list[Row]:
    """Rows of a view; `rest` is what follows FROM."""
    query = sql.SQL("SELECT * FROM {} {}").format(sql.Identifier(schema, view), sql.SQL(rest))
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query, parameters).fetchall()
