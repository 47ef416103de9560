"""Runs ptdb's programs, each in a process of its own: a fork of one that has loaded the drivers and nothing of ptdb.

To start Python, the measuring of coverage and a driver takes ten times as long as most commands take. What is about the
start itself, a terminal or a signal starts the program for real.
"""

from __future__ import annotations

import importlib
import json
import os
import runpy
import socket
import struct
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120.0
_LOADED = ("click", "psycopg", "mysql.connector")
_LENGTH = struct.Struct("!Q")

Result = subprocess.CompletedProcess[str]


def run(
    program: str, *arguments: str, environment: Mapping[str, str] = {}, cwd: Path | None = None, errors: str = "strict"
) -> Result:
    """The result of a program that is given arguments and, beside those of the tests, environment variables."""
    channel = _server()
    asked = {
        "program": program,
        "arguments": arguments,
        "environment": {**os.environ, **environment},
        "folder": str(cwd or Path.cwd()),
    }
    text = json.dumps(asked).encode()
    with tempfile.TemporaryFile("w+", errors=errors) as output, tempfile.TemporaryFile("w+", errors=errors) as problems:
        socket.send_fds(channel, [_LENGTH.pack(len(text))], [output.fileno(), problems.fileno()])
        channel.sendall(text)
        answer = channel.recv(100)
        assert answer, "the process that forks the programs has ended"
        return subprocess.CompletedProcess([program, *arguments], int(answer), _all_of(output), _all_of(problems))


def _all_of(file: IO[str]) -> str:
    file.seek(0)
    return file.read()


@cache
def _server() -> socket.socket:
    """The channel to the process that is forked. It ends with the tests' own, which closes the channel."""
    ours, theirs = socket.socketpair()
    with theirs:
        subprocess.Popen(
            [sys.executable, "-c", f"from {__name__} import serve; serve({theirs.fileno()})"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])},
        )
    ours.settimeout(PATIENCE)
    return ours


def serve(number: int) -> None:
    """Forks a program for each request on a socket, and answers by its exit status."""
    for name in _LOADED:
        importlib.import_module(name)
    channel = socket.socket(fileno=number)
    while True:
        length, files, _, _ = socket.recv_fds(channel, _LENGTH.size, 2)
        if not length:
            os._exit(0)  # nothing is measured here
        (size,) = _LENGTH.unpack(length)
        asked = json.loads(channel.recv(size, socket.MSG_WAITALL))
        process = os.fork()
        if process == 0:
            channel.close()
            for target, file in enumerate(files, start=1):
                os.dup2(file, target)
                os.close(file)
            break
        for file in files:
            os.close(file)
        _, status = os.waitpid(process, 0)
        channel.sendall(str(os.waitstatus_to_exitcode(status)).encode())
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    sys.argv = [asked["program"], *asked["arguments"]]
    if "ivorysql" in os.environ.get("PTDB_TEST_ENGINES", ""):
        importlib.import_module("tests.support.ivorysql")  # which registers its dialect
    if asked["program"] == "dpo":
        runpy.run_module("ptdb.dpo", run_name="__main__", alter_sys=True)
    else:
        importlib.import_module("ptdb.cli").main(prog_name=asked["program"])
