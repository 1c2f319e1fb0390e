"""Events survive the file, whatever they hold; what no version writes is refused."""

import json
from dataclasses import dataclass
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.store.making import AT, GROUNDS, TEXT, counted, event, records_of, words_in
from ttx.errors import LogError, VersionError
from ttx.model.events import (
    FACTS,
    AnswerRecorded,
    Event,
    ExerciseStarted,
    FileText,
    LinkSettled,
    NoteTaken,
    SessionOpened,
    StepSkipped,
    TrackAdjusted,
)
from ttx.model.position import Change
from ttx.model.records import LinkRecord, OfficePosition, Reason
from ttx.model.words import STRUCK, Words
from ttx.store import chain, strict
from ttx.store.codec import CODEC, Codec
from ttx.store.shapes import MAX_INT, ShapeError, shape_of


def tree_of(whole: Event) -> dict:
    return json.loads(CODEC.encode(whole, counted())[0])


@pytest.mark.parametrize("name", FACTS)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_every_fact_comes_back_from_its_line(name, data):
    """Through the whole line: encode, join, split, prove, parse, decode."""
    cls = FACTS[name]
    whole = Event(
        seq=data.draw(st.integers(1, 10**9)),
        at=data.draw(TEXT),
        ms=data.draw(st.integers(-MAX_INT, MAX_INT)),
        hat=data.draw(st.sampled_from(["controller", "umpire"])),
        true_at=data.draw(st.none() | st.integers(0, 10**6)),
        fact=data.draw(records_of(cls)),
    )

    body, texts = CODEC.encode(whole, counted())
    line = chain.joined(chain.link(chain.FIRST, body), body, texts)
    parts = chain.split(line)
    chain.check(parts, chain.FIRST, whole.seq)

    assert line.count(b"\n") == 1
    assert CODEC.decode(strict.parse(parts.body.decode()), chain.held(parts)) == whole


@pytest.mark.parametrize("name", FACTS)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_no_typed_words_stand_in_the_event_itself(name, data):
    cls = FACTS[name]
    fact = data.draw(records_of(cls))

    _, texts = CODEC.encode(event(2, fact), counted())

    kept = sorted(words for _, words in texts.values())
    assert [w for w in kept if w] == sorted(w for w in words_in(fact, cls) if w)


def test_a_line_has_exactly_the_form_of_the_format():
    body, texts = CODEC.encode(event(2, NoteTaken(text=Words("늦다"), of=1)), counted())
    digest = chain.digest("0000000000000001", "늦다")
    head = chain.link(chain.FIRST, body)

    assert body.decode() == (
        f'{{"seq":2,"type":"NoteTaken","v":1,"at":"{AT}","ms":2000,"text":{{"sha":"{digest}"}},"of":1}}'
    )
    assert chain.joined(head, body, texts).decode() == (
        f'{{"hash":"{head}","event":{body.decode()},"text":{{"{digest}":["0000000000000001","늦다"]}}}}\n'
    )


def test_hat_and_true_time_stand_only_where_they_say_something():
    assert list(tree_of(event(2))) == ["seq", "type", "v", "at", "ms", "text", "tag"]
    late = event(2, hat="scribe", true_at=7)
    assert list(tree_of(late)) == ["seq", "type", "v", "at", "ms", "hat", "true_at", "text", "tag"]


def test_defaults_are_left_out_at_every_depth():
    answer = AnswerRecorded(decision="D-01", slot="D-01", cells=("rok",), coded="a", grounds=GROUNDS)
    tree = tree_of(event(2, answer))
    assert set(tree) == {"seq", "type", "v", "at", "ms", "decision", "slot", "cells", "coded", "grounds"}
    assert set(tree["grounds"]) == {"rationale", "dissent", "positions"}


def test_a_required_field_that_is_all_default_is_an_empty_object():
    skipped = StepSkipped(step="I-01", reason=Reason())
    assert tree_of(event(2, skipped))["reason"] == {}


