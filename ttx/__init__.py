"""Tabletop exercises in a terminal, every decision linked to the commitments of a cited document."""
