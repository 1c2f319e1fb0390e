"""The bench runs and prints what it says; its figures are reported, never asserted."""

import os

import pytest

from tests.bench import __main__ as bench
from tests.bench import bench_explore, bench_start


def test_answers_are_measured_beside_a_bare_interpreter(monkeypatch):
    monkeypatch.setattr(bench_start, "_first_frame", lambda _folder, _times: [])

    rows = bench_start.run(times=1)

    assert [name for name, _, _ in rows] == ["tabletop --version"] * 2 + ["tabletop --help"] * 2
    assert all(value > 0 for _, value, _ in rows)


@pytest.mark.skipif(os.name != "posix", reason="a terminal of POSIX")
def test_an_app_is_timed_until_it_has_drawn(tmp_path):
    assert bench_start._shown(str(tmp_path), "-c", "print('Library', flush=True)") > 0


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (2.239, "times that", ("2.24", "times that")),
        (452885.07, "transitions a second", ("452,885", "transitions a second")),
        (2.2, "seconds", ("2.20", "seconds")),
        (0.0446, "seconds", ("44.6", "milliseconds")),
        (0.00009, "seconds, alone", ("90", "microseconds, alone")),
    ],
)
def test_figures_are_printed_in_the_unit_that_reads_best(value, unit, shown):
    assert bench._shown(value, unit) == shown


def test_a_longer_file_is_compared_event_by_event():
    rows = [("open 2,000 events verified", 0.04, "seconds"), ("open 100,000 events verified", 2.0, "seconds")]

    ((_, ratio, _),) = bench._linearity(rows)

    assert ratio == pytest.approx(1.0)


def test_exploring_is_measured_at_a_size_in_a_process_of_its_own(monkeypatch):
    monkeypatch.setattr(bench_explore, "_storm", lambda _name, _layers, _mine: [])

    rows = bench_explore.run(layers=(2,))

    assert rows[-3:] == [
        ("layered, 45 transitions", rows[-3][1], "seconds"),
        ("layered, 45 transitions", rows[-2][1], "transitions a second"),
        ("layered, 45 transitions", rows[-1][1], "MB more than before"),
    ]
    assert {unit for _, _, unit in rows[:-3]} == {"seconds", "courses a second"}
