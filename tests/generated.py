"""Small scenarios made at random from a seed, with every construct the course knows.

``generated(seed)`` gives the text of a scenario and of its rule pack; they load without errors.
"""

import random

import yaml

CELLS = ("rok", "us", "un")
SEATS = {"rok": ["rok", "rok/Chief"], "us": ["us"], "un": ["un"], "north": ["north"]}
PARTIES = (*CELLS, "north")
MODES = ("single", "each", "joint", "each_then_joint", "lead(us)+concur")
KINDS = (
    "contextual",
    "contextual",
    "delivered",
    "delivered",
    "contingency",
    "contingency",
    "expected_action",
)
WORDS = ("calm", "tense", "angry")
RESULTS = {
    "consensus": ("agreed", "not_agreed"),
    "umpire": ("stands", "does_not", "half"),
    "dice": ("low", "mid", "high"),
    "swayed": ("low", "mid", "high"),
    "ladder": ("complete", "skipped:warn", "skipped:act"),
    "argued": ("holds", "fails"),
    "likely": ("happens", "not"),
    "gate": ("open", "shut"),
    "counted": ("carried", "lost", "open"),
}
MANY_WAYS = ("argued", "likely", "gate")


def generated(seed):
    """The texts of a scenario and of its rules; the same seed gives the same texts."""
    made = _Made(random.Random(seed))
    return _text(made.scenario(seed)), _text(made.rules())


def _text(tree):
    return yaml.dump(tree, Dumper=_Whole, sort_keys=False, allow_unicode=True, width=100)


class _Whole(yaml.SafeDumper):
    """Writes every value where it stands: scenario files have no anchors."""

    def ignore_aliases(self, data):
        return True


