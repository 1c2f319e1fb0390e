"""Every code is explained, and its examples are true: the bad one has it, the good one has not."""

import pytest

from tests.explained import codes_of
from ttx.checks import CODES
from ttx.errors import UsageError
from ttx.services.explaining import PLACES, explained

TOLD = {"TTX109", "TTX211", "TTX232", "TTX436", "TTX702"}
"""Codes whose bad example is too long to print, or is nothing that one part of a file shows."""


@pytest.mark.parametrize("code", list(CODES))
def test_every_code_has_examples_that_are_true(code, tmp_path):
    found = explained(code)
    assert found.why.endswith(".")
    assert found.where in PLACES
    if not found.in_words:
        assert code in codes_of(found, found.bad, tmp_path)
    assert code not in codes_of(found, found.good, tmp_path / "good")


def test_only_what_cannot_be_written_out_is_told():
    assert {code for code in CODES if explained(code).in_words} == TOLD


@pytest.mark.parametrize("name", ["TTX204", "ttx204", "204"])
def test_a_code_is_found_however_it_is_written(name):
    assert explained(name).code == "TTX204"


def test_an_unknown_code_names_the_nearest():
    with pytest.raises(UsageError) as raised:
        explained("TTX2044")
    assert "TTX204" in raised.value.next_step
