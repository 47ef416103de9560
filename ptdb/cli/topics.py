"""`create`, `update`, `delete`: lookups, dependencies, clusters. Each is one call of a routine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_TOPICS = (
    "Actor, Cluster, Contact, Dataset Type, Error Type, Extract Status, Process Status, Process Type, Source, Tool, "
    "Cluster Process or Process Dependency"
)


def _options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


_topic = click.option("-t", "--topic", required=True, help=f"What kind, in any case: {_TOPICS}.")
_pair = _options(
    click.option("-p", "--parent", help="The process that comes first, of a dependency."),
    click.option("-c", "--child", help="The process of a cluster, or the one that waits in a dependency."),
    click.option("--cluster", help="The cluster."),
)
_extras = _options(
    click.option("-e", "--email", help="E-mail address of a contact."),
    click.option("--max-memory", type=int, help="Most memory of a cluster."),
    click.option("--memory-unit", help="Its unit: MB, GB, TB."),
    click.option("--max-processing", type=int, help="Most processing power of a cluster."),
    click.option("--processing-unit", help="Its unit: Ghz, CPU, DPU."),
)


def _kind(topic: str) -> str:
    return " ".join(topic.lower().replace("_", " ").split())


def _call(routine: str, **parameters: object) -> None:
    from ptdb.store import Store

    Store().call(routine, **parameters)


def _need(**options: str | None) -> None:
    missing = [f"--{name.replace('_', '-')}" for name, value in options.items() if value is None]
    if missing:
        raise click.UsageError(f"Missing option {', '.join(missing)} for this topic.")


@click.command()
@_topic
@click.option("-n", "--name", help="Name of the new row.")
@_pair
@click.option("--dependency-type", help="Undefined, Hard or Soft, of a dependency; Soft never blocks.")
@_extras
def create(
    topic: str,
    name: str | None,
    parent: str | None,
    child: str | None,
    cluster: str | None,
    dependency_type: str | None,
    **extras: object,
) -> None:
    """Adds a lookup row, a dependency between processes, or a process to a cluster."""
    match _kind(topic):
        case "process dependency":
            _need(parent=parent, child=child)
            _call(
                "create_process_dependency",
                parent_process_name=parent,
                child_process_name=child,
                dependency_type=dependency_type,
            )
        case "cluster process":
            _need(cluster=cluster, child=child)
            _call("create_cluster_process", cluster_name=cluster, process_name=child)
        case _:
            _need(name=name)
            _call("create_topic", topic=topic, name=name, **extras)
    click.echo(f"Created: {topic} {name or f'{parent or cluster} / {child}'}")


@click.command()
@_topic
@click.option("-i", "--initial-name", help="Present name of the row.")
@click.option("-n", "--name", required=True, help="New name of the row, or the process on hold to release.")
@click.option("--new-status", help="With the topic process run: the status to release to; completed by default.")
@_extras
def update(topic: str, initial_name: str | None, name: str, new_status: str | None, **extras: object) -> None:
    """Renames a lookup row; with the topic "process run", releases a process that is on hold."""
    if _kind(topic) == "process run":
        _call("release_process", process_name=name, new_status=new_status)
        click.echo(f"Released: {name}")
        return
    _need(initial_name=initial_name)
    _call("update_topic", topic=topic, initial_name=initial_name, name=name, **extras)
    click.echo(f"Updated: {topic} {name}")


@click.command()
@_topic
@click.option("-n", "--name", help="Name of the row.")
@_pair
def delete(topic: str, name: str | None, parent: str | None, child: str | None, cluster: str | None) -> None:
    """Deletes a lookup row that nothing uses, a dependency, or a process from a cluster."""
    match _kind(topic):
        case "process dependency":
            _need(parent=parent, child=child)
            _call("delete_process_dependency", parent_process_name=parent, child_process_name=child)
        case "cluster process":
            _need(cluster=cluster, child=child)
            _call("delete_cluster_process", cluster_name=cluster, process_name=child)
        case _:
            _need(name=name)
            _call("delete_topic", topic=topic, name=name)
    click.echo(f"Deleted: {topic} {name or f'{parent or cluster} / {child}'}")


@click.command()
@click.argument("process_name")
@click.option("--new-status", help="Status that the held run gets; completed by default.")
def release(process_name: str, new_status: str | None) -> None:
    """Ends a process's hold."""
    _call("release_process", process_name=process_name, new_status=new_status)
    click.echo(f"Released: {process_name}")


@click.command()
@click.option("-p", "--password", required=True, help="The password to obscure.")
def encrypt(password: str) -> None:
    """Obscures a password for the ini file. This is no encryption: it keeps nobody out."""
    from ptdb.passwords import obscure

    if not password:
        raise click.UsageError("The password is empty; leave data_store_password away instead")
    click.echo(f"Encrypted password is now:  {obscure(password)}")
    click.echo("When storing in your config file, please be sure to include 'Encrypted ' as well as the hash.")
