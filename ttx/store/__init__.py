"""The session file and what lies beside it: written once, synced, chained, read by anyone.

A name is loaded when it is first asked for: whoever lists sessions need not load what writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttx.lazily import from_modules

if TYPE_CHECKING:
    from ttx.store import drafts, scribe
    from ttx.store.branching import Recovery, fork, recover
    from ttx.store.heading import Heading, read_heading
    from ttx.store.lock import is_held
    from ttx.store.log import Log, Opened, Torn, create, open_log
    from ttx.store.names import SUFFIX
    from ttx.store.presence import Presence, present
    from ttx.store.reading import ReadLog, Verdict, read_first, read_log, read_whole, seal, verify
    from ttx.store.rewriting import may_still_hold
    from ttx.store.striking import strike, words_at

__all__ = [
    "SUFFIX",
    "Heading",
    "Log",
    "Opened",
    "Presence",
    "ReadLog",
    "Recovery",
    "Torn",
    "Verdict",
    "create",
    "drafts",
    "fork",
    "is_held",
    "may_still_hold",
    "open_log",
    "present",
    "read_first",
    "read_heading",
    "read_log",
    "read_whole",
    "recover",
    "scribe",
    "seal",
    "strike",
    "verify",
    "words_at",
]

__getattr__ = from_modules(
    __name__,
    {
        "drafts": (),
        "scribe": (),
        "branching": ("Recovery", "fork", "recover"),
        "heading": ("Heading", "read_heading"),
        "lock": ("is_held",),
        "log": ("Log", "Opened", "Torn", "create", "open_log"),
        "names": ("SUFFIX",),
        "presence": ("Presence", "present"),
        "reading": ("ReadLog", "Verdict", "read_first", "read_log", "read_whole", "seal", "verify"),
        "rewriting": ("may_still_hold",),
        "striking": ("strike", "words_at"),
    },
)
