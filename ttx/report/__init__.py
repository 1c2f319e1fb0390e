"""The after-action report as values: facts from the log with their event numbers, blanks for people."""

from ttx.report.build import build_report
from ttx.report.profiles import for_profile
from ttx.report.values import Report

__all__ = ["Report", "build_report", "for_profile"]
