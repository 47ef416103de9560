"""A stand-in for SQL*Plus: runs the blocks of standard input in one transaction, and ends at the first error.

It knows what docs/calling.md gives it. Its login is the URL of a store, and it takes what stands between `&` alone.
"""

from __future__ import annotations

import getopt
import sys

from ptdb import Settings, dialects
from ptdb.errors import PtdbError
from tests.support import engines


def main() -> None:
    """Runs what the command line says."""
    options, (url,) = getopt.getopt(sys.argv[1:], "SL")
    assert dict(options).keys() == {"-S", "-L"}, "without them sqlplus prints a banner, and asks for another login"
    script = sys.stdin.read()
    lines = script.splitlines()
    assert lines[0] == "WHENEVER SQLERROR EXIT FAILURE ROLLBACK", "without it sqlplus goes on behind an error"
    assert "DEFINE OFF" in lines[1]
    assert lines[-1] == "EXIT SUCCESS COMMIT"
    engines.prepare(url)
    settings = Settings.load(url)
    dialect = dialects.load(settings.dialect)
    module = engines.module(url)
    with dialect.connect(settings) as connection:
        module.begin(connection)
        try:
            for line in dialect.run_script(connection, script):
                print(line)
        except (dialect.driver_error, PtdbError) as problem:
            said = problem if isinstance(problem, PtdbError) else dialect.translate(problem)
            print(f"ERROR at line 1:\n{said}")
            sys.exit(1)
        module.commit(connection)
