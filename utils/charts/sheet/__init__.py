"""The sheet that every chart stands on: its look, its words, its axes of time."""