def test_a_trailing_underscore_is_pythons_and_not_the_files():
    link = LinkSettled(of=1, link=LinkRecord(target="c3", if_=Words("asked")))
    assert "if" in tree_of(event(2, link))["link"]


def test_scenario_text_stays_in_the_event_and_cannot_be_struck():
    opened = SessionOpened(
        version="1", scenario="s", title="t", seed="00", files=(FileText("a.yaml", "scenario", "id: s\n"),)
    )
    body, texts = CODEC.encode(event(1, opened), counted())
    assert json.loads(body)["files"] == [{"name": "a.yaml", "role": "scenario", "text": "id: s\n"}]
    assert texts == {}


def test_an_empty_text_inside_a_tuple_keeps_its_place():
    link = LinkSettled(of=1, link=LinkRecord(target="c3"), hands=(Words(""), Words("legal")))
    body, texts = CODEC.encode(event(2, link), counted())
    assert CODEC.decode(json.loads(body), texts).fact == link


def test_missing_words_read_as_struck():
    body, texts = CODEC.encode(
        event(2, AnswerRecorded(decision="D", slot="D", cells=(), said=Words("we wait"), grounds=GROUNDS)),
        counted(),
    )
    said = chain.named_in(body)[0]

    fact = CODEC.decode(json.loads(body), {k: v for k, v in texts.items() if k != said}).fact

    assert fact.said == STRUCK
    assert fact.grounds == GROUNDS


def test_the_same_salt_twice_still_reads_back():
    position = OfficePosition(office=Words("x"), said=Words("x"))
    answer = AnswerRecorded(
        decision="D", slot="D", cells=(), grounds=type(GROUNDS)(positions=(position, position))
    )
    body, texts = CODEC.encode(event(2, answer), lambda: "same")
    assert len(texts) == 1
    assert CODEC.decode(json.loads(body), texts).fact == answer


@pytest.mark.parametrize("salt", ["", "two\nlines"])
def test_a_salt_that_would_blur_the_digest_is_a_bug(salt):
    with pytest.raises(ValueError, match="salt"):
        CODEC.encode(event(2), lambda: salt)


@pytest.mark.parametrize("fact", [NoteTaken(text=Words("half \ud800")), NoteTaken(text=Words("x"), of=2**63)])
def test_what_the_file_cannot_hold_is_refused_and_nothing_is_saved(fact):
    with pytest.raises(LogError, match="nothing was saved"):
        CODEC.encode(event(2, fact), counted())


@pytest.mark.parametrize(
    ("fact", "place"),
    [
        (NoteTaken(text=Words("x"), of=True), "NoteTaken.of"),
        (NoteTaken(text=7), "NoteTaken.text"),
        (NoteTaken(text=Words("x"), tag=["t"]), "NoteTaken.tag"),
        (TrackAdjusted(track="t", value=1.5), "TrackAdjusted.value"),
        (StepSkipped(step="s", reason=Reason(code="because")), "Reason.code"),
        (StepSkipped(step="s", reason=None), "StepSkipped.reason"),
        (AnswerRecorded(decision="D", slot="D", cells=["rok"]), "AnswerRecorded.cells"),
        (AnswerRecorded(decision="D", slot="D", cells=(), near=1.5), "AnswerRecorded.near"),
        (ExerciseStarted(change=Change(told=(("a", "b", "c"),))), "Change.told"),
        (ExerciseStarted(change=Change(told=(("a",),))), "Change.told"),
    ],
)
def test_a_fact_of_the_wrong_shape_is_never_written(fact, place):
    with pytest.raises(ShapeError, match=place):
        CODEC.encode(event(2, fact), counted())


