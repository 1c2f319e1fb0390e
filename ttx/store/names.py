"""What the files beside a session file are called: ``NAME.ttx.jsonl`` has ``NAME.draft.json`` etc."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".ttx.jsonl"
"""How the name of a session file ends."""


def stem(log: Path) -> str:
    """NAME of ``NAME.ttx.jsonl``; any other file name stays whole, so that nothing collides."""
    return log.name.removesuffix(SUFFIX)


def beside(log: Path, ending: str) -> Path:
    """``NAME.ending`` in the session file's folder."""
    return log.with_name(f"{stem(log)}.{ending}")
