import pytest

from utils import select
from utils.explorer.difference import difference
from utils.explorer.inquiry import Inquiry
from utils.selection import NOTHING

LABELS = {"media": "media", "AAA": "Altania", "BBB": "Bestovia", "a_b": "armed band"}


def said(before, after):
    """Say the difference of two selections, or of other fields of an inquiry."""
    return difference(asked(before), asked(after), LABELS)


def asked(fields):
    own = {name: it for name, it in fields.items() if name in vars(Inquiry())}
    chosen = {name: it for name, it in fields.items() if name not in own}
    return Inquiry(select(**chosen), **own)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({}, {"types": "media"}, "type: all → media"),
        ({"types": "media"}, {}, "type: media → all"),
        ({"types": "media"}, {"types": NOTHING}, "type: media → none"),
        ({"types": "a_b"}, {"types": "c_d"}, "type: c d added, armed band dropped"),
        ({"types": ["x", "y"]}, {"types": ["x"]}, "type: y dropped"),
        ({"actors": list("abcdef")}, {}, "actor: a, b, c, 3 more → all"),
        ({"actors": list("abcd")}, {}, "actor: a, b, c, d → all"),
        ({"directions": "AAA>BBB"}, {}, "direction: Altania to Bestovia → all"),
        ({"directions": "AAA--BBB"}, {}, "direction: Altania and Bestovia → all"),
        ({}, {"acts": ["x", "y"]}, "acts picked: all → 2"),
        ({"without": ["x"]}, {"without": ["x", "y"]}, "acts left out: 1 added"),
        ({"without": ["x"]}, {}, "acts left out: 1 → none"),
        ({}, {"since": "2025"}, "period: any → since 1 Jan 2025"),
        (
            {"since": "2025"},
            {"since": "2025", "until": "2025-03"},
            "period: since 1 Jan 2025 → 1 Jan 2025 to 31 Mar 2025",
        ),
        (
            {},
            {"dates": "certainly"},
            "uncertain dates: possibly in the period → certainly in the period",
        ),
        ({}, {"text": "gas"}, 'words: any → "gas"'),
        ({}, {"half_life_days": 7.5}, "half-life: 30 days → 7.5 days"),
        ({}, {"scale": "signs"}, "scale: goldstein-icews → signs"),
        ({}, {"band": False}, "doubt: drawn → not drawn"),
        (
            {},
            {"against": select(types="media")},
            "compared with: nothing → media acts",
        ),
        ({}, {"view": "table"}, "nothing"),
        (
            {},
            {"types": "x", "per": "week"},
            "type: all → x; bars: by month → by week",
        ),
        (
            dict.fromkeys(("types", "forms", "tones", "actors", "targets"), "x"),
            {"per": "week"},
            "type: x → all; form: x → all; tone: x → all; actor: x → all; "
            "2 more changes",
        ),
    ],
)
def test_a_change_is_said_in_words(before, after, words):
    assert said(before, after) == words
