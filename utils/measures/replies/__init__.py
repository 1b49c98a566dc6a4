"""Replies: which acts are answered, how soon, how, and in what chains."""

from utils.measures.replies.chains import chains
from utils.measures.replies.delays import Delays, delays
from utils.measures.replies.in_kind import in_kind
from utils.measures.replies.links import missing_triggers
from utils.measures.replies.pairs import reply_pairs
from utils.measures.replies.proportion import Proportion, proportion
from utils.measures.replies.rate import reply_rate

__all__ = [
    "Delays",
    "Proportion",
    "chains",
    "delays",
    "in_kind",
    "missing_triggers",
    "proportion",
    "reply_pairs",
    "reply_rate",
]
