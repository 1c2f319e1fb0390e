"""What is named on the command line: scenarios, session files, moments, ``-`` for stdin."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from ttx.errors import LoadError, LogError, UsageError
from ttx.store.names import SUFFIX

STDIN = "-"


def _scenarios(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Bundled ids that begin so, else files."""
    from ttx.services.library import bundled_ids

    ids = [CompletionItem(each) for each in bundled_ids() if each.startswith(incomplete)]
    return ids or [CompletionItem(incomplete, type="file")]


def _logs(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Sessions of the sessions folder that begin so, else files."""
    from ttx.services.library import sessions_folder

    names = sorted(p.name for p in sessions_folder().glob(f"*{SUFFIX}") if p.name.startswith(incomplete))
    return [CompletionItem(each) for each in names] or [CompletionItem(incomplete, type="file")]


def _moment(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return in_utc(value)
    except ValueError:
        raise click.BadParameter(f"{value} is no moment; write it like 2026-03-14T09:00Z.") from None


FILE = click.Path(path_type=Path)
FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
scenario_argument = click.argument("scenario", shell_complete=_scenarios)
scenarios_argument = click.argument("scenarios", nargs=-1, shell_complete=_scenarios, metavar="[SCENARIO]...")
log_argument = click.argument("log", shell_complete=_logs)
logs_argument = click.argument("logs", nargs=-1, required=True, shell_complete=_logs, metavar="LOG...")
start_option = click.option(
    "--start", callback=_moment, help="When the session begins, ISO 8601; default: the moves', else now."
)
seed_option = click.option("--seed", help="Where dice and salts come from; default: the moves', else chance.")
lang_option = click.option(
    "--lang", default="", metavar="LANG", help="Players' texts in this language, from ID.LANG.yaml beside it."
)
log_lang_option = click.option(
    "--lang", metavar="LANG", help="Players' texts in this language; default: the one that was played in."
)
output_option = click.option("-o", "--output", type=FILE, metavar="FILE", help="Write to a file.")


def session_file(name: str) -> Path:
    """The session file a user means: a path, or a name in the sessions folder, ending or not.

    Raises:
        LogError: there is none.
    """
    from ttx.services.library import sessions_folder

    path = Path(name)
    if path.is_dir():
        raise LogError("This is a folder, not a session file.", where=name)
    if path.exists():
        return path
    if path.name == name:
        folder = sessions_folder()
        for kept in (folder / name, folder / f"{name}{SUFFIX}"):
            if kept.exists():
                return kept
    raise LogError(
        "There is no such session file.",
        where=name,
        next_step="tabletop info says where sessions are kept; tabletop alone lists them.",
    )


def existing(path: Path) -> Path:
    """The path of a file that is there.

    Raises:
        LoadError: it is not, or is a folder.
    """
    if path.is_dir():
        raise LoadError("This is a folder, not a file.", where=str(path))
    if not path.exists():
        raise LoadError("There is no such file.", where=str(path), next_step="Check its name and folder.")
    return path


@contextmanager
def readable_log(name: str) -> Iterator[Path]:
    """As ``session_file``; ``-`` is what comes in on stdin, kept on the disk while it is read."""
    if name == STDIN:
        with spooled(f"stdin{SUFFIX}") as path:
            yield path
    else:
        yield session_file(name)


@contextmanager
def spooled(name: str) -> Iterator[Path]:
    """What comes in on stdin, as a file of that name in a folder that goes away again.

    Raises:
        UsageError: stdin is the keyboard.
    """
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("Nothing comes in on stdin.", next_step="Pipe a file into it, or name one.")
    with tempfile.TemporaryDirectory(prefix="tabletop-") as folder:
        path = Path(folder) / name
        path.write_bytes(sys.stdin.buffer.read())
        yield path


def in_utc(text: str) -> str:
    """An ISO 8601 moment in UTC; one without a zone is taken as UTC.

    Raises:
        ValueError: it is none, or lies outside the calendar.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC).isoformat()
    except OverflowError as error:
        raise ValueError(text) from error
