"""How a bearing prints. ``contradicts`` never prints as a breach, a stated view is never kept or broken.

A sentence that promises nothing has three bearings with words of their own (design 4.3, room
F42); a link under a condition prints as what would be so.
"""

from __future__ import annotations

from collections.abc import Mapping

from ttx.model.parts import Bearing

_VIEWS = frozenset({"assessment", "position", "appreciation", "process"})

_PLAIN: Mapping[str, tuple[str, str]] = {
    "fulfils": ("fulfils", "would fulfil"),
    "advances": ("advances", "would advance"),
    "upholds": ("upholds", "would uphold"),
    "defers": ("defers", "would defer"),
    "strains": ("strains", "would strain"),
    "contradicts": ("at odds with the text", "would be at odds with the text"),
    "touches": ("touches", "would touch"),
    "none": ("no bearing", "no bearing"),
}
_VIEW: Mapping[str, tuple[str, str]] = {
    "upholds": ("in line with", "would be in line with"),
    "strains": ("sits uneasily with", "would sit uneasily with"),
    "contradicts": ("at odds with", "would be at odds with"),
}


def is_view(act_class: str, duty: str) -> bool:
    """Whether a sentence of that kind promises nothing: it states a view."""
    return duty == "stance" or act_class in _VIEWS


def printed(bearing: Bearing, act_class: str, duty: str, *, conditional: bool = False) -> str:
    """The words of a bearing on a sentence of that kind.

    >>> printed("contradicts", "reaffirmation", "standing")
    'at odds with the text'
    >>> printed("upholds", "position", "", conditional=True)
    'would be in line with'
    """
    words = _PLAIN[bearing]
    if is_view(act_class, duty):
        words = _VIEW.get(bearing, words)
    return words[1] if conditional else words[0]
