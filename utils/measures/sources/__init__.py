"""Sources: which groups of publishers tell of which acts, and what hangs on them."""
