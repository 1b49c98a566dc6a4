"""What the events of a file rest on: pages by address, agencies by name."""

import re
from hashlib import sha256
from urllib.parse import urlsplit

import pandas as pd

SIDE = "not_examined"
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def sources_of(ids: pd.Series, named: pd.Series) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the sources, each once, and the evidence that leads from acts to them.

    `named` is what the file names for each act of `ids`: an address, or a publisher.
    An act for which it names nothing has no source.

    >>> ids, named = pd.Series(["a", "b"]), pd.Series(["https://x.org/1", ""])
    >>> sources, evidence = sources_of(ids, named)
    >>> sources["publisher"].tolist(), evidence["action_id"].tolist()
    (['x.org'], ['a'])
    """
    there = named[named != ""]
    codes, unique = pd.factorize(there, sort=True)
    keys = pd.Series([_key(text) for text in unique], dtype="str")
    sources = pd.DataFrame(
        {
            "source_id": keys,
            "publisher": [publisher(text) for text in unique],
            "side": SIDE,
            "title": [f"[{_what(text)}]" for text in unique],
            "url": [text if _ADDRESS.fullmatch(text) else "" for text in unique],
        }
    )
    evidence = pd.DataFrame(
        {
            "action_id": ids[there.index].to_numpy(),
            "source_id": keys.to_numpy()[codes],
            "supports": "yes",
        }
    )
    return sources, evidence.drop_duplicates(ignore_index=True)


def publisher(named: str) -> str:
    """Give the host of an address, and any other text as it stands.

    >>> publisher("http://www.example.org/a"), publisher("Agence X")
    ('example.org', 'Agence X')
    """
    if not _ADDRESS.fullmatch(named):
        return named
    try:
        host = urlsplit(named).hostname or named
    except ValueError:
        return named
    return host.removeprefix("www.")


def _key(text: str) -> str:
    return f"s-{sha256(text.encode()).hexdigest()[:12]}"


def _what(text: str) -> str:
    return "page from which it was coded" if _ADDRESS.fullmatch(text) else "text"
