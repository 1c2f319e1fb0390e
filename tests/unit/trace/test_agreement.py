"""Agreement of two coders: counted, tabled, and no coefficient where there are few links."""

import pytest

from tests.unit.report.sample import SCENARIO, played
from ttx.trace import links
from ttx.trace.agreement import agreement, settled_bearings, to_code


def _codes(words):
    return {(n, "DOC-05a"): word for n, word in enumerate(words)}


def test_only_what_both_coded_is_counted():
    found = agreement({(1, "a"): "upholds", (2, "a"): "strains"}, {(2, "a"): "upholds", (3, "a"): "none"})

    assert (found.n, found.agreed, found.raw, found.kappa) == (1, 0, 0.0, None)
    assert found.apart == (((2, "a"), "strains", "upholds"),)
    assert found.table == (("strains", "upholds", 1),)


def test_nothing_to_compare_has_no_share():
    assert agreement({}, {}).raw is None


@pytest.mark.parametrize(("n", "has_one"), [(49, False), (50, True)])
def test_kappa_comes_from_fifty_links_on(n, has_one):
    words = ["upholds" if k % 2 else "strains" for k in range(n)]

    assert (agreement(_codes(words), _codes(words)).kappa is not None) is has_one


def test_kappa_is_cohens():
    """A published two by two table: 20 and 15 alike, 5 and 10 apart, of 50; kappa 0.4."""
    one = ["yes"] * 25 + ["no"] * 25
    other = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15

    assert agreement(_codes(one), _codes(other)).kappa == pytest.approx(0.4)
    assert agreement(_codes(["no"] * 50), _codes(["no"] * 50)).kappa is None


def test_each_link_is_coded_once_and_only_settled_ones_are_compared():
    found = links(SCENARIO, played().events)
    pairs = to_code(found)

    assert len(set(pairs)) == len(pairs)
    assert set(settled_bearings(found)) < set(pairs)
