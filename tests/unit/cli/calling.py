"""Calling the command line: in this process for what it says, as a process for what it is."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ttx.cli.main import main


@dataclass(frozen=True, slots=True)
class Answer:
    code: int
    out: str
    err: str


class Caller:
    """Calls ``tabletop`` in this process, in a folder of its own, with a data folder of its own."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys = capsys
        self.folder = folder

    def __call__(self, *arguments: object) -> Answer:
        self._capsys.readouterr()
        code = main([str(a) for a in arguments])
        said = self._capsys.readouterr()
        return Answer(code, said.out, said.err)


def process(*arguments: object, folder: Path, stdin: str | bytes = "", **env: str) -> Answer:
    """Call ``tabletop`` as its users do, as a process with pipes."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-m", "ttx", *map(str, arguments)],
        cwd=folder,
        env=environment(folder, **env),
        input=given,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def environment(folder: Path, **more: str) -> dict[str, str]:
    """This process's variables, with data in ``folder`` and the package on the path."""
    root = str(Path(__file__).parents[3])
    return {**os.environ, "TTX_DATA": str(folder / "data"), "PYTHONPATH": root, **more}
