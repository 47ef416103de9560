"""What the command lines have in common: how errors are shown."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import click

from ptdb.errors import InvalidArgument, PtdbError, SettingsError

INTERRUPTED = 130


class Group(click.Group):
    """A group that shows an error as one line: exit status 2 for wrong input, 1 for a refusal."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Reads what stands before the command."""
        if isinstance(sys.stdout, io.TextIOWrapper):
            # A name that a terminal's encoding has no letters for is shown in another way, not refused.
            sys.stdout.reconfigure(errors="backslashreplace")
        with _one_line(info_name or ""):
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, context: click.Context) -> Any:
        """Reads the command's own arguments, and runs it."""
        with _one_line(context.info_name or ""):
            return super().invoke(context)


@contextmanager
def _one_line(program: str) -> Iterator[None]:
    try:
        yield
    except click.UsageError as error:
        words = " ".join(error.format_message().split()).rstrip(".")
        _fail(f"{words}; see {_command_line(error.ctx) or program} --help", 2)
    except PtdbError as error:
        # What is no refusal holds no names of users, but may be a list, as of what verify finds.
        keep = "" if error.code else "\n"
        _fail(error.message, 2 if isinstance(error, (InvalidArgument, SettingsError)) else 1, keep)
    except KeyboardInterrupt:
        _fail("interrupted", INTERRUPTED)
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # a reader that has seen enough, such as head: click ends without a word
        if sys.__stdout__ is not None:  # what could not be written is let go, else the interpreter fails by it again
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())
        _fail(str(error), 1)


def _fail(message: str, status: int, keep: str = "") -> NoReturn:
    # A name may hold a line break, or what a terminal takes as a command.
    shown = "".join(c if c.isprintable() or c in keep else c.encode("unicode_escape").decode() for c in message)
    click.echo(f"Error: {shown}", err=True)
    sys.exit(status)


def _command_line(context: click.Context | None) -> str:
    """The program and the command that a usage error is about."""
    names: list[str] = []
    while context is not None:
        names.insert(0, context.info_name or "")
        context = context.parent
    return " ".join(names)
