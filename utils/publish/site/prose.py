"""Markdown as HTML: headings with anchors, links that lead to pages of the site."""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from mistune import HTMLRenderer, Markdown, create_markdown

from utils.publish.site.frame import scrolling
from utils.publish.site.plan import ROOT, way_up


class Heading(NamedTuple):
    """A heading with its level on the page and its anchor."""

    level: int
    anchor: str
    words: str


class Prose(HTMLRenderer):
    r"""Writes the Markdown of one file, of one piece or of many, for one page.

    The heading that would be the `h1` of the page is left out and kept as `title`.
    HTML in the text is shown as text.

    >>> prose = Prose("index.html", file=ROOT / "README.md", pages={})
    >>> print(prose.html("# Acts\n## By <day>"))
    <h2 id="by-day">By &lt;day&gt;</h2>
    <BLANKLINE>
    >>> prose.title, prose.headings[0].words
    ('Acts', 'By <day>')
    """

    def __init__(
        self,
        page: str,
        *,
        file: Path,
        pages: Mapping[Path, str],
        prefix: str = "",
    ) -> None:
        super().__init__(escape=True)
        self.page = page
        self.file = file.resolve()
        self.pages = pages
        self.shift = 0
        self.prefix = prefix
        self.title = ""
        self.headings: list[Heading] = []
        self._writer: Markdown = create_markdown(renderer=self, plugins=["table"])

    def html(self, text: str) -> str:
        """Write a piece of Markdown as HTML."""
        return str(self._writer(text))

    def below(self, file: Path) -> str:
        """Write a whole file below a heading of level 2; its own title is left out."""
        self.shift = 1
        text = re.sub(r"\A# .*\n", "", file.read_text("utf-8-sig"))
        return self.html(text)

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        """Write a heading, with an anchor that no other heading of the page has."""
        words = unescape(re.sub(r"<[^>]*>", "", text))
        level = min(level + self.shift, 6)
        if level == 1:
            self.title = self.title or words
            return ""
        anchor = self._anchor(words)
        self.headings.append(Heading(level, anchor, words))
        return f'<h{level} id="{anchor}">{text}</h{level}>\n'

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """Write a link, to a page of the site where one stands for the file."""
        target = self._target(url)
        return super().link(text, target, title) if target else text

    def table(self, text: str) -> str:
        """Write a table that scrolls by itself where the screen is narrow."""
        heads = text.replace("<th>", '<th scope="col">')
        return scrolling(f"<table>\n{heads}</table>", "A table")

    def _anchor(self, words: str) -> str:
        slug = re.sub(r"\W+", "-", words.lower()).strip("-") or "part"
        taken = {heading.anchor for heading in self.headings} | {"content"}
        anchor = f"{self.prefix}{slug}"
        number = 2
        while anchor in taken:
            anchor, number = f"{self.prefix}{slug}-{number}", number + 1
        return anchor

    def _target(self, url: str) -> str:
        """Give the address that a link gets; none if the site has nothing for it.

        A link to what is not there at all stays, so that the check finds it.
        """
        parts = urlsplit(url)
        if parts.scheme or parts.netloc or not parts.path:
            return url
        file = (self.file.parent / unquote(parts.path)).resolve()
        if file not in self.pages:
            return "" if file.is_relative_to(ROOT) and file.exists() else url
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        return f"{way_up(self.page)}{self.pages[file]}{anchor}"
