"""Session files traced: one or a series, in every format."""

import csv
import json
from io import StringIO

import pytest

from ttx.cli import scripted
from ttx.errors import LogError, UsageError
from ttx.services import library, tracing


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    path = tmp_path_factory.mktemp("logs") / "demo.ttx.jsonl"
    moves = library.source_of("graduated-steps") / "moves" / "demo.yaml"
    assert not scripted.play_out(moves.parents[1], moves, path, seed=None, start=None).problems
    return path


@pytest.fixture(scope="module")
def series(log):
    return tracing.read([log])


@pytest.mark.parametrize("section", tracing.SECTIONS)
def test_every_section_is_a_table_and_a_csv_that_no_spreadsheet_runs(series, section):
    assert tracing.written(series, section, "table").strip()
    rows = list(csv.reader(StringIO(tracing.written(series, section, "csv"), newline="")))

    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_json_holds_everything_and_names_coverage(series):
    whole = json.loads(tracing.written(series, None, "json"))

    assert whole["format"] == "ttx.trace/1"
    assert set(whole) == {"format", "sessions", "links", "commitments", "dated", "met"}
    assert {link["coverage"] for link in whole["links"]} <= {"covers", "unwanted"}
    assert len(whole["commitments"]) >= 66


def test_graphs_begin_as_their_readers_want_them(series):
    assert tracing.written(series, None, "mermaid").startswith("flowchart LR\n")
    assert tracing.written(series, None, "dot").startswith("digraph trace {\n")
    assert tracing.written(series, None, "graphml").startswith("<graphml")


def test_a_series_tells_sessions_apart_and_the_same_files_give_the_same_text(log, tmp_path):
    other = tmp_path / "other.ttx.jsonl"
    other.write_bytes(log.read_bytes())
    both = tracing.read([log, other])

    text = tracing.written(both, None, "table")
    assert "demo\n" in text
    assert "other\n" in text
    assert text == tracing.written(tracing.read([log, other]), None, "table")
    names = {row["session"] for row in csv.DictReader(StringIO(tracing.written(both, "links", "csv")))}
    assert names == {"demo", "other"}
    with pytest.raises(UsageError, match="one session"):
        tracing.why_page(both, "05a")


def test_two_files_of_one_name_stay_apart(log, tmp_path):
    other = tmp_path / log.name
    other.write_bytes(log.read_bytes())

    assert len({t.name for t in tracing.read([log, other]).traced}) == 2


def test_one_link_is_asked_for_by_decision_event_or_move(series):
    page = tracing.why_page(series, "D-01:05a")
    assert page == tracing.why_page(series, "#14:SCM53-05a") == tracing.why_page(series, "14:05a")
    assert "Passage: sha256 " in page
    assert "Compared with the official text: never" in page
    assert "Seal: " in page
    assert tracing.why_page(series, "SCM53:4.2").startswith("SCM53:4.2")
    for asked in ("D-07:05a", "#1:05a", "M-99:05a", "M-0:05a"):
        with pytest.raises(UsageError, match="does not link to SCM53-05a"):
            tracing.why_page(series, asked)


def test_what_rests_on_a_citation(series):
    assert "D-01=unc-first" in tracing.rests_on(series, "05a", "table")
    assert json.loads(tracing.rests_on(series, "05a", "json"))["rests_on"]
    assert tracing.rests_on(series, "05a", "csv").startswith("citation,what,id,label\r\n")
    with pytest.raises(UsageError, match="no commitment or sentence 99"):
        tracing.rests_on(series, "99", "table")


def test_nothing_has_changed_where_the_catalogue_is_the_same(series):
    assert series.changed() == frozenset()
    assert "Nothing rests on it" in tracing.rests_on(series, "changed", "table")


def test_a_sentence_that_changed_since_makes_its_coverage_outdated(log, monkeypatch):
    from dataclasses import replace

    from ttx.model.catalogue import Fingerprint
    from ttx.services import citing

    book = citing.catalogue_of("scm53")
    entry = replace(book.commitments["SCM53-05a"], fingerprint=Fingerprint("00" * 32, ""))
    now = replace(book, commitments={**book.commitments, entry.id: entry})
    monkeypatch.setattr(citing, "catalogue_of", lambda _name: now)
    series = tracing.read([log])

    assert series.changed() == {"SCM53-05a"}
    rows = {s.target: s.item for s in series.spread()}
    assert rows["SCM53-05a"] == "covered outdated"
    assert rows["SCM53-05c"] == "covered"
    assert "D-01=unc-first" in tracing.rests_on(series, "changed", "table")


def test_a_missing_file_is_said_so(log):
    with pytest.raises(LogError):
        tracing.read([log, log.with_name("none.ttx.jsonl")])
