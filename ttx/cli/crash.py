"""The crash report: what a bug leaves behind, in a file of its own. Never raises."""

from __future__ import annotations

import os
import platform
import tempfile
import traceback
from pathlib import Path

from ttx import __version__


def report(error: BaseException) -> Path | None:
    """Write what is known about a bug to a new file and give its path; None where no folder takes it.

    It holds versions, the command's name and the traceback; no text of a session.
    """
    text = "\n".join(
        (
            f"ttx {__version__}, Python {platform.python_version()}, {platform.platform()}",
            "",
            *traceback.format_exception(error),
        )
    )
    for folder in (_kept(), None):
        try:
            return _write(text, folder)
        except OSError:
            continue
    return None


def _kept() -> Path | None:
    """The folder for crash reports among the user's data; None where there can be none."""
    try:
        from ttx.services.library import data_folder

        folder = data_folder() / "crashes"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (ImportError, OSError):
        return None
    return folder


def _write(text: str, folder: Path | None) -> Path:
    """A new file that only its owner can read, in ``folder`` or the system's for short-lived files."""
    handle, name = tempfile.mkstemp(prefix="tabletop-crash-", suffix=".txt", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
        stream.write(text)
    return Path(name)
