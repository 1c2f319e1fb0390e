"""The models that are proved: every bundled scenario, one written out, many made from seeds."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tests.generated import generated
from tests.small import texts
from tests.unit.course.scenes import script
from ttx.course import Reach, Script
from ttx.explore.endings import ending_outlooks, explore
from ttx.explore.graph import walk
from ttx.explore.prism import prism
from ttx.loader import load_texts
from ttx.services import checking, library

SEEDS = range(400)
REACHES = {
    "plain": Reach(),
    "silence": Reach(silence=True),
    "contingency": Reach(contingency=True),
    "both": Reach(silence=True, contingency=True),
}


class Model(NamedTuple):
    """One scenario in one reach."""

    name: str
    script: Script
    reach: Reach


def bundled() -> Iterator[Model]:
    """Every bundled scenario in every reach."""
    for name in library.bundled_ids():
        scenario = checking.playable(library.source_of(name)).scenario
        for word, reach in REACHES.items():
            yield Model(f"{name} {word}", Script(scenario), reach)


AGAIN = """\
- id: one
  title: One
  injects: [{id: I-1, to: rok, text: a, each_round: yes, when: "told(rok, us) before D-1", effects: [heat += 1]}]
  decisions:
  - {id: D-1, to: rok, ask: w, options: {a: {text: A}}}
  - {id: D-2, to: rok, ask: w, options: {a: {text: A, contacts: [{from: rok, to: us}]}, b: {text: B}}}
  repeat: {while: heat < 3, at_most: 3}
"""


def written_out() -> Iterator[Model]:
    """What seldom comes of itself: told before a decision that is put again in a later round."""
    scene = script(
        AGAIN,
        endings="{hot: {when: heat > 2, title: H}, warm: {when: heat == 2, title: W}, cool: {title: C}}",
    )
    for word, reach in REACHES.items():
        yield Model(f"told before a decision put again {word}", scene, reach)


def made(seeds: Iterable[int] = SEEDS) -> Iterator[Model]:
    """A scenario from each seed: on the book as written, and in one of the wider reaches in turn."""
    wider = [word for word in REACHES if word != "plain"]
    for seed in seeds:
        script = script_of(seed)
        for word in ("plain", wider[seed % len(wider)]):
            yield Model(f"made {seed} {word}", script, REACHES[word])


def script_of(seed: int) -> Script:
    """The scenario made from a seed."""
    text, rules = generated(seed)
    loaded = load_texts(texts(text, rules=rules))
    if loaded.scenario is None:
        raise ValueError(f"seed {seed}: {loaded.problems}")
    return Script(loaded.scenario)


def label(ending: str) -> str:
    """The label of an ending in the PRISM text."""
    return f"ending_{ending.replace('-', '_')}"


def question(model: Model) -> dict[str, object]:
    """What Storm is asked."""
    return {
        "name": model.name,
        "mdp": prism(model.script, model.reach),
        "dtmc": prism(model.script, model.reach, even=True),
        "labels": [label(e.id) for e in model.script.scenario.endings],
    }


def ours(model: Model) -> dict[str, list[str]]:
    """What exploring says: least, even-handed and greatest chance of each ending, as fractions.

    Raises:
        ValueError: the packed course and the graph of Positions differ.
    """
    found = explore(model.script, reach=model.reach)
    graph = walk(model.script, None, model.reach)
    first = ending_outlooks(graph)[0]
    whole = {e.id: first.chance(n) for n, e in enumerate(model.script.scenario.endings)}
    if found.endings != whole or found.states != len(graph.positions):
        raise ValueError(f"{model.name}: the packed course and the graph differ")
    return {label(e): [str(c.min), str(c.even), str(c.max)] for e, c in found.endings.items()}
