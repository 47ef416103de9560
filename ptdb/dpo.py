"""`dpo`: the data pipeline orchestrator's command line. Results go to stdout, the log to stderr."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import click

from ptdb.cli.group import Group

if TYPE_CHECKING:
    from ptdb.pipeline import Pipeline

LEVELS = ["CRITICAL", "ERROR", "WARNING", "INFO", "DEBUG"]
#: Names that the orchestrator's commands had before, and its README's examples still have.
FORMER = {
    "persist-models": "init-step",
    "get-execution-last-updated-timestamp": "get-execution-completion-timestamp",
}


class Dpo(Group):
    """The program: `dpo COMMAND --help` needs no connection string, although one comes before the command."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Puts a connection string where the help of a command was asked for without one."""
        if args and args[0] in {*self.commands, *FORMER} and set(args[1:]) & set(context.help_option_names):
            args = ["", *args]
        return super().parse_args(context, args)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """A command, also by its former name."""
        return super().get_command(context, FORMER.get(name, name))


@click.group(cls=Dpo, no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-l", "--log-level", type=click.Choice(LEVELS, case_sensitive=False), metavar=f"[{'|'.join(LEVELS)}]",
    default="INFO", show_default=True, help="What is logged, on stderr.",
)  # fmt: skip
@click.argument("db_connection_string", metavar="DB-CONNECTION-STRING")
@click.pass_context
def main(context: click.Context, log_level: str, db_connection_string: str) -> None:
    """Keeps the state of data pipeline executions, and uses it to detect changed models.

    DB-CONNECTION-STRING is the URL of a ptdb store, such as postgresql+psycopg2://user:password@host:port/dbname.
    """
    level = logging.getLevelNamesMapping()[log_level.upper()]
    # Of the drivers' logs only what matters: they say what they load.
    logging.basicConfig(level=max(level, logging.WARNING), format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("ptdb").setLevel(level)
    context.obj = db_connection_string


def _pipeline() -> Pipeline:
    from ptdb.pipeline import Pipeline
    from ptdb.store import Store

    url = click.get_current_context().find_root().obj
    if not url.strip():
        raise click.UsageError("The DB-CONNECTION-STRING is empty.")
    return Pipeline(Store(url))


@main.command()
@click.argument("execution_id", required=False, metavar="[EXECUTION-ID]")
def init_execution(execution_id: str | None) -> None:
    """Marks the start of a new execution; prints its id, a GUID."""
    click.echo(_pipeline().init_execution(execution_id))


@main.command()
def get_last_successful_execution() -> None:
    """Prints the id of the last successful execution, or the empty string."""
    click.echo(_pipeline().get_last_successful_execution())


@main.command()
@click.argument("execution_id", metavar="EXECUTION-ID")
def get_execution_completion_timestamp(execution_id: str) -> None:
    """Prints when an execution was last updated, with time zone."""
    click.echo(_pipeline().get_execution_completion_timestamp(execution_id).isoformat(sep=" "))


@main.command()
@click.argument("execution_id", metavar="EXECUTION-ID")
@click.argument("step_name", metavar="STEP-NAME")
@click.argument("base_path", metavar="BASE-PATH")
@click.argument("model_patterns", nargs=-1, required=True, metavar="MODEL-PATTERNS...")
def init_step(execution_id: str, step_name: str, base_path: str, model_patterns: tuple[str, ...]) -> None:
    """Begins a step (LOAD or TRANSFORM) and saves the checksums of its models; prints its id.

    MODEL-PATTERNS are relative to BASE-PATH, such as '**/*.sql'. Models are named by their files' stems.
    """
    from ptdb.errors import LocationNotFound

    try:
        click.echo(_pipeline().init_step(execution_id, step_name, base_path, model_patterns))
    except LocationNotFound as error:
        raise click.UsageError(str(error)) from error


@main.command()
@click.argument("step_id", metavar="STEP-ID")
@click.argument("previous_execution_id", required=False, default="", metavar="[PREVIOUS-EXECUTION-ID]")
def compare_step_models(step_id: str, previous_execution_id: str) -> None:
    """Prints the names of the models that changed since an earlier execution, joined by commas."""
    click.echo(",".join(_pipeline().compare_step_models(step_id, previous_execution_id)))


@main.command(hidden=True)
@click.argument("previous_execution_id", metavar="PREVIOUS-EXECUTION-ID")
@click.argument("execution_id", metavar="EXECUTION-ID")
@click.argument("step_name", metavar="STEP-NAME")
def compare_models(previous_execution_id: str, execution_id: str, step_name: str) -> None:
    """Prints what compare-step-models prints, for a step that is named instead of given by its id."""
    pipeline = _pipeline()
    step_id = pipeline.get_execution_step(execution_id, step_name)
    click.echo(",".join(pipeline.compare_step_models(step_id, previous_execution_id)))


@main.command()
@click.argument("step_id", metavar="STEP-ID")
@click.argument("rows_processed", type=int, required=False, metavar="[ROWS-PROCESSED]")
def complete_step(step_id: str, rows_processed: int | None) -> None:
    """Marks the completion of a step."""
    _pipeline().complete_step(step_id, rows_processed)


@main.command()
@click.argument("execution_id", metavar="EXECUTION-ID")
def complete_execution(execution_id: str) -> None:
    """Marks the completion of an execution."""
    _pipeline().complete_execution(execution_id)


if __name__ == "__main__":
    main(prog_name="dpo")
