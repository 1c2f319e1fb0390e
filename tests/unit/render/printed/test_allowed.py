"""Nothing that is staff's stands on a player's paper: for every field there is, and for what is bundled."""

import re
from dataclasses import fields, is_dataclass

import pytest

from tests.unit.render.printed.canaries import generated
from tests.unit.scenarios.shipped import SHIPPED, scenario
from ttx.model.seen import Seen, seen_by
from ttx.render.html.bound import bound
from ttx.render.markdown.marks import written
from ttx.render.printed import Stamp, facilitator, handout, pack, question, role, sitman

STAMP = Stamp("0123456789ab", "ROK - copy 1 of 2")
SCENARIO, CANARIES = generated()
_RUN = 4


def words(*papers):
    """Every canary on these papers, in either form."""
    texts = [written(p) for p in papers] + [bound("t", papers)]
    return set(re.findall(r"zq\d+\w+", " ".join(texts)))


def staffs():
    return {c.word for c in CANARIES if c.seen is Seen.STAFF}


def given(scenario):
    """Every inject that players may be given."""
    return [i for p in scenario.phases for i in p.injects if i.kind != "expected_action"]


def papers_for_players(scenario):
    return [
        sitman(scenario, STAMP),
        *(role(scenario, STAMP, c) for c in scenario.cells),
        *(handout(scenario, STAMP, i) for i in given(scenario)),
        *(question(scenario, STAMP, d, c) for d, c in questions(scenario)),
    ]


def questions(scenario):
    """Every decision with each cell that is asked, before it is opened or then."""
    decisions = [d for p in scenario.phases for d in p.decisions]
    return [(d, c) for d in decisions for c in (*d.to, *(c for f in d.first for c in f.to if c not in d.to))]


def test_the_generated_scenario_has_a_word_in_every_kind_of_text():
    found = {c.field for c in CANARIES}

    assert {
        "Phase.notes",
        "Inject.expected",
        "Option.for_",
        "Link.because",
        "ControlFact.until",
        "Ending.text",
    } <= found
    assert {"Decision.probes", "When.text", "Voice.limits", "Objective.evidence", "Rule.results"} <= found
    assert len(staffs()) > 40


def test_no_word_of_staff_stands_on_any_player_paper():
    assert not words(*papers_for_players(SCENARIO)) & staffs()


def test_the_situation_manual_holds_what_everybody_may_see_and_nothing_still_to_come():
    everybody = {
        c.word for c in CANARIES if c.seen is Seen.ALL and not c.field.startswith(("Phase", "Objective"))
    }

    assert words(sitman(SCENARIO, STAMP)) == everybody - _unprinted()


def _unprinted():
    """Of the revision a paper has number and date; who wrote it is on no paper."""
    return {c.word for c in CANARIES if c.field == "Revision.by"}


def test_the_paper_of_a_cell_has_its_own_private_words_and_no_other_cells():
    private = {c.of: c.word for c in CANARIES if c.field == "Cell.private"}

    for cell in SCENARIO.cells:
        assert words(role(SCENARIO, STAMP, cell)) & set(private.values()) == {private[cell]}


def test_a_handout_has_the_words_of_its_inject_alone():
    for inject in given(SCENARIO):
        page = {c.word for c in CANARIES if c.seen is Seen.ALL}
        own = {c.word for c in CANARIES if c.of == inject.id and c.seen is Seen.ADDRESSEE}
        assert words(handout(SCENARIO, STAMP, inject)) - page == own


def test_a_question_has_what_is_asked_of_that_cell_and_no_answer():
    asked = {(c.of, c.field): c.word for c in CANARIES}
    page = {c.word for c in CANARIES if c.seen is Seen.ALL}
    decision = SCENARIO.decision("D-1")

    assert words(question(SCENARIO, STAMP, decision, "rok")) - page == {asked["D-1", "Decision.ask"]}
    assert words(question(SCENARIO, STAMP, decision, "us")) - page == {asked["D-1", "WriteFirst.ask"]}


def test_the_envelope_of_a_cell_holds_nothing_of_staff_of_others_or_of_what_is_to_come():
    envelopes = {e.name: e for e in pack(SCENARIO, {"rok": 2}, lambda whose: Stamp("0" * 12, whose))}

    for cell in SCENARIO.cells:
        found = words(*envelopes[f"envelope-{cell}"].papers)
        later = {
            c.word
            for c in CANARIES
            if c.seen is not Seen.ALL and not (c.field == "Cell.private" and c.of == cell)
        }
        assert not found & later
    assert not words(*envelopes["to-hand-out"].papers) & staffs()
    assert not words(*envelopes["name-cards"].papers) & staffs()
    assert words(*envelopes["envelope-staff"].papers) & staffs()


