"""Names of a package loaded when they are first asked for (PEP 562).

A front that lists files must not pay for what reads them; that is what opens the app at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def from_modules(package: str, places: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """What a package takes as its ``__getattr__``.

    Args:
        package: the package's own name.
        places: module -> the names of the package that stand in it; none: the module itself.
    """
    module_of = {name: module for module, names in places.items() for name in names or (module,)}

    def find(name: str) -> Any:
        if name not in module_of:
            raise AttributeError(f"{package} has no {name}")
        module = import_module(f"{package}.{module_of[name]}")
        return getattr(module, name) if places[module_of[name]] else module

    return find
