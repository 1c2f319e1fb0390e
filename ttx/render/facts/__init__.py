"""The report for programs: JSON of a published shape, and one table as CSV."""

from ttx.render.facts.data import FORMAT, report_csv, report_json, texts_in
from ttx.render.facts.schema import report_schema

__all__ = ["FORMAT", "report_csv", "report_json", "report_schema", "texts_in"]
