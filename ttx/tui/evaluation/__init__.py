"""Evaluation and hot wash: what was seen, found, to be mended and said; the report as it stands; sheets."""
