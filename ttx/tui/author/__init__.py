"""The author's view: problems and preview of a scenario, following its files as they are saved."""
