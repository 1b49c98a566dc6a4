"""The folder of a new case: what is written into it, and how."""
