"""Questions asked of an authored scenario: one problem code a module, nothing read or printed."""

from ttx.checks.ignoring import heeded
from ttx.checks.registry import CHECKS, CODES, check

__all__ = ["CHECKS", "CODES", "check", "heeded"]
