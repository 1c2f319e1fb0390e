"""Text measured and padded by display cells."""

from ttx.render.plain import pad, width


def test_wide_letters_take_two_cells_and_joining_ones_none():
    assert width("메모 a\u0301") == 6
    assert width("\u1112\u1161\u11ab") == 2  # a syllable in three parts is as wide as its first
    assert pad("메모", 6) == "메모  "
    assert pad("메모", 2) == "메모"
