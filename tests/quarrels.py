"""Quarrels drawn by lot: acts with replies, for laws that hold of all of them."""

from hypothesis import strategies as st


@st.composite
def quarrels(draw):
    """Give rows for `acts`: later acts may reply to earlier ones, days may be open."""
    n = draw(st.integers(1, 12))
    rows, soonest = [], []
    for i in range(n):
        first = draw(st.integers(i, i + 6))
        window = (first, first + draw(st.sampled_from([0, 0, 0, 1, 9])))
        early = [j for j in range(i) if soonest[j] <= window[1]]
        named = draw(st.sets(st.sampled_from(early), max_size=2)) if early else set()
        soonest.append(max([first, *(soonest[j] for j in named)]))
        way = draw(st.sampled_from(["A>B", "B>A", "B>A", "A>B", "C>A", "A>C", "A>A"]))
        kind = draw(st.sampled_from(["media", "cultural"]))
        weight = draw(st.sampled_from([-5.0, -2.0, 0.0, 3.0]))
        triggers = ";".join(f"act{j}" for j in sorted(named))
        rows.append((f"act{i}", window, way, triggers, kind, weight))
    return rows


def swapped(rows):
    """Let A do what B did, and the other way round."""
    turn = str.maketrans("AB", "BA")
    return [(row[0], row[1], row[2].translate(turn), *row[3:]) for row in rows]
