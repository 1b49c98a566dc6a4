"""The classroom: what students get, what teachers keep, and what is printed."""
