"""Exploring against answers of Storm that are written down; ``make proof-renew`` writes them anew."""

import json
from fractions import Fraction

import pytest

from tests.proof.__main__ import ANSWERS, CLOSE, STORED_SEEDS, difference
from tests.proof.models import bundled, made, ours, written_out

STORED = json.loads(ANSWERS.read_text(encoding="utf-8"))
MODELS = {model.name: model for model in (*bundled(), *written_out(), *made(STORED_SEEDS))}


def test_every_model_of_the_share_has_an_answer():
    assert MODELS.keys() == STORED.keys()


@pytest.mark.parametrize("name", MODELS)
def test_exploring_finds_what_storm_found(name):
    assert difference(ours(MODELS[name]), STORED[name]) <= CLOSE


def test_a_chance_that_differs_is_seen():
    assert difference({"a": ["0", "1/3", "1"]}, {"a": ["0", "1/4", "1"]}) == Fraction(1, 12)
    with pytest.raises(SystemExit, match="other endings"):
        difference({"a": []}, {"b": []})
