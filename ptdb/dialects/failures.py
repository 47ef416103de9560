"""What a store's failures are called, and how they read, whichever driver reports them. `text` is the server's own."""

from __future__ import annotations

from ptdb.errors import (
    AuthenticationFailed,
    ConnectionLost,
    InvalidArgument,
    PermissionDenied,
    SchemaNotInstalled,
    StoreError,
    StoreUnavailable,
)
from ptdb.settings import Settings


def not_permitted(text: str) -> PermissionDenied:
    """The login may not do what it asked for."""
    return PermissionDenied(f"the data store refuses: {text}; ask its owner to grant it")


def not_installed(text: str) -> SchemaNotInstalled:
    """A routine or table of ours is not there."""
    return SchemaNotInstalled(
        f"the data store lacks what this version of ptdb calls: {text}; `processtracker setup` brings it up to date"
    )


def not_storable(text: str) -> InvalidArgument:
    """A value is of another type, too long, or against a check."""
    return InvalidArgument(f"PT011: the store cannot hold a value: {text}")


def lost(text: str) -> ConnectionLost:
    """The connection broke during a call."""
    return ConnectionLost(f"the connection to the data store broke: {text}")


def broken_off(text: str) -> StoreError:
    """The server undid the call: a deadlock, a timeout, somebody's kill."""
    return StoreError(f"the call was broken off and changed nothing: {text}; call again")


def unknown(text: str) -> StoreError:
    """Anything else."""
    return StoreError(f"the data store failed: {text}")


def login_refused(settings: Settings, text: str) -> AuthenticationFailed:
    """The server does not know the user, or the password is another."""
    return AuthenticationFailed(
        f"{settings.url} refuses the user {settings.user!r} or the password: {text}; "
        "check data_store_username and data_store_password, or the URL"
    )


def unreachable(settings: Settings, text: str) -> StoreUnavailable:
    """No server answers."""
    return StoreUnavailable(
        f"the data store {settings.url} cannot be reached: {text}; check that it runs and that the URL is right"
    )
