"""Lines of code cut to the width that code has."""

import ast
import re
from collections.abc import Iterable
from functools import lru_cache
from textwrap import wrap

WIDTH = 88
_MOST_LISTED = 10
_STEP = "    "
_PLAIN = re.compile(r'"[^\s"\\]+"')

Argument = tuple[str, str | list[str]]
"""What stands before the value, and the value: code, or the items of a list."""


@lru_cache(maxsize=100)
def wrapped(line: str) -> str:
    """Cut `name = call(...)` into lines where it is too long for one.

    The lines are those of the formatter that this project uses. A long list of plain
    words becomes a text of its own that is split, so that it takes few lines.

    >>> print(wrapped(f'chosen = select(since="2025", text="{"a" * 70}")'))
    chosen = select(
        since="2025",
        text="aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    )
    >>> wrapped("short = call(1)")
    'short = call(1)'
    """
    made = ast.parse(line).body[0] if len(line) > WIDTH else None
    if not (isinstance(made, ast.Assign) and isinstance(made.value, ast.Call)):
        return line
    given = [*_arguments(made.value, line)]
    long = {key: items for key, items in given if _is_long(key, items)}
    given = [(key, key[:-1] if key in long else value) for key, value in given]
    texts = [_split_text(key[:-1], items) for key, items in long.items()]
    return "\n".join([*texts, _call(line[: line.index("(") + 1], given)])


def _arguments(call: ast.Call, line: str) -> Iterable[Argument]:
    def source(node: ast.expr) -> str:
        return ast.get_source_segment(line, node) or ""

    pairs = [("", it) for it in call.args]
    pairs += [(f"{word.arg}=", word.value) for word in call.keywords]
    for key, node in pairs:
        if isinstance(node, ast.List):
            yield key, [source(it) for it in node.elts]
        else:
            yield key, source(node)


def _is_long(key: str, items: str | list[str]) -> bool:
    if not key or isinstance(items, str) or len(items) <= _MOST_LISTED:
        return False
    return all(map(_PLAIN.fullmatch, items))


def _split_text(name: str, items: Iterable[str]) -> str:
    words = " ".join(item[1:-1] for item in items)
    lines = wrap(
        words,
        WIDTH - len(_STEP),
        break_long_words=False,
        break_on_hyphens=False,
    )
    told = "\n".join(f"{_STEP}{line}" for line in lines)
    return f'{name} = """\n{told}\n""".split()'


def _call(head: str, given: list[Argument]) -> str:
    inner = ", ".join(map(_flat, given))
    if len(f"{head}{inner})") <= WIDTH:
        return f"{head}{inner})"
    fits = len(f"{_STEP}{inner}") <= WIDTH
    comma = "," if len(given) > 1 else ""
    lines = [inner] if fits else [f"{_spread(it)}{comma}" for it in given]
    told = "\n".join(lines).replace("\n", f"\n{_STEP}")
    return f"{head}\n{_STEP}{told}\n)"


def _flat(argument: Argument) -> str:
    key, value = argument
    return f"{key}{value}" if isinstance(value, str) else f"{key}[{', '.join(value)}]"


def _spread(argument: Argument) -> str:
    """Write an argument on lines of its own, a list by its items if need be."""
    key, value = argument
    flat = _flat(argument)
    if isinstance(value, str) or len(f"{_STEP}{flat},") <= WIDTH:
        return flat
    items = "".join(f"\n{_STEP}{item}," for item in value)
    return f"{key}[{items}\n]"
