"""Half-typed forms, in ``NAME.draft.json``: offered on resume, never exported, never part of the log.

The caller decides how often to save (at most every two seconds).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ttx.errors import LogError
from ttx.store import sidecar
from ttx.store.disk import DISK, Disk, said
from ttx.store.names import beside

_FORM: Final = "ttx-draft/1"


def file_of(log: Path) -> Path:
    """Where the drafts of a session stand."""
    return beside(log, "draft.json")


def load(log: Path) -> dict[str, dict[str, str]]:
    """Form -> field -> what was typed in it; empty where there are none.

    Raises:
        LogError: the file cannot be read or holds something else.
    """
    held = sidecar.load(file_of(log), _FORM)
    if any(
        type(form) is not dict or {type(text) for text in form.values()} - {str} for form in held.values()
    ):
        raise LogError("a form holds something else than text", where=str(file_of(log)))
    return held


def save(log: Path, forms: Mapping[str, Mapping[str, str]], disk: Disk = DISK) -> None:
    """Replace the drafts. Raises ``LogError`` where the disk refused; the old ones stand then."""
    sidecar.save(file_of(log), _FORM, {name: dict(form) for name, form in forms.items()}, disk)


def clear(log: Path) -> None:
    """Throw the drafts away; fine where there are none. Raises ``LogError`` where that fails."""
    try:
        file_of(log).unlink(missing_ok=True)
    except OSError as error:
        raise LogError(f"it cannot be deleted: {said(error)}", where=str(file_of(log))) from error
