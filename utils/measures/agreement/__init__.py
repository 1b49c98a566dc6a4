"""Agreement: how far coders of the same units gave them the same values."""
