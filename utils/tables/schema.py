"""The columns of every table, and the rules of each column."""

from collections.abc import Mapping, Sequence

from utils.tables.rules import (
    COUNTRY,
    FILLED,
    ID,
    ISO_DAY,
    LANGUAGE,
    NUMBER,
    URL,
    WHOLE,
    Rule,
    one_of,
)

Columns = Mapping[str, Sequence[Rule | str]]
"""Rules by column; a text names the list of known words that the cell is one of."""

SUPPORTS = ("yes", "partly", "contradicts")
SUPPORT = one_of(SUPPORTS, "is no known answer")
OFFICE = one_of(("yes", "no", "institution"), "is no known answer")
KEYED_ON = one_of(("cameo", "tone", "form"), "is no column that weights have")
KEY = [FILLED, ID]
NEEDED = [FILLED]

KEYS = {
    "actions": ("action_id",),
    "actors": ("actor_id",),
    "sources": ("source_id",),
    "evidence": ("action_id", "source_id"),
    "landmarks": ("landmark_id",),
    "claims": (),
    "types": ("type",),
    "tones": ("tone",),
    "certainty": ("certainty",),
    "roles": ("role",),
    "sides": ("side",),
    "forms": ("form",),
    "ladder": ("rung",),
    "scales": ("scale",),
    "weights": ("code",),
}

CASE_TABLES: dict[str, Columns] = {
    "actions": {
        "action_id": KEY,
        "date": NEEDED,
        "actor_id": NEEDED,
        "target_id": NEEDED,
        "type": [FILLED, "types"],
        "form": [FILLED, "forms"],
        "cameo": ["cameo"],
        "summary": NEEDED,
        "certainty": [FILLED, "certainty"],
        "in_response_to": [],
        "place": [],
    },
    "actors": {
        "actor_id": KEY,
        "name": NEEDED,
        "name_native": [],
        "country": [FILLED, COUNTRY],
        "role": [FILLED, "roles"],
        "parent_id": [],
        "public_office": [FILLED, OFFICE],
    },
    "sources": {
        "source_id": KEY,
        "publisher": NEEDED,
        "publisher_country": [COUNTRY],
        "side": [FILLED, "sides"],
        "title": NEEDED,
        "published": [ISO_DAY],
        "url": [URL],
        "language": [FILLED, LANGUAGE],
    },
    "evidence": {
        "action_id": NEEDED,
        "source_id": NEEDED,
        "supports": [FILLED, SUPPORT],
        "locator": [],
        "note": [],
    },
    "landmarks": {
        "landmark_id": KEY,
        "date": NEEDED,
        "label": NEEDED,
        "note": [],
        "source_id": [],
        "action_id": [],
    },
    "claims": {
        "paragraph": [],
        "claim": NEEDED,
        "action_ids": [],
        "verdict": NEEDED,
        "note": [],
    },
}

CODEBOOK_TABLES: dict[str, Columns] = {
    "types": {"type": KEY, "label": NEEDED, "definition": NEEDED},
    "tones": {"tone": KEY, "label": NEEDED, "definition": NEEDED},
    "certainty": {"certainty": KEY, "label": NEEDED, "definition": NEEDED},
    "roles": {"role": KEY, "label": NEEDED, "definition": NEEDED},
    "sides": {
        "side": KEY,
        "label": NEEDED,
        "group": KEY,
        "group_label": NEEDED,
        "definition": NEEDED,
    },
    "forms": {
        "form": KEY,
        "label": NEEDED,
        "tone": [FILLED, "tones"],
        "cameo": ["cameo"],
        "rung": ["ladder"],
        "definition": NEEDED,
    },
    "ladder": {
        "rung": [FILLED, WHOLE],
        "label": NEEDED,
        "definition": NEEDED,
        "reason": NEEDED,
    },
    "scales": {
        "scale": KEY,
        "label": NEEDED,
        "version": NEEDED,
        "column": [FILLED, KEYED_ON],
        "origin": [],
        "licence": [],
        "definition": [],
    },
    "weights": {"code": NEEDED, "weight": [FILLED, NUMBER], "note": []},
}
