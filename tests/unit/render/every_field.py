"""A session with the same hostile words in every free field of every fact, found from their types.

A fact or a field that is added to the model is in it by itself; a fact that no session here has is
named by ``missing``.
"""

from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from typing import get_args, get_origin, get_type_hints

from tests.unit.render.hostile import HOSTILE
from tests.unit.report.sample import answers, played
from ttx.engine import replay
from ttx.model import commands as c
from ttx.model.events import (
    ActionAgreed,
    Bookmarked,
    Event,
    Fact,
    FindingMade,
    Forked,
    ObjectiveRated,
    Paused,
    PlanShifted,
    RealWorldLifted,
    RealWorldStopped,
    RecordCompleted,
    Recovered,
    Resumed,
    SessionResumed,
    StageReached,
    StepDeferred,
    StepSkipped,
    Struck,
)
from ttx.model.records import Carried, Grounds, LinkRecord, OfficePosition, Reason, Vote
from ttx.model.words import Words

MAKE = {
    Words: lambda: Words(""),
    LinkRecord: lambda: LinkRecord(target="DOC-04a", bearing="touches", relies=True),
    OfficePosition: lambda: OfficePosition(office=Words(""), option="minister-first"),
    Vote: lambda: Vote(result="agreed", count=1),
    Reason: lambda: Reason("other"),
    Grounds: Grounds,
    Carried: Carried,
}
"""What stands in a field that was empty, so that its words can be filled in."""
ALSO = {"NoteTaken": ("tag",), "Forked": ("parent",), "Recovered": ("kept_in",)}
"""Fields that are no ``Words`` and take what somebody typed all the same."""


def session():
    """A session with every fact that may be in a report."""
    room = played()
    end = room.events.pop()
    room.state = replay(room.events)
    first = answers(room)[0]
    room.do(c.AdjustTrack(track="account", value="two", reason="by hand"))
    room.do(c.ShowOnWall(kind="text", text="words"))
    room.do(c.BlankWall())
    room.do(c.SetScenarioTime(time=3_000, reason="late"))
    room.do(c.ReleaseAdHoc(to=("us",), from_="A desk", text="A line.", reason=Reason("realism")))
    room.do(c.ReleaseInject(inject="I-01", reason=Reason("realism")))
    facts = [
        StepSkipped(step="I-03", reason=Reason("other")),
        StepDeferred(step="I-03", reason=Reason("other")),
        StageReached(decision="D-03", stage="plenary"),
        RecordCompleted(of=answers(room)[1], grounds=Grounds()),
        Paused(kind="pause", reason=Reason("other")),
        Resumed(),
        RealWorldStopped(),
        RealWorldLifted(),
        PlanShifted(shifts=(("I-03", 5),), reason=Reason("other")),
        Bookmarked(),
        Forked(parent="a", line=2, head="0" * 64),
        Recovered(lost_bytes=3),
        SessionResumed(away_ms=60_000),
        Struck(digests=("0" * 64,), lines=(first,)),
        ObjectiveRated(objective="O1", word="shown", evidence=(first,)),
        FindingMade(text=Words(""), objective="O1", evidence=(first,)),
        ActionAgreed(action=Words(""), of=None, state="closed"),
    ]
    room.events = [replace(e, fact=_off_the_book(e.fact)) for e in room.events]
    at, ms = end.at, end.ms
    for fact in (*facts, replace(end.fact, ending="loud")):
        room.events.append(Event(seq=len(room.events) + 1, at=at, ms=ms, hat="controller", fact=fact))
    return room.events


def _off_the_book(fact):
    """As if staff had left the book for it, which is when its reason is told."""
    return replace(fact, off_book=True) if hasattr(fact, "off_book") else fact


def missing(events):
    """Facts of the model that the session has none of."""
    return {kind.__name__ for kind in get_args(Fact)} - {type(e.fact).__name__ for e in events}


def mark(where):
    """Letters that stand for one field and occur nowhere else."""
    return f"q{sha256(where.encode()).hexdigest()[:10]}q"


def spoilt(events, more=""):
    """The session with hostile words in every field, and where they stand: name of the field -> its mark.

    The mark is the last word of the field, so that a text that was cut has lost it.
    """
    marks = {}

    def words(where):
        marks[where] = mark(where)
        return Words(f"{HOSTILE} {more}{marks[where]}")

    changed = [replace(e, fact=_filled(type(e.fact), e.fact, type(e.fact).__name__, words)) for e in events]
    return changed, marks


def _filled(kind, value, where, words):
    """The value with every word in it replaced, also in parts that were empty."""
    if kind is Words:
        return words(where)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        typed = ALSO.get(kind.__name__, ())
        return replace(
            value,
            **{
                f.name: words(f"{where}.{f.name}")
                if f.name in typed
                else _filled(hints[f.name], getattr(value, f.name), f"{where}.{f.name}", words)
                for f in fields(kind)
                if f.name in typed or _has_words(hints[f.name])
            },
        )
    inner = next((each for each in get_args(kind) if _has_words(each)), None)
    if inner is None:
        return value
    if get_origin(kind) is tuple:
        return tuple(_filled(inner, each, where, words) for each in value or (MAKE[inner](),))
    return _filled(inner, MAKE[inner]() if value is None else value, where, words)


def _has_words(kind):
    if kind is Words:
        return True
    if is_dataclass(kind):
        return any(_has_words(hint) for hint in get_type_hints(kind).values())
    return any(_has_words(each) for each in get_args(kind))
