"""What every alt text keeps to: short, plain, true to its rows, fair to both sides."""

import re
from dataclasses import replace

import pytest
from chart_pictures import PICTURES, SELECTIONS, SIDES

from utils.charts.record import describe, table
from utils.charts.reply_arcs.reply_arcs import MOST_ARCS

LOADED = "aggress attack blame escalat fault guilt hostil provok regime threat victim"
COLOURS = r"\b(blue|orange|gr[ae]y|black|white|red|green|yellow|colou?r\w*)\b"
NAMES = r"AZE|RUS|Azerbaijan|Russia"
SHORT_MONTH = r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"


@pytest.fixture
def said(figure):
    return describe(figure)


@pytest.fixture
def rows(figure):
    """Give the rows of a chart, with the directions as plain text."""
    found = table(figure)
    if "direction" in found:
        found["direction"] = found["direction"].astype(str)
    return found


def written(n):
    """Write a number as an alt text does: to one decimal, if it has any."""
    if 0 < n < 0.05:
        return "under 0.1"
    return f"{n:,.1f}".removesuffix(".0")


def by_way(rows, column):
    """Give the numbers of a column each way, where there is one above zero."""
    parts = (rows[rows["direction"] == way][column] for way in SIDES)
    return [part.astype(float) for part in parts if (part > 0).any()]


def of_timeline(rows, chosen):
    n, kinds = len(chosen.acts), chosen.acts["type"].astype(str).value_counts()
    return [f"Timeline of {n:,} recorded act"] * (n > 0) + [f"({kinds.max():,})"] * (
        n > 0
    )


def of_bins(rows, chosen):
    found = by_way(rows, "n")
    return [f"{written(n.sum())} in all, at most {written(n.max())}" for n in found]


def of_comparison(rows, chosen):
    sums = rows.groupby("direction")[["first", "second"]].sum()
    return [
        f"{written(sums['first'][way])} against {written(sums['second'][way])} in all"
        for way in sums.index
        if sums.loc[way].any()
    ]


def of_tension(rows, chosen):
    return [f"({written(level.max())})" for level in by_way(rows, "tension")]


def of_ladder(rows, chosen):
    rungs = rows.assign(least=rows["least"].astype("Float64").fillna(0).astype(float))
    return [f"certainly {rung.max():.0f} (" for rung in by_way(rungs, "least")]


def of_matrix(rows, chosen):
    n = int(rows["n"].sum())
    return [f"{n:,} recorded act", f" {rows['n'].max():,}"] if n else []


def of_scales(rows, chosen):
    acts = rows.drop_duplicates("code")
    n, opposite = int(acts["n"].sum()), int(acts["n_opposite"].sum())
    return [f"{n:,} recorded act", f"opposite signs on {opposite:,}"] if n else []


def of_evidence(rows, chosen):
    told = rows[rows["n_yes"] + rows["n_partly"] > 0]
    most = told["group_label"].value_counts().max()
    n, lone = rows["act"].nunique(), int(rows["alone"].sum())
    return [f"{n:,} recorded act", f"{lone:,} rest", f" {most:,}"] if n else []


def of_penalties(rows, chosen):
    taken = rows[rows["chosen"].astype(bool) & rows["direction"].isin(SIDES)]
    return [f" {n} at the penalty taken" for n in taken["n_breaks"]]


def of_phases(rows, chosen):
    begun = rows[rows["low"].notna()]
    first = [begun[begun["direction"] == way]["level"][:3] for way in SIDES]
    return [f", then {written(level)} from" for levels in first for level in levels]


def of_arcs(rows, chosen):
    answers = rows[rows["kind"] == "answer"]
    n = answers.drop_duplicates("trigger_id")["trigger_direction"].value_counts()
    # Of more pairs than are drawn, the text counts those that were given.
    few = 0 < len(rows) < MOST_ARCS
    return [f"{len(rows)} pair", *(f"{n.get(way, 0)} from" for way in SIDES)] * few


def of_delays(rows, chosen):
    parts = [rows[rows["direction"] == way] for way in SIDES]
    last = [part.sort_values("day").iloc[-1] for part in parts if len(part)]
    return [f"{100 * it['share_answered']:.0f} % by day {it['day']}" for it in last]


