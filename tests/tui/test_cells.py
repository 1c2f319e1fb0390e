"""Text measured in cells: whatever is typed, rows keep their width and nothing is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from ttx.tui.cells import ends, fit, shown, width, wrap
from ttx.tui.console.lines import Run, line, plain
from ttx.tui.glyphs import CUT
from ttx.tui.widgets.rows import Item
from ttx.tui.widgets.ruler import ruler

SIGNS = st.sampled_from(
    (
        *"ab zé한글경조\t\n\r\x1b\x00\x9b[/]@=…ｗ",
        *("\u200d", "\u200b", "\ufe0f", "\u202e", "\u2066", "\u0301", "\xad"),
        *("\u1100\u1161\u11a8", "\U0001f469\u200d\U0001f467", "\U0001f1f0\U0001f1f7"),
    )
)
TEXTS = st.lists(SIGNS, max_size=40).map("".join) | st.text(max_size=40)
LINES = st.lists(st.tuples(TEXTS, st.booleans()), max_size=5).map(
    lambda parts: tuple(Run(text, bold=heavy) for text, heavy in parts)
)
FEW = settings(max_examples=150, deadline=None)


@FEW
@given(LINES, st.integers(-2, 60))
def test_fit_is_exactly_as_wide_as_asked(runs, cells):
    made = fit(runs, cells)
    assert sum(cell_len(run.text) for run in made) == max(0, cells)
    whole = "".join(shown(run.text) for run in runs)
    last = shown(runs[-1].text) if runs else ""
    if width(runs) - (len(last) - len(last.rstrip(" "))) <= max(0, cells):  # a blank is no loss
        assert plain(made).rstrip(" ") == whole.rstrip(" ")
    elif cells > 0:
        kept = plain(made)
        assert kept.endswith(CUT)
        # What is left of a wide character that did not fit is a blank.
        assert whole.startswith((kept[:-1], kept[:-2]))


@FEW
@given(LINES, st.integers(0, 40), st.integers(0, 8))
def test_wrap_loses_no_character_and_keeps_its_width(runs, cells, hang):
    rows = list(wrap(runs, cells, hang))
    least = max(cells, hang + 4)
    whole = "".join(shown(run.text) for run in runs)
    for row in rows:
        assert cell_len(plain(row).rstrip()) <= least
    joined = "".join(plain(row) for row in rows)
    assert joined.replace(" ", "") == whole.replace(" ", "")
    assert all(run.bold in {each.bold for each in runs} | {False} for row in rows for run in row)


@FEW
@given(st.lists(st.text("abc한", min_size=1, max_size=6), min_size=1, max_size=12), st.integers(12, 40))
def test_words_that_fit_a_row_are_not_broken(found, cells):
    rows = [plain(row).split() for row in wrap(line(" ".join(found)), cells)]
    assert [word for row in rows for word in row] == found


@FEW
@given(LINES, LINES, st.integers(0, 60))
def test_what_stands_at_the_right_end_is_never_cut(left, right, cells):
    made = ends(left, right, cells)
    if width(right) <= cells:
        assert width(made) == cells
        assert plain(made).endswith(plain(right))


@FEW
@given(TEXTS)
def test_nothing_that_moves_a_cursor_is_shown(text):
    import unicodedata

    kept = shown(text)
    assert not [c for c in kept if unicodedata.category(c) in ("Cc", "Cf", "Cs")]
    assert "\t" not in kept
    assert shown(kept) == kept


def test_a_letter_and_its_accent_meet_where_a_joiner_stood_between():
    assert shown("e\u200d\u0301") == "\u00e9"


def test_a_wide_character_is_not_halved():
    assert plain(fit(line("한글"), 3)) == f"한{CUT}"
    assert plain(fit(line("한글"), 2)) == f" {CUT}"
    assert [plain(r) for r in wrap(line("한글한글한"), 5)] == ["한글", "한글", "한"]
    assert plain(fit(line("a", Run("한글")), 4)) == f"a한{CUT}"


def test_a_ruler_is_as_wide_as_its_screen_whatever_the_time():
    for budget in (0, 1, 45, 1000):
        for used in (0, 1, 44, 45, 46, 500, 100_000):
            for cells in (2, 3, 60, 200):
                assert width(ruler(budget, used, cells)) == cells, (budget, used, cells)
    over = plain(ruler(45, 60, 80))
    assert over.count("!") == 1
    assert over.index("!") == 60
    assert "!" not in plain(ruler(45, 45, 80))
    assert ruler(45, 60, 80)[-1].token == "warn"


def test_an_item_without_anything_at_its_end_is_cut_at_the_edge():
    item = Item("x", line("a" * 50))
    assert width(ends(item.left, item.right, 20)) == 20


def test_a_row_that_is_too_long_by_blanks_alone_is_not_cut():
    assert plain(fit((Run("was hurt. "),), 9)) == "was hurt."
    assert plain(fit((Run("a"), Run("b   ")), 3)) == "ab "
    assert plain(fit((Run("was hurt. x"),), 9)) == "was hurt»"
