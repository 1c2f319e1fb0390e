"""Bundled scenarios spoilt by chance, from a fixed seed: never a traceback, and the fault is said near its place.

A fault is near where a problem stands on the line that was changed or on a line beside it: for 95
of 100 of each kind, except where ``ELSEWHERE`` asks for less and says why. A change that leaves a
scenario which can be played (a text that may be left out, two entries of a list in another order)
is no fault; such mutants are counted apart.
"""

import random
import re
from collections import Counter

import pytest

from ttx.checks import check
from ttx.diagnostics import has_errors
from ttx.loader import bundled, load_scenario, load_texts
from ttx.loader.load import _Beside
from ttx.model.events import FileText
from ttx.services.library import bundled_ids

SEED = 8
EACH = 26
"""Mutants of each kind."""
KEY = re.compile(r"^(\s*(?:- )?)([a-z_]+):(\s|$)")
ELSEWHERE = {"deleted": 0.9, "swapped": 0.8}
"""A missing key is said where the keys around it begin, which may be more than a line above the gap. A line
that has lost what it opens may still fit; then YAML stumbles over the first that does not, below it."""


def _keys(lines):
    return [n for n, line in enumerate(lines) if KEY.match(line)]


def renamed(lines, chance):
    n = chance.choice(_keys(lines))
    lines[n] = KEY.sub(lambda m: f"{m[1]}{m[2]}x:{m[3]}", lines[n], count=1)
    return n


def deleted(lines, chance):
    needed = [n for n in _keys(lines) if KEY.match(lines[n])[2] in ("ask", "text", "id", "title", "name")]
    needed = [
        n for n in needed if lines[n].startswith(" ")
    ]  # a key the whole file lacks is said at its beginning
    n = chance.choice([n for n in needed if not lines[n].rstrip().endswith((">-", "|"))])
    if lines[n].lstrip().startswith("- "):
        lines[n] = f"{KEY.match(lines[n])[1]}notes: gone"
        return n
    del lines[n]
    return n


def retyped(lines, chance):
    plain = [n for n in _keys(lines) if re.search(r": [A-Za-z0-9]", lines[n]) and "{" not in lines[n]]
    n = chance.choice(plain)
    lines[n] = re.sub(r": .*", ": {a: [b]}", lines[n], count=1)
    return n


def doubled(lines, chance):
    one = [n for n in _keys(lines) if not lines[n].lstrip().startswith("- ") and ": " in lines[n]]
    n = chance.choice([n for n in one if not lines[n].rstrip().endswith((">-", "|"))])
    lines.insert(n + 1, lines[n])
    return n + 1


def cut(lines, chance):
    names = [
        n for n, line in enumerate(lines) if re.search(r"\b(to|after|commitment|from):? ?\[?[A-Za-z]", line)
    ]
    names = [n for n in names if re.search(r"\b(to|after): \[[\w-]+|commitment: [\w-]+", lines[n])]
    n = chance.choice(names)
    lines[n] = re.sub(r"(\b(?:to|after): \[|commitment: )[\w-]+", r"\1no-such-name", lines[n], count=1)
    return n


def shifted(lines, chance):
    n = chance.choice([n for n in _keys(lines) if lines[n].startswith("  ")])
    lines[n] = lines[n][1:] if chance.random() < 0.5 else f" {lines[n]}"
    return n


def unclosed(lines, chance):
    n = chance.choice([n for n, line in enumerate(lines) if line.rstrip().endswith(("]", "}"))])
    lines[n] = lines[n].rstrip()[:-1]
    return n


def swapped(lines, chance):
    """Two neighbouring lines of one block change places, where one opens what the other belongs to."""
    opens = [
        n
        for n in _keys(lines)
        if lines[n].rstrip().endswith(":") and n + 1 < len(lines) and lines[n + 1].strip()
    ]
    n = chance.choice(opens)
    lines[n], lines[n + 1] = lines[n + 1], lines[n]
    return n


KINDS = (renamed, deleted, retyped, doubled, cut, shifted, unclosed, swapped)


@pytest.fixture(scope="module")
def originals():
    return {name: load_scenario(bundled() / "scenarios" / name).files for name in bundled_ids()}


@pytest.fixture
def catalogues_read_once(monkeypatch):
    """The catalogues are never changed here, and reading them is most of the time."""
    kept = {}
    reading = _Beside.catalogues

    def once(beside, names, notes):
        if names not in kept:
            kept[names] = reading(beside, names, notes)
        return kept[names]

    monkeypatch.setattr(_Beside, "catalogues", once)


def said_of(files):
    """All problems, and whether the scenario can be played all the same."""
    loaded = load_texts(files)
    if loaded.scenario is None:
        return loaded.problems, False
    problems = (*loaded.problems, *check(loaded.scenario, loaded.spans))
    return problems, not has_errors(problems)


def spoilt(originals, kind, chance):
    """The files with one of them changed, its name, the line of the change (1-based) and what stands there."""
    while True:
        files = list(originals[chance.choice(sorted(originals))])
        at = chance.choice([n for n, f in enumerate(files) if f.role in ("scenario", "include")])
        lines = files[at].text.split("\n")
        try:
            line = kind(lines, chance)
        except IndexError:
            continue  # nothing of this kind stands in that file
        files[at] = FileText(files[at].name, files[at].role, "\n".join(lines))
        return files, files[at].name, line + 1, lines[line]


@pytest.mark.usefixtures("catalogues_read_once")
def test_a_spoilt_scenario_is_said_to_be_so_near_the_place(originals):
    chance = random.Random(SEED)
    near, harmless, far = Counter(), Counter(), []
    for kind in KINDS:
        for _ in range(EACH):
            files, name, line, stands = spoilt(originals, kind, chance)
            said, playable = said_of(files)
            if any(p.span.file == name and abs(p.span.line - line) <= 1 for p in said):
                near[kind.__name__] += 1
            elif playable:
                harmless[kind.__name__] += 1
            else:
                far.append((kind.__name__, name, line, stands[:60], [p.headline[:100] for p in said][:2]))
    shares = {k.__name__: near[k.__name__] / (EACH - harmless[k.__name__]) for k in KINDS}
    worst = min(shares, key=shares.__getitem__)
    print(
        f"{EACH * len(KINDS)} mutants; worst kind: {worst}, {shares[worst]:.0%}; harmless: {dict(harmless)}"
    )
    assert all(share >= ELSEWHERE.get(kind, 0.95) for kind, share in shares.items()), [shares, *far]
    assert sum(harmless.values()) <= EACH
