"""`upgrade`: an older store becomes one of this version."""

from __future__ import annotations

import sys

import click


@click.command()
@click.option("--zone", default="", help="Time zone of the machines that ran ProcessTracker, such as Europe/Berlin.")
@click.option("--drop-old", is_flag=True, help="Drop the old tables; else they stay, apart from the new ones.")
@click.option("--dry-run", is_flag=True, help="Say what an upgrade would do, and change nothing.")
@click.option("-y", "--yes", is_flag=True, help="Upgrade at once, without trying it and asking first.")
def upgrade(zone: str, drop_old: bool, dry_run: bool, yes: bool) -> None:
    """Makes the store of an older version, such as ProcessTracker 0.9.0, one of this version.

    On PostgreSQL it is one transaction: it succeeds whole, or changes nothing. On MySQL and MariaDB, run it again when it
    was broken off. At a terminal it is tried first, as by --dry-run, and you are asked. Stop the processes and take a
    backup before, and grant rights anew afterwards.
    """
    from ptdb import installer
    from ptdb.settings import Settings

    settings = Settings.load()
    is_current = installer.outdated(settings) is None
    if not (is_current or dry_run or yes):
        if not sys.stdin.isatty():
            raise click.UsageError(
                "Nobody is there to be asked; give --yes to upgrade, or --dry-run to see what it does."
            )
        click.echo(installer.upgrade(settings, zone=zone, drop_old=drop_old, dry_run=True))
        if not click.confirm("Upgrade now? The processes should be stopped, and a backup taken."):
            click.echo("Nothing was changed.")
            sys.exit(1)
    click.echo(installer.upgrade(settings, zone=zone, drop_old=drop_old, dry_run=dry_run))
    if not (is_current or dry_run):
        click.echo(installer.verify(settings))
