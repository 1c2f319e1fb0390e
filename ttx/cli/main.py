"""The entry point: answer at once what needs nothing loaded, turn every way out into an exit code.

The only place that catches ``Exception``: what arrives there is a bug and leaves a crash report.
"""

from __future__ import annotations

import os
import sys

from ttx import __version__

TYPE_CHECKING = False  # as typing has it: importing that alone costs half of what --version takes
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn


def entry() -> NoReturn:
    """Run the command line and leave with its exit code."""
    arguments = sys.argv[1:]
    if _quick(arguments) is None:
        _heed_termination()
    sys.exit(main(arguments))


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    quick = _quick(arguments)
    if quick is None:
        return _guarded(arguments)
    if sys.stdout is None:
        return 0
    try:
        sys.stdout.write(quick)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_stdout()
    except OSError:
        return _guarded(arguments)  # the long way has words for it
    return 0


def _quick(arguments: Sequence[str]) -> str | None:
    """Answers for which nothing is loaded."""
    arguments = list(arguments)
    if arguments == ["--version"]:
        return f"tabletop {__version__}\n"
    if arguments in (["--help"], ["-h"]):
        from ttx.cli.table import help_text

        return help_text()
    return None


def _guarded(arguments: Sequence[str]) -> int:
    """Run a command; every way out becomes an exit code (``ttx.errors.Exit``)."""
    from ttx.cli import out
    from ttx.errors import Exit, TtxError

    _prepare_streams()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except TtxError as error:
        out.complain(error)
        return int(error.code)
    except BrokenPipeError:
        _drop_stdout()
        return int(Exit.FINE)
    except OSError as error:
        where = f"{out.one_line(str(error.filename))}: " if error.filename else ""
        out.note(f"tabletop: {where}{error.strerror or error}.")
        return int(Exit.FILE)
    except KeyboardInterrupt:
        out.note("Stopped.")
        return int(Exit.INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the one place where bugs arrive
        return _bug(error)
    return code


def _run(arguments: Sequence[str]) -> int:
    if not arguments and "_TABLETOP_COMPLETE" not in os.environ:
        from ttx.cli.terminal import open_app

        return open_app()
    from ttx.cli.root import run

    return run(arguments)


def _bug(error: Exception) -> int:
    from ttx.cli import crash, out
    from ttx.errors import Exit

    path = crash.report(error)
    out.note(
        f"tabletop: this is a bug in ttx ({type(error).__name__}).\n"
        "The session is intact: what was shown as saved is on the disk.\n"
        + (f"What is known about the bug: {path}" if path else "No crash report could be written.")
    )
    return int(Exit.BUG)


def _prepare_streams() -> None:
    """Text that the terminal's encoding lacks is printed escaped; a closed stream swallows or is empty."""
    import io

    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - until the end
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - until the end
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _heed_termination() -> None:
    """SIGTERM unwinds like any way out, so that files are closed and the terminal is set right."""
    import signal

    signal.signal(signal.SIGTERM, _terminated)


def _terminated(_number: int, _frame: object) -> NoReturn:
    from ttx.errors import Exit

    sys.exit(int(Exit.TERMINATED))


def _drop_stdout() -> None:
    """Nobody reads any more: let what is still buffered go nowhere, without a word."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
