"""A small JSON file beside a session file, replaced whole, mode 0600: its drafts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ttx.errors import LogError
from ttx.store import strict
from ttx.store.disk import DISK, Disk, open_regular, replace, said

_LARGEST: Final = 8 * 1024 * 1024


def load(path: Path, form: str) -> dict[str, Any]:
    """What ``save`` put there; empty where there is no file.

    Raises:
        LogError: the file cannot be read or holds something else.
    """
    if not path.exists():
        return {}
    try:
        with open_regular(path) as stream:
            raw = stream.read(_LARGEST + 1)
        tree = strict.parse(raw.decode()) if len(raw) <= _LARGEST else None
    except (strict.NotStrictError, UnicodeDecodeError):
        tree = None
    except OSError as error:
        raise LogError(f"it cannot be read: {said(error)}", where=str(path)) from error
    if type(tree) is dict and tree.get("format") == form and type(tree.get("held")) is dict:
        held: dict[str, Any] = tree["held"]
        return held
    raise LogError(
        "this file is not what was saved here",
        where=str(path),
        next_step="Move it away; the session itself does not need it.",
    )


def save(path: Path, form: str, held: Mapping[str, Any], disk: Disk = DISK) -> None:
    """Replace the file at once; a crash leaves the old one or the new one.

    Raises:
        LogError: the disk refused, or a text holds half a character; the old file stands.
    """
    try:
        replace(path, [strict.written({"format": form, "held": dict(held)}).encode()], disk)
    except UnicodeEncodeError as error:
        raise LogError("a text in it holds half a character", where=str(path)) from error
    except OSError as error:
        raise LogError(f"it cannot be written: {said(error)}", where=str(path)) from error
