"""Who told whom, and whether before a decision was put; derived words that read it."""

import pytest

from tests.unit.course.scenes import script, walk
from ttx.course import begin, holds, moves
from ttx.engine import Moment, Rejection, decide
from ttx.engine.case import Record
from ttx.model import commands as c
from ttx.model.position import Change, apply
from ttx.model.state import State

ENDINGS = """
  both: {when: told_us == early and told_un == yes, title: Both}
  early: {when: told_us == early, title: Early}
  after: {when: told_us == late, title: After}
  never: {title: Never}
"""
DERIVED = """
  told_us:
  - {value: early, when: "told(rok, us) before D-2"}
  - {value: late, when: "told(rok, us)"}
  - {value: never}
  told_un: [{value: "yes", when: "told(us, un)"}, {value: "no"}]
"""
TELL = "a: {text: A, contacts: [{from: rok/Chief, to: us}]}"
TWO = f"""\
- id: one
  title: One
  injects: [{{id: I-1, to: rok, text: a}}]
  decisions:
  - {{id: D-1, to: rok, ask: w, options: {{{TELL}, b: {{text: B}}}}}}
  - {{id: D-2, to: rok, ask: w, options: {{{TELL}, b: {{text: B, contacts: [{{from: us, to: un}}]}}}}}}
"""


def scene():
    return script(TWO, endings=f"{{{_flow(ENDINGS)}}}", derived=f"{{{_flow(DERIVED)}}}")


def _flow(block):
    """Block entries as flow ones: the head of a tiny scenario takes them on one line."""
    import yaml

    return yaml.safe_dump(yaml.safe_load(block), default_flow_style=True, width=10**6, sort_keys=False)[1:-2]


@pytest.mark.parametrize(
    ("first", "second", "ending"),
    [
        ("a", "b", "both"),
        ("a", "free", "early"),
        ("b", "a", "after"),
        ("b", "free", "never"),
        ("b", "b", "never"),
    ],
)
def test_on_the_book_an_answer_carries_its_contacts_and_before_compares_with_when_it_was_put(
    first, second, ending
):
    done, _ = walk(scene(), f"D-1={first}", f"D-2={second}")
    assert done[-1] == f"end {ending}"


def test_before_a_decision_that_was_never_put_is_now():
    scene_ = scene()
    told = apply(begin(scene_), Change(told=(("rok", "us"),)))
    [first] = [x.when for x in scene_.scenario.derived["told_us"] if x.value == "early"]
    assert not holds(scene_, begin(scene_), first)
    assert holds(scene_, told, first)


def test_told_has_a_direction():
    scene_ = scene()
    [_, after, _] = scene_.scenario.derived["told_us"]
    assert not holds(scene_, apply(begin(scene_), Change(told=(("us", "rok"),))), after.when)


@pytest.mark.parametrize(("name", "party"), [("rok/Chief", "rok"), ("rok", "rok"), ("north", "north")])
def test_a_seat_counts_as_its_cell(name, party):
    assert moves.party(name) == party


def test_put_again_before_compares_with_the_last_time_it_was_put():
    scene_ = scene()
    [first, *_] = scene_.scenario.derived["told_us"]
    at = apply(begin(scene_), moves.put(scene_, "D-2", book=True))
    at = apply(at, Change(told=(("rok", "us"),)))
    assert not holds(scene_, at, first.when)
    assert holds(scene_, apply(at, moves.put(scene_, "D-2", book=True)), first.when)


def contact(act, *, book):
    from dataclasses import replace

    scene_ = scene()
    state = replace(State(), status="running", position=begin(scene_), book=book)
    moment = Moment(at="2022-03-14T08:00:00.000Z", ms=0)
    return decide(scene_, Record((), state), moment, c.RecordContact(from_="rok/Chief", to="us", act=act))


@pytest.mark.parametrize("act", ["told", "asked", "agreed", "warned"])
def test_in_the_room_told_reads_recorded_contacts(act):
    assert contact(act, book=False).fact.change.told == (("rok", "us"),)


def test_a_call_nobody_answered_tells_nobody():
    assert contact("no_answer", book=False).fact.change == Change()


def test_on_the_book_a_recorded_contact_is_kept_and_changes_nothing():
    done = contact("told", book=True)
    assert not isinstance(done, Rejection)
    assert done.fact.change == Change()


def test_in_the_room_an_answer_carries_no_contacts():
    scene_ = scene()
    at = apply(begin(scene_), moves.put(scene_, "D-1", book=False))
    assert moves.answer(scene_, at, "D-1", "a", book=False).told == ()
    assert moves.answer(scene_, at, "D-1", "a", book=True).told == (("rok", "us"),)


def test_the_first_case_of_a_derived_word_that_holds_is_its_value():
    done, _ = walk(
        script(
            "- {id: one, title: One, on_enter: [{effects: [heat = 4]}]}",
            endings="{warm: {when: h == warm, title: W}, hot: {when: h == hot, title: H}, cool: {title: C}}",
            derived="{h: [{value: warm, when: heat > 2}, {value: hot, when: heat > 3}, {value: cool}]}",
        )
    )
    assert done == ["end warm"]
