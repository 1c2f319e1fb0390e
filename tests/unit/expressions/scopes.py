"""A small scenario's names, a reading of it, and trees without places, for these tests."""

from dataclasses import dataclass, field, fields, is_dataclass, replace

from ttx.expressions import DecisionType, Scope, TrackType

SCOPE = Scope(
    tracks={
        "line": TrackType("choice", ("answering", "silent", "rings")),
        "door": TrackType("choice", ("offered", "open", "closed", "3")),
        "trust": TrackType("choice", ("yes", "partly", "no")),
        "alarm": TrackType("flag"),
        "heat": TrackType("scale", lo=0, hi=5),
        "열": TrackType("scale", lo=-3, hi=3),
        "told_first": TrackType("derived", ("ally", "press")),
    },
    decisions={
        "D-01": DecisionType(("unc-first", "wait", "heat", "offer", "free", "none")),
        "D-02": DecisionType(("wait", "go", "free", "none"), ("rok", "us")),
        "D-06": DecisionType(("a", "b", "free", "none"), ("rok", "us"), whole=False),
    },
    injects=frozenset({"I-01", "I-06", "offer"}),
    parties=frozenset({"rok", "us", "unc", "north"}),
)


@dataclass
class Moment:
    """What is asked of play, answered from four tables; ``asked`` lists every question."""

    tracks: dict = field(default_factory=dict)
    answers: dict = field(default_factory=dict)
    out: set = field(default_factory=set)
    contacts: set = field(default_factory=set)
    asked: list = field(default_factory=list)

    def track(self, name):
        self.asked.append(name)
        return self.tracks[name]

    def answer(self, decision, cell):
        self.asked.append((decision, cell))
        return self.answers.get((decision, cell), "none")

    def released(self, inject):
        self.asked.append(inject)
        return inject in self.out

    def told(self, teller, told, before):
        self.asked.append((teller, told, before))
        return (teller, told, before) in self.contacts


def unplaced(tree):
    """The tree with every ``at`` 0."""
    if isinstance(tree, tuple):
        return tuple(unplaced(each) for each in tree)
    if not is_dataclass(tree):
        return tree
    inner = {f.name: unplaced(getattr(tree, f.name)) for f in fields(tree)}
    return replace(tree, **{**inner, "at": 0})
