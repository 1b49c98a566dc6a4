"""Whether every link of a folder of pages leads somewhere."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from utils.publish.site.whole_folder import files_of

_ADDRESSES = {"href", "src", "poster", "action", "xlink:href"}
_TOP = {"", "top"}
"""Fragments that lead to the top of any page."""


class BrokenLink(NamedTuple):
    """A link that leads nowhere: on which page, where to, and why."""

    page: str
    link: str
    why: str

    def __str__(self) -> str:
        return f"{self.page}: {self.link!r} {self.why}"


def broken_links(folder: str | Path) -> list[BrokenLink]:
    """Give each link and each address in the pages of a folder that leads nowhere.

    Files and anchors of the folder are looked up, with the spelling they have on
    any system. What leads elsewhere is not asked for; it must be a whole address
    of the web or of mail.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as home:
    ...     _ = Path(home, "a.html").write_text('<a href="b.html">B</a>')
    ...     print(*broken_links(home))
    a.html: 'b.html' is no file of the site
    """
    pages = _Pages(Path(folder))
    return [
        BrokenLink(name, link, why)
        for name in pages.names
        for link in dict.fromkeys(pages.read(name).links)
        if (why := pages.fault(name, link))
    ]


class _Reader(HTMLParser):
    """What a page links to, and which anchors it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(
        self, tag: str, attrs: Iterable[tuple[str, str | None]]
    ) -> None:
        """Note the addresses and anchors of one element."""
        told = {name: value or "" for name, value in attrs}
        self.links += [told[name] for name in _ADDRESSES & told.keys()]
        self.links += _of_set(told.get("srcset", ""))
        if tag == "object":
            self.links += [told.get("data", "")]
        self.anchors |= {told[name] for name in {"id"} & told.keys()}
        self.anchors |= {told["name"]} if tag == "a" and "name" in told else set()


class _Pages:
    """The files of a folder, and its pages as read, each once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, _Reader] = {}

    @cached_property
    def files(self) -> set[str]:
        return set(files_of(self.folder))

    @cached_property
    def names(self) -> list[str]:
        return sorted(name for name in self.files if name.endswith(".html"))

    def read(self, name: str) -> _Reader:
        if name not in self._read:
            self._read[name] = _Reader((self.folder / name).read_text("utf-8"))
        return self._read[name]

    def fault(self, page: str, link: str) -> str:
        """Say why a link leads nowhere, or nothing if it leads somewhere."""
        try:
            parts = urlsplit(link)
        except ValueError as why:
            return f"is no address ({why})"
        if parts.scheme or parts.netloc:
            return _foreign_fault(link, parts)
        return self._inner_fault(page, parts)

    def _inner_fault(self, page: str, parts: SplitResult) -> str:
        if parts.path.startswith("/") or "\\" in parts.path:
            return "is not reached from the page itself"
        path = unquote(parts.path)
        name = normpath(join(dirname(page), path)) if path else page
        if name not in self.files:
            return "is no file of the site"
        anchor = unquote(parts.fragment)
        if anchor in _TOP or not name.endswith(".html"):
            return ""
        known = anchor in self.read(name).anchors
        return "" if known else f"names no anchor of {name}"


def _foreign_fault(link: str, parts: SplitResult) -> str:
    if any(sign.isspace() for sign in link):
        return "holds a space"
    if parts.scheme in ("http", "https"):
        return "" if parts.hostname else "names no host"
    if parts.scheme == "mailto":
        return "" if "@" in parts.path else "is no address of mail"
    if parts.scheme == "data" and parts.path.startswith(("image/", ",")):
        return ""
    return "is no address of the web"


def _of_set(srcset: str) -> Iterator[str]:
    for one in srcset.split(","):
        if one.strip():
            yield one.split()[0]
