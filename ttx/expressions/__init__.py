"""Conditions and effects: tokens, parser, types, evaluation."""
