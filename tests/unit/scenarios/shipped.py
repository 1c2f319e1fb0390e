"""The scenarios that come with ttx, as their tests read them: loaded once, and played from their moves."""

from functools import cache

from ttx.loader import load_moves
from ttx.services import checking, playing
from ttx.services.library import bundled_ids, source_of
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.session import begin

SHIPPED = bundled_ids()


@cache
def checked(name):
    return checking.playable(source_of(name))


def scenario(name):
    return checked(name).scenario


def injects(name):
    return [i for p in scenario(name).phases for i in p.injects]


def decisions(name):
    return [d for p in scenario(name).phases for d in p.decisions]


def moves_of(name):
    return {path.stem: path for path in (source_of(name) / "moves").glob("*.yaml")}


def played(name, moves, folder):
    read = load_moves(moves_of(name)[moves]).moves
    clock = ScriptedClock(read.start)
    ports = Ports(clock, SeededEntropy(read.seed))
    running = begin(scenario(name), checked(name).files, folder / f"{moves}.ttx.jsonl", ports, book=True)
    try:
        done = playing.play(running, read.moves, clock)
        return done, running.state, running.events
    finally:
        running.close()