class _Made:
    def __init__(self, rng):
        self.rng = rng
        self.scales = {}
        self.slots = {}
        self.modes = {}
        self.injects = []
        self.delivered = []
        self.derived = {}
        self.repeated = False

    def maybe(self, chance, value):
        return value if self.rng.random() < chance else None

    def some(self, values, most):
        values = list(values)
        return self.rng.sample(values, self.rng.randint(0, min(most, len(values))))

    def scenario(self, seed):
        rng = self.rng
        tracks = {"alarm": {"kind": "flag", "start": rng.choice(["yes", "no"])}}
        tracks["mood"] = {"kind": "choice", "values": list(WORDS), "start": rng.choice(WORDS)}
        for name in ("heat", "cold-1")[: rng.randint(1, 2)]:
            lo = rng.choice([-2, 0, 1])
            hi = lo + rng.randint(1, 4)
            self.scales[name] = (lo, hi)
            tracks[name] = {"kind": "scale", "range": [lo, hi], "start": rng.randint(lo, hi)}
        plan = self.plan(rng.randint(1, 3))
        shape = {"posture": [{"value": "up", "when": self.when(1)}, {"value": "down", "when": self.when(1)}]}
        shape["posture"].append({"value": "level"})
        self.derived["posture"] = ("up", "down", "level")
        if rng.random() < 0.5:
            shape["second"] = [{"value": "up", "when": self.when(1)}, {"value": "rest"}]
            self.derived["second"] = ("up", "rest")
        self.table = f"{rng.randint(1, 3)}d{rng.choice([2, 3, 6])}", rng.choice([[-1, 1], [0, 2]])
        self.modifiers = [
            {k: v for k, v in entry.items() if v is not None}
            for entry in (
                {"id": "hot", "value": rng.randint(-2, 3), "when": self.when(1)},
                {"id": "cold", "value": rng.choice([-3, 2]), "when": self.maybe(0.7, self.when(1))},
            )
        ]
        self.gate = [
            {k: v for k, v in entry.items() if v is not None}
            for entry in (
                {"id": "first", "when": self.maybe(0.7, self.when(1))},
                {"id": "second", "when": self.when(1)},
                {"id": "third"},
            )
        ]
        phases = [self.phase(n, plan) for n in range(len(plan))]
        endings = {f"end-{n}": {"title": f"E{n}", "when": self.when(2)} for n in range(rng.randint(1, 3))}
        return {
            "format": "ttx/1",
            "id": f"made-{seed}",
            "title": f"Made {seed}",
            "marking": "EXERCISE",
            "rulepacks": ["room"],
            "cells": {"rok": {"name": "ROK", "seats": ["Chief"]}, "us": {"name": "US"}, "un": {"name": "UN"}},
            "voices": {"north": {"name": "The north"}},
            "tracks": tracks,
            "derived": shape,
            "phases": phases,
            "endings": {**endings, "rest": {"title": "Rest"}},
        }

    def rules(self):
        dice, umpire = self.table
        least = int(dice.partition("d")[0])
        bands = [
            {"result": "low", "to": 3},
            {"result": "mid", "from": 4, "to": 6},
            {"result": "high", "from": 7},
        ]
        steps = [{"id": "warn"}, {"id": "wait", "must": "no"}, {"id": "act"}]
        kinds = {
            "consensus": {"kind": "consensus", "results": {"agreed": "Yes", "not_agreed": "No"}},
            "umpire": {"kind": "umpire", "results": {"stands": "Yes", "does_not": "No", "half": "Half"}},
            "dice": {"kind": "table", "dice": dice, "bands": bands, "modifiers": self.modifiers},
            "swayed": {"kind": "table", "dice": dice, "umpire": umpire, "bands": bands},
            "ladder": {"kind": "procedure", "steps": steps},
            "argued": {"kind": "argument", "dice": dice, "target": least + 1},
            "likely": {"kind": "estimate"},
            "gate": {"kind": "gate", "conditions": self.gate},
            "counted": {
                "kind": "vote",
                "results": {"carried": "Yes", "lost": "No", "open": "Open"},
                "decides": "most",
                "tie": "open",
            },
        }
        return {"format": "ttx-rules/1", "id": "room", "title": "Room", "rules": kinds}

    def plan(self, phases):
        """Ids of injects and decisions by phase, known before any condition is written."""
        rng, plan, n, d = self.rng, [], 0, 0
        for _ in range(phases):
            injects, decisions = [], []
            for _ in range(rng.randint(0, 4)):
                n += 1
                kind = rng.choice(KINDS)
                injects.append((f"I-{n}", kind))
            for _ in range(rng.randint(0, 2)):
                d += 1
                mode = rng.choice(MODES)
                cells = [rng.choice(CELLS)] if mode == "single" else ["rok", "us", "un"][: rng.randint(2, 3)]
                values = ("a", "b", "c")[: rng.randint(1, 3)]
                decisions.append((f"D-{d}", mode, cells, values))
                self.modes[f"D-{d}"] = mode
                if mode != "each":
                    self.slots[f"D-{d}"] = values
                if mode in ("each", "each_then_joint"):
                    self.slots.update({f"D-{d}.{cell}": values for cell in cells})
            plan.append((injects, decisions))
            self.injects += [i for i, _ in injects]
            self.delivered += [i for i, kind in injects if kind == "delivered"]
        return plan

    def when(self, depth):
        rng = self.rng
        if depth and rng.random() < 0.6:
            joined = rng.choice([" and ", " or "]).join(self.when(depth - 1) for _ in range(2))
            return f"({joined})" if rng.random() < 0.6 else f"not ({joined})"
        return self.leaf()

    def leaf(self):
        rng = self.rng
        kinds = [
            "flag",
            "scale",
            "scale",
            "word",
            "among",
            "told",
            "before",
            "before",
            "inject",
            "answer",
            "answer",
        ]
        kind = rng.choice([*kinds, "derived", "sum"])
        if kind == "inject" and self.injects:
            return rng.choice(self.injects)
        if kind == "answer" and self.slots:
            slot = rng.choice(sorted(self.slots))
            values = [*self.slots[slot], "free", "none"]
            if rng.random() < 0.3:
                return f"{slot} in [{', '.join(rng.sample(values, 2))}]"
            return f"{slot} {rng.choice(['==', '==', '!='])} {rng.choice(values)}"
        if kind == "derived" and self.derived:
            name = rng.choice(sorted(self.derived))
            return f"{name} == {rng.choice(self.derived[name])}"
        if kind in ("told", "before"):
            a, b = rng.sample(PARTIES, 2)
            before = f" before {rng.choice(sorted(self.modes))}" if kind == "before" and self.modes else ""
            return f"told({a}, {b}){before}"
        if kind == "word":
            return f"mood {rng.choice(['==', '!='])} {rng.choice(WORDS)}"
        if kind == "among":
            return f"mood in [{', '.join(rng.sample(WORDS, 2))}]"
        if kind == "flag":
            return rng.choice(["alarm", "not alarm"])
        name = rng.choice(sorted(self.scales))
        lo, hi = self.scales[name]
        if kind == "sum":
            other = rng.choice(sorted(self.scales))
            low, high = self.scales[other]
            return f"{name} + {other} {rng.choice(['>', '<='])} {rng.randint(lo + low + 1, hi + high - 1)}"
        return rng.choice([f"{name} > {rng.randint(lo, hi - 1)}", f"{name} < {rng.randint(lo + 1, hi)}"])

    def effects(self, most=2):
        rng, found = self.rng, []
        for _ in range(rng.randint(0, most)):
            name = rng.choice([*self.scales, *self.scales, "alarm", "mood"])
            if name in self.scales:
                lo, hi = self.scales[name]
                step = f"{name} {rng.choice(['+=', '-='])} {rng.randint(1, 3)}"
                found.append(rng.choice([step, step, f"{name} = {rng.randint(lo, hi)}"]))
            else:
                found.append(f"{name} = {rng.choice(['yes', 'no'] if name == 'alarm' else WORDS)}")
        return found

    def brings(self):
        often = self.rng.random() < 0.7  # one inject from many places, so that it is due again
        deliver = self.some(self.delivered[:1] * 2, 1) if often else self.some(self.delivered, 2)
        return {"effects": self.effects(), "deliver": deliver}

    def ruling(self):
        rule = self.rng.choice(sorted(RESULTS))
        if rule in MANY_WAYS:  # seldom, or there are too many courses to walk one by one
            rule = self.rng.choice(sorted(RESULTS))
        return {"rule": f"room/{rule}", "outcomes": {r: self.brings() for r in RESULTS[rule]}}

    def phase(self, n, plan):
        rng = self.rng
        injects, decisions = plan[n]
        phase = {"id": f"p{n}", "title": f"P{n}"}
        phase["on_enter"] = self.on_enter() if rng.random() < 0.6 else []
        phase["injects"] = [self.inject(*each) for each in injects]
        turns = [i for i, kind in injects if kind not in ("delivered", "contingency")]
        phase["decisions"] = [self.decision(turns, *each) for each in decisions]
        slips = [{"track": track, "ask": "q"} for track in ("alarm", rng.choice(sorted(self.scales)))]
        phase["slips"] = [*self.some(slips, 1), *self.some([{"ask": "q"}], 1)]
        later = [f"p{m}" for m in range(n + 1, len(plan))]
        if later:
            leads = [{"phase": rng.choice(later), "when": self.when(1)}]
            leads += self.some([{"end": "yes", "when": self.when(1)}], 1)
            phase["leads_to"] = [*self.some(leads, 2), {"phase": rng.choice(later)}]
        if rng.random() < 0.6 and not self.repeated:
            self.repeated = True
            phase["repeat"] = {"while": self.when(1), "at_most": rng.randint(2, 3)}
        return phase

    def on_enter(self):
        """Two guards, the second of which reads what the first may set."""
        name = self.rng.choice(sorted(self.scales))
        lo, hi = self.scales[name]
        step = f"{name} {self.rng.choice(['+=', '-='])} 1"
        reads = f"{name} {self.rng.choice(['==', '!='])} {self.rng.randint(lo, hi)}"
        first = {"effects": [step, *self.effects(1)]}
        if self.rng.random() < 0.5:
            first["when"] = self.when(1)
        return [first, {"when": reads, "effects": self.effects() or ["alarm = yes"]}]

    def inject(self, name, kind):
        entry = {"id": name, "to": self.rng.choice(CELLS), "text": "t", "effects": self.effects()}
        if kind != "contextual":
            entry["kind"] = kind
        if kind in ("delivered", "contingency"):
            scale = self.rng.choice(sorted(self.scales))
            entry["effects"] = [f"{scale} {self.rng.choice(['+=', '-='])} 1", *entry["effects"][:1]]
        when = self.maybe(0.25 if kind == "contingency" else 0.5, self.when(1))
        if when and kind != "delivered":
            entry["when"] = when
        if self.rng.random() < 0.5:
            entry["each_round"] = "yes"
        return entry

    def decision(self, turns, name, mode, cells, values):
        entry = {"id": name, "to": cells, "ask": "w", "after": self.some(turns, 1)}
        if mode != "single":
            entry["mode"] = mode
        when, ruling = self.maybe(0.3, self.when(1)), self.maybe(0.2, self.ruling())
        if when:
            entry["when"] = when
        if ruling and mode != "each":
            entry["ruling"] = ruling
        entry["options"] = {value: self.option(mode) for value in values}
        if mode != "each" and self.rng.random() < 0.3:
            entry["free"] = {"ruling": self.ruling()}
        entry["if_not_taken"] = self.brings()
        return entry

    def option(self, mode):
        entry = {"text": "t"}
        if mode != "each":
            entry["effects"] = self.effects()
            if self.rng.random() < 0.4:
                entry["ruling"] = self.ruling()
        if self.rng.random() < 0.8:
            a, b = self.rng.sample(PARTIES, 2)
            entry["contacts"] = [{"from": self.rng.choice(SEATS[a]), "to": self.rng.choice(SEATS[b])}]
        when = self.maybe(0.3, self.when(1))
        if when:
            entry["when"] = when
        return entry
