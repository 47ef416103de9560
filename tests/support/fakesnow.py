"""A server of the interpreter of Snowflake Scripting, which stands in for Snowflake: it starts anywhere, in a second.

It serves an account of its own to the connector, in a process of its own, until whoever started it is done.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

ROOT = Path(__file__).resolve().parents[2]
ACCOUNT = "fakesnow"
#: For the C library's allocator, in which DuckDB's many small pieces take a fifth of all time unless it keeps them.
_TUNABLES = "glibc.malloc.tcache_count=60000:glibc.malloc.trim_threshold=4000000000"


@contextmanager
def server() -> Iterator[str]:
    """The URL of a new account, for a user who may do anything in it."""
    command = [sys.executable, "-m", "tests.snowflake_scripting.server"]
    environment = {**os.environ, "GLIBC_TUNABLES": _TUNABLES}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            port = int(process.stdout.readline())
            yield f"snowflake://PTDB:any@127.0.0.1:{port}/DB?account={ACCOUNT}&protocol=http&role=ACCOUNTADMIN"
        finally:
            process.stdin.close()
            process.wait(20)


def is_at(url: str) -> bool:
    """Whether a URL is that of such a server."""
    return dict(parse_qsl(urlsplit(url).query)).get("account") == ACCOUNT
