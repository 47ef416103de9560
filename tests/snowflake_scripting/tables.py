"""What statements of DDL about tables and views need, and what the catalogue then knows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from .catalogue import Entry
from .engine import Translated
from .errors import NotSupported

if TYPE_CHECKING:
    from .session import Session


def require(session: Session, translated: Translated) -> None:
    """Refuses what the role in force may not do."""
    catalogue, role = session.account.catalogue, session.role_in_force
    statement, name = translated.tree, tuple(translated.table.split("."))
    entry = catalogue.find("TABLE", name)
    if isinstance(statement, exp.TruncateTable):
        catalogue.require(role, "TABLE", name, "TRUNCATE")
    elif isinstance(statement, exp.Create) and entry is None:
        catalogue.require(role, "SCHEMA", name[:2], f"CREATE {statement.kind}")
    elif not (isinstance(statement, exp.Create) and statement.args.get("exists")):
        catalogue.require_ownership(role, "TABLE", name)


def is_there(session: Session, translated: Translated) -> bool:
    """Whether a statement with IF NOT EXISTS has nothing to do."""
    statement, name = translated.tree, tuple(translated.table.split("."))
    is_lenient = isinstance(statement, exp.Create) and bool(statement.args.get("exists"))
    return is_lenient and session.account.catalogue.find("TABLE", name) is not None


def record(session: Session, translated: Translated, text: str) -> None:
    """Remembers what a statement has made."""
    catalogue = session.account.catalogue
    statement, name = translated.tree, tuple(translated.table.split("."))
    entry = catalogue.find("TABLE", name)
    if isinstance(statement, exp.Create):
        kind = str(statement.kind)
        if kind not in ("TABLE", "VIEW"):
            raise NotSupported(f"CREATE {kind}")
        copies = statement.find(exp.CopyGrantsProperty) is not None
        comment = statement.find(exp.SchemaCommentProperty)
        made = Entry(kind, name, session.role_in_force, text=text, comment=comment.this.name if comment else "")
        made.definition = statement.copy() if kind == "TABLE" else None
        catalogue.add(made, copy_grants=copies)
    elif isinstance(statement, exp.Drop):
        if entry is not None:
            catalogue.remove("TABLE", name)
    elif isinstance(statement, exp.Alter) and entry is not None and entry.definition is not None:
        for action in statement.args["actions"]:
            _alter(entry.definition.this, action)
        catalogue.version += 1


def _alter(schema: exp.Expr, action: exp.Expr) -> None:
    """Makes an action of ALTER TABLE part of the table's definition."""
    if isinstance(action, exp.ColumnDef):
        schema.append("expressions", action.copy())
    elif isinstance(action, exp.Drop) and action.kind in ("COLUMN", "CONSTRAINT"):
        gone = {part.name.upper() for part in action.args["tables"]}
        kept = [part for part in schema.expressions if part.name.upper() not in gone]
        schema.set("expressions", kept)
    elif isinstance(action, exp.AddConstraint):
        for constraint in action.expressions:
            schema.append("expressions", constraint.copy())
    elif isinstance(action, exp.AlterColumn):
        column = next(c for c in schema.find_all(exp.ColumnDef) if c.name.upper() == action.this.name.upper())
        if action.args.get("dtype") is not None:
            column.set("kind", action.args["dtype"].copy())
        elif action.args.get("allow_null") is not None or action.args.get("drop"):
            kinds = (exp.NotNullColumnConstraint,) if action.args.get("allow_null") else (exp.DefaultColumnConstraint,)
            column.set("constraints", [part for part in column.constraints if not isinstance(part.kind, kinds)])
        else:
            raise NotSupported(f"ALTER TABLE ... {action.sql('snowflake')}")
    else:
        raise NotSupported(f"ALTER TABLE ... {action.sql('snowflake')}")
