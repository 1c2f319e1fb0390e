"""What is handed out beside a session, and what there is to open."""

import pytest

from tests.small import texts
from tests.unit.services.rooms import done, started
from ttx.cli import scripted
from ttx.errors import LogError, TtxError, UsageError
from ttx.model import commands as c
from ttx.services import checking, library, papers, tracing


def _why(log, asked):
    return tracing.why_page(tracing.read([log]), asked)


def _trace(form):
    return lambda log: tracing.written(tracing.read([log]), None, form)


_TRACES = tuple(_trace(form) for form in tracing.FORMATS)


@pytest.fixture
def path(tmp_path):
    session, _ = started(tmp_path / "a.ttx.jsonl")
    done(session, c.ReleaseInject(inject="I-01"), c.MarkReadOut(inject="I-01"))
    session.close()
    return session.path


def test_the_report_lies_beside_the_session_and_the_same_one_is_not_written_twice(path):
    first = papers.write_report(path)
    assert first.name == "a-report.md"
    assert first.read_text(encoding="utf-8") == papers.report_markdown(path)
    assert papers.write_report(path) == first


def test_a_report_that_somebody_filled_in_is_never_overwritten(path):
    first = papers.write_report(path)
    first.write_text("filled in", encoding="utf-8")
    second = papers.write_report(path)
    assert second.name == "a-report-2.md"
    assert first.read_text(encoding="utf-8") == "filled in"


def test_a_folder_that_cannot_be_written_is_said_so(path, monkeypatch):
    def refuse(self, *_arguments, **_more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    monkeypatch.setattr(papers, "report", lambda _path, _asked: None)
    monkeypatch.setattr(papers, "report_file", lambda _found, _form: b"text")
    with pytest.raises(TtxError, match="Permission denied"):
        papers.write_report(path)


def test_every_paper_comes_of_a_session_that_has_only_begun(path):
    for paper in (*_TRACES, papers.log_rows):
        assert isinstance(paper(path), str)
    with pytest.raises(LogError):
        papers.report_markdown(path.with_name("none.ttx.jsonl"))


def test_sessions_are_listed_the_last_written_first_and_other_files_left_out(path):
    (path.parent / "b.ttx.jsonl").write_text("no session\n")
    (path.parent / "c.ttx.jsonl").write_bytes(b"\xff\xfe\n")
    (path.parent / "d.ttx.jsonl").write_text("{}\n")
    (found,) = library.begun(path.parent)
    assert (found.path, found.title, found.marking, found.stem) == (
        path,
        "Small",
        "UNCLASSIFIED // EXERCISE",
        "a",
    )


def test_sessions_go_where_the_user_wants_them_and_nobody_else_reads_them(tmp_path, monkeypatch):
    monkeypatch.setenv("TTX_DATA", str(tmp_path / "kept"))
    folder = library.sessions_folder()
    assert folder == tmp_path / "kept" / "sessions"
    assert folder.stat().st_mode & 0o077 == 0


def test_a_new_session_takes_a_name_that_is_free(path):
    scenario = checking.check_scenario(library.source_of("graduated-steps")).scenario
    first = library.new_path(scenario, "2026-03-14", path.parent)
    first.write_text("taken")
    assert (
        library.new_path(scenario, "2026-03-14", path.parent).name == "graduated-steps-2026-03-14-2.ttx.jsonl"
    )


@pytest.mark.parametrize("name", ["nowhere", "../graduated-steps", "graduated-steps/x"])
def test_a_scenario_that_is_not_there_is_said_with_those_that_are(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as error:
        library.source_of(name)
    assert "graduated-steps" in error.value.next_step


def test_a_scenario_with_errors_is_not_played_and_the_first_is_named(tmp_path):
    (tmp_path / "scenario.yaml").write_text(texts("format: ttx/1\nid: x\n")[0].text, encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be played"):
        checking.playable(tmp_path)
    checked = checking.check_scenario(tmp_path)
    assert checked.scenario is None
    assert checked.paths["scenario.yaml"] == str(tmp_path / "scenario.yaml")


def test_why_a_commitment_is_linked_is_told_from_inject_to_settlement(tmp_path):
    moves = library.source_of("graduated-steps") / "moves" / "demo.yaml"
    log = tmp_path / "demo.ttx.jsonl"
    played = scripted.play_out(moves.parents[1], moves, log, seed=None, start=None)
    assert not played.problems
    whole = _why(log, "SCM53-05a")
    assert _why(log, "05a") == whole
    for words in (
        "(5.1)",
        "inject I-01 released",
        "proposed by the author",
        "settled by",
        "reply of ROK defence",
    ):
        assert words in whole
    assert "4.1" in _why(log, "4.1").splitlines()[0]
    with pytest.raises(UsageError, match="No record of this session links to 99"):
        _why(log, "99")
