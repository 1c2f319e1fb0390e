"""``explain`` in a terminal: one code, all codes, and a code that is none."""

from ttx.checks import CODES


def test_a_code_with_its_two_examples(tabletop):
    said = tabletop("explain", "ttx204").out
    assert said.startswith(f"TTX204: {CODES['TTX204']}\n")
    assert "In a scenario, not:\n\n    cells:\n" in said
    assert max(map(len, said.splitlines())) <= 100


def test_without_a_code_all_are_listed(tabletop):
    assert len(tabletop("explain").out.splitlines()) == len(CODES)


def test_what_an_example_includes_is_shown(tabletop):
    assert "with more.yaml:\n\n    title: Another title\n" in tabletop("explain", "TTX114").out


def test_a_code_that_is_none_names_the_nearest(tabletop):
    answer = tabletop("explain", "TTX2O4")
    assert answer.code == 2
    assert "There is no code 'TTX2O4'." in answer.err
    assert "TTX2" in answer.err.splitlines()[-1]
