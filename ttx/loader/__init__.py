"""From authored files to a scenario, every problem with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttx.lazily import from_modules

if TYPE_CHECKING:
    from ttx.loader.bundle import bundled
    from ttx.loader.load import Loaded, load_catalogue, load_scenario, load_texts
    from ttx.loader.moves import LoadedMoves, load_moves, read_moves
    from ttx.loader.translation import Translations

__all__ = [
    "Loaded",
    "LoadedMoves",
    "Translations",
    "bundled",
    "load_catalogue",
    "load_moves",
    "load_scenario",
    "load_texts",
    "read_moves",
]

__getattr__ = from_modules(
    __name__,
    {
        "bundle": ("bundled",),
        "load": ("Loaded", "load_catalogue", "load_scenario", "load_texts"),
        "moves": ("LoadedMoves", "load_moves", "read_moves"),
        "translation": ("Translations",),
    },
)
