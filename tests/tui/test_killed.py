"""kill -9 in the middle of whatever a key opens: what was shown as saved is on the disk, what was typed is offered.

The keys are those of the table, so none is forgotten; each gets a process of its own.
"""

import json
import shutil
import sys
from collections import deque
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.small import BASE
from tests.tui.driving import begin
from tests.tui.forked import Forked
from tests.tui.rooms import MINUTE, play, small
from ttx.model import commands as c
from ttx.model.records import LinkRecord
from ttx.model.words import Words
from ttx.services import logs, opening
from ttx.services.ports import system
from ttx.store import is_held
from ttx.tui.keymap import CONSOLE, GO

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pty nor fork")

ESC, F2, UP, DOWN, ENTER, TAB = "\x1b", "\x1bOQ", "\x1b[A", "\x1b[B", "\r", "\t"
SIGNS = {"Space": " ", "PgDn": "\x1b[6~", "PgUp": "\x1b[5~", "Esc": ESC}
WORDS = "half a sentence"
AT_ONCE = 6
"""Processes beside each other."""
SOON = 1.5
"""Seconds after which a key that opens nothing has done what it does; nothing is asserted of them."""
SETTLED = 0.5
"""Seconds in which one screen gives way to the next."""
FURTHER = [
    *((DOWN, "d"), (DOWN, "x"), ("u", ENTER), ("i", DOWN, ENTER), ("f",), ("!", F2)),
    (":", "i-01", ENTER, "g", "f"),
    (":", "d-01", ENTER, "v"),
    *(("g", "e", number, " ") for number in "2345"),
]
"""What is opened from what a key opens."""
LATER = {
    "rule": (("v",),),
    "first": ((" ",), (":", "d-01", ENTER, "v"), ("f",), ("s", ENTER)),
    "end": ((" ", " "), ("g", "e", " ")),
}
"""Step of Graduated Steps, the last of its kind that is reached -> what is opened there."""
FAMILIES = {
    "adhoc", "answer", "clock", "contact", "control", "correct", "disclose", "finding", "hot wash", "lift", "mend",
    "late", "note", "observe", "pause", "phase", "retract", "seat",
}  # fmt: skip
"""Forms that must have been open among them."""
TEXT = BASE.replace(
    "        after: [I-01]\n",
    "        after: [I-01]\n        first: [{to: [us], ask: What?, as: sentence}]\n",
    1,
)
TEXT += "catalogues: [toy]\n"


def sign(key):
    return SIGNS.get(key.sign, key.sign)


def ways():
    """Keys one after the other -> what is opened with them; every action of the console and behind ``g``."""
    yield from ((sign(key),) for key in CONSOLE)
    yield from (("g", sign(key)) for key in GO)
    yield from FURTHER


def begun(folder):
    """A session with something of everything, left as a crash leaves it."""
    (folder / "killed").mkdir()
    session, clock = small(folder, TEXT)
    play(session, clock, lambda step: step.doing == "record")
    session.do(c.AskControl(cell="rok", text=Words("Who fired?")))
    session.do(c.RecordMove(cell="us", said=Words("Calls."), links=(LinkRecord(target="TOY-a"),)))
    clock.advance(MINUTE)
    session.close()
    return session.path


def later(folder):
    """Graduated Steps as a crash leaves it before each step of ``LATER``: its file, what is opened there."""
    for doing, opened in LATER.items():
        (folder / doing / "killed").mkdir(parents=True)
        session, clock = begin(folder / doing)
        play(session, clock, lambda step, now=session, at=doing: step.doing == at and now.state.answers)
        clock.advance(MINUTE)
        session.close()
        yield session.path, opened


def killed(running, left):
    """Press the keys of one way after the other until something opens; type, wait until it is kept, kill.

    Gives the ways that were gone, and how it stood as it was killed.
    """
    running.wait(lambda told: told["screen"] == "BackScreen")
    running.press(ESC)
    running.wait(lambda told: told["screen"] == "Console")
    running.press("p")
    running.wait(lambda told: told["status"] == "running")
    gone = []
    while left and running.told["screen"] == "Console" and not running.gone:
        try:
            gone.append(left.popleft())
        except IndexError:
            break
        for key in gone[-1]:
            before = dict(running.told)
            running.press(key)
            running.wait(lambda told, last=before: _other(told, last), SOON)
            running.wait(lambda _: False, SETTLED)
    if running.told["tabs"] is not None and running.told["screen"] != "Console":
        for left_over in range(running.told["tabs"], 0, -1):
            running.press(TAB)
            running.wait(lambda told, last=left_over: told["tabs"] != last, SOON)
        running.press(WORDS)
        running.wait(lambda told: WORDS in told["typed"], 20)
        if running.told["form"]:
            running.wait(lambda _: WORDS in _draft(running.path), 20)
    running.kill()
    return gone, running.told


def _other(told, last):
    return any(told[name] != last[name] for name in ("screen", "form", "events", "status"))


def _draft(path):
    found = path.parent / path.name.replace(".ttx.jsonl", ".draft.json")
    return found.read_text(encoding="utf-8") if found.exists() else ""


def whole(path, told):
    """What a process that is gone left behind: every line, no lock, and the draft for the form it was typed into."""
    assert logs.verify(path, None).ok
    assert len(path.read_bytes().splitlines()) == told["events"]
    assert not is_held(path)
    session = opening.resume(path, None, system())
    try:
        assert session.back is not None
        assert not session.back.torn_bytes
        if told["form"] and WORDS in told["typed"]:
            assert told["form"] in session.half_typed
            assert WORDS in json.dumps(dict(session.draft(told["form"])), ensure_ascii=False)
    finally:
        session.close()


def walked(folder, source, left):
    """Every way, several processes beside each other: the file it was, the ways, how it stood."""
    number = 0
    while left:
        rooms = []
        for _ in range(min(AT_ONCE, len(left))):
            number += 1
            (folder / str(number)).mkdir()
            rooms.append(Forked(shutil.copy(source, folder / str(number) / source.name)))
        with ThreadPoolExecutor(AT_ONCE) as pool:
            yield from zip(rooms, pool.map(lambda room: killed(room, left), rooms), strict=True)


def test_nothing_shown_as_saved_is_lost_and_what_was_typed_is_offered_whatever_was_open(tmp_path):
    opened = {}
    source = begun(tmp_path)
    for running, (gone, told) in walked(tmp_path / "killed", source, deque(ways())):
        whole(running.path, told)
        opened[gone[-1] if gone else ()] = told
    families = {told["form"].partition(":")[0] for told in opened.values() if told["form"]}
    assert families >= FAMILIES, FAMILIES - families
    assert families == {
        told["form"].partition(":")[0] for told in opened.values() if told["form"] and WORDS in told["typed"]
    }


def test_the_same_holds_of_what_opens_later_in_an_exercise(tmp_path):
    opened = {}
    for source, further in later(tmp_path):
        for running, (_, told) in walked(source.parent / "killed", source, deque(further)):
            whole(running.path, told)
            opened[told["form"].partition(":")[0]] = WORDS in told["typed"]
    assert opened == dict.fromkeys(("ruling", "first", "complete", "overrule", "settle", "rate", "end"), True)
