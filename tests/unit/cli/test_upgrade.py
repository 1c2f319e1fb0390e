"""``upgrade``: the form of today, comments kept, and a file that is not old left as it is."""

import pytest

from tests.unit.loader.test_catalogue import TEXT, with_old_deadline
from ttx.loader import load_catalogue

pytest.importorskip("ruamel.yaml")


def test_an_old_catalogue_is_mended_and_keeps_its_comments(tabletop):
    file = tabletop.folder / "toy.yaml"
    old = with_old_deadline().replace("verb: pledged", "verb: pledged  # as the text has it")
    file.write_text("# a remark\n" + old, encoding="utf-8")
    before, [problem] = load_catalogue(file)
    assert problem.code == "TTX213"
    answer = tabletop("upgrade", file, "-o", tabletop.folder / "new.yaml")
    assert answer.code == 0
    assert "1 place put otherwise." in answer.err
    after, problems = load_catalogue(tabletop.folder / "new.yaml")
    assert (after, problems) == (before, ())
    text = (tabletop.folder / "new.yaml").read_text("utf-8")
    assert text.startswith("# a remark\n")
    assert "# as the text has it" in text
    assert "kind: milestone" in file.read_text("utf-8")


def test_what_is_not_old_stays_to_the_letter(tabletop):
    file = tabletop.folder / "toy.yaml"
    file.write_text(TEXT, encoding="utf-8")
    answer = tabletop("upgrade", file)
    assert (answer.out, answer.err) == (TEXT, "Nothing in it is old.\n")


def test_what_is_no_yaml_is_said(tabletop):
    file = tabletop.folder / "toy.yaml"
    file.write_text("a: [", encoding="utf-8")
    assert tabletop("upgrade", file).code == 3


@pytest.mark.parametrize("form", ["ttx/2", "ttx-rules/3", '"ttx-catalogue/2"'])
def test_a_file_of_a_later_format_is_left_and_says_so(tabletop, form):
    file = tabletop.folder / "new.yaml"
    file.write_text(f"# mine\nformat: {form}\nid: x  # a remark\n", encoding="utf-8")
    answer = tabletop("upgrade", file)
    assert (answer.code, answer.out) == (3, "")
    assert "newer than this version of ttx" in answer.err
    assert "Install the current version" in answer.err


def test_a_scenario_of_today_has_nothing_old_and_keeps_every_sign(tabletop):
    file = tabletop.folder / "scenario.yaml"
    text = "# mine\nformat: ttx/1   # today's\nid: 'x'\n\n\nphases: [ ]  # none yet\n"
    file.write_text(text, encoding="utf-8")
    answer = tabletop("upgrade", file)
    assert (answer.out, answer.err) == (text, "Nothing in it is old.\n")
