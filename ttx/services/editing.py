"""An author's own editor, opened at a line."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

from ttx.errors import UsageError

_PLUS = frozenset(
    {"vi", "vim", "nvim", "view", "gvim", "nano", "pico", "emacs", "emacsclient", "kak", "micro", "joe", "ne"}
)
_COLON = frozenset({"hx", "helix", "subl"})
_GOTO = frozenset({"code", "code-insiders", "codium", "vscodium", "cursor"})


def editor_call(path: Path, line: int, environ: Mapping[str, str]) -> list[str]:
    """The words that open a file in the user's editor, at a line (1-based) where the editor is known.

    Raises:
        UsageError: neither VISUAL nor EDITOR names one.
    """
    asked = environ.get("VISUAL", "").strip() or environ.get("EDITOR", "").strip()
    try:
        words = shlex.split(asked)
    except ValueError as error:
        raise UsageError(f"VISUAL or EDITOR is no command: {asked}", next_step=_NEXT) from error
    if not words:
        raise UsageError("No editor is set.", next_step=_NEXT)
    name = Path(words[0]).stem.casefold()
    if name in _PLUS:
        return [*words, f"+{line}", str(path)]
    if name in _COLON:
        return [*words, f"{path}:{line}"]
    if name in _GOTO:
        return [*words, "--goto", f"{path}:{line}"]
    return [*words, str(path)]


_NEXT = "Leave, set EDITOR to a command such as nano, and come back; or edit the file in another window."


def edit(path: Path, line: int) -> None:
    """Open the file in the user's editor on this terminal, and wait until it is left.

    Raises:
        UsageError: there is no such editor, or none is set.
    """
    call = editor_call(path, line, os.environ)
    before = signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl+C is the editor's while it stands
    try:
        done = subprocess.run(call, check=False)  # noqa: S603 - the user's own command
    except OSError as error:
        what = f"The editor {call[0]} cannot be started: {error.strerror or error}."
        raise UsageError(what, next_step="Set VISUAL or EDITOR to a command that exists.") from error
    finally:
        signal.signal(signal.SIGINT, before)
    if done.returncode:
        raise UsageError(f"The editor {call[0]} ended with code {done.returncode}.")
