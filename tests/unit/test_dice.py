"""Dice: what a text names, what a seed throws, what totals are worth."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ttx.dice import Dice, distribution, parse_spec, roll

SEED = bytes(range(32))
SMALL = st.builds(Dice, st.integers(1, 6), st.integers(2, 12), st.integers(-5, 5))


@pytest.mark.parametrize(
    ("text", "dice"),
    [
        ("2d6", Dice(2, 6)),
        ("1d20+1", Dice(1, 20, 1)),
        ("d100", Dice(1, 100)),
        ("3D8-2", Dice(3, 8, -2)),
        (" 2d6 + 1 ", Dice(2, 6, 1)),
        ("20d1000", Dice(20, 1000)),
    ],
)
def test_text_names_dice(text, dice):
    assert parse_spec(text) == dice


@pytest.mark.parametrize(
    "text",
    [
        *("", "d", "6", "2d", "0d6", "21d6", "1d1", "1d1001", "2d6+", "2d6+x", "2d6+1+1", "2d6-1+1"),
        *("-2d6", "2d6.5", "2x6", "2d6d6", "٢d6", "2d²", "1d99999", "d6+1001", "2d+6"),
    ],
)
def test_text_names_no_dice(text):
    assert parse_spec(text) is None


@given(st.text(max_size=20))
@settings(max_examples=200, deadline=None)
def test_no_text_raises(text):
    dice = parse_spec(text)
    assert dice is None or parse_spec(str(dice)) == dice


def test_dice_out_of_bounds_cannot_be_made():
    for count, sides, plus in ((0, 6, 0), (21, 6, 0), (1, 1, 0), (1, 1001, 0), (1, 6, 1001)):
        with pytest.raises(ValueError, match="no such dice"):
            Dice(count, sides, plus)


def test_a_roll_stays_what_it_is():
    """Fixed faces for a fixed seed: a session file of any version must throw the same."""
    assert roll(SEED, 0, Dice(5, 6)) == (1, 5, 5, 1, 1)
    assert roll(SEED, 1000, Dice(2, 100)) == (9, 40)


@given(st.binary(min_size=32, max_size=32), st.integers(0, 10**6), SMALL, st.data())
@settings(max_examples=100, deadline=None)
def test_faces_do_not_depend_on_how_dice_are_grouped(seed, index, dice, data):
    cut = data.draw(st.integers(0, dice.count))
    parts = [(index, cut), (index + cut, dice.count - cut)]
    apart = [roll(seed, at, Dice(count, dice.sides)) for at, count in parts if count]
    assert sum(apart, ()) == roll(seed, index, dice)


def test_three_dice_then_two_are_the_five():
    five = roll(SEED, 0, Dice(5, 6))
    assert roll(SEED, 0, Dice(3, 6)) + roll(SEED, 3, Dice(2, 6)) == five


def test_other_seeds_and_other_places_throw_otherwise():
    assert roll(SEED, 0, Dice(20, 20)) != roll(SEED, 20, Dice(20, 20))
    assert roll(SEED, 0, Dice(20, 20)) != roll(SEED[::-1], 0, Dice(20, 20))


@pytest.mark.parametrize("sides", [2, 6, 7, 20])
def test_faces_come_about_equally_often(sides):
    """Chi-squared over a fixed seed; the bound is beyond the 99.99th percentile of 19 degrees."""
    rolls = 4000
    faces = Counter(face for n in range(0, rolls, 20) for face in roll(SEED, n, Dice(20, sides)))
    assert set(faces) == set(range(1, sides + 1))
    even = rolls / sides
    assert sum((seen - even) ** 2 / even for seen in faces.values()) < 50


def test_dice_before_the_first_are_a_bug():
    with pytest.raises(ValueError, match="from 0"):
        roll(SEED, -1, Dice(1, 6))


def test_two_dice_have_their_well_known_chances():
    chances = distribution(Dice(2, 6))
    assert chances[2] == chances[12] == Fraction(1, 36)
    assert chances[7] == Fraction(1, 6)
    assert list(chances) == list(range(2, 13))


@given(SMALL)
@settings(max_examples=60, deadline=None)
def test_chances_sum_to_one_and_lie_even_about_the_middle(dice):
    chances = distribution(dice)
    assert sum(chances.values()) == 1
    assert (min(chances), max(chances)) == (dice.least, dice.greatest)
    assert all(chances[t] == chances[dice.least + dice.greatest - t] for t in chances)
