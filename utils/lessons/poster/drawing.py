"""The faulty figure as a drawing: bars side by side, an axis, words around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

WIDTH, HEIGHT = 640, 400
LEFT, RIGHT, TOP, BOTTOM = 60, 12, 84, 64
INK = "#222222"


@dataclass(frozen=True)
class Look:
    """What the figure shows: its words, where its axis starts, colours and letters."""

    title: str
    foot: str
    start: float
    colours: tuple[str, str]
    letters_px: float
    whiskers: bool


def drawing(rows: pd.DataFrame, look: Look, names: Sequence[str]) -> str:
    """Draw the bars as SVG; `names` are those of the two directions, in order."""
    scale = _Scale(look.start, float(rows["most"].max()) * 1.1)
    inside = [
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        _text(look.title, (LEFT, 26), 17, weight="bold"),
        *_legend(look, names),
        *_axis(scale, look.letters_px),
        *_bars(rows, look, scale),
        _text(look.foot, (LEFT, HEIGHT - 12), 12) if look.foot else "",
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
    size = f'width="{WIDTH}" height="{HEIGHT}"'
    return f"{head} {size}>{''.join(inside)}</svg>"


@dataclass(frozen=True)
class _Scale:
    start: float
    end: float

    def y(self, n: float) -> float:
        """Give where a number lies; below the start of the axis nothing is drawn."""
        share = max(0, n - self.start) / (self.end - self.start)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP), 1)


def _axis(scale: _Scale, letters_px: float) -> Iterator[str]:
    first = -(-scale.start // 10) * 10
    for n in range(int(first), int(scale.end) + 1, 10):
        y = scale.y(n)
        yield f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#dddddd"/>'
        yield _text(str(n), (LEFT - 6, y + letters_px / 3), letters_px, anchor="end")
    yield _text("recorded acts", (LEFT, TOP - 12), letters_px)


def _bars(rows: pd.DataFrame, look: Look, scale: _Scale) -> Iterator[str]:
    labels = list(dict.fromkeys(rows["bar"]))
    step = (WIDTH - LEFT - RIGHT) / len(labels)
    width = round(step * 0.36, 1)
    for number, (label, pair) in enumerate(rows.groupby("bar", sort=False)):
        middle = LEFT + step * (number + 0.5)
        below = (middle, HEIGHT - BOTTOM + 6 + look.letters_px)
        yield _text(str(label), below, look.letters_px, anchor="middle")
        lefts = (middle - width, middle)
        for left, row, colour in zip(
            lefts, pair.itertuples(), look.colours, strict=True
        ):
            yield _bar(round(left, 1), width, (scale.y(row.n), colour))
            if look.whiskers and row.most > row.least:
                ends = scale.y(row.least), scale.y(row.most)
                yield _whisker(round(left + width / 2, 1), ends)


def _bar(left: float, width: float, top_and_colour: tuple[float, str]) -> str:
    top, colour = top_and_colour
    height = round(HEIGHT - BOTTOM - top, 1)
    place = f'x="{left}" y="{top}" width="{width}" height="{height}"'
    return f'<rect {place} fill="{colour}"/>'


def _whisker(x: float, ends: tuple[float, float]) -> str:
    low, high = ends
    caps = "".join(f"M{x - 4} {y}h8" for y in ends)
    line = f'<path d="M{x} {low}V{high}{caps}" fill="none"'
    halo = f'{line} stroke="#ffffff" stroke-width="4"/>'
    return f'{halo}{line} stroke="{INK}" stroke-width="1.5"/>'


def _legend(look: Look, names: Sequence[str]) -> Iterator[str]:
    for number, (name, colour) in enumerate(zip(names, look.colours, strict=True)):
        left = LEFT + number * 270
        yield f'<rect x="{left}" y="40" width="12" height="12" fill="{colour}"/>'
        yield _text(name, (left + 18, 51), look.letters_px)


def _text(
    words: str,
    place: tuple[float, float],
    size_px: float,
    *,
    weight: str = "normal",
    anchor: str = "start",
) -> str:
    x, y = (round(at, 1) for at in place)
    look = f'font-size="{size_px:g}" font-weight="{weight}" text-anchor="{anchor}"'
    return (
        f'<text x="{x}" y="{y}" fill="{INK}" font-family="sans-serif" {look}>'
        f"{escape(words)}</text>"
    )
