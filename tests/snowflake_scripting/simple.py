"""Expressions that need no engine: literals, variables, who asks in which transaction, IS NULL, comparisons, NOT, AND,
OR and COALESCE of these.

They are most of what a routine evaluates, and DuckDB takes a thousand times longer over one. What is not of one plain
kind on both sides is left to it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

Values = Mapping[str, Any]
Evaluator = Callable[[Values], Any]

_COMPARISONS: dict[type[exp.Expr], Callable[[Any, Any], bool]] = {
    exp.EQ: operator.eq,
    exp.NEQ: operator.ne,
    exp.LT: operator.lt,
    exp.LTE: operator.le,
    exp.GT: operator.gt,
    exp.GTE: operator.ge,
}


#: What a session knows, and the name of its value.
CONTEXT: dict[type[exp.Expr], str] = {
    exp.CurrentUser: "_USER",
    exp.CurrentRole: "_ROLE",
    exp.CurrentTransaction: "_TRANSACTION",
    exp.CurrentSession: "_SESSION",
}


class NotSimple(Exception):
    """The values turn out to need the engine."""


def compiled(text: str) -> Evaluator | None:
    """What evaluates an expression whose variables are :parameters, or None when it is not simple."""
    try:
        return _evaluator(sqlglot.parse_one(f"SELECT {text}", read="snowflake").expressions[0])
    except (NotSimple, SqlglotError):
        return None


def _evaluator(node: exp.Expr) -> Evaluator:
    if isinstance(node, exp.Paren):
        return _evaluator(node.this)
    if isinstance(node, exp.Placeholder) or type(node) in CONTEXT:
        name = CONTEXT.get(type(node), node.name)
        return lambda values: values[name]
    if isinstance(node, (exp.Null, exp.Boolean, exp.Literal)):
        return _constant(node)
    if isinstance(node, exp.Not):
        inner = _evaluator(node.this)
        return lambda values: _not(_truth(inner(values)))
    if isinstance(node, exp.Is) and isinstance(node.expression, exp.Null):
        inner = _evaluator(node.this)
        return lambda values: inner(values) is None
    if isinstance(node, (exp.And, exp.Or)):
        return _junction(_evaluator(node.this), _evaluator(node.expression), isinstance(node, exp.Or))
    if type(node) in _COMPARISONS:
        return _comparison(_evaluator(node.this), _evaluator(node.expression), _COMPARISONS[type(node)])
    if isinstance(node, exp.Coalesce):
        return _coalesce([_evaluator(part) for part in (node.this, *node.expressions)])
    raise NotSimple


def _constant(node: exp.Expr) -> Evaluator:
    value: Any = None
    if isinstance(node, exp.Boolean):
        value = bool(node.this)
    elif isinstance(node, exp.Literal):
        if not node.is_string and not node.name.isdigit():
            raise NotSimple
        value = node.name if node.is_string else int(node.name)
    return lambda values: value


def _truth(value: Any) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise NotSimple
    return value


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value


def _junction(left: Evaluator, right: Evaluator, decides: bool) -> Evaluator:
    def evaluate(values: Values) -> bool | None:
        found = _truth(left(values)), _truth(right(values))
        if decides in found:
            return decides
        return None if None in found else not decides

    return evaluate


def _comparison(left: Evaluator, right: Evaluator, compare: Callable[[Any, Any], bool]) -> Evaluator:
    def evaluate(values: Values) -> bool | None:
        one, other = left(values), right(values)
        if one is None or other is None:
            return None
        _alike(one, other)
        return compare(one, other)

    return evaluate


def _coalesce(parts: list[Evaluator]) -> Evaluator:
    def evaluate(values: Values) -> Any:
        found = [value for part in parts if (value := part(values)) is not None]
        for value in found:
            _alike(found[0], value)
        return found[0] if found else None

    return evaluate


def _alike(one: Any, other: Any) -> None:
    if type(one) is not type(other) or not isinstance(one, (bool, int, str, datetime)):
        raise NotSimple
    if isinstance(one, datetime) and (one.tzinfo is None) != (other.tzinfo is None):
        raise NotSimple
