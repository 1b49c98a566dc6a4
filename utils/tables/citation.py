"""How to cite a case."""

from dataclasses import dataclass

from utils.told import Told

SPECIAL = str.maketrans({c: f"\\{c}" for c in "&%$#_{}"})


@dataclass(frozen=True)
class Citation(Told):
    """One citation, as `text` and as a `bibtex` entry."""

    text: str
    bibtex: str

    def __str__(self) -> str:
        return self.text


def citation(
    key: str, title: str, *, authors: tuple[str, ...], version: str, **more: str
) -> Citation:
    """Cite a case with its version and the first figures of its checksum.

    >>> print(citation("x", "A quarrel", authors=("Us",), version="1.0.0",
    ...     created="2026-01-01", licence="CC-BY-4.0", checksum="0123456789abcdef"))
    Us (2026). A quarrel. Version 1.0.0, SHA-256 0123456789ab. CC-BY-4.0.
    """
    year, mark = more["created"][:4], more["checksum"][:12]
    who = ", ".join(authors) + (f" ({year})" if year else "")
    text = f"{title}. Version {version}, SHA-256 {mark}. {more['licence']}."
    fields = {
        "author": " and ".join(f"{{{a.translate(SPECIAL)}}}" for a in authors),
        "title": f"{{{title.translate(SPECIAL)}}}",
        "year": year,
        "version": version.translate(SPECIAL),
        "note": f"SHA-256 {mark}, {more['licence'].translate(SPECIAL)}",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    bibtex = "\n".join([f"@misc{{{key}-{version},", *lines, "}"])
    return Citation(f"{who}. {text}" if who else text, bibtex)
