"""An account of its own for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.snowflake_scripting.session import Account, Session

Block = Callable[..., Any]


@pytest.fixture
def account() -> Account:
    """An empty account."""
    return Account()


@pytest.fixture
def session(account: Account) -> Iterator[Session]:
    """A session in it."""
    session = account.connect()
    yield session
    session.close()


@pytest.fixture
def returned(session: Session) -> Block:
    """What a block returns; `declare` is what stands before its BEGIN."""

    def run(statements: str, declare: str = "", handlers: str = "") -> Any:
        declarations = f"DECLARE {declare}" if declare else ""
        exceptions = f"EXCEPTION {handlers}" if handlers else ""
        text = f"EXECUTE IMMEDIATE $$ {declarations} BEGIN {statements} {exceptions} END; $$"
        return session.execute(text).rows[0][0]

    return run


@pytest.fixture
def create(session: Session) -> Callable[..., None]:
    """Creates a procedure."""

    def run(head: str, body: str, returns: str = "VARCHAR") -> None:
        session.execute(f"CREATE OR REPLACE PROCEDURE {head} RETURNS {returns} LANGUAGE SQL AS $${body}$$")

    return run
