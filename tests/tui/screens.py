"""Every screen of the app, however its module is called."""

from importlib import import_module
from pkgutil import walk_packages

from textual.screen import Screen

from ttx import tui
from ttx.tui.framed import Framed


def screens():
    """The classes of screens that the app has."""
    for found in walk_packages(tui.__path__, "ttx.tui."):
        import_module(found.name)
    left, found = [Screen], set()
    while left:
        for each in left.pop().__subclasses__():
            left.append(each)
            if each.__module__.startswith("ttx.") and each is not Framed:
                found.add(each)
    return found