def of_variants(rows, chosen):
    tops = (
        rows[rows["direction"] == way]
        .groupby("variant", observed=True)["tension"]
        .max()
        for way in SIDES
    )
    ends = [(top[top > 0].min(), top[top > 0].max()) for top in tops if top.max() > 0]
    return [" to ".join(dict.fromkeys(map(written, pair))) for pair in ends]


def of_card(rows, chosen):
    whole = rows[rows["dimension"] == "all"].iloc[0]
    n = whole["n"] - whole["n_unsaid"]
    return [f"{100 * whole['n_holds'] / n:.0f} % of all {n} variants"]


def of_association(rows, chosen):
    beyond = int(rows["beyond_all"].astype(bool).sum())
    top = rows.groupby("unit", observed=True)["r"].max()
    return [f"{beyond} of {len(rows)} lags", *(f"r {r:.2f} " for r in top)]


FACTS = {
    "timeline": of_timeline,
    "tension_curve": of_tension,
    "butterfly": of_bins,
    "comparison": of_comparison,
    "ladder": of_ladder,
    "matrix": of_matrix,
    "heat_map": of_bins,
    "scale_comparison": of_scales,
    "evidence_matrix": of_evidence,
    "penalty_path": of_penalties,
    "phases": of_phases,
    "reply_arcs": of_arcs,
    "delay_curve": of_delays,
    "variant_curves": of_variants,
    "robustness_card": of_card,
    "association": of_association,
}


def test_every_chart_has_its_facts():
    assert FACTS.keys() == PICTURES.keys()


def test_it_has_at_most_400_characters_and_ends_with_a_full_stop(said):
    assert 40 < len(said) <= 400
    assert said.endswith(".")
    assert said[0].isupper()


def test_it_is_plain_text_in_one_line(said):
    assert re.findall(r"[<>\n\N{NO-BREAK SPACE}]|&\w+;|nan|NaT|None|  ", said) == []


def test_it_names_no_colour(said):
    assert re.findall(COLOURS, said, re.I) == []


def test_it_blames_nobody(said):
    assert [word for word in LOADED.split() if word in said.lower()] == []


def test_it_writes_months_in_full(said):
    assert re.findall(SHORT_MONTH, said) == []


def test_it_has_the_numbers_of_the_rows(said, rows, chart, chosen):
    assert [fact for fact in FACTS[chart](rows, chosen) if fact not in said] == []


def test_it_says_so_where_there_is_nothing_to_see(said, name):
    nothing = re.search(r": (no|none) |too few acts", said) is not None
    assert nothing or name != "empty"


def test_it_names_the_countries_where_their_names_are_short(said, name):
    if name == "longest labels":
        assert "Azerbaijan to" not in said
    elif re.search("AZE to|RUS to", said):
        assert "Headline" in said


@pytest.mark.parametrize("chart", PICTURES)
def test_no_two_selections_are_said_alike(chart, drawn):
    shown = {
        name: describe(drawn(name, chart, "light"))
        for name in SELECTIONS
        if name not in PICTURES[chart].refused
    }
    full = {n: it for n, it in shown.items() if not re.search(r": (no|none) ", it)}
    # A headline may hold alike in many selections, and labels may not be said.
    alike = {"longest labels"} if chart != "robustness_card" else set(full)
    assert len({full[n] for n in full.keys() - alike}) == len(full.keys() - alike)


def swapped(chosen):
    """Let each side do what the other did."""
    turn = {"AZE>RUS": "RUS>AZE", "RUS>AZE": "AZE>RUS"}
    direction = chosen.acts["direction"].astype(str)
    ends = [c for c in chosen.acts if c.startswith(("actor_", "target_"))]
    other = {"actor": "target", "target": "actor"}
    turned = ["_".join([other[c.split("_")[0]], *c.split("_")[1:]]) for c in ends]
    acts = chosen.acts.rename(columns=dict(zip(ends, turned, strict=True))).assign(
        direction=direction.replace(turn).astype(chosen.acts["direction"].dtype)
    )
    return replace(chosen, acts=acts)


def pattern(said):
    """Leave out which side a sentence speaks of, its numbers, and what parts it."""
    return sorted(re.sub(r"\d+|[.,;:()]", "", re.sub(NAMES, "SIDE", said)).split())


def test_swapping_the_sides_changes_no_wording(chosen, chart, said):
    assert pattern(describe(swapped(chosen).draw(chart))) == pattern(said)
