"""Opening the app, which needs a terminal; without one, saying so and naming what needs none."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ttx.cli import out
from ttx.cli.table import WITHOUT_TERMINAL
from ttx.errors import UsageError

if TYPE_CHECKING:
    from ttx.sources.document import Document


def open_app(
    *,
    scenario: Path | None = None,
    log: Path | None = None,
    copy_to: Path | None = None,
    theme: str | None = None,
    ascii_only: bool = False,
    practice: bool = False,
    lang: str = "",
) -> int:
    """Open the app and give its exit code once it is left.

    Raises:
        UsageError: there is no terminal to open it in.
    """
    require_terminal()
    from ttx.tui.app import run_app

    return run_app(
        scenario=scenario,
        log=log,
        copy_to=copy_to,
        theme=theme,
        ascii_only=ascii_only,
        practice=practice,
        lang=lang,
    )


def open_wall(log: Path, audience: str, *, theme: str | None, ascii_only: bool, lang: str | None) -> int:
    """Open the wall over a session file and give its exit code once it is left.

    Raises:
        UsageError: there is no terminal to open it in.
    """
    require_terminal()
    from ttx.tui.app import run_wall

    return run_wall(log, audience, theme=theme, ascii_only=ascii_only, lang=lang)


def open_review(log: Path, *, theme: str | None, ascii_only: bool) -> int:
    """Open the review of a session file and give its exit code once it is left.

    Raises:
        UsageError: there is no terminal to open it in.
    """
    require_terminal()
    from ttx.tui.app import run_review

    return run_review(log, theme=theme, ascii_only=ascii_only)


def open_plain(
    *,
    scenario: Path | None = None,
    log: Path | None = None,
    copy_to: Path | None = None,
    practice: bool = False,
    lang: str = "",
) -> int:
    """Run a session line by line, on any terminal or none, and give the exit code.

    Raises:
        TtxError: the session cannot be begun or resumed.
    """
    from ttx.plain.console import PlainConsole
    from ttx.plain.speech import Speech
    from ttx.services import opening
    from ttx.services.ports import system

    ports = system()
    if scenario is not None:
        session = opening.begin(scenario, log, copy_to, ports, practice=practice, lang=lang)
    else:
        assert log is not None
        session = opening.resume(log, copy_to, ports)
    try:
        PlainConsole(session, Speech(_hear, out.put)).run()
        session.leave()
    finally:
        session.close()
    return 0


def _hear(prompt: str) -> str | None:
    """The next line; what comes from a pipe is said again, so that the answers can be read beside it."""
    if sys.stdin.isatty():
        try:
            return input(prompt)
        except EOFError:
            out.put("")
            return None
    heard = sys.stdin.readline()
    if heard:
        out.put(f"{prompt}{heard.rstrip()}")
    return heard or None


def open_draft(document: Document) -> int:
    """Open the draft of a catalogue in the app and give its exit code once it is left.

    Raises:
        UsageError: there is no terminal to open it in.
        LogError: the draft's file is broken.
    """
    require_terminal()
    from ttx.tui.app import run_draft

    return run_draft(document)


def keys_page(page: str) -> str:
    """The guide of the keys with the user's own keys in it."""
    from ttx.tui.app import keys_page as page_of

    return page_of(page)


def wrong_settings() -> tuple[str, ...]:
    """What is wrong with the user's settings, a sentence each."""
    from ttx.tui.app import wrong_settings as wrong

    return wrong()


def require_terminal() -> None:
    """Raise ``UsageError`` where there is no terminal that can move its cursor."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        what = "This needs a terminal: its input or output is a pipe or a file."
    elif os.environ.get("TERM") == "dumb":
        what = "This needs a terminal that can move its cursor; TERM says dumb."
    else:
        return
    raise UsageError(what, next_step=f"These need none: {', '.join(WITHOUT_TERMINAL)}.")
