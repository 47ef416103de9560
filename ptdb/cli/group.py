"""What the command lines have in common: how errors are shown."""

from __future__ import annotations

import sys

import click


class Group(click.Group):
    """A group that shows ptdb's errors as one line: exit status 2 for wrong input, 1 for a refusal."""

    def invoke(self, context: click.Context) -> object:
        """Runs the command. The errors are imported here, so that `--help` stays fast."""
        from ptdb.errors import InvalidArgument, PtdbError, SettingsError

        try:
            return super().invoke(context)
        except PtdbError as error:
            click.echo(f"Error: {error}", err=True)
            sys.exit(2 if isinstance(error, (InvalidArgument, SettingsError)) else 1)
