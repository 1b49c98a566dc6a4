"""The columns of every table, and the rules of each column."""

from collections.abc import Mapping, Sequence

from utils.tables.rules import (
    COUNTRY,
    FILLED,
    ID,
    INTACT,
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
TOLD = [FILLED, INTACT]
FREE = [INTACT]

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
        "summary": TOLD,
        "certainty": [FILLED, "certainty"],
        "in_response_to": [],
        "place": FREE,
    },
    "actors": {
        "actor_id": KEY,
        "name": TOLD,
        "name_native": FREE,
        "country": [FILLED, COUNTRY],
        "role": [FILLED, "roles"],
        "parent_id": [],
        "public_office": [FILLED, OFFICE],
    },
    "sources": {
        "source_id": KEY,
        "publisher": TOLD,
        "publisher_country": [COUNTRY],
        "side": [FILLED, "sides"],
        "title": TOLD,
        "published": [ISO_DAY],
        "url": [URL],
        "language": [FILLED, LANGUAGE],
    },
    "evidence": {
        "action_id": NEEDED,
        "source_id": NEEDED,
        "supports": [FILLED, SUPPORT],
        "locator": FREE,
        "note": FREE,
    },
    "landmarks": {
        "landmark_id": KEY,
        "date": NEEDED,
        "label": TOLD,
        "note": FREE,
        "source_id": [],
        "action_id": [],
    },
    "claims": {
        "paragraph": [],
        "claim": TOLD,
        "action_ids": [],
        "verdict": TOLD,
        "note": FREE,
    },
}

CODEBOOK_TABLES: dict[str, Columns] = {
    "types": {"type": KEY, "label": TOLD, "definition": TOLD},
    "tones": {"tone": KEY, "label": TOLD, "definition": TOLD},
    "certainty": {"certainty": KEY, "label": TOLD, "definition": TOLD},
    "roles": {"role": KEY, "label": TOLD, "definition": TOLD},
    "sides": {
        "side": KEY,
        "label": TOLD,
        "group": KEY,
        "group_label": TOLD,
        "definition": TOLD,
    },
    "forms": {
        "form": KEY,
        "label": TOLD,
        "tone": [FILLED, "tones"],
        "cameo": ["cameo"],
        "rung": ["ladder"],
        "definition": TOLD,
    },
    "ladder": {
        "rung": [FILLED, WHOLE],
        "label": TOLD,
        "definition": TOLD,
        "reason": TOLD,
    },
    "scales": {
        "scale": KEY,
        "label": TOLD,
        "version": NEEDED,
        "column": [FILLED, KEYED_ON],
        "origin": [],
        "licence": [],
        "definition": [],
    },
    "weights": {"code": NEEDED, "weight": [FILLED, NUMBER], "note": FREE},
}
