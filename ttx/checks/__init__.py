"""Questions asked of an authored scenario: one problem code a module, nothing read or printed."""

from typing import TYPE_CHECKING

from ttx.lazily import from_modules

if TYPE_CHECKING:
    from ttx.checks.ignoring import heeded
    from ttx.checks.registry import CHECKS, CODES, check

__all__ = ["CHECKS", "CODES", "check", "heeded"]

__getattr__ = from_modules("ttx.checks", {"ignoring": ("heeded",), "registry": ("CHECKS", "CODES", "check")})