def test_every_paper_of_a_pack_says_whose_it_is_and_each_copy_is_numbered():
    envelopes = {
        e.name: e for e in pack(SCENARIO, {"rok": 2, "staff": 3}, lambda whose: Stamp("0" * 12, whose))
    }
    whose = [p.status.split(" | ")[0] for p in envelopes["envelope-rok"].papers]

    tag = SCENARIO.cells["rok"].tag
    assert whose == [f"{tag} - copy 1 of 2"] * 3 + [f"{tag} - copy 2 of 2"] * 3 + [tag] * 2
    assert [p.status.split(" | ")[0] for p in envelopes["envelope-staff"].papers].count(
        "STAFF - copy 3 of 3"
    ) == 3
    assert all(p.status.count(" | ") == 3 for e in envelopes.values() for p in e.papers)
    assert list(envelopes)[-1] == "tick-list"


def test_staff_find_every_word_of_theirs_in_the_book():
    found = words(facilitator(SCENARIO, STAMP))
    elsewhere = (
        "Rule",
        "Band",
        "Modifier",
        "Revision",
        "AgendaItem",
        "DerivedCase",
        "When",
        "Scenario",
        "ControlFact",
    )
    lacking = {c.field for c in CANARIES if c.word not in found and not c.field.startswith(elsewhere)}

    assert lacking <= {"Cell.tag", "Link.until", "Inject.voice"}


def test_a_marker_for_staff_is_no_handout():
    marker = SCENARIO.inject("I-3")

    with pytest.raises(ValueError, match="I-3"):
        handout(SCENARIO, STAMP, marker)


def _texts(thing, wanted, seen=Seen.STAFF):
    """Every text of a scenario that is seen so, however deep."""
    if isinstance(thing, str):
        if seen in wanted:
            yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from _texts(each, wanted, seen)
    elif hasattr(thing, "items"):
        for each in thing.values():
            yield from _texts(each, wanted, seen)
    elif is_dataclass(thing):
        marked = any("seen" in f.metadata for f in fields(type(thing)))
        for each in fields(type(thing)):
            own = seen_by(type(thing), each.name) if marked else seen
            yield from _texts(getattr(thing, each.name), wanted, own)


def _runs(*texts):
    """Every run of four words within one text."""
    found = set()
    for text in texts:
        said = re.findall(r"[^\W_]+", text.casefold())
        found |= {tuple(said[n : n + _RUN]) for n in range(len(said) - _RUN + 1)}
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_no_run_of_four_words_of_staff_stands_on_a_paper_of_what_is_bundled(name):
    made = scenario(name)
    staff = _runs(*_texts(made, (Seen.STAFF,)))
    # What a paper says of itself stands on that of the generated scenario, where all else is canaries.
    everybody = _runs(
        *_texts(made, (Seen.ALL,)), *(t for p in papers_for_players(SCENARIO) for t in _lines(p))
    )

    assert len(staff) > 500
    for paper, own in _with_own_words(made):
        strange = (_runs(*_lines(paper)) & staff) - everybody - own
        assert not strange, paper.title


def _lines(paper):
    """The texts of a paper, each by itself."""
    return re.split(r"[\n|]", written(paper))


def _with_own_words(made):
    """Each player paper, with the runs of what is addressed to whom it is for."""
    yield sitman(made, STAMP), set()
    for cell in made.cells.values():
        yield role(made, STAMP, cell.id), _runs(cell.private)
    for inject in given(made):
        yield handout(made, STAMP, inject), _runs(*_texts(inject, (Seen.ADDRESSEE,)))


@pytest.mark.parametrize("name", SHIPPED)
def test_marking_copy_revision_and_hash_stand_on_every_paper(name):
    made = scenario(name)

    for paper in papers_for_players(made):
        assert paper.marking == made.marking
        assert paper.status == f"ROK - copy 1 of 2 | {made.title} | {_revision(made)} | scenario 0123456789ab"


def _revision(made):
    return f"revision {made.revision.n}" + (f" of {made.revision.date}" if made.revision.date else "")
