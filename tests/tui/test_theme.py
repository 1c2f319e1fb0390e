"""Every token can be read on every surface, in every theme; without colour, none is sent."""

import pytest

from ttx.tui import theme
from ttx.tui.theme import NAMES, PALETTE, style, themes, variables

SURFACES = ("bg", "card", "raise", "select")
READ = [t for t in PALETTE if t not in (*SURFACES, "rule", "mark", "alarm")]


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("at", range(4), ids=NAMES)
def test_what_is_read_can_be_read_on_every_surface(at):
    for token in READ:
        least = 7 if token == "text" or NAMES[at] == "high-contrast" else 4.5
        for surface in SURFACES:
            found = contrast(PALETTE[token][at], PALETTE[surface][at])
            assert found >= least, (token, surface, round(found, 2))
    for surface in SURFACES[:3]:
        assert contrast(PALETTE["rule"][at], PALETTE[surface][at]) >= 3, surface
    for painted in ("mark", "alarm"):
        assert contrast("#ffffff", PALETTE[painted][at]) >= 7, painted


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("token", [*PALETTE, "alarm_ink"])
def test_a_style_paints_the_colours_of_its_theme(name, token):
    made = style(name, token, "card", bold=True)
    at = NAMES.index(name)
    if token in ("mark", "alarm"):
        assert made.bgcolor.name == PALETTE[token][at]
        assert made.color.name == "#ffffff"
    elif token != "alarm_ink":
        assert (made.color.name, made.bgcolor.name) == (PALETTE[token][at], PALETTE["card"][at])
        assert made.bold
    assert not any((made.italic, made.underline, made.strike, made.blink, made.dim))


def test_css_knows_every_token_and_no_other_colour():
    import re

    from ttx.tui.style import CSS

    named = set(re.findall(r"\$t-([\w-]+)", CSS))
    assert named <= set(PALETTE)
    assert not re.search(r"#[0-9a-fA-F]{6}|\brgb\(", CSS)
    for each in themes():
        assert set(each.variables) == {f"t-{token}" for token in PALETTE}


def test_without_colour_there_is_reverse_and_bold_and_nothing_else(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    style.cache_clear()
    try:
        assert theme.no_colour()
        assert set(variables("dark").values()) == {"ansi_default"}
        for token in PALETTE:
            made = style("dark", token, "bg")
            assert made.color is None
            assert made.bgcolor is None
            assert bool(made.reverse) == (token in ("mark", "alarm"))
        assert style("dark", "text", "select").reverse
        assert style("dark", "text", bold=True).bold
    finally:
        style.cache_clear()
