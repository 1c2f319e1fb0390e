"""Every test of the command line stands in an empty folder and keeps its data there."""

from pathlib import Path

import pytest

from tests.unit.cli.calling import Caller


@pytest.fixture
def tabletop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTX_DATA", str(tmp_path / "data"))
    return Caller(capsys, tmp_path)
