"""Links: proposed, tagged, settled; each shown as what it is."""

from dataclasses import replace

import pytest

from tests.unit.report.sample import SCENARIO, begun, link
from ttx.model import commands as c
from ttx.trace import links, printed


def _answered(**fields):
    room = begun()
    room.do(c.PutDecision(decision="D-01"))
    number = room.do(c.RecordAnswer(decision="D-01", **{"coded": "unc-first", **fields}), hat="scribe")
    return room, number


def _found(room, target):
    return [k for k in links(SCENARIO, room.events) if k.target == target]


def test_an_authored_link_stays_a_proposal():
    room, number = _answered()

    (found,) = _found(room, "DOC-05a")
    assert found.record == number
    assert (found.status, found.counted) == ("proposed", False)
    assert found.standing == "proposed, not settled (by the author, option a)"
    assert (found.locator, found.label, found.prints) == ("5.1", "Armistice role", "upholds")
    assert found.events == (number,)


def test_a_tag_in_the_answer_stands_beside_the_proposal():
    room, _ = _answered(links=(link("DOC-05a", relies=True, in_words="see 5.1"),))

    proposed, tagged = _found(room, "DOC-05a")
    assert proposed.status == "proposed"
    assert (tagged.status, tagged.prints) == ("tagged", "relies on")
    assert tagged.standing == "proposed, not settled (tagged by the scribe)"
    assert tagged.now.in_words == "see 5.1"


def test_a_later_tag_does_not_lose_that_the_cell_relies_on_the_text():
    room, number = _answered(links=(link("DOC-06c", relies=True),))
    later = room.do(c.TagLink(of=number, link=link("DOC-06c")), hat="scribe")

    (found,) = _found(room, "DOC-06c")
    assert found.now.relies
    assert found.events == (number, later)


def test_the_last_settlement_wins_and_what_came_before_is_its_history():
    room, number = _answered(links=(link("DOC-05a"),))
    first = room.do(c.SettleLink(of=number, link=link("DOC-05a", "strains"), hands=("evaluator", "cell")))
    last = room.do(c.SettleLink(of=number, link=link("DOC-05a", "upholds"), hands=("evaluator", "scribe")))
    answer = room.do(c.Reply(of=last, cell="rok", text="Fair."))

    (found,) = _found(room, "DOC-05a")
    assert found.standing == "settled by evaluator and scribe"
    assert found.counted
    assert [s.status for s in found.history] == ["proposed", "tagged", "settled"]
    assert [(r.event, r.cell, r.text) for r in found.replies] == [(answer, "rok", "Fair.")]
    assert found.events == (number, first, last, answer)


def test_word_and_deed_are_settled_as_two_links():
    """A line may uphold what the act strains: no average is taken (room F44)."""
    room, number = _answered()
    room.do(c.SettleLink(of=number, link=link("DOC-05a", "upholds", by="word"), hands=("a",)))
    room.do(c.SettleLink(of=number, link=link("DOC-05a", "strains", by="deed"), hands=("a", "b")))

    found = _found(room, "DOC-05a")
    assert [(k.prints, k.detail) for k in found] == [("upholds", "in word"), ("strains", "in deed")]


def test_a_settlement_taken_back_leaves_the_proposal():
    room, number = _answered()
    settled = room.do(c.SettleLink(of=number, link=link("DOC-05a", "upholds"), hands=("a",)))
    room.do(c.Retract(of=settled))

    (found,) = _found(room, "DOC-05a")
    assert found.status == "proposed"


def test_a_sentence_that_promises_nothing_is_in_line_with_and_never_counted():
    room, number = _answered()
    room.do(c.SettleLink(of=number, link=link("DOC:4.2", "upholds"), hands=("a",)))

    (found,) = _found(room, "DOC:4.2")
    assert (found.prints, found.locator, found.stated, found.counted) == ("in line with", "4.2", True, False)


