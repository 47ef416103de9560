"""A stand-in for sqlcmd: `-i FILE` runs the batches of a file, prints rows, and with `-b` ends at the first error.

It knows the options that docs/calling.md gives, and finds the database by the variables that sqlcmd reads.
"""

from __future__ import annotations

import getopt
import os
import sys
from contextlib import closing
from pathlib import Path

import pyodbc

from ptdb import Settings
from ptdb.dialects.mssql import DIALECT, _facts, batches
from tests.support import babelfish


def main() -> None:
    """Runs what the command line says."""
    options = dict(getopt.getopt(sys.argv[1:], "bxWh:i:")[0])
    assert "-b" in options, "without -b sqlcmd goes on behind an error"
    host, _, port = os.environ["SQLCMDSERVER"].removeprefix("tcp:").partition(",")
    settings = Settings.load(
        f"mssql://{os.environ['SQLCMDUSER']}:{os.environ['SQLCMDPASSWORD']}@{host}:{port}/{os.environ['SQLCMDDBNAME']}"
    )
    with closing(DIALECT.connect(settings)) as connection, closing(connection.cursor()) as cursor:
        try:
            is_babelfish = "Babelfish" in cursor.execute("SELECT @@VERSION").fetchval()
            for batch in batches(Path(options["-i"]).read_text()):
                cursor.execute(babelfish.rewritten(batch)[0] if is_babelfish else batch)
                while True:
                    for row in cursor.fetchall() if cursor.description else ():
                        print(*row)
                    if not cursor.nextset():
                        break
        except pyodbc.Error as problem:
            # As sqlcmd shows it: the message stands on a line of its own.
            number, _, text = _facts(problem)
            print(f"Msg {number}, Level 16", text, sep="\n")
            sys.exit(1)
