"""What is evaluated without the engine has the value that the engine gives it."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.snowflake_scripting import simple
from tests.snowflake_scripting.interpreter import type_of_value
from tests.snowflake_scripting.session import Session

VALUES: list[Any] = [None, True, False, 0, 7, "", "a", "é", datetime(2026, 1, 2, tzinfo=UTC)]
OF_TWO = (
    *(f":A {sign} :B" for sign in ("=", "<>", "!=", "<", "<=", ">", ">=")),
    ":A IS NULL",
    ":A IS NOT NULL AND :B IS NULL",
    "NOT (:A = :B) OR :B IS NULL",
    "COALESCE(:A, :B)",
    "COALESCE(:A = :B, FALSE)",
)
OF_BOOLEANS = (":A AND :B", ":A OR :B", "NOT :A", "NOT :A AND :B", "(:A OR :B) AND NOT :B")


def _agree(session: Session, text: str, one: Any, other: Any) -> None:
    values = {"A": one, "B": other}
    evaluate = simple.compiled(text)
    assert evaluate is not None, text
    try:
        value = evaluate(values)
    except simple.NotSimple:
        assert type(one) is not type(other)
        return
    types = {name: type_of_value(given) for name, given in values.items()}
    used = {name for name in values if f":{name}" in text}
    found = session.evaluate(text, {name: types[name] for name in used}, {name: values[name] for name in used})
    assert (text, one, other, value) == (text, one, other, found.rows[0][0])


@pytest.mark.parametrize("text", OF_TWO)
def test_comparisons_agree_with_the_engine(session: Session, text: str) -> None:
    """For each pair of values; those of two kinds are left to the engine."""
    for one, other in itertools.product(VALUES, VALUES):
        if one is None or other is None or type(one) is type(other):
            _agree(session, text, one, other)


@pytest.mark.parametrize("text", OF_BOOLEANS)
def test_junctions_agree_with_the_engine(session: Session, text: str) -> None:
    """The three values of a truth."""
    for one, other in itertools.product((None, True, False), repeat=2):
        _agree(session, text, one, other)


@pytest.mark.parametrize("text", ["1.5", "'a' || 'b'", "1 + 1", "f(1)", ":A::VARCHAR", "CASE WHEN TRUE THEN 1 END"])
def test_what_else_there_is_goes_to_the_engine(text: str) -> None:
    """Only what has one meaning everywhere is simple."""
    assert simple.compiled(text) is None
