"""The session file and what lies beside it: written once, synced, chained, read by anyone."""

from __future__ import annotations

from ttx.store import drafts, people
from ttx.store.branching import Recovery, fork, recover
from ttx.store.log import Log, Opened, Torn, create, open_log
from ttx.store.names import SUFFIX
from ttx.store.reading import ReadLog, Verdict, read_first, read_log, read_whole, seal, verify
from ttx.store.rewriting import may_still_hold
from ttx.store.striking import strike, words_at

__all__ = [
    "SUFFIX",
    "Log",
    "Opened",
    "ReadLog",
    "Recovery",
    "Torn",
    "Verdict",
    "create",
    "drafts",
    "fork",
    "may_still_hold",
    "open_log",
    "people",
    "read_first",
    "read_log",
    "read_whole",
    "recover",
    "seal",
    "strike",
    "verify",
    "words_at",
]
