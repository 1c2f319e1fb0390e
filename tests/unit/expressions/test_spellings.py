"""Hints give the right spelling of what is often written otherwise, and nothing where it is not sure."""

import pytest

from ttx.expressions.spellings import minutes_hint, time_hint, truth_hint, whole_hint


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("10:30", "630"),
        ("1:30", "90"),
        ("0:05", "5"),
        ("45 min", "45"),
        ("45m", "45"),
        ("1h", "60"),
        ("1h30", "90"),
        ("1 h 05 min", "65"),
        ("1.5", "1 or 2"),
        ("1,000", "1000"),
        ("1_000", "1000"),
    ],
)
def test_minutes(text, right):
    assert minutes_hint(text).startswith(f"Write {right}")


@pytest.mark.parametrize("text", ["", "soon", "min", "h", "-", "1:2:3:4", "十"])
def test_no_guess_at_minutes(text):
    assert minutes_hint(text) == ""


def test_a_number_that_is_no_length():
    assert whole_hint("10:30") == ""
    assert whole_hint("2.0").startswith("Write 2 or 3")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("08:00", "D 08:00"),
        ("8:05", "D 08:05"),
        ("0800", "D 08:00"),
        ("630", "D 10:30"),
        ("T+20", "T+0:20"),
        ("T20", "T+0:20"),
        ("T+0:75", "T+1:15"),
        ("T 1:05", "T+1:05"),
    ],
)
def test_times(text, right):
    assert right in time_hint(text)


@pytest.mark.parametrize("text", ["", "noon", "25:00", "10:75", "2960", "9", "D+1"])
def test_no_guess_at_times(text):
    assert time_hint(text) == ""


@pytest.mark.parametrize(
    ("text", "right"), [("on", "yes"), ("Y", "yes"), ("1", "yes"), ("off", "no"), ("N", "no")]
)
def test_truths(text, right):
    assert truth_hint(text).endswith(f"write {right}.")
    assert truth_hint("perhaps") == ""
