"""The app in a process of its own on a pty, forked from this one so that it stands at once; it says how it stands.

What is typed goes through a real terminal; what stands on the screen is told through a pipe, as a line of JSON
each time it has changed.
"""

import json
import os
import select
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from textual.widgets import Input, TextArea

from ttx.services import opening
from ttx.services.ports import system
from ttx.tui.app import TtxApp

PATIENCE = 60
_SIZE = (36, 120)


class Forked:
    """The console over a session file, resumed; killed where it stands."""

    def __init__(self, path):
        import fcntl
        import pty
        import struct
        import termios

        self.path = Path(path)
        self.told = {}
        self.gone = False
        hears, says = os.pipe()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.close(hears)
            with suppress(BaseException):
                _child(self.path, says)
            os._exit(70)
        os.close(says)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *_SIZE, 0, 0))
        self._hears = hears
        self._rest = b""

    def press(self, keys):
        os.write(self.terminal, keys.encode())

    def wait(self, until, seconds=PATIENCE):
        """How it stands once that is so; the last it told where it does not come to that."""
        end = time.monotonic() + seconds
        while not (self.told and until(self.told)) and time.monotonic() < end:
            for ready in select.select([self.terminal, self._hears], [], [], 0.1)[0]:
                try:
                    found = os.read(ready, 65536)
                except OSError:
                    found = b""
                if not found:
                    self.gone = True  # it has left
                    return self.told
                if ready == self._hears:
                    *lines, self._rest = (self._rest + found).split(b"\n")
                    if lines:
                        self.told = json.loads(lines[-1])
        return self.told

    def kill(self):
        """SIGKILL: nothing of it runs any more."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)
        os.close(self._hears)


def _child(path, says):
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, mode, closefd=False) for n, mode in enumerate("rww"))
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr
    os.environ["TERM"] = "xterm-256color"
    session = opening.resume(path, None, system())
    app = TtxApp(session)
    threading.Thread(target=_tell, args=(app, session, says), daemon=True).start()
    app.run()


def _tell(app, session, says):
    before = b""
    while True:
        time.sleep(0.03)
        with suppress(Exception):  # a screen that is just coming or going
            line = json.dumps(_standing(app, session)).encode() + b"\n"
            if line != before:
                os.write(says, line)
                before = line


def _standing(app, session):
    screen = app.screen
    chain = screen.focus_chain
    typing = [n for n, each in enumerate(chain) if isinstance(each, Input | TextArea)]
    at = chain.index(screen.focused) if screen.focused in chain else 0
    typed = {
        w.id or "": w.value if isinstance(w, Input) else w.text
        for w in chain
        if isinstance(w, Input | TextArea)
    }
    return {
        "screen": type(screen).__name__,
        "form": screen.form.name if hasattr(screen, "form") else "",
        "tabs": (typing[0] - at) % len(chain) if typing else None,
        "typed": " ".join(typed.values()),
        "events": len(session.events),
        "status": session.state.status,
    }
