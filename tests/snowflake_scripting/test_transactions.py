"""Transactions: the page on transactions, with its rules for stored procedures, and CURRENT_TRANSACTION."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.snowflake_scripting.errors import NotSupported, SnowflakeError
from tests.snowflake_scripting.session import Account, Session

Create = Callable[..., None]


@pytest.fixture(autouse=True)
def table(session: Session) -> None:
    """A table of names."""
    session.execute("CREATE TABLE st (a VARCHAR)")


@pytest.fixture
def other(account: Account) -> Iterator[Session]:
    """Another session, which sees what is committed."""
    other = account.connect()
    yield other
    other.close()


def names(session: Session) -> str:
    """What is in the table."""
    return "".join(row[0] for row in session.execute("SELECT a FROM st ORDER BY a").rows)


def insert(name: str) -> str:
    """A statement that adds a name."""
    return f"INSERT INTO st (a) VALUES ('{name}');"


def test_each_statement_commits_by_itself(session: Session, other: Session) -> None:
    """With AUTOCOMMIT, a statement outside a transaction is one."""
    session.execute(insert("a"))
    assert names(other) == "a"


def test_a_transaction_is_seen_by_others_when_it_is_committed(session: Session, other: Session) -> None:
    """READ COMMITTED: others see nothing of an open transaction, and all of it behind COMMIT."""
    session.script(f"BEGIN TRANSACTION; {insert('a')} {insert('b')}")
    assert (names(session), names(other)) == ("ab", "")
    session.execute("COMMIT")
    assert names(other) == "ab"


def test_a_transaction_sees_what_others_commit_meanwhile(session: Session, other: Session) -> None:
    """Each statement sees what was committed before it began."""
    session.execute("BEGIN TRANSACTION")
    assert names(session) == ""
    other.execute(insert("a"))
    assert names(session) == "a"
    session.script(f"{insert('b')} ROLLBACK")
    assert names(other) == "a"


def test_a_second_begin_is_ignored(session: Session) -> None:
    """BEGIN in a transaction of the same scope changes nothing."""
    session.script(f"BEGIN TRANSACTION; {insert('a')} START TRANSACTION; {insert('b')} ROLLBACK")
    assert names(session) == ""


def test_the_end_of_no_transaction_does_nothing(session: Session) -> None:
    """COMMIT and ROLLBACK outside a transaction are no errors."""
    session.script(f"COMMIT; ROLLBACK; {insert('a')} ROLLBACK")
    assert names(session) == "a"


def test_the_current_transaction_is_known(session: Session, create: Create) -> None:
    """CURRENT_TRANSACTION() is NULL outside a transaction, and inside a procedure that of the caller."""
    create("p()", "BEGIN RETURN CURRENT_TRANSACTION() IS NULL; END;", "BOOLEAN")
    assert session.execute("CALL p()").rows == [(True,)]
    session.execute("BEGIN TRANSACTION")
    assert session.execute("CALL p()").rows == [(False,)]


def test_a_procedure_in_a_transaction_is_part_of_it(session: Session, create: Create) -> None:
    """Without a BEGIN of its own it is committed or rolled back with the caller's transaction."""
    create("p()", f"BEGIN {insert('p')} RETURN ''; END;")
    session.script("BEGIN TRANSACTION; CALL p(); ROLLBACK")
    assert names(session) == ""
    session.script("BEGIN TRANSACTION; CALL p(); COMMIT")
    assert names(session) == "p"


def test_a_procedure_can_have_several_transactions(session: Session, create: Create) -> None:
    """Each BEGIN TRANSACTION with its COMMIT or ROLLBACK."""
    body = f"""
        BEGIN
            BEGIN TRANSACTION; {insert("a")} COMMIT;
            {insert("b")}
            BEGIN TRANSACTION; {insert("c")} ROLLBACK;
            RETURN '';
        END;
    """
    create("p()", body)
    session.execute("CALL p()")
    assert names(session) == "ab"


@pytest.mark.parametrize("action", ["COMMIT", "ROLLBACK"])
def test_a_procedure_cannot_end_its_callers_transaction(session: Session, create: Create, action: str) -> None:
    """A transaction ends in the scope in which it began."""
    create("p()", f"BEGIN {action}; RETURN ''; END;")
    session.script(f"BEGIN TRANSACTION; {insert('a')}")
    with pytest.raises(SnowflakeError, match="started at a different scope"):
        session.execute("CALL p()")
    session.execute("COMMIT")
    assert names(session) == "a"


def test_a_transaction_left_open_is_rolled_back_and_an_error(session: Session, create: Create) -> None:
    """A procedure has to end what it began."""
    create("p()", f"BEGIN BEGIN TRANSACTION; {insert('a')} RETURN ''; END;")
    with pytest.raises(SnowflakeError, match="incomplete and it was rolled back"):
        session.execute("CALL p()")
    assert names(session) == ""
    assert session.execute("SELECT CURRENT_TRANSACTION()").rows == [(None,)]


def test_an_unhandled_exception_rolls_the_procedures_transaction_back(session: Session, create: Create) -> None:
    """What was committed before stays."""
    create(
        "p()",
        f"DECLARE e EXCEPTION; BEGIN {insert('a')} BEGIN TRANSACTION; {insert('b')} RAISE e; COMMIT; RETURN ''; END;",
    )
    with pytest.raises(SnowflakeError, match="type 'E'"):
        session.execute("CALL p()")
    assert names(session) == "a"


