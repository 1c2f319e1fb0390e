"""The palette: four themes of named tokens, and what stands for them where there is no colour.

Contrast was computed for every token on every surface (text 7 or better, everything else that is
read 4.5 or better); the tests compute it again. Widgets name tokens, never colours.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style
from textual.theme import Theme

NAMES = ("dark", "light", "high-contrast", "colour-blind")
PALETTE: Mapping[str, tuple[str, str, str, str]] = {
    "bg": ("#14161a", "#f4f2ec", "#000000", "#13151a"),
    "card": ("#1b1f24", "#fffefb", "#000000", "#1a1d23"),
    "raise": ("#282d33", "#ebe8df", "#1c1c1c", "#272b33"),
    "select": ("#1c2e4a", "#d3e6f3", "#00005f", "#1f2b4d"),
    "text": ("#eceef0", "#1a1c1e", "#ffffff", "#eef0f4"),
    "dim": ("#b4bcc4", "#474c52", "#e0e0e0", "#b8bec8"),
    "rule": ("#6f7982", "#85817a", "#a6a6a6", "#71767f"),
    "accent": ("#6dc5f6", "#014b79", "#e1d40a", "#6bc3f4"),
    "warn": ("#e1ac49", "#723d00", "#ffae34", "#e6c540"),
    "alarm": ("#a3121c", "#9d0f19", "#b00010", "#8a3c00"),
    "mark": ("#0d5c34", "#0d5c34", "#00582a", "#0b4f7a"),
    "fulfils": ("#6de08a", "#025424", "#6bef75", "#91f5b6"),
    "advances": ("#68caa2", "#006145", "#30e0a6", "#66bef9"),
    "upholds": ("#68b9bd", "#066767", "#3cd0d0", "#84a9a6"),
    "touches": ("#aeb3b9", "#4f5862", "#cbcbcb", "#d6d6d6"),
    "none": ("#aeb3b9", "#4f5862", "#cbcbcb", "#d6d6d6"),
    "defers": ("#b098dc", "#582f7e", "#c09bec", "#f9c8f4"),
    "strains": ("#e7a13c", "#723d00", "#fcb02b", "#efcf4b"),
    "contradicts": ("#f5746d", "#a91520", "#ff8281", "#fc8435"),
    "c1": ("#68abee", "#024e9a", "#64b2f1", "#64bcf7"),
    "c2": ("#dcc055", "#724b00", "#f3da36", "#f3d350"),
    "c3": ("#71be74", "#086b2a", "#4ad66b", "#a2f8b9"),
    "c4": ("#e28ac5", "#a32a6f", "#f285d0", "#fecff3"),
    "c5": ("#72d0d5", "#06666e", "#41e5ed", "#92b7b8"),
    "c6": ("#eb8f5d", "#852f01", "#fe985c", "#fc8435"),
    "ctl": ("#d0d2d5", "#41454a", "#f1f1f1", "#f2f2f2"),
}
"""Token -> its colour in ``NAMES``' order; the first four are surfaces."""
_ON_PAINT = "#ffffff"
"""Text on marking and alarm."""
_PAINTED = ("mark", "alarm")


def no_colour() -> bool:
    """Whether the user asked for no colour (no-color.org)."""
    return bool(os.environ.get("NO_COLOR"))


def themes() -> tuple[Theme, ...]:
    """The four themes, for the app to register; CSS knows a token as ``$t-TOKEN``."""
    return tuple(_theme(i, name) for i, name in enumerate(NAMES))


def variables(name: str) -> dict[str, str]:
    """CSS variables of a theme; under NO_COLOR every one is the terminal's own colour."""
    at = NAMES.index(name)
    if no_colour():
        return {f"t-{token}": "ansi_default" for token in PALETTE}
    return {f"t-{token}": colours[at] for token, colours in PALETTE.items()}


def _theme(at: int, name: str) -> Theme:
    def of(token: str) -> str:
        return PALETTE[token][at]

    return Theme(
        name=name,
        primary=of("accent"),
        foreground=of("text"),
        background=of("bg"),
        surface=of("card"),
        panel=of("raise"),
        warning=of("warn"),
        error=of("contradicts"),
        success=of("fulfils"),
        accent=of("accent"),
        dark=name != "light",
        variables=variables(name),
    )


@lru_cache(maxsize=512)
def style(theme: str, token: str, surface: str = "bg", *, bold: bool = False) -> Style:
    """How text in a token is painted on a surface.

    Marking and alarm are painted as grounds of their own, whatever the surface.
    """
    if no_colour():
        return Style(bold=bold, reverse=token in (*_PAINTED, "ink") or surface == "select")
    at = NAMES.index(theme) if theme in NAMES else 0
    if token == "alarm_ink":
        return Style(color=_ON_PAINT, bgcolor=_ON_PAINT)
    if token == "ink":  # a painted dot in the colour of text
        return Style(color=PALETTE["text"][at], bgcolor=PALETTE["text"][at])
    if token in _PAINTED:
        return Style(color=_ON_PAINT, bgcolor=PALETTE[token][at], bold=bold)
    return Style(color=PALETTE[token][at], bgcolor=PALETTE[surface][at], bold=bold)
