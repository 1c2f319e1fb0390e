"""Twice the scenario, twice the work: counted in calls, so no clock and no other program matters."""

import sys

import pytest

from tests.small import BASE, texts
from ttx.checks import check
from ttx.loader import load_texts

LEAST, MOST = 1.8, 2.1


def calls(work):
    """How many functions are called, Python's and built-in ones, while ``work`` runs."""
    count = 0

    def seen(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def many(injects):
    """The base scenario with that many injects more, each read on its own minute, and a decision for each ten."""
    lines = "".join(
        f"      - {{id: J-{n}, at: T+{1 + n // 60}:{n % 60:02d}, to: [rok], from: Desk {n}, title: Number {n},"
        f" text: Word number {n} is heard of at the desk., expected: [Somebody asks about {n}.], when: heat < 4}}\n"
        for n in range(injects)
    )
    decisions = "".join(
        f"      - {{id: K-{n}, to: [rok], after: [J-{n}], ask: Who hears of {n}?, objectives: [O1], options:"
        f" {{a: {{text: The partner {n}, for: They ask., against: It is early.}},"
        f" b: {{text: Nobody {n}, for: It is early., against: They ask., effects: [heat += 1]}}}}}}\n"
        for n in range(0, injects, 10)
    )
    text = BASE.replace("    injects:\n", f"    injects:\n{lines}", 1)
    return text.replace("    decisions:\n", f"    decisions:\n{decisions}", 1)


@pytest.mark.parametrize("injects", [200, 400])
def test_twice_the_injects_are_twice_the_work(injects):
    once, twice = texts(many(injects)), texts(many(2 * injects))
    for each in (once, twice):
        assert load_texts(each).scenario is not None, load_texts(each).problems[:3]

    reading = [calls(lambda files=files: load_texts(files)) for files in (once, twice)]
    assert LEAST < reading[1] / reading[0] < MOST
    loaded = [load_texts(files) for files in (once, twice)]
    asking = [calls(lambda one=one: list(check(one.scenario, one.spans))) for one in loaded]
    assert LEAST < asking[1] / asking[0] < MOST
