"""The one meaning of a scenario: Positions, choices and what follows from them."""