def test_the_manuals_improperly_paired_procedures(session: Session, create: Create) -> None:
    """Only what the outer procedure did before its BEGIN stays, when the inner one leaves a transaction open."""
    create("inner_sp2()", f"BEGIN BEGIN WORK; {insert('isp2')} RETURN ''; END;")
    outer = f"""
        BEGIN
            {insert("osp1_alpha")} BEGIN WORK; CALL inner_sp2(); {insert("osp1_delta")} COMMIT WORK;
            {insert("osp1_omega")} RETURN '';
        END;
    """
    create("outer_sp1()", outer)
    with pytest.raises(SnowflakeError, match="incomplete"):
        session.execute("CALL outer_sp1()")
    assert names(session) == "osp1_alpha"


def test_a_scoped_transaction_is_independent_of_the_enclosing_one(session: Session, create: Create) -> None:
    """What a procedure's own transaction has committed survives the enclosing rollback."""
    create("p()", f"BEGIN BEGIN TRANSACTION; {insert('p')} COMMIT; RETURN ''; END;")
    session.script(f"BEGIN TRANSACTION; CALL p(); {insert('a')} ROLLBACK")
    assert names(session) == "p"


def test_a_scoped_transaction_after_writes_of_the_enclosing_one_is_refused(session: Session, create: Create) -> None:
    """On Snowflake it may wait for its own caller for ever; here one transaction writes at a time."""
    create("p()", f"BEGIN BEGIN TRANSACTION; {insert('p')} COMMIT; RETURN ''; END;")
    session.script(f"BEGIN TRANSACTION; {insert('a')}")
    with pytest.raises(NotSupported, match="scoped transaction that writes"):
        session.execute("CALL p()")


def test_a_call_that_fails_is_undone_alone(session: Session, create: Create) -> None:
    """In a transaction, a CALL that fails leaves nothing; the transaction stays open, with what it did before."""
    create("p()", f"DECLARE e EXCEPTION; BEGIN {insert('p')} DELETE FROM st WHERE a = 'a'; RAISE e; END;")
    session.script(f"BEGIN TRANSACTION; {insert('a')}")
    with pytest.raises(SnowflakeError):
        session.execute("CALL p()")
    assert names(session) == "a"
    session.script(f"{insert('b')} COMMIT")
    assert names(session) == "ab"


def test_going_on_after_a_failed_statement_is_refused(session: Session) -> None:
    """Snowflake undoes the statement and goes on; DuckDB cannot, so only a rollback is possible here."""
    session.script(f"BEGIN TRANSACTION; {insert('a')}")
    with pytest.raises(SnowflakeError, match="does not exist"):
        session.execute("DELETE FROM nowhere")
    with pytest.raises(NotSupported, match="after a statement of it has failed"):
        session.execute(insert("b"))
    session.script(f"ROLLBACK; {insert('c')}")
    assert names(session) == "c"


def test_going_on_after_a_failed_inner_call_is_refused(session: Session, create: Create) -> None:
    """Snowflake undoes the inner CALL alone; here the transaction can only be rolled back."""
    create("q()", f"DECLARE e EXCEPTION; BEGIN {insert('q')} RAISE e; END;")
    body = "BEGIN BEGIN TRANSACTION; BEGIN CALL q(); EXCEPTION WHEN OTHER THEN {}; END; RETURN ''; END;"
    create("p()", body.format("COMMIT"))
    with pytest.raises(NotSupported, match="after a CALL in it has failed"):
        session.execute("CALL p()")
    create("p()", body.format("ROLLBACK"))
    session.execute("CALL p()")
    assert names(session) == ""


def test_ddl_commits(session: Session, other: Session) -> None:
    """CREATE, DROP and ALTER end the transaction that is open."""
    session.script(f"BEGIN TRANSACTION; {insert('a')} CREATE TABLE t (a VARCHAR); ROLLBACK")
    assert names(other) == "a"


def test_ddl_in_a_procedure_cannot_commit_its_callers_transaction(session: Session, create: Create) -> None:
    """That would end it in another scope."""
    create("p()", "BEGIN CREATE TABLE t (a VARCHAR); RETURN ''; END;")
    session.execute("BEGIN TRANSACTION")
    with pytest.raises(SnowflakeError, match="started at a different scope"):
        session.execute("CALL p()")


def test_without_autocommit_a_change_begins_a_transaction(account: Account, other: Session) -> None:
    """The first DML statement begins one, in the session or in the procedure, which then has to end it."""
    session = account.connect(autocommit=False)
    session.execute(insert("a"))
    assert names(other) == ""
    session.execute("COMMIT")
    assert names(other) == "a"
    session.execute(f"CREATE PROCEDURE p() RETURNS VARCHAR LANGUAGE SQL AS $$ BEGIN {insert('p')} RETURN ''; END; $$")
    with pytest.raises(SnowflakeError, match="incomplete"):
        session.execute("CALL p()")
    session.script("BEGIN TRANSACTION; CALL p(); COMMIT")
    assert names(other) == "ap"


def test_a_session_that_ends_rolls_back(account: Account, session: Session) -> None:
    """Nothing stays of an open transaction."""
    ending = account.connect()
    ending.script(f"BEGIN TRANSACTION; {insert('a')}")
    ending.close()
    assert names(session) == ""
    session.execute(insert("b"))
