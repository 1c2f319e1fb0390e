"""The library: sessions to resume, scenarios to run, and what is known of each."""
