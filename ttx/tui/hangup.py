"""A terminal that goes away without a word: the process goes too, and nothing keeps the session locked.

A closed window sends SIGHUP only to whom the terminal controls. Without it the input would read an
end for ever, and the output could wait for ever for a writer that has died. There is no terminal
left to set right; what was shown as saved is on the disk, half-typed words as far as they were kept
(every two seconds), and the lock dies with the process.
"""

from __future__ import annotations

import os
import threading

HUNG_UP = 129
"""Exit code: 128 and the number of SIGHUP."""
_EVERY_SECONDS = 1.0


def watch(terminal: int) -> threading.Event:
    """Look every second, beside the app, whether its terminal is still there, and end where it is not.

    Args:
        terminal: file number of the terminal; nothing is watched where it is none.

    Returns:
        What ends the watch when it is set.
    """
    over = threading.Event()
    if _is_there(terminal):
        threading.Thread(target=_look, args=(terminal, over), daemon=True, name="hangup").start()
    return over


def _is_there(terminal: int) -> bool:
    try:
        os.get_terminal_size(terminal)
    except (OSError, ValueError):
        return False
    return True


def _look(terminal: int, over: threading.Event) -> None:
    while not over.wait(_EVERY_SECONDS):
        if not _is_there(terminal):
            os._exit(HUNG_UP)
