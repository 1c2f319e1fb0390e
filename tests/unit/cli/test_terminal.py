"""Without a terminal the app says so, and names what works."""

import pytest

from tests.unit.cli.calling import process
from ttx.cli import terminal
from ttx.cli.table import WITHOUT_TERMINAL
from ttx.errors import UsageError


@pytest.mark.parametrize("arguments", [(), ("run", "graduated-steps")])
def test_without_a_terminal_it_is_said_what_works(tmp_path, arguments):
    answer = process(*arguments, folder=tmp_path)

    assert answer.code == 2
    assert answer.out == ""
    assert "This needs a terminal" in answer.err
    assert all(name in answer.err for name in WITHOUT_TERMINAL)


def test_a_terminal_that_cannot_move_its_cursor_is_none(monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")

    with pytest.raises(UsageError, match="TERM says dumb"):
        terminal.require_terminal()
