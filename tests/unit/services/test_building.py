"""Commands from plain fields: what fits, and what is said of what does not."""

import dataclasses

import pytest

from ttx.model import commands as c
from ttx.model.records import Carried, Grounds, LinkRecord, OfficePosition, Reason
from ttx.model.words import Words
from ttx.services.building import MisfitError, build

GOOD = [
    ("Pause", {}, c.Pause()),
    ("Pause", {"kind": "break", "minutes": 10}, c.Pause(kind="break", minutes=10)),
    ("Pause", {"minutes": None}, c.Pause()),
    ("TakeNote", {"text": 53}, c.TakeNote(text=Words("53"))),
    ("RecordContact", {"from": "rok", "to": "us"}, c.RecordContact(from_="rok", to="us")),
    ("TakeSeat", {"cell": "rok", "seat": "Chief", "head": "yes"}, c.TakeSeat(cell="rok", seat="Chief", head=True)),
    ("AdjustTrack", {"track": "heat", "value": 3, "reason": "w"}, c.AdjustTrack(track="heat", value=3, reason=Words("w"))),
    ("AdjustTrack", {"track": "mood", "value": "calm", "reason": "w"}, c.AdjustTrack(track="mood", value="calm", reason=Words("w"))),
    ("Disclose", {"what": "I-1", "to": ["rok", "us"], "how": "given"}, c.Disclose(what="I-1", to=("rok", "us"), how="given")),
    ("Disclose", {"what": "I-1", "to": "rok", "how": "given"}, c.Disclose(what="I-1", to=("rok",), how="given")),
    ("ShiftRest", {"shifts": {"I-1": 5, "D-1": 9}}, c.ShiftRest(shifts=(("I-1", 5), ("D-1", 9)))),
    ("ShiftRest", {"shifts": [["I-1", "5"]]}, c.ShiftRest(shifts=(("I-1", 5),))),
    ("Rule", {"decision": "D-1", "ticks": {"warn": "no"}, "faces": [3, 4]}, c.Rule(decision="D-1", ticks=(("warn", False),), faces=(3, 4))),
    ("SkipStep", {"step": "I-1", "reason": {"code": "other", "text": "w"}}, c.SkipStep(step="I-1", reason=Reason("other", Words("w")))),
    ("TagLink", {"of": "5", "link": {"target": "DOC-1a", "if": "w"}}, c.TagLink(of=5, link=LinkRecord(target="DOC-1a", if_=Words("w")))),
    (
        "CompleteRecord",
        {"of": 5, "grounds": {"positions": [{"office": "o"}], "carried": {"how": "agreed"}}},
        c.CompleteRecord(of=5, grounds=Grounds(positions=(OfficePosition(office=Words("o")),), carried=Carried(how="agreed"))),
    ),
]  # fmt: skip
BAD = [
    ("Puase", {}, r"There is no command Puase\. Known: AdjustTrack, .*TakeSlip\."),
    ("TakeNote", {}, r"TakeNote needs the field text\."),
    ("TakeNote", {"text": "a", "txet": "b"}, r"TakeNote has no field txet\. Known: cell, of, tag, text\."),
    ("TakeNote", {"text": ["a"]}, r"TakeNote\.text takes text\."),
    ("TakeNote", {"text": None}, r"TakeNote\.text takes text\."),
    ("TakeNote", {"text": "a", "of": "last"}, r"TakeNote\.of takes a whole number\."),
    ("Pause", {"kind": "lunch"}, r"Pause\.kind is one of pause, break; not lunch\."),
    ("Pause", {"minutes": "ten"}, r"Pause\.minutes takes a whole number\."),
    ("TakeSeat", {"cell": "rok", "seat": "s", "head": "perhaps"}, r"TakeSeat\.head takes yes or no\."),
    ("TagLink", {"of": 1, "link": "DOC-1a"}, r"TagLink\.link takes fields in braces\."),
    ("TagLink", {"of": 1, "link": {}}, r"TagLink\.link needs the field target\."),
    ("TagLink", {"of": 1, "link": {"target": "a", "bearing": "helps"}}, r"TagLink\.link\.bearing is one of fulfils, .*; not helps\."),
    ("ShiftRest", {"shifts": [["I-1"]]}, r"ShiftRest\.shifts takes 2 values\."),
    ("Rule", {"decision": "D-1", "faces": ["six"]}, r"Rule\.faces takes a whole number\."),
    ("SkipStep", {"step": "I-1", "reason": "overtaken"}, r"SkipStep\.reason takes fields in braces\."),
]  # fmt: skip


def ids(cases):
    return [f"{n} {name}" for n, (name, *_) in enumerate(cases)]


@pytest.mark.parametrize(("name", "fields", "command"), GOOD, ids=ids(GOOD))
def test_fields_become_a_command(name, fields, command):
    built = build(name, fields)
    assert built == command
    assert type(built) is type(command)


@pytest.mark.parametrize(("name", "fields", "message"), BAD, ids=ids(BAD))
def test_what_does_not_fit_is_said_in_the_terms_of_its_author(name, fields, message):
    with pytest.raises(MisfitError, match=f"^{message}$"):
        build(name, fields)


ODD = [None, "", "x", 7, -1, True, [], ["x"], [["a", 1]], {}, {"x": 1}, {"code": None}, {"target": "T"}]


@pytest.mark.parametrize("name", c.COMMANDS)
def test_any_value_in_any_field_is_a_command_or_a_misfit(name):
    cls = c.COMMANDS[name]
    for field in dataclasses.fields(cls):
        for value in ODD:
            fields = {
                f.name: 1 if f.name == "of" else "x" for f in dataclasses.fields(cls) if f.name != "minutes"
            }
            built, said = _built(name, {**fields, field.name: value})
            assert isinstance(built, cls) if built else said.startswith(name)
            hash(built)


def _built(name, fields):
    try:
        return build(name, fields), ""
    except MisfitError as misfit:
        return None, str(misfit)
