"""``bundle``: everything in one file, the same bytes each time, and nothing outside when it is opened."""

import zipfile

import pytest


def test_a_bundle_opens_into_a_scenario_that_is_right(tabletop):
    one, two, to = (tabletop.folder / name for name in ("a.zip", "b.zip", "opened"))
    assert tabletop("bundle", "full-range", "-o", one).code == 0
    assert tabletop("bundle", "full-range", "-o", two).code == 0
    assert one.read_bytes() == two.read_bytes()
    assert tabletop("bundle", "full-range", "-o", one).code == 2
    assert tabletop("bundle", one, "--open", to).code == 0
    assert tabletop("validate", to).code == 0
    assert (to / "rules" / "commitments" / "scm53.yaml").is_file()
    assert tabletop("bundle", one, "--open", to).code == 2


@pytest.mark.parametrize("name", ["../out.yaml", "/out.yaml", "a\\..\\out.yaml", "c:out.yaml", "run.sh"])
def test_what_leads_elsewhere_is_not_opened(tabletop, name):
    with zipfile.ZipFile(tabletop.folder / "bad.zip", "w") as made:
        made.writestr("scenario.yaml", "format: ttx/1\n")
        made.writestr(name, "x: 1\n")
    answer = tabletop("bundle", tabletop.folder / "bad.zip", "--open", tabletop.folder / "in" / "to")
    assert (answer.code, (tabletop.folder / "in").exists()) == (3, False)
    assert not (tabletop.folder / "out.yaml").exists()


def test_what_is_no_bundle_or_too_large_is_said(tabletop):
    file = tabletop.folder / "bad.zip"
    file.write_text("no zip", encoding="utf-8")
    assert tabletop("bundle", file, "--open", tabletop.folder / "to").code == 3
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("scenario.yaml", b"0" * (33 * 1024 * 1024))
    assert "32 MB" in tabletop("bundle", file, "--open", tabletop.folder / "to").err
