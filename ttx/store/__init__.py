"""The session file and what lies beside it: written once, synced, chained, read by anyone."""

from __future__ import annotations

from ttx.store import drafts, people
from ttx.store.branching import Recovery, fork, recover
from ttx.store.log import Log, Opened, Torn, create, open_log
from ttx.store.names import SUFFIX
from ttx.store.reading import ReadLog, Verdict, read_log, seal, verify
from ttx.store.rewriting import Striking
from ttx.store.striking import strike, words_at

__all__ = [
    "SUFFIX",
    "Log",
    "Opened",
    "ReadLog",
    "Recovery",
    "Striking",
    "Torn",
    "Verdict",
    "create",
    "drafts",
    "fork",
    "open_log",
    "people",
    "read_log",
    "recover",
    "seal",
    "strike",
    "verify",
    "words_at",
]
