"""The command line: `processtracker`, alias `ptdb`."""

from __future__ import annotations

import click

from ptdb import __version__
from ptdb.cli.group import Group
from ptdb.cli.look import extracts, runs, status
from ptdb.cli.topics import create, delete, encrypt, release, update
from ptdb.cli.upgrade import upgrade


@click.group(cls=Group, no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ptdb")
def main() -> None:
    """Tracks the processes, runs and extract files of a data pipeline in a database.

    The data store is the one that PTDB_URL or the ini file names, else the embedded one.
    """


@main.command()
@click.option("-o", "--overwrite", type=bool, default=False, metavar="BOOLEAN", help="Remove all that is there first.")
def setup(overwrite: bool) -> None:
    """Installs ptdb in the data store, and writes a commented ini file if there is none."""
    from ptdb import installer
    from ptdb.settings import Settings, write_template

    settings = Settings.load()
    if overwrite:
        installer.uninstall(settings)
    installer.install(settings)
    click.echo(installer.verify(settings))
    written = write_template()
    if written:
        click.echo(f"Settings may be put into {written}")


@main.command()
@click.option("--dialect", default="postgresql", show_default=True, help="Engine that the script is for.")
@click.option("--schema", default=None, help="Schema to install into.  [default: process_tracker]")
@click.option("--upgrade-from", metavar="VERSION", help="Print the upgrade of a store of this version instead.")
@click.option("--zone", help="For the upgrade: time zone of the machines that ran ProcessTracker.")
@click.option("--drop-old", is_flag=True, help="For the upgrade: drop the old tables.")
@click.option("--dry-run", is_flag=True, help="For the upgrade: say what it would do, and change nothing.")
def sql(
    dialect: str, schema: str | None, upgrade_from: str | None, zone: str | None, drop_old: bool, dry_run: bool
) -> None:
    """Prints the installation, or an upgrade, as one script for a DBA. Needs no data store.

    By psql, run it with -v ON_ERROR_STOP=1; by mysql or mariadb, with --comments and --database=NAME; by sqlcmd,
    with -b and -d NAME, or in SSMS.
    """
    from ptdb import installer
    from ptdb.settings import schema_name

    if schema and dialect == "mysql":
        raise click.UsageError("A script for mysql goes into the database that its client names; leave --schema out.")
    schema = schema_name(schema)
    if upgrade_from is None:
        if zone or drop_old or dry_run:
            raise click.UsageError("--zone, --drop-old and --dry-run go with --upgrade-from.")
        text = installer.script(dialect, "install.sql", schema)
    else:
        text = installer.upgrade_script(
            dialect, upgrade_from, schema, zone=zone or "", drop_old=drop_old, dry_run=dry_run
        )
        if not zone:
            raise click.UsageError("Missing option --zone: the time zone of the machines that ran ProcessTracker.")
    click.echo(text, nl=False)


@main.command()
def demo() -> None:
    """Loads real baseball data as tracked processes, and shows what the store then knows."""
    from ptdb.demo import run

    run()


@main.command()
def stop_embedded() -> None:
    """Stops the embedded store's server. The next call starts it again."""
    from ptdb import embedded
    from ptdb.settings import Settings

    settings = Settings.load()
    folder = settings.folder if settings.dialect == "embedded" else None
    was_running = embedded.stop(folder)
    click.echo("The embedded store is stopped." if was_running else "The embedded store was not running.")


for _command in (create, update, delete, release, encrypt, status, runs, extracts, upgrade):
    main.add_command(_command)
