"""What checking a scenario costs: beside the bare YAML parser, whether it is linear, and from the shell."""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import yaml

from tests.bench.installed import as_installed
from tests.bench.long_scenario import long_scenario
from ttx.services.checking import check_scenario

_SIZES = (100, 1_000, 10_000)
_FROM_THE_SHELL = 200


def run(times: int = 3) -> list[tuple[str, float, str]]:
    """Each size beside ``CSafeLoader`` on the same text, an inject of the longest, and a call."""
    with tempfile.TemporaryDirectory() as folder:
        rows: list[tuple[str, float, str]] = []
        each: list[float] = []
        for size in _SIZES:
            text = long_scenario(size)
            path = Path(folder) / f"{size}.yaml"
            path.write_text(text, encoding="utf-8")
            whole, bare = _in_turns(lambda path=path: _checked(path), lambda text=text: _loaded(text), times)
            each.append(whole / size)
            rows.append((f"validate {size:,} injects", whole / bare, "times CSafeLoader, collector paused"))
            rows.append((f"validate {size:,} injects", whole, "seconds"))
        rows.append((f"an inject of {_SIZES[-1]:,} beside one of {_SIZES[0]:,}", each[-1] / each[0], "times"))
        return [*rows, _from_the_shell(Path(folder), times)]


def _checked(path: Path) -> Any:
    found = check_scenario(path)
    if found.problems:
        raise SystemExit(f"the long scenario has problems: {found.problems[0].headline}")
    return found


def _loaded(text: str) -> Any:
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _in_turns(mine: Callable[[], Any], bare: Callable[[], Any], times: int) -> tuple[float, float]:
    found = [(_seconds(mine), _seconds(bare)) for _ in range(times)]
    return min(a for a, _ in found), min(b for _, b in found)


def _seconds(work: Callable[[], Any]) -> float:
    gc.collect()
    gc.disable()
    begun = perf_counter()
    try:
        kept = work()
        return perf_counter() - begun
    finally:
        gc.enable()
        del kept


def _from_the_shell(folder: Path, times: int) -> tuple[str, float, str]:
    path = folder / "shell.yaml"
    path.write_text(long_scenario(_FROM_THE_SHELL), encoding="utf-8")
    call = [sys.executable, "-m", "ttx", "validate", str(path)]
    seconds = []
    for _ in range(times + 1):
        begun = perf_counter()
        subprocess.run(call, check=True, capture_output=True, env=as_installed())
        seconds.append(perf_counter() - begun)
    return (f"validate {_FROM_THE_SHELL} injects from the shell", min(seconds), "seconds, start-up included")
