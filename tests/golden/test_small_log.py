"""A log written once must be read for ever: it replays to what it replayed to, and is written the same.

``small.ttx.jsonl`` is the small scenario (``scenario.yaml`` and ``room.yaml`` beside it, frozen copies)
played along ``small.moves.yaml``; ``small.state.json`` is what it came to.

To renew them after a change of the file format that is meant (a new event version, another order of
steps), look at what differs, then run from the root of the repository

    TTX_RENEW_GOLDEN=1 python -m pytest tests/golden

and review the new files as carefully as code. Before that, keep the old log under another name and add it
to ``OLD``: it stays readable, its upcasters proven, without being written again.
"""

import json
import os
from pathlib import Path

import pytest

from ttx import __version__
from ttx.loader import load_texts
from ttx.loader.moves import read_moves
from ttx.model.events import FileText, Retracted, SessionOpened
from ttx.services import session as sessions
from ttx.services.logs import look
from ttx.services.playing import play
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.store import verify

HERE = Path(__file__).parent
LOG = HERE / "small.ttx.jsonl"
SUMMARY = HERE / "small.state.json"
OLD = ()
"""Names of earlier logs, each with its ``NAME.state.json``."""
RENEW = "TTX_RENEW_GOLDEN"


def read(name):
    return (HERE / name).read_text(encoding="utf-8")


def played(path):
    """The golden session, played now."""
    files = (
        FileText("scenario.yaml", "scenario", read("scenario.yaml")),
        FileText("rules/room.yaml", "rules", read("room.yaml")),
    )
    moves = read_moves(read("small.moves.yaml"), "small.moves.yaml").moves
    ports = Ports(ScriptedClock(moves.start), SeededEntropy(moves.seed))
    session = sessions.begin(load_texts(files).scenario, files, path, ports, name="golden", book=True)
    result = play(session, moves.moves, ports.clock)
    assert result.stopped is None, result
    session.close()


def summary(path):
    """What a log comes to, in plain values that do not follow the classes field by field."""
    seen = look(path)
    state, position = seen.state, seen.state.position
    return {
        "ending": state.ended.ending,
        "events": [f"{e.seq} {e.ms} {e.hat} {type(e.fact).__name__}" for e in seen.events],
        "taken back": [[e.fact.of, *e.fact.also] for e in seen.events if isinstance(e.fact, Retracted)],
        "tracks": dict(position.tracks),
        "answers": dict(position.answers),
        "coded": {
            slot: [a.fact.coded, a.fact.outcome, str(a.fact.said)] for slot, a in state.answers.items()
        },
        "released": sorted(position.released),
        "told": sorted(map(list, position.told)),
        "heard": {what: list(cells) for what, cells in state.ledger.heard.items()},
        "seats": sorted(state.seats),
        "scenario time": state.scenario_time,
        "exercise ms": state.status_ms,
    }


def renewing(tmp_path):
    """Whether the files were asked to be written anew; then they are."""
    if not os.environ.get(RENEW):
        return
    played(tmp_path / "new.ttx.jsonl")
    LOG.write_bytes((tmp_path / "new.ttx.jsonl").read_bytes())
    text = json.dumps(summary(LOG), ensure_ascii=False, indent=1, sort_keys=True)
    SUMMARY.write_text(text + "\n", encoding="utf-8", newline="\n")


@pytest.fixture(autouse=True)
def _renewed(tmp_path):
    renewing(tmp_path)


@pytest.mark.parametrize("log", [LOG, *(HERE / name for name in OLD)], ids=lambda path: path.name)
def test_the_recorded_log_still_stands_and_comes_to_what_it_came_to(log):
    assert verify(log).ok
    kept = HERE / log.name.replace(".ttx.jsonl", ".state.json")
    assert summary(log) == json.loads(kept.read_text(encoding="utf-8"))


def test_the_same_moves_still_give_the_same_bytes(tmp_path):
    path = tmp_path / "small.ttx.jsonl"
    played(path)
    new, old = (lines(p) for p in (path, LOG))
    assert [line for line, _ in new] == [line for line, _ in old]
    if look(LOG).events[0].fact.version == __version__:
        assert path.read_bytes() == LOG.read_bytes()


def lines(path):
    """Each line as event and texts without the hash, which another version number in line 1 changes."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        entry = json.loads(line)
        if number == 1:
            entry["event"]["version"] = "any"
        found.append((json.dumps([entry["event"], entry["text"]], sort_keys=True), entry["hash"]))
    return found


def test_the_recorded_log_holds_every_file_it_was_played_with():
    first = look(LOG).events[0].fact
    assert isinstance(first, SessionOpened)
    assert [f.text for f in first.files] == [read("scenario.yaml"), read("room.yaml")]
