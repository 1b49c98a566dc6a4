"""Replies: which acts are answered, how soon, how, and in what chains."""
