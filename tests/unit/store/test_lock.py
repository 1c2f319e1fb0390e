"""The lock dies with its process and is the platform's own; Windows has another one."""

import importlib.util
import subprocess
import sys
import types

import pytest

from tests.unit.store.making import counted, started, written
from ttx.errors import LockedError, LogError
from ttx.store import open_log, system
from ttx.store.lock import take

HOLD = """
import sys
from pathlib import Path
from ttx.store import open_log
opened = open_log(Path(sys.argv[1]), salts=lambda: "00")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    return written(tmp_path / "a.ttx.jsonl", 2)


@pytest.fixture
def holder(path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_another_process_is_refused_and_told_who_holds_it(path, holder):
    with pytest.raises(LockedError, match=f"process {holder.pid} on") as caught:
        open_log(path, salts=counted())
    assert "Close it there" in caught.value.next_step


def test_a_killed_process_locks_nobody_out(path, holder):
    holder.kill()
    holder.wait()
    assert path.with_name("a.lock").exists()
    open_log(path, salts=counted()).log.close()
    assert not path.with_name("a.lock").exists()


def test_a_lock_file_with_odd_content_names_nobody(path):
    with started(path.with_name("b.ttx.jsonl")):
        path.with_name("b.lock").write_bytes(b"\xff\x00\x1b[2J")
        with pytest.raises(LockedError, match="a process of this computer"):
            take(path.with_name("b.ttx.jsonl"))


def test_a_lock_that_lost_its_name_while_we_waited_is_taken_anew(path, monkeypatch):
    """The holder let go between our opening its file and our locking it."""
    real, lost = system.try_lock, []

    def lose(fd):
        if not lost:
            lost.append(path.with_name("a.lock").unlink())
        return real(fd)

    monkeypatch.setattr(system, "try_lock", lose)
    lock = take(path)
    assert path.with_name("a.lock").read_text() == f"{system.this_process()}\n"
    lock.release()


def test_a_name_that_never_settles_ends_in_a_refusal(path, monkeypatch):
    real = system.try_lock
    monkeypatch.setattr(system, "try_lock", lambda fd: path.with_name("a.lock").unlink() or real(fd))
    with pytest.raises(LockedError, match="keep opening"):
        take(path)


def test_a_file_system_without_locks_is_said_to_be_so(path, monkeypatch):
    def refuse(fd):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(system, "try_lock", refuse)
    with pytest.raises(LogError, match="operation not supported") as caught:
        open_log(path, salts=counted())
    assert "folder of this computer" in caught.value.next_step


class Msvcrt(types.ModuleType):
    """Windows' byte locks, as far as they are used."""

    LK_NBLCK = 2

    def __init__(self):
        super().__init__("msvcrt")
        self.held = set()
        self.error = None

    def locking(self, fd, mode, count):
        import os

        at = (os.fstat(fd).st_ino, os.lseek(fd, 0, os.SEEK_CUR))
        if self.error is not None or at in self.held:
            raise self.error or OSError(13, "Permission denied")
        self.held.add(at)


@pytest.fixture
def windows(monkeypatch):
    """The platform module as Windows imports it, where there is no ``fcntl``."""
    fake = Msvcrt()
    monkeypatch.setitem(sys.modules, "msvcrt", fake)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setattr(sys, "platform", "win32")
    spec = importlib.util.spec_from_file_location("system_on_windows", system.__file__)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.undo()
    module.fake = fake
    return module


def test_windows_locks_a_byte_behind_the_holders_name(windows, tmp_path, monkeypatch):
    for name in ("try_lock", "drop_lock_file", "sync_folder"):
        monkeypatch.setattr(system, name, getattr(windows, name))
    path = written_there = tmp_path / "a.ttx.jsonl"
    with started(path, 2):
        (_, offset), *_ = windows.fake.held
        assert offset > 10**9
        with pytest.raises(LockedError, match="process"):
            open_log(path, salts=counted())
    assert [p.name for p in tmp_path.iterdir()] == [written_there.name]


def test_windows_reports_what_is_not_a_lock(windows, tmp_path):
    windows.fake.error = OSError(22, "Invalid argument")
    with (tmp_path / "x").open("wb") as stream, pytest.raises(OSError, match="Invalid"):
        windows.try_lock(stream.fileno())


def test_only_one_module_knows_the_platform():
    from pathlib import Path

    folder = Path(system.__file__).parent
    knowing = [
        p.name
        for p in folder.glob("*.py")
        if any(word in p.read_text() for word in ("fcntl", "msvcrt", "sys.platform"))
    ]
    assert knowing == ["system.py"]
