"""What a scenario can do before anyone plays it, walked through the course."""
