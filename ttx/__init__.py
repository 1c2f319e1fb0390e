"""Tabletop exercises in a terminal, every decision linked to the commitments of a cited document."""

__version__ = "0.1.0"
