"""Sentences, fingerprints and locators of cited documents."""
