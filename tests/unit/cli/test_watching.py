"""A file that is written, gone or new ends the waiting, whatever the disk."""

import pytest

from ttx.cli.watching import waited
from ttx.services.looking import looked


@pytest.mark.parametrize("change", ["written", "gone", "new"])
def test_every_change_is_seen(tmp_path, change):
    kept, other = tmp_path / "kept.yaml", tmp_path / "other.yaml"
    kept.write_text("a", encoding="utf-8")
    if change != "new":
        other.write_text("b", encoding="utf-8")
    pauses = []

    def pause(seconds):
        pauses.append(seconds)
        if len(pauses) == 3:
            other.unlink() if change == "gone" else other.write_text("longer", encoding="utf-8")

    assert waited(looked([kept, other]), pause) == "other.yaml"
    assert len(pauses) == 3


def test_a_change_since_an_earlier_look_is_seen_at_once(tmp_path):
    file = tmp_path / "a.yaml"
    before = looked([file])
    file.write_text("x", encoding="utf-8")
    assert waited(before, lambda _: None) == "a.yaml"
