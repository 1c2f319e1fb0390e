"""Which words fit which commitment, and of which cell: the table of room F42."""

import pytest

from tests.small import BASE, texts
from ttx.checks import check
from ttx.diagnostics import Severity
from ttx.loader import load_texts
from ttx.model.events import FileText
from ttx.model.words_that_fit import BEARER_ONLY, BY_DUTY, fits, in_order

DUTIES = ("result", "conduct", "standing", "stance", "enacted", "expected")
PRINT = f'{{letters: "{"0" * 64}", words: "00"}}'


def entry(duty, *, id_=None, bearer="[ROK, US]", deadline="{}"):
    return (
        f"  - {{id: TOY-{id_ or duty}, paragraph: 1, block: 1, sentence: 1, label: x, paraphrase: x, "
        f"speaker: [ROK, US, UNC], bearer: {bearer}, verb: pledged, class: commissive, duty: {duty}, "
        f"deadline: {deadline}}}"
    )


TOY = "\n".join(
    [
        "format: ttx-catalogue/1\nid: toy\ndocument: TOY\ntitle: Toy\nshort_title: Toy\ndate: then",
        "paragraphs: 1\nprovenance: {publisher: Somebody}\ncommitments:",
        *(entry(duty) for duty in DUTIES),
        entry("conduct", id_="dated", deadline="{kind: event, event: spring}"),
        entry("conduct", id_="milestone", deadline="{}, milestone: {words: in spring, what: They meet}"),
        entry("standing", id_="of-us", bearer="US"),
        entry("standing", id_="of-unc", bearer="UNC"),
        f'sentences:\n  - {{at: "1.1", block: 1, acts: [commissive], fingerprint: {PRINT}}}',
        f'  - {{at: "1.2", block: 1, acts: [assessment], fingerprint: {PRINT}}}',
    ]
)


def said(link, where="wait", base=BASE):
    """What is said of a link on the option of a decision the cell rok takes."""
    old = {
        "wait": "            text: Wait,\n",
        "both": "          b: {text: Stop",
        "inject": "to: rok, text: A reply.",
    }
    new = {
        "wait": f"            text: Wait,\n            links: [{link}],\n",
        "both": f"          b: {{text: Stop, links: [{link}]",
        "inject": f"to: rok, text: A reply., links: [{link}]",
    }
    assert old[where] in base
    text = base.replace(old[where], new[where]).replace("title: Small", "title: Small\ncatalogues: [toy]")
    loaded = load_texts((*texts(text), FileText("rules/commitments/toy.yaml", "catalogue", TOY)))
    assert loaded.problems == ()
    return [p for p in check(loaded.scenario, loaded.spans) if p.code == "TTX253"]


@pytest.mark.parametrize(
    ("target", "fitting"),
    [
        ("result", "fulfils advances defers strains contradicts"),
        ("expected", "fulfils advances defers strains contradicts"),
        ("conduct", "advances upholds strains contradicts"),
        ("milestone", "advances upholds strains contradicts"),
        ("dated", "fulfils advances upholds defers strains contradicts"),
        ("standing", "upholds strains contradicts"),
        ("stance", "upholds strains contradicts"),
        ("enacted", "strains contradicts"),
    ],
)
def test_every_duty_has_its_words(target, fitting):
    words = ("fulfils", "advances", "upholds", "defers", "strains", "contradicts", "touches", "none")
    for bearing in words:
        problems = said(f"{{commitment: TOY-{target}, bearing: {bearing}, relies: yes}}")
        fits_it = bearing in fitting.split() or bearing in ("touches", "none")
        assert [p.severity for p in problems] == ([] if fits_it else [Severity.ERROR])
        assert all(p.hint == f"Fitting: {', '.join(fitting.split())}." for p in problems)


def test_the_place_is_the_bearing_and_the_words_are_plain():
    (problem,) = said("{commitment: TOY-conduct, bearing: fulfils}")
    assert problem.message == "fulfils does not fit TOY-conduct (conduct without a date)."
    assert (problem.span.line, problem.span.length) == (53, len("fulfils"))


@pytest.mark.parametrize(
    ("bearing", "fit"),
    [("upholds", True), ("strains", True), ("contradicts", True), ("none", True), ("fulfils", False)],
)
def test_a_sentence_that_promises_nothing(bearing, fit):
    problems = said(f'{{sentence: "TOY:1.2", bearing: {bearing}}}')
    assert (problems == []) == fit


def test_a_sentence_that_promises_is_linked_by_its_commitments():
    (problem,) = said('{sentence: "TOY:1.1", relies: yes}')
    assert problem.severity is Severity.WARNING
    assert problem.hint.startswith("Write commitment: TOY-result or TOY-conduct or")
    assert "TOY-stance" not in problem.hint


@pytest.mark.parametrize(
    ("link", "where", "warned"),
    [
        ("commitment: TOY-of-us, bearing: upholds", "wait", True),
        ("commitment: TOY-of-us, bearing: contradicts, cells: [rok]", "inject", True),
        ("commitment: TOY-of-us, bearing: upholds, cells: [us]", "wait", False),
        ("commitment: TOY-of-us, bearing: strains", "wait", False),
        ("commitment: TOY-of-us, bearing: upholds", "both", False),
        ("commitment: TOY-of-unc, bearing: upholds", "both", True),
        ("commitment: TOY-of-us, bearing: upholds", "inject", False),
        ("commitment: TOY-nowhere, bearing: upholds", "wait", False),
    ],
)
def test_only_a_bearer_upholds(link, where, warned):
    problems = said(f"{{{link}}}", where)
    assert [p.severity for p in problems] == ([Severity.WARNING] if warned else [])


def test_of_a_cell_the_document_does_not_name_nothing_is_said():
    base = BASE.replace(
        "rok: {name: ROK, seats: [Minister, Chief]", "rok: {name: Third, tag: THI, seats: [A]"
    )
    base = base.replace("rok", "third")
    link = "{commitment: TOY-of-us, bearing: upholds}"
    assert said(link, base=base) == []


def test_the_table_knows_every_duty():
    assert tuple(sorted(BY_DUTY)) == tuple(sorted(DUTIES))
    assert all("touches" in fits(None) and bearing not in ("touches", "none") for bearing in BEARER_ONLY)
    assert in_order(fits(None)) == ("upholds", "strains", "contradicts")