def test_a_stance_is_a_stated_view_although_the_catalogue_lists_it():
    room, number = _answered()
    room.do(c.SettleLink(of=number, link=link("DOC-03e", "upholds"), hands=("a",)))

    (found,) = _found(room, "DOC-03e")
    assert (found.prints, found.stated, found.counted) == ("in line with", True, False)


def test_a_condition_prints_as_what_would_be_and_counts_apart():
    room, _ = _answered(coded="minister-first")

    strains, relies = _found(room, "DOC-05a") + _found(room, "DOC-05c")
    assert (strains.prints, strains.detail) == ("would strain", "if UNC hears it elsewhere first")
    assert strains.conditional
    assert (relies.prints, relies.conditional) == ("relies on", False)


def test_a_conditional_answer_makes_its_proposals_conditional():
    room, _ = _answered(outcome="conditional", until="if the line is open")

    (found,) = _found(room, "DOC-05a")
    assert (found.prints, found.detail) == ("would uphold", "if the line is open")


@pytest.mark.parametrize("outcome", ["split", "set_aside", "not_taken", "referred"])
def test_what_was_not_decided_has_no_proposals(outcome):
    """Silence gets no bearing from the program (room F22, F44)."""
    room, _ = _answered(outcome=outcome)

    assert links(SCENARIO, room.events) == ()


def test_a_nearest_coding_says_so():
    room, _ = _answered(near=True)

    assert _found(room, "DOC-05a")[0].now.who == "the author, nearest to option a"


def test_an_entry_of_the_coding_frame_proposes_its_links():
    room = begun()
    room.do(c.SkipStep(step="D-01"))
    room.do(c.ReleaseInject(inject="I-02"))
    room.do(c.PutDecision(decision="D-02"))
    room.do(c.RecordAnswer(decision="D-02", coded="fixed-date"))

    (found,) = _found(room, "DOC-12b")
    assert (found.prints, found.now.who) == ("at odds with the text", "the author, coding fixed-date")


def test_an_overruled_answer_keeps_its_own_links_beside_those_of_staff():
    room, number = _answered(links=(link("DOC-06c", relies=True),))
    settled = room.do(c.SettleLink(of=number, link=link("DOC-05a", "upholds"), hands=("a",)))
    over = room.do(c.Overrule(of=number, value="minister-first", reason="overtaken"))

    rows = {(k.target, k.on): k for k in links(SCENARIO, room.events)}
    assert rows["DOC-05a", "cell"].events == (number, settled)
    assert rows["DOC-05a", "staff"].prints == "would strain"
    assert rows["DOC-06c", "cell"].prints == "relies on"
    assert {k.overruled_by for k in rows.values()} == {over}


def test_a_free_move_carries_its_tags():
    room = begun()
    number = room.do(c.RecordMove(cell="us", said="Calls home", links=(link("DOC-04a"),)), hat="scribe")

    (found,) = links(SCENARIO, room.events)
    assert (found.record, found.decision, found.cells) == (number, None, ("us",))


def test_a_target_no_catalogue_holds_is_shown_by_its_id_alone():
    """An old log may name what the catalogue of its header lacks."""
    room = begun()
    room.do(c.RecordMove(cell="us", said="Calls home"))
    moved = room.events[-1]
    old = replace(moved, fact=replace(moved.fact, links=(link("OLD-99"),)))

    (found,) = links(SCENARIO, [*room.events[:-1], old])
    assert (found.target, found.locator, found.label) == ("OLD-99", "", "")


@pytest.mark.parametrize("bearing", ["contradicts", "strains", "upholds", "defers", "none"])
@pytest.mark.parametrize(("act_class", "duty"), [("commissive", "result"), ("position", ""), ("x", "stance")])
def test_no_bearing_prints_as_a_breach(bearing, act_class, duty):
    words = printed(bearing, act_class, duty) + printed(bearing, act_class, duty, conditional=True)

    assert not any(bad in words for bad in ("breach", "violat", "fail", "contradict"))
