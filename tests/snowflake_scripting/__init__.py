"""An interpreter for the part of Snowflake Scripting that ptdb's routines use, on fakesnow and DuckDB.

fakesnow runs Snowflake's SQL but no stored procedure, so this stands in for Snowflake in the tests. It does what
Snowflake's manual says, and refuses everything it does not know by an error that names the construct and the line
(`errors.NotSupported`, which no handler of a routine can catch).

lexer.py, parser.py   text to tree.py's nodes
interpreter.py        runs a block
simple.py             the plain conditions, which need no engine
engine.py             hands each SQL statement to fakesnow's translation, once per text, and then to DuckDB
transactions.py       Snowflake's scoped transactions and its waiting for locked tables
session.py            an account, and a session of it: `Account().connect()`, `Session.execute(text)`
server.py             an account behind the connector's protocol, in a process of its own
"""
