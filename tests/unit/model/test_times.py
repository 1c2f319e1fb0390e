import pytest

from ttx.model.times import parse_time, show_exercise, show_length, show_time


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("D", 0), ("D 07:40", 460), ("D+1 08:00", 1920), ("D-14", -14 * 1440), ("D - 1 23:59", -1)],
)
def test_scenario_time_counts_minutes_from_the_start_of_d(text, minutes):
    assert parse_time(text) == minutes


def test_time_since_the_phase_needs_the_phase():
    assert parse_time("T+0:20") is None
    assert parse_time("T+0:20", phase_at=460) == 480


def test_a_date_is_read_only_where_d_has_one():
    assert parse_time("2022-03-15 08:00") is None
    assert parse_time("2022-03-15 08:00", day="2022-03-14") == 1920
    assert parse_time("2022-02-31", day="2022-03-14") is None


@pytest.mark.parametrize("minutes", [0, 460, 1920, -1, -14 * 1440])
def test_a_shown_time_is_read_back(minutes):
    assert parse_time(show_time(minutes)) == minutes


def test_lengths_and_exercise_time_read_as_people_say_them():
    assert show_length(7) == "7 min"
    assert show_length(125) == "2 h 05"
    assert show_exercise(23 * 60_000 + 41_000) == "0:23:41"


@pytest.mark.parametrize("text", ["D 25:00", "D 24:00", "D+1 07:60", "T+0:70", "2022-03-15 24:00"])
def test_a_time_that_no_clock_shows_is_none(text):
    assert parse_time(text, phase_at=0, day="2022-03-14") is None
