"""What is wrong with a case, and what should be looked at once more."""
