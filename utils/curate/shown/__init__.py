"""Words on a terminal: aligned, harmless, and how far a long run has come."""
