"""``code``: blind, one link after another, kept at once in a file of its own."""

import io
import json

import pytest


@pytest.fixture
def demo(tabletop, monkeypatch):
    assert tabletop("demo").code == 0

    def call(*arguments, keys=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(keys))
        return tabletop("code", "demo.ttx.jsonl", "--coder", "B", *arguments)

    call.folder = tabletop.folder
    call.tabletop = tabletop
    return call


def _file(demo):
    return demo.folder / "demo.code-B.json"


def test_what_is_coded_is_kept_and_the_session_is_only_read(demo):
    log = demo.folder / "demo.ttx.jsonl"
    before = log.read_bytes()
    answer = demo(keys="n\n\nq\n")

    assert answer.code == 0
    assert "1 of " in answer.err
    assert log.read_bytes() == before
    assert list(json.loads(_file(demo).read_text("utf-8"))["held"].values()) == ["none"]


def test_a_second_coder_sees_no_proposal_and_no_settlement(demo):
    shown = demo(keys="\n" * 100).out

    assert "paraphrase" in shown
    for word in ("settled", "proposed", "option a", "facilitator", "would fairly ask what its part"):
        assert word not in shown


def test_what_does_not_fit_is_asked_again(demo):
    answer = demo(keys="f\nz\nu\n")

    assert answer.err.count("That does not fit") == 2
    assert list(json.loads(_file(demo).read_text("utf-8"))["held"].values()) == ["upholds"]


def test_only_who_has_coded_all_may_compare(demo):
    refused = demo("--agree")
    assert refused.code == 2
    assert "not blind any more" in refused.err
    assert demo(keys="n\n" * 100).code == 0
    compared = demo("--agree")

    assert compared.code == 0
    assert compared.out.startswith("n = ")
    assert "No kappa: under 50 links" in compared.out
    assert "Coded differently" in compared.out


def test_why_names_the_second_coders_bearing(demo):
    assert demo(keys="n\n" * 100).code == 0
    answer = demo.tabletop("trace", "demo.ttx.jsonl", "--why", "D-01:05a")

    assert "second coder B, blind: none" in answer.out


@pytest.mark.parametrize("coder", ["", "../x", "a b", "x" * 13])
def test_a_coder_is_called_by_letters_and_digits(demo, coder):
    answer = demo.tabletop("code", "demo.ttx.jsonl", "--coder", coder)

    assert answer.code == 2
    assert "one to twelve letters and digits" in answer.err


@pytest.mark.parametrize("held", ["{}", '{"format":"ttx-coding/1","held":{"x":"none"}}', "[", "\xff"])
def test_a_broken_coding_is_said_so_and_left_alone(demo, held):
    _file(demo).write_text(held, "utf-8")
    answer = demo(keys="n\n")

    assert answer.code == 3
    assert _file(demo).read_text("utf-8") == held
