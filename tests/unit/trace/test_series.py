"""The graph and the coverage of one session or several."""

import xml.etree.ElementTree as ET

from tests.unit.report.sample import SCENARIO, begun, link, played
from ttx.model import commands as c
from ttx.trace import graph, trace
from ttx.trace.drawing import Session, drawn, graphml, joined, resting
from ttx.trace.graph import EDGES
from ttx.trace.series import Traced, link_status, reaches, spread

SORTS = {
    "document", "paragraph", "sentence", "commitment", "objective", "inject", "option", "decision",
    "contact", "ruling", "finding", "answer", "move",
}  # fmt: skip


def _whole():
    room = played()
    answer = next(e.seq for e in room.events if type(e.fact).__name__ == "AnswerRecorded")
    room.do(c.Observe(text="They called", objective="O1", target="DOC-05a", evidence=(answer,)))
    return room


def test_the_graph_has_every_sort_and_every_edge_says_its_ground():
    web = graph(SCENARIO, _whole().events)

    assert {sort for sort, _ in web.nodes} == SORTS
    kinds = {data["kind"] for _, _, data in web.edges(data=True)}
    assert kinds <= set(EDGES)
    assert {"holds", "says", "offers", "coded", "ruled", "evidence"} <= kinds


def test_a_contact_stands_with_the_decision_that_was_open_to_its_cell():
    room = begun()
    room.do(c.PutDecision(decision="D-01"))
    inside = room.do(c.RecordContact(from_="rok", to="unc"))
    other = room.do(c.RecordContact(from_="us", to="rok"))
    room.do(c.RecordAnswer(decision="D-01", coded="unc-first"))
    after = room.do(c.RecordContact(from_="rok", to="us"))
    web = graph(SCENARIO, room.events)

    assert list(web.successors(("contact", str(inside)))) == [("decision", "D-01")]
    assert list(web.successors(("contact", str(other)))) == []
    assert list(web.successors(("contact", str(after)))) == []


def test_what_rests_on_a_citation_is_what_names_it_and_what_came_of_that():
    room = _whole()
    found = resting(graph(SCENARIO, room.events), ["DOC-05a"])

    sorts = {(r.sort, r.id) for r in found}
    assert ("objective", "O1") in sorts
    assert ("decision", "D-01") in sorts
    assert ("option", "D-01=unc-first") in sorts
    assert {r.sort for r in found} >= {"answer", "finding"}
    assert ("decision", "D-03") not in sorts
    assert resting(graph(SCENARIO, room.events), ["DOC-99"]) == ()


def test_a_drawing_leaves_out_what_nothing_is_about_and_a_whole_one_does_not():
    web = graph(SCENARIO, begun().events)
    some = {node for node, _ in drawn(web).nodes}

    assert ("commitment", "DOC-05a") in some
    assert ("sentence", "DOC:16.5") not in some
    assert ("sentence", "DOC:16.5") in {node for node, _ in drawn(web, whole=True).nodes}
    ends = {end for edge in drawn(web).edges for end in (edge.start, edge.end)}
    assert ends <= some


def test_graphml_is_xml_with_a_node_each_also_where_control_characters_were_typed():
    room = begun()
    room.do(c.RecordMove(cell="us", said="\x1b[2J <b> & ]]> \x00", links=(link("DOC-05a"),)))
    web = graph(SCENARIO, room.events)
    root = ET.fromstring(graphml(web))

    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    assert len(root.findall(".//g:node", space)) == len(web.nodes)
    assert len(root.findall(".//g:edge", space)) == len(web.edges)


def test_a_series_has_one_source_and_keeps_records_apart():
    one, two = begun(), begun()
    one.do(c.RecordMove(cell="us", said="One", links=(link("DOC-05a"),)))
    two.do(c.RecordMove(cell="us", said="Two", links=(link("DOC-05a"),)))
    web = joined([Session("a", SCENARIO, one.events), Session("b", SCENARIO, two.events)])

    moves = sorted(name for sort, name in web.nodes if sort == "move")
    assert [name.partition("#")[0] for name in moves] == ["a", "b"]
    assert sum(sort == "document" for sort, _ in web.nodes) == 1


def _traced(name, room):
    return Traced(name, SCENARIO, trace(SCENARIO, room.events))


def test_over_a_series_a_commitment_came_as_far_as_in_its_best_session():
    rows = {s.target: s for s in spread([_traced("a", begun()), _traced("b", played())])}

    assert rows["DOC-05c"].state == "settled"
    assert rows["DOC-05c"].item == "covered"
    assert {name for name, _ in rows["DOC-05c"].touches} == {"b"}
    assert rows["DOC-06c"].item == "covered shallow"
    assert rows["DOC-12b"].item == "uncovered"


def test_what_has_changed_since_is_outdated():
    one = _traced("a", played())
    rows = {s.target: s for s in spread([one], frozenset({"DOC-05c"}))}

    assert rows["DOC-05c"].item == "covered outdated"
    statuses = {link_status(k, one, frozenset({"DOC-05c"})) for k in one.trace.links if k.target == "DOC-05c"}
    assert statuses == {"outdated"}


def test_a_link_off_the_scenario_is_unwanted():
    room = begun()
    room.do(c.RecordMove(cell="us", said="A word", links=(link("DOC:16.5"),)))
    one = _traced("a", room)

    assert [link_status(k, one) for k in one.trace.links] == ["unwanted"]


def test_each_decision_says_what_it_touched():
    found = list(reaches([_traced("a", played())]))

    assert found[0].decision == "D-01"
    assert all(r.links for r in found)
