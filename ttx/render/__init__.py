"""Values to text a person or a program reads."""