@pytest.mark.parametrize(
    "change",
    [
        {"seq": True},
        {"seq": "2"},
        {"ms": None},
        {"ms": 2**63},
        {"at": 5},
        {"hat": ["controller"]},
        {"true_at": "7"},
        {"type": ["NoteTaken"]},
        {"v": 0},
        {"v": "1"},
        {"text": "plain"},
        {"text": {"sha": 5}},
        {"text": {"sha": "0" * 64, "more": 1}},
        {"tag": None},
        {"of": True},
        {"of": 1.0},
        {"of": 10**4000},
        {"surprise": 1},
        {"text_": {"sha": "0" * 64}},
    ],
)
def test_reading_is_strict_about_every_type(change):
    with pytest.raises(ShapeError):
        CODEC.decode({**tree_of(event(2)), **change}, {})


@pytest.mark.parametrize(
    "change",
    [5, {"told": "ab"}, {"told": [["a"]]}, {"steps": {}}, {"tracks": [5]}, {"tracks": [{"op": "="}]}],
)
def test_reading_is_strict_at_every_depth(change):
    with pytest.raises(ShapeError, match=r"ExerciseStarted\.change"):
        CODEC.decode({**tree_of(event(2, ExerciseStarted())), "change": change}, {})


@pytest.mark.parametrize("value", [1.5, [], True])
def test_a_union_takes_its_own_types_only(value):
    tree = tree_of(event(2, TrackAdjusted(track="t", value=1)))
    with pytest.raises(ShapeError, match="int or str"):
        CODEC.decode({**tree, "value": value}, {})


@pytest.mark.parametrize("gone", ["seq", "type", "v", "at", "ms"])
def test_the_envelope_is_whole_or_refused(gone):
    tree = tree_of(event(2))
    del tree[gone]
    with pytest.raises(ShapeError, match=gone):
        CODEC.decode(tree, {})


def test_a_field_without_default_must_stand():
    tree = tree_of(event(2, TrackAdjusted(track="t", value=1)))
    del tree["track"]
    with pytest.raises(ShapeError, match="lacks track"):
        CODEC.decode(tree, {})


@pytest.mark.parametrize("change", [{"type": "TimeTravelled"}, {"v": 2}])
def test_what_a_later_version_wrote_is_said_to_be_so(change):
    with pytest.raises(VersionError, match="written by a later version"):
        CODEC.decode({**tree_of(event(2)), **change}, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A fact in its third shape."""

    V: ClassVar[int] = 3
    where: str
    said: Words = Words("")


def test_old_shapes_are_lifted_one_version_at_a_time():
    steps = {
        ("Moved", 1): lambda fields: {"place": fields["spot"], "note": fields["note"]},
        ("Moved", 2): lambda fields: {"where": fields["place"].upper(), "said": fields["note"]},
    }
    codec = Codec({"Moved": Moved}, steps)
    envelope = {"seq": 2, "type": "Moved", "at": AT, "ms": 0}
    texts = {"d" * 64: ["salt", "typed"]}
    words = {"sha": "d" * 64}

    first = codec.decode({**envelope, "v": 1, "spot": "here", "note": words}, texts)
    second = codec.decode({**envelope, "v": 2, "place": "here", "note": words}, texts)

    assert first == second
    assert first.fact == Moved(where="HERE", said=Words("typed"))


def test_a_version_without_a_step_upwards_never_was():
    with pytest.raises(ShapeError, match="never was"):
        Codec({"Moved": Moved}, {}).decode({"seq": 2, "type": "Moved", "v": 2, "at": AT, "ms": 0}, {})


def test_a_fact_cannot_take_a_name_of_the_envelope():
    @dataclass(frozen=True, slots=True)
    class Timed:
        V: ClassVar[int] = 1
        ms: int

    with pytest.raises(TypeError, match="envelope"):
        Codec({"Timed": Timed})


@pytest.mark.parametrize("hint", [float, dict, int | Reason, frozenset[str]])
def test_a_type_the_file_does_not_know_is_found_when_facts_are_compiled(hint):
    with pytest.raises(TypeError):
        shape_of(hint)
