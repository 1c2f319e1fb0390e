"""The examples of ``tabletop explain`` put into a whole scenario, pack, catalogue or file of moves.

A snippet's first-level keys replace those of the part it stands in, as text, so that a snippet may
be as broken as an author's file.
"""

import re
from pathlib import Path

from ttx.checks import check, heeded
from ttx.course import Script
from ttx.explore.findings import findings
from ttx.explore.graph import walk
from ttx.explore.problems import foreseen
from ttx.loader import load_texts, read_moves
from ttx.loader.evaluation import Rated, read_evaluation
from ttx.model.events import FileText
from ttx.services import playing
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.session import begin

TOY = (Path(__file__).parent / "cases" / "toy.catalogue.yaml").read_text(encoding="utf-8")
OPTION = """\
text: Nobody, yet
for: We know more then.
against: They hear it elsewhere.
effects: [heat += 2]
"""
ENDING = "title: Heated\nwhen: heat > 2\n"
INJECT = """\
id: I-01
to: [rok]
at: D 08:00
text: Shots were heard.
expected: [Somebody asks who else knows.]
"""
DECISION = """\
id: D-01
to: [rok]
ask: Who is told first?
minutes: 10
options:
  partner: {text: The partner, for: They hear it from us., against: We know little.}
  nobody:
  OPTION
"""
PHASE = """\
id: first
title: First hours
at: D 08:00
minutes: 20
injects:
  -
  INJECT
  - {id: I-02, to: [us], at: D 08:20, text: What do you know?, expected: [An answer.]}
decisions:
  -
  DECISION
leads_to: [{phase: second}]
"""
SCENARIO = """\
format: ttx/1
id: small
title: Small
marking: UNCLASSIFIED // EXERCISE
rulepacks: [room]
catalogues: [toy]
cells:
  rok: {name: ROK, seats: [Chief]}
  us: {name: US}
tracks:
  line: {kind: choice, values: [open, silent], start: open}
  heat: {kind: scale, range: [0, 5], start: 1}
phases:
  -
  PHASE
  - id: second
    title: Next day
    at: D+1 08:00
    injects:
      - {id: I-03, to: [rok, us], text: Morning., expected: [Silence.]}
endings:
  heated:
  ENDING
  calm: {title: Calm}
"""
PACK = """\
format: ttx-rules/1
id: room
title: In the room
rules:
  consensus: {kind: consensus, results: {agreed: They agree, not_agreed: They do not}}
"""
TRANSLATION = "format: ttx-translation/1\nscenario: small\nlang: ko\ntexts: {}\n"
MOVES = "scenario: small\nseed: 7a\nstart: 2022-03-14T08:00:00Z\nmoves:\n  - {D-01: partner}\n"
RATED = Rated(objectives=("O1",), last_event=40, words=("shown", "partly", "not shown"))
_FRAMES = ("option", "ending", "inject", "decision", "phase")


def over(text, snippet):
    """The text with the snippet's first-level keys in place of its own, new ones behind."""
    blocks = dict(_blocks(text))
    for key, block in _blocks(snippet):
        if key in blocks or ":" in block:
            blocks[key] = block
        else:
            blocks[f"{len(blocks)}"] = block
    return "".join(blocks.values())


def _blocks(text):
    for block in re.split(r"^(?=[^\s\]}])", text, flags=re.MULTILINE):
        if block:
            yield block.partition(":")[0].strip(), block


def scenario_with(where, snippet):
    parts = {"option": OPTION, "ending": ENDING, "inject": INJECT, "decision": DECISION, "phase": PHASE}
    text = SCENARIO
    if where == "scenario":
        text = over(SCENARIO, snippet)
    elif where in parts:
        parts[where] = over(parts[where], snippet)
    for name in ("PHASE", "INJECT", "DECISION", "OPTION", "ENDING"):
        text = _filled(text, name, parts[name.lower()])
    return text


def _filled(text, name, part):
    found = re.search(rf"^( *)(.*)\n *{name}\n", text, re.MULTILINE)
    if found is None:
        return text
    deep = found[1] + "  "
    body = "".join(f"{deep}{line}\n" if line else "\n" for line in part.splitlines())
    return text.replace(f"{found[0]}", f"{found[1]}{found[2]}\n{body}", 1)


def codes_of(example, snippet, folder):
    """The codes of every problem the snippet has in its place."""
    if example.where == "moves":
        return _of_moves(over(MOVES, snippet), Path(f"{folder}.ttx.jsonl"))
    if example.where == "evaluation":
        return {p.code for p in read_evaluation(snippet, "rater.yaml", RATED).problems}
    scenario = snippet if example.where == "file" else scenario_with(example.where, snippet)
    pack, toy = PACK, TOY
    if example.where == "pack":
        pack = over(PACK, snippet)
    if example.where == "rule":
        pack += "".join(f"  {line}\n" for line in snippet.splitlines())
    if example.where == "catalogue":
        toy = over(TOY, snippet)
    more = ()
    if example.where == "translation":
        more, scenario = (_translation(snippet),), scenario_with("scenario", "")
    return {p.code for p in _problems(scenario, pack, toy, example, more)}


def _translation(snippet):
    return FileText("small.ko.yaml", "translation", over(TRANSLATION, snippet))


def _files(scenario, pack=PACK, toy=TOY, beside="voices: {}\n"):
    return (
        FileText("scenario.yaml", "scenario", scenario),
        FileText("more.yaml", "include", beside),
        FileText("rules/room.yaml", "rules", pack),
        FileText("rules/commitments/toy.yaml", "catalogue", toy),
    )


def _problems(scenario, pack, toy, example, more=()):
    files = (*_files(scenario, pack, toy, example.beside or "voices: {}\n"), *more)
    loaded = load_texts(files)
    problems = loaded.problems
    if loaded.scenario is not None:
        problems = (*problems, *check(loaded.scenario, loaded.spans))
        if example.code.startswith("TTX7"):
            found = findings(walk(Script(loaded.scenario), limit=10_000))
            problems = (*problems, *foreseen(loaded.scenario, found, loaded.spans))
    return heeded(problems, {file.name: file.text for file in files})


def _of_moves(text, path):
    read = read_moves(text, "moves.yaml")
    if read.moves is None:
        return {p.code for p in read.problems}
    files = _files(scenario_with("scenario", ""))
    clock = ScriptedClock(read.moves.start)
    ports = Ports(clock, SeededEntropy(read.moves.seed))
    session = begin(load_texts(files).scenario, files, path, ports, book=True)
    result = playing.play(session, read.moves.moves, clock)
    return {result.stopped.code} if result.stopped else set()
