"""Frozen values that every part reads."""
